"use strict";
const key = document.body.dataset.key;
// A step is known by its words, and the one behind it with the same words by its number, so that a later export keeps them.
const kept = new Map();
try { JSON.parse(localStorage.getItem(key)).forEach(([step, done]) => kept.set(step, done)); } catch { /* Nothing is kept. */ }
const count = new Map();
document.querySelectorAll("input").forEach((box) => {
  const words = box.parentElement.textContent.trim();
  count.set(words, (count.get(words) || 0) + 1);
  const step = `${words} ${count.get(words)}`;
  if (kept.has(step)) box.checked = kept.get(step);
  box.addEventListener("change", () => {
    kept.set(step, box.checked);
    try { localStorage.setItem(key, JSON.stringify([...kept])); } catch { /* The tick is there until the page is closed. */ }
  });
});
document.querySelectorAll("button").forEach((button) => button.addEventListener("click", () => {
  const command = button.nextElementSibling;
  getSelection().selectAllChildren(command);
  const copied = () => { button.textContent = document.body.dataset.copied; };
  // Without the clipboard the command is at least selected.
  if (navigator.clipboard) navigator.clipboard.writeText(command.textContent.replace(/\n$/, "")).then(copied, () => {});
}));
