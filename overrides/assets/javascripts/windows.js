// What is shown over a page when it is asked for, in the page's language: no page brings it along.

const root = document.documentElement;

/** @type {Promise<Document> | null} */
let windows = null;

/** All of them, in every language of the site. */
async function fetched() {
  const answer = await fetch(new URL(`${root.dataset.root}/windows.html`, location.href));
  if (!answer.ok) throw new Error(answer.statusText);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/**
 * A template of overrides/windows.html in the page's language.
 * @param {string} name
 */
export async function windowOf(name) {
  windows ??= fetched();
  windows.catch(() => {
    windows = null; // the next time it is tried again
  });
  const own = (await windows).querySelector(`section[data-locale="${root.lang}"]`);
  const found = own?.querySelector(`template[data-window="${name}"]`);
  return /** @type {HTMLTemplateElement} */ (found);
}
