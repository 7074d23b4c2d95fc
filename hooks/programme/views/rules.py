"""The rule reference, written from the rules themselves."""

from __future__ import annotations

from typing import Any

from programme.diagnostics.explanation import silencing
from programme.guide import Guide
from programme.reference import all_guides, path_of
from programme.wording import Wording

_FAMILIES = {
    "S": Wording(vi="Cấu trúc", en="Structure"),
    "N": Wording(vi="Đánh số", en="Numbering"),
    "F": Wording(vi="Chú thích", en="Footnotes"),
    "V": Wording(vi="Con số và số hiệu", en="Figures and symbols"),
    "P": Wording(vi="Tên riêng", en="Names"),
    "T": Wording(vi="Thuật ngữ", en="Terms"),
    "M": Wording(vi="Hình thức", en="Form"),
    "L": Wording(vi="Ngôn ngữ", en="Language"),
    "D": Wording(vi="Danh mục", en="Registers"),
    "O": Wording(vi="Đúng với văn bản nguồn", en="Fidelity to the source"),
    "U": Wording(vi="Dấu Markdown", en="Markup"),
    "H": Wording(vi="Ký tự", en="Characters"),
    "X": Wording(vi="An toàn", en="Safety"),
    "R": Wording(vi="Hiển thị", en="Rendering"),
    "C": Wording(vi="Ghi chú cho phép kiểm tra", en="Comments to the check"),
}
"""In the order of the reference."""

_EXAMPLE = Wording(vi="Ví dụ", en="Example")
_BAD = Wording(vi="Sai", en="Found")
_GOOD = Wording(vi="Đúng", en="Mended")
_MEND = Wording(vi="Cách sửa", en="How to mend it")
_SILENCE = Wording(vi="Cách tắt ở một chỗ", en="How to silence it at one place")
_NAME = Wording(
    vi="Mã và tên, cho `--select` và `--ignore`", en="Code and name, for `--select` and `--ignore`"
)


def family(guide: Guide) -> Wording:
    """What the rule's family is called; its letter for a family without a name here."""
    letter = guide.code[0]
    return _FAMILIES.get(letter, Wording(letter, letter))


def families() -> list[tuple[Wording, list[Guide]]]:
    """All rules by family, in the order of the reference; families not named here come last."""
    by_letter: dict[str, list[Guide]] = {letter: [] for letter in _FAMILIES}
    for guide in all_guides():
        by_letter.setdefault(guide.code[0], []).append(guide)
    return [(family(guides[0]), guides) for guides in by_letter.values() if guides]


def rule_rows(language: str) -> list[dict[str, Any]]:
    """The rules by family; `path` is that of a rule's page."""
    return [
        {
            "family": name[language],
            "rules": [
                {
                    "code": guide.code,
                    "summary": guide.summary(language),
                    "path": path_of(guide.code),
                }
                for guide in guides
            ],
        }
        for name, guides in families()
    ]


def guide_at(path: str) -> Guide | None:
    """The rule whose page stands at `path` below a locale's folder."""
    return next((guide for guide in all_guides() if path_of(guide.code) == path), None)


def rule_markdown(guide: Guide, language: str) -> str:
    """The page of one rule in `language`."""
    more = guide.finds[language].partition("\n\n")[2]
    parts = [
        f"# {guide.code} – {guide.summary(language).rstrip('.')}",
        *([more] if more else []),
        f"## {_EXAMPLE[language]}",
        f"{_BAD[language]}: {guide.bad}",
        f"{_GOOD[language]}: {guide.good}",
        f"## {_MEND[language]}",
        guide.mend[language],
        f"## {_SILENCE[language]}",
        silencing(guide)[language],
        f"{_NAME[language]}: `{guide.code}`, `{guide.name}`",
    ]
    return "\n\n".join(parts) + "\n"
