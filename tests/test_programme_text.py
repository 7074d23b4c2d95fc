"""The published text itself."""

from __future__ import annotations

import pytest

from diptych.check import check
from diptych.model import Document, Emphasis, Kind, Segment
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.source.printed_words import printed_words
from tests.conftest import this_text

BITEXT = load(settings(this_text()))
PAIRS = [both for pair in BITEXT.alignment.provisions if (both := pair.both)]


def test_the_two_languages_agree() -> None:
    assert [str(found) for found in check(settings(this_text())).diagnostics] == []


def test_every_word_of_the_source_is_accounted_for() -> None:
    source = BITEXT.source
    assert source is not None
    text = (this_text() / "source/000_181fb8fea33ead35.txt").read_text(encoding="utf-8")
    assert len(text.split()) == 4451
    assert len(source.words) == 4451
    printed = printed_words(BITEXT.original)
    assert [w.text for w in source.corrected.body] == [w.text for w in printed.body]
    assert [w.text for w in source.corrected.notes] == [w.text for w in printed.notes]


def outline(document: Document) -> list[tuple[str, int]]:
    return [
        (division.number.printed, division.level) for division in document.walk() if division.number
    ]


@pytest.mark.parametrize("document", BITEXT.documents, ids=lambda document: document.locale)
def test_the_outline_of_the_programme(document: Document) -> None:
    assert outline(document) == [
        ("I.", 1),
        ("II.", 1), ("1.", 2), ("2.", 2),
        ("III.", 1), ("1.", 2), ("2.", 2), ("3.", 2), ("4.", 2), ("5.", 2), ("6.", 2), ("7.", 2),
        ("IV.", 1),
    ]  # fmt: skip
    part_4 = next(division for division in document.walk() if division.id == "iv")
    assert [p.number.printed for p in part_4.provisions if p.number] == [
        "1.", "2.", "3.", "4.", "5.",
    ]  # fmt: skip
    assert [note.label for page in document.pages for note in page.footnotes] == ["1", "2"]
    recipients = next(division for division in document.walk() if division.id == "recipients")
    assert sum(p.kind is Kind.DASH for p in recipients.provisions) == 10


def test_ids_are_the_same_in_both_languages() -> None:
    assert [a.id for a, _ in PAIRS] == [b.id for _, b in PAIRS]


def form(segment: Segment) -> dict[str, int]:
    emphasised = [segment.emphasis_at(n) != Emphasis.NONE for n in range(len(segment.text))]
    return {
        "emphasised runs": sum(
            now and not before
            for before, now in zip([False, *emphasised], emphasised, strict=False)
        ),
        "quotations": segment.text.count("“"),
        "parentheses": segment.text.count("("),
        "open lists": segment.text.count("...") + segment.text.count(", etc."),
        "note marks": len(segment.marks),
    }


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair[0].id)
def test_the_translation_keeps_the_form_of_each_provision(pair) -> None:  # type: ignore[no-untyped-def]
    original, translation = pair
    if not original.id.startswith("site-"):
        assert form(translation.segment) == form(original.segment)
