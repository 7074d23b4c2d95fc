"""Each kind of document that a project may begin with: green at once, with its forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from diptych.check import reported
from diptych.model import CLOSING, COVER, Kind
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.publication.head import head_of
from diptych.starting.kinds import TEXTS, kinds, languages_of, pages_of
from tests.starting.beginnings import EVERY, IDS, PAIRS, SAID, beginning, texts_in


def found(folder: Path) -> list[str]:
    report = reported(load(settings(folder)))
    return [
        f"{told.code} {Path(place.file).name}:{place.line}"
        for told in report.diagnostics
        for place in told.locations[:1]
    ]


@pytest.mark.parametrize(("kind", "pair"), EVERY, ids=IDS)
@pytest.mark.parametrize("stated", [True, False], ids=["stated", "unstated"])
def test_it_is_green_at_once(
    kind: str, pair: tuple[str, str], stated: bool, tmp_path: Path
) -> None:
    assert found(texts_in(tmp_path, beginning(kind, pair, stated=stated))) == []


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("pair", [("vi", "fr"), ("fr", "vi"), ("en", "fr"), ("fr", "en")])
def test_a_language_without_an_example_has_the_english_one_to_overwrite(
    kind: str, pair: tuple[str, str], tmp_path: Path
) -> None:
    folder = texts_in(tmp_path, beginning(kind, pair))
    french = {path.relative_to(folder / "docs/fr") for path in (folder / "docs/fr").rglob("*.md")}
    other = next(tag for tag in pair if tag != "fr")
    there = {
        path.relative_to(folder / f"docs/{other}")
        for path in (folder / f"docs/{other}").rglob("*.md")
    }
    assert french == there
    load(settings(folder))


@pytest.mark.parametrize("kind", kinds())
@pytest.mark.parametrize("tag", ["fr", "ko", "lo", "ja", "zh", "ru"])
def test_it_is_green_with_the_english_example_in_a_language_of_any_script(
    kind: str, tag: str, tmp_path: Path
) -> None:
    folder = texts_in(tmp_path, beginning(kind, ("vi", tag)))
    assert {told.partition(" ")[0] for told in found(folder)} <= {"E101"}


@pytest.mark.parametrize("kind", kinds())
def test_both_languages_have_the_same_pages(kind: str) -> None:
    assert languages_of(kind) == ("en", "vi")
    assert set(pages_of(kind, "vi")) == set(pages_of(kind, "en"))


@pytest.mark.parametrize("kind", kinds())
def test_it_has_a_page_of_each_form(kind: str, tmp_path: Path) -> None:
    loaded = load(settings(texts_in(tmp_path, beginning(kind))))
    for text in loaded.documents:
        pages = [page for page in text.pages if not page.editorial]
        assert pages[0].layout == COVER
        [closing] = [page for page in pages if page.layout == CLOSING]
        assert all(p.id.startswith("recipients-") for p in closing.provisions())
        forms = {p.kind for page in pages for p in page.all_provisions()}
        assert forms >= {Kind.PARAGRAPH, Kind.ITEM, Kind.ROW}
        assert sum(len(page.footnotes) for page in pages) == 1
        head = head_of(text)
        assert head.number == kinds()[kind].number
        assert head.date is not None
        assert head.date.isoformat() == "2031-02-03"
        assert head.place == SAID[text.locale].place
        assert head.issuer == SAID[text.locale].issuer.upper()


@pytest.mark.parametrize("kind", kinds())
def test_its_page_of_duties_is_one_of_its_pages(kind: str) -> None:
    duties = kinds()[kind].duties
    assert not duties or duties in pages_of(kind, "vi")


def test_nothing_lies_in_the_templates_that_no_project_gets() -> None:
    known = {
        path
        for kind in kinds()
        for tag in languages_of(kind)
        for path in pages_of(kind, tag).values()
    }
    known |= {TEXTS / "kinds" / kind / "kind.toml" for kind in kinds()}
    assert {path for path in (TEXTS / "kinds").rglob("*") if path.is_file()} == known


@pytest.mark.parametrize("pair", PAIRS)
def test_a_date_is_written_as_documents_write_it(pair: tuple[str, str], tmp_path: Path) -> None:
    folder = texts_in(tmp_path, beginning("plan", pair))
    assert "*An Thủy, ngày 03 tháng 02 năm 2031*" in (folder / "docs/vi/index.md").read_text(
        "utf-8"
    )
    assert "*An Thuy, 3 February 2031*" in (folder / "docs/en/index.md").read_text("utf-8")
