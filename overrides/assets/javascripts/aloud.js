// Reads the text aloud in the page's language, a provision after the other, with the device's voice.

import { voiceOf } from "./voices.js";
import { windowOf } from "./windows.js";
import { wordsIn } from "./words.js";

const { content } = await windowOf("stop"); // it is here: this was asked for in the box beside it
const stop = /** @type {HTMLElement} */ (document.importNode(content, true).firstElementChild);
const language = document.documentElement.lang;
const PLACES = ":is(.provision, h1, h2, h3)[id], .heading[id]";
const SENTENCE = /(?<=[.;:!?…])\s+/u; // some voices fall silent in long texts

let turn = 0; // of the readings begun, so that an earlier one ends

/**
 * Read from the place with an id to the end of the page, or until it is stopped.
 * @param {string} id
 */
export async function readFrom(id) {
  const mine = begin();
  const places = [...document.querySelectorAll(PLACES)];
  for (const place of places.slice(places.findIndex((one) => one.id === id))) {
    if (mine !== turn) return;
    mark(place);
    for (const sentence of wordsIn(place, language).split(SENTENCE).filter(Boolean)) {
      if (mine !== turn || !(await spoken(sentence))) return end(mine);
    }
  }
  end(mine);
}

function begin() {
  speechSynthesis.cancel();
  document.body.append(stop);
  return ++turn;
}

/** @param {number} mine */
function end(mine) {
  if (mine !== turn) return; // another reading has begun
  turn++;
  speechSynthesis.cancel();
  mark(null);
  stop.remove();
}

/** @param {Element | null} place */
function mark(place) {
  document.querySelector(".aloud")?.classList.remove("aloud");
  place?.classList.add("aloud");
  place?.scrollIntoView({ block: "nearest" });
}

/**
 * Whether a sentence was spoken to its end.
 * @param {string} sentence
 * @returns {Promise<boolean>}
 */
function spoken(sentence) {
  const said = new SpeechSynthesisUtterance(sentence);
  said.lang = language;
  said.voice = voiceOf(language) ?? null;
  return new Promise((done) => {
    said.onend = () => done(true);
    said.onerror = () => done(false);
    speechSynthesis.speak(said);
  });
}

stop.addEventListener("click", () => end(turn));
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") end(turn);
});
addEventListener("pagehide", () => end(turn));
