// The line that the reader had before them on the page they come from.

import { stored } from "./kept.js";
import { box, textsOf, top } from "./reading.js";

/** @typedef {import("./reading.js").Place} Place */

/**
 * The place kept on the page before, if that is one: what is stored may be anything.
 * @returns {Place | null}
 */
function placeKept() {
  try {
    const place = JSON.parse(stored.get("place", "sessionStorage") ?? "null");
    const { id, language, past, above } = place ?? {};
    return [id, language].every((word) => typeof word === "string") &&
      [past, above].every(Number.isFinite)
      ? place
      : null;
  } catch {
    return null;
  }
}

/** Go to the line that the reader had before them on the page they come from. */
export function restorePlace() {
  const place = placeKept();
  stored.set("place", null, "sessionStorage");
  const provision = place && location.hash === `#${place.id}` && document.getElementById(place.id);
  if (!provision) return;
  let moved = false; // by the reader, who is not to be pulled back
  const stay = () => {
    moved = true;
  };
  for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(event, stay, { once: true, passive: true });
  }
  const go = () => {
    if (moved) return;
    const texts = textsOf(provision);
    const { top: start, height } = box(
      texts.find((one) => one.lang === place.language) ?? texts[0],
    );
    scrollTo({
      top: scrollY + start + place.past * height - place.above - top(),
      behavior: "instant",
    });
  };
  const soon = () => requestAnimationFrame(go);
  // the browser scrolls to the provision itself, and late; the fonts move the lines once more
  soon();
  addEventListener("load", soon);
  document.fonts.ready.then(soon);
}
