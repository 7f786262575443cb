// Says how many courses are ticked to be compared, and lets no more be ticked than fit beside each other.
((most, words) => {
  const bar = document.getElementById("compare");
  const count = () => {
    const courses = [...bar.elements].filter(({ name }) => name === "course");
    const ticked = courses.filter(({ type, checked }) => type === "hidden" || checked).length;
    for (const box of courses) box.disabled = box.type === "checkbox" && !box.checked && ticked >= most;
    bar.querySelector("button").textContent = words.replace("#", ticked);
  };
  bar.ownerDocument.addEventListener("change", count);
  // also where the browser brings back a page with its ticks
  addEventListener("pageshow", count);
})
