"""The lists as a table, read with the standard library's reader."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from diptych.exports.formats.glossary_csv import VARIANTS, heads
from diptych.glossary import Glossary, Term
from diptych.project.edition import Edition
from tests.exports.data_editions import invented, ours, written


def rows(edition: Edition) -> list[dict[str, str]]:
    content = written(edition, "glossary.csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.endswith(b"\r\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_entry_of_both_lists_is_a_row() -> None:
    lists = (("term", ours().bitext.glossary), ("name", ours().bitext.names))
    known = [(name, term) for name, entries in lists if entries for term in entries.terms]
    assert known
    for row, (name, term) in zip(rows(ours()), known, strict=True):
        assert row["list"] == name
        assert (row["id"], row["kind"], row["under"]) == (term.id, term.kind, term.under)
        for language, forms in (("vi", term.original), ("en", term.renderings)):
            variants = row[f"variants {language}"]
            told = [row[language], *(variants.split(VARIANTS) if variants else ())]
            assert tuple(told) == forms
        assert row["forbidden en"] == VARIANTS.join(term.forbidden)
        assert (row["explanation vi"], row["explanation en"]) == (term.about or ("", ""))
        assert row["exact"] == ("yes" if term.exact else "")


def test_the_first_columns_are_what_omegat_takes() -> None:
    assert heads(("vi", "en"))[:3] == ("vi", "en", "explanation en")


def test_a_project_without_lists_has_the_heads_alone(tmp_path: Path) -> None:
    page = {"index.md": "# A\n"}
    edition = invented(tmp_path, page, page, ("fr", "de"))
    assert rows(edition) == []
    text = written(edition, "glossary.csv").decode("utf-8-sig")
    assert text.startswith("fr,de,explanation de,")
    assert text.count("\r\n") == 1


def test_no_cell_is_run_as_a_formula(tmp_path: Path) -> None:
    page = {"index.md": "# A\n"}
    bad = ("=1+1", "+84", "-a", "@b", "\t=c", "＝d", " =e", "a\n=f", 'g"=h,i')
    glossary = Glossary(tuple(Term((form,), (form,), id=form) for form in bad))
    edition = invented(tmp_path, page, page, glossary=glossary)
    found = [row["vi"] for row in rows(edition)]
    assert found == ["'=1+1", "'+84", "'-a", "'@b", "'=c", "'＝d", "'=e", "a =f", 'g"=h,i']


def test_the_same_bytes_from_a_second_build() -> None:
    again = Edition(ours().bitext, ours().site, ours().changed)
    assert written(again, "glossary.csv") == written(ours(), "glossary.csv")
