// What a page does beyond its text: light or dark, links that keep the reader's place and view,
// where one is, and what is fetched when it is asked for (search, citations, notes in place).
// Everything here is an addition; the text needs none.

const root = document.documentElement;
const header = document.querySelector(".header");

const LATE = 3000; // milliseconds after which a line is no longer set anew, as with font-display: fallback

/** What the browser keeps for the reader, or nothing where storage is forbidden. */
const stored = {
  get(name, area = "localStorage") {
    try {
      return window[area].getItem(name);
    } catch {
      return null;
    }
  },
  set(name, value, area = "localStorage") {
    try {
      if (value === null) window[area].removeItem(name);
      else window[area].setItem(name, value);
    } catch {
      // the choice then lasts for this page
    }
  },
};

/** Where the text begins to be seen, below the header; pixels from the top of the window. */
const top = () => header.offsetHeight + 8;

/** The texts of a provision: one a language in a row; of a dash its own, without what is below it. */
export function textsOf(provision) {
  const texts = [...provision.children].filter((child) => child.lang);
  return texts.length ? texts : [provision.querySelector(":scope > p") ?? provision];
}

const bottom = (provision) =>
  Math.max(...textsOf(provision).map((text) => text.getBoundingClientRect().bottom));

/** What can be in sight: provisions of the text, entries of the editors' pages. */
const PLACES = ".provision, .register li[id], .rule[id]";

/** The provision at the top of the window, or the one the address names while it is in sight. */
function provisionInSight() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named) {
    if (bottom(named) > top() && named.getBoundingClientRect().top < innerHeight) return named;
  }
  if (scrollY < top()) return null;
  for (const provision of document.querySelectorAll(PLACES)) {
    if (bottom(provision) > top()) return provision;
  }
  return null;
}

/** The place in sight: the provision, the language read, and how far the window's top is into it. */
function placeInSight() {
  const provision = provisionInSight();
  if (!provision) return null;
  const read = textsOf(provision).find((text) => text.getBoundingClientRect().bottom > top());
  const box = read.getBoundingClientRect();
  const past = top() - box.top;
  // above its first line in pixels, below in parts of its height: the other text is of another length
  return {
    id: provision.id,
    language: read.lang || root.lang,
    past: past > 0 ? past / box.height : 0,
    above: past > 0 ? 0 : -past,
  };
}

/** Links to the same page in another view or language land on the line being read. */
function keepPlace() {
  for (const link of document.querySelectorAll("[data-keep-place]")) {
    const address = link.href;
    const follow = (event) => {
      const place = placeInSight();
      link.href = place ? `${address}#${place.id}` : address;
      if (event.type !== "click") return;
      stored.set("place", place && JSON.stringify(place), "sessionStorage");
      // on a page of the editors only the language is chosen: the view of the text stays
      const both = root.dataset.view ? link.dataset.home.endsWith("both/") : inBoth();
      stored.set("view", both ? "both" : null);
      stored.set("home", link.dataset.home.replace(/(both\/)?$/, both ? "both/" : ""));
    };
    for (const event of ["pointerenter", "pointerdown", "focus", "click"]) {
      link.addEventListener(event, follow);
    }
  }
}

/** Go to the line that the reader had before them on the page they come from. */
function restorePlace() {
  const place = JSON.parse(stored.get("place", "sessionStorage") ?? "null");
  stored.set("place", null, "sessionStorage");
  const provision = place && location.hash === `#${place.id}` && document.getElementById(place.id);
  if (!provision) return;
  let moved = false; // by the reader, who is not to be pulled back
  for (const event of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(event, () => (moved = true), { once: true, passive: true });
  }
  const go = () => {
    if (moved) return;
    const texts = textsOf(provision);
    const text = texts.find((one) => one.lang === place.language) ?? texts[0];
    const box = text.getBoundingClientRect();
    scrollTo({
      top: scrollY + box.top + place.past * box.height - place.above - top(),
      behavior: "instant",
    });
  };
  // the browser scrolls to the provision itself, and late; the fonts move the lines once more
  requestAnimationFrame(go);
  addEventListener("load", () => requestAnimationFrame(go));
  document.fonts.ready.then(() => requestAnimationFrame(go));
}

/** Whether the reader last chose to see both languages. */
const inBoth = () => stored.get("view") === "both";

/** The address of a place of the text in the reader's view; pages of the text keep their own. */
export function inView(address) {
  const { view, root: up, home, editorial } = root.dataset;
  if (view ? view !== "both" : !inBoth()) return address;
  const start = new URL(`${up}/${home}`, location.href);
  const target = new URL(address, location.href);
  const rest = target.pathname.slice(start.pathname.length);
  const shown = ["both", ...editorial.split(" ")].includes(rest.split("/")[0]);
  const page = target.pathname.startsWith(start.pathname) && /(^|\/)$/.test(rest);
  if (shown || !page) return address;
  return `${start.href}both/${rest}${target.hash}`;
}

/** From a page of the editors, links to the text lead to the reader's view of it. */
function keepView() {
  if (root.dataset.view) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]:not([data-keep-place])");
    if (link && link.origin === location.origin) link.href = inView(link.href);
  });
}

