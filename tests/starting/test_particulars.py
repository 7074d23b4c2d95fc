"""What a person says of a document: what is let in comes out as it is, whatever it holds."""

from __future__ import annotations

import datetime
import string
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from diptych.check import reported
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.publication.head import head_of
from diptych.starting import particulars as gate
from diptych.starting.particulars import Beginning, NotAllowed, Particulars
from diptych.visible import visible
from tests.starting.beginnings import texts_in

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạAĂÂBCDĐEÊGHIKÝ"
PUNCTUATION = ".,:;'\"’‘“”«»()[]/&%+#*!?@=|-–—"
NAMES = st.text(st.sampled_from(f"{LETTERS}{PUNCTUATION}0123456789  "), min_size=1, max_size=60)


@given(NAMES, NAMES)
@example('Ủy ban "nhân dân": [tỉnh] #1 & *A*', "- a: b # c | d")
@example("'a' = \"b\"", "1. a")
@example("# a", "> a".replace(">", "+"))
@example("[a](b)", "![a](b)")
@example("a | b", "*a*  **b**")
@example("&amp; a", "&#35; a")
@example("a" * 300, "@a! ?b")
def test_a_name_comes_out_as_it_went_in(name: str, issuer: str) -> None:
    try:
        name, issuer = gate.name_given(name), gate.name_given(issuer)
    except NotAllowed:
        return
    said = Particulars(name, issuer)
    day = datetime.date(2031, 2, 3)
    begun = Beginning("plan", ("vi", "en"), (said, said), "88/KH-UBND", day, public_body=True)
    with tempfile.TemporaryDirectory() as made:
        folder = texts_in(Path(made), begun)
        site = yaml.load((folder / "mkdocs.yml").read_text("utf-8"), Loader=Tagless)  # noqa: S506
        languages = site["plugins"]["i18n"]["languages"]
        assert [site["site_name"], languages[1]["site_name"]] == [name, name]
        publisher = settings(folder).publisher
        assert publisher is not None
        assert publisher.name("vi") == issuer
        assert publisher.name("en").casefold().removeprefix("the ") in issuer.casefold()
        loaded = load(settings(folder))
        for text in loaded.documents:
            cover = text.pages[0]
            said_there = [p.segment.text for p in cover.all_provisions()]
            assert name in said_there[1:]
            assert said_there[0] == issuer.upper()
            assert issuer.removeprefix("the ") in said_there[-1] or issuer.lower().startswith(
                "the "
            )
            assert not any(p.segment.links or p.segment.code for p in cover.all_provisions())
            assert head_of(text).number == "88/KH-UBND"
            papers = (folder / "README.md").read_text("utf-8").splitlines()
            assert papers[0].startswith("# ")
        assert {told.code for told in reported(loaded).diagnostics} <= FOR_THE_NAME


FOR_THE_NAME = {f"{family}{number}" for family in "GHLMNPTUV" for number in range(101, 130)}
"""Rules that may have something to say of a name made of signs at random, or said twice alike."""


class Tagless(yaml.SafeLoader):
    """Reads mkdocs.yml with what its tags name left out."""


Tagless.add_multi_constructor("!", lambda _loader, _tag, _node: "")


def _refusal(text: str) -> str:
    """Why a name is not taken, in both languages; empty where it is."""
    try:
        gate.name_given(text)
    except NotAllowed as refused:
        return refused.wording.vi + refused.wording.en
    return ""


@given(st.text())
def test_what_is_let_in_is_made_of_what_is_allowed(text: str) -> None:
    told = _refusal(text)
    assert told == visible(told)
    if told:
        return
    name = gate.name_given(text)
    assert name
    assert name.isprintable()
    assert len(name) <= gate.LONGEST
    assert not set(name) & set("<>\\`{}~^$_\n\r\t")
    assert all(char.isalnum() or char in PUNCTUATION + " " or not char.isascii() for char in name)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "...", "a\nb", "a\x00b", "a\u202eb", "a\u200bb", "a" * 301),
        *("<b>a</b>", "{{ a }}", "{% a %}", "a`b`", "a\\b"),
    ],
)
def test_what_no_name_has_is_refused_in_a_line(text: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        gate.name_given(text)
    assert refused.value.wording.en.isprintable()
    assert refused.value.wording.vi.isprintable()


@pytest.mark.parametrize("text", ["88/KH-UBND", "15-CT/TW", "12/2031/NQ-HĐND", "", " 5/QĐ "])
def test_a_number(text: str) -> None:
    assert gate.number_given(text) == text.strip()


@pytest.mark.parametrize("text", ["../../a\n", "a b", "{place}", "1\x00", "-1", "1" * 61, "\\1"])
def test_no_number(text: str) -> None:
    with pytest.raises(NotAllowed):
        gate.number_given(text)


@pytest.mark.parametrize(
    "text", ["2031-02-03", "3/2/2031", "03/02/2031", "3.2.2031", " 2031-02-03 "]
)
def test_a_day(text: str) -> None:
    assert gate.date_given(text) == datetime.date(2031, 2, 3)


@pytest.mark.parametrize("text", ["2031-02-30", "31/2/2031", "2031", "today", "3/2/31", "0/0/0000"])
def test_no_day(text: str) -> None:
    with pytest.raises(NotAllowed):
        gate.date_given(text)


def test_kinds_and_languages_are_of_a_list() -> None:
    for kind in ("", "..", "plan/../plan", "Plan", "kind.toml"):
        with pytest.raises(NotAllowed):
            gate.kind_named(kind)
    for pair in (
        ("vi", "vi"),
        ("vi", "vi-VN"),
        ("..", "en"),
        ("vi", "en/.."),
        ("lo", "fr"),
        ("", "en"),
    ):
        with pytest.raises(NotAllowed):
            gate.languages_named("plan", *pair)
    assert gate.languages_named("plan", "vi", "ko") == ("vi", "ko")


@given(st.sampled_from(string.printable + "đĐ\u00a0\u2028"), st.integers(0, 9))
def test_a_number_never_ends_a_line_or_a_string(char: str, place: int) -> None:
    text = "88/KH-UBND"
    try:
        number = gate.number_given(text[:place] + char + text[place:])
    except NotAllowed:
        return
    assert not set(number) & set("\n\r\"'`<>{}[]#:&*!|%@ \\\u00a0\u2028")
