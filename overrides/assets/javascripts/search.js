// The search window: asks the Pagefind index of the page's language, a record a provision.

const MOST = 20;
const PAUSE = 120; // milliseconds of silence before a query is sent

const MOST_SPELLINGS = 8;

let ready;

/** Fill the window on its first opening; later calls do nothing. */
export function prepare(dialog) {
  ready ??= listen(dialog);
  return ready;
}

async function listen(dialog) {
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("ul");
  const count = dialog.querySelector("[role=status]");
  const pagefind = await import(new URL(dialog.dataset.index, location.href).href);
  await pagefind.options({ excerptLength: 24, baseUrl: "/" });
  let latest = 0;

  const search = async () => {
    const query = input.value.trim();
    const turn = ++latest;
    if (!query) return show([], "");
    const found = merged(await Promise.all(spellings(query).map((q) => pagefind.search(q))));
    const records = await Promise.all(found.slice(0, MOST).map((r) => r.data()));
    if (turn !== latest) return; // a newer query has been typed
    const { one, some, none } = count.dataset;
    show(records, [none, one][found.length] ?? some.replace("{}", found.length));
  };

  const show = (records, said) => {
    count.textContent = said;
    list.replaceChildren(...records.map((record) => result(record, dialog.dataset.root)));
  };

  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  // The arrows go from the field through the results and back; Enter takes the first.
  dialog.addEventListener("keydown", (event) => {
    const stops = [input, ...list.querySelectorAll("a")];
    const here = stops.indexOf(document.activeElement);
    if (event.key === "ArrowDown") stops[Math.min(here + 1, stops.length - 1)].focus();
    else if (event.key === "ArrowUp") stops[Math.max(here - 1, 0)].focus();
    else if (event.key === "Enter" && here === 0) stops[1]?.click();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  if (input.value) search();
}

/**
 * A query typed without diacritics, as it might have been meant. Pagefind takes every marked
 * vowel for the plain one, but đ for a letter of its own: each d is tried as đ too.
 */
function spellings(query) {
  let variants = [""];
  for (const word of query.split(/(\s+)/)) {
    const both = /^d/i.test(word) && variants.length < MOST_SPELLINGS;
    variants = variants.flatMap((head) => [head + word, ...(both ? [`${head}đ${word.slice(1)}`] : [])]);
  }
  return variants;
}

/** The results of several queries as one list, the best first, each provision once. */
function merged(answers) {
  const best = new Map();
  for (const result of answers.flatMap((answer) => answer.results)) {
    if (!(best.get(result.id)?.score >= result.score)) best.set(result.id, result);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function result(record, root) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(record.url.replace(/^\//, ""), new URL(`${root}/`, location.href)).href;
  const citation = document.createElement("span");
  citation.className = "search__citation";
  citation.textContent = record.meta.citation;
  const excerpt = document.createElement("span");
  excerpt.innerHTML = record.excerpt; // Pagefind escapes the text and marks what was found
  link.append(citation, excerpt);
  item.append(link);
  return item;
}
