// Asks the Pagefind index of the page's language, a record a provision, and orders what it finds.

import { dateReader, inWords, isDate, withDates } from "./dates.js";
import {
  asPrinted,
  closest,
  excerpt,
  hits,
  inIndex,
  isNumber,
  phrases,
  plain,
  rank,
  wordsOf,
} from "./matching.js";

const BATCH = 12; // records are files of their own: so many are fetched, ordered and shown at once

const FEW = 2; // words of a query by which many a provision is found without its diacritics

const BETWEEN = ["of", "the", "cua", "thuoc"]; // words between the steps of a citation

const FAIR = 0.5; // of what the best has found of a query: so much is shown beside it

/**
 * @typedef {import("./matching.js").Word} Word
 * What is found.
 * @typedef {object} Answer
 * @property {number} total all that there is
 * @property {boolean} whole whether it has all that was asked for, or is only the nearest to it
 * @property {boolean} [elsewhere] whether only another language has it
 * @property {Found[]} records the first of it
 * @property {() => Promise<Found[]>} next a call for the next of it
 * A provision that is found, to be shown and to be ordered.
 * @typedef {object} Found
 * @property {string} url
 * @property {string} citation
 * @property {[string, boolean][]} pieces
 * @property {string[]} without the words asked for that it does not have
 * @property {import("./matching.js").Marked} found its text, and what is marked in it
 * @property {string} text that of the provision shown first
 * @property {{ language: string, pieces: [string, boolean][] }} [beside] what another language has
 * @property {number[]} rank
 * What Pagefind finds, its words by their places in the text, and how to fetch it.
 * @typedef {object} Result
 * @property {string} id
 * @property {number} score
 * @property {number[]} words
 * @property {() => Promise<{ raw_url: string }>} data
 * @typedef {(text: string) => Promise<Result[]>} Ask
 * What is kept with a record.
 * @typedef {{ url: string, citation: string, text: string }} Kept
 * An index: what it has for a query, and what is kept with the provision of an id.
 * @typedef {object} Index
 * @property {(typed: string) => Promise<Answer>} find
 * @property {(id: string) => Promise<Kept | null>} provision
 */

/** @type {Answer} */
export const NOTHING = { total: 0, whole: false, records: [], next: async () => [] };

/** @type {ReturnType<typeof dateReader>} */
let readDates = () => [];

/**
 * The dates in a text, as the languages of the index opened last write them.
 * @param {string} text
 */
export const datesIn = (text) => readDates(text);

/**
 * The index of a language, ready to be asked, with dates as some languages write them and with what
 * puts a query in other words.
 * @param {string} address of the script that reads it: of another one for each language
 * @param {string} language
 * @param {string[]} languages
 * @param {Promise<(query: string) => import("./alike.js").Reworded[]>} reworded
 * @returns {Promise<Index>}
 */
export async function openIndex(address, language, languages, reworded) {
  readDates = dateReader(languages);
  const pagefind = await import(address);
  await pagefind.options({ baseUrl: "/", ranking: { pageLength: 0.4 } });
  await startIn(language, pagefind);
  /** @type {Ask} */
  const ask = async (text) => (await pagefind.search(asked(text))).results;

  /** @param {string} typed */
  const find = async (typed) => {
    const wordings = (await reworded)(asPrinted(typed)).map(({ text, put }, turn) => {
      return { text, put, turn, query: withDates(wordsOf(text), readDates(text)) };
    });
    const found = (await Promise.all(wordings.map((wording) => answering(wording, ask)))).flat();
    if (found.length) {
      const firsts = found.filter(
        ({ result: { id } }, at) => at === found.findIndex((one) => one.result.id === id),
      );
      return { ...(await answer(firsts, ranked)), whole: true };
    }
    const parts = await Promise.all(
      wordings.map(async ({ query }) => answer(await nearest(query, ask), foremost)),
    );
    return parts.reduce((best, part) => (lacking(part) < lacking(best) ? part : best), NOTHING);
  };
  /** @param {string} id */
  const provision = async (id) => {
    const found = await byCitation(`#${id}`, ask);
    return found && kept(found[0]);
  };
  return { find, provision };
}

/**
 * Start Pagefind in a language. It knows that of the page alone, and looks for it before anything
 * else can run.
 * @param {string} language
 * @param {{ init: () => Promise<void> }} pagefind
 */
function startIn(language, pagefind) {
  const root = document.documentElement;
  const { lang } = root;
  root.lang = language;
  const started = pagefind.init();
  root.lang = lang;
  return started;
}

/**
 * How many words of the query the first of what is found does not have.
 * @param {Answer} found
 */
const lacking = ({ records: [first] }) => first?.without.length ?? Infinity;

