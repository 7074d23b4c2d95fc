"""Diagnostics as a panel for the pages of `mkdocs serve`: self-contained, any theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from markupsafe import Markup

from diptych.diagnostics import MEND, Diagnostic, Location
from diptych.errors import Problem
from diptych.publication.palette import editors_properties
from diptych.visible import visible
from diptych.wording import Wording

_TITLE = Wording(vi="Hai bản chưa khớp nhau", en="The two languages do not agree")
_STOPPED = Wording(vi="Chưa kiểm tra được", en="The texts could not be checked")

_COLOURS = Markup("\n.parity-panel{%s}") % Markup(editors_properties())  # noqa: S704
_STYLE = _COLOURS + Markup("""
.parity-panel{position:fixed;inset:auto 0 0 0;z-index:99;max-height:45vh;overflow:auto;margin:0;
padding:.75rem 1rem;background:var(--paper);color:var(--ink);
border-top:3px solid var(--removed-ink);
font:15px/1.5 system-ui,sans-serif}
.parity-panel summary{cursor:pointer;font-weight:600;color:var(--removed-ink)}
.parity-panel ol{margin:.5rem 0 0;padding-left:1.5rem}
.parity-panel li{margin:0 0 .75rem}
.parity-panel code{font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
.parity-panel q{quotes:none}
.parity-panel mark{background:var(--removed);color:inherit}
.parity-panel .parity-place{display:block}
""")
# whatever these are filled with is escaped, unless it is one of them
_PANEL = Markup(
    '<aside class="parity-panel" lang="%s" role="status"><style>%s</style><details open>'
    "<summary>%s (%s)</summary><ol>%s</ol></details></aside>"
)
_PROBLEM = Markup("<li>%s</li>")
_ITEM = Markup("<li><strong>%s</strong> (%s)%s<span>%s: %s</span>%s</li>")
_BELOW = Markup("<ul>%s</ul>")
_RULE = Markup('<a href="%s">%s</a>')
_PLACE = Markup('<span class="parity-place"><code>%s:%s</code>%s</span>')
_QUOTED = Markup(" <q>%s<mark>%s</mark>%s</q>")

Link = Callable[[str], str]
"""A rule's code -> the address of its page, or nothing where the site has none."""


def panel(
    diagnostics: Sequence[Diagnostic], problems: Sequence[Problem], language: str, link: Link
) -> Markup:
    """An `aside` with every finding and problem, in `language`."""
    count = len(diagnostics) + len(problems)
    title = (_STOPPED if problems else _TITLE)[language]
    items = [_PROBLEM % problem.sentence(language) for problem in problems]
    items += [_item(found, language, link) for found in diagnostics]
    return _PANEL % (language, _STYLE, title, count, _joined(items))


def _item(found: Diagnostic, language: str, link: Link) -> Markup:
    below = _joined(_item(consequence, language, link) for consequence in found.consequences)
    return _ITEM % (
        visible(found.message[language]),
        _code(found.code, link(found.code)),
        _joined(map(_place, found.locations)),
        MEND[language],
        visible(found.help[language]),
        _BELOW % below if below else "",
    )


def _code(code: str, address: str) -> Markup | str:
    return _RULE % (address, code) if address else code


def _place(location: Location) -> Markup:
    start, end = location.caret, location.caret + location.length
    text = location.excerpt
    shown = map(visible, (location.file, text[:start], text[start:end], text[end:]))
    file, *quoted = shown
    return _PLACE % (file, location.line, _QUOTED % tuple(quoted) if text else "")


def _joined(parts: Iterable[Markup]) -> Markup:
    return Markup().join(parts)
