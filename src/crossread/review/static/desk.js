// Keys and selection. Every page works without it.
"use strict";
// What a key does in the row or claim in hand comes before what it does on the page.
const byKey = (key) => {
  const target = `[data-key="${CSS.escape(key)}"]`;
  return document.querySelector(`.at ${target}`) ?? document.querySelector(`[data-claim]:focus-within ${target}`) ?? document.querySelector(target);
};
const typing = (target) => target.matches("input, textarea, select, [contenteditable]");

function step(by) {
  const rows = [...document.querySelectorAll("[data-row], [data-claim]")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.classList.contains("at"));
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + by))];
  rows.forEach((row) => row.classList.remove("at"));
  next.classList.add("at");
  next.scrollIntoView({ block: "nearest" });
  const link = next.matches("[data-row]") ? next.querySelector("a, button") : next;
  link?.focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) {
    if (event.key === "Escape") event.target.blur();
    // A choice that a key led to is taken with Enter, as a line of text is.
    if (event.key === "Enter" && event.target.matches("select[data-key]")) {
      event.preventDefault();
      event.target.form.querySelector("button").click();
    }
    return;
  }
  const key = event.key;
  if (key === "?") return document.getElementById("help").showModal();
  if (key === "/") { event.preventDefault(); return document.getElementById("find").focus(); }
  const target = byKey(key);
  if (target) {
    event.preventDefault();
    if (target.matches("input, select")) target.focus();
    else target.click();
  } else if (key === "j" || key === "k") {
    event.preventDefault();
    step(key === "j" ? 1 : -1);
  }
});

document.querySelector("[data-help]")?.addEventListener("click", () => document.getElementById("help").showModal());

const report = document.querySelector(".report");
document.querySelector("[data-lens]")?.addEventListener("change", (event) => report.classList.toggle("no-lens", !event.target.checked));

// Offsets are Unicode code points; the browser counts UTF-16 units.
const points = (text) => [...text].length;

function offsetOf(node, within) {
  if (node === report) {
    const next = report.children[within];
    const last = report.lastElementChild;
    return next ? Number(next.dataset.at) : Number(last.dataset.at) + points(last.textContent);
  }
  const owner = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!owner || !report.contains(owner)) return null;
  const before = document.createRange();
  before.selectNodeContents(owner);
  before.setEnd(node, within);
  return Number(owner.dataset.at) + points(before.toString());
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!report || !selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  for (const form of document.querySelectorAll("details[open] form[data-words]")) {
    form.elements.start.value = start;
    form.elements.end.value = end;
  }
});

// A claim in hand: its words stay marked, the others step back.
document.addEventListener("focusin", (event) => {
  const claim = event.target.closest("[data-claim]");
  if (!report) return;
  for (const mark of report.querySelectorAll("mark")) {
    mark.classList.toggle("dim", Boolean(claim) && !mark.dataset.claims.split(" ").includes(claim.dataset.claim));
  }
});
