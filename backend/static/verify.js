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
// A file that is being sent: how far it is, and a way to stop. Without this the browser shows by itself that it is busy.
for (const shown of document.querySelectorAll("[data-upload]")) {
  const form = shown.closest("form");
  const [bar, told, stop] = ["progress", "[role=status]", "button"].map((what) => shown.querySelector(what));
  const button = form.querySelector("[type=submit]");
  // Screen readers say each change: one in ten percent is enough.
  const tell = (words) => { if (told.textContent !== words) told.textContent = words; };
  let sending = null;
  const end = (words) => {
    sending = null;
    if (document.activeElement === stop) button.focus();
    bar.hidden = stop.hidden = true;
    tell(words);
  };
  stop.addEventListener("click", () => sending.abort());
  form.addEventListener("submit", (event) => {
    if (form.querySelector("input[type=file]").files.length === 0) return;
    event.preventDefault();
    if (sending) return; // a second click
    sending = new XMLHttpRequest();
    sending.upload.addEventListener("progress", ({ loaded, total }) => {
      bar.value = 100 * loaded / total;
      tell(shown.dataset.sent.replace("PERCENT", 10 * Math.floor(10 * loaded / total)));
    });
    sending.upload.addEventListener("load", () => {
      bar.removeAttribute("value");
      tell(shown.dataset.checking);
    });
    sending.addEventListener("load", () => {
      if (sending.responseURL !== form.action) return location.assign(sending.responseURL);
      // The answer takes the place of this page, as when the browser sends the form.
      document.open();
      document.write(sending.responseText);
      document.close();
      const heading = document.querySelector("main h1");
      heading.tabIndex = -1;
      heading.focus();
    });
    sending.addEventListener("error", () => end(shown.dataset.failed));
    sending.addEventListener("abort", () => end(shown.dataset.stopped));
    bar.value = 0;
    tell(shown.dataset.sent.replace("PERCENT", 0));
    shown.hidden = bar.hidden = stop.hidden = false;
    sending.open("POST", form.action);
    sending.send(new FormData(form));
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
