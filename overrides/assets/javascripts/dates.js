// Dates by value: 10/8/2022, 10 August 2022 and "ngày 10 tháng 8 năm 2022" are one word of the index.

import { plain } from "./matching.js";

/**
 * @typedef {import("./matching.js").Word} Word
 * A date in a text: its span, as it is typed, and the word of the index that stands for it.
 * @typedef {{ start: number, end: number, typed: string, word: string }} Dated
 */

const SIGN = "τ"; // around a date in the index (see src/diptych/site/search/index_words.py)

const DAY = "(?<day>0?[1-9]|[12]\\d|3[01])";
const MONTH = "(?<month>0?[1-9]|1[0-2])";
const YEAR = "(?<year>(?:1[5-9]|2[01])\\d\\d)";

/**
 * A reader of the dates in a text, the day before the month, with the names of months in some
 * languages; of months without a year, too, if they are asked for.
 * @param {string[]} languages
 * @returns {(text: string, bare?: boolean) => Dated[]}
 */
export function dateReader(languages) {
  const named = monthNames(languages);
  const name = `(?<name>${[...named.keys()].map(asTyped).join("|")})`;
  const before = `${DAY}(?:st|nd|rd|th)?\\s+(?:of\\s+)?`;
  const year = `(?:[,./-]|\\s)\\s*(?:nam\\s+)?${YEAR}`;
  const forms = [
    `${DAY}(?<mark>[./-])${MONTH}\\k<mark>${YEAR}`,
    `${YEAR}-${MONTH}-${DAY}`,
    `(?:ngay\\s+)?${before}${name}${year}`,
    `${name}\\s+${DAY}(?:st|nd|rd|th)?,?\\s+${YEAR}`,
    `${name}${year}`,
    `${MONTH}/${YEAR}`,
    name,
  ].map((form) => new RegExp(`(?<lead>^|[^\\p{L}\\p{N}./-])${form}(?![\\p{L}\\p{N}/-])`, "gu"));
  return (text, bare = false) => {
    let rest = plain(text);
    if (rest.length !== text.length) return []; // the places would not be those of the text
    /** @type {Dated[]} */
    const found = [];
    for (const form of bare ? forms : forms.slice(0, -1)) {
      rest = rest.replace(form, (all, ...parts) => {
        const [at, , { lead, day = "", month, name = "", year = "" }] = parts.slice(-3);
        const number = month ?? named.get(name.replace(/\s+/g, " ").replace(/\b0/, ""));
        const word = `${year}${`${number}`.padStart(2, "0")}${day ? day.padStart(2, "0") : ""}`;
        const [start, end] = [at + lead.length, at + all.length];
        // "may" and "march" are words, too
        if (!year && !/^\p{Lu}|\d/u.test(text.slice(start, end))) return all;
        found.push({ start, end, typed: text.slice(start, end), word: SIGN + word + SIGN });
        return "\n".repeat(all.length);
      });
    }
    return found.sort((one, other) => one.start - other.start);
  };
}

/**
 * The number of each month by its names, the longest name first.
 * @param {string[]} languages
 */
function monthNames(languages) {
  /** @type {[string, number][]} */
  const names = [];
  for (const language of languages) {
    for (const style of /** @type {const} */ (["long", "short"])) {
      const { format } = new Intl.DateTimeFormat(language, { month: style });
      for (let month = 0; month < 12; month++) {
        names.push([plain(format(new Date(2000, month))).replace(".", ""), month + 1]);
      }
    }
  }
  return new Map(names.sort(([one], [other]) => other.length - one.length));
}

/**
 * An expression for the name of a month; its number, if it has one, may begin with 0.
 * @param {string} name
 */
const asTyped = (name) => name.replace(/\b\d\b/, "0?$&").replace(/\s+/g, "\\s+");

/**
 * A text with each date replaced by its word of the index.
 * @param {string} text
 * @param {Dated[]} dates
 */
export function inWords(text, dates) {
  let at = 0;
  const parts = dates.map(({ start, end, word }) => {
    const before = text.slice(at, start);
    at = end;
    return before + word;
  });
  return parts.join("") + text.slice(at);
}

/**
 * The words of a text with each of its dates as one word, or each of those looked for; a month looked
 * for is that of each day in it.
 * @param {Word[]} words
 * @param {Dated[]} dates
 * @param {string[]} [asked]
 * @returns {Word[]}
 */
export function withDates(words, dates, asked) {
  return dates.reduce((left, { start, end, typed, word }) => {
    const form = asked ? asked.find((one) => isIn(word, one)) : word;
    const from = left.findIndex((one) => one.start >= start);
    if (!form || from < 0) return left;
    const count = left.filter((one) => one.start >= start && one.end <= end).length;
    const date = { ...left[from], start, end, typed, plain: form, marked: form };
    return [...left.slice(0, from), date, ...left.slice(from + count)];
  }, words);
}

/**
 * Whether a day or a month is the one looked for, or in it: 10/8/2022 in August 2022, in August.
 * @param {string} word
 * @param {string} asked
 */
const isIn = (word, asked) =>
  asked.length === 4 ? word.slice(5, 7) === asked.slice(1, 3) : word.startsWith(asked.slice(0, -1));

/**
 * Whether a word stands for a date.
 * @param {{ plain: string }} word
 */
export const isDate = ({ plain }) => plain.startsWith(SIGN);
