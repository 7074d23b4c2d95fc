// Where a box that belongs to a place of the text stands: below it, or above where there is no room.

const GAP = 8; // pixels between the two, and to the window's edge

/** Put the open popover `box` beside `anchor`. */
export function stand(box, anchor) {
  const place = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const edge = document.documentElement.clientWidth - width - GAP;
  const below = place.bottom + GAP;
  const fits = below + height <= innerHeight - GAP || place.top < height + 2 * GAP;
  box.style.left = `${Math.max(GAP, Math.min(place.left, edge))}px`;
  const wanted = fits ? below : place.top - height - GAP;
  // in the window whole, even where the anchor has left it
  box.style.top = `${Math.max(GAP, Math.min(wanted, innerHeight - GAP - height))}px`;
}
