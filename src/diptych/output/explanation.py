"""A rule's guide as text."""

from __future__ import annotations

from diptych.diagnostics import MEND
from diptych.diagnostics.guide import Guide
from diptych.wording import Wording

_SILENCE = Wording(vi="Cách tắt", en="How to silence it")
_BAD = Wording(vi="Sai", en="Bad")
_GOOD = Wording(vi="Đúng", en="Good")


def silencing(guide: Guide) -> Wording:
    """The words that say how to silence the rule at one place, or that nobody may."""
    if not guide.silenceable:
        return Wording(
            vi="Quy tắc này không được tắt.",
            en="This rule cannot be silenced.",
        )
    return Wording(
        vi="Nếu đúng là phải khác nhau, hãy thêm ghi chú sau đây vào cuối đoạn đó, ở một trong hai "
        f"bản: `<!-- diptych: allow {guide.code} (lý do) -->`",
        en="If the languages must differ there, add this comment at the end of the provision, in "
        f"either language: `<!-- diptych: allow {guide.code} (reason) -->`",
    )


def explanation(guide: Guide, language: str) -> str:
    """What `diptych explain` prints of a rule in `language`: its guide, in paragraphs."""
    return "\n\n".join(
        [
            f"{guide.code} {guide.name}",
            guide.finds[language],
            f"{MEND[language]}: {guide.mend[language]}",
            f"{_BAD[language]}:  {guide.bad}\n{_GOOD[language]}: {guide.good}",
            f"{_SILENCE[language]}: {silencing(guide)[language]}",
        ]
    )
