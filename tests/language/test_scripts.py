"""The table of scripts, held against CLDR."""

from __future__ import annotations

from babel.core import get_global
from scripts.scripts_of_languages import listing

from diptych.language.locales import locale
from diptych.language.scripts import LATIN, TABLE, scripts_of, sets_blanks


def test_the_table_is_the_one_that_cldr_gives() -> None:
    assert TABLE.read_text(encoding="utf-8") == listing(), (
        "CLDR knows other languages now: run `python -m scripts.scripts_of_languages`"
    )


def test_every_language_is_written_as_cldr_has_it() -> None:
    found = {
        tag.replace("_", "-"): likely.split("_")[1]
        for tag, likely in get_global("likely_subtags").items()
        if not tag.startswith("und")
    }
    tags = [tag for tag in found if not locale(tag).known]
    assert len(tags) > 5_000
    for tag in tags:
        assert scripts_of(tag) == scripts_of(f"xx-{found[tag]}"), tag


def test_a_language_that_nobody_knows_is_taken_for_latin() -> None:
    assert scripts_of("qqq") == (LATIN,)


def test_languages_that_set_no_blanks_between_words() -> None:
    assert not any(map(sets_blanks, ("ja", "zh", "zh-TW", "th", "lo", "km", "my")))
    assert all(map(sets_blanks, ("ko", "vi", "en", "hi", "ar")))
