// What is offered at a provision's sign: its citation in both languages, its text, its address.

import { stand } from "./floating.js";
import { textsOf } from "./site.js";

const box = document.getElementById("cite").content.firstElementChild.cloneNode(true);
const said = box.querySelector("[role=status]");
document.body.append(box);

let link;

/** Open the box at the permalink of a heading or a provision. */
export function offer(permalink) {
  link = permalink;
  said.textContent = "";
  for (const part of box.querySelectorAll("[data-language]")) {
    part.querySelector("p").textContent = citation(part.dataset.language);
    part.querySelector("[data-copy=text]").hidden = !text(part.dataset.language);
  }
  fillReport();
  box.showPopover();
  stand(box, link);
  // the link itself is followed first: it leads the focus to its provision
  requestAnimationFrame(() => box.querySelector("button").focus({ preventScroll: true }));
}

box.addEventListener("toggle", ({ newState }) => {
  const lost = document.activeElement === document.body || box.contains(document.activeElement);
  if (newState === "closed" && lost) link.focus({ preventScroll: true });
});

/** The link to a report, from the page's own form: with the provision's citation and address. */
function fillReport() {
  const report = box.querySelector("[data-report]");
  if (!report) return;
  const address = new URL(report.href);
  address.searchParams.set("title", link.title);
  const page = address.searchParams.get("place").split("\n")[1].split("#")[0];
  address.searchParams.set("place", `${link.title}\n${page}${link.hash}`);
  report.href = address.href;
}

/** The page in `language` on which the provision is cited: of the whole, the page that it stands on. */
function pageIn(language) {
  const page = document.querySelector(`link[rel=alternate][hreflang=${language}]`).href;
  const own = link.closest("[data-page]")?.dataset.page;
  return own === undefined ? page : new URL(`../${own}`, page).href;
}

/** The citation of the provision in `language`, with its address there. */
function citation(language) {
  const own = language === document.documentElement.lang;
  const form = document.querySelector("main").getAttribute(`data-cite-${language}`);
  const place = own ? link.title : link.dataset.cited || link.title;
  return `${form.replace("{place}", place)}. ${pageIn(language)}${link.hash}`;
}

/** The text of the provision in `language`, or nothing if this page does not show it. */
function text(language) {
  const place = document.getElementById(link.hash.slice(1));
  // of a row of a table, several cells
  const own = textsOf(place).filter((one) => (one.lang || document.documentElement.lang) === language);
  const texts = own.map((one) => {
    const copy = one.cloneNode(true);
    for (const extra of copy.querySelectorAll(".permalink, .standing, .footnote-backref, sup, .provision")) extra.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  });
  return texts.join(" | ");
}

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
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const language = button.closest("[data-language]")?.dataset.language;
  const wanted = {
    citation: () => citation(language),
    text: () => `“${text(language)}”\n\n${citation(language)}`,
    link: () => link.href,
  }[button.dataset.copy]();
  await copy(wanted);
  said.textContent = said.dataset.done;
});
addEventListener("scroll", () => box.matches(":popover-open") && stand(box, link), { passive: true });
