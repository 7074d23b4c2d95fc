// Asks the Pagefind index of the page's language, a record a provision, and orders what it finds.

import { closest, excerpt, hits, phrases, rank, wordsOf } from "./matching.js";

const BATCH = 12; // records are files of their own: so many are fetched, ordered and shown at once

// The index has đ as a d with a mark (see hooks/search.py).
const toIndex = (text) => text.replaceAll("đ", "d\u0335").replaceAll("Đ", "D\u0335");
const fromIndex = (text) => text.replaceAll("d\u0335", "đ").replaceAll("D\u0335", "Đ");

export const NOTHING = { total: 0, records: [], next: async () => [] };

/** The index at an address, ready to be asked: query -> { total, records, next() }. */
export async function openIndex(address) {
  const pagefind = await import(address);
  await pagefind.options({ baseUrl: "/", ranking: { pageLength: 0.4 } });
  await pagefind.init();
  const ask = async (text) => (await pagefind.search(toIndex(text))).results;

  return async (text) => {
    const query = wordsOf(text.normalize("NFC"));
    const results = (await bySymbol(text, query, ask)) ?? (await ask(text));
    const ordered = results
      .map((result) => ({ result, apart: apart(result.words, query.length) }))
      .sort((a, b) => a.apart - b.apart || b.result.score - a.result.score);
    let taken = 0;
    /** The next records, the best first; none when all have been given. */
    const next = async () => {
      const batch = ordered.slice(taken, (taken += BATCH));
      const records = await Promise.all(batch.map(({ result }) => record(result, query)));
      return records.sort(inOrder);
    };
    const records = await next();
    // Pagefind passes over words it does not know; who asked for them has found nothing
    const answered = records.some((one) => one.answers);
    return answered ? { total: results.length, records, next } : NOTHING;
  };
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
    const best = results[0] && fromIndex((await results[0].data()).content);
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
  const { content, filters, url } = await result.data();
  const text = fromIndex(content);
  const words = wordsOf(text);
  const found = phrases(words, query);
  const single = hits(words, query, new Set(result.words));
  const stretch = found.find((phrase) => phrase.exact) ?? found.find((phrase) => phrase.whole) ?? found[0] ?? closest(single);
  return {
    url,
    citation: filters.citation[0],
    pieces: excerpt(text, stretch ?? { start: 0, end: 0 }, found.length ? found : single),
    answers: found.length > 0 || new Set(single.map((hit) => hit.asked)).size === query.length,
    rank: [...rank(words, query, found, single), -result.score],
  };
}

function inOrder(one, other) {
  const differing = one.rank.findIndex((value, index) => value !== other.rank[index]);
  return differing < 0 ? 0 : one.rank[differing] - other.rank[differing];
}
