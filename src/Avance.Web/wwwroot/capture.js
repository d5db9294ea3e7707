// Keeps each place of a sheet as it is left. Without it the sheet is a form like any other: all that happens here is sooner.

import { move, paste } from "./capture-keys.js";
import { Memory } from "./capture-memory.js";
import { button, element, say, Sending, wait } from "./capture-sending.js";

class CaptureSheet extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.memory = new Memory(this.dataset.actor, new URL(this.form.action).pathname.replace(/^\/en\//, "/"));
    this.sending = new Sending(this.form, this.dataset.actor, this.querySelector(".sheet-status"), this.memory);
    for (const input of this.form.querySelectorAll("[data-unsaved]")) {
      this.sending.held.set(input.name, input.value);
    }

    this.form.addEventListener("change", (event) => event.target.name?.includes(".") && this.sending.typed([event.target]));
    this.form.addEventListener("keydown", (event) => move(this.form, event));
    this.form.addEventListener("paste", (event) => this.paste(event));
    this.form.addEventListener("submit", (event) => this.leave(event));
    this.form.addEventListener("kept", () => this.refresh());
    const moves = new ResizeObserver(() => this.keepInSight(document.activeElement));
    [this, ...this.querySelectorAll("table")].forEach((part) => moves.observe(part));
    window.addEventListener("online", () => this.sending.send());
    window.addEventListener("focus", () => this.sending.isSignedOut && this.sending.send());
    window.addEventListener("beforeunload", (event) => this.sending.unsent.size + this.sending.held.size > 0 && !this.isLeaving && event.preventDefault());
    window.addEventListener("pageshow", (event) => event.persisted && location.reload());
    this.memory.left().forEach(([key, values]) => this.offer(key, values));
    this.sending.store();
  }

  /** What is said beside places moves what is below; a place that has the focus stays in sight, unless its person looks elsewhere. */
  keepInSight(place) {
    const { top, bottom } = place.getBoundingClientRect();
    if (this.form.contains(place) && bottom > -200 && top < innerHeight + 200) {
      place.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  }

  paste(event) {
    const block = paste(this.form, event);
    if (block) {
      this.sending.tell(say(`Datos pegados: ${block.filled.length}; no caben: ${block.left}.`, `Figures pasted: ${block.filled.length}; that do not fit: ${block.left}.`));
      this.sending.typed(block.filled);
    }
  }

  /** Offers what a tab left on this machine unsent. Until the answer it stays where it is. */
  offer(key, values) {
    const [place, { seen }] = [(name) => this.sending.place(name), this.sending];
    const elsewhere = values.filter(([name, value]) => !place(name) && value.trim().length > 0);
    const left = values.filter(([name, value]) => place(name) && place(name).value.trim() !== value.trim());
    if (left.length + elsewhere.length === 0) {
      this.memory.put(key, []);
      return;
    }

    const box = element("div", "", { className: "notice notice-warning", role: "status" });
    const finish = (taken, kept) => {
      box.remove();
      for (const [name, value, base] of taken) {
        place(name).value = value;
        seen.set(name, base);
      }

      this.sending.typed(taken.map(([name]) => place(name)));
      this.memory.put(key, kept);
    };
    window.addEventListener("storage", (event) => event.key === key && event.newValue === null && box.remove());
    box.append(element("p", say(`Datos que quedaron en este equipo sin guardarse: ${left.length + elsewhere.length}.`, `Figures on this machine that were never kept: ${left.length + elsewhere.length}.`)));
    if (elsewhere.length > 0) {
      const texts = elsewhere.map(([, value]) => `«${value}»`).join(", ");
      box.append(element("p", say(`En filas que la hoja no muestra ahora; agregue la fila para recuperarlos: ${texts}.`, `In rows that the sheet does not show now; add the row to recover them: ${texts}.`)));
    }

    if (left.length > 0) {
      box.append(button(say("Recuperarlos", "Recover them"), "", () => finish(left, elsewhere)), " ");
    }

    box.append(button(say("Descartarlos", "Discard them"), "button-secondary", () => finish([], [])));
    this.prepend(box);
  }

  /** Asks what follows from what was kept, once nothing waits: figures, findings, what is missing. */
  async refresh() {
    await wait(150);
    if (this.sending.isSending) {
      return;
    }

    const response = await fetch(`${this.sending.address}/findings`, { headers: { "X-Avance": "1" } }).catch(() => null);
    if (!response?.ok || this.sending.unsent.size > 0) {
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
    const { seen, unsent, held } = this.sending;
    const name = fresh.id.slice(2);
    const input = fresh.id.startsWith("s-") ? this.sending.place(name) : null;
    if (!input) {
      return true;
    }

    const [revision, shown] = [Number(fresh.dataset.revision), seen.get(name) ?? 0];
    if (revision < shown || unsent.has(name) || held.has(name) || input.value !== input.defaultValue) {
      return false;
    }

    if (revision > shown) {
      input.defaultValue = fresh.dataset.value;
      input.value = fresh.dataset.value;
      seen.set(name, revision);
    }

    return true;
  }

  /** Opens explanations that are now asked for, says what is invalid, and tells how the sheet stands. */
  follow() {
    for (const demand of this.querySelectorAll(".demands[data-open]")) {
      demand.closest("details").open = true;
    }

    for (const input of this.form.querySelectorAll("[aria-describedby]")) {
      input.ariaInvalid = document.getElementById(`s-${input.name}`)?.className === "cell-wrong" ? "true" : null;
    }

    if (this.sending.undecided.size > 0) {
      this.sending.askToDecide();
      return;
    }

    this.sending.tell(`${say("Guardado.", "Saved.")} ${document.getElementById("standing-name").textContent.trim()}.`);
  }

  /** The whole form goes, with the revisions that its boxes were made from; not while it is undecided which value of a place holds. */
  leave(event) {
    if (this.sending.undecided.size > 0) {
      this.sending.askToDecide();
      this.sending.go(event, [...this.sending.undecided][0]);
      return;
    }

    this.isLeaving = true;
    this.form.elements.seen.value = this.sending.revisions();
  }
}

customElements.define("capture-sheet", CaptureSheet);
