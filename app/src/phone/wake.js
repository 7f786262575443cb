// Fetches the checker when somebody begins to answer, or has answered in this tab before; from then on it answers without the server.
((script, kit, today, answers) => {
  const KEPT = "check";
  let checker;
  const wake = () => (checker ??= import(script).then((module) => module.open({ kit, today, answers, kept: KEPT })));
  const isAnswering = ({ target }) => target.closest?.("main form");
  for (const kind of ["pointerdown", "focusin", "input"]) addEventListener(kind, (event) => isAnswering(event) && wake().catch(() => {}), { passive: true });
  addEventListener("submit", (event) => {
    if (!checker || !isAnswering(event)) return;
    // an answer that is ready before the checker waits for it, but not for long
    event.preventDefault();
    const { target, submitter } = event;
    const late = new Promise((_, reject) => setTimeout(reject, 3000));
    Promise.race([checker, late]).then((open) => open.send(target, submitter)).catch(() => leave(target, submitter));
  });
  // whatever fails, the server takes over, with the answers so far
  const leave = (form, submitter) => {
    checker = undefined;
    const written = sessionStorage.getItem(KEPT);
    sessionStorage.removeItem(KEPT);
    if (written !== null) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "answers", value: written }));
    // a form can't be sent while it tells that it is
    setTimeout(() => form.requestSubmit(submitter));
  };
  if (sessionStorage.getItem(KEPT) !== null) wake().then((open) => open.show()).catch(() => {});
})
