"""Write down what each language is called, for a check and files that are made without CLDR.

CLDR has the names and the codes; Babel carries them.
"""

from __future__ import annotations

import sys

from babel import Locale, UnknownLocaleError
from babel.core import get_global

from diptych.language.language_names import TABLE

_BIBLIOGRAPHIC = "alb arm baq bur chi cze dut fre geo ger gre ice mac mao may per rum slo tib wel"
"""The codes of ISO 639-2 that only libraries use; each of these languages has another one."""
_NARROWER = (
    "fat twi arb ayr azj cwd adp ekk pes fuc gug prp scr esk ike kng knc kmr kpv lvs plt drh "
    "khk zsm npi ojg gaz ory pbu quz mol cls src als scc swh uzn ydd zyb cmn"
)
"""Codes that CLDR leads to a language and that are not its own: of one of its varieties, or old."""
_LEFT_OUT = frozenset(f"{_BIBLIOGRAPHIC} {_NARROWER}".split())
_WITHOUT_ALIAS = {"sh": "hbs", "tl": "tgl", "tw": "twi"}


def listing() -> str:
    """The whole table, as `language.language_names` describes it."""
    vi, en = Locale("vi").languages, Locale("en").languages
    codes = _codes()
    rows = (
        (tag, codes[tag], en[tag], vi[tag].replace("Tiếng", "tiếng", 1), _own(tag))
        for tag in sorted(en)
        if len(tag) == 2 and tag in vi
    )
    return "".join("\t".join(row) + "\n" for row in rows)


def _codes() -> dict[str, str]:
    """The code of ISO 639-2 by the tag of each language that has two letters."""
    aliases = get_global("language_aliases").items()
    found = {
        tag: code
        for code, tag in aliases
        if len(code) == 3 and len(tag) == 2 and code not in _LEFT_OUT
    }
    return found | _WITHOUT_ALIAS


def _own(tag: str) -> str:
    try:
        return Locale.parse(tag).get_language_name() or ""
    except UnknownLocaleError:
        return ""


if __name__ == "__main__":
    TABLE.write_text(listing(), encoding="utf-8")
    sys.exit(0)
