// An address of an earlier edition, whose passage is elsewhere now, leads there; the reader is told in
// a line. Loaded by who comes by such an address, and by the page that answers for what is not there.

import { stored } from "./kept.js";

const root = document.documentElement;
const site = new URL(`${root.dataset.root}/`, location.href);

/**
 * Where an old address leads: the page, the id there, the day of the last edition that had it, and
 * whether that edition can be read here; then the folder of the document in it, of several. Without
 * an id the passage is gone.
 * @typedef {[page: string, id: string, day: string, kept: boolean, folder?: string]} Way
 */

/**
 * @typedef {{ here: string, gone: string, read: string, other: string, lost: string,
 *   days: Record<string, string> }} Said
 */

/**
 * Old addresses, and ids that were another passage's.
 * @typedef {{ moved: Record<string, Way>, taken?: Record<string, Way> }} Known
 */

/**
 * What the site knows of them, of the document in a folder if there are several, and how it is said.
 * @param {string} [folder]
 * @returns {Promise<Known & { said: Record<string, Said> }>}
 */
async function known(folder = root.dataset.document ?? "") {
  const file = await (await fetch(new URL("editions/moved.json", site))).json();
  const { documents = {} } = file;
  // an address of none may be of the time when the site had one
  const named = [folder, ""].find((one) => Object.hasOwn(documents, one));
  return { moved: {}, ...file, ...documents[named ?? ""] };
}

/**
 * What is written in an address, or nothing where that is no text.
 * @param {string} written
 */
function read(written) {
  try {
    return decodeURIComponent(written);
  } catch {
    return "";
  }
}

/** The id that the address names, or nothing. */
const named = () => read(location.hash.slice(1));

/**
 * The link to an old address in the edition that had it, or the address alone.
 * @param {string} old
 * @param {Way} way
 * @param {string} text
 */
function inEdition(old, [, , day, kept, folder = ""], text) {
  if (!kept) return text === old ? `#${old}` : "";
  const link = document.createElement("a");
  const shown = root.dataset.view === "both" ? "both" : root.lang;
  link.href = new URL(`editions/${day}/${folder}${shown}/#${encodeURIComponent(old)}`, site).href;
  link.style.whiteSpace = "nowrap";
  link.textContent = text === old ? `#${old}` : text;
  return link;
}

/**
 * Say at a passage by which address it was known.
 * @param {string} old
 * @param {Way} way
 * @param {Said} said
 */
function tell(old, way, said) {
  const passage = document.getElementById(way[1]);
  if (!passage || old === way[1]) return;
  const [before, between, after] = said.here.split("{}");
  put(passage, `${before}${said.days[way[2]]}${between}`, inEdition(old, way, old), after);
}

/**
 * Put a mark behind the own text of a passage.
 * @param {Element} passage
 * @param {...(Node | string)} told
 */
function put(passage, ...told) {
  const mark = document.createElement("small");
  mark.className = "standing";
  mark.style.whiteSpace = "normal";
  mark.append(...told);
  const cell = passage.querySelector(":scope > [lang]");
  const link = passage.querySelector(".permalink");
  if (cell || !link) (cell ?? passage).append(mark);
  else link.before(mark);
}

/**
 * Say that a passage is gone: in a line of its own above what there is.
 * @param {string} old
 * @param {Way} way
 * @param {Said} said
 * @param {Element | null} above
 */
function tellGone(old, way, said, above) {
  const line = document.createElement("p");
  line.className = "status";
  line.setAttribute("role", "status");
  const told = said.gone.replace("{0}", said.days[way[2]]).replace("{1}", `#${old}`);
  line.append(`${told} `, old.endsWith("/") ? "" : inEdition(old, way, said.read));
  above?.before(line);
}

/** Follow the address of this page to where its passage is now, if that is elsewhere. */
export async function follow() {
  const id = named();
  const from = stored.get("moved", "sessionStorage");
  stored.set("moved", null, "sessionStorage");
  const here = Boolean(id && document.getElementById(id));
  if (here && !from) return;
  const { moved, said } = await known();
  const words = said[root.lang];
  if (here) {
    // led here by a page before
    if (from && Object.hasOwn(moved, from) && moved[from][1] === id) tell(from, moved[from], words);
    return;
  }
  if (!Object.hasOwn(moved, id)) return;
  const [page, now] = moved[id];
  if (!now) {
    tellGone(id, moved[id], words, document.querySelector("main > .status"));
  } else if (document.getElementById(now)) {
    location.replace(`#${now}`);
    tell(id, moved[id], words);
  } else {
    stored.set("moved", id, "sessionStorage");
    location.replace(present(page, now));
  }
}

/**
 * The address of a passage, in the view of this page.
 * @param {string} page
 * @param {string} id
 */
function present(page, id) {
  const view = root.dataset.view === "both" ? "both/" : "";
  return new URL(`${root.dataset.home}${view}${page}#${id}`, site);
}

/**
 * Say at a passage that its id was another one's in an earlier edition, and where that is.
 * @param {Element} passage
 */
export async function tellOther(passage) {
  const { taken, said } = await known();
  const way = taken?.[passage.id];
  if (!way) return; // the file may be kept from an earlier build
  const [page, now, day] = way;
  const words = said[root.lang];
  const [before, between, which, after] = (now ? words.other : words.lost).split("{}");
  const told = [`${before}${words.days[day]}${between}`, inEdition(passage.id, way, passage.id)];
  if (!now) return put(passage, ...told, which);
  const link = document.createElement("a");
  link.href = present(page, now).href;
  link.textContent = `#${now}`;
  return put(passage, ...told, which, link, after);
}

/**
 * Follow the address of a page that is not there, below the first page of its language.
 * @param {HTMLElement} section What is said in that language where nothing is found.
 * @param {string} first The path of that first page.
 */
export async function followPage(section, first) {
  const [, view, page] = /^(both\/)?(.*)$/.exec(read(location.pathname.slice(first.length))) ?? [];
  const { moved, said } = await known(page.split("/")[0]);
  const id = named();
  const old = [id, `${page.replace(/\/?(index\.html)?$/, "")}/`].find((one) =>
    Object.hasOwn(moved, one),
  );
  if (!old) return;
  const [there, now] = moved[old];
  if (!now) {
    tellGone(old, moved[old], said[section.lang], section.querySelector("nav"));
    return;
  }
  if (old === id) stored.set("moved", id, "sessionStorage");
  location.replace(new URL(`${first}${view ?? ""}${there}#${old === id || !id ? now : id}`, site));
}
