// What is kept for readers from page to page: their place in the text, the view they read it in.

const root = document.documentElement;
const header = /** @type {HTMLElement} */ (document.querySelector(".header"));

/**
 * What a name begins with: sites of one origin share what the browser keeps (partials/before.html
 * does the same).
 */
const SITE = new URL(`${root.dataset.root}/`, location.href).pathname;

/** What the browser keeps for the reader, or nothing where storage is forbidden. */
export const stored = {
  /**
   * @param {string} name
   * @param {"localStorage" | "sessionStorage"} area
   */
  get(name, area = "localStorage") {
    try {
      return window[area].getItem(SITE + name);
    } catch {
      return null;
    }
  },
  /**
   * Keep a value under a name; null forgets what was kept.
   * @param {string} name
   * @param {string | null} value
   * @param {"localStorage" | "sessionStorage"} area
   */
  set(name, value, area = "localStorage") {
    try {
      if (value === null) window[area].removeItem(SITE + name);
      else window[area].setItem(SITE + name, value);
    } catch {
      // the choice then lasts for this page
    }
  },
};

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

/** Whether the reader last chose to see both languages. */
export const inBoth = () => stored.get("view") === "both";
