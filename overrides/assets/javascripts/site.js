// What a page does beyond its text: light or dark, where one is, what is fetched when it is asked
// for (search, citations, notes in place). Everything here is an addition; the text needs none.

import { stored } from "./kept.js";

const root = document.documentElement;
const contents = /** @type {HTMLElement} */ (document.getElementById("contents"));

const READ = 8000; // milliseconds after which a first page is read rather than looked at
const LATE = 3000; // milliseconds after which a line is no longer set anew, as with font-display: fallback

/**
 * Whether text is set in a face, not in the fallback beside which it came too late.
 * @param {string} face
 */
function inUse(face) {
  const sample = document.createElement("span");
  sample.className = "visually-hidden";
  sample.textContent = "Source Serif, quýt mọng & 0123456789";
  document.querySelector(".text")?.append(sample);
  const [own, fallback] = [`"${face}", var(--fallback)`, "var(--fallback)"].map((family) => {
    sample.style.cssText = `width: max-content; white-space: nowrap; font-family: ${family}`;
    return sample.getBoundingClientRect().width;
  });
  sample.remove();
  return own !== fallback;
}

/** Italics below the first window come after this script; too late, they stay as they are. */
async function bringItalics() {
  if (!document.querySelector(".italics-later em")) return;
  const asked = performance.now();
  await document.fonts.load('italic 1em "Source Serif 4"').catch(() => null);
  if (performance.now() - asked < LATE && inUse("Source Serif 4"))
    root.classList.remove("italics-later");
}

/** The buttons that go from the system's choice to light to dark and back: an icon, and one with words. */
function chooseTheme() {
  const icon = /** @type {HTMLElement} */ (document.getElementById("theme"));
  /** @type {NodeListOf<HTMLElement>} */
  const buttons = document.querySelectorAll(".theme");
  const themes = ["", "light", "dark"];
  const names = /** @type {string} */ (icon.dataset.names).split("|");
  const chosen = () => themes.indexOf(root.dataset.theme ?? "");
  const show = () => {
    const name = names[chosen()];
    icon.setAttribute("aria-label", name);
    icon.title = name;
    for (const button of buttons) button.querySelector("span")?.replaceChildren(name);
  };
  const change = () => {
    const next = themes[(chosen() + 1) % themes.length];
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    stored.set("theme", next || null);
    show();
  };
  for (const button of buttons) {
    button.addEventListener("click", change);
    button.hidden = false;
  }
  show();
}

/**
 * What takes what is typed before the script of the search has come; each page need not carry it.
 * The field is in no form: Enter must not close the window.
 * @param {HTMLDialogElement} dialog
 */
function putField(dialog) {
  dialog.innerHTML = `<div class="search__field" role="search">
    <input id="query" type="search" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
    <form method="dialog"><button class="icon-button"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 6 12 12M18 6 6 18"/></svg></button></form>
  </div><p class="search__count" role="status"></p>`;
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"));
  input.placeholder = dialog.dataset.placeholder ?? "";
  input.ariaLabel = dialog.ariaLabel;
  const close = /** @type {HTMLElement} */ (dialog.querySelector("button"));
  close.ariaLabel = dialog.dataset.close ?? "";
  return input;
}

/** The search window: its script, words and index are fetched when it is first opened. */
function offerSearch() {
  const dialog = /** @type {HTMLDialogElement} */ (document.getElementById("search"));
  const button = /** @type {HTMLElement} */ (document.getElementById("open-search"));
  const input = putField(dialog);
  const open = async () => {
    let entered = false; // keys may come before the script
    /** @param {KeyboardEvent} event */
    const early = (event) => {
      entered ||= event.key === "Enter";
      if (event.key !== "Escape") return;
      event.preventDefault(); // it would only empty the field
      dialog.close();
    };
    dialog.showModal();
    input.select();
    input.addEventListener("keydown", early);
    try {
      const { prepare } = await import("./search.js");
      await prepare(dialog, () => entered);
    } catch {
      dialog
        .querySelector("[role=status]")
        ?.replaceChildren(/** @type {string} */ (dialog.dataset.failed));
    }
    input.removeEventListener("keydown", early);
  };
  button.addEventListener("click", open);
  // single keys get in the way of those who dictate: they may be switched off
  document.addEventListener("keydown", (event) => {
    const typing = closest(event, "input, textarea, [contenteditable]");
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    // with further keys they are the browser's; on some keyboards Shift is needed for the stroke
    const wanted =
      ctrlKey || metaKey
        ? key.toLowerCase() === "k" && ctrlKey !== metaKey && !altKey && !shiftKey
        : key === "/" && !altKey && !typing && stored.get("shortcut") !== "off";
    if (!wanted || dialog.open) return;
    event.preventDefault();
    open();
  });
  button.hidden = false;
}

