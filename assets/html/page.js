"use strict";
const key = document.body.dataset.key;
const boxes = [...document.querySelectorAll("input")];
let kept = {};
try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch { /* A browser may keep nothing. */ }
boxes.forEach((box, at) => {
  if (at in kept) box.checked = kept[at];
  box.addEventListener("change", () => {
    kept[at] = box.checked;
    try { localStorage.setItem(key, JSON.stringify(kept)); } catch { /* The tick is there until the page is closed. */ }
  });
});
document.querySelectorAll("button").forEach((button) => button.addEventListener("click", () => {
  const command = button.nextElementSibling;
  getSelection().selectAllChildren(command);
  const copied = () => { button.textContent = document.body.dataset.copied; };
  // Without the clipboard the command is at least selected.
  if (navigator.clipboard) navigator.clipboard.writeText(command.textContent.replace(/\n$/, "")).then(copied, () => {});
}));
