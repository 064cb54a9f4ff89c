(() => {
  const list = document.querySelector("[data-search]"), body = list.querySelector("tbody"), rows = [...body.rows];
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = list.dataset.search;
  field.setAttribute("aria-label", list.dataset.search);
  field.oninput = () => {
    const wanted = field.value.toLowerCase();
    rows.forEach(row => { row.hidden = !row.textContent.toLowerCase().includes(wanted); });
  };
  list.querySelector("h2").after(field);
  const english = document.documentElement.lang === "en";
  const number = text => {
    const plain = text.replace(/[\s\u00a0%]/g, "").replace("\u2212", "-");
    return parseFloat(english ? plain.replace(/,/g, "") : plain.replace(",", "."));
  };
  list.querySelectorAll("thead th").forEach(heading => {
    const button = document.createElement("button");
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    let direction = 1;
    button.onclick = () => {
      const text = row => row.cells[heading.cellIndex].textContent;
      const order = (a, b) => {
        const [x, y] = [a, b].map(row => number(text(row)));
        if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
        return direction * (isNaN(x) ? text(a).localeCompare(text(b), "nb") : x - y);
      };
      body.append(...rows.sort(order));
      list.querySelectorAll("th").forEach(other => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      direction = -direction;
    };
  });
})();
