// Keys and selection. Every page works without it.
"use strict";
const ROWS = "[data-row], [data-claim]";
const typing = (target) => target.matches("input, textarea, select, [contenteditable]");

function take(row) {
  for (const other of document.querySelectorAll(".at")) other.classList.remove("at");
  row.classList.add("at");
}

/** The row or claim in hand: the one with the focus, or the last one that a key came to. */
function inHand() {
  const focused = document.activeElement?.closest(ROWS);
  if (focused) take(focused);
  return document.querySelector(`:is(${ROWS}).at`);
}

function step(by) {
  const rows = [...document.querySelectorAll(ROWS)];
  if (!rows.length) return;
  const at = rows.indexOf(inHand());
  const next = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
  take(next);
  next.scrollIntoView({ block: "nearest" });
  const link = next.matches("[data-row]") ? next.querySelector("a, button") : next;
  link?.focus({ preventScroll: true });
}

// What a key does in the row or claim in hand comes before what it does on the page. A key of rows, with none in hand, takes
// the first in hand and decides nothing: nobody accepts what they have not looked at.
function act(key) {
  const target = `[data-key="${CSS.escape(key)}"]`;
  const found = inHand()?.querySelector(target) ?? [...document.querySelectorAll(target)].find((row) => !row.closest(ROWS));
  if (!found) {
    const ofRows = document.querySelector(`:is(${ROWS}) ${target}`);
    if (ofRows && !inHand()) step(1);
    return Boolean(ofRows);
  }
  if (found.matches("input, select")) found.focus();
  else found.click();
  if (found.matches("summary") && found.parentElement.open) found.parentElement.querySelector("select, input:not([type=hidden])")?.focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (typing(event.target)) {
    if (event.key === "Escape") leave(event.target);
    // A choice that a key led to is taken with Enter, as a line of text is.
    if (event.key === "Enter" && event.target.matches("select[data-key]")) {
      event.preventDefault();
      event.target.form.querySelector("button").click();
    }
    return;
  }
  if (document.querySelector("dialog[open]")) return;
  const key = event.key;
  if (key === "?") return document.getElementById("help").showModal();
  if (key === "/") { event.preventDefault(); return document.getElementById("find").focus(); }
  if (key.length === 1 && act(key)) event.preventDefault();
  else if (key === "j" || key === "k") {
    event.preventDefault();
    step(key === "j" ? 1 : -1);
  }
});

/** Out of a field, back to the row or claim it belongs to, so that the next key goes on from there. */
function leave(field) {
  const home = field.closest("[data-claim]");
  if (home) home.focus({ preventScroll: true });
  else field.blur();
}

document.querySelector("[data-help]")?.addEventListener("click", () => document.getElementById("help").showModal());

// Back from a decision: the row or claim that it was about is in hand again, and j goes on from it.
const back = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (back) {
  const row = back.matches(ROWS) ? back : back.querySelector(ROWS);
  if (row) {
    take(row);
    (row.matches("[data-row]") ? row.querySelector("a, button") : row)?.focus({ preventScroll: true });
  }
}

const report = document.querySelector(".report");
document.querySelector("[data-lens]")?.addEventListener("change", (event) => report.classList.toggle("no-lens", !event.target.checked));

// Offsets are Unicode code points; the browser counts UTF-16 units.
const points = (text) => [...text].length;
let chosen = null; // the last words that were selected in the report, also before a form was opened for them

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

function fill(form) {
  if (!chosen) return;
  form.elements.start.value = chosen.start;
  form.elements.end.value = chosen.end;
  form.elements.words.value = chosen.words;
}

document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  if (!report || !selection || selection.isCollapsed) return;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return;
  chosen = { start, end, words: selection.toString().replace(/\s+/g, " ").trim() };
  document.querySelectorAll("details[open] form[data-words]").forEach(fill);
});
for (const form of document.querySelectorAll("form[data-words]")) {
  form.closest("details")?.addEventListener("toggle", (event) => event.target.open && fill(form));
  // Typed words are looked for in the report; the selection that stood there before is not meant any more.
  form.elements.words.addEventListener("input", () => { form.elements.start.value = form.elements.end.value = ""; });
}

// A claim in hand: its words stay marked, the others step back.
document.addEventListener("focusin", (event) => {
  const claim = event.target.closest("[data-claim]");
  if (!report) return;
  for (const mark of report.querySelectorAll("mark")) {
    mark.classList.toggle("dim", Boolean(claim) && !mark.dataset.claims.split(" ").includes(claim.dataset.claim));
  }
});

// Files dropped anywhere on the page are handed in with the form; while they are read the page says so.
const hand = document.querySelector("form[data-drop]");
if (hand) {
  const files = hand.querySelector("input[type=file]");
  const told = hand.querySelector("[data-dropped]");
  const list = () => { if (files.files.length) told.textContent = `To be read: ${[...files.files].map((file) => file.name).join(", ")}`; };
  const over = (event, on) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("dropping", on);
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => over(event, false));
  document.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer.files.length) return;
    files.files = event.dataTransfer.files;
    list();
    hand.querySelector("button").focus();
  });
  files.addEventListener("change", list);
  hand.addEventListener("submit", () => {
    hand.querySelector("[data-reading]").hidden = false;
    told.textContent = "Reading. The first report takes some seconds more, because the reader is loaded.";
  });
  addEventListener("pageshow", () => { hand.querySelector("[data-reading]").hidden = true; });
}
