// Exit this page: blanks the page at once and goes to the link's site, by click or by Shift pressed three times.
(() => {
  const links = document.querySelectorAll("a[data-exit-page]");
  const main = document.querySelector(".cc-exit__button");
  if (!main) return;
  const status = document.querySelector("[data-exit-status]");
  let presses = 0;
  let forget;

  const leave = () => {
    document.documentElement.classList.add("cc-gone");
    document.title = main.dataset.leaving;
    // Replaces this page in the history, so that Back does not bring it up again.
    window.location.replace(main.href);
  };

  for (const link of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }

  const startOver = () => {
    presses = 0;
    status.textContent = "";
  };

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift") return startOver();
    // A held key repeats; Shift with another key is typing.
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    presses += 1;
    clearTimeout(forget);
    forget = setTimeout(startOver, 5000);
    if (presses === 1) status.textContent = main.dataset.pressedOnce;
    if (presses === 2) status.textContent = main.dataset.pressedTwice;
    if (presses >= 3) leave();
  });
})();
