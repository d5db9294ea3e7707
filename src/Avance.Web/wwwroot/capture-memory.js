// What a sheet could not send yet, kept on this machine: for when the page is closed or the machine goes off.

/** What each tab of a person left unsent in a sheet: the name of each place, what was typed, and the revision that it was made from. */
export class Memory {
  constructor(actor, path) {
    this.prefix = `avance ${actor} ${path} `;
    this.own = `${this.prefix}${Date.now()}-${Math.random()}`;
  }

  /** What this tab has unsent now. */
  store(values) {
    this.put(this.own, values);
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

  /** What each tab left here, by its key. It stays where it is until it is put. */
  left() {
    try {
      return Object.entries(localStorage).filter(([key]) => key.startsWith(this.prefix)).map(([key, values]) => [key, JSON.parse(values)]);
    } catch {
      // A browser that keeps nothing has nothing to offer.
      return [];
    }
  }
}
