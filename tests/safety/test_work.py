"""How much work a text can ask for, counted: never by the clock. What was made faster finds what
the simple way finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diptych.alignment.sequence import GAP, Effort, Pairing, paired
from diptych.check import reported
from diptych.diagnostics import Diagnostic, Location
from diptych.diagnostics.kept import IN_ALL, IN_FILE, LOOKED_THROUGH, OF_RULE, Kept
from diptych.glossary.phrases import Phrases
from diptych.language.capitals import Capital
from diptych.language.inflection import english_forms
from diptych.language.spelling import Spelling
from diptych.model import Emphasis, Place
from diptych.project.bitext import bitext
from diptych.rules import all_rules
from diptych.site.contents import MOST_SIDE_BY_SIDE, ContentsEntry, surroundings
from diptych.source.row import WordRow
from diptych.source.words import Word
from diptych.wording import Wording
from tests.reader.test_properties import document

WORDS = st.lists(st.sampled_from(["a", "b", "as", "bes", "a's", "x", "bs"]), min_size=1, max_size=4)


# alignment


def simple_cost(left: Sequence[str], right: Sequence[str]) -> float:
    """The least cost of any monotone pairing, without a band."""
    costs = [j * GAP for j in range(len(right) + 1)]
    for i in range(1, len(left) + 1):
        row = [i * GAP]
        for j in range(1, len(right) + 1):
            both = costs[j - 1] + 1 - likely(left[i - 1], right[j - 1])
            row.append(min(both, costs[j] + GAP, row[-1] + GAP))
        costs = row
    return costs[-1]


def likely(one: str, other: str) -> float:
    return 1.0 if one == other else 0.3


def cost(pairing: Pairing, left: Sequence[str], right: Sequence[str]) -> float:
    return sum(GAP if i is None or j is None else 1 - likely(left[i], right[j]) for i, j in pairing)


@settings(deadline=None)
@given(st.text("abcd", max_size=12), st.text("abcd", max_size=12))
def test_no_pairing_costs_less(left: str, right: str) -> None:
    found = paired(len(left), len(right), lambda i, j: likely(left[i], right[j]))
    # equal ends are taken off without a look at the rest
    assert cost(found, left, right) <= simple_cost(left, right) + 2 * GAP + 1e-9


@pytest.mark.parametrize(("left", "right"), [(1_000, 2_000), (2_000, 30), (1_500, 1_499)])
def test_rows_of_other_length_are_not_compared_each_with_each(left: int, right: int) -> None:
    looked_at = 0

    def score(i: int, j: int) -> float:
        nonlocal looked_at
        looked_at += 1
        return 0.5 + (i * 7 + j * 3) % 11 / 100

    found = paired(left, right, score, None, Effort(pairs=10_000))
    assert [i for i, _ in found if i is not None] == list(range(left))
    assert [j for _, j in found if j is not None] == list(range(right))
    assert looked_at < 120 * (left + right)


def test_what_is_known_by_a_rare_word_is_paired_however_much_is_lost() -> None:
    right = list(range(0, 3_000, 3))

    def score(i: int, j: int) -> float:
        return 1.0 if right[j] == i else 0.3

    effort = Effort(pairs=1_000)
    keys = (lambda i: [i] if i % 30 == 0 else [], lambda j: [right[j]])
    found = paired(3_000, len(right), score, keys, effort)
    assert {(30 * n, 10 * n) for n in range(2, 99)} <= set(found)


# names


def simple_misspelt(
    left: Sequence[Capital], right: Sequence[Capital]
) -> list[tuple[Capital, Capital]]:
    pairs, free = [], list(right)
    for capital in left:
        for other in free:
            one, two = capital.value, other.value
            near = one[0] == two[0] and abs(len(one) - len(two)) <= 2
            if near and SequenceMatcher(None, one, two, autojunk=False).ratio() >= 0.7:
                pairs.append((capital, other))
                free.remove(other)
                break
    return pairs


CAPITALS = st.lists(st.text("abc", min_size=1, max_size=7), max_size=9).map(
    lambda words: [Capital(word, word, n) for n, word in enumerate(words)]
)


@settings(deadline=None)
@given(CAPITALS, CAPITALS)
def test_misspelt_names_are_those_of_the_simple_way(
    left: list[Capital], right: list[Capital]
) -> None:
    assert Spelling().misspelt(left, right) == simple_misspelt(left, right)


def test_names_are_compared_up_to_a_number(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []

    def likeness(one: str, other: str) -> float:
        compared.append((one, other))
        return 0.0

    monkeypatch.setattr("diptych.language.spelling._likeness", likeness)
    words = [Capital(f"Abcdefgh{'ijkl'[n % 4]}", "", n) for n in range(400)]
    spelling = Spelling(compared=5_000)
    assert spelling.misspelt(words, words) == []
    assert len(compared) == 5_000
    assert not spelling.able


# phrases


@settings(deadline=None)
@given(st.lists(WORDS, max_size=8), st.lists(WORDS, max_size=5))
def test_phrases_are_found_as_word_by_word(
    phrases: list[list[str]], parts: list[list[str]]
) -> None:
    text = " ".join(word for part in parts for word in part)
    words = text.split()
    expected = sorted(
        (at, -len(phrase), english_forms(words[at]).index(phrase[0]), rank)
        for rank, phrase in enumerate(phrases)
        for at in range(len(words) - len(phrase) + 1)
        if all(word in english_forms(words[at + n]) for n, word in enumerate(phrase))
    )
    table = Phrases(((" ".join(phrase), n) for n, phrase in enumerate(phrases)), english_forms)
    assert [match.meaning for match in table.all_in(text)] == [rank for *_, rank in expected]
    opening = [rank for at, *_, rank in expected if not at]
    assert [match.meaning for match in table.opening(text)] == opening


def test_phrases_of_one_beginning_are_looked_up_as_one() -> None:
    asked = 0

    def forms(word: str) -> tuple[str, ...]:
        nonlocal asked
        asked += 1
        return (word,)

    table = Phrases(((f"a b c{n}", n) for n in range(5_000)), forms)
    assert [match.meaning for match in table.all_in("a b " * 500 + "c7")] == [7]
    assert asked < 5_000


# the register of corrections


def simple_occurrences(words: Sequence[Word], reading: str) -> list[int]:
    *head, last = reading.split()
    return [
        start
        for start in range(len(words) - len(head))
        if [word.text for word in words[start : start + len(head)]] == head
        and words[start + len(head)].text.startswith(last)
        and not any(c.isalnum() for c in words[start + len(head)].text[len(last) :])
    ]


def row_of(texts: Sequence[str]) -> list[Word]:
    return [Word(text, Place("s", 1, 1), Emphasis.NONE) for text in texts]


SOURCE = st.lists(st.sampled_from(["a", "a,", "ab", "b", "b.", "ab;"]), max_size=12)


@settings(deadline=None)
@given(SOURCE, st.lists(st.sampled_from(["a", "a,", "ab", "b"]), min_size=1, max_size=4))
def test_readings_are_found_as_word_by_word(texts: list[str], reading: list[str]) -> None:
    words, sought = row_of(texts), " ".join(reading)
    row = WordRow(words)
    found = row.occurrences(sought)
    assert found == simple_occurrences(words, sought)
    if len(found) == 1:
        last = texts[found[0] + len(reading) - 1]
        row.replace(found[0], sought, "x y")
        kept = texts[: found[0]], texts[found[0] + len(reading) :]
        expected = [*kept[0], "x", "y" + last[len(reading[-1]) :], *kept[1]]
        assert [word.text for word in row.words] == expected
        assert row.occurrences("x y") == [found[0]]


def test_a_reading_longer_than_the_source_occurs_nowhere() -> None:
    assert WordRow(row_of(["Nghị", "quyết"])).occurrences("Nghị " + "x " * 300) == []
    assert WordRow([]).occurrences("x") == []


# findings, and comments that silence them


def finding(line: int, file: str = "vi.md", code: str = "V102") -> Diagnostic:
    place = Location("vi", file, line, 1, "", 0)
    return Diagnostic(Wording("x", "x"), (place,), code=code)


def test_findings_are_kept_up_to_a_number_and_the_rest_is_told() -> None:
    kept = Kept()
    kept.add((finding(n) for n in range(1, IN_FILE + 8)), lambda _: False)
    assert len(kept.found) == IN_FILE + 1
    assert str(kept.found[-1]).startswith(f"vi.md:{IN_FILE + 1}: and 7 more of this rule")


def test_a_rule_without_an_end_is_not_asked_for_ever() -> None:
    asked = 0

    def endless() -> object:
        nonlocal asked
        while True:
            asked += 1
            yield finding(asked, f"{asked}.md")

    kept = Kept()
    for _ in range(8):
        kept.add(endless(), lambda _: False)  # type: ignore[arg-type]
    assert asked <= 8 * (LOOKED_THROUGH + 1)
    assert len(kept.found) <= IN_ALL + 8
    assert f"at least {LOOKED_THROUGH + 1 - OF_RULE} more" in kept.found[OF_RULE].message.en


def test_what_is_silenced_takes_no_room() -> None:
    kept = Kept()
    kept.add((finding(n) for n in range(1, 1_000)), lambda found: found.locations[0].line > 3)
    assert [found.locations[0].line for found in kept.found] == [1, 2, 3]


def test_a_rule_is_run_once_however_many_comments_name_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs = []
    rule = next(rule for rule in all_rules() if rule.code == "V102")
    findings = type(rule).findings

    def counted(self: object, bitext: object) -> object:
        runs.append(self)
        return findings(self, bitext)  # type: ignore[arg-type]

    monkeypatch.setattr(type(rule), "findings", counted)
    text = "\n\n".join(f"x {n} <!-- diptych: allow V102 (y) -->" for n in range(50))
    found = reported(bitext(document(text), document(text))).diagnostics
    assert sum(one.code == "C101" for one in found) == 100
    assert runs.count(rule) == 1


# the contents


def test_a_page_lists_those_around_it_where_all_are_too_many() -> None:
    entries = [ContentsEntry(f"p{n}", "", "", f"{n}.md", "") for n in range(500)]
    few = entries[:MOST_SIDE_BY_SIDE]
    assert surroundings(few, "3.md", set()) == few
    for here in (0, 1, 250, 498, 499):
        shown = surroundings(entries, f"{here}.md", set())
        assert entries[here] in shown
        assert len(shown) == 31
    assert entries[70] in surroundings(entries, "elsewhere.md", {"p70"})
    assert surroundings(entries, "elsewhere.md", set()) == entries[:31]
