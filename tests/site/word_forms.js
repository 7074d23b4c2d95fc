// Texts on standard input, as JSON -> the forms of their words, as the search makes them of a query.

/// <reference lib="deno.ns" />

import { inIndex, wordsOf } from "../../overrides/assets/javascripts/matching.js";

/** @type {string[]} */
const texts = await new Response(Deno.stdin.readable).json();
const forms = texts.map((text) => {
  const words = wordsOf(text);
  return { plain: words.map((word) => word.plain), exact: words.map(inIndex) };
});
console.log(JSON.stringify(forms));
