// A file may be dropped on its field. Without this script the field works as every other.
"use strict";
for (const zone of document.querySelectorAll("[data-drop]")) {
  const input = zone.querySelector("input[type=file]");
  const over = (is) => zone.classList.toggle("drop-over", is);
  zone.classList.add("drop");
  zone.addEventListener("dragover", (event) => { event.preventDefault(); over(true); });
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    if (event.dataTransfer.files.length === 1) input.files = event.dataTransfer.files;
    input.focus();
  });
}
// A list that is being checked: its page is asked again until it is done.
for (const running of document.querySelectorAll("[data-running]")) {
  const again = async () => {
    const answer = await fetch(running.dataset.running, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { total, checked } = await answer.json();
    running.value = checked;
    if (checked >= total) location.reload(); else setTimeout(again, 500);
  };
  setTimeout(again, 500);
}
