// The 404 page speaks every language of the site, first the one below whose root the address is.

const sections = [...document.querySelectorAll("section")];
/** @param {HTMLElement} section */
const root = (section) => new URL(section.dataset.root ?? "", location.href).pathname;
const around = sections.filter((section) => location.pathname.startsWith(root(section)));
around.sort((one, other) => root(other).length - root(one).length);
const [spoken = sections[0]] = around;
document.documentElement.lang = spoken.lang;
document.title = spoken.querySelector("h1")?.textContent ?? "";
spoken.parentElement?.prepend(spoken);
// an address of an earlier edition may lead on
if ("moved" in document.documentElement.dataset)
  import("./moved.js").then(({ followPage }) => followPage(spoken, root(spoken)));