/**
 * The link or field of a kind that an event happened in; the document itself is in none.
 * @param {Event} event
 * @param {string} selector
 * @returns {HTMLAnchorElement | null | undefined}
 */
const closest = (event, selector) => /** @type {Element} */ (event.target).closest?.(selector);

/** Citations are offered at a provision's sign, notes and terms are shown in place. */
function offerAsides() {
  const apart = ".footnote-ref, .term";
  /** @param {Event} event */
  const aside = async (event) => {
    const anchor = closest(event, apart);
    // where a citation is offered, the pointer is on its way to it
    if (event.type === "pointerover" && document.querySelector(".cite:popover-open")) return;
    if (!anchor) return;
    const told = await import("./asides.js")
      .then(({ tell }) => tell(anchor, event.type))
      .catch(() => false);
    if (event.type === "click" && !told) location.href = anchor.href;
  };
  document.addEventListener("focusin", aside);
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") aside(event);
  });
  document.addEventListener("click", (event) => {
    const permalink = closest(event, ".permalink");
    if (permalink && root.dataset.view)
      import("./citation.js").then(({ offer }) => offer(permalink));
    // a finger cannot hover: its first tap shows, its second follows the link
    const anchor = closest(event, apart);
    const touched = /** @type {PointerEvent} */ (event).pointerType === "touch";
    if (anchor && touched && !anchor.dataset.told) {
      event.preventDefault();
      aside(event);
    }
  });
}

let placed = false;

/** Links to other views lead to the reader's place, once what finds it has come. */
const keepPlace = () =>
  import("./reading.js")
    .then((reading) => {
      if (!placed) reading.keepPlace();
      placed = true;
    })
    .catch(() => null);

/** Who follows such a link before that is led there then. */
function followLate() {
  document.addEventListener("click", async (event) => {
    const link = closest(event, "[data-keep-place]");
    if (!link || placed || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await keepPlace();
    placed = true;
    link.click();
  });
}

/** On a phone the contents close when a link to this very page is followed. */
function closeContents() {
  contents.addEventListener("click", (event) => {
    if (closest(event, "a") && contents.matches(":popover-open")) contents.hidePopover();
  });
}

/** The column of the contents shows where in them one is. */
function showInContents() {
  /** @type {HTMLElement | null} */
  const current = contents.querySelector("[aria-current]");
  if (!current) return;
  const below = current.getBoundingClientRect().bottom - contents.getBoundingClientRect().bottom;
  if (below > 0) contents.scrollTop += below + current.offsetHeight;
}

/** The styles that the first window does without (see later.css). */
function bringStyles() {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../later.css", import.meta.url).href;
  document.head.append(link);
}

bringStyles();
bringItalics();
chooseTheme();
offerSearch();
offerAsides();
followLate();
closeContents();
showInContents();

// what some pages and readers alone need
if (stored.get("place", "sessionStorage"))
  import("./restoring.js").then(({ restorePlace }) => restorePlace());
if ("moved" in root.dataset) {
  // an address whose passage is elsewhere now leads there; so does one that is put in
  const others = root.dataset.moved?.split(" ") ?? [];
  /** @param {Event} [event] */
  const follow = (event) => {
    const target = document.querySelector(":target");
    // the site's own links mean the passage of today; those from elsewhere may be of an earlier day
    const ofToday = event || !document.referrer.indexOf(location.origin);
    if ((!target && location.hash) || stored.get("moved", "sessionStorage"))
      import("./moved.js").then((moved) => moved.follow());
    else if (target && !ofToday && others.includes(target.id))
      import("./moved.js").then((moved) => moved.tellOther(target));
  };
  addEventListener("hashchange", follow);
  follow();
}
if (!root.dataset.view) import("./view.js").then(({ keepView }) => keepView());
if (document.getElementById("shortcut")) import("./shortcut.js");

const showWhere = () => import("./where.js").then((where) => where.showWhere());
if (scrollY) showWhere();
else addEventListener("scroll", showWhere, { once: true, passive: true });

// the page that comes next, once the reader does anything: it may be on the way to a link
const begun = ["pointerover", "pointerdown", "focusin"];
/** @param {Event} event */
const beginAhead = (event) => {
  for (const one of begun) document.removeEventListener(one, beginAhead);
  keepPlace();
  import("./ahead.js").then(({ intend }) => intend(event)).catch(() => null);
};
for (const one of begun) document.addEventListener(one, beginAhead, { passive: true });

// the text for when there is no network: once a first page has been read for a while, or at once
// where it is kept already, for a page that was kept has to say whether it is of today
if ("offline" in root.dataset && navigator.serviceWorker) {
  const keep = () => import("./offline.js").then(({ begin }) => begin()).catch(() => null);
  if (navigator.serviceWorker.controller || document.getElementById("offline")) keep();
  else setTimeout(() => (globalThis.requestIdleCallback ?? setTimeout)(keep), READ);
}
