"""The typeset files.

Proved here, for the programme and for an invented edition that has what it has not:
- each text stands in its file letter for letter and in order, told in its own language;
- the bookmarks are the headings, each provision is an address, every link leads somewhere;
- footnotes stand on the page of their mark, and the status on every page;
- the rules of PDF/UA-1 that a machine can check hold, as far as `outloud` knows them (it is
  calibrated against veraPDF), with its further checks of what is told;
- fonts are embedded, and the file says that it is PDF/UA-1 and PDF/A-2a;
- two runs make the same bytes.

Not proved: that PDF/A-2a holds in full. Typst checks it while it writes and refuses what breaks it;
no second validator is at hand that needs no Java. Nor what only people see and hear: whether the
pages are beautiful, and whether the order of reading makes sense.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import outloud
import pikepdf
import pymupdf
import pytest

from diptych.alignment.units import HEADING
from diptych.exports.formats import pdf
from diptych.model import Side
from diptych.project.edition import Edition
from diptych.project.loading import load
from diptych.project.settings import Settings, settings
from tests.conftest import ROOT, this_text
from tests.exports.data_editions import FORMAL
from tests.exports.read_pdf import ReadPdf, squashed

SITE = "https://example.org/khanh-hoa/"
INVENTED = {
    "vi": """\
# Phần một #set page(width: 1cm) $x$

Lời dẫn có `mã` và *chữ nghiêng*.

- Gạch thứ nhất[^a] và lại[^a]

    Đoạn tiếp theo

    - Gạch lồng vào

- Gạch thứ hai

*Toàn chữ nghiêng*

### Mục bỏ một cấp

1. Khoản một
2. Khoản hai

> Lời trích dẫn

| Cột | Số |
| --- | --- |
| Hàng | 1 |

[^a]: Chú thích một đoạn.

    Đoạn hai của chú thích.
""",
    "en": """\
# Part one #set page(width: 1cm) $x$

An introduction with `code` and *italics*.

- First dash[^a] and again[^a]

    A further paragraph

    - A nested dash

- Second dash

*Wholly in italics*

### A level left out

1. Item one
2. Item two

> A quotation

| Column | Number |
| --- | --- |
| Row | 1 |

[^a]: A footnote of one paragraph.

    Its second paragraph.
