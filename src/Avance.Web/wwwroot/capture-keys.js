// The keyboard in a sheet: up and down a column, and blocks of a spreadsheet.

const column = (form, name) => [...form.querySelectorAll(`input[data-col="${name}"]`)];

/** Enter and the arrows go up and down a column. A box with a list of its own keeps the arrows for it. */
export function move(form, event) {
  const name = event.target.dataset?.col;
  const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" || event.key === "Enter" ? 1 : 0;
  if (!name || step === 0 || event.ctrlKey || event.altKey || event.metaKey || (event.target.list && event.key !== "Enter")) {
    return;
  }

  event.preventDefault();
  const places = column(form, name);
  const next = places[places.indexOf(event.target) + step];
  next?.focus();
  next?.select();
}

/**
 * A block of a spreadsheet fills places downwards, and to the right where a row has more. Gives the places that it filled and how
 * many figures found none; nothing when what is pasted is no block, and the browser pastes it.
 */
export function paste(form, event) {
  const rows = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
  if (!event.target.dataset?.col || (rows.length === 1 && rows[0].length === 1)) {
    return null;
  }

  event.preventDefault();
  const down = column(form, event.target.dataset.col);
  const first = down.indexOf(event.target);
  const filled = [];
  rows.forEach((cells, i) => {
    const start = down[first + i];
    const across = start ? [...start.closest("tr").querySelectorAll("input[data-col]")] : [];
    cells.forEach((text, j) => {
      const input = j === 0 ? start : across[across.indexOf(start) + j];
      if (input) {
        input.value = text.trim();
        filled.push(input);
      }
    });
  });
  return { filled, left: rows.flat().length - filled.length };
}
