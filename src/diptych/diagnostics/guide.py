"""What a rule tells of itself, read from its docstring: the one text behind the list of rules,
`diptych explain` and the rule's page in the reference.

    \"\"\"A heading has no counterpart in the other language.

    Mend: Add the heading in the other language, or remove it.

    vi: Một tiêu đề không có tiêu đề tương ứng ở ngôn ngữ kia.

    Sửa: Thêm tiêu đề này ở ngôn ngữ kia, hoặc bỏ nó.

    Bad:  `## 2. Yêu cầu` ↔ —
    Good: `## 2. Yêu cầu` ↔ `## 2. Requirements`
    \"\"\"

A text may have further paragraphs. ↔ stands between the original and the translation. An example
with words of ours has them in Vietnamese in two more lines, `Sai:` and `Đúng:`.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from diptych.patterns import pattern_of
from diptych.wording import Wording

_FORM = pattern_of(
    r"(?P<finds>.+?)\n\nMend: (?P<mend>.+?)\n\nvi: (?P<finds_vi>.+?)\n\nSửa: (?P<mend_vi>.+?)\n\n"
    r"Bad: +(?P<bad>.+?)\nGood: +(?P<good>.+?)(?:\nSai: +(?P<bad_vi>.+?)\nĐúng: +(?P<good_vi>.+))?",
    re.DOTALL,
)


class Scope(StrEnum):
    """Where a rule runs."""

    ALWAYS = "always"
    HOUSE = "house"
    """In a project's own texts whose settings say `publish = true`, or if it is named."""
    EXACT = "exact"
    """In texts that are published here, and elsewhere if it is selected as an optional rule is."""
    IN_DEPTH = "in-depth"
    """As an exact rule, and in any texts in two languages that are known in depth."""
    OPTIONAL = "optional"
    """Only if it is selected: by its code, its name or the beginning of its code."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A rule as people are told of it."""

    code: str
    name: str
    finds: Wording
    """What the rule finds, in one paragraph or several with blank lines between; the first opens
    with a summary."""
    mend: Wording
    bad: Wording
    """An example that is found, in Markdown."""
    good: Wording
    """The example, mended."""
    silenceable: bool = True
    """Whether a comment in the text may silence it."""
    needs_grammar: bool = False
    """Whether the rule must know both languages in depth."""
    scope: Scope = Scope.ALWAYS

    def summary(self, language: str) -> str:
        """The first paragraph of what the rule finds, in `language`."""
        return self.finds[language].partition("\n\n")[0]


def guide(
    told_by: Callable[..., object],
    code: str,
    *,
    silenceable: bool = True,
    needs_grammar: bool = False,
    scope: Scope = Scope.ALWAYS,
) -> Guide:
    """The guide in the docstring of `told_by`, whose name makes the rule's.

    Raises `ValueError` when a part is missing.
    """
    name = told_by.__name__.replace("_", "-")
    parts = _FORM.fullmatch(inspect.cleandoc(told_by.__doc__ or ""))
    if parts is None:
        raise ValueError(f"rule {name} ({code}): its docstring lacks a part of its guide")
    return Guide(
        code=code,
        name=name,
        finds=Wording(vi=_unwrapped(parts["finds_vi"]), en=_unwrapped(parts["finds"])),
        mend=Wording(vi=_unwrapped(parts["mend_vi"]), en=_unwrapped(parts["mend"])),
        bad=_example(parts["bad"], parts["bad_vi"]),
        good=_example(parts["good"], parts["good_vi"]),
        silenceable=silenceable,
        needs_grammar=needs_grammar,
        scope=scope,
    )


def _example(said: str, said_vi: str | None) -> Wording:
    return Wording(vi=(said_vi or said).strip(), en=said.strip())


def _unwrapped(text: str) -> str:
    paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
