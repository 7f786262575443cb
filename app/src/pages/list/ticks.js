// Says how many courses are ticked to be compared, lets no more be ticked than fit beside each other, and takes them along to
// other pages and orders of the list.
((most, words) => {
  const bar = document.getElementById("compare");
  const main = bar.closest("main");
  const courses = () => [...bar.elements].filter(({ name }) => name === "course");
  const ticked = () => courses().filter(({ type, checked }) => type === "hidden" || checked);
  const carry = (pairs) => {
    pairs.delete("compare");
    for (const { value } of ticked()) pairs.append("compare", value);
  };
  const count = () => {
    const all = ticked().length;
    for (const box of courses()) box.disabled = box.type === "checkbox" && !box.checked && all >= most;
    bar.querySelector("button").textContent = words.replace("#", all);
    for (const link of main.querySelectorAll("a")) {
      const address = new URL(link.href);
      if (address.pathname !== location.pathname) continue;
      carry(address.searchParams);
      link.href = address;
    }
  };
  document.addEventListener("change", count);
  // also where the browser brings back a page with its ticks
  addEventListener("pageshow", count);
  document.addEventListener("formdata", ({ target, formData }) => {
    if (target !== bar && main.contains(target)) carry(formData);
  });
})
