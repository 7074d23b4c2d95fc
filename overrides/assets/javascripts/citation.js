// What is offered at a provision's sign: its citation in both languages, its text, its address.

import { stand } from "./floating.js";
import { textsOf } from "./reading.js";

const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById("cite"));
const box = /** @type {HTMLElement} */ (content.firstElementChild?.cloneNode(true));
const said = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
document.body.append(box);

/** @type {HTMLAnchorElement} */
let link;

/**
 * Open the box at the permalink of a heading or a provision.
 * @param {HTMLAnchorElement} permalink
 */
export function offer(permalink) {
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
  box.showPopover();
  stand(box, link);
  // the link itself is followed first: it leads the focus to its provision
  requestAnimationFrame(() => box.querySelector("button")?.focus({ preventScroll: true }));
}

box.addEventListener("toggle", ({ newState }) => {
  const lost = document.activeElement === document.body || box.contains(document.activeElement);
  if (newState === "closed" && lost) link.focus({ preventScroll: true });
});

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
function citation(language) {
  const own = language === document.documentElement.lang;
  const form = document.querySelector("main")?.getAttribute(`data-cite-${language}`);
  const place = own ? link.title : link.dataset.cited || link.title;
  return `${form?.replace("{place}", place)}. ${pageIn(language)}${link.hash}`;
}

/**
 * The text of the provision in `language`, or nothing if this page does not show it.
 * @param {string} language
 */
function text(language) {
  const place = document.getElementById(link.hash.slice(1));
  // of a row of a table, several cells
  const texts = place ? textsOf(place) : [];
  const own = texts.filter((one) => (one.lang || document.documentElement.lang) === language);
  const apart = ".permalink, .standing, .footnote-backref, sup, .provision";
  return own
    .map((one) => {
      const copy = /** @type {HTMLElement} */ (one.cloneNode(true));
      for (const extra of copy.querySelectorAll(apart)) extra.remove();
      return copy.textContent.replace(/\s+/g, " ").trim();
    })
    .join(" | ");
}

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
  await copy(kind === "link" ? link.href : quoted + citation(language));
  said.textContent = said.dataset.done ?? "";
});
addEventListener("scroll", () => box.matches(":popover-open") && stand(box, link), {
  passive: true,
});
