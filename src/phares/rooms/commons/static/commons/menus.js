// Opened menus close as people expect: Escape, or a click elsewhere. Without this file they still open and close.
(() => {
  const opened = () => document.querySelectorAll("details.account[open], details.menu[open]");

  document.addEventListener("click", (event) => {
    for (const menu of opened()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of opened()) {
      const held = menu.contains(document.activeElement);
      menu.open = false;
      if (held) menu.querySelector("summary").focus();
    }
  });
})();
