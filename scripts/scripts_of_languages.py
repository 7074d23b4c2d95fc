"""Write down which script each language is written in, for the check, which runs without CLDR.

CLDR's likely subtags say it; Babel carries them.
"""

from __future__ import annotations

import sys
from collections import defaultdict

from babel.core import get_global

from diptych.language.scripts import LATIN, TABLE


def scripts() -> dict[str, str]:
    """The script (ISO 15924) that CLDR has for each language, alone or in a region.

    A language is named as BCP 47 has it: `sr`, `sr-ME`. Latin is left out where nothing else is
    to be expected.
    """
    found = {}
    for tag, likely in get_global("likely_subtags").items():
        language, *rest = tag.split("_")
        if language != "und" and not any(len(part) == len(LATIN) for part in rest):
            found[tag.replace("_", "-")] = likely.split("_")[1]
    return {
        tag: script
        for tag, script in found.items()
        if script != found.get(tag.partition("-")[0] if "-" in tag else "", LATIN)
    }


def listing() -> str:
    """The whole table: a line for each script with its languages."""
    tags = defaultdict(list)
    for tag, script in scripts().items():
        tags[script].append(tag)
    return "".join(f"{script}: {' '.join(sorted(tags[script]))}\n" for script in sorted(tags))


if __name__ == "__main__":
    TABLE.write_text(listing(), encoding="utf-8")
    sys.exit(0)
