// The search window: what is typed, what is found, what is suggested, all of it by keyboard too.

import { rewording } from "./alike.js";
import { inOwnLanguage } from "./elsewhere.js";
import { NOTHING, openIndex } from "./finding.js";
import { styled } from "./styles.js";
import { suggester } from "./suggestions.js";
import { inView, readsBoth } from "./view.js";
import { windowOf } from "./windows.js";

await styled("found.css");

/**
 * @typedef {import("./finding.js").Answer} Answer
 * @typedef {import("./finding.js").Found} Found
 * @typedef {import("./finding.js").Index} Index
 * @typedef {import("./suggestions.js").Suggestions} Suggestions
 */

const HALF = 0.5; // of a query's words: who finds so many is not asking in another language
const PAUSE = 120; // milliseconds of silence before a query is sent

const root = document.documentElement;
const HOME = new URL(`${root.dataset.root}/`, location.href);

let ready = false;

/**
 * Fill the window on its first opening, after Enter had been pressed or not; later calls do nothing.
 * @param {HTMLDialogElement} dialog
 * @param {() => boolean} entered
 */
export async function prepare(dialog, entered) {
  if (ready) return;
  const { content, dataset } = await windowOf("search");
  if (ready) return; // it was opened twice meanwhile
  ready = true;
  const parts = document.importNode(content, true);
  // one file has the windows of every language: there they have no ids
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (parts.querySelectorAll("[data-id]")))
    part.id = part.dataset.id ?? "";
  dialog.append(parts);
  dialog.querySelector("input")?.setAttribute("aria-controls", "suggestions results");
  listen(dialog, /** @type {Record<string, string>} */ (dataset), entered());
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {Record<string, string>} said
 * @param {boolean} entered
 */
