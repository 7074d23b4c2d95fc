// What to look for: completions of what is being typed, and what may have been meant.

import { wordsOf } from "./matching.js";

const MOST = 3;

/**
 * The words alone, as they are compared; a possessive ending makes no difference.
 * @param {string} text
 */
const spoken = (text) =>
  wordsOf(text.replace(/['’]s\b/g, ""))
    .map((word) => word.plain)
    .join(" ");

/**
 * Phrases to look for, and whether they are what may have been meant by a query that is not found.
 * @typedef {{ phrases: string[], meant: boolean }} Suggestions
 */

/**
 * What to suggest for a query, of a list of phrases with the most frequent first: of one that is not
 * found as a whole what may have been meant, of one that finds nothing whatever there is.
 * @param {string[]} list
 * @returns {(text: string, missed: boolean, nothing: boolean) => Suggestions}
 */
export function suggester(list) {
  const known = list.map((phrase) => ({ phrase, form: spoken(phrase) }));

  /**
   * Phrases that the query begins, or that a word of theirs does.
   * @param {string} query
   */
  const completing = (query) => {
    const begun = known.filter(({ form }) => form.startsWith(query) && form !== query);
    const inside = known.filter(
      ({ form }) => form.includes(` ${query}`) && !begun.some((one) => one.form === form),
    );
    return [...begun, ...inside];
  };

  /**
   * Phrases that are in the query, and those with something like it.
   * @param {string} query
   */
  const meaning = (query) => {
    const inside = known.filter(({ form }) => ` ${query} `.includes(` ${form} `) && form !== query);
    const alike = known
      .map((one) => ({ ...one, edits: edits(query, one.form) }))
      .filter(({ edits }) => edits <= Math.max(1, query.length / 4) && edits < query.length / 2)
      .sort((a, b) => a.edits - b.edits || a.form.length - b.form.length);
    /** @type {typeof known} */
    const chosen = [];
    for (const one of [...alike, ...inside]) {
      if (!chosen.some(({ form }) => one.form.includes(form))) chosen.push(one);
    }
    return chosen.map((one) => one.phrase);
  };

  return (text, missed, nothing) => {
    const query = spoken(text);
    const begun = query ? completing(query).map((one) => one.phrase) : [];
    const meant = query && missed && !begun.length ? meaning(query) : [];
    const phrases = begun.length ? begun : meant.length ? meant : missed && nothing ? list : [];
    return { phrases: phrases.slice(0, MOST), meant: meant.length > 0 };
  };
}

/**
 * How many letters to add, drop or change until the query is somewhere in the phrase.
 * @param {string} query
 * @param {string} phrase
 */
function edits(query, phrase) {
  let above = new Array(phrase.length + 1).fill(0);
  for (let i = 1; i <= query.length; i++) {
    const row = [i];
    for (let j = 1; j <= phrase.length; j++) {
      const change = above[j - 1] + (query[i - 1] === phrase[j - 1] ? 0 : 1);
      row.push(Math.min(change, above[j] + 1, row[j - 1] + 1));
    }
    above = row;
  }
  return Math.min(...above);
}
