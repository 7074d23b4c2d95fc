// Asks the Pagefind index of the page's language, a record a provision, and orders what it finds.

import { closest, excerpt, hits, inIndex, isNumber, phrases, plain, rank, wordsOf } from "./matching.js";

const BATCH = 12; // records are files of their own: so many are fetched, ordered and shown at once

const FEW = 2; // words of a query by which many a provision is found without its diacritics

const BETWEEN = ["of", "the", "cua", "thuoc"]; // words between the steps of a citation

export const NOTHING = { total: 0, records: [], next: async () => [] };

/** The index at an address, ready to be asked: query -> { total, records, next() }. */
export async function openIndex(address) {
  const pagefind = await import(address);
  await pagefind.options({ baseUrl: "/", ranking: { pageLength: 0.4 } });
  await pagefind.init();
  const ask = async (text) => (await pagefind.search(plain(text))).results;

  return async (typed) => {
    const text = typed.normalize("NFC");
    const query = wordsOf(text);
    const cited = await byCitation(text, ask);
    const results = cited ?? (await bySymbol(text, query, ask)) ?? (await ask(text));
    const exact = query.length <= FEW ? await exactly(query, ask) : new Set();
    const ordered = results
      .map((result) => {
        const spread = apart(result.words, query.length);
        return { result, key: [exact.has(result.id) ? 0 : 1, spread, -result.score] };
      })
      .sort((one, other) => compare(one.key, other.key));
    let taken = 0;
    /** The next records, the best first; none when all have been given. */
    const next = async () => {
      const batch = ordered.slice(taken, (taken += BATCH));
      const records = await Promise.all(batch.map(({ result }) => record(result, query)));
      return records.sort((one, other) => compare(one.rank, other.rank));
    };
    const records = await next();
    // Pagefind passes over words it does not know; who asked for them has found nothing
    const answered = cited || records.some((one) => one.answers);
    return answered ? { total: results.length, records, next } : NOTHING;
  };
}

/**
 * What the query cites, or nothing: "Part III, Section 2" in any writing, or what ends in the
 * address of a provision (see programme/exports/citation_words.py).
 */
async function byCitation(text, ask) {
  const named = text.match(/#([\w-]+)\s*$/);
  const words = wordsOf(named ? named[1] : text).map((word) => word.plain);
  if (!named && !words.some(isNumber)) return null;
  const found = await ask(`λ${words.filter((word) => !BETWEEN.includes(word)).join("")}λ`);
  return found.length ? found : null;
}

/** What has the query's words with the diacritics they are typed with. */
async function exactly(query, ask) {
  const forms = query.map(inIndex);
  const marked = forms.some((form, index) => form !== query[index].plain);
  return new Set(marked ? (await ask(forms.join(" "))).map((result) => result.id) : []);
}

/**
 * A document's symbol is one word of the index, however it is printed: 15cttw. A number in the
 * query is tried together with the words after it, and counts if a text has them as one.
 */
async function bySymbol(text, query, ask) {
  const first = query.findIndex((word) => /^\d/.test(word.plain));
  if (first < 0) return null;
  for (let last = Math.min(first + 4, query.length); last > first; last--) {
    const symbol = query.slice(first, last);
    const joined = symbol.map((word) => text.slice(word.start, word.end)).join("");
    if (!/\d\p{L}/u.test(joined)) return null;
    const around = [text.slice(0, symbol[0].start), joined, text.slice(symbol.at(-1).end)];
    const results = await ask(around.join(" "));
    const best = results[0] && (await kept(results[0])).text;
    const printed = best ? phrases(wordsOf(best), symbol) : [];
    if (printed.some(({ start, end }) => !/\s/.test(best.slice(start, end)))) return results;
  }
  return null;
}

/** 0 where as many words as were asked for stand side by side, more the further apart. */
function apart(places, count) {
  let least = Infinity;
  for (let i = 0; i + count <= places.length; i++) {
    least = Math.min(least, places[i + count - 1] - places[i] - count + 1);
  }
  return least > 0 ? (least > 2 * count ? 2 : 1) : 0;
}

async function record(result, query) {
  const { url, citation, text } = await kept(result);
  const words = wordsOf(text);
  const found = phrases(words, query);
  const single = hits(words, query, new Set(result.words));
  const best = found.find(({ exact }) => exact) ?? found.find(({ whole }) => whole) ?? found[0];
  return {
    url,
    citation,
    pieces: excerpt(text, best ?? closest(single) ?? { start: 0, end: 0 }, found.length ? found : single),
    answers: found.length > 0 || new Set(single.map((hit) => hit.asked)).size === query.length,
    rank: [...rank(words, query, found, single), -result.score],
  };
}

/** What is kept with a record, in lines (see hooks/search.py). */
async function kept(result) {
  const [url, citation, ...text] = (await result.data()).raw_url.split("\n");
  return { url, citation, text: text.join(" ").normalize("NFC") };
}

/** Which of two lists of numbers is less, by the first in which they differ. */
function compare(one, other) {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : one[at] - other[at];
}
