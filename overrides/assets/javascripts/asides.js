// Footnotes and explained terms, shown where they are met: on hover, focus and tap.

import { stand } from "./floating.js";

const PAUSE = 180; // milliseconds in which the pointer may cross from the mark to the box

const STAYS = { pointerover: ":hover", focusin: ":focus-visible" }; // what is so while it is to be shown

const box = document.createElement("div");
box.id = "aside";
box.className = "aside";
box.popover = "manual";
box.setAttribute("role", "tooltip");
document.body.append(box);

let shown = null;
let waiting;
let terms;

/** Show what belongs to `anchor`, if it can be had; a pointer that rests there keeps it open. */
export async function tell(anchor, by) {
  clearTimeout(waiting);
  if (shown === anchor) return true;
  const told = anchor.matches(".term") ? await explanation(anchor) : note(anchor);
  const left = STAYS[by] && !anchor.matches(STAYS[by]); // while it was on its way
  if (!told.length || left) return false;
  hide();
  shown = anchor;
  box.replaceChildren(...told);
  anchor.setAttribute("aria-describedby", box.id);
  anchor.dataset.told = by;
  box.showPopover();
  stand(box, anchor);
  return true;
}

function hide() {
  clearTimeout(waiting);
  if (!shown) return;
  shown.removeAttribute("aria-describedby");
  delete shown.dataset.told;
  shown = null;
  box.hidePopover();
}

/** The footnote's text, as it stands at the foot of the page, in the language of the mark. */
function note(anchor) {
  const foot = document.getElementById(anchor.hash.slice(1));
  const language = anchor.closest("[lang]").lang;
  const paragraphs = [...(foot?.querySelectorAll("p") ?? [])];
  const own = paragraphs.filter((text) => !text.lang || text.lang === language);
  return own.map((text) => {
    const copy = text.cloneNode(true);
    for (const extra of copy.querySelectorAll(".footnote-backref, .permalink, .number"))
      extra.remove();
    for (const term of copy.querySelectorAll(".term")) term.replaceWith(...term.childNodes);
    return copy;
  });
}

/** What the glossary says of the term: its name in both languages, and the explanation. */
async function explanation(anchor) {
  const page = new URL(anchor.href);
  terms ??= fetch(new URL("terms.json", page)).then((answer) => answer.json());
  const known = await terms.catch(() => (terms = null)); // the next time it is tried again
  const entry = known?.[page.hash.slice(1)];
  if (!entry) return [];
  const named = document.createElement("p");
  named.className = "aside__term";
  for (const [language, name] of Object.entries(entry.names)) {
    const part = document.createElement("span");
    part.lang = language;
    part.textContent = name;
    named.append(part);
  }
  const about = document.createElement("p");
  about.textContent = entry.about;
  return [named, about];
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse" || !shown) return;
  clearTimeout(waiting);
  const inside = box.contains(event.target) || shown.contains(event.target);
  if (!inside && document.activeElement !== shown) waiting = setTimeout(hide, PAUSE);
});
document.addEventListener("focusout", (event) => {
  if (event.target === shown) hide();
});
document.addEventListener("click", (event) => {
  if (shown && !box.contains(event.target) && !shown.contains(event.target)) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("scroll", hide, { passive: true });
