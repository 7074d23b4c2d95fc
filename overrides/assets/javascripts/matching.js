// How a text and a query are compared: by letters and figures, with and without diacritics.

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const TONE = /([\u0300\u0301\u0303\u0309\u0323])([\p{L}\p{M}]*)/u;

/**
 * A word of a text or a query: its span, as it is typed, its form without diacritics and with them,
 * and the number of the word of the index that it is in.
 * @typedef {object} Word
 * @property {number} start
 * @property {number} end
 * @property {string} typed
 * @property {string} plain
 * @property {string} marked
 * @property {number} place
 * @typedef {{ start: number, end: number }} Span
 * A text, what is marked in it, and the part to be shown.
 * @typedef {{ text: string, stretch: Span, marks: Span[] }} Marked
 * Where a query stands in a text: as a whole or its beginning, with the very diacritics or not.
 * @typedef {Span & { from: number, to: number, whole: boolean, exact: boolean }} Phrase
 * A word of a text for a word of the query, and how far it is off.
 * @typedef {Word & { asked: number, off: number }} Hit
 */

/**
 * What is typed in the letters and marks that the text is printed in, each in its place: other
 * keyboards have other quotation marks, and letters that only look like Đ.
 * @param {string} typed
 */
export const asPrinted = (typed) =>
  typed
    .normalize("NFC")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[ÐƉ]/g, "Đ")
    .replace(/[ðɖ]/g, "đ");

/**
 * Lower case, without diacritics, đ included.
 * @param {string} text
 */
export const plain = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("đ", "d");

/**
 * Lower case with its diacritics, the tone at the end: hoà and hòa are one word.
 * @param {string} word
 */
const marked = (word) => word.toLowerCase().normalize("NFD").replace(TONE, "$2$1");

// The marks by the key that types each, the first the key 1.
const KEYS = "\u0301\u0300\u0309\u0303\u0323\u0302\u031b\u0306";

/**
 * How the index has a word with its diacritics, or without if it has none: each mark is the figure
 * that types it, the tone last, and a y behind one twice (see src/diptych/site/search/index_words.py).
 * @param {{ marked: string, plain: string }} word
 */
export function inIndex({ marked, plain }) {
  const typed = [...marked.replaceAll("đ", "d9")].map(
    (letter) => KEYS.indexOf(letter) + 1 || letter,
  );
  return marked === plain ? plain : `θ${typed.join("").replace(/(?<=\d)y$/, "yy")}`;
}

/**
 * The words of a text in their order.
 * @param {string} text
 * @returns {Word[]}
 */
export function wordsOf(text) {
  const blanks = [...text.matchAll(/\s+/g)].map((blank) => blank.index);
  let place = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    while (blanks[place] < index) place++;
    return {
      start: index,
      end: index + word.length,
      typed: word,
      plain: plain(word),
      marked: marked(word),
      place,
    };
  });
}

/**
 * Where the words of the query stand together in a text, whatever is between the letters:
 * "15 ct tw" is 15-CT/TW. The last word may be unfinished (`whole` is then false), but no word of the
 * query goes on in the text's next: "committees" is not "committee should".
 * @param {Word[]} words
 * @param {Word[]} query
 */
export function phrases(words, query) {
  const sought = query.map((word) => word.plain).join("");
  const exactly = query.map((word) => word.marked).join("");
  const ends = new Set();
  let length = 0;
  for (const word of query) {
    length += word.plain.length;
    ends.add(length);
  }
  /** @type {Phrase[]} */
  const found = [];
  for (let from = 0; sought && from < words.length; from++) {
    let [to, joined, torn] = [from, "", false];
    while (to < words.length && joined.length < sought.length && sought.startsWith(joined)) {
      torn ||= to > from && words[to].place > words[to - 1].place && !ends.has(joined.length);
      joined += words[to++].plain;
    }
    if (!joined.startsWith(sought) || (torn && joined !== sought)) continue;
    const exact =
      words
        .slice(from, to)
        .map((word) => word.marked)
        .join("") === exactly;
    const [{ start }, { end }] = [words[from], words[to - 1]];
    found.push({ start, end, from, to, whole: joined === sought, exact });
  }
  return found;
}

/**
 * The words of a text that the index found, each with the number of the query's word it answers
 * and how well: 0 with its diacritics, 1 without, 2 where only the beginning is the same, which
 * counts only if nothing better answers that word.
 * @param {Word[]} words
 * @param {Word[]} query
 * @param {Set<number>} places
 * @returns {Hit[]}
 */
export function hits(words, query, places) {
  const found = words
    .filter((word) => places.has(word.place))
    .flatMap((word) => {
      const alike = query.map((asked) => shared(word.plain, asked.plain));
      const most = Math.max(...alike);
      const asked = alike.indexOf(most);
      const { length } = query[asked].plain;
      // begun, or another ending of the same word; the index goes further back than that
      if (most < length && most < Math.max(WHOLE, STEM * length)) return [];
      const begun = most === length && word.plain !== query[asked].plain;
      if (begun && length < WHOLE && asked < query.length - 1) return [];
      const off =
        word.marked === query[asked].marked ? 0 : word.plain === query[asked].plain ? 1 : 2;
      return [{ ...word, asked, off }];
    });
  const whole = new Set(found.filter((hit) => hit.off < 2).map((hit) => hit.asked));
  return found.filter((hit) => hit.off < 2 || !whole.has(hit.asked));
}

