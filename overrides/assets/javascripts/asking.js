// Asks Pagefind, which works in a worker. Its own script for pages does the same, and has in it, for
// browsers without workers, all that the worker has: as many bytes again.

/**
 * What Pagefind finds, its words by their places in the text, and how to fetch it.
 * @typedef {object} Result
 * @property {string} id
 * @property {number} score
 * @property {number[]} words
 * @property {() => Promise<{ raw_url: string, filters?: Record<string, string[]> }>} data
 */

/** @type {Worker | null} */
let worker = null;
let sent = 0;
let opened = 0;

/**
 * Whoever waits for an answer of the worker, by the number of the question.
 * @type {Map<number, { settle: (result: any) => void, fail: (why: Error) => void }>}
 */
const waiting = new Map();

/** @param {string} folder */
function started(folder) {
  const made = new Worker(`${folder}pagefind-worker.js`);
  made.onmessage = ({ data: { id, result, error } }) => {
    if (error) waiting.get(id)?.fail(new Error(error));
    else waiting.get(id)?.settle(result);
    waiting.delete(id);
  };
  // its script could not be had: whoever asks next has it started again
  made.onerror = () => {
    for (const { fail } of waiting.values()) fail(new Error(folder));
    waiting.clear();
    worker = null;
  };
  return made;
}

/**
 * What asks the index of a language for texts. Where it could not be loaded a question fails, and
 * the next has it loaded again.
 * @param {string} folder the address of the index
 * @param {string} language
 */
export function opening(folder, language) {
  let instanceId = "";
  /** @type {Promise<unknown> | null} */
  let begun = null;
  /**
   * @param {string} method
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  const ask = (method, ...args) =>
    new Promise((settle, fail) => {
      worker ??= started(folder);
      waiting.set(++sent, { settle, fail });
      worker.postMessage({ id: sent, instanceId, method, args });
    });
  const begin = () => {
    instanceId = `${++opened}`;
    const ranking = { pageLength: 0.4 };
    return ask("init", { basePath: folder, baseUrl: "/", language, primary: true, ranking });
  };
  // the worker holds on to each result until it is told that nobody asks for it any more
  const left = new FinalizationRegistry((data) => ask("releaseData", data));

  /**
   * @param {string} text
   * @param {{ filters?: Record<string, string> }} options
   * @returns {Promise<Result[]>}
   */
  const search = async (text, options) => {
    begun ??= begin();
    const own = begun;
    try {
      await own;
      const { results } = await ask("search", text, options);
      return results.map((/** @type {Result & { data: any }} */ result) => {
        const { data } = result;
        const fetched = { ...result, data: () => ask("getData", data) };
        left.register(fetched, data);
        return fetched;
      });
    } catch (why) {
      if (begun === own) begun = null;
      throw why;
    }
  };
  begun = begin();
  begun.catch(() => null); // told when something is looked for
  return search;
}
