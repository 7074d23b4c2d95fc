// Footnotes and explained terms, shown where they are met: on hover, focus and tap.

import { stand } from "./floating.js";

const PAUSE = 180; // milliseconds in which the pointer may cross from the mark to the box

/** @type {Record<string, string>} What is so while it is to be shown. */
const STAYS = { pointerover: ":hover", focusin: ":focus-visible" };

const box = document.createElement("div");
box.id = "aside";
box.className = "aside";
box.popover = "manual";
box.setAttribute("role", "tooltip");
document.body.append(box);

/** @type {HTMLElement | null} */
let shown = null;
/** @type {number | undefined} */
let waiting;
/**
 * Terms by their names in the addresses of the glossary: each in its languages, and what it means.
 * @typedef {Record<string, { names: Record<string, string>, about: string }>} Terms
 * @type {Promise<Terms> | null}
 */
let terms = null;

/**
 * Show what belongs to `anchor`, if it can be had; a pointer that rests there keeps it open.
 * @param {HTMLAnchorElement} anchor
 * @param {string} by the kind of event that asks for it
 */
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

/**
 * The footnote's text, as it stands at the foot of the page, in the language of the mark.
 * @param {HTMLAnchorElement} anchor
 */
function note(anchor) {
  const foot = document.getElementById(anchor.hash.slice(1));
  const around = /** @type {HTMLElement} */ (anchor.closest("[lang]"));
  const paragraphs = [...(foot?.querySelectorAll("p") ?? [])];
  const own = paragraphs.filter((text) => !text.lang || text.lang === around.lang);
  return own.map((text) => {
    const copy = /** @type {Element} */ (text.cloneNode(true));
    for (const extra of copy.querySelectorAll(".footnote-backref, .permalink, .number"))
      extra.remove();
    for (const term of copy.querySelectorAll(".term")) term.replaceWith(...term.childNodes);
    return copy;
  });
}

/**
 * What the glossary says of the term: its name in both languages, and the explanation.
 * @param {HTMLAnchorElement} anchor
 */
async function explanation(anchor) {
  const page = new URL(anchor.href);
  terms ??= fetch(new URL("terms.json", page)).then((answer) => answer.json());
  const known = await terms.catch(() => {
    terms = null; // the next time it is tried again
  });
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

/**
 * Whether an event happened in the box or in what it belongs to.
 * @param {Event} event
 */
function within({ target }) {
  const at = /** @type {Node} */ (target);
  return box.contains(at) || shown?.contains(at);
}

document.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse" || !shown) return;
  clearTimeout(waiting);
  const inside = within(event);
  if (!inside && document.activeElement !== shown) waiting = setTimeout(hide, PAUSE);
});
document.addEventListener("focusout", (event) => {
  if (event.target === shown) hide();
});
document.addEventListener("click", (event) => {
  if (!within(event)) hide();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
document.addEventListener("scroll", hide, { passive: true });
