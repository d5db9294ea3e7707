// Keeps each place of a sheet as it is left. Without it the sheet is a form like any other: all that happens here is sooner.

const spanish = !document.documentElement.lang.startsWith("en");
const say = (es, en) => (spanish ? es : en);
const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
const button = (text, style, onclick) => element("button", text, { type: "button", className: `button ${style}`, onclick });
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const retries = [2, 4, 8, 15, 30];

class CaptureSheet extends HTMLElement {
  /** What was typed and has not been kept yet, by the name of its place. */
  unsent = new Map();
  /** What was typed and cannot be kept as it is: refused by a rule, or in conflict. It waits for its person. */
  held = new Map();
  /** The last revision that this page knows of each place. */
  seen = new Map();
  isSending = false;
  failures = 0;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.address = this.form.action;
    this.status = this.querySelector(".sheet-status");
    this.key = `avance ${this.dataset.actor} ${new URL(this.address).pathname.replace(/^\/en\//, "/")}`;
    for (const part of this.form.elements.seen.value.split(" ").filter(Boolean)) {
      const [name, revision] = part.split("=");
      this.seen.set(name, Number(revision));
    }

    this.form.addEventListener("change", (event) => this.isPlace(event.target) && this.left(event.target));
    this.form.addEventListener("keydown", (event) => this.move(event));
    this.form.addEventListener("paste", (event) => this.paste(event));
    this.form.addEventListener("submit", () => this.leave());
    window.addEventListener("online", () => this.send());
    window.addEventListener("focus", () => this.isSignedOut && this.send());
    window.addEventListener("beforeunload", (event) => this.unsent.size + this.held.size > 0 && !this.isLeaving && event.preventDefault());
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
    this.offer();
  }

  isPlace(target) {
    return target.name?.includes(".");
  }

  place(name) {
    return this.form.elements.namedItem(name);
  }

  /** A place was left with something new in it. */
  left(input) {
    this.wait(input);
    this.store();
    this.send();
  }

  wait(input) {
    this.held.delete(input.name);
    this.unsent.set(input.name, input.value);
    this.state(input.name, "cell-sending", say("por guardar", "to be kept"));
  }

  async send() {
    if (this.isSending || this.unsent.size === 0) {
      return;
    }

    this.isSending = true;
    while (this.unsent.size > 0) {
      const batch = [...this.unsent].filter(([name]) => this.place(name));
      if (batch.length === 0 || !(await this.sendBatch(batch))) {
        break;
      }
    }

    this.isSending = false;
    await this.refresh();
  }

  /** Sends some places; says whether to go on. */
  async sendBatch(batch) {
    const body = new URLSearchParams(batch);
    body.set("seen", batch.filter(([name]) => this.seen.has(name)).map(([name]) => `${name}=${this.seen.get(name)}`).join(" "));
    let response;
    try {
      response = await fetch(`${this.address}/cells`, { method: "POST", body, headers: { "X-Avance": "1" }, redirect: "error" });
    } catch {
      return this.later(say("Sin conexión", "Offline"));
    }

    this.isSignedOut = response.status === 401;
    if (this.isSignedOut) {
      return this.askToSignIn();
    }

    if (response.status >= 500) {
      return this.later(say("El servidor no responde", "The server does not answer"));
    }

    this.failures = 0;
    const answer = response.headers.get("Content-Type")?.startsWith("application/json") ? await response.json() : {};
    return response.ok ? this.kept(batch, answer) : this.refused(batch, answer.text ?? say("No se guardó.", "Not saved."));
  }

  kept(batch, answer) {
    for (const [name, value] of batch) {
      if (this.unsent.get(name) === value) {
        this.unsent.delete(name);
      }
    }

    for (const cell of answer.cells) {
      this.seen.set(cell.name, cell.revision);
      if (cell.conflict) {
        this.conflict(cell);
      } else {
        this.both(cell.name)?.remove();
        this.state(cell.name, "cell-kept", `${say("guardado", "kept")} · ${cell.who}, ${cell.at.slice(0, 10)}`);
      }
    }

    this.store();
    return true;
  }

  /** A rule says no: alone, a place is marked; with others, each is tried by itself. */
  async refused(batch, text) {
    if (batch.length > 1) {
      for (const one of batch) {
        if (!(await this.sendBatch([one]))) {
          return false;
        }
      }

      return true;
    }

    const [[name, value]] = batch;
    this.state(name, "cell-wrong", say("sin guardar", "not saved"));
    this.unsent.delete(name);
    this.held.set(name, value);
    this.store();
    this.tell(text);
    this.isRefused = true;
    return true;
  }

  later(why) {
    const seconds = retries[Math.min(this.failures++, retries.length - 1)];
    this.tell(`${why}. ${this.waiting()} ${say(`Se reintenta en ${seconds} s.`, `Trying again in ${seconds} s.`)}`);
    wait(seconds * 1000).then(() => this.send());
    return false;
  }

  askToSignIn() {
    const where = `${spanish ? "" : "/en"}/sign-in?return=${encodeURIComponent(location.pathname)}`;
    this.status.replaceChildren(
      `${say("Su sesión terminó.", "Your session has ended.")} ${this.waiting()} `,
      element("a", say("Entrar en otra pestaña", "Sign in in another tab"), { href: where, target: "_blank", rel: "opener" }));
    wait(5000).then(() => this.send());
    return false;
  }

  waiting() {
    return say(`Datos que esperan en este equipo: ${this.unsent.size}.`, `Figures that wait on this machine: ${this.unsent.size}.`);
  }

  tell(text) {
    if (this.status.textContent !== text) {
      this.status.textContent = text;
    }
  }

  state(name, style, text) {
    const state = document.getElementById(`s-${name}`);
    if (state) {
      state.className = style;
      state.textContent = text;
    }
  }

  both(name) {
    return document.getElementById(`both-${name}`);
  }

  /** Shows both values of a place where somebody else wrote, and asks which holds. */
  conflict(cell) {
    const input = this.place(cell.name);
    this.state(cell.name, "cell-conflict", say("en conflicto", "in conflict"));
    this.both(cell.name)?.remove();
    const mine = input.value;
    this.unsent.delete(cell.name);
    this.held.set(cell.name, mine);
    const box = element("div", "", { className: "cell-both notice notice-warning", id: `both-${cell.name}` });
    const theirs = cell.value || say("(en blanco)", "(blank)");
    box.append(
      element("p", say(`${cell.who} escribió «${theirs}» y usted «${mine}».`, `${cell.who} wrote “${theirs}” and you “${mine}”.`)),
      button(say(`Dejar lo de ${cell.who}`, `Leave ${cell.who}'s`), "button-secondary", () => this.decide(cell.name, cell.value)),
      " ",
      button(say("Dejar lo mío", "Leave mine"), "button-secondary", () => this.decide(cell.name, mine)));
    const notes = document.getElementById(input.getAttribute("aria-describedby"));
    (notes?.parentElement ?? input.parentElement).append(box);
    this.tell(say("Otra persona escribió en el mismo dato: elija cuál vale.", "Somebody else wrote in the same place: choose which holds."));
  }

  decide(name, value) {
    const input = this.place(name);
    input.value = value;
    this.both(name)?.remove();
    this.left(input);
    input.focus();
  }

  /** Asks what follows from what was kept, once nothing waits: figures, findings, what is missing. */
  async refresh() {
    if (this.unsent.size > 0 || this.isRefused) {
      this.isRefused = false;
      return;
    }

    await wait(150);
    if (this.isSending) {
      return;
    }

    const response = await fetch(`${this.address}/findings`, { headers: { "X-Avance": "1" } }).catch(() => null);
    if (!response?.ok || this.unsent.size > 0) {
      return;
    }

    const fragment = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const fresh of fragment.querySelectorAll("[id]")) {
      const shown = document.getElementById(fresh.id);
      if (shown && !fresh.parentElement.closest("[id]") && shown.outerHTML !== fresh.outerHTML) {
        shown.replaceWith(document.importNode(fresh, true));
      }
    }

    this.follow();
  }

  /** Opens explanations that are now asked for, says what is invalid, and tells how the sheet stands. */
  follow() {
    for (const demand of this.querySelectorAll(".demands[data-open]")) {
      demand.closest("details").open = true;
    }

    for (const input of this.form.querySelectorAll("[aria-describedby]")) {
      const isWrong = document.getElementById(`s-${input.name}`)?.className === "cell-wrong";
      input.ariaInvalid = isWrong ? "true" : null;
    }

    this.tell(`${say("Guardado.", "Saved.")} ${document.getElementById("standing-name").textContent.trim()}.`);
  }

  /** Enter and the arrows go up and down a column. */
  move(event) {
    const column = event.target.dataset?.col;
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" || event.key === "Enter" ? 1 : 0;
    if (!column || step === 0 || event.ctrlKey || event.altKey || event.metaKey || (event.target.list && event.key !== "Enter")) {
      return;
    }

    event.preventDefault();
    const next = this.column(column)[this.column(column).indexOf(event.target) + step];
    next?.focus();
    next?.select();
  }

  column(name) {
    return [...this.form.querySelectorAll(`input[data-col="${name}"]`)];
  }

  /** A block of a spreadsheet fills places downwards, and to the right where a row has more. */
  paste(event) {
    const rows = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
    if (!event.target.dataset?.col || (rows.length === 1 && rows[0].length === 1)) {
      return;
    }

    event.preventDefault();
    const down = this.column(event.target.dataset.col);
    const first = down.indexOf(event.target);
    let filled = 0;
    rows.forEach((cells, i) => {
      const start = down[first + i];
      const across = start ? [...start.closest("tr").querySelectorAll("input[data-col]")] : [];
      cells.forEach((text, j) => {
        const input = j === 0 ? start : across[across.indexOf(start) + j];
        if (input) {
          input.value = text.trim();
          filled++;
          this.wait(input);
        }
      });
    });
    const left = rows.flat().length - filled;
    this.tell(say(`Datos pegados: ${filled}; no caben: ${left}.`, `Figures pasted: ${filled}; that do not fit: ${left}.`));
    this.store();
    this.send();
  }

  /** The whole form goes: with it the revisions that this page knows by now. */
  leave() {
    this.isLeaving = true;
    this.form.elements.seen.value = [...this.seen].map(([name, revision]) => `${name}=${revision}`).join(" ");
  }

  /** What waits is kept on this machine too, for when the page is closed or the machine goes off. */
  store() {
    try {
      localStorage.setItem(this.key, JSON.stringify([...this.held, ...this.unsent]));
    } catch {
      // A browser that keeps nothing still sends what is typed.
    }
  }

  /** Offers what was left here unsent the last time. */
  offer() {
    let left = [];
    try {
      left = JSON.parse(localStorage.getItem(this.key) ?? "[]").filter(([name, value]) => this.place(name) && this.place(name).value.trim() !== value.trim());
    } catch {
      left = [];
    }

    if (left.length === 0) {
      this.store();
      return;
    }

    const box = element("div", "", { className: "notice notice-warning", role: "status" });
    const finish = (isTaken) => {
      box.remove();
      for (const [name, value] of isTaken ? left : []) {
        this.place(name).value = value;
        this.wait(this.place(name));
      }

      this.store();
      this.send();
    };
    box.append(
      element("p", say(`Datos que quedaron en este equipo sin guardarse: ${left.length}.`, `Figures on this machine that were never kept: ${left.length}.`)),
      button(say("Recuperarlos", "Recover them"), "", () => finish(true)),
      " ",
      button(say("Descartarlos", "Discard them"), "button-secondary", () => finish(false)));
    this.prepend(box);
  }
}

customElements.define("capture-sheet", CaptureSheet);
