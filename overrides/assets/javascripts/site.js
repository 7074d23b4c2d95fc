// What the page does beyond its text: light or dark, the language switch that keeps the
// reader's place, and the search window. Everything here is an addition; the text needs none.

const root = document.documentElement;

/** The provision at the top of the window, or the one the address names. */
function provisionInSight() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  const top = document.querySelector(".header").offsetHeight + 8;
  if (named) {
    const box = named.getBoundingClientRect();
    if (box.bottom > top && box.top < innerHeight) return named.id;
  }
  if (scrollY < top) return named ? named.id : "";
  for (const provision of document.querySelectorAll(".provision")) {
    if (provision.getBoundingClientRect().bottom > top) return provision.id;
  }
  return "";
}

/** Links to the same page in the other language land on the provision being read. */
function keepPlace() {
  for (const link of document.querySelectorAll("[data-keep-place]")) {
    const address = link.href;
    const follow = () => {
      const id = provisionInSight();
      link.href = id ? `${address}#${id}` : address;
    };
    for (const event of ["pointerenter", "pointerdown", "focus", "click"]) {
      link.addEventListener(event, follow);
    }
  }
}

/** The button that goes from the system's choice to light to dark and back. */
function chooseTheme() {
  const button = document.getElementById("theme");
  const themes = ["", "light", "dark"];
  const names = button.dataset.names.split("|");
  const show = () => {
    const name = names[themes.indexOf(root.dataset.theme ?? "")];
    button.setAttribute("aria-label", name);
    button.title = name;
  };
  button.addEventListener("click", () => {
    const next = themes[(themes.indexOf(root.dataset.theme ?? "") + 1) % themes.length];
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    try {
      if (next) localStorage.setItem("theme", next);
      else localStorage.removeItem("theme");
    } catch {
      // storage may be forbidden: the choice then lasts for this page
    }
    show();
  });
  button.hidden = false;
  show();
}

/** The search window: its script and index are fetched when it is first opened. */
function offerSearch() {
  const dialog = document.getElementById("search");
  const button = document.getElementById("open-search");
  const open = async () => {
    dialog.showModal();
    const { prepare } = await import(new URL(dialog.dataset.script, location.href).href);
    prepare(dialog);
  };
  button.addEventListener("click", open);
  // single keys get in the way of those who dictate: they may be switched off
  const shortcutOff = () => {
    try {
      return localStorage.getItem("shortcut") === "off";
    } catch {
      return false;
    }
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, [contenteditable]");
    const wanted =
      (event.key === "/" && !typing && !shortcutOff()) ||
      (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (!wanted || dialog.open) return;
    event.preventDefault();
    open();
  });
  button.hidden = false;
}

/** On a phone the contents close when a link to this very page is followed. */
function closeContents() {
  const contents = document.getElementById("contents");
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a") && contents.matches(":popover-open")) contents.hidePopover();
  });
}

keepPlace();
chooseTheme();
offerSearch();
closeContents();
