// What only another language has, each result leading to the provision in the reader's own.

import { excerpt } from "./matching.js";

/**
 * @typedef {import("./finding.js").Answer} Answer
 * @typedef {import("./finding.js").Found} Found
 * @typedef {import("./finding.js").Index} Index
 */

/**
 * What was found in another language, with each provision as the reader's own language has it and
 * what was found beside it.
 * @param {Answer} found
 * @param {string} language the other
 * @param {Index} own
 * @returns {Promise<Answer>}
 */
export async function inOwnLanguage(found, language, own) {
  /** @param {Found} record */
  const home = async (record) => {
    const kept = await own.provision(record.url.split("#")[1], record.document);
    if (!kept) return record; // the one language has it alone
    const { url, citation, text } = kept;
    const pieces = excerpt(text, { start: 0, end: 0 }, []);
    return { ...record, url, citation, text, pieces, beside: { language, pieces: record.pieces } };
  };
  const records = await Promise.all(found.records.map(home));
  const next = async () => Promise.all((await found.next()).map(home));
  return { ...found, elsewhere: true, records, next };
}
