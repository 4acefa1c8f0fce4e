// Checks the signed statement in the address's fragment with the published keys, when the register is out of reach.
// What it is and what it proves: docs/verification.md. The form on the page does the same without this script.
(() => {
  const place = document.getElementById("statement");
  const code = decodeURIComponent(location.hash.slice(1)).trim().toUpperCase();
  if (!place || !code || !window.isSecureContext || !crypto.subtle) return;

  const address = document.getElementById("address");
  if (address && !address.value.includes("#")) address.value = location.href;

  const BODY = 17, LENGTH = 81, VERSION = 1;

  function base32(text) {
    const bytes = [];
    let bits = 0, held = 0;
    for (const one of text) {
      const value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one);
      if (value < 0) return null;
      held = (held << 5) | value;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.push((held >> bits) & 255);
        held &= (1 << bits) - 1;
      }
    }
    return held === 0 ? Uint8Array.from(bytes) : null;
  }

  function base64url(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (one) => one.charCodeAt(0));
  }

  async function verifies(jwk, message, signature) {
    const { kty, crv, x, y } = jwk;
    const algorithm = { name: "ECDSA", namedCurve: "P-256" };
    const key = await crypto.subtle.importKey("jwk", { kty, crv, x, y }, algorithm, false, ["verify"]);
    return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, message);
  }

  function day(count) {
    return new Date(Date.UTC(2020, 0, 1 + count));
  }

  async function read() {
    const bytes = base32(code);
    if (!bytes || bytes.length !== LENGTH || bytes[0] >> 4 !== VERSION) return null;
    const level = place.getAttribute("data-level" + (bytes[0] & 15));
    const body = bytes.slice(0, BODY), signature = bytes.slice(BODY);
    const number = location.pathname.split("/").pop().replace(/[\s-]/g, "").toUpperCase();
    const message = new TextEncoder().encode("connectoo-statement\u0001" + number);
    const signed = new Uint8Array([...message, ...body]);
    const hint = body.slice(13).join();
    for (const jwk of JSON.parse(place.dataset.keys).keys) {
      if (base64url(jwk.kid).slice(0, 4).join() !== hint) continue;
      if (level && (await verifies(jwk, signed, signature))) {
        return { number, level, issued: (body[1] << 8) | body[2], until: (body[3] << 8) | body[4] };
      }
    }
    return null;
  }

  function show(statement) {
    const verdict = document.getElementById(statement ? "statement-genuine" : "statement-refused");
    const shown = verdict.content.cloneNode(true);
    if (statement) fill(shown, statement);
    place.replaceChildren(shown);
  }

  function fill(shown, statement) {
    const words = new Intl.DateTimeFormat(place.dataset.lang, { dateStyle: "long", timeZone: "UTC" });
    const write = (name, text) => (shown.querySelector(`[data-fact="${name}"]`).textContent = text);
    write("number", statement.number.match(/.{1,4}/g).join("-"));
    write("level", statement.level);
    write("issued", words.format(day(statement.issued)));
    if (statement.until) write("until", words.format(day(statement.until)));
    const over = statement.until && Date.now() >= day(statement.until + 1).getTime();
    if (!over) shown.querySelector("[data-over]").remove();
  }

  read().then(show, () => show(null));
})();
