// Sends what is typed in a sheet until it is kept, and asks which value holds where somebody else wrote too.

const retries = [2, 4, 8, 15, 30];

/** In the language of the page. */
export const say = (es, en) => (document.documentElement.lang.startsWith("en") ? en : es);
export const element = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
export const button = (text, style, onclick) => element("button", text, { type: "button", className: `button ${style}`, onclick });
export const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Sending {
  /** What was typed and has not been kept yet, by the name of its place. */
  unsent = new Map();
  /** What was typed and cannot be kept as it is: refused by a rule, or in conflict. It waits for its person. */
  held = new Map();
  /** Places where somebody else wrote too, until their person has chosen which value holds. */
  undecided = new Set();
  /** The revision that what is in each box was made from. */
  seen = new Map();
  isSending = false;
  failures = 0;

  /** Of a form, by a person; the status tells how it goes, and what waits is remembered. */
  constructor(form, actor, status, memory) {
    Object.assign(this, { form, actor, status, memory, address: form.action });
    for (const part of form.elements.seen.value.split(" ").filter(Boolean)) {
      const [name, revision] = part.split("=");
      this.seen.set(name, Number(revision));
    }
  }

  place(name) {
    return this.form.elements.namedItem(name);
  }

  /** Boxes have something new in them. */
  typed(inputs) {
    for (const input of inputs) {
      this.held.delete(input.name);
      this.unsent.set(input.name, input.value);
      this.state(input.name, "cell-sending", say("por guardar", "to be kept"));
    }

    this.store();
    this.send();
  }

  store() {
    this.memory.store([...this.held, ...this.unsent].map(([name, value]) => [name, value, this.seen.get(name) ?? 0]));
  }

  async send() {
    if (this.isSending || this.unsent.size === 0) {
      return;
    }

    this.isSending = true;
    this.isRefused = false;
    while (this.unsent.size > 0) {
      const batch = [...this.unsent].filter(([name]) => this.place(name));
      if (batch.length === 0 || !(await this.sendBatch(batch))) {
        break;
      }
    }

    this.isSending = false;
    if (this.unsent.size === 0 && !this.isRefused) {
      this.form.dispatchEvent(new CustomEvent("kept"));
    }
  }

  /** Sends some places; says whether to go on. */
  async sendBatch(batch) {
    const bases = new Map(batch.map(([name]) => [name, this.seen.get(name) ?? 0]));
    const body = new URLSearchParams(batch);
    body.set("seen", this.revisions(bases));
    body.set("actor", this.actor);
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
    if (answer.rule === "actor.conflict") {
      // What is on this page stays its person's.
      this.isSignedOut = true;
      this.tell(answer.text);
      return this.tryAgain(5);
    }

    return response.ok ? this.kept(batch, bases, answer) : this.refused(batch, answer.text ?? say("No se guardó.", "Not saved."));
  }

  revisions(seen = this.seen) {
    return [...seen].map(([name, revision]) => `${name}=${revision}`).join(" ");
  }

  kept(batch, bases, answer) {
    const cells = new Map(answer.cells.map((cell) => [cell.name, cell]));
    for (const [name, value] of batch) {
      if (!cells.get(name)?.conflict) {
        this.settle(name, value, cells.get(name));
      } else if ((this.seen.get(name) ?? 0) === bases.get(name)) {
        // What was decided while the answer was on its way is sent again, from what was seen then.
        this.conflict(cells.get(name));
      }
    }

    this.store();
    return true;
  }

  /** A value is in the sheet. What was typed over it meanwhile goes on from there. */
  settle(name, value, cell) {
    this.place(name).defaultValue = value;
    this.undecided.delete(name);
    document.getElementById(`both-${name}`)?.remove();
    if (cell) {
      this.seen.set(name, cell.revision);
    }

    if (this.unsent.get(name) === value) {
      this.unsent.delete(name);
      this.state(name, "cell-kept", cell ? `${say("guardado", "kept")} · ${cell.who}, ${cell.day}` : "");
    }
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
    if (this.unsent.get(name) === value) {
      this.state(name, "cell-wrong", say("sin guardar", "not saved"));
      this.unsent.delete(name);
      this.held.set(name, value);
      this.store();
    }

    this.tell(text);
    this.isRefused = true;
    return true;
  }

  later(why) {
    const seconds = retries[Math.min(this.failures++, retries.length - 1)];
    this.tell(`${why}. ${this.waiting()} ${say(`Se reintenta en ${seconds} s.`, `Trying again in ${seconds} s.`)}`);
    return this.tryAgain(seconds);
  }

  askToSignIn() {
    const text = `${say("Su sesión terminó.", "Your session has ended.")} ${this.waiting()} `;
    const link = this.status.querySelector("a[rel=opener]");
    if (!link) {
      const where = `${say("", "/en")}/sign-in?return=${encodeURIComponent(location.pathname)}`;
      this.status.replaceChildren(text, element("a", say("Entrar en otra pestaña", "Sign in in another tab"), { href: where, target: "_blank", rel: "opener" }));
    } else if (link.previousSibling.data !== text) {
      // The link stays: it may have the focus, or be about to be pressed.
      link.previousSibling.data = text;
    }

    return this.tryAgain(5);
  }

  tryAgain(seconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), seconds * 1000);
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

  /** How a place stands, under its box. */
  state(name, style, text) {
    Object.assign(document.getElementById(`s-${name}`) ?? {}, { className: style, textContent: text });
  }

  /** Shows both values of a place where somebody else wrote, and asks which holds. Until then it is not sent. */
  conflict(cell) {
    const input = this.place(cell.name);
    this.state(cell.name, "cell-conflict", say("en conflicto", "in conflict"));
    document.getElementById(`both-${cell.name}`)?.remove();
    this.unsent.delete(cell.name);
    this.held.set(cell.name, input.value);
    this.undecided.add(cell.name);
    const box = element("div", "", { className: "cell-both notice notice-warning", id: `both-${cell.name}` });
    const shown = (text) => text || say("(en blanco)", "(blank)");
    box.append(
      element("p", say(`${cell.who} escribió «${shown(cell.value)}» y usted «${shown(input.value)}».`, `${cell.who} wrote “${shown(cell.value)}” and you “${shown(input.value)}”.`)),
      button(say(`Dejar lo de ${cell.who}`, `Leave ${cell.who}'s`), "button-secondary", () => this.decide(cell, cell.value)),
      " ",
      button(say("Dejar lo mío", "Leave mine"), "button-secondary", () => this.decide(cell, input.value)));
    const notes = document.getElementById(input.getAttribute("aria-describedby"));
    (notes?.parentElement ?? input.parentElement).append(box);
    this.askToDecide();
  }

  decide(cell, value) {
    const input = this.place(cell.name);
    input.value = value;
    document.getElementById(`both-${cell.name}`)?.remove();
    this.undecided.delete(cell.name);
    this.seen.set(cell.name, cell.revision);
    this.typed([input]);
    input.focus();
  }

  /** Says where somebody else wrote too, with the way to each place. */
  askToDecide() {
    const links = [...this.undecided].flatMap((name) => [" ", element("a", this.nameOf(name), { href: `#${name}`, onclick: (event) => this.go(event, name) })]);
    this.status.replaceChildren(say("Otra persona escribió en el mismo dato; elija cuál vale:", "Somebody else wrote in the same place; choose which holds:"), ...links);
  }

  go(event, name) {
    event.preventDefault();
    const input = this.place(name);
    input.closest("details")?.setAttribute("open", "");
    input.focus();
  }

  /** A place as assistive technology names it. */
  nameOf(name) {
    const input = this.place(name);
    const ids = input.getAttribute("aria-labelledby")?.split(" ") ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent.trim()).join(" ") || input.getAttribute("aria-label") || name;
  }
}
