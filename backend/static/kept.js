// What this browser keeps of the answers to a quiz until the service has them. Loaded before the scripts that use it.
"use strict";
const keptAnswers = (() => {
  const PREFIX = "connectoo answer ", KEPT_MS = 7 * 24 * 3600 * 1000, PATIENCE_MS = 8000;

  // What the scripts need that old browsers lack: there the forms do without, as where no script runs.
  const isAble = typeof AbortSignal === "function" && "timeout" in AbortSignal && "requestSubmit" in HTMLFormElement.prototype;

  // Where a question is asked, without what the address says besides.
  const addressOf = (form) => form.getAttribute("action").split("?")[0];

  // What a person gave, without what the page itself put into the form.
  const given = (fields) => {
    const answer = new URLSearchParams(fields);
    ["form_mark", "seen", "then"].forEach((name) => answer.delete(name));
    return answer.toString();
  };

  // Whether nothing was given.
  const isBlank = (given) => [...new URLSearchParams(given)].every(([name, value]) => !value || name === "written");

  // An answer is kept with the saved one that the person saw when giving it: another may be saved meanwhile, elsewhere.
  const find = (address) => {
    try {
      const found = JSON.parse(localStorage.getItem(PREFIX + address));
      return found && Date.now() - found.at < KEPT_MS ? found : null;
    } catch {
      return null;
    }
  };

  const keep = (form) => {
    try {
      const answer = { given: given(new FormData(form)), seen: form.elements.seen.value, at: Date.now() };
      localStorage.setItem(PREFIX + addressOf(form), JSON.stringify(answer));
    } catch {
      // A browser that keeps nothing: the answer is still sent.
    }
  };

  const forget = (address) => {
    try {
      localStorage.removeItem(PREFIX + address);
    } catch {
      // As above.
    }
  };

  // The addresses of what is kept, of those that begin so.
  const addresses = (start) => {
    try {
      const ours = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX + start));
      return ours.map((name) => name.slice(PREFIX.length));
    } catch {
      return [];
    }
  };

  // The questions of an attempt of which something is kept, in order.
  const of = (attempt) => {
    const number = (address) => Number(address.split("/").pop());
    return addresses(attempt + "/questions/").filter(find).sort((one, other) => number(one) - number(other));
  };

  // What nobody came back to.
  addresses("").filter((address) => !find(address)).forEach(forget);

  // What a browser kept, as the form that it was given in would send it: in place of the answer that its page showed, and no other.
  const form = (before, mark) => {
    const fields = new URLSearchParams(before.given);
    [["form_mark", mark], ["seen", before.seen], ["kept", "1"]].forEach(([name, value]) => fields.set(name, value));
    return fields;
  };

  // What the service answers, and what it tells a script; nothing of it when it cannot be reached.
  const post = async (address, body) => {
    const headers = { accept: "application/json" };
    try {
      const answer = await fetch(address, { method: "POST", body, headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
      const isTold = (answer.headers.get("content-type") || "").startsWith("application/json");
      return { status: answer.type === "opaqueredirect" ? 303 : answer.status, told: isTold ? await answer.json() : null };
    } catch {
      return { status: 0, told: null };
    }
  };

  // A page as it would be shown now; the way to sign in where nobody is signed in. Neither when it cannot be reached.
  const shown = async (address) => {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) });
      if (answer.status >= 500 || answer.status === 429) return {};
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return new URL(answer.url).pathname === "/sign-in" ? { signIn: answer.url + "&waits=answer" } : { page };
    } catch {
      return {};
    }
  };

  return { isAble, addressOf, given, isBlank, find, keep, forget, of, form, post, shown };
})();
