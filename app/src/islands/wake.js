// Brings the islands to life when somebody first touches one; until then no script is downloaded.
((root) => {
  let isComposing = false;
  addEventListener("compositionstart", () => (isComposing = true));
  addEventListener("compositionend", () => (isComposing = false));
  const wake = async () => {
    const app = await import(`${root}/app.js`);
    await app.default({ module_or_path: `${root}/app_bg.wasm` });
    // half a word is no question yet
    if (isComposing) await new Promise((ended) => addEventListener("compositionend", ended, { once: true }));
    app.hydrate();
    for (const island of document.querySelectorAll("leptos-island")) app[island.dataset.component]?.(island);
  };
  const isTouched = (event) => event.target.closest?.("leptos-island");
  const listen = (event) => {
    if (!isTouched(event)) return;
    for (const kind of kinds) removeEventListener(kind, listen);
    wake();
  };
  const kinds = ["focusin", "pointerover", "input"];
  for (const kind of kinds) addEventListener(kind, listen);
  if (document.activeElement?.closest("leptos-island")) wake();
})
