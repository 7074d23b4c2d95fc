// The reader's place in the text: where it is, and that links to other views lead to it.

import { inBoth, stored } from "./kept.js";

const root = document.documentElement;
const header = /** @type {HTMLElement} */ (document.querySelector(".header"));

/** Where the text begins to be seen, below the header; pixels from the top of the window. */
export const top = () => header.offsetHeight + 8;

/**
 * The texts of a provision: one a language in a row; of a dash its own, without what is below it.
 * @param {Element} provision
 */
export function textsOf(provision) {
  const children = /** @type {HTMLElement[]} */ ([...provision.children]);
  const texts = children.filter((child) => child.lang);
  const own = /** @type {HTMLElement | null} */ (provision.querySelector(":scope > p"));
  return texts.length ? texts : [own ?? /** @type {HTMLElement} */ (provision)];
}

/** @param {Element} element */
export const box = (element) => element.getBoundingClientRect();

/** @param {Element} provision */
const bottom = (provision) => Math.max(...textsOf(provision).map((text) => box(text).bottom));

/** What can be in sight: provisions of the text, entries of the editors' pages. */
const PLACES = ".provision, .register li[id], .rule[id]";

/** The provision at the top of the window, or the one the address names while it is in sight. */
function provisionInSight() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named && bottom(named) > top() && box(named).top < innerHeight) return named;
  if (scrollY < top()) return null;
  return [...document.querySelectorAll(PLACES)].find((place) => bottom(place) > top());
}

/**
 * A place in the text: the provision, the language that is read, and how far the window's top is
 * into it. Above its first line this is in pixels, below in parts of its height: the other text is
 * of another length.
 * @typedef {{ id: string, language: string, past: number, above: number }} Place
 */

/** @returns {Place | null} */
function placeInSight() {
  const provision = provisionInSight();
  const read = provision && textsOf(provision).find((text) => box(text).bottom > top());
  if (!read) return null;
  const past = top() - box(read).top;
  return {
    id: provision.id,
    language: read.lang || root.lang,
    past: past > 0 ? past / box(read).height : 0,
    above: past > 0 ? 0 : -past,
  };
}

/** Links to the same page in another view or language land on the line being read. */
export function keepPlace() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll("[data-keep-place]");
  for (const link of links) {
    const address = link.href;
    const home = /** @type {string} */ (link.dataset.home);
    /** @param {Event} event */
    const follow = (event) => {
      const place = placeInSight();
      link.href = place ? `${address}#${place.id}` : address;
      if (event.type !== "click") return;
      stored.set("place", place && JSON.stringify(place), "sessionStorage");
      // on a page of the editors only the language is chosen: the view of the text stays
      const both = root.dataset.view ? home.endsWith("both/") : inBoth();
      stored.set("view", both ? "both" : null);
      stored.set("home", home.replace(/(both\/)?$/, both ? "both/" : ""));
    };
    for (const event of ["pointerenter", "pointerdown", "focus", "click"]) {
      link.addEventListener(event, follow);
    }
  }
}
