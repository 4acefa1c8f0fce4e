// Saves the answer to a quiz question while it is given, and keeps it in this browser until the service has it.
// Without this script the form does the same when it is sent.
"use strict";
(() => {
  const form = document.getElementById("answer");
  const status = document.getElementById("saved");
  const FIRST_WAIT_MS = 2000, LONGEST_WAIT_MS = 30000, PATIENCE_MS = 8000, TYPING_MS = 600, KEPT_MS = 7 * 24 * 3600 * 1000;
  const key = "connectoo answer " + form.getAttribute("action").split("?")[0];
  // The choice in a scenario is a step: it counts when it is sent, not when it is ticked.
  const savesEarly = form.dataset.kind !== "scenario";
  let wait = FIRST_WAIT_MS, timer = 0, sending = Promise.resolve();
  let news = "", withdrawn = null;

  const tell = (text, state) => {
    status.textContent = text;
    status.className = state;
  };

  // What a person gave, without what the page itself put into the form.
  const given = () => {
    const fields = new URLSearchParams(new FormData(form));
    ["form_mark", "seen", "then"].forEach((name) => fields.delete(name));
    return fields.toString();
  };

  // An answer is kept with the saved one that the person saw when giving it: another may be saved meanwhile, on another device.
  const kept = () => {
    try {
      const found = JSON.parse(localStorage.getItem(key));
      return found && Date.now() - found.at < KEPT_MS ? found : null;
    } catch {
      return null;
    }
  };
  const isKept = () => kept()?.given === given();
  const keep = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ given: given(), seen: form.elements.seen.value, at: Date.now() }));
    } catch {
      // A browser that keeps nothing: the answer is still sent.
    }
  };
  const forget = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  };

  const restore = (fields) => {
    const values = new URLSearchParams(fields);
    for (const field of form.elements) {
      if (!field.name || field.type === "hidden" || field.type === "submit") continue;
      if (field.type === "radio" || field.type === "checkbox") field.checked = values.getAll(field.name).includes(field.value);
      else field.value = values.get(field.name) ?? "";
    }
  };

  // What was kept, in the words of the page.
  const inWords = (fields) => {
    const values = new URLSearchParams(fields);
    const words = (field) => {
      if (!field.name || field.type === "hidden" || field.type === "submit") return "";
      const label = field.labels[0] ? field.labels[0].textContent.trim() : "";
      if (field.type === "radio" || field.type === "checkbox") return values.getAll(field.name).includes(field.value) ? label : "";
      const value = values.get(field.name);
      if (!value) return "";
      const chosen = [...(field.options || [])].find((option) => option.value === value);
      return chosen ? label + ": " + chosen.text : value;
    };
    return [...form.elements].map(words).filter(Boolean);
  };

  // What the service answers, and what it tells this script; nothing of it when it cannot be reached.
  const post = async () => {
    const body = new URLSearchParams(new FormData(form));
    const headers = { accept: "application/json" };
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
      const isTold = (answer.headers.get("content-type") || "").startsWith("application/json");
      return { status: answer.type === "opaqueredirect" ? 303 : answer.status, told: isTold ? await answer.json() : null };
    } catch {
      return { status: 0, told: null };
    }
  };

  // The page was made for a session of before: the mark of its form is taken from the page as it would be shown now. Gives the
  // way to sign in where nobody is signed in.
  const renew = async () => {
    try {
      const answer = await fetch(form.action, { signal: AbortSignal.timeout(PATIENCE_MS) });
      const now = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#answer [name=form_mark]");
      if (now) form.elements.form_mark.value = now.value;
      return { isNew: Boolean(now), signIn: new URL(answer.url).pathname === "/sign-in" ? answer.url : undefined };
    } catch {
      return { isNew: false };
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  // One at a time, in the order in which they were given. Gives where the saved answer leads; nothing when it is not saved.
  const save = () => (sending = sending.then(async () => {
    const sent = given();
    let { status, told } = await post(), signIn;
    if (status === 403 || (status === 200 && !told)) { // a page that asks to sign in, or to send the form again
      const renewed = await renew();
      signIn = renewed.signIn;
      if (renewed.isNew) ({ status, told } = await post());
    }
    const isSame = given() === sent; // else it was changed on the way, and that is not saved yet
    if (status === 409 && told) { // handed in, or the time for the quiz is over
      forget();
      tell(told.told, "unsaved");
      return { reached: true };
    }
    if (status === 422 && told) { // no answer yet
      wait = FIRST_WAIT_MS;
      if (isSame && told.isEmpty) forget();
      if (isSame && told.told) tell(told.told, told.isEmpty ? "pending" : "unsaved");
      return { reached: true };
    }
    if (status === 200 && told) {
      wait = FIRST_WAIT_MS;
      form.elements.seen.value = told.seen;
      news = told.replaced || news;
      withdrawn = told.seen ? null : { given: sent, next: told.next };
      if (isSame) {
        forget();
        tell(news ? told.saved + ". " + news : told.saved, "saved");
        news = "";
      } else if (savesEarly) {
        keep(); // the next one is made from this one
      }
      return { reached: true, next: told.next };
    }
    tell(signIn ? form.dataset.ended : form.dataset.unsaved, "unsaved");
    later();
    // A form that would be refused stays: the answer waits in this browser until somebody has signed in.
    const isRefused = status === 403 && savesEarly;
    return { reached: status > 0 && status < 500 && status !== 429, next: isRefused ? signIn : undefined };
  }));

  const changed = () => {
    keep();
    tell(form.dataset.pending, "pending");
    clearTimeout(timer);
    timer = setTimeout(save, TYPING_MS);
  };

  // An answer that was kept here while another one was saved elsewhere: the person says which one counts.
  const question = document.getElementById("kept");
  const ask = (before) => {
    const words = inWords(before.given);
    const lines = (words.length ? words : [form.dataset.none]).map((words) => {
      const line = document.createElement("li");
      line.textContent = words;
      return line;
    });
    document.getElementById("kept-words").replaceChildren(...lines);
    question.hidden = false;
    question.focus();
    document.getElementById("kept-use").addEventListener("click", () => {
      restore(before.given);
      settle();
      changed();
    });
    document.getElementById("kept-drop").addEventListener("click", () => {
      forget();
      settle();
    });
  };
  const settle = () => {
    question.hidden = true;
    const first = form.querySelector("input:not([type=hidden]), select");
    if (first) first.focus();
  };

  if (savesEarly) {
    const before = kept();
    if (before && before.given === given()) {
      forget(); // it arrived
    } else if (before && before.seen === form.elements.seen.value) {
      restore(before.given);
      tell(form.dataset.pending, "pending");
      save();
    } else if (before) {
      ask(before);
    }
    form.addEventListener("input", () => {
      question.hidden = true; // answered anew
      changed();
    });
    window.addEventListener("online", () => isKept() && save());
    // Somebody who leaves while the last change is on its way: the browser sends it all the same.
    window.addEventListener("pagehide", () => {
      if (isKept()) navigator.sendBeacon(form.action, new URLSearchParams(new FormData(form)));
    });
  }

  // Going on waits until the answer is saved: with no connection the page stays, and so does the answer.
  let goes = false;
  form.addEventListener("submit", (event) => {
    if (goes || (event.submitter && event.submitter.name)) return;
    event.preventDefault();
    clearTimeout(timer);
    if (!question.hidden) forget(); // who goes on with the answer on the page has chosen it
    if (withdrawn && withdrawn.given === given()) return location.assign(withdrawn.next);
    save().then(({ reached, next }) => {
      if (next) {
        location.assign(next);
      } else if (reached) {
        goes = true; // no answer yet, or the session has ended: the page that the service gives says so
        form.requestSubmit();
      }
    });
  });
})();
