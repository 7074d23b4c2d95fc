// Where links to the text lead: to the view that the reader last chose.

import { inBoth } from "./kept.js";

const root = document.documentElement;

/** Whether the reader reads both languages, on a page of the text in it, or on others by choice. */
export function readsBoth() {
  const { view } = root.dataset;
  return view ? view === "both" : inBoth();
}

/**
 * The address of a place of the text in the reader's view; pages of the text keep their own.
 * @param {string} address
 */
export function inView(address) {
  const { root: up, home, editorial = "" } = root.dataset;
  if (!readsBoth()) return address;
  const start = new URL(`${up}/${home}`, location.href);
  const target = new URL(address, location.href);
  const rest = target.pathname.slice(start.pathname.length);
  const alone = editorial.split(" "); // "." is the home of several documents
  const shown =
    ["both", ...alone].some((folder) => rest.startsWith(`${folder}/`)) ||
    (!rest && alone.includes("."));
  const page = target.pathname.startsWith(start.pathname) && /(^|\/)$/.test(rest);
  if (shown || !page) return address;
  return `${start.href}both/${rest}${target.hash}`;
}

/** From a page of the editors, links to the text lead to the reader's view of it. */
export function keepView() {
  document.addEventListener("click", (event) => {
    const clicked = /** @type {Element} */ (event.target);
    /** @type {HTMLAnchorElement | null} */
    const link = clicked.closest("a[href]:not([data-keep-place])");
    if (link?.origin === location.origin) link.href = inView(link.href);
  });
}