/**
 * A wording of a query, which of them it is, and its words.
 * @typedef {import("./alike.js").Reworded & { turn: number, query: Word[] }} Wording
 */

/**
 * What has all that is asked for in a wording of the query; nothing if none has.
 * @param {Wording} wording
 * @param {Ask} ask
 * @returns {Promise<Keyed[]>}
 */
async function answering({ text, put, turn, query }, ask) {
  const cited = await byCitation(text, ask);
  let results = cited ?? (await bySymbol(text, query, ask)) ?? (await ask(text));
  for (const form of put) {
    // nobody typed it: it counts only as it stands, not as the beginning of other words
    const there = new Set((await ask(`"${form}"`)).map((result) => result.id));
    results = results.filter((result) => there.has(result.id));
  }
  const exact = query.length <= FEW ? await exactly(query, ask) : new Set();
  const found = results.map((result) => {
    const spread = apart(result.words, query.length);
    return { result, query, turn, key: [exact.has(result.id) ? 0 : 1, spread, -result.score] };
  });
  if (cited) return found;
  // Pagefind passes over words it does not know; who asked for them has not been answered
  const { records } = await answer(found, ranked);
  return records.some((one) => !one.without.length) ? found : [];
}

/**
 * A result for a wording of the query, which of them this is, and the numbers by which it is ordered
 * before its text is known.
 * @typedef {{ result: Result, query: Word[], turn: number, key: number[] }} Keyed
 */

/**
 * The order of a text that has all words of the query: by how it answers it, and of whole phrases
 * what is typed before other words for it.
 * @param {Keyed} keyed
 * @param {number[]} rank
 */
const ranked = ({ turn, result }, [kind, ...rank]) => {
  const typed = turn ? Math.max(kind, 1) : kind; // nobody typed its diacritics
  return [typed, turn, ...rank, -result.score];
};

/**
 * The order of a text that has some words of the query: by which they are, then by how.
 * @param {Keyed} keyed
 * @param {number[]} rank
 */
const foremost = (keyed, rank) => [keyed.key[0], ...rank, keyed.key[1]];

/**
 * What is found, the best first, to be fetched a batch at a time.
 * @param {Keyed[]} found
 * @param {(keyed: Keyed, rank: number[]) => number[]} order
 * @returns {Promise<Answer>}
 */
async function answer(found, order) {
  const ordered = found.sort((one, other) => compare(one.key, other.key));
  let taken = 0;
  /** The next records, the best first; none when all have been given. */
  const next = async () => {
    const batch = ordered.slice(taken, taken + BATCH);
    taken += BATCH;
    const records = await Promise.all(
      batch.map(async (keyed) => {
        const one = await record(keyed.result, keyed.query);
        return { ...one, rank: order(keyed, one.rank) };
      }),
    );
    return records.sort((one, other) => compare(one.rank, other.rank));
  };
  return { total: ordered.length, whole: false, records: await next(), next };
}

/**
 * A query as Pagefind is asked: without diacritics, with dates by value, and without the dashes that
 * stand alone, which it takes for words that no text has.
 * @param {string} text
 */
function asked(text) {
  const words = plain(inWords(text, readDates(text)))
    .trim()
    .split(/\s+/);
  const spoken = words.filter((word) => /[\p{L}\p{N}]/u.test(word));
  // a phrase in quotation marks is sought as it stands, and the index counts the dashes
  return spoken.length < words.length ? spoken.join(" ").replaceAll('"', "") : spoken.join(" ");
}

/**
 * What has most words of the query, a rare word counting for more than a common one.
 * @param {Word[]} query
 * @param {Ask} ask
 * @returns {Promise<Keyed[]>}
 */
async function nearest(query, ask) {
  if (query.length < 2) return [];
  const words = new Map(query.map((word) => [word.plain, word]));
  const found = await Promise.all([...words.values()].map((word) => having(word, ask)));
  const all = new Set(found.flat().map((result) => result.id)).size;
  /** @type {Map<string, { result: Result, weight: number }>} */
  const weighed = new Map();
  for (const results of found) {
    const rarity = Math.log((all + 1) / results.length);
    for (const result of results) {
      const before = weighed.get(result.id);
      const places = [...(before?.result.words ?? []), ...result.words];
      weighed.set(result.id, {
        result: { ...result, words: places, score: (before?.result.score ?? 0) + result.score },
        weight: (before?.weight ?? 0) + rarity,
      });
    }
  }
  const best = Math.max(0, ...[...weighed.values()].map(({ weight }) => weight));
  return [...weighed.values()]
    .filter(({ weight }) => weight >= FAIR * best)
    .map(({ result, weight }) => ({ result, query, turn: 0, key: [-weight, -result.score] }));
}

