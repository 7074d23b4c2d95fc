// The words of a place of the text, to be copied or read aloud.

import { textsOf } from "./reading.js";

const root = document.documentElement;

/**
 * What a place of the text says in a language, without its marks; empty if the page does not show it.
 * @param {Element | null} place
 * @param {string} language
 */
export function wordsIn(place, language) {
  // of a row of a table, several cells
  const texts = place ? textsOf(place) : [];
  const own = texts.filter((one) => (one.lang || root.lang) === language);
  const apart = ".permalink, .standing, .footnote-backref, sup, .provision";
  return own
    .map((one) => {
      const copy = /** @type {HTMLElement} */ (one.cloneNode(true));
      for (const extra of copy.querySelectorAll(apart)) extra.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    })
    .join(" | ");
}
