"""How many findings are kept: nobody reads more, and each costs memory and a place in the output.

What is left out is told, by rule, at the first place that is not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from diptych.diagnostics import Diagnostic
from diptych.wording import Wording

IN_FILE = 200
"""The most findings of one rule that are kept in one file."""
OF_RULE = 1_000
"""The most findings of one rule that are kept in all."""
IN_ALL = 5_000
LOOKED_THROUGH = 5_000
"""The most findings of one rule that are looked through; then it is not asked for more."""


class Kept:
    """The findings of all rules, up to the limits above."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.partly: set[str] = set()
        """Codes of the rules that find more than is looked through."""

    def add(
        self,
        findings: Iterable[Diagnostic],
        silenced: Callable[[Diagnostic], bool] | None = None,
    ) -> None:
        """Keep the findings of a rule that nobody silences; the last says how many more there are.

        `silenced` is asked once of each finding; without it none is.
        """
        self.found += self._kept(findings, silenced or (lambda _: False))

    def _kept(
        self, findings: Iterable[Diagnostic], silenced: Callable[[Diagnostic], bool]
    ) -> Iterator[Diagnostic]:
        in_file: Counter[str] = Counter()
        room = min(OF_RULE, max(0, IN_ALL - len(self.found)))
        first: Diagnostic | None = None
        kept = more = 0
        whole = True
        for count, found in enumerate(findings, 1):
            if count > LOOKED_THROUGH:
                whole = False
                self.partly.add(found.code)
                first = first or found
                more += not silenced(found)
                break
            if silenced(found):
                continue
            file = found.locations[0].file
            if kept < room and in_file[file] < IN_FILE:
                in_file[file] += 1
                kept += 1
                yield found
                continue
            first = first or found
            more += 1
        if first is not None:
            yield replace(first, message=_and_more(more, whole=whole))


def _and_more(count: int, *, whole: bool) -> Wording:
    least = Wording("", "") if whole else Wording(vi="ít nhất ", en="at least ")
    return Wording(
        vi=f"và {least.vi}{count} phát hiện khác của quy tắc này, từ chỗ này trở đi, không được "
        "nêu; hãy sửa các chỗ đã nêu rồi kiểm tra lại",
        en=f"and {least.en}{count} more of this rule, from here on, are not shown; fix "
        "those that are, then check again",
    )
