// Keeps the lists of who promises in step with the parties chosen above; without it, a button does the same.
"use strict";

const parties = document.querySelectorAll("select[data-party]");
const promises = document.querySelectorAll("select[data-among-parties]");

function chosen() {
  return [...parties].filter((one) => one.value).map((one) => [one.value, one.selectedOptions[0].text]);
}

function follow(select) {
  const kept = select.value;
  const choices = chosen().map(([value, text]) => new Option(text, value));
  select.replaceChildren(select.options[0], ...choices);
  select.value = choices.some((one) => one.value === kept) ? kept : select.options[0].value;
}

parties.forEach((one) => one.addEventListener("change", () => promises.forEach(follow)));
