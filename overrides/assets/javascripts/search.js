// The search window: what is typed, what is found, what is suggested, all of it by keyboard too.

import { NOTHING, openIndex } from "./finding.js";
import { inView } from "./site.js";
import { suggester } from "./suggestions.js";

const PAUSE = 120; // milliseconds of silence before a query is sent

let ready = false;

/** Fill the window on its first opening, after Enter had been pressed or not; later calls do nothing. */
export function prepare(dialog, entered) {
  if (ready) return;
  ready = true;
  listen(dialog, entered);
}

function listen(dialog, entered) {
  const input = dialog.querySelector("input");
  const list = dialog.querySelector("#results");
  const hints = dialog.querySelector("#suggestions");
  const status = dialog.querySelector("[role=status]");
  const more = dialog.querySelector("#more-results");
  const said = dialog.dataset;
  const at = (path) => new URL(path, location.href).href;
  let find = openIndex(at(said.index));
  // without the list the search still works
  const suggest = fetch(at(said.phrases))
    .then((answer) => answer.json())
    .then(suggester)
    .catch(() => () => ({ phrases: [], meant: false }));
  let latest = 0;
  let next;
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
    const hinted = (await suggest)(query, query !== "" && found.total === 0);
    if (turn !== latest) return false;
    next = found.next;
    left = found.total - found.records.length;
    list.replaceChildren(...found.records.map(shown));
    more.hidden = left <= 0;
    tell(query, found.total, hinted);
    list.dataset.query = query;
    list.setAttribute("aria-busy", "false");
    dialog.scrollTop = 0;
    return true;
  };

  /** What is found; nothing, and why, where it could not be looked for. */
  const answer = async (query, turn) => {
    try {
      return await (await find)(query);
    } catch {
      if (turn !== latest) return null;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = said.failed;
      list.setAttribute("aria-busy", "false");
      find = openIndex(at(said.index)); // with the next letter it is tried again
      find.catch(() => null);
      return null;
    }
  };

  const tell = (query, total, { phrases, meant }) => {
    const label = phrases.length ? (meant ? said.meant : said.suggestions) : "";
    hints.replaceChildren(...phrases.map(hint));
    hints.parentElement.hidden = !phrases.length;
    hints.previousElementSibling.textContent = label;
    const count = !query ? "" : ([said.none, said.one][total] ?? said.some.replace("{}", total));
    const aloud = document.createElement("span");
    aloud.className = "visually-hidden";
    aloud.textContent = label && ` ${label} ${phrases.join("; ")}`;
    status.replaceChildren(count, aloud);
  };

  const shown = ({ url, citation, pieces }) => {
    const link = document.createElement("a");
    link.href = inView(at(`${said.root}/${url.replace(/^\//, "")}`));
    link.append(element("span", citation, "search__citation"));
    link.append(...pieces.map(([text, sought]) => (sought ? element("mark", text) : text)));
    const item = document.createElement("li");
    item.append(link);
    return item;
  };

  const hint = (phrase) => {
    const button = element("button", phrase);
    button.type = "button";
    button.title = phrase;
    const item = document.createElement("li");
    item.append(button);
    return item;
  };

  let pause;
  input.addEventListener("input", () => {
    list.setAttribute("aria-busy", "true");
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  hints.addEventListener("click", (event) => {
    const chosen = event.target.closest("button");
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
    last.nextElementSibling?.querySelector("a").focus();
    more.hidden = left <= 0;
  });

  // Up and down go from the field through what is below it; the suggestions are one row of it.
  const walk = (step) => {
    const row = hints.querySelector("button");
    const below = [...list.querySelectorAll("a"), ...(more.hidden ? [] : [more])];
    const stops = [input, ...(row ? [row] : []), ...below];
    const here = hints.contains(document.activeElement) ? row : document.activeElement;
    const next = Math.max(0, Math.min(stops.indexOf(here) + step, stops.length - 1));
    stops[next].focus();
  };
  const aside = (step) => {
    const row = [...hints.querySelectorAll("button")];
    const here = row.indexOf(document.activeElement);
    if (here >= 0) row[Math.max(0, Math.min(here + step, row.length - 1))].focus();
    return here >= 0;
  };
  const open = async () => {
    const current = list.dataset.query === input.value.trim() || (await search());
    if (current && dialog.open) list.querySelector("a")?.click();
  };
  dialog.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // an input method for Vietnamese is at work
    if (event.key === "ArrowDown") walk(1);
    else if (event.key === "ArrowUp") walk(-1);
    else if (event.key === "Enter" && event.target === input) open();
    else if (event.key === "ArrowRight" && aside(1)) return event.preventDefault();
    else if (event.key === "ArrowLeft" && aside(-1)) return event.preventDefault();
    else return;
    event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const plainly = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (plainly && event.target.closest("a")) dialog.close();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  find.catch(() => null); // told when something is looked for
  if (entered) open();
  else if (input.value) search();
}

function element(name, text, className = "") {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}