/** On a phone the header says where one is. */
function showWhere() {
  const where = header.querySelector(".header__where");
  const seen = new Set();
  const update = () => {
    header.classList.toggle(
      "header--away",
      Boolean(where.textContent) && scrollY > 2 * header.offsetHeight,
    );
  };
  addEventListener("scroll", update, { passive: true });
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target);
      const [first] = [...seen].sort(
        (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
      );
      const link = first?.querySelector(".permalink");
      if (link) where.textContent = link.title;
      update();
    },
    { rootMargin: `-${top()}px 0px -50% 0px` },
  );
  for (const place of document.querySelectorAll(".provision, h1, h2")) observer.observe(place);
}

/** Whether text is set in a face, not in the fallback beside which it came too late. */
function inUse(face) {
  const sample = document.createElement("span");
  sample.className = "visually-hidden";
  sample.textContent = "Source Serif, quýt mọng & 0123456789";
  document.querySelector(".text").append(sample);
  const [own, fallback] = [`"${face}", var(--fallback)`, "var(--fallback)"].map((family) => {
    sample.style.cssText = `width: max-content; font-family: ${family}`;
    return sample.getBoundingClientRect().width;
  });
  sample.remove();
  return own !== fallback;
}

/** Italics below the first window come when it has been painted; too late, they stay as they are. */
async function bringItalics() {
  if (!document.querySelector(".italics-later em")) return;
  await new Promise((painted) =>
    new PerformanceObserver(painted).observe({ type: "paint", buffered: true }),
  );
  const asked = performance.now();
  await document.fonts.load('italic 1em "Source Serif 4"').catch(() => null);
  if (performance.now() - asked < LATE && inUse("Source Serif 4"))
    root.classList.remove("italics-later");
}

/** The buttons that go from the system's choice to light to dark and back: an icon, and one with words. */
function chooseTheme() {
  const icon = document.getElementById("theme");
  const buttons = document.querySelectorAll(".theme");
  const themes = ["", "light", "dark"];
  const names = icon.dataset.names.split("|");
  const show = () => {
    const name = names[themes.indexOf(root.dataset.theme ?? "")];
    icon.setAttribute("aria-label", name);
    icon.title = name;
    for (const button of buttons) button.querySelector("span")?.replaceChildren(name);
  };
  const change = () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "") + 1) % themes.length];
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

/** The search window: its script and index are fetched when it is first opened. */
function offerSearch() {
  const dialog = document.getElementById("search");
  const button = document.getElementById("open-search");
  const open = async () => {
    const input = dialog.querySelector("input");
    let entered = false; // Enter may come before the script
    const early = (event) => (entered ||= event.key === "Enter");
    dialog.showModal();
    input.select();
    input.addEventListener("keydown", early);
    try {
      const { prepare } = await import(new URL(dialog.dataset.script, location.href).href);
      prepare(dialog, entered);
    } catch {
      dialog.querySelector("[role=status]").textContent = dialog.dataset.failed;
    }
    input.removeEventListener("keydown", early);
  };
  button.addEventListener("click", open);
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing) return;
    event.preventDefault(); // it would only empty the field
    dialog.close();
    // else the field has the focus until the next frame, and takes what is typed
    if (dialog.contains(document.activeElement)) document.activeElement.blur();
  });
  // single keys get in the way of those who dictate: they may be switched off
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, [contenteditable]");
    const wanted =
      (event.key === "/" && !typing && stored.get("shortcut") !== "off") ||
      (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (!wanted || dialog.open) return;
    event.preventDefault();
    open();
  });
  button.hidden = false;
}

/** Citations are offered at a provision's sign, notes and terms are shown in place. */
function offerAsides() {
  const apart = ".footnote-ref, .term";
  const aside = async (event) => {
    const anchor = event.target.closest?.(apart);
    // where a citation is offered, the pointer is on its way to it
    if (event.type === "pointerover" && document.querySelector(".cite:popover-open")) return;
    if (!anchor) return;
    const told = await import("./asides.js")
      .then(({ tell }) => tell(anchor, event.type))
      .catch(() => false);
    if (event.type === "click" && !told) location.href = anchor.href;
  };
  document.addEventListener("focusin", aside);
  document.addEventListener(
    "pointerover",
    (event) => event.pointerType === "mouse" && aside(event),
  );
  document.addEventListener("click", (event) => {
    const permalink = event.target.closest?.(".permalink");
    if (permalink && document.getElementById("cite"))
      import("./citation.js").then(({ offer }) => offer(permalink));
    // a finger cannot hover: its first tap shows, its second follows the link
    const anchor = event.target.closest?.(apart);
    if (anchor && event.pointerType === "touch" && !anchor.dataset.told) {
      event.preventDefault();
      aside(event);
    }
  });
}

/** On a phone the contents close when a link to this very page is followed. */
function closeContents() {
  const contents = document.getElementById("contents");
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
  });
}

/** The column of the contents shows where in them one is. */
function showInContents() {
  const contents = document.getElementById("contents");
  const current = contents.querySelector("[aria-current]");
  const below =
    current && current.getBoundingClientRect().bottom - contents.getBoundingClientRect().bottom;
  if (below > 0) contents.scrollTop += below + current.offsetHeight;
}

/** The switch for the shortcut without a modifier, on the page that speaks of accessibility. */
function chooseShortcut() {
  const box = document.getElementById("shortcut");
  if (!box) return;
  box.checked = stored.get("shortcut") !== "off";
  box.addEventListener("change", () => stored.set("shortcut", box.checked ? null : "off"));
  box.closest("[hidden]").hidden = false;
}

restorePlace();
keepPlace();
keepView();
bringItalics();
showWhere();
chooseTheme();
offerSearch();
offerAsides();
closeContents();
showInContents();
chooseShortcut();
