// Stylesheets of what only scripts show: no page brings them with it.

/**
 * Whether a stylesheet is in use, or cannot be had: what it styles is shown all the same.
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export function styled(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`../${name}`, import.meta.url).href;
  const settled = new Promise((settle) => {
    link.onload = link.onerror = settle;
  });
  document.head.append(link);
  return settled;
}
