// A query in other words: those of the text for those that people use.

import { wordsOf } from "./matching.js";

const MOST = 6; // wordings of a query that are looked for

/**
 * Words of the text, and others that mean them (see src/diptych/site/search/words_alike.py).
 * @typedef {[string[], string[]]} Alike
 */

/**
 * A wording of a query, and the words of the text that it has for others.
 * @typedef {{ text: string, put: string[] }} Reworded
 */

/**
 * The wordings of a query, itself first.
 * @param {Alike[]} list
 * @returns {(query: string) => Reworded[]}
 */
export function rewording(list) {
  const known = list.map(([had, others]) => ({
    had,
    forms: [...had, ...others].map(spoken).sort((one, other) => other.length - one.length),
  }));
  return (query) => {
    /** @type {Reworded[]} */
    let wordings = [{ text: query, put: [] }];
    for (const { had, forms } of known) {
      const more = wordings.flatMap((wording) => inTextsWords(wording, had, forms));
      wordings = [...wordings, ...more].slice(0, MOST);
    }
    return wordings;
  };
}

/**
 * A query with the first of some forms that it has replaced by each of the text's own.
 * @param {Reworded} wording
 * @param {string[]} had
 * @param {string[][]} forms
 * @returns {Reworded[]}
 */
function inTextsWords({ text, put }, had, forms) {
  const words = wordsOf(text);
  for (const form of forms) {
    const from = words.findIndex((_, at) => form.every((word, i) => words[at + i]?.plain === word));
    if (from < 0) continue;
    const before = text.slice(0, words[from].start);
    const after = text.slice(words[from + form.length - 1].end);
    const others = had.filter((one) => spoken(one).join(" ") !== form.join(" "));
    return others.map((one) => ({ text: before + one + after, put: [...put, one] }));
  }
  return [];
}

/**
 * The words of a form as they are compared.
 * @param {string} form
 */
const spoken = (form) => wordsOf(form).map((word) => word.plain);
