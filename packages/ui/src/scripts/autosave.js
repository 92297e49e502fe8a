// Posts what is typed so far to the form's own autosave address, a moment after the last change.
(() => {
  for (const form of document.querySelectorAll("form[data-autosave]")) {
    const status = form.querySelector("[data-autosave-status]");
    let timer;
    const save = async () => {
      const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST",
          body: new URLSearchParams(fields),
        });
        status.textContent = answer.ok ? status.dataset.saved : status.dataset.unsaved;
      } catch {
        status.textContent = status.dataset.unsaved;
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 1500);
    });
    form.addEventListener("submit", () => clearTimeout(timer));
  }
})();
