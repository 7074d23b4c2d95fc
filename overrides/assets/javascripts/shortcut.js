// The switch for the shortcut without a modifier, on the page that speaks of accessibility.

import { stored } from "./kept.js";

const box = /** @type {HTMLInputElement} */ (document.getElementById("shortcut"));
box.checked = stored.get("shortcut") !== "off";
box.addEventListener("change", () => stored.set("shortcut", box.checked ? null : "off"));
box.closest("[hidden]")?.removeAttribute("hidden");
