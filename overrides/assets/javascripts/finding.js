// Asks the Pagefind index of the page's language, a record a provision, and orders what it finds.

import { opening } from "./asking.js";
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
  WHOLE,
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
 * @property {number} [lacking] the share of the words asked for that the first of it does not have
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
 * @property {string} document the name of its document, on a site of several
 * @typedef {import("./asking.js").Result} Result
 * @typedef {(text: string, dates?: Dated[]) => Promise<Result[]>} Ask
 * What is kept with a record.
 * @typedef {{ url: string, citation: string, text: string, document: string }} Kept
 * An index: what it has for a query, and what is kept with the provision of an id.
 * @typedef {object} Index
 * @property {(typed: string, document?: string) => Promise<Answer>} find
 * @property {(id: string, document?: string) => Promise<Kept | null>} provision
 */

/** @type {Answer} */
export const NOTHING = { total: 0, whole: false, records: [], next: async () => [] };

/**
 * @typedef {import("./dates.js").Dated} Dated
 */

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
 * @param {string} folder the address of all indexes
 * @param {string} language
 * @param {string[]} languages
 * @param {Promise<(query: string) => import("./alike.js").Reworded[]>} reworded
 * @returns {Index}
 */
export function openIndex(folder, language, languages, reworded) {
  readDates = dateReader(languages);
  const search = opening(folder, language);
  /**
   * What asks for what stands in one of several documents, or in all.
   * @param {string} document
   * @returns {Ask}
   */
  const askIn = (document) => {
    const options = document ? { filters: { document } } : {};
    return (text, dates = readDates(text)) => search(asked(text, dates), options);
  };

  /**
   * @param {string} typed
   * @param {string} [document]
   */
  const find = async (typed, document = "") => {
    const ask = askIn(document);
    const wordings = (await reworded)(asPrinted(typed)).flatMap(({ text, put }, turn) => {
      // a month without a year is sought as it is typed, then by value
      const [dates, more] = [readDates(text), readDates(text, true)];
      return (more.length > dates.length ? [dates, more] : [dates]).map((dates, by) => {
        return { text, put, dates, turn: turn + by, query: withDates(wordsOf(text), dates) };
      });
    });
    const found = (await Promise.all(wordings.map((wording) => answering(wording, ask)))).flat();
    if (found.length) return { ...(await answer(found, ranked)), whole: true };
    const parts = await Promise.all(
      wordings.map(async ({ query }) => {
        return { query, found: await answer(await nearest(query, ask), foremost) };
      }),
    );
    const best = parts.reduce((one, other) => (lacking(other) < lacking(one) ? other : one));
    return { ...best.found, lacking: lacking(best) };
  };
  /**
   * @param {string} id
   * @param {string} [document]
   */
  const provision = async (id, document = "") => {
    const found = await byCitation(`#${id}`, askIn(document));
    return found && kept(found[0]);
  };
  return { find, provision };
}

/**
 * The share of a query's words that the first of what is found does not have.
 * @param {{ query: Word[], found: Answer }} part
 */
const lacking = ({ query, found: { records } }) =>
  records.length ? records[0].without.length / query.length : Infinity;

/**
 * A wording of a query, which of them it is, its dates and its words.
 * @typedef {import("./alike.js").Reworded & Terms} Wording
 * @typedef {{ turn: number, dates: Dated[], query: Word[] }} Terms
 */

/**
 * What has all that is asked for in a wording of the query; nothing if none has.
 * @param {Wording} wording
 * @param {Ask} ask
 * @returns {Promise<Keyed[]>}
 */
