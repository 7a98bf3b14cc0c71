// A heading sorts its table; a second click turns the order round. Unknown values stay last.
for (const table of document.querySelectorAll('table.sortable')) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const kind = head.dataset.kind;
    if (!kind) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const up = head.getAttribute('aria-sort') === (kind === 'text' ? 'ascending' : 'descending')
        ? kind !== 'text' : kind === 'text';
      heads.forEach((other) => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
      const body = table.tBodies[0];
      const value = (row) => {
        const cell = row.cells[column];
        return kind === 'text' ? cell.textContent : cell.dataset.value ? Number(cell.dataset.value) : null;
      };
      const rows = [...body.rows].sort((a, b) => {
        const [x, y] = [value(a), value(b)];
        if (x === null || y === null) return (x === null) - (y === null);
        const order = kind === 'text' ? x.localeCompare(y, document.documentElement.lang) : x - y;
        return up ? order : -order;
      });
      body.append(...rows);
    });
  });
}
