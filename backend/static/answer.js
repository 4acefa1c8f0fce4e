// Saves the answer to a quiz question while it is given, and keeps it in this browser until the service has it.
// Without this script the form does the same when it is sent.
"use strict";
(() => {
  if (!keptAnswers.isAble) return;
  const form = document.getElementById("answer");
  const status = document.getElementById("saved");
  const FIRST_WAIT_MS = 2000, LONGEST_WAIT_MS = 30000, TYPING_MS = 600;
  const address = keptAnswers.addressOf(form);
  // The choice in a scenario is a step: it counts when it is sent, not when it is ticked.
  const savesEarly = form.dataset.kind !== "scenario";
  let wait = FIRST_WAIT_MS, timer = 0, sending = Promise.resolve();
  let news = null, withdrawn = null, isSending = false, isLeaving = false;
  // A number is read as the page's language writes it; what was typed on another page as that one's does.
  const written = form.elements.written, language = written && written.value;

  const tell = (text, state) => {
    status.textContent = text;
    status.className = state;
  };

  // What the form holds; what it held at the end of the time, when nothing more can be entered.
  let locked = null;
  const fields = () => {
    const all = new URLSearchParams(locked ?? new FormData(form));
    if (locked) ["form_mark", "seen"].forEach((name) => all.set(name, form.elements[name].value));
    return all;
  };
  const given = () => keptAnswers.given(fields());
  const isKept = () => keptAnswers.find(address)?.given === given();

  const restore = (fields) => {
    const values = new URLSearchParams(fields);
    if (written) written.value = values.get("written") || language;
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

  const post = () => keptAnswers.post(form.action, fields());

  // The page was made for a session of before: the mark of its form is taken from the page as it would be shown now. Gives the
  // way to sign in where nobody is signed in.
  const renew = async () => {
    const { page, signIn } = await keptAnswers.shown(form.action);
    const now = page && page.querySelector("#answer [name=form_mark]");
    if (now) form.elements.form_mark.value = now.value;
    return { isNew: Boolean(now), signIn };
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  // One at a time, in the order in which they were given. Gives where the saved answer leads; nothing when it is not saved.
  const save = () => (sending = sending.then(saveNow).finally(() => { isSending = false; }));
  const saveNow = async () => {
    isSending = true;
    const sent = given();
    let { status, told } = await post(), signIn;
    if (status === 403 || (status === 200 && !told)) { // a page that asks to sign in, or to send the form again
      const renewed = await renew();
      signIn = renewed.signIn;
      if (renewed.isNew) ({ status, told } = await post());
    }
    const isSame = given() === sent; // else it was changed on the way, and that is not saved yet
    if (status === 409 && told) { // handed in, or the time for the quiz is over
      keptAnswers.forget(address);
      tell(told.told, "unsaved");
      return { reached: true };
    }
    if (status === 422 && told) { // no answer yet
      wait = FIRST_WAIT_MS;
      if (isSame && told.isEmpty) keptAnswers.forget(address);
      if (isSame && told.told) tell(told.told, told.isEmpty ? "pending" : "unsaved");
      return { reached: true };
    }
    if (status === 200 && told) {
      let next = told.next; // where the page says too that another answer was replaced
      wait = FIRST_WAIT_MS;
      form.elements.seen.value = told.seen;
      if (told.replaced) news = { words: told.replaced, next: told.next };
      withdrawn = told.seen ? null : { given: sent, next: told.next };
      if (isSame) {
        keptAnswers.forget(address);
        tell(news ? told.saved + ". " + news.words : told.saved, "saved");
        [next, news] = [news ? news.next : told.next, null];
      } else if (savesEarly) {
        keptAnswers.keep(form); // the next one is made from this one
      }
      return { reached: true, next };
    }
    tell(signIn ? form.dataset.ended : form.dataset.unsaved, "unsaved");
    if (savesEarly) later(); // a step is sent when somebody sends it
    // A form that would be refused stays: the answer waits in this browser until somebody has signed in.
    const isRefused = status === 403 && savesEarly;
    return { reached: status > 0 && status < 500 && status !== 429, next: isRefused ? signIn : undefined };
  };

  const changed = () => {
    keptAnswers.keep(form);
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
      keptAnswers.forget(address);
      settle();
    });
  };
  const settle = () => {
    question.hidden = true;
    const first = form.querySelector("input:not([type=hidden]), select");
    if (first) first.focus();
  };

  if (savesEarly) {
    const before = keptAnswers.find(address);
    if (before && before.given === given()) {
      // It arrived, unless the page shows it with what is wrong about it.
      if (status.className === "saved" || keptAnswers.isBlank(before.given)) keptAnswers.forget(address);
    } else if (before && before.seen === form.elements.seen.value) {
      restore(before.given);
      tell(form.dataset.pending, "pending");
      save();
    } else if (before) {
      keptAnswers.post(form.action, keptAnswers.form(before, form.elements.form_mark.value)).then(({ status, told }) => {
        if (status === 200 && told && told.isSame) {
          keptAnswers.forget(address); // it arrived, in other words
          form.elements.seen.value = told.seen;
          tell(told.saved, "saved");
        } else {
          ask(before);
        }
      });
    }
    form.addEventListener("input", () => {
      question.hidden = true; // answered anew
      if (written) written.value = language;
      changed();
    });
    window.addEventListener("online", () => isKept() && save());
    // Somebody who leaves while the last change is on its way: the browser sends it all the same.
    window.addEventListener("pagehide", () => {
      if (isKept() && !isLeaving) navigator.sendBeacon(form.action, fields());
    });
    window.addEventListener("pageshow", () => { isLeaving = false; });
  }

  // At the end of the time what stands here is sent, and only the result is left to be seen.
  document.addEventListener("timeover", () => {
    const over = document.getElementById("time-over");
    clearTimeout(timer);
    locked = fields();
    for (const field of form.elements) field.disabled = field.type !== "hidden";
    form.querySelectorAll("#kept, .buttons").forEach((part) => part.remove());
    (isKept() ? save() : sending).then(() => {
      over.hidden = false;
      over.focus();
    });
  });

  // Going on waits until the answer is saved: with no connection the page stays, and so does the answer.
  let goes = false;
  form.addEventListener("submit", (event) => {
    if (goes) return;
    clearTimeout(timer);
    if (event.submitter && event.submitter.name) { // it sends the form itself, after what is on its way
      isLeaving = true;
      if (!isSending) return;
      event.preventDefault();
      sending.then(() => {
        goes = true;
        form.requestSubmit(event.submitter);
      });
      return;
    }
    event.preventDefault();
    if (!question.hidden) keptAnswers.forget(address); // who goes on with the answer on the page has chosen it
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