function listen(dialog, said, entered) {
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  /** @param {string} selector */
  const part = (selector) => /** @type {HTMLElement} */ (dialog.querySelector(selector));
  const list = part("#results");
  const hints = part("#suggestions");
  const label = part("#suggestions-label");
  const status = part("[role=status]");
  const within = /** @type {HTMLSelectElement | null} */ (dialog.querySelector("select"));
  const more = part("#more-results");
  /** @param {string} path */
  const at = (path) => new URL(path, HOME).href;
  const own = root.lang;
  const others = said.others.split(" ").filter(Boolean);
  const languages = [own, ...others];
  /**
   * The lists of a language; without them the search still works.
   * @param {string} language
   */
  const listsOf = (language) =>
    fetch(at(`search/${language}.json`))
      .then((answer) => answer.json())
      .catch(() => ({ phrases: [], alike: [] }));
  /**
   * @param {string} language
   * @param {ReturnType<typeof listsOf>} lists
   */
  const open = (language, lists) => {
    const reworded = lists.then(({ alike }) => rewording(alike));
    return openIndex(at("pagefind/"), language, languages, reworded);
  };
  const lists = listsOf(own);
  const suggest = lists.then(({ phrases }) => suggester(phrases));
  const index = open(own, lists);
  /** @type {Map<string, Index>} */
  const opened = new Map();

  /**
   * What another language has of all that is asked for; nothing if none has, or cannot be loaded.
   * @param {string} query
   */
  const elsewhere = async (query) => {
    for (const language of others) {
      const there = opened.get(language) ?? open(language, listsOf(language));
      opened.set(language, there);
      const found = await there.find(query, within?.value).catch(() => NOTHING);
      if (found.whole) return inOwnLanguage(found, language, index);
    }
    return NOTHING;
  };
  const [other] = others;
  const both = other !== undefined && readsBoth();
  dialog.classList.toggle("search--both", both);
  const inBoth = both
    ? import("./concordance.js").then((module) => module.concordance(at("search/"), own, other))
    : null;
  inBoth?.catch(() => null); // told when something is looked for
  let latest = 0;
  let { next } = NOTHING;
  let left = 0;

  /** Look for what is typed; true once its results are shown, false if more has been typed. */
  const search = async () => {
    clearTimeout(pause);
    const query = input.value.trim();
    const turn = ++latest;
    list.setAttribute("aria-busy", "true");
    if (query && !list.dataset.query) status.textContent = said.loading;
    const found = query ? await answer(query, turn) : NOTHING;
    if (!found) return false;
    const hinted = (await suggest)(query, query !== "" && !found.whole, found.total === 0);
    if (turn !== latest) return false;
    next = found.next;
    left = found.total - found.records.length;
    list.replaceChildren(...found.records.map(shown));
    more.hidden = left <= 0;
    tell(query, found, hinted);
    list.dataset.query = query;
    list.setAttribute("aria-busy", "false");
    dialog.scrollTop = 0;
    return true;
  };

  /**
   * What is found; nothing, and why, where it could not be looked for.
   * @param {string} query
   * @param {number} turn
   */
  const answer = async (query, turn) => {
    try {
      const mine = await index.find(query, within?.value);
      if (turn !== latest) return mine;
      const foreign = !mine.whole && (mine.lacking ?? 1) >= HALF;
      const theirs = foreign ? await elsewhere(query) : NOTHING;
      const found = theirs.whole ? theirs : mine;
      return inBoth ? await (await inBoth)(found) : found;
    } catch {
      if (turn !== latest) return null;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = dialog.dataset.failed ?? "";
      list.setAttribute("aria-busy", "false");
      return null;
    }
  };

  /**
   * @param {string} query
   * @param {Answer} answer
   * @param {Suggestions} suggestions
   */
  const tell = (query, { total, whole, elsewhere }, { phrases, meant }) => {
    label.textContent = phrases.length ? (meant ? said.meant : said.suggestions) : "";
    hints.replaceChildren(...phrases.map(hint));
    hints.parentElement?.toggleAttribute("hidden", !phrases.length);
    const counted = [said.none, said.one][total] ?? said.some.replace("{}", `${total}`);
    const form = elsewhere ? said.elsewhere : whole || !total ? "{}" : said.nearest;
    const count = query ? form.replace("{}", counted) : "";
    const aloud = phrases.length ? ` ${label.textContent} ${phrases.join("; ")}` : "";
    status.replaceChildren(count, element("span", aloud, "visually-hidden"));
  };

  /** @param {Found} found */
  const shown = ({ url, citation, pieces, without, beside, document: name }) => {
    const link = document.createElement("a");
    link.href = inView(at(url.replace(/^\//, "")));
    const called = name && !within?.value ? within?.querySelector(`[value="${name}"]`) : null;
    const cited = called ? `${called.textContent}, ${citation}` : citation;
    link.append(element("span", cited, "search__citation"));
    if (beside) {
      const here = element("span", "", "search__text");
      here.append(...marked(pieces));
      const there = element("span", "", "search__beside");
      there.lang = beside.language;
      there.append(...marked(beside.pieces));
      link.append(here, there);
    } else {
      link.append(...marked(pieces));
    }
    if (without.length)
      link.append(
        element("span", said.without.replace("{}", without.join(", ")), "search__without"),
      );
    const item = document.createElement("li");
    item.append(link);
    return item;
  };

  /** @param {string} phrase */
  const hint = (phrase) => {
    const button = element("button", phrase);
    button.type = "button";
    button.title = phrase;
    const item = document.createElement("li");
    item.append(button);
    return item;
  };

  /** @type {number | undefined} */
  let pause;
  input.addEventListener("input", () => {
    list.setAttribute("aria-busy", "true");
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  within?.addEventListener("change", search);
  hints.addEventListener("click", (event) => {
    const chosen = closest(event, "button");
    if (!chosen) return;
    input.value = chosen.textContent;
    input.focus();
    search();
  });
  more.addEventListener("click", async () => {
    const last = list.lastElementChild;
    const turn = latest;
    const records = await next();
    if (turn !== latest) return; // something else has been looked for meanwhile
    left -= records.length;
    list.append(...records.map(shown));
    last?.nextElementSibling?.querySelector("a")?.focus();
    more.hidden = left <= 0;
  });

  // Up and down go from the field through what is below it; the suggestions are one row of it.
  /** @param {number} step */
  const walk = (step) => {
    const row = /** @type {HTMLElement} */ (hints.querySelector("button"));
    const below = [...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
    const stops = [input, ...(row ? [row] : []), ...below];
    const here = hints.contains(document.activeElement) ? row : focused();
    const place = stops.indexOf(here) + step;
    stops[Math.max(0, Math.min(place, stops.length - 1))].focus();
  };
  /** @param {number} step */
  const aside = (step) => {
    const row = [...hints.querySelectorAll("button")];
    const here = row.indexOf(focused());
    if (here >= 0) row[Math.max(0, Math.min(here + step, row.length - 1))].focus();
    return here >= 0;
  };
  /** Escape would only empty the field, and that has the focus until the next frame. */
  const close = () => {
    dialog.close();
    if (dialog.contains(document.activeElement)) focused().blur();
  };
  const follow = async () => {
    const current = list.dataset.query === input.value.trim() || (await search());
    if (current && dialog.open) list.querySelector("a")?.click();
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // an input method for Vietnamese is at work
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") walk(1);
    else if (event.key === "ArrowUp") walk(-1);
    else if (event.key === "Enter" && event.target === input) follow();
    else if (event.key === "ArrowRight" && aside(1)) return event.preventDefault();
    else if (event.key === "ArrowLeft" && aside(-1)) return event.preventDefault();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const plainly = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (plainly && closest(event, "a")) dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  if (entered) follow();
  else if (input.value) search();
}

/**
 * @param {Event} event
 * @param {string} selector
 */
const closest = ({ target }, selector) => /** @type {Element} */ (target).closest(selector);

/** @param {[string, boolean][]} pieces */
const marked = (pieces) => pieces.map(([text, sought]) => (sought ? element("mark", text) : text));

/** What has the focus; there is always something. */
const focused = () => /** @type {HTMLButtonElement} */ (document.activeElement);

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 */
function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
