// In-page validation, the error summary's focus, copying. Everything works without this file.
(() => {
  const summary = document.querySelector("[data-error-summary]");
  if (summary) summary.focus();

  const fault = (control) => {
    const { validity, dataset } = control;
    if (validity.valueMissing) return dataset.missing ?? "";
    if (validity.typeMismatch || validity.patternMismatch)
      return dataset.invalid ?? control.validationMessage;
    return validity.valid ? "" : control.validationMessage;
  };

  const show = (control, message) => {
    const slot = document.getElementById(control.dataset.error);
    if (!slot) return;
    slot.querySelector("[data-message]").textContent = message;
    slot.hidden = message === "";
    control.classList.toggle("usa-input--error", message !== "");
    control.closest(".usa-form-group")?.classList.toggle("usa-form-group--error", message !== "");
    const ids = (control.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .filter((id) => id && id !== slot.id);
    if (message) {
      control.setAttribute("aria-invalid", "true");
      ids.push(slot.id);
    } else control.removeAttribute("aria-invalid");
    if (ids.length > 0) control.setAttribute("aria-describedby", ids.join(" "));
    else control.removeAttribute("aria-describedby");
  };

  // While a button of the mouse is held nothing moves: a click counts only where it began.
  let held = false;
  let waiting = [];
  document.addEventListener(
    "pointerdown",
    () => {
      held = true;
    },
    true,
  );
  const letGo = () => {
    held = false;
    const now = waiting;
    waiting = [];
    // After the click, which follows at once.
    setTimeout(() => {
      for (const control of now) show(control, fault(control));
    });
  };
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, letGo, true);

  // A field is checked when it is left with something in it, or once it is known to be at fault; never on the way in.
  for (const form of document.querySelectorAll("form[data-enhance]")) {
    form.addEventListener("change", ({ target }) => {
      if (!target.dataset?.error || (target.value === "" && !target.hasAttribute("aria-invalid"))) return;
      if (held) waiting.push(target);
      else show(target, fault(target));
    });
  }
})();

(() => {
  for (const button of document.querySelectorAll("[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
      button.querySelector("[role=status]").textContent = button.dataset.copied;
    });
  }

  // Browsers leave a tall field half under the bar at the bottom; the keyboard's way brings it clear of it.
  const bar = document.querySelector(".cc-exit");
  document.addEventListener("focusin", ({ target }) => {
    if (!bar || bar.contains(target) || getComputedStyle(bar).position !== "fixed") return;
    const { top, bottom } = target.getBoundingClientRect();
    const edge = bar.getBoundingClientRect().top - 8;
    if (bottom > edge && bottom - top < edge && target.matches(":focus-visible"))
      window.scrollBy(0, bottom - edge);
  });

  // One open menu at a time, closed by Escape or by a click elsewhere.
  const menus = [...document.querySelectorAll(".cc-account, .cc-nav__menu, .cc-side__menu")];
  document.addEventListener("click", ({ target }) => {
    for (const menu of menus) if (!menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    for (const menu of menus) {
      if (menu.open && menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  });
})();
