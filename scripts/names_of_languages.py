"""Write down what each language is called, for messages of the check, which runs without CLDR.

CLDR has the names; Babel carries them.
"""

from __future__ import annotations

import sys

from babel import Locale

from diptych.language.locales import NAMES


def listing() -> str:
    """The whole table: the tag of each language of ISO 639-1, its English and Vietnamese names."""
    vi, en = Locale("vi").languages, Locale("en").languages
    return "".join(
        f"{tag}\t{en[tag]}\t{vi[tag].replace('Tiếng', 'tiếng', 1)}\n"
        for tag in sorted(en)
        if len(tag) == 2 and tag in vi
    )


if __name__ == "__main__":
    NAMES.write_text(listing(), encoding="utf-8")
    sys.exit(0)
