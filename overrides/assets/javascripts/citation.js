// What is offered at a provision's sign: its citation in both languages, its text, its address, to be
// copied, shared or read aloud.

import { stand } from "./floating.js";
import { canRead } from "./voices.js";
import { windowOf } from "./windows.js";
import { wordsIn } from "./words.js";

const own = document.documentElement.lang;

/** @type {HTMLElement} The box, and what is said in it; of this page alone, the citation by its day. */
let box;
/** @type {HTMLElement} */
let said;
/** @type {HTMLElement | null} */
let dated;

/** @type {HTMLAnchorElement} */
let link;

/** Make the box, with what this page adds to it. */
async function prepare() {
  const { content } = await windowOf("cite");
  if (box) return;
  const made = document.importNode(content, true);
  box = /** @type {HTMLElement} */ (made.firstElementChild);
  said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  /** @type {HTMLTemplateElement | null} */
  const ofPage = document.querySelector("template#cite");
  if (ofPage) said.before(document.importNode(ofPage.content, true));
  dated = box.querySelector("[data-copy=dated]");
  const differs = box.querySelector("[data-differs]");
  if (dated && differs) box.querySelector("[data-copy=link]")?.before(dated, differs);
  document.body.append(box);
  listen();
}

/**
 * Open the box at the permalink of a heading or a provision.
 * @param {HTMLAnchorElement} permalink
 */
export async function offer(permalink) {
  if (!box) await prepare();
  link = permalink;
  said.textContent = "";
  /** @type {NodeListOf<HTMLElement>} */
  const parts = box.querySelectorAll("[data-language]");
  for (const part of parts) {
    const { language = "" } = part.dataset;
    part.querySelector("p")?.replaceChildren(citation(language));
    part.querySelector("[data-copy=text]")?.toggleAttribute("hidden", !text(language));
  }
  fillReport();
  showHistory();
  offerEdition();
  box.querySelector("[data-share]")?.toggleAttribute("hidden", !navigator.share);
  box.querySelector("[data-aloud]")?.toggleAttribute("hidden", !canRead(own));
  box.showPopover();
  stand(box, link);
  // the link itself is followed first: it leads the focus to its provision
  requestAnimationFrame(() => box.querySelector("button")?.focus({ preventScroll: true }));
}

/** The link to a report, from the page's own form: with the provision's citation and address. */
function fillReport() {
  /** @type {HTMLAnchorElement | null} */
  const report = box.querySelector("[data-report]");
  if (!report) return;
  const address = new URL(report.href);
  address.searchParams.set("title", link.title);
  const page = address.searchParams.get("place")?.split("\n")[1].split("#")[0];
  address.searchParams.set("place", `${link.title}\n${page}${link.hash}`);
  report.href = address.href;
}

/** The link to the passage's history, or that no edition has touched it. */
function showHistory() {
  /** @type {HTMLAnchorElement | null} */
  const history = box.querySelector("[data-history]");
  if (!history) return;
  const id = link.hash.slice(1);
  const touched = history.dataset.history?.split(" ").includes(id);
  history.dataset.before ??= history.hash;
  history.hash = history.dataset.before + id;
  history.hidden = !touched;
  box.querySelector("[data-unchanged]")?.toggleAttribute("hidden", touched);
}

/** The citation from the newest edition, if that has the passage as it is; else that it has not. */
function offerEdition() {
  if (!dated) return;
  const differs = dated.dataset.differing?.split(" ").includes(link.hash.slice(1));
  dated.hidden = Boolean(differs);
  box.querySelector("[data-differs]")?.toggleAttribute("hidden", !differs);
}

/**
 * The page in `language` on which the provision is cited: of the whole, the page that it stands on.
 * @param {string} language
 */
function pageIn(language) {
  const there = `link[rel=alternate][hreflang=${language}]`;
  const { href } = /** @type {HTMLLinkElement} */ (document.querySelector(there));
  /** @type {HTMLElement | null} */
  const leaf = link.closest("[data-page]");
  return leaf ? new URL(`../${leaf.dataset.page}`, href).href : href;
}

/**
 * The citation of the provision in `language`, with its address there.
 * @param {string} language
 */
const citation = (language) => `${cited(language)}. ${pageIn(language)}${link.hash}`;

/** @param {string} language */
function cited(language) {
  /** @type {HTMLElement | null} */
  const part = box.querySelector(`[data-language="${language}"]`);
  // a text of an earlier edition says itself how it is cited
  const past = document.querySelector("main")?.getAttribute(`data-cite-${language}`);
  const form = past ?? part?.dataset.form;
  const place = language === own ? link.title : link.dataset.cited || link.title;
  return form?.replace("{place}", place);
}

/** The citation in the reader's language of what the newest edition has, with its address there. */
const citationOfEdition = () =>
  `${cited(own)}${dated?.dataset.form}. ${dated?.dataset.address}${link.hash}`;

/**
 * The text of the provision in `language`, or nothing if this page does not show it.
 * @param {string} language
 */
const text = (language) => wordsIn(document.getElementById(link.hash.slice(1)), language);

/** @param {string} wanted */
async function copy(wanted) {
  try {
    await navigator.clipboard.writeText(wanted);
  } catch {
    // not a secure context: the old way
    const field = document.createElement("textarea");
    field.value = wanted;
    box.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

function listen() {
  box.addEventListener("toggle", ({ newState }) => {
    const lost = document.activeElement === document.body || box.contains(document.activeElement);
    if (newState === "closed" && lost) link.focus({ preventScroll: true });
  });
  box.addEventListener("click", async (event) => {
    const clicked = /** @type {Element} */ (event.target);
    /** @type {HTMLElement | null} */
    const button = clicked.closest("[data-copy]");
    if (!button) return;
    /** @type {HTMLElement | null} */
    const part = button.closest("[data-language]");
    const { language = "" } = part?.dataset ?? {};
    const kind = button.dataset.copy;
    const quoted = kind === "text" ? `“${text(language)}”\n\n` : "";
    if (kind === "dated") await copy(citationOfEdition());
    else await copy(kind === "link" ? link.href : quoted + citation(language));
    said.textContent = said.dataset.done ?? "";
  });
  box.querySelector("[data-share]")?.addEventListener("click", async () => {
    const [cited] = citation(own).split(` ${pageIn(own)}`);
    // who closes the system's sheet has shared nothing
    await navigator.share({ text: cited, url: link.href }).catch(() => null);
  });
  box.querySelector("[data-aloud]")?.addEventListener("click", async () => {
    box.hidePopover();
    const { readFrom } = await import("./aloud.js");
    readFrom(link.hash.slice(1));
  });
  addEventListener("scroll", () => box.matches(":popover-open") && stand(box, link), {
    passive: true,
  });
}
