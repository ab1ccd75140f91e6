// Reads the chart at a month: moves the line in the drawing and says the row of the table. The words and figures are the server's.
function read(range) {
  const box = range.closest("figure"), row = box.querySelector(`tr[data-month='${range.value}']`);
  if (!row) return;
  let words = range.dataset.pattern.replace("%0", range.value);
  for (const cell of row.querySelectorAll("[data-read]")) words = words.replace("%" + cell.dataset.read, cell.textContent);
  box.querySelector("output").textContent = words;
  for (const svg of box.querySelectorAll("svg.chart")) {
    const [from, to] = [Number(svg.dataset.x0), Number(svg.dataset.x1)], line = svg.querySelector(".cursor");
    const x = from + (to - from) * range.value / range.max;
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
  }
}
document.addEventListener("input", (event) => { if (event.target.matches("[data-chart] input[type=range]")) read(event.target); });
