// Starts the components of govuk-frontend. Every page works without this file.
import { initAll } from "./govuk-frontend.min.js";
import { watchProgress } from "./progress.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
if (CSS.supports("selector(:has(a))")) {
  // The stylesheet reveals these already, and a radio may not carry the aria-expanded that
  // govuk-frontend would add.
  for (const radio of document.querySelectorAll(".govuk-radios__input[data-aria-controls]")) {
    radio.removeAttribute("data-aria-controls");
  }
}
initAll();
document.querySelectorAll("[data-app-progress]").forEach(watchProgress);
