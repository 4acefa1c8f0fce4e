// Sends what this browser kept of an attempt's other answers, and says on the page what cannot be sent.
"use strict";
(() => {
  const box = document.getElementById("kept-answers"), told = document.getElementById("kept-answers-told");
  const handIn = document.getElementById("hand-in"), without = document.getElementById("kept-answers-without");
  const own = document.getElementById("answer"); // answer.js sends the answer to the question on the page
  const FIRST_WAIT_MS = 2000, LONGEST_WAIT_MS = 30000;
  let wait = FIRST_WAIT_MS, timer = 0, sending = Promise.resolve([]);

  const kept = () => keptAnswers.of(box.dataset.attempt).filter((address) => !own || keptAnswers.addressOf(own) !== address);
  const number = (address) => address.split("/").pop();

  // As answer.js does when the question's page is opened: sent only in place of the answer it was made from. Gives why it is still
  // here, and whether it is worth trying again.
  const send = async (address) => {
    const before = keptAnswers.find(address);
    const { page, signIn } = await keptAnswers.shown(address);
    if (signIn) return { why: box.dataset.ended, link: signIn };
    if (!page) return { why: box.dataset.unsaved, again: true };
    const form = page.getElementById("answer");
    if (!form) return { why: box.dataset.unsaved }; // handed in, or a break: its own page says so
    if (keptAnswers.given(new FormData(form)) === before.given) return { arrived: true };
    if (form.elements.seen.value !== before.seen) return { why: box.dataset.asks };
    const fields = new URLSearchParams(before.given);
    fields.set("form_mark", form.elements.form_mark.value);
    fields.set("seen", before.seen);
    const { status, told } = await keptAnswers.post(address, fields);
    if (status === 409 && told) return { arrived: true, why: told.told };
    if (status === 422 && told) return told.isEmpty ? { arrived: true } : { why: told.told };
    return status === 200 && told ? { arrived: true, isSent: true } : { why: box.dataset.unsaved, again: true };
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
  const settle = () => (sending = sending.then(async () => {
    clearTimeout(timer);
    const left = [], sent = [];
    let again = false, arrived = false;
    for (const address of kept()) {
      const { at } = keptAnswers.find(address);
      const outcome = await send(address);
      // What was given meanwhile in another window stays for the next round.
      if (outcome.arrived && keptAnswers.find(address)?.at === at) keptAnswers.forget(address);
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

  // Handing in waits for what is kept, and asks first when it cannot be sent.
  let goes = false;
  if (handIn) handIn.addEventListener("submit", (event) => {
    if (goes || event.submitter?.name === "without" || kept().length === 0) return;
    event.preventDefault();
    settle().then((left) => {
      if (left.length) {
        without.hidden = false;
        box.focus();
      } else {
        goes = true;
        handIn.requestSubmit();
      }
    });
  });

  window.addEventListener("online", () => kept().length && settle());
  if (kept().length) settle();
})();
