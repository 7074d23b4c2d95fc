// On a phone, once the text is scrolled, the header says where one is.

import { top } from "./reading.js";

const header = /** @type {HTMLElement} */ (document.querySelector(".header"));

/** On a phone the header says where one is. */
export function showWhere() {
  const where = document.createElement("p");
  where.className = "header__where";
  where.ariaHidden = "true";
  header.querySelector(".header__name")?.after(where);
  /** @type {Set<Element>} */
  const seen = new Set();
  const update = () => {
    const away = Boolean(where.textContent) && scrollY > 2 * header.offsetHeight;
    if (header.classList.contains("header--away") === away) return;
    header.style.marginBottom = "";
    const full = header.offsetHeight;
    header.classList.toggle("header--away", away);
    // a header that is lower now leaves the text where it is
    if (away) header.style.marginBottom = `${full - header.offsetHeight}px`;
  };
  addEventListener("scroll", update, { passive: true });
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target);
      const [first] = [...seen].sort(
        (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
      );
      /** @type {HTMLElement | null | undefined} */
      const link = first?.querySelector(".permalink");
      if (link) where.textContent = link.title;
      update();
    },
    { rootMargin: `-${top()}px 0px -50% 0px` },
  );
  for (const place of document.querySelectorAll(".provision, h1, h2")) observer.observe(place);
}
