/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
// The site's service worker: the text is kept on the reader's device and opens without a network.
//
// What is kept comes in sets, each one file of the build (src/diptych/site/offline.py): one set a
// language, of several documents one more for each in it, and what all of them need. A version names
// the sets of one build. A page that was kept gets all that it asks for from its own version; one
// that came from the network gets nothing that was kept. While there is a network, the text of today
// is shown: a kept page is only shown if its version is the one that the site has now.

/**
 * A file of the build with the digest by which the browser checks it.
 * @typedef {{ file: string, integrity: string }} SetFile
 * @typedef {{ id: string, sets: Record<string, SetFile> }} Version
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const ROOT = new URL(worker.registration.scope).pathname;
const FOLDER = `${ROOT}offline/`;
const FORM = 1; // of what is kept: a worker that keeps it in another form forgets this one
const OURS = `offline ${FORM} ${ROOT} `; // other sites of this origin have caches of their own
const STATE = `${OURS}state`;
const COMPLETE = `${FOLDER}complete`;
const PATIENCE = 3_000; // milliseconds that a reader waits for the network where a page is kept
const FRESH = 60_000; // how long the answer to "what is the version now?" holds
const AGAIN = 10_000; // and how long it holds that there was none

// --- What is remembered: also by the next worker, for browsers end one that is idle. ---

/** @param {string} key */
async function remembered(key) {
  const answer = await caches.match(FOLDER + key, { cacheName: STATE });
  return answer?.json();
}

/**
 * @param {string} key
 * @param {unknown} value
 */
async function remember(key, value) {
  const state = await caches.open(STATE);
  await state.put(FOLDER + key, new Response(JSON.stringify(value)));
}

/** The version that is kept as a whole, if one is. @returns {Promise<Version | undefined>} */
const kept = () => remembered("version");

/** @type {Map<string, Version>} */
const versions = new Map();
/** Pages that came from the network, of a version that is not kept yet. */
const newer = new Set();

/**
 * The version that a page, or a worker of one, was opened from; none if it came from the network.
 * @param {string} client
 * @returns {Promise<Version | undefined>}
 */
async function versionOf(client) {
  return versions.get(client) ?? remembered(`clients/${client}`);
}

/**
 * @param {string} client
 * @param {Version} version
 */
async function belong(client, version) {
  versions.set(client, version);
  await remember(`clients/${client}`, version).catch(() => null); // then until the worker ends
}

// --- What the site has now. ---

/** @type {{ at: number, failed: boolean, version: Promise<Version> } | undefined} */
let asked;

/**
 * The version that the site has now. Fails without a network.
 * @param {boolean} anew
 */
function latest(anew = false) {
  const holds = asked?.failed ? AGAIN : FRESH;
  if (!asked || anew || performance.now() - asked.at > holds) {
    const asking = { at: performance.now(), failed: false, version: ask() };
    asking.version.catch(() => {
      asking.failed = true;
    });
    asked = asking;
  }
  return asked.version;
}

/** @returns {Promise<Version>} */
async function ask() {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(`${FOLDER}version.json`, { cache: "no-store", signal });
  const version = answer.ok ? await answer.json() : { id: "", sets: {} }; // the site keeps none
  if (typeof version?.id !== "string" || !version.sets) throw new Error("not this site");
  return version;
}

// --- Keeping a version. ---

let renewing = Promise.resolve();
let full = ""; // the version for which there was no room

/**
 * Keep a version: in the languages that are kept already, and what a reader has opened.
 * @param {Version} version
 * @param {string[]} opened
 */
function renew(version, opened) {
  renewing = renewing.then(() => bring(version, opened)).catch(() => undefined);
  return renewing;
}

/**
 * @param {Version} version
 * @param {string[]} opened
 */
