// Measures the list from the district that is nearest. Where somebody is stays on the device: only the district is told.
((list, centres, seeking, refused, afar) => {
  const KILOMETRES_A_DEGREE = 111;
  const AFAR = 200;
  const button = document.getElementById("nearest");
  const told = document.getElementById("nearest-told");
  const tell = (words) => {
    told.hidden = false;
    told.textContent = words;
  };
  const measure = ({ coords: { latitude, longitude } }) => {
    // a degree of longitude is shorter than one of latitude
    const narrow = Math.cos((latitude * Math.PI) / 180);
    const apart = ([, north, east]) => Math.hypot(north - latitude, (east - longitude) * narrow) * KILOMETRES_A_DEGREE;
    const nearest = centres.split(" ").map((one) => one.split(",")).reduce((best, one) => (apart(one) < apart(best) ? one : best));
    if (apart(nearest) > AFAR) return tell(afar);
    const address = new URL(list, location);
    address.searchParams.set("near", nearest[0]);
    address.searchParams.delete("compare");
    const ticked = document.querySelectorAll("#compare [name=course], [name=course]:checked");
    for (const { value } of ticked) address.searchParams.append("compare", value);
    location.assign(address);
  };
  if (!button || !navigator.geolocation) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    tell(seeking);
    navigator.geolocation.getCurrentPosition(measure, () => tell(refused), { timeout: 10_000, maximumAge: 600_000 });
  });
})
