// The page that a reader is about to open is fetched ahead: the browser then has it at the click.

import { isSpare } from "./line.js";
import { inView } from "./view.js";

const PAUSE = 65; // milliseconds: a pointer that only passes over a link stays for less
const HOME = new URL(`${document.documentElement.dataset.root}/`, location.href).href;

/** Addresses that have been fetched, or need not be. */
const known = new Set([location.href.split("#")[0]]);

/** @param {HTMLAnchorElement} link */
function fetchAhead(link) {
  const [address] = inView(link.href).split(/[?#]/);
  if (known.has(address)) return;
  known.add(address);
  // what the page there begins with
  if ("keepPlace" in link.dataset) import("./restoring.js").catch(() => null);
  const hint = document.createElement("link");
  hint.rel = "prefetch";
  hint.href = address;
  document.head.append(hint);
}

/**
 * The link to a page of the site that an event happened in.
 * @param {Event} event
 */
function pageAt({ target }) {
  const link = /** @type {Element | null} */ (target)?.closest?.("a");
  return link?.href.startsWith(HOME) && /\/([?#]|$)/.test(link.href) ? link : null;
}

/** @type {number | undefined} */
let pause;

/** @param {Event} event */
export function intend(event) {
  clearTimeout(pause);
  const link = pageAt(event);
  if (!link || isSpare()) return;
  const passing = event.type === "pointerover";
  pause = setTimeout(fetchAhead, passing ? PAUSE : 0, link);
}

for (const event of ["pointerover", "pointerdown", "focusin"])
  document.addEventListener(event, intend, { passive: true });
