"""A report as one page that needs no other file and no network."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from diptych.publication.palette import editors_properties
from diptych.report import Review, said
from diptych.report.fragment import fragment
from diptych.safety.content_policy import hash_source

_COLOURS = Markup("\n:root{color-scheme:light dark;%s}") % Markup(editors_properties())  # noqa: S704
_STYLE = _COLOURS + Markup("""
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 62rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 "Source Serif 4", "Noto Serif", Georgia, serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; line-height: 1.4; margin: 2.5rem 0 .75rem; padding-top: .75rem;
  border-top: 1px solid var(--rule); }
p, ul { margin: .5rem 0; }
ul { padding-left: 1.25rem; }
a { color: var(--sea); text-underline-offset: .15em; }
code { font: .8125rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; font-weight: 400; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 1.25rem 0;
  break-inside: avoid; }
caption { text-align: left; padding: .5rem 0; }
caption em, td > em { color: var(--quiet); font-size: .9em; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem;
  border: 1px solid var(--rule); }
th { font: 600 .875rem/1.5 system-ui, sans-serif; background: var(--raised); }
.finding th { border-left: .25rem solid var(--removed-ink); }
.finding.silenced th { border-left-color: var(--quiet); }
.notice { margin: 1.25rem 0; padding-left: .75rem; border-left: .25rem solid var(--rule); }
.notice.grave { border-color: var(--removed-ink); }
.notice p { margin: 0; }
ins { background: var(--added); color: var(--added-ink); text-decoration: underline;
  text-decoration-thickness: 1px; text-underline-offset: .2em; }
del { background: var(--removed); color: var(--removed-ink); text-decoration: line-through; }
mark { background: var(--found); color: inherit; }
q { quotes: none; font-size: .9375rem; }
li { margin: .25rem 0; }
summary { cursor: pointer; padding: .25rem 0; }
@media (max-width: 40rem) {
  table, tbody, tr, td, th, caption { display: block; width: 100% !important; }
  .change { border: 0; }
  .change tbody { display: grid; grid-auto-flow: dense; }
  .change tr { display: contents; }
  .change :is(th, td):first-child { order: 1; }
  .change th + th { order: 2; }
  .change td + td { order: 3; }
}
@media print {
  body { max-width: none; font-size: 11pt; padding: 0; }
  mark { border-bottom: 1.5pt solid; } /* paper has no backgrounds */
}
""")
_PAGE = Markup("""\
<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="%s">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>%s</title>
<style>%s</style>
</head>
<body>
<main>
%s
</main>
</body>
</html>
""")


def rendered(review: Review, languages: Sequence[str]) -> str:
    """The page."""
    title = said.label(said.TITLE, languages)
    policy = Markup("default-src 'none'; style-src '%s'") % hash_source(_STYLE)
    told = Markup(fragment(review, languages))  # noqa: S704 - made of elements, by lxml
    return str(_PAGE % (languages[0], policy, title, _STYLE, told))