/**
 * What has a word, or another ending of it; nothing where Pagefind finds only words like it.
 * @param {Word} word
 * @param {Ask} ask
 */
async function having(word, ask) {
  const results = await ask(word.plain);
  if (!results.length) return [];
  const { words, places } = inTerms((await kept(results[0])).text, [word], results[0].words);
  return hits(words, [word], places).length ? results : [];
}

/**
 * What the query cites, or nothing: "Part III, Section 2" in any writing, or what ends in the
 * address of a provision (see src/diptych/site/search/citation_words.py).
 * @param {string} text
 * @param {Ask} ask
 */
async function byCitation(text, ask) {
  const named = text.match(/#([\w-]+)\s*$/);
  const words = wordsOf(named ? named[1] : text).map((word) => word.plain);
  if (!named && !words.some(isNumber)) return null;
  const found = await ask(`λ${words.filter((word) => !BETWEEN.includes(word)).join("")}λ`);
  return found.length ? found : null;
}

/**
 * The ids of what has the query's words with the diacritics they are typed with.
 * @param {Word[]} query
 * @param {Ask} ask
 */
async function exactly(query, ask) {
  const forms = query.map(inIndex);
  const marked = forms.some((form, index) => form !== query[index].plain);
  return new Set(marked ? (await ask(forms.join(" "))).map((result) => result.id) : []);
}

/**
 * A document's symbol is one word of the index, however it is printed: 15cttw. A number in the
 * query is tried together with the words after it, and counts if a text has them as one.
 * @param {string} text
 * @param {Word[]} query
 * @param {Ask} ask
 */
async function bySymbol(text, query, ask) {
  const first = query.findIndex((word) => /^\d/.test(word.plain));
  if (first < 0) return null;
  for (let last = Math.min(first + 4, query.length); last > first; last--) {
    const symbol = query.slice(first, last);
    const joined = symbol.map((word) => text.slice(word.start, word.end)).join("");
    if (!/\d\p{L}/u.test(joined)) return null;
    const around = [
      text.slice(0, symbol[0].start),
      joined,
      text.slice(symbol[symbol.length - 1].end),
    ];
    const results = await ask(around.join(" "));
    const best = results[0] && (await kept(results[0])).text;
    const printed = best ? phrases(wordsOf(best), symbol) : [];
    if (printed.some(({ start, end }) => !/\s/.test(best.slice(start, end)))) return results;
  }
  return null;
}

/**
 * 0 where as many words as were asked for stand side by side, more the further apart.
 * @param {number[]} places
 * @param {number} count
 */
function apart(places, count) {
  let least = Infinity;
  for (let i = 0; i + count <= places.length; i++) {
    least = Math.min(least, places[i + count - 1] - places[i] - count + 1);
  }
  return least > 0 ? (least > 2 * count ? 2 : 1) : 0;
}

/**
 * @param {Result} result
 * @param {Word[]} query
 * @returns {Promise<Found>}
 */
async function record(result, query) {
  const { url, citation, text } = await kept(result);
  const { words, places } = inTerms(text, query, result.words);
  const found = phrases(words, query);
  const single = hits(words, query, places);
  const best = found.find(({ exact }) => exact) ?? found.find(({ whole }) => whole) ?? found[0];
  const had = new Set(single.map((hit) => query[hit.asked].plain));
  const lacking = found.length ? [] : query.filter((word) => !had.has(word.plain));
  const stretch = best ?? closest(single) ?? { start: 0, end: 0 };
  const marks = found.length ? found : single;
  return {
    url,
    citation,
    text,
    pieces: excerpt(text, stretch, marks),
    found: { text, stretch, marks },
    without: [...new Set(lacking.map((word) => word.typed))],
    rank: rank(words, query, found, single),
  };
}

/**
 * The words of a text to be compared with a query, with the dates that it asks for as one word each,
 * and the places of those that were found: the index has dates behind the text.
 * @param {string} text
 * @param {Word[]} query
 * @param {number[]} places
 */
function inTerms(text, query, places) {
  const asked = query.filter(isDate).map((word) => word.plain);
  const words = asked.length ? withDates(wordsOf(text), readDates(text), asked) : wordsOf(text);
  const dated = words.filter(isDate).map((word) => word.place);
  return { words, places: new Set([...places, ...dated]) };
}

/**
 * What is kept with a record, in lines (see src/diptych/site/search/index.py).
 * @param {Result} result
 * @returns {Promise<Kept>}
 */
async function kept(result) {
  const [url, citation, ...text] = (await result.data()).raw_url.split("\n");
  return { url, citation, text: text.join(" ").normalize("NFC") };
}

/**
 * Which of two lists of numbers is less, by the first in which they differ.
 * @param {number[]} one
 * @param {number[]} other
 */
function compare(one, other) {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : one[at] - other[at];
}
