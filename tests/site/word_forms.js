// Texts on standard input, as JSON -> the forms of their words, their letters and their dates, as the
// search makes them of a query.

/// <reference lib="deno.ns" />

import { dateReader } from "../../overrides/assets/javascripts/dates.js";
import { asPrinted, inIndex, wordsOf } from "../../overrides/assets/javascripts/matching.js";

const datesIn = dateReader(["vi", "en"]);
/** @type {string[]} */
const texts = await new Response(Deno.stdin.readable).json();
const forms = texts.map((text) => {
  const words = wordsOf(text);
  return {
    plain: words.map((word) => word.plain),
    exact: words.map(inIndex),
    printed: asPrinted(text),
    dates: datesIn(text).map((date) => date.word),
    months: datesIn(text, true).map((date) => date.word),
  };
});
console.log(JSON.stringify(forms));
