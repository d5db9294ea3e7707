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
  /** Places where somebody else wrote too, until their person has chosen which value holds. */
  undecided = new Set();
  /** The revision that what is in each box was made from. */
  seen = new Map();
  isSending = false;
  failures = 0;

  connectedCallback() {
    this.form = this.querySelector("form");
    this.address = this.form.action;
    this.status = this.querySelector(".sheet-status");
    this.keys = `avance ${this.dataset.actor} ${new URL(this.address).pathname.replace(/^\/en\//, "/")} `;
    this.key = `${this.keys}${Date.now()}-${Math.random()}`;
    for (const part of this.form.elements.seen.value.split(" ").filter(Boolean)) {
      const [name, revision] = part.split("=");
      this.seen.set(name, Number(revision));
    }

    for (const input of this.form.querySelectorAll("[data-unsaved]")) {
      this.held.set(input.name, input.value);
    }

    this.form.addEventListener("change", (event) => this.isPlace(event.target) && this.left(event.target));
    this.form.addEventListener("keydown", (event) => this.move(event));
    this.form.addEventListener("paste", (event) => this.paste(event));
    this.form.addEventListener("submit", (event) => this.leave(event));
    window.addEventListener("online", () => this.send());
    window.addEventListener("focus", () => this.isSignedOut && this.send());
    window.addEventListener("beforeunload", (event) => this.unsent.size + this.held.size > 0 && !this.isLeaving && event.preventDefault());
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
    this.offer();
    this.store();
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
    const bases = new Map(batch.map(([name]) => [name, this.seen.get(name) ?? 0]));
    const body = new URLSearchParams(batch);
    body.set("seen", this.revisions(bases));
    body.set("actor", this.dataset.actor);
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
      return this.waitForActor(answer.text);
    }

    return response.ok ? this.kept(batch, bases, answer) : this.refused(batch, answer.text ?? say("No se guardó.", "Not saved."));
  }

  revisions(seen) {
    return [...seen].map(([name, revision]) => `${name}=${revision}`).join(" ");
  }

  kept(batch, bases, answer) {
    const conflicts = new Map(answer.cells.filter((cell) => cell.conflict).map((cell) => [cell.name, cell]));
    const kept = new Map(answer.cells.filter((cell) => !cell.conflict).map((cell) => [cell.name, cell]));
    for (const [name, value] of batch) {
      if (conflicts.has(name)) {
        // What was decided while the answer was on its way is sent again, from what was seen then.
        if ((this.seen.get(name) ?? 0) === bases.get(name)) {
          this.conflict(conflicts.get(name));
        }
      } else {
        this.settle(name, value, kept.get(name));
      }
    }

    this.store();
    return true;
  }

  /** A value is in the sheet. What was typed over it meanwhile goes on from there. */
  settle(name, value, cell) {
    this.place(name).defaultValue = value;
    this.undecided.delete(name);
    this.both(name)?.remove();
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

  /** Somebody else is signed in by now: what is on this page stays its person's. */
  waitForActor(text) {
    this.isSignedOut = true;
    this.tell(text);
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

  /** Shows both values of a place where somebody else wrote, and asks which holds. Until then it is not sent. */
  conflict(cell) {
    const input = this.place(cell.name);
    this.state(cell.name, "cell-conflict", say("en conflicto", "in conflict"));
    this.both(cell.name)?.remove();
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
    this.both(cell.name)?.remove();
    this.undecided.delete(cell.name);
    this.seen.set(cell.name, cell.revision);
    this.left(input);
    input.focus();
  }

  /** Says where somebody else wrote too, with the way to each place. */
  askToDecide() {
    const links = [...this.undecided].flatMap((name) => [" ", element("a", this.nameOf(this.place(name)), { href: `#${name}`, onclick: (event) => this.go(event, name) })]);
    this.status.replaceChildren(say("Otra persona escribió en el mismo dato; elija cuál vale:", "Somebody else wrote in the same place; choose which holds:"), ...links);
  }

  go(event, name) {
    event.preventDefault();
    const input = this.place(name);
    input.closest("details")?.setAttribute("open", "");
    input.focus();
  }

  /** A place as assistive technology names it. */
  nameOf(input) {
    const ids = input.getAttribute("aria-labelledby")?.split(" ") ?? [];
    return ids.map((id) => document.getElementById(id)?.textContent.trim()).join(" ") || input.getAttribute("aria-label") || input.name;
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
      if (shown && !fresh.parentElement.closest("[id]") && shown.outerHTML !== fresh.outerHTML && this.takes(fresh)) {
        shown.replaceWith(document.importNode(fresh, true));
      }
    }

    this.follow();
  }

  /**
   * Whether what the server says of a place may stand beside its box: not where the box has something that was not kept yet. What
   * another wrote goes into a box that was left alone.
   */
  takes(fresh) {
    const name = fresh.id.slice(2);
    const input = fresh.id.startsWith("s-") ? this.place(name) : null;
    if (!input) {
      return true;
    }

    const [revision, seen] = [Number(fresh.dataset.revision), this.seen.get(name) ?? 0];
    if (revision < seen || this.unsent.has(name) || this.held.has(name) || input.value !== input.defaultValue) {
      return false;
    }

    if (revision > seen) {
      input.defaultValue = fresh.dataset.value;
      input.value = fresh.dataset.value;
      this.seen.set(name, revision);
    }

    return true;
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

    if (this.undecided.size > 0) {
      this.askToDecide();
      return;
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

  /** The whole form goes, with the revisions that its boxes were made from; not while it is undecided which value of a place holds. */
  leave(event) {
    if (this.undecided.size > 0) {
      this.askToDecide();
      this.go(event, [...this.undecided][0]);
      return;
    }

    this.isLeaving = true;
    this.form.elements.seen.value = this.revisions(this.seen);
  }

  /** What waits is kept on this machine too, each value with the revision that it was made from, for when the page is closed or the machine goes off. */
  store() {
    this.put(this.key, [...this.held, ...this.unsent].map(([name, value]) => [name, value, this.seen.get(name) ?? 0]));
  }

  put(key, values) {
    try {
      if (values.length > 0) {
        localStorage.setItem(key, JSON.stringify(values));
      } else {
        localStorage.removeItem(key);
      }
    } catch {
      // A browser that keeps nothing still sends what is typed.
    }
  }

  /** Offers what each tab left here unsent. Until the answer it stays where it is. */
  offer() {
    let keys = [];
    try {
      keys = Object.keys(localStorage).filter((key) => key.startsWith(this.keys));
    } catch {
      // A browser that keeps nothing has nothing to offer.
    }

    for (const key of keys) {
      this.offerAgain(key, JSON.parse(localStorage.getItem(key)));
    }
  }

  offerAgain(key, values) {
    const elsewhere = values.filter(([name]) => !this.place(name));
    const left = values.filter(([name, value]) => this.place(name) && this.place(name).value.trim() !== value.trim());
    if (left.length === 0) {
      this.put(key, elsewhere);
      return;
    }

    const box = element("div", "", { className: "notice notice-warning", role: "status" });
    const finish = (isTaken) => {
      box.remove();
      for (const [name, value, base] of isTaken ? left : []) {
        this.place(name).value = value;
        this.seen.set(name, base);
        this.wait(this.place(name));
      }

      this.store();
      this.put(key, elsewhere);
      this.send();
    };
    window.addEventListener("storage", (event) => event.key === key && event.newValue === null && box.remove());
    box.append(
      element("p", say(`Datos que quedaron en este equipo sin guardarse: ${left.length}.`, `Figures on this machine that were never kept: ${left.length}.`)),
      button(say("Recuperarlos", "Recover them"), "", () => finish(true)),
      " ",
      button(say("Descartarlos", "Discard them"), "button-secondary", () => finish(false)));
    this.prepend(box);
  }
}

customElements.define("capture-sheet", CaptureSheet);
