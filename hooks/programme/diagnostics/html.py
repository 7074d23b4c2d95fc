"""Diagnostics as a panel for the pages of `mkdocs serve`: self-contained, any theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from programme.diagnostics import MEND, Diagnostic, Location
from programme.errors import Problem
from programme.visible import visible
from programme.wording import Wording

_TITLE = Wording(vi="Hai bản chưa khớp nhau", en="The two languages do not agree")
_STOPPED = Wording(vi="Chưa kiểm tra được", en="The texts could not be checked")

_STYLE = """
.parity-panel{position:fixed;inset:auto 0 0 0;z-index:99;max-height:45vh;overflow:auto;margin:0;
padding:.75rem 1rem;background:#fff8f6;color:#1d1b1a;border-top:3px solid #b3261e;
font:15px/1.5 system-ui,sans-serif}
.parity-panel summary{cursor:pointer;font-weight:600;color:#b3261e}
.parity-panel ol{margin:.5rem 0 0;padding-left:1.5rem}
.parity-panel li{margin:0 0 .75rem}
.parity-panel code{font:13px/1.5 ui-monospace,monospace;overflow-wrap:anywhere}
.parity-panel q{quotes:none}
.parity-panel mark{background:#ffd8d2;color:inherit}
.parity-panel .parity-place{display:block}
"""


Link = Callable[[str], str]
"""A rule's code -> the address of its page, or nothing where the site has none."""


def panel(
    diagnostics: Sequence[Diagnostic], problems: Sequence[Problem], language: str, link: Link
) -> str:
    """An `aside` with every finding and problem, in `language`."""
    count = len(diagnostics) + len(problems)
    title = (_STOPPED if problems else _TITLE)[language]
    items = [f"<li>{escape(problem.sentence(language))}</li>" for problem in problems]
    items += [_item(found, language, link) for found in diagnostics]
    return (
        f'<aside class="parity-panel" lang="{escape(language)}" role="status">'
        f"<style>{_STYLE}</style><details open><summary>{escape(title)} ({count})</summary>"
        f"<ol>{''.join(items)}</ol></details></aside>"
    )


def _item(found: Diagnostic, language: str, link: Link) -> str:
    below = "".join(_item(consequence, language, link) for consequence in found.consequences)
    below = f"<ul>{below}</ul>" if below else ""
    places = "".join(_place(location) for location in found.locations)
    return (
        f"<li><strong>{_shown(found.message[language])}</strong> "
        f"({_code(found.code, link(found.code))}){places}"
        f"<span>{MEND[language]}: {_shown(found.help[language])}</span>{below}</li>"
    )


def _code(code: str, address: str) -> str:
    return f'<a href="{escape(address)}">{escape(code)}</a>' if address else escape(code)


def _place(location: Location) -> str:
    start, end = location.caret, location.caret + location.length
    text = location.excerpt
    quoted = (
        f" <q>{_shown(text[:start])}<mark>{_shown(text[start:end])}</mark>{_shown(text[end:])}</q>"
    )
    return (
        f'<span class="parity-place"><code>{_shown(location.file)}:{location.line}</code>'
        f"{quoted if text else ''}</span>"
    )


def _shown(text: str) -> str:
    return escape(visible(text))
