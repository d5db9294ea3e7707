// Passkeys: the browser makes or proves one, and the form that asked for it carries it to the server. Without this script the
// forms stay hidden, and people sign in with their password.
const isAble = Boolean(window.PublicKeyCredential?.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON);

async function prove(form) {
  const answer = await fetch(form.dataset.options, { method: "POST", headers: { "X-Avance": "1" } });
  if (!answer.ok) {
    throw new Error(`${form.dataset.options} answered ${answer.status}`);
  }

  const { options, state } = await answer.json();
  const credential = form.dataset.passkey === "create"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  form.elements.credential.value = JSON.stringify(credential);
  form.elements.state.value = state;
  form.submit();
}

for (const form of isAble ? document.querySelectorAll("form[data-passkey]") : []) {
  form.hidden = false;
  form.addEventListener("submit", event => {
    event.preventDefault();
    form.querySelector("[data-problem]").hidden = true;
    prove(form).catch(() => { form.querySelector("[data-problem]").hidden = false; });
  });
}
