"""Characters of other languages, and what a line becomes: tables beside the cases of the rules."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from diptych.language.scripts import scripts_of
from diptych.project.loading import load
from diptych.project.settings import Settings, for_paths
from diptych.project.settings import settings as settings_of
from diptych.rules import chosen_rules
from diptych.rules.shared.entities import as_declared, as_read

ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"
"""A flag that is spelt with tags."""
RULES = chosen_rules(["H101", "H102", "H103", "H105", "H106", "H107"])


def told(
    tmp_path: Path, text: str, locales: tuple[str, str], *, known: bool = True
) -> list[tuple[str, int, str]]:
    """Code, column and the first letter meant of what is found in `text`, the translation."""
    (tmp_path / "a.md").write_text("A.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text(text + "\n", encoding="utf-8")
    texts = load(
        Settings(
            roots=(tmp_path / "a.md", tmp_path / "b.md"), locales=locales, languages_known=known
        )
    )
    return [
        (found.code, at.column, at.excerpt[at.caret])
        for rule in RULES
        for found in rule.findings(texts)
        for at in found.locations
    ]


@pytest.mark.parametrize("known", [True, False], ids=["declared", "guessed"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Семантическое версионирование, за́мок, USB-кабель, web'ом, μm, 10 кΩ."),
        ("fa", "سیب\u200cها خوب هستند. API\u200eها"),
        ("bn", "ব\u09dc ক্\u200dষ আপেল বড়।"),
        ("hi", "नमस्ते क्\u200dष HTMLमें"),
        ("ja", "Webサイト、ｆｕｌｌ　３％、①、㈱、Pythonの使い方"),
        ("zh", "使用Python进行 ＡＰＩ，１２３。"),
        ("ko", "API를 쓰는 법"),
        ("th", "ภาษา\u200bไทย"),
        ("he", "שָׁלוֹם API"),
        ("tr", "Diyarbakır, İstanbul, ığdır"),
        ("de", "Groß-/Klein&shy;schreibung, Straße"),
        ("el", "Μετατρέπει σε πεζά"),
        ("en", f"The cook 👨\u200d🍳 🏳️\u200d🌈 1️⃣ ✔️ {ENGLAND}"),
    ],
)  # fmt: skip
def test_what_other_languages_write_is_left_alone(
    tmp_path: Path, language: str, text: str, known: bool
) -> None:
    if language == "fa" and not known:
        text = text.partition("API")[0]  # who does not know the language cannot know its direction
    if language == "he" and not known:
        text = "API"
    locales = ("en", language) if known and language != "en" else ("fr", "en")
    assert told(tmp_path, text, locales, known=known) == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("ru", "В Cемантическом", ("H103", 3, "C")),
        ("uk", "опeрації", ("H103", 3, "e")),
        ("en", "The ecоnomy", ("H103", 7, "о")),
        ("en", "The \u202eeconomy", ("H102", 5, "\u202e")),
        ("en", "The econ\u200bomy", ("H102", 9, "\u200b")),
        ("en", "The econ&#x200b;omy", ("H102", 9, "&")),
        ("en", "The &#x202e;economy", ("H102", 5, "&")),
    ],
)
@pytest.mark.parametrize("known", [True, False], ids=["declared", "guessed"])
def test_the_clear_cases_are_told_in_every_language(
    tmp_path: Path, language: str, text: str, found: tuple[str, int, str], known: bool
) -> None:
    locales = ("fr", language) if known else ("vi", "en")
    assert told(tmp_path, text, locales, known=known) == [found]


INVISIBLE = [0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x180E, 0x200B, 0x200D, 0x200F, 0x202A,
             0x202E, 0x2060, 0x2066, 0x206A, 0x2800, 0x3164, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0xE000,
             0x378, 0x1D173, 0xE0041, 0xE0100, 0xF0000]  # fmt: skip


@pytest.mark.parametrize("code", INVISIBLE, ids=hex)
@pytest.mark.parametrize("written", ["{char}", "&#x{code:x};"], ids=["as it is", "entity"])
def test_what_cannot_be_seen_is_told_at_its_place(tmp_path: Path, code: int, written: str) -> None:
    text = "A n" + written.format(char=chr(code), code=code) + "ot here."
    assert {one[:2] for one in told(tmp_path, text, ("vi", "en"))} == {("H102", 4)}


LETTERS = "ɑᴏıʙɴÐꓮᏟꞬаеօοאกあ한𐐜ﬁｎ𝐧ⓝ⁴ᵃⅣ٣३∕․"


@pytest.mark.parametrize("char", LETTERS, ids=unicodedata.name)
@pytest.mark.parametrize("place", ["alone", "in a word"])
def test_letters_of_no_use_in_english_are_told(tmp_path: Path, char: str, place: str) -> None:
    text = f"A {char} here." if place == "alone" else f"A w{char}rd here."
    found = told(tmp_path, text, ("vi", "en"))
    if char == "⁴":
        assert found == []  # a power
    else:
        assert {letter for _, _, letter in found} == {char}


@pytest.mark.parametrize(
    ("tag", "scripts"),
    [("vi", ("Latn",)), ("sr", ("Cyrl",)), ("sr-Latn", ("Latn",)), ("ja", ("Hani", "Hira", "Kana")),
     ("zh-TW", ("Hani", "Bopo")), ("pt-BR", ("Latn",)), ("xx", ("Latn",))],
)  # fmt: skip
def test_the_scripts_of_a_language(tag: str, scripts: tuple[str, ...]) -> None:
    assert scripts_of(tag) == scripts


def test_entities_stand_where_they_are_written() -> None:
    reading = as_read("a &#x202e;b &amp; `&shy;`", [(18, 25)])
    assert reading.text == "a \u202eb & `&shy;`"
    assert [reading.column(reading.text.index(char)) for char in "\u202eb&`"] == [3, 11, 13, 19]
    assert as_read(r"\&shy;").text == r"\&shy;"
    declared = as_declared(r'en = "a\u202eb"')
    assert (declared.text, declared.column(8)) == ('en = "a\u202eb"', 14)


@pytest.mark.parametrize(
    ("table", "names", "known"),
    [
        ("", ("one.md", "two.md"), False),
        ("", ("vi.md", "en.md"), True),
        ("", ("README.vi.md", "README.en.md"), True),
        ('original = "en"\ntranslation = "ru"', ("one.md", "two.md"), True),
    ],
)
def test_the_languages_of_named_texts_are_known_where_somebody_says_so(
    tmp_path: Path, table: str, names: tuple[str, str], known: bool
) -> None:
    (tmp_path / "pyproject.toml").write_text(f"[tool.diptych]\n{table}\n", encoding="utf-8")
    first, second = (tmp_path / name for name in names)
    assert for_paths(first, second, settings_of(tmp_path)).languages_known is known
