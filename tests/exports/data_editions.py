"""Editions that the tests of JSON, TMX, CSV and Markdown write out: ours, and invented ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from diptych.exports.formats import all_files
from diptych.glossary import Glossary
from diptych.project.bitext import bitext
from diptych.project.edition import EPOCH, Edition
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.reader import read_document
from tests.conftest import this_text

SITE = "https://example.org/programme/"
CHANGED = datetime(2024, 2, 29, 12, 30, 5, tzinfo=UTC)


@cache
def ours() -> Edition:
    return Edition(load(settings(this_text())), SITE, CHANGED)


def invented(
    folder: Path,
    original: Mapping[str, str],
    translation: Mapping[str, str],
    locales: tuple[str, str] = ("vi", "en"),
    *,
    glossary: Glossary | None = None,
    names: Glossary | None = None,
) -> Edition:
    """An edition of these pages, by path; the project lists nothing and has no address."""
    documents = []
    for tag, pages in zip(locales, (original, translation), strict=True):
        for path, text in pages.items():
            file = folder / tag / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        documents.append(read_document(folder / tag, tag))
    read = bitext(documents[0], documents[1], glossary=glossary, names=names)
    return Edition(replace(read, files="programme"), "", EPOCH)


def written(edition: Edition, name: str) -> bytes:
    """The file called `name` of this edition."""
    (file,) = (file for file in all_files(edition.locales, "programme") if file.name == name)
    return file.content(edition)


_HEAD = """\
---
layout: cover
---

SỞ {0}

**CHI CỤC {0}**

Số: 12/QĐ-CC

**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**

**Độc lập - Tự do - Hạnh phúc**

*{0}, ngày 05 tháng 2 năm 2031*

# QUYẾT ĐỊNH

**Về {0}**

CHI CỤC TRƯỞNG {0}

*Căn cứ Nghị định số 3/2030/NĐ-CP[^1];*

*Theo đề nghị của {0}.*

QUYẾT ĐỊNH:

**Điều 1.** Ban hành {0}.

**Điều 2.** Hiệu lực

1. Ngay.

Nơi nhận:

- Như Điều 1;

- Lưu: VT.

**TUQ. GIÁM ĐỐC**

**CHI CỤC TRƯỞNG**

(Đã ký)

**Nguyễn Văn {0}**

[^1]: Chú thích {0}.
"""
_HEAD_IN_ENGLISH = """\
---
layout: cover
---

DEPARTMENT OF {0}

**DIVISION OF {0}**

No. 12/QĐ-CC

**SOCIALIST REPUBLIC OF VIET NAM**

**Independence - Freedom - Happiness**

*{0}, 5 February 2031*

# DECISION

**On {0}**

THE HEAD OF {0}

*Pursuant to Decree No. 3/2030/NĐ-CP[^1];*

*At the proposal of {0}.*

HEREBY DECIDES:

**Article 1.** To promulgate {0}.

**Article 2.** Effect

1. At once.

Recipients:

- As in Article 1;

- Filed at: Office.

**UNDER AUTHORISATION OF THE DIRECTOR**

**HEAD OF DIVISION**

(Signed)

**Nguyễn Văn {0}**

[^1]: Footnote {0}.
"""
FORMAL = (
    {"index.md": _HEAD.format("ANH"), "phu-luc.md": "# PHỤ LỤC\n\nMột.\n"},
    {"index.md": _HEAD_IN_ENGLISH.format("ANH"), "phu-luc.md": "# ANNEX\n\nOne.\n"},
)
"""A whole decision on one page, with its head and its foot, and an annex."""
LACKING = (
    {
        "index.md": "# Tên\n\nMở đầu ngày 10/8/2022.\n\nBản gốc có 77.\n\n- Một 11.\n\n- Hai 22.\n",
        "b.md": "Không tiêu đề[^1].\n\n| Ô *một* | Ô `hai` |\n| --- | --- |\n| Ba | Bốn[^1] |\n\n"
        "- Gạch\n\n    ```\n    mã\n    ```\n\n[^1]: Chú thích.\n\n    Đoạn hai.\n",
    },
    {
        "index.md": "# Name\n\nOpening of 10 August 2022.\n\n- One 11.\n\n- Two 22.\n",
        "b.md": "No heading[^1].\n\n| Cell *one* | Cell `two` |\n| --- | --- |\n| Three "
        "| Four[^1] |\n\n- Dash\n\n    ```\n    code\n    ```\n\n[^1]: A note.\n",
        "c.md": "# A page of the translation alone[^x]\n\n[^x]: With a note.\n",
    },
)
"""Pages of the original and of the translation, each of which lacks something the other has."""
