/* Says the month under the thumb while it moves; without this the form works as it is. */
const slider = document.getElementById("mois");
if (slider) {
  const [year, month] = slider.dataset.first.split("-").map(Number);
  const said = document.querySelector(".time-said");
  const words = new Intl.DateTimeFormat(document.documentElement.lang, { month: "long", year: "numeric" });
  const tell = () => {
    const text = words.format(new Date(year, month - 1 + Number(slider.value), 1));
    said.textContent = text;
    slider.setAttribute("aria-valuetext", text);
  };
  slider.addEventListener("input", tell);
  slider.setAttribute("aria-valuetext", said.textContent);
}
