// Sends what this browser kept of an attempt's other answers, and says on the page what cannot be sent.
"use strict";
(() => {
  if (!keptAnswers.isAble) return;
  const box = document.getElementById("kept-answers"), told = document.getElementById("kept-answers-told");
  const handIn = document.getElementById("hand-in"), without = document.getElementById("kept-answers-without");
  const own = document.getElementById("answer"); // answer.js sends the answer to the question on the page
  const over = document.getElementById("time-over"), mark = (own || handIn).elements.form_mark;
  const FIRST_WAIT_MS = 2000, LONGEST_WAIT_MS = 30000;
  let wait = FIRST_WAIT_MS, timer = 0, sending = Promise.resolve([]);

  const kept = () => keptAnswers.of(box.dataset.attempt).filter((address) => !own || keptAnswers.addressOf(own) !== address);
  const number = (address) => address.split("/").pop();

  // Sent only in place of the answer it was made from: the service compares. Gives why it is still here, and whether it is worth
  // trying again.
  const send = async (address, before) => {
    const post = () => keptAnswers.post(address, keptAnswers.form(before, mark.value));
    let { status, told } = await post();
    if (status === 403 || (status === 200 && !told)) { // the page is of an earlier session, or nobody is signed in
      const { page, signIn } = await keptAnswers.shown(address);
      if (signIn) return { why: box.dataset.ended, link: signIn };
      const now = page && page.querySelector("[name=form_mark]");
      if (now) {
        mark.value = now.value;
        ({ status, told } = await post());
      }
    }
    if (status === 409 && told) return { arrived: true, why: told.told };
    if (status === 422 && told) return told.asks ? { why: box.dataset.asks } : { arrived: told.isEmpty, why: told.told };
    return status === 200 && told ? { arrived: true, isSent: !told.isSame } : { why: box.dataset.unsaved, again: true };
  };

  const line = ({ address, why, link: way }) => {
    const link = document.createElement("a"), line = document.createElement("li");
    link.href = way || address + (handIn ? "?then=check" : "");
    link.textContent = box.dataset.question.replace("#", number(address));
    line.append(link, " – " + why);
    return line;
  };

  // The lines of the page as they are now that more is saved.
  const renew = async () => {
    const answers = document.getElementById("answers");
    const { page } = answers ? await keptAnswers.shown(location.href) : {};
    const now = page && page.getElementById("answers");
    if (now) answers.replaceWith(now);
  };

  // One round at a time. Gives the addresses of what is still here.
  const settle = () => (sending = sending.catch(() => []).then(async () => {
    clearTimeout(timer);
    const left = [], sent = [];
    let again = false, arrived = false;
    for (const address of kept()) {
      const before = keptAnswers.find(address);
      if (!before) continue; // another window has sent it
      const outcome = await send(address, before);
      // What was given meanwhile in another window stays for the next round.
      if (outcome.arrived && keptAnswers.find(address)?.at === before.at) keptAnswers.forget(address);
      arrived = arrived || outcome.arrived;
      if (outcome.isSent) sent.push(number(address));
      if (outcome.why) left.push({ address, ...outcome });
      again = again || outcome.again;
    }
    if (arrived) await renew();
    if (sent.length) told.textContent = box.dataset.sent.replace("#", sent.join(", "));
    document.getElementById("kept-answers-list").replaceChildren(...left.map(line));
    box.hidden = left.length === 0;
    if (again) {
      timer = setTimeout(settle, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
    return left;
  }));

  // Handing in waits for what is kept, and asks first when it cannot be sent; once the time is over there is nothing to ask.
  let goes = false;
  [handIn, over].filter(Boolean).forEach((form) => form.addEventListener("submit", (event) => {
    if (goes || event.submitter?.name === "without" || kept().length === 0) return;
    event.preventDefault();
    settle().then((left) => {
      if (left.length && !("over" in form.dataset)) {
        without.hidden = false;
        box.focus();
      } else {
        goes = true;
        form.requestSubmit();
      }
    });
  }));

  window.addEventListener("online", () => kept().length && settle());
  if (kept().length) settle();
})();
