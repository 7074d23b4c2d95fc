// The 404 page speaks both languages; below the English root it speaks English alone,
// elsewhere Vietnamese alone.

const english = new URL(document.body.dataset.english, location.href).pathname;
const language = location.pathname.startsWith(english) ? "en" : "vi";
document.documentElement.lang = language;
for (const section of document.querySelectorAll("section")) {
  section.hidden = section.lang !== language;
  if (!section.hidden) document.title = section.querySelector("h1").textContent;
}