async function answering({ text, put, turn, dates, query }, ask) {
  const cited = await byCitation(text, ask);
  let results = cited ?? (await bySymbol(text, query, ask)) ?? (await ask(text, dates));
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
 * The order of a text that has all words of the query: by how it answers it, what is typed before
 * other words for it.
 * @param {Keyed} keyed
 * @param {number[]} rank
 */
const ranked = ({ turn, result }, [kind, lacking, torn, ...rank]) => {
  const typed = turn ? Math.max(kind, 1) : kind; // nobody typed its diacritics
  return [typed, lacking, torn, turn, ...rank, -result.score];
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
  /** @type {Map<string, Keyed[]>} */
  const byText = new Map();
  for (const keyed of found.sort((one, other) => compare(one.key, other.key))) {
    byText.set(keyed.result.id, [...(byText.get(keyed.result.id) ?? []), keyed]);
  }
  const ordered = [...byText.values()];
  let taken = 0;
  /** @param {Keyed} keyed */
  const asRecord = async (keyed) => {
    const one = await record(keyed.result, keyed.query);
    return { ...one, rank: order(keyed, one.rank) };
  };
  /** The next records, the best first; none when all have been given. */
  const next = async () => {
    const batch = ordered.slice(taken, taken + BATCH);
    taken += BATCH;
    // of a text that several wordings find, as the best of them finds it
    const texts = batch.map(async (wordings) => {
      const records = await Promise.all(wordings.map(asRecord));
      return records.reduce((best, one) => (compare(one.rank, best.rank) < 0 ? one : best));
    });
    return (await Promise.all(texts)).sort((one, other) => compare(one.rank, other.rank));
  };
  return { total: ordered.length, whole: false, records: await next(), next };
}

/**
 * A query as Pagefind is asked: without diacritics, with dates by value, and without the dashes that
 * stand alone, which it takes for words that no text has.
 * @param {string} text
 * @param {Dated[]} dates
 */
function asked(text, dates) {
  const words = plain(inWords(text, dates)).trim().split(/\s+/);
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
  const words = [...new Map(query.map((word) => [word.plain, word])).values()];
  const found = await Promise.all(words.map((word) => having(word, word === query.at(-1), ask)));
  const all = new Set(found.flat().map((result) => result.id)).size;
  const rarity = found.map((results) => Math.log((all + 1) / Math.max(1, results.length)));
  const texts = found.map((results) => new Map(results.map((result) => [result.id, result])));
  /** @param {string} id */
  const weighed = (id) => {
    const had = texts.map((having) => having.get(id));
    const places = had.map((result) => new Set(result?.words));
    let weight = 0;
    for (const [at, result] of had.entries()) {
      if (!result) continue;
      weight += rarity[at];
      // words that stand side by side, as they are asked for, may be parts of one
      const next = places[at + 1];
      if (next && result.words.some((place) => next.has(place + 1))) {
        weight += rarity[at] + rarity[at + 1];
      }
    }
    const [first] = had.flatMap((result) => result ?? []);
    const result = {
      ...first,
      words: had.flatMap((result) => result?.words ?? []),
      score: had.reduce((sum, result) => sum + (result?.score ?? 0), 0),
    };
    return { result, weight };
  };
  const answers = [...new Set(texts.flatMap((having) => [...having.keys()]))].map(weighed);
  const best = Math.max(0, ...answers.map(({ weight }) => weight));
  return answers
    .filter(({ weight }) => weight >= FAIR * best)
    .map(({ result, weight }) => ({ result, query, turn: 0, key: [-weight, -result.score] }));
}

/**
 * What has a word, or another ending of it; nothing where Pagefind finds only words like it. Of a
 * word that is typed with diacritics what has it so, if anything has.
 * @param {Word} word
 * @param {boolean} last whether more of it may be typed
 * @param {Ask} ask
 */
async function having(word, last, ask) {
  const whole = !last && word.plain.length < WHOLE;
  const results = await ask(whole ? `"${word.plain}"` : word.plain);
  if (!results.length) return [];
  const { words, places } = inTerms((await kept(results[0])).text, [word], results[0].words);
  if (!hits(words, [word], places).length) return [];
  const exact = await exactly([word], ask);
  return exact.size ? results.filter((result) => exact.has(result.id)) : results;
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
  const { url, citation, text, document } = await kept(result);
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
    document,
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
  const { raw_url, filters } = await result.data();
  const [url, citation, ...text] = raw_url.split("\n");
  const document = filters?.document?.[0] ?? "";
  return { url, citation, text: text.join(" ").normalize("NFC"), document };
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
