// Saves a note while it is written. Without this script the form does the same when it is sent.
"use strict";
(() => {
  const form = document.getElementById("note");
  if (!form) return;
  const status = document.getElementById("saved");
  const FIRST_WAIT_MS = 2000, LONGEST_WAIT_MS = 30000, TYPING_MS = 1000;
  let wait = FIRST_WAIT_MS, timer = 0, sending = Promise.resolve();
  let saved = form.elements.text.value;

  const tell = (text, state) => {
    status.textContent = text;
    status.className = state;
  };

  const post = async () => {
    const body = new URLSearchParams(new FormData(form));
    return fetch(form.action, { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" });
  };

  // One at a time: each save says which text it was made from.
  const save = () => (sending = sending.then(async () => {
    const text = form.elements.text.value;
    if (text === saved) return;
    let answer;
    try {
      answer = await post();
    } catch {
      answer = null;
    }
    if (!answer || answer.status >= 500 || answer.status === 429) {
      tell(form.dataset.unsaved, "unsaved");
      clearTimeout(timer);
      timer = setTimeout(save, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
      return;
    }
    wait = FIRST_WAIT_MS;
    // The session has ended, or the page is too old: the button asks to sign in and keeps the text.
    if (!(answer.headers.get("content-type") || "").startsWith("application/json")) return tell(form.dataset.unsaved, "unsaved");
    const told = await answer.json();
    if (told.wrong) return tell(told.wrong, "unsaved");
    saved = text;
    form.elements.seen.value = told.seen;
    tell(told.replaced ? told.saved + " " + told.replaced : told.saved, told.saved ? "saved" : "");
  }));

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, TYPING_MS);
  });
  window.addEventListener("online", save);
  // Somebody who leaves while the last change is on its way: the browser sends it all the same.
  window.addEventListener("pagehide", () => {
    if (form.elements.text.value !== saved) navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
  });
  // After what is on its way, so that the two do not take each other for another device.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    sending.then(() => {
      saved = form.elements.text.value;
      form.submit();
    });
  });
})();