""",
}
BARE = {"vi": "# Chỉ một tiêu đề\n\nMột đoạn.\n", "en": "# A heading alone\n\nA paragraph.\n"}
_FORMAL = {tag: pages["index.md"] for tag, pages in zip(("vi", "en"), FORMAL, strict=True)}
SIDES = [(Side.ORIGINAL,), (Side.TRANSLATION,), tuple(Side)]
SEEN_OTHERWISE = {
    "TAG-002": "a running head is an artifact, as ISO 14289-1 7.8 has it, though it changes",
    "HDG-011": "a heading in two languages is one heading, and long",
    "ORD-001": "a footnote is told at its mark and stands at the foot of the page",
}


def real() -> Edition:
    return Edition(load(settings(this_text())), SITE, datetime(2026, 3, 2, tzinfo=UTC))


def small(folder: Path, texts: dict[str, str]) -> Edition:
    for tag, text in texts.items():
        (folder / f"{tag}.md").write_text(text, encoding="utf-8")
    return Edition(load(Settings((folder / "vi.md", folder / "en.md"), ("vi", "en"))))


class Made:
    """An edition and its files, each made once."""

    def __init__(self, edition: Edition, folder: Path) -> None:
        self.edition = edition
        self.read = {}
        for sides in SIDES:
            path = folder / f"{'-'.join(map(str, sides))}.pdf"
            path.write_bytes(pdf.write(edition, sides))
            self.read[sides] = ReadPdf(path)


@pytest.fixture(scope="session", params=["real", "invented", "bare", "formal"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp(request.param)
    texts = {"invented": INVENTED, "bare": BARE, "formal": _FORMAL}.get(request.param)
    return Made(small(folder, texts) if texts else real(), folder)


each = pytest.mark.parametrize("sides", SIDES, ids=str)


@each
def test_every_letter_is_told_in_order_and_in_its_language(
    made: Made, sides: tuple[Side, ...]
) -> None:
    for side in sides:
        language = made.edition.locales[side]
        notes = squashed(made.read[sides].text(language, within="Note"))
        text = squashed(made.read[sides].text(language, without=("Note", "Lbl", "TOC", "Link")))
        done = 0
        for unit in made.edition.units:
            segment = unit.segment(side)
            if segment is None:
                continue
            wanted = squashed(segment.text)
            if unit.row(side):
                for index in range(unit.width):
                    said = unit.cell(side, index)
                    if said == unit.cell(side.other, index) == said.upper():
                        continue  # told once, in the original's language
                    found = text.find(squashed(said), done)
                    assert found >= 0, (unit.id, said)
                    done = found + len(squashed(said))
                continue
            if unit.note:
                assert wanted in notes, unit.id
                continue
            done = text.find(wanted, done)
            assert done >= 0, unit.id
            done += len(wanted)


@each
def test_bookmarks_are_the_headings_and_provisions_are_addresses(
    made: Made, sides: tuple[Side, ...]
) -> None:
    read = made.read[sides]
    headings = [unit for unit in made.edition.units if unit.kind == HEADING]
    assert [title for _, title in read.bookmarks] == [
        " / ".join(s.text for side in sides if (s := unit.segment(side))) for unit in headings
    ]
    assert {unit.id for unit in made.edition.units} <= read.names.keys()
    order = [read.names[unit.id] for unit in made.edition.units if not unit.note]
    assert order == sorted(order)


@each
def test_links_lead_somewhere(made: Made, sides: tuple[Side, ...]) -> None:
    read = made.read[sides]
    pages = {page.objgen for page in read.file.pages}
    for page in read.file.pages:
        for annotation in page.get("/Annots", pikepdf.Array()):
            if "/A" in annotation:
                assert str(annotation.A.URI).startswith(SITE)
            elif isinstance(annotation.Dest, pikepdf.Array):
                assert annotation.Dest[0].objgen in pages
            else:
                assert str(annotation.Dest) in read.names


@each
def test_footnotes_stand_on_the_page_of_their_mark(made: Made, sides: tuple[Side, ...]) -> None:
    """Each once, though it may be marked twice; a long one may go on overleaf."""
    read = made.read[sides]
    begun = [
        told.page
        for before, told in zip(read.told, read.told[1:], strict=False)
        if "Note" in told.path and "Note" not in before.path
    ]
    marks = [
        before.page
        for before, told in zip(read.told, read.told[1:], strict=False)
        if "Note" in told.path and "Note" not in before.path
    ]
    assert begun == marks
    labels = {(unit.path, unit.note) for unit in made.edition.units if unit.note}
    assert len(begun) == len(labels)


@each
def test_the_status_is_on_every_page(made: Made, sides: tuple[Side, ...]) -> None:
    edition = made.edition
    with pymupdf.Document(made.read[sides].path) as document:
        count = len(document)
        for number, page in enumerate(document, 1):
            foot = page.get_text(clip=(0, page.rect.height - 80, *page.rect.br))
            assert f"{number}/{count}" in foot
            words = set(foot.split())
            for side in sides:
                assert set(edition.status(sides, edition.locales[side]).split()) <= words


@each
def test_the_rules_of_pdf_ua_hold(made: Made, sides: tuple[Side, ...]) -> None:
    path = str(made.read[sides].path)
    conformance = outloud.check(path, layers=["conformance"])
    assert conformance.error is None
    assert [str(found) for found in conformance.findings] == []
    semantic = outloud.check(path, layers=["semantic"])
    assert semantic.error is None
    assert [f for f in semantic.findings if f.rule not in SEEN_OTHERWISE] == []


@each
def test_the_file_says_what_it_is(made: Made, sides: tuple[Side, ...]) -> None:
    file = made.read[sides].file
    assert file.Root.MarkInfo.Marked
    assert file.Root.ViewerPreferences.DisplayDocTitle
    assert str(file.Root.Lang) == made.edition.locales[sides[0]]
    with file.open_metadata() as metadata:
        assert metadata["dc:title"] == made.edition.name(sides[0])
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
    fonts = [o for o in file.objects if isinstance(o, pikepdf.Dictionary) and "/FontName" in o]
    assert fonts
    assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)
    dated = str(file.docinfo["/CreationDate"])
    assert dated.startswith(made.edition.changed.strftime("D:%Y%m%d"))


@each
def test_two_runs_make_the_same_bytes(made: Made, sides: tuple[Side, ...]) -> None:
    read = made.read[sides]
    assert pdf.write(made.edition, sides) == read.path.read_bytes()
    assert str(ROOT).encode() not in read.path.read_bytes()


def test_languages_stand_beside_each_other(tmp_path: Path) -> None:
    """A provision begins at one height in both columns; in a cell they stand below each other."""
    path = tmp_path / "both.pdf"
    edition = small(tmp_path, INVENTED)
    path.write_bytes(pdf.write(edition, tuple(Side)))
    with pymupdf.Document(path) as document:
        below = [next(r for page in document for r in page.search_for(t)) for t in ("Hàng", "Row")]
        assert below[0].x0 == pytest.approx(below[1].x0, abs=0.5)
        assert below[0].y1 <= below[1].y0 + 2
        for pair in [("Lời dẫn", "An introduction"), ("Gạch thứ hai", "Second")]:
            found = [next(r for page in document for r in page.search_for(text)) for text in pair]
            assert found[0].y0 == pytest.approx(found[1].y0, abs=0.5)
            assert found[0].x0 < found[1].x0


def test_text_is_never_markup_and_refusals_are_told(tmp_path: Path) -> None:
    edition = small(tmp_path, {**BARE, "vi": "# #panic() <a> @b\n\n\U000f0000\n"})
    with pytest.raises(pdf.CannotTypeset, match=r"the PDF \(vi\) could not be typeset: .*font"):
        pdf.write(edition, (Side.ORIGINAL,))
    assert re.match(rb"%PDF-1\.7", pdf.write(edition, (Side.TRANSLATION,)))
