// Shows in place what became of an answer to a question that the lesson asks. Without this script the form's page does.
"use strict";
(() => {
  const language = document.documentElement.lang;

  // The same address that the form leads to, asked for the question's box alone.
  const exchange = async (box, address) => {
    const separator = address.includes("?") ? "&" : "?";
    let answer;
    try {
      answer = await fetch(address + separator + "check=1&lang=" + language, { headers: { accept: "application/json" } });
    } catch {
      box.querySelector("[role=status]").textContent = box.dataset.unreached;
      return;
    }
    const isBox = (answer.headers.get("content-type") || "").startsWith("application/json");
    if (!isBox) {
      location.assign(address); // the question is gone, or something failed: the page says what
      return;
    }
    const made = document.createElement("template");
    made.innerHTML = (await answer.json()).html;
    const fresh = made.content.firstElementChild;
    box.replaceWith(fresh);
    (fresh.querySelector("[data-focus]") || document.getElementById(fresh.id + "-first")).focus();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const box = form.closest(".practice");
    if (!box || form.method === "post") return;
    event.preventDefault();
    exchange(box, form.action.split("#")[0] + "?" + new URLSearchParams(new FormData(form, event.submitter)));
  });

  document.addEventListener("click", (event) => {
    const again = event.target.closest(".practice [data-again]");
    if (!again || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    exchange(again.closest(".practice"), again.href);
  });
})();
