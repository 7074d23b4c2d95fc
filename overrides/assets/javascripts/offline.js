// At hand without a network: the page's service worker is asked to keep the text, and a page that
// was kept says where it stands to the text of today.

import { stored } from "./kept.js";
import { isSpare } from "./line.js";

const root = document.documentElement;
const HOME = new URL(`${root.dataset.root}/`, location.href).href;
const { serviceWorker } = navigator;

/**
 * What the worker says to a message.
 * @param {ServiceWorker} worker
 * @param {unknown} message
 * @returns {Promise<string>}
 */
function asked(worker, message) {
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(message, [port2]);
  return new Promise((tell) => {
    port1.onmessage = ({ data }) => tell(String(data));
  });
}

/**
 * Keep the text in the page's language; how that went, and how the page stands to it.
 * @param {boolean} [only] to be told, and to fetch nothing
 * @param {string} [document] of several, the one that is kept; all, if it is "*"
 */
async function kept(only = false, document = root.dataset.document) {
  await serviceWorker.register(`${HOME}service-worker.js`, { scope: HOME });
  const { active } = await serviceWorker.ready;
  return asked(/** @type {ServiceWorker} */ (active), { keep: root.lang, document, only });
}

/**
 * The words for a standing, as the page that is shown without a network has them.
 * @param {string} standing
 */
async function wordsFor(standing) {
  const answer = await fetch(`${HOME}offline.html`);
  const [, body] = (await answer.text()).split("</head>"); // whose styles are not this page's
  const page = new DOMParser().parseFromString(body, "text/html");
  const own = page.querySelector(`section[lang="${root.lang}"]`) ?? page.querySelector("section");
  /** @type {HTMLTemplateElement | null | undefined} */
  const template = own?.querySelector(`template[data-standing="${standing}"]`);
  return template && document.importNode(template.content, true);
}

/**
 * Say above the text how a kept page stands to the text of today, or take that away again.
 * @param {string} standing
 */
async function show(standing) {
  const words = standing && (await wordsFor(standing));
  document.getElementById("standing")?.remove();
  if (!words) return;
  const place = document.createElement("p");
  place.id = "standing";
  place.className = "status";
  place.setAttribute("role", "status");
  document.getElementById("text")?.prepend(place);
  place.append(words);
  place.querySelector("button")?.addEventListener("click", () => location.reload());
}

/** Keep the text unless the reader or their connection had rather not, and say where the page stands. */
export async function keepText() {
  const choice = stored.get("offline");
  const spared = () => choice !== "on" && isSpare();
  if (choice === "off" || (spared() && !serviceWorker.controller)) return;
  const stand = async () => {
    const standing = await kept(spared());
    if (standing !== "failed") await show(standing);
  };
  addEventListener("online", () => stand().catch(() => null));
  await stand();
}

/**
 * On the page of what can be taken away: keep the text here, or no longer.
 * @param {HTMLElement} place
 */
async function offerKeeping(place) {
  const [has, can, failed] = /** @type {NodeListOf<HTMLElement>} */ (place.querySelectorAll("p"));
  /** @param {HTMLElement} one */
  const say = (one) => {
    for (const other of [has, can, failed]) other.hidden = other !== one;
    place.hidden = false;
  };
  const keep = async () => {
    stored.set("offline", "on");
    const standing = await kept(false, "*").catch(() => "failed");
    say(standing === "failed" ? failed : has);
  };
  const remove = async () => {
    stored.set("offline", "off");
    const registration = await serviceWorker.getRegistration(HOME);
    if (registration?.active) await asked(registration.active, { remove: true });
    await registration?.unregister();
    say(can);
  };
  for (const button of place.querySelectorAll("button"))
    button.addEventListener("click", button.parentElement === has ? remove : keep);
  const registration = await serviceWorker.getRegistration(HOME);
  const choice = stored.get("offline");
  if (!registration?.active || choice === "off") return say(can);
  const standing = await kept().catch(() => "failed");
  say(standing === "failed" ? can : has);
}

/** Keep the text, or on the page of what can be taken away offer to. */
export async function begin() {
  const place = document.getElementById("offline");
  await (place ? offerKeeping(place) : keepText());
}
