// Both texts of what is found, for who reads both languages: what is marked in one, marked in each.

import { datesIn } from "./finding.js";
import { excerpt, phrases, wordsOf } from "./matching.js";

/**
 * @typedef {import("./finding.js").Answer} Answer
 * @typedef {import("./finding.js").Found} Found
 * @typedef {import("./matching.js").Marked} Marked
 * @typedef {import("./matching.js").Span} Span
 * @typedef {import("./matching.js").Word} Word
 * A term in the language of the text that was found and in the other.
 * @typedef {[Word[][], Word[][]]} Term
 * The terms in both languages (see src/diptych/site/search/beside.py).
 * @typedef {{ languages: string[], terms: [string[], string[]][] }} Terms
 */

/**
 * What shows in each answer both texts of every provision.
 * @param {string} lists the address of the folder of what a search needs
 * @param {string} own the reader's language
 * @param {string} other
 */
export function concordance(lists, own, other) {
  /** @type {(language: string) => Promise<Term[]>} */
  const termsFrom = async (language) => {
    const { languages, terms } = /** @type {Terms} */ (await loaded);
    const from = languages.indexOf(language);
    return terms.map((forms) => [forms[from].map(wordsOf), forms[1 - from].map(wordsOf)]);
  };
  const loaded = json(`${lists}terms.json`).catch(() => ({ languages: [own, other], terms: [] }));
  const [terms, back] = [termsFrom(own), termsFrom(other)];
  /** @type {Map<string, Promise<Record<string, string>>>} */
  const pages = new Map();

  /** @param {string} url */
  const texts = (url) => {
    const page = url.replace(/^\/|#.*/g, "");
    const known = pages.get(page) ?? json(`${lists}${page}beside.json`).catch(() => ({}));
    pages.set(page, known);
    return known;
  };

  /** @param {Found} record */
  const both = async (record) => {
    if (record.beside) {
      // found in the other language: the reader's own is what is beside it
      return { ...record, pieces: inOther(record.found, record.text, await back) };
    }
    const text = (await texts(record.url))[record.url.split("#")[1]];
    if (!text) return record;
    const pieces = inOther(record.found, text.normalize("NFC"), await terms);
    return { ...record, beside: { language: other, pieces } };
  };

  /**
   * @param {Answer} answer
   * @returns {Promise<Answer>}
   */
  const inBothLanguages = async (answer) => ({
    ...answer,
    records: await Promise.all(answer.records.map(both)),
    next: async () => Promise.all((await answer.next()).map(both)),
  });
  return inBothLanguages;
}

/** @param {string} address */
const json = async (address) => (await fetch(address)).json();

/**
 * The part of the other text that says what is marked in one, in pieces, each with whether it does.
 * @param {Marked} found
 * @param {string} text the other
 * @param {Term[]} terms
 */
function inOther(found, text, terms) {
  const marks = [...rendered(found, text, terms), ...literally(found, text)].sort(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  const place = (found.stretch.start / Math.max(1, found.text.length)) * text.length;
  const nearest = marks.reduce(
    (best, mark) =>
      Math.abs(mark.start - place) < Math.abs(best.start - place) || best.start === best.end
        ? mark
        : best,
    { start: Math.round(place), end: Math.round(place) },
  );
  return excerpt(text, nearest, marks);
}

/**
 * The terms of which at least half is marked, where the other text renders them.
 * @param {Marked} found
 * @param {string} text
 * @param {Term[]} terms
 * @returns {Span[]}
 */
function rendered(found, text, terms) {
  const words = wordsOf(found.text);
  const sought = words.map((word) =>
    found.marks.some((mark) => mark.start <= word.start && word.end <= mark.end),
  );
  const others = wordsOf(text);
  /** @type {Set<number>} */
  const taken = new Set();
  /** @type {Span[]} */
  const spans = [];
  const places = terms
    .flatMap(([forms, renderings]) =>
      forms.flatMap((form) => placesOf(form, words).map((from) => ({ from, form, renderings }))),
    )
    .sort((one, other) => other.form.length - one.form.length);
  for (const { from, form, renderings } of places) {
    const within = form.map((_, at) => from + at);
    const met = within.filter((at) => sought[at] && !taken.has(at));
    if (met.length * 2 < form.length) continue;
    for (const rendering of renderings) {
      const at = placesOf(rendering, others);
      if (!at.length) continue;
      for (const one of within) taken.add(one);
      spans.push(
        ...at.map((first) => ({
          start: others[first].start,
          end: others[first + rendering.length - 1].end,
        })),
      );
      break;
    }
  }
  return spans;
}

/**
 * Where a form stands among words.
 * @param {Word[]} form
 * @param {Word[]} words
 */
function placesOf(form, words) {
  /** @type {number[]} */
  const places = [];
  for (let from = 0; form.length && from + form.length <= words.length; from++) {
    if (form.every((word, at) => sameWord(word.marked, words[from + at].marked))) places.push(from);
  }
  return places;
}

/**
 * Whether two words are one, or one with an ending ("agreement", "agreements").
 * @param {string} one
 * @param {string} other
 */
function sameWord(one, other) {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 3 && long.length - short.length < 3 && long.startsWith(short);
}

/**
 * Names, symbols and dates that are marked, where the other text has them too.
 * @param {Marked} found
 * @param {string} text
 * @returns {Span[]}
 */
function literally(found, text) {
  const words = wordsOf(text);
  const dates = datesIn(text);
  /** @type {(run: Span) => Span[]} */
  const alike = ({ start, end }) => {
    const printed = found.text.slice(start, end);
    const dated = datesIn(printed);
    if (dated.length) return dates.filter(({ word }) => dated.some((one) => one.word === word));
    const sought = wordsOf(printed);
    if (!sought.every(isProper)) return [];
    return phrases(words, sought).filter(
      ({ whole, from, to }) => whole && words.slice(from, to).every(isProper),
    );
  };
  return runs(found).flatMap(alike);
}

/** @param {Word} word */
const isProper = ({ typed }) => /^[\p{Lu}\p{N}]/u.test(typed);

/**
 * What is marked, marks with nothing but a blank or a sign between them as one.
 * @param {Marked} found
 */
function runs({ text, marks }) {
  /** @type {Span[]} */
  const joined = [];
  for (const { start, end } of marks) {
    const last = joined[joined.length - 1];
    if (last && !/[\p{L}\p{N}]/u.test(text.slice(last.end, start))) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}
