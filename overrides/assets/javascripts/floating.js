// Where a box that belongs to a place of the text stands: below it, or above where there is no room.

import { styled } from "./styles.js";

await styled("asides.css");

const GAP = 8; // pixels between the two, and to the window's edge
const LEAST = 96; // pixels of a box that can be read

/**
 * Put the open popover `box` beside `anchor`, never over it: it scrolls where it has no room.
 * @param {HTMLElement} box
 * @param {Element} anchor
 */
export function stand(box, anchor) {
  const place = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const header = /** @type {HTMLElement} */ (document.querySelector(".header"));
  const top = header.offsetHeight + GAP;
  const room = { below: innerHeight - place.bottom - 2 * GAP, above: place.top - GAP - top };
  const { scrollTop } = box;
  box.style.maxHeight = "";
  const { width, height } = box.getBoundingClientRect();
  const edge = document.documentElement.clientWidth - width - GAP;
  const below = height <= room.below || room.below >= room.above;
  const shown = Math.min(height, Math.max(LEAST, below ? room.below : room.above));
  box.style.maxHeight = `${shown}px`;
  box.scrollTop = scrollTop;
  box.style.left = `${Math.max(GAP, Math.min(place.left, edge))}px`;
  const wanted = below ? place.bottom + GAP : place.top - shown - GAP;
  // in the window whole, even where the anchor has left it
  box.style.top = `${Math.max(GAP, Math.min(wanted, innerHeight - GAP - shown))}px`;
}
