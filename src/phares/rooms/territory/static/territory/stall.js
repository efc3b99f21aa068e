// The stall: what is said is kept on this phone first, then sent; each entry bears a mark, so that sent twice it is
// one voice. Nothing is thrown away before the server says that it is kept.
(() => {
  const form = document.querySelector("form[data-stall]");
  if (!form) return;
  const shelf = `phares.stall.${form.dataset.stall}`;
  const says = document.querySelector("[data-stall-says]");
  const list = document.querySelector("[data-stall-list]");
  const words = document.querySelector("[data-stall-words]").dataset;
  const AT_ONCE = 10; // few at a time: a full phone keeps nobody else waiting
  let sending = false;
  let token = "";
  let promised = ""; // the code of what is said again after a refusal: it was given already
  const given = new Map(); // codes of receipts, each with how its words begin, while this page is open

  const kept = () => JSON.parse(localStorage.getItem(shelf) || "[]");
  const keep = (entries) => localStorage.setItem(shelf, JSON.stringify(entries));
  const newMark = () => Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(16).padStart(2, "0")).join("");

  const LEGIBLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"; // as the server writes codes: no sign taken for another
  const newCode = () => {
    const signs = [];
    while (signs.length < 8) {
      const [chance] = crypto.getRandomValues(new Uint8Array(1));
      if (chance < 248) signs.push(LEGIBLE[chance % 31]);
    }
    return `${signs.slice(0, 4).join("")}-${signs.slice(4).join("")}`;
  };

  const takeBack = (entry) => { // what the pole refused goes back into the form, to be said better
    const button = document.createElement("button");
    [button.type, button.className, button.textContent] = ["button", "button button-quiet", words.again];
    button.addEventListener("click", () => {
      keep(kept().filter((one) => one.mark !== entry.mark));
      for (const field of form.elements) {
        if (field.type === "checkbox") field.checked = field.name in entry;
        else if (field.name in entry) field.value = entry[field.name];
      }
      promised = entry.code || "";
      for (const more of form.querySelectorAll("details")) more.open = true;
      form.elements.text.focus();
      show();
    });
    return button;
  };

  const show = (sentence) => {
    const entries = kept();
    says.textContent = sentence || (entries.length ? words.waiting.replace("{n}", entries.length) : words.none);
    list.replaceChildren(...entries.map((entry) => {
      const line = document.createElement("li");
      line.textContent = [entry.code, entry.text, entry.refused].filter(Boolean).join(" — ");
      if (entry.refused) line.append(" ", takeBack(entry));
      return line;
    }));
  };

  const csrf = async () => {
    const page = await fetch(location.pathname, { credentials: "same-origin", cache: "reload" });
    const found = /name="csrfmiddlewaretoken" value="([^"]+)"/.exec(await page.text());
    if (!found || page.redirected) throw new Error("closed");
    return found[1];
  };

  const send = async () => {
    const entries = kept().filter((entry) => !entry.refused).slice(0, AT_ONCE);
    if (sending) return;
    if (!entries.length) return show();
    sending = true;
    let wait = 15000;
    try {
      token ||= await csrf();
      const answer = await fetch(form.dataset.send, {
        method: "POST", credentials: "same-origin", redirect: "error",
        headers: { "Content-Type": "application/json", "X-CSRFToken": token },
        body: JSON.stringify(entries),
      });
      if (!answer.ok) throw new Error("refused");
      const said = await answer.json();
      keep(kept().filter((entry) => !(entry.mark in said.kept))
        .map((entry) => (entry.mark in said.refused ? { ...entry, refused: said.refused[entry.mark] } : entry)));
      for (const entry of entries) if (entry.mark in said.kept) given.set(said.kept[entry.mark], entry.text.slice(0, 40));
      if (Object.keys(said.kept).length) wait = 0;
      show(given.size ? words.sent.replace("{codes}", [...given].map(([code, text]) => `${code} (${text})`).join(", ")) : "");
    } catch (trouble) {
      token = "";
      if (trouble.message === "closed") show(words.closed);
    } finally {
      sending = false;
    }
    if (kept().some((entry) => !entry.refused) && navigator.onLine) setTimeout(send, wait);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const entry = Object.fromEntries([...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken"));
    if (!entry.text.trim()) return form.elements.text.focus();
    const code = promised || newCode();
    promised = "";
    keep([...kept(), { ...entry, mark: newMark(), code }]);
    form.reset();
    form.elements.text.focus();
    show(`${words.kept.replace("{code}", code)} ${words.waiting.replace("{n}", kept().length)}`);
    send();
  });

  addEventListener("online", send);
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(form.dataset.worker, { scope: location.pathname });
  show();
  send();
})();