/** Letters below which a word is no beginning of others, unless it is being typed: "hàn", "hàng". */
export const WHOLE = 4;

const STEM = 0.6; // of a word's letters

/**
 * How many letters two words begin with alike.
 * @param {string} one
 * @param {string} other
 */
function shared(one, other) {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
}

/**
 * The shortest stretch of the text that answers most words of the query.
 * @param {Hit[]} found
 */
export function closest(found) {
  const wanted = new Set(found.map((hit) => hit.asked)).size;
  /** @type {Map<number, Hit>} */
  const last = new Map();
  /** @type {Span | null} */
  let best = null;
  for (const hit of found) {
    last.delete(hit.asked);
    last.set(hit.asked, hit); // the map's order is by last occurrence
    if (last.size < wanted) continue;
    const [first] = last.values();
    if (!best || hit.end - first.start < best.end - best.start)
      best = { start: first.start, end: hit.end };
  }
  return best;
}

/**
 * Whether a word, without its diacritics, may be the number of a heading or a step of a citation.
 * @param {string} word
 */
export const isNumber = (word) => /^(\d+|[ivxlc]+)$/.test(word);

const LACKING = 4; // how far off a word is that a text does not have

const NEAR = 12; // letters to a word of the query, in a stretch that reads as one

/**
 * How well a text answers a query, as numbers to be compared one by one, the least the best:
 * the exact phrase, the phrase without regard to diacritics, its beginning, or words apart; of
 * these the fullest answer, then that with most words side by side as they are asked for, then that
 * with the very words, the nearest to each other; and of equals, a heading that says just this.
 * @param {Word[]} words
 * @param {Word[]} query
 * @param {Phrase[]} found
 * @param {Hit[]} single
 */
export function rank(words, query, found, single) {
  const whole = found.filter((phrase) => phrase.whole);
  const kind = whole.some((phrase) => phrase.exact) ? 0 : whole.length ? 1 : found.length ? 2 : 3;
  const numbered = isNumber(words[0]?.plain ?? "") ? 1 : 0;
  const alone = whole.some(({ from, to }) => from <= numbered && to === words.length);
  if (kind < 3) return [kind, 0, 0, 0, alone ? 0 : 1, 0];
  const off = query.map((_, asked) =>
    Math.min(LACKING, ...single.filter((hit) => hit.asked === asked).map((hit) => hit.off)),
  );
  const near = closest(single);
  const wide = near ? Math.min(8, Math.floor((near.end - near.start) / (NEAR * query.length))) : 9;
  const lacking = off.filter((one) => one === LACKING).length;
  return [kind, lacking, torn(query, single), off.reduce((sum, one) => sum + one, 0), 1, wide];
}

/**
 * How many words of the query stand nowhere before the one that they are asked for before.
 * @param {Word[]} query
 * @param {Hit[]} found
 */
function torn(query, found) {
  const places = query.map(
    (_, asked) => new Set(found.filter((hit) => hit.asked === asked).map((hit) => hit.place)),
  );
  const joined = places.slice(1).map((next, at) => {
    return [...places[at]].some((place) => next.has(place + 1) || next.has(place));
  });
  return joined.filter((one) => !one).length;
}

const LENGTH = 210;
const JOINT = /^[\s/-]?$/; // between words that are marked in one
const BEFORE = 60;

/**
 * The part of a text around a stretch of it: pieces, each with whether it was sought.
 * @param {string} text
 * @param {Span} stretch
 * @param {Span[]} marks
 */
export function excerpt(text, stretch, marks) {
  let from = stretch.end < LENGTH - BEFORE ? 0 : Math.max(0, stretch.start - BEFORE);
  if (text.length <= LENGTH) from = 0;
  if (from) from = text.indexOf(" ", from) + 1;
  let to = Math.max(from + LENGTH, stretch.end);
  to = to >= text.length ? text.length : Math.max(text.lastIndexOf(" ", to), stretch.end);
  to = Math.max(to, ...marks.filter(({ start }) => start < to).map(({ end }) => end));
  /** @type {[string, boolean][]} */
  const pieces = from ? [["…\u00a0", false]] : [];
  let at = from;
  for (const { start, end } of joined(text, marks)) {
    if (start < at || end > to) continue;
    pieces.push([text.slice(at, start), false], [text.slice(start, end), true]);
    at = end;
  }
  pieces.push([text.slice(at, to), false]);
  if (to < text.length) pieces.push(["\u00a0…", false]);
  return pieces;
}

/**
 * Marks, those with nothing but a blank or the sign of a symbol between them as one.
 * @param {string} text
 * @param {Span[]} marks
 */
function joined(text, marks) {
  /** @type {Span[]} */
  const found = [];
  for (const { start, end } of marks) {
    const last = found[found.length - 1];
    if (last && start >= last.end && JOINT.test(text.slice(last.end, start))) last.end = end;
    else found.push({ start, end });
  }
  return found;
}