async function bring(version, opened) {
  const before = await kept();
  const names = new Set(["common", "search", ...opened, ...Object.keys(before?.sets ?? {})]);
  const found = [...names].filter((name) => version.sets[name]);
  if (!version.sets.common || !opened.every((name) => version.sets[name])) return;
  const sets = Object.fromEntries(found.map((name) => [name, version.sets[name]]));
  const now = { ...version, sets };
  const old = before ? [before] : [];
  full ||= (await remembered("full").catch(() => "")) ?? "";
  if (full === version.id || JSON.stringify(before) === JSON.stringify(now)) return;
  try {
    for (const name of found) await fill(sets[name]);
    await remember("version", now);
  } catch (error) {
    if (/** @type {DOMException} */ (error)?.name !== "QuotaExceededError") throw error;
    full = version.id; // it is not fetched in vain at every page
    await forget(old);
    return remember("full", full).catch(() => undefined);
  }
  await forget([...old, now]); // of the old one a page may just be opened
}

/**
 * Fetch a set and lay out its files. A set of another build has another digest, and is refused.
 * @param {SetFile} set
 */
async function fill({ file, integrity }) {
  const cacheName = OURS + file;
  if (await caches.match(COMPLETE, { cacheName })) return;
  const answer = await fetch(FOLDER + file, { integrity, cache: "no-cache" });
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  /** @type {{ shared: string[], files: Record<string, { type: string, text?: string, base64?: string }> }} */
  const { shared, files } = await answer.json();
  const cache = await caches.open(cacheName);
  for (const [path, { type, text, base64 }] of Object.entries(files)) {
    const body =
      base64 === undefined
        ? /** @type {string} */ (text)
            .split("\x02")
            .map((piece, at) => (at % 2 ? shared[Number(piece)] : piece))
            .join("")
        : Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    await cache.put(ROOT + path, new Response(body, { headers: { "Content-Type": type } }));
  }
  await cache.put(COMPLETE, new Response());
}

/**
 * Forget every set but those of some versions, and those that open pages were opened from.
 * @param {Version[]} needed
 */
async function forget(needed) {
  const open = await worker.clients.matchAll({ includeUncontrolled: true, type: "all" });
  const own = await Promise.all(open.map(({ id }) => versionOf(id)));
  const files = [...needed, ...own].flatMap((version) => Object.values(version?.sets ?? {}));
  const names = new Set([STATE, ...files.map(({ file }) => OURS + file)]);
  for (const name of await caches.keys())
    if (name.startsWith(OURS) && !names.has(name)) await caches.delete(name);
  // a page that is only being opened is in `versions`, if not among the clients
  const ids = new Set([...versions.keys(), ...open.map(({ id }) => id)]);
  const state = await caches.open(STATE);
  for (const { url } of await state.keys()) {
    const [, client] = url.split(`${FOLDER}clients/`);
    if (client && !ids.has(client)) await state.delete(url);
  }
}

// --- Answering. ---

/**
 * A file of a version by its address.
 * @param {string} address
 * @param {Version} version
 */
async function find(address, version) {
  for (const { file } of Object.values(version.sets)) {
    const found = await caches.match(address, { cacheName: OURS + file, ignoreSearch: true });
    if (found) return found;
  }
}

/**
 * The page at an address, however that names it.
 * @param {string} address
 * @param {Version} version
 */
async function findPage(address, version) {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\/index\.html$/, "/");
  const found = await find(url.href, version);
  if (found || url.pathname.endsWith("/")) return found;
  url.pathname += "/";
  return (await find(url.href, version)) && Response.redirect(url.href);
}

/**
 * A request for a page that the browser sends, whatever it has itself. Chromium heeds no other cache
 * mode in a navigation's own request.
 * @param {Request} request
 */
const afresh = ({ url }) => new Request(url, { cache: "no-cache", redirect: "manual" });

/**
 * A page that the reader goes to.
 * @param {FetchEvent} event
 */
async function visit({ request, resultingClientId }) {
  const version = await kept();
  const page = version && (await findPage(request.url, version));
  if (page) {
    const now = await latest(request.cache !== "default").catch(() => version);
    if (now.id === version.id) {
      await belong(resultingClientId, version);
      return page;
    }
  }
  try {
    // what the browser has may be of the version that is known to be old
    const answer = await fetch(page ? afresh(request) : request);
    if (page) newer.add(resultingClientId);
    return answer;
  } catch (error) {
    const lost = page ?? (await find(`${ROOT}offline.html`, version ?? { id: "", sets: {} }));
    if (version && lost) await belong(resultingClientId, version);
    const first = await caches.match(`${ROOT}offline.html`, { cacheName: STATE });
    if (lost ?? first) return /** @type {Response} */ (lost ?? first);
    throw error;
  }
}

