// Joins the checker to the page: its forms and links are answered here. Answers are kept in this tab, and nowhere else.
// Whatever fails is left to the server, whose page it was.

import init, * as checker from "./phone.js";

const BETWEEN = "\x1f";

/** Makes the checker of a kit, for a day, with the answers that the page came with; `kept` names where later ones are. */
export async function open({ kit, today, answers, kept }) {
  const [words] = await Promise.all([fetch(kit).then((answer) => (answer.ok ? answer.text() : Promise.reject())), init({ module_or_path: new URL("phone_bg.wasm", import.meta.url) })]);
  if (!checker.make(words, today, matchMedia("(pointer: coarse)").matches)) throw new Error("the kit can't be read");
  const main = document.querySelector("main > .wrap");
  const name = document.title.split(" · ").at(-1);

  // pairs as the checker reads them, and as a text that is kept
  const told = (pairs) => [...new URLSearchParams(pairs)].flat().join(BETWEEN);
  const written = (words) => {
    const pairs = new URLSearchParams();
    for (let place = 0; place < words.length; place += 2) pairs.append(words[place], words[place + 1]);
    return pairs.toString();
  };

  let shown = location.pathname;

  /** Shows the page at an address, or what a form leads to; says whether it could. */
  const reply = (address, form) => {
    const reply = checker.reply(address, form && told(form), told(sessionStorage.getItem(kept) ?? answers));
    if (!reply) return;
    const [there, title, html, ...words] = reply.split(BETWEEN);
    sessionStorage.setItem(kept, written(words));
    main.innerHTML = html;
    document.title = `${title} · ${name}`;
    const first = main.querySelector(".error-summary, h1");
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    shown = there;
    return there;
  };
  const go = (address, form) => {
    const there = reply(address, form);
    if (!there) return false;
    if (there !== location.pathname) history.pushState(null, "", there);
    scrollTo(0, 0);
    return true;
  };
  const addressOf = (url) => {
    const { origin, pathname, search } = new URL(url, location);
    return origin === location.origin ? pathname + search : "";
  };

  addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!link.getAttribute("href").startsWith("#") && go(addressOf(link.href))) event.preventDefault();
  });
  addEventListener("popstate", () => {
    // a link within the page leads to its field
    if (location.pathname !== shown) reply(location.pathname) || location.reload();
  });
  return {
    show: () => reply(location.pathname),
    send: (form, submitter) => {
      // what the portal sealed into a cookie only the portal can throw away
      const isForPortal = answers !== "" && form.action.endsWith("/clear");
      if (isForPortal || !go(addressOf(form.action), new FormData(form, submitter))) throw new Error("not for the checker");
    },
  };
}
