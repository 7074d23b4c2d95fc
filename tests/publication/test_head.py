"""What a document states of itself: issuer, number, place and date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from diptych.model import Document
from diptych.publication.citing import form_of, name_of
from diptych.publication.head import Head, head_of
from diptych.reader import read_document
from tests.conftest import ROOT

VIETNAMESE = """\
---
title: Kế hoạch
layout: cover
---

**ỦY BAN NHÂN DÂN TỈNH LAM GIANG**

Số: 128/KH-UBND

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

**Độc lập - Tự do - Hạnh phúc**

*Lam Giang, ngày 15 tháng 11 năm 2031*

# KẾ HOẠCH

**Phát triển thủy sản**

Căn cứ Nghị quyết số 5/NQ-HĐND ngày 01/02/2031.
"""
ENGLISH = """\
---
title: Plan
layout: cover
---

**SOCIALIST REPUBLIC OF VIET NAM**

**PEOPLE'S COMMITTEE OF LAM GIANG PROVINCE**

No. 128/KH-UBND

Lam Giang, 15 November 2031

# PLAN

**for fisheries**
"""


def document(folder: Path, text: str, language: str) -> Document:
    (folder / "index.md").write_text(text, encoding="utf-8")
    return read_document(folder, language)


@pytest.mark.parametrize(
    ("text", "language", "issuer"),
    [
        (VIETNAMESE, "vi", "ỦY BAN NHÂN DÂN TỈNH LAM GIANG"),
        (ENGLISH, "en", "PEOPLE'S COMMITTEE OF LAM GIANG PROVINCE"),
    ],
)
def test_it_is_read_above_the_title(text: str, language: str, issuer: str, tmp_path: Path) -> None:
    read = head_of(document(tmp_path, text, language))
    assert read == Head(issuer, "128/KH-UBND", "Lam Giang", date(2031, 11, 15))


def test_front_matter_says_it_as_well_and_first(tmp_path: Path) -> None:
    given = "number: 129/KH-UBND\ndate: 16/11/2031\nissuer: Ủy ban nhân dân tỉnh\nlayout: cover"
    read = head_of(document(tmp_path, VIETNAMESE.replace("layout: cover", given), "vi"))
    assert read == Head("Ủy ban nhân dân tỉnh", "129/KH-UBND", "Lam Giang", date(2031, 11, 16))


def test_what_a_document_does_not_state_stays_unsaid(tmp_path: Path) -> None:
    text = "---\nlayout: cover\n---\n# PLAN\n\nUnder Resolution No. 5/NQ-HĐND of 1 May 2031.\n"
    plain = document(tmp_path, text, "en")
    assert head_of(plain) == Head()
    assert form_of(plain) == "PLAN, {place}"


def test_a_document_is_cited_with_its_number(tmp_path: Path) -> None:
    vietnamese = document(tmp_path, VIETNAMESE, "vi")
    assert form_of(vietnamese) == "Kế hoạch số 128/KH-UBND, {place}"
    assert name_of(document(tmp_path, ENGLISH, "en")) == "Plan No. 128/KH-UBND"


def test_what_stands_above_the_title_is_no_second_cover(tmp_path: Path) -> None:
    [page] = document(tmp_path, VIETNAMESE, "vi").pages
    cited = {node.id: node.body.citation for node in page.nodes()}
    assert cited["cover-head-p2"] == "phần đầu văn bản, đoạn 2"
    assert (cited["cover"], cited["cover-p1"]) == ("Kế hoạch", "Kế hoạch, đoạn 1")
    assert len(set(cited.values())) == len(cited)


def test_a_french_head_is_read_as_others_are() -> None:
    root = ROOT / "tests/programmes/pottery/docs"
    heads = [head_of(read_document(root / tag, tag)) for tag in ("vi", "fr")]
    assert heads[1] == Head(
        "COMITÉ POPULAIRE DE LA COMMUNE DE GO SANH", "45/KH-UBND", "Go Sanh", date(2031, 3, 3)
    )
    assert (heads[0].number, heads[0].date) == (heads[1].number, heads[1].date)
    assert name_of(read_document(root / "fr", "fr")) == "Plan n° 45/KH-UBND"
