"""What settings say of the interface passes one gate."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.errors import BadConfiguration
from diptych.project.settings import Settings, settings

GIVEN = "[tool.diptych]\n{}\n"


def read(folder: Path, table: str) -> Settings:
    (folder / "pyproject.toml").write_text(GIVEN.format(table), encoding="utf-8")
    return settings(folder)


def test_words_are_read_by_key_between_quotation_marks_or_with_dots(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        '[tool.diptych.words.en]\n"site.short" = "Plan"\nsearch.placeholder = "Search it"\n'
        '"group.notes" = "Notes"\n[tool.diptych.words.vi]\n"language.fr" = "tiếng Pháp"',
    )
    assert found.words == {
        "en": {"site.short": "Plan", "search.placeholder": "Search it", "group.notes": "Notes"},
        "vi": {"language.fr": "tiếng Pháp"},
    }


def test_the_publisher_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path, '[tool.diptych.publisher]\nvi = "Sở"\nen = "the Office"\npublic-body = true'
    ).publisher
    assert found
    assert (found.name("vi"), found.name("en"), found.public_body) == ("Sở", "the Office", True)
    assert read(tmp_path, "").publisher is None


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ('words = "x"', "[tool.diptych.words] must be a table of words by language"),
        ('[tool.diptych.words]\nfr = { footer = "x" }', "has no key “fr”; there are en, vi"),
        ('[tool.diptych.words.en]\nfoter = "x"', "has no key “foter”; do you mean “footer”?"),
        ('[tool.diptych.words.en]\n"group." = "x"', "has no key “group.”"),
        ("[tool.diptych.words.en]\nfooter = 1", "footer must be a text that is not empty"),
        ('[tool.diptych.words.en]\nfooter = "<b>x</b>"', "it is text, without markup"),
        ('[tool.diptych.words.en]\nfooter = "a\\nb"', "has characters that no line shows"),
        ('[tool.diptych.words.en]\nfooter = "a\\u202eb"', "has characters that no line shows"),
        ('[tool.diptych.words.en]\nfooter = "{name}"', "footer has {name}, which nothing fills in"),
        (f'[tool.diptych.words.en]\nfooter = "{"x" * 401}"', "is longer than 400 characters"),
        ('publisher = "x"', "[tool.diptych.publisher] must be a table"),
        ('[tool.diptych.publisher]\nvi = "x"', "lacks the publisher's name in en"),
        ('[tool.diptych.publisher]\nvi = "x"\nen = "y"\npublic = true', "has no key “public”"),
        (
            '[tool.diptych.publisher]\nvi = "x"\nen = "y"\npublic-body = 1',
            "public-body must be true or false",
        ),
    ],
)
def test_what_is_not_known_is_refused_in_a_line(table: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration) as refused:
        read(tmp_path, table)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
