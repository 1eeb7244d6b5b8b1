"use strict";
// Without this everything is shown; with it rows can be chosen, and all that is folded can be opened at once.
(() => {
  const form = document.getElementById("filter");
  if (!form) return;
  const shown = document.getElementById("shown");
  const targets = [...document.querySelectorAll("article.target")];
  const cells = [...document.querySelectorAll("td[data-for]")];
  const fits = {
    area: (target, value) => target.dataset.area === value,
    clause: (target, value) => target.dataset.clause === value,
    unit: (target, value) => target.dataset.units.split(" ").includes(value),
    status: (target, value) => target.dataset.status === value,
  };

  const hideWithout = (selector, part) => {
    for (const whole of document.querySelectorAll(selector)) {
      whole.hidden = !whole.querySelector(part);
    }
  };

  // A column of which nothing is chosen would be an empty one, on a page and on paper.
  const matrix = document.querySelector("table.matrix");
  const keepColumns = (areas) => {
    for (const row of matrix.rows) {
      if (row.className === "clause") row.cells[0].colSpan = areas.size + 1;
      else [...row.cells].slice(1).forEach((cell, at) => (cell.hidden = !areas.has(at)));
    }
  };

  const choose = () => {
    const asked = Object.keys(fits).filter((name) => form.elements[name].value);
    const chosen = new Set();
    for (const target of targets) {
      target.hidden = !asked.every((name) => fits[name](target, form.elements[name].value));
      if (!target.hidden) chosen.add(target.id);
    }
    for (const cell of cells) cell.classList.toggle("left-out", !chosen.has(cell.dataset.for));
    const columns = cells.filter((cell) => !asked.length || chosen.has(cell.dataset.for)).map((cell) => cell.cellIndex - 1);
    keepColumns(new Set(columns));
    hideWithout("#targets .indicator", "article.target:not([hidden])");
    hideWithout("#targets .clause", "article.target:not([hidden])");
    hideWithout("table.matrix tbody tr:not(.clause)", "td[data-for]:not(.left-out)");
    hideWithout("table.matrix tbody", "td[data-for]:not(.left-out)");
    form.classList.toggle("chosen", asked.length > 0);
    // What tells of all rows is not printed with some of them.
    document.body.classList.toggle("chosen", asked.length > 0);
    const labels = asked.map((name) => form.elements[name].selectedOptions[0].text);
    shown.textContent = (asked.length ? shown.dataset.chosen : shown.dataset.all)
      .replace("{shown}", () => chosen.size)
      .replace("{total}", () => targets.length)
      .replace("{chosen}", () => labels.join(shown.dataset.separator));
  };

  const openAll = document.getElementById("open-all");
  openAll.addEventListener("click", () => {
    const open = openAll.textContent === openAll.dataset.open;
    for (const folded of document.querySelectorAll("article.target details")) folded.open = open;
    openAll.textContent = open ? openAll.dataset.close : openAll.dataset.open;
  });
  form.addEventListener("change", choose);
  const showAll = () => {
    form.reset();
    choose();
  };

  document.getElementById("show-all").addEventListener("click", showAll);
  // A link to a row that is not among the chosen ones leads to it all the same.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#t-']");
    if (link && document.getElementById(link.hash.slice(1)).hidden) showAll();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  choose();
})();
