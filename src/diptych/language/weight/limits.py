"""Words that narrow what is said, by language: “chỉ” and "only", “trừ” and "except".

What such a word may be rendered by is listed widely: a translator has many ways to say it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diptych.language.tags import bare
from diptych.language.weight.contrasts import Lexicon


@dataclass(frozen=True, slots=True)
class Limit:
    """One way to narrow what is said, in one language."""

    says: Lexicon
    hints: Lexicon
    """All that may render it, but for a denial."""


def _limit(says: str, plainly: str, hints: str) -> Limit:
    return Limit(Lexicon(says), Lexicon(f"{plainly}, {hints}"))


_LIMITS: Mapping[str, Mapping[str, Limit]] = {
    "en": {
        "only": _limit(
            "only, solely, exclusively, !not only, !only a, !only the, !only one, !the only, "
            "!read only, !only when, !only after, !only once, !if only, !only if",
            "only, just, sole*, mere*, simply, alone, exclusiv*, read-only, *-only",
            """
            nothing, nobody, none, but, except*, unless, unique*, pure*, limit*, restrict*,
            strict*, until, as long as, instead, rather, minimal*, lone, itself, at most, up to,
            mere, particular*, specific*, provided, enough, suffic*, reserv*, confin*, barely,
            hardly, dedicat*, condition*, single, once, especially, less, fewer, few""",
        ),
        "except": _limit(
            "except, except for, except when, excepting, excluding, unless",
            "except*, unless, exclud*, exclusi*, other than, apart, aside, save, barring",
            """
            but, only, besides, minus, deduct*, otherwise, until, beyond, outside, else, however,
            exempt*, omit*, remov*, instead, after, provided, subject, rather, as long as""",
        ),
    },
    "vi": {
        "only": _limit(
            """
            chỉ được, chỉ có thể, chỉ nên, chỉ phải, sẽ chỉ, chỉ sẽ, chỉ dành, chỉ áp dụng, chỉ sử
            dụng, chỉ cung cấp, chỉ mang tính, chỉ bao gồm, chỉ gồm, chỉ chịu, chỉ hỗ trợ,
            chỉ hoạt động, chỉ lưu, chỉ thu thập, chỉ chia sẻ, chỉ cho phép, chỉ chấp nhận,
            chỉ trong trường hợp, chỉ khi, chỉ sau khi, chỉ duy nhất, !không chỉ, !chỉ dẫn, !sẽ chỉ
            dẫn, !sẽ chỉ ra, !chứng chỉ, !địa chỉ, !đình chỉ, !tôn chỉ""",
            "chỉ, duy nhất, riêng, mỗi",
            """
            mới, thôi, độc, trừ, ngoài, nếu, đúng, vừa, miễn, hạn, giới, đơn thuần, chuyên,
            toàn, thuần, suông, dành, đặc biệt, cụ thể, phải, bắt buộc, bằng cách, đến khi,
            cho đến, một""",
        ),
        "except": _limit(
            "ngoại trừ, trừ khi, trừ phi, trừ trường hợp, ngoài trừ",
            "trừ, ngoài, loại trừ, không kể, không tính, không bao gồm, chỉ trừ",
            "miễn, chỉ, loại, riêng, nhưng, đến khi, cho đến, khác, bỏ, nếu không",
        ),
    },
}


def limits_of(language: str) -> Mapping[str, Limit]:
    """The ways to narrow what is said in a BCP 47 `language`, by name; none if they are unknown."""
    return _LIMITS.get(bare(language), {})
