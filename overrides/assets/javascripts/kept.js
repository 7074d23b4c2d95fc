// What is kept for readers from page to page: light or dark, the view they read the text in.

const root = document.documentElement;

/**
 * What a name begins with: sites of one origin share what the browser keeps (partials/before.html
 * does the same).
 */
const SITE = new URL(`${root.dataset.root}/`, location.href).pathname;

/** What the browser keeps for the reader, or nothing where storage is forbidden. */
export const stored = {
  /**
   * @param {string} name
   * @param {"localStorage" | "sessionStorage"} area
   */
  get(name, area = "localStorage") {
    try {
      return window[area].getItem(SITE + name);
    } catch {
      return null;
    }
  },
  /**
   * Keep a value under a name; null forgets what was kept.
   * @param {string} name
   * @param {string | null} value
   * @param {"localStorage" | "sessionStorage"} area
   */
  set(name, value, area = "localStorage") {
    try {
      if (value === null) window[area].removeItem(SITE + name);
      else window[area].setItem(SITE + name, value);
    } catch {
      // the choice then lasts for this page
    }
  },
};

/** Whether the reader last chose to see both languages. */
export const inBoth = () => stored.get("view") === "both";