/**
 * Whatever a page asks for.
 * @param {FetchEvent} event
 */
async function part({ request, clientId, resultingClientId }) {
  const version = await versionOf(clientId);
  if (!version) return fetch(request, newer.has(clientId) ? { cache: "no-cache" } : undefined);
  if (resultingClientId) await belong(resultingClientId, version); // a worker of the page
  return (await find(request.url, version)) ?? fetch(request);
}

worker.addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== worker.location.origin) return;
  if (!pathname.startsWith(ROOT) || pathname.startsWith(FOLDER)) return;
  if (request.mode === "navigate") event.respondWith(visit(event).catch(() => fetch(request)));
  else if (clientId) event.respondWith(part(event));
});

// --- What pages say. ---

/**
 * A page that came from the network before there was a worker is of the version that is kept, if
 * it is the same, letter for letter.
 * @param {Client} client
 */
async function adopt({ id, url }) {
  const version = await kept();
  const page = version && !(await versionOf(id)) && (await find(url, version));
  if (!version || !page) return;
  const shown = await fetch(url, { cache: "only-if-cached", mode: "same-origin" });
  if ((await shown.text()) === (await page.text())) await belong(id, version);
}

/**
 * The sets of a document in a language, of every document if it is "*".
 * @param {Version} version
 * @param {string} language
 * @param {string} [document] of several
 */
function setsOf(version, language, document) {
  const all = Object.keys(version.sets).filter((name) => name.startsWith(`${language}.`));
  return [language, ...(document === "*" ? all : document ? [`${language}.${document}`] : [])];
}

/**
 * How a page stands to the site of today: "newer", if that has another version; "unsure" without a
 * network; empty, if it is of today. Its language and document are kept from now on, unless it `only`
 * asks.
 * @param {Client} client
 * @param {{ keep: string, document?: string, only?: boolean }} message
 * @param {(standing: string) => void} tell
 */
async function keep(client, { keep: language, document, only }, tell) {
  const own = await versionOf(client.id);
  try {
    const now = await latest();
    if (own) tell(own.id === now.id ? "" : "newer");
    const opened = setsOf(now, language, document);
    if (!only) await renew(now, opened);
    await adopt(client).catch(() => undefined);
    const version = await kept();
    const has = version?.id === now.id && opened.every((name) => version.sets[name]);
    if (!own) tell(has ? "" : "failed");
  } catch {
    tell(own ? "unsure" : "failed");
  }
}

/** Forget all that is kept. */
async function remove() {
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
  versions.clear();
}

worker.addEventListener("message", (event) => {
  const { keep: language, remove: all } = event.data ?? {};
  /** @param {string} said */
  const tell = (said) => event.ports[0]?.postMessage(said);
  if (all) event.waitUntil(remove().then(() => tell("")));
  else if (typeof language === "string" && event.source)
    event.waitUntil(keep(/** @type {Client} */ (event.source), event.data, tell));
});

/**
 * Keep the page that is shown where nothing else is. It is laid out anew: browsers show a reader no
 * answer to which a host has redirected, as some do from `offline.html` to `offline`.
 */
async function keepFirst() {
  const page = `${ROOT}offline.html`;
  const answer = await fetch(page);
  if (!answer.ok) throw new Error(`${page}: ${answer.status}`);
  const headers = { "Content-Type": answer.headers.get("Content-Type") ?? "text/html" };
  const state = await caches.open(STATE);
  await state.put(page, new Response(await answer.blob(), { headers }));
}

worker.addEventListener("install", (event) => {
  worker.skipWaiting();
  event.waitUntil(keepFirst().catch(() => undefined)); // without it the browser's own page says so
});

worker.addEventListener("activate", (event) => {
  const older = async () => {
    for (const name of await caches.keys()) {
      const [kind, , ...path] = name.split(" ");
      if (kind === "offline" && path.join(" ").startsWith(`${ROOT} `) && !name.startsWith(OURS))
        await caches.delete(name);
    }
  };
  event.waitUntil(older().then(() => worker.clients.claim()));
});
