"""What is looked at rather than read: the documents by year, who does what in a table."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml.html import HtmlElement

from diptych.model import Side
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.registers.documents import cited_documents
from diptych.site.views import all_views
from tests.built_site.test_pages import page
from tests.conftest import this_text

BITEXT = load(settings(this_text()))


def fragment(link: HtmlElement) -> str:
    """The id that a link leads to."""
    return str(link.get("href")).partition("#")[2]


@pytest.mark.parametrize("side", Side)
def test_every_dated_document_stands_once_in_the_order_of_its_date(site: Path, side: Side) -> None:
    document = BITEXT.documents[side]
    shown = page(site, document.locale, "guide/documents.md")
    dated = sorted(
        (cited.date.iso, cited.id)
        for cited in cited_documents(document, side, BITEXT.entries)
        if cited.date
    )
    line = [
        (next(item.iter("time")).get("datetime"), fragment(next(item.iter("a"))))
        for item in shown.find_class("timeline")[0].iterfind(".//ul/li")
    ]
    assert sorted(line) == dated
    assert [date for date, _ in line] == [date for date, _ in dated]
    years = [year.findtext("span") for year in shown.find_class("timeline__year")]
    assert years == sorted({date[:4] for date, _ in dated})


@pytest.mark.parametrize("side", Side)
def test_the_table_has_every_body_with_all_its_duties(site: Path, side: Side) -> None:
    document = BITEXT.documents[side]
    shown = page(site, document.locale, "guide/duties.md")
    assigned = all_views()["duties"].rows(BITEXT, document, "guide/duties.md")
    table = [
        (
            fragment(next(row.iter("a"))),
            [fragment(link) for link in row.iterfind("td/a")],
        )
        for row in shown.find_class("overview")[0].iterfind("table/tbody/tr")
    ]
    assert table == [
        (row.id, [duty.use.id for duty in row.duties])  # type: ignore[attr-defined]
        for row in assigned
    ]
    assert len(table) == 5
