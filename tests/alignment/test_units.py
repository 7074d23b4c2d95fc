"""The text unit by unit, segments span by span, and files written whole."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from diptych.alignment.units import HEADING, units
from diptych.files.atomic import write_whole
from diptych.model import Document, Emphasis, Side
from diptych.model.spans import Span, spans
from diptych.project.bitext import Bitext, bitext
from diptych.project.edition import Edition, last_change
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.reader import read_document
from tests.conftest import this_text


@pytest.fixture(scope="module")
def real() -> Bitext:
    return load(settings(this_text()))


def read(folder: Path, locale: str, text: str) -> Document:
    file = folder / f"{locale}.md"
    file.write_text(text, encoding="utf-8")
    return read_document(file, locale)


def test_every_text_of_the_programme_is_a_unit_in_reading_order(real: Bitext) -> None:
    found = list(units(real.alignment))
    for side, document in Side.of(real.documents):
        expected = []
        for page in document.pages:
            if page.editorial:
                continue
            for division in page.own_divisions():
                expected += [division.heading] if division.heading else []
                expected += [p.segment for top in division.provisions for p in top.walk()]
            expected += [p.segment for n in page.footnotes for t in n.provisions for p in t.walk()]
        assert [unit.segment(side) for unit in found] == expected
    assert {unit.layout for unit in found} == {"cover", "", "closing"}
    assert [unit.note for unit in found if unit.note] == ["1", "2"]
    assert [unit.number for unit in found if unit.number] == ["1.", "2.", "3.", "4.", "5."]
    assert len({unit.id for unit in found}) == len(found)


def test_what_only_the_translation_has_keeps_its_place(tmp_path: Path) -> None:
    vi = read(tmp_path, "vi", "# I. Một\n\nĐoạn thứ nhất về cầu cảng.\n\nĐoạn cuối về hồ nước.\n")
    en = read(
        tmp_path, "en",
        "# I. One\n\nThe first paragraph, on the port.\n\nAn added one.\n\nThe last, on the lake\n",
    )  # fmt: skip
    found = list(units(bitext(vi, en).alignment))
    assert [unit.kind for unit in found] == [HEADING, "paragraph", "paragraph", "paragraph"]
    assert [unit.nodes[0] is None for unit in found].count(True) == 1
    translated = [segment.text for unit in found if (segment := unit.segment(Side.TRANSLATION))]
    assert translated == [
        "I. One", "The first paragraph, on the port.", "An added one.", "The last, on the lake",
    ]  # fmt: skip


def test_spans_say_how_a_text_is_set(tmp_path: Path) -> None:
    text = "# I. A\n\n**Bold\nand *both*** then `code`[^1], *more*[^1]\n\n[^1]: note\n"
    document = read(tmp_path, "en", text)
    segment = next(document.pages[0].provisions()).segment
    both = Emphasis.EM | Emphasis.STRONG
    assert list(spans(segment)) == [
        Span("Bold ", Emphasis.STRONG),
        Span("and ", Emphasis.STRONG),
        Span("both", both),
        Span(" then "),
        Span("code", code=True),
        Span("", note="1"),
        Span(", "),
        Span("more", Emphasis.EM),
        Span("", note="1"),
    ]


def test_spans_joined_are_the_text(real: Bitext) -> None:
    marks = 0
    for unit in units(real.alignment):
        for side in Side:
            segment = unit.segment(side)
            assert segment
            assert "".join(span.text for span in spans(segment)) == segment.text
            marks += sum(bool(span.note) for span in spans(segment))
    assert marks == 4


def test_an_edition_knows_where_the_text_stands(real: Bitext) -> None:
    edition = Edition(real, "https://example.org/x/")
    assert edition.address(Side.ORIGINAL, "part-3/index.md") == "https://example.org/x/part-3/"
    assert edition.address(Side.TRANSLATION, "index.md", "a") == "https://example.org/x/en/#a"
    assert edition.cited(Side.TRANSLATION, "Part I").endswith(
        "on economic diplomacy, Part I (unofficial translation)"
    )
    assert edition.notes(Side.TRANSLATION, "part-3/section-3.md").keys() == {"1", "2"}
    assert edition.notes(Side.TRANSLATION, "nowhere.md") == {}


def test_the_last_change_is_that_of_the_last_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert last_change(this_text()).year >= 2026
    assert last_change(tmp_path).year == 1970
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert last_change(this_text()).isoformat() == "1970-01-02T00:00:00+00:00"


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "file"
    write_whole(target, b"old")
    umask = os.umask(0o022)
    write_whole(target, b"new")
    os.umask(umask)
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o644

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"newer")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
