"""How a pattern can blow up: read from its tree, never by running it.

A backtracking engine takes as many steps as there are ways through the pattern's automaton. These
grow without end where a word leads from a state to itself, from there to another state, and from
that one to itself (Weber and Seidl, "On the degree of ambiguity of finite automata", 1991): with
the square of the text or more, and exponentially where both lie on one loop. A pattern that is
searched for is tried at each place of the text: that is a loop before it. No harm is done by a
state that accepts whatever follows: the first way that gets there is taken.

What is not modelled exactly (a lookaround of more than one character, a reference to a group, an
atomic group) is taken to let more through than it does, so that nothing is overlooked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_UNROLLED = 12
"""Copies that are made of a counted repeat; more are taken for this many, or for no end."""
_SAMPLE = [*range(0x250), *range(0x300, 0x500), *range(0x1E00, 0x2100), 0x3000, 0xD7FF, 0xFEFF,
           0xFF0B, 0xFF10, 0x1F600]  # fmt: skip
"""Characters that stand for all others."""

Chars = frozenset[int]


class Guard(NamedTuple):
    """A condition on the characters before and after a place; -1 stands for an end of the text."""

    may_hold: Callable[[int, int], bool]
    sure: bool = True
    """Whether it does hold where it may."""


@dataclass(slots=True)
class _State:
    reads: Chars | None = None
    """What leads to the next state; None for a state that reads nothing."""
    after: int = -1
    free: list[tuple[int, Guard | None]] = field(default_factory=list)
    """Where one gets without reading, and on which condition."""


class _Step(NamedTuple):
    letter: int
    target: int
    ahead: int
    """A letter that the target reads."""
    settled: bool
    """Whether the whole pattern has matched in between."""


_ANYTHING = Guard(lambda _before, _after: True, sure=False)


def blow_up(pattern: str, flags: int = 0, *, searched: bool = True) -> str:
    """Why matching takes more than linear time; empty where it does not.

    `searched` says that the pattern is tried at every place of a text.
    """
    return _Automaton(pattern, flags, searched=searched).blow_up()


class _Automaton:
    def __init__(self, pattern: str, flags: int, *, searched: bool) -> None:
        tree = _parser.parse(pattern, flags)
        self.flags = tree.state.flags
        self.states: list[_State] = []
        self.empty = False
        """Whether what is repeated without end may read nothing."""
        classes: list[Any] = []
        _collect(tree, classes)
        sets = [_members(one, self.flags) for one in classes]
        signatures: dict[tuple[bool, ...], int] = {}
        for char in _SAMPLE:
            kinds = (chr(char).isalnum() or char == 95, char == 10)
            signatures.setdefault((*kinds, *(char in chars for chars in sets)), char)
        self.letters = frozenset(signatures.values())
        start = self._new()
        self.final = self._sequence(tree, start)
        self.first = start
        if searched:
            self.first = self._new()
            self.states[self.first].reads = self.letters
            self.states[self.first].after = self.first
            # a state either reads or does not: the loop and the way on are two
            fork = self._new()
            self.states[fork].free = [(self.first, None), (start, None)]
            self.states[self.first].after = fork
            self.first = fork

    # from the tree to states

    def _new(self) -> int:
        self.states.append(_State())
        return len(self.states) - 1

    def _free(self, start: int, end: int, guard: Guard | None = None) -> None:
        self.states[start].free.append((end, guard))

    def _reading(self, start: int, chars: Chars) -> int:
        node, end = self._new(), self._new()
        self._free(start, node)
        self.states[node].reads, self.states[node].after = chars & self.letters, end
        return end

    def _sequence(self, tree: Iterable[Any], start: int) -> int:
        for operation, argument in tree:
            start = self._one(operation, argument, start)
        return start

    def _one(self, operation: Any, argument: Any, start: int) -> int:
        name = str(operation)
        if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
            return self._reading(start, _members((operation, argument), self.flags))
        if name == "SUBPATTERN":
            return self._sequence(argument[-1], start)
        if name == "ATOMIC_GROUP":
            return self._sequence(argument, start)
        if name == "BRANCH":
            end = self._new()
            for branch in argument[1]:
                fork = self._new()
                self._free(start, fork)
                self._free(self._sequence(branch, fork), end)
            return end
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            return self._repeat(argument, start, possessive=name.startswith("P"))
        if name in ("ASSERT", "ASSERT_NOT", "AT"):
            end = self._new()
            self._free(start, end, self._guard(name, argument))
            if name != "AT" and argument[0] > 0:
                # what is looked at ahead is read, too, and leads nowhere
                ahead = self._new()
                self._free(start, ahead)
                self._sequence(argument[1], ahead)
            return end
        if name.startswith("GROUPREF"):  # any text
            end = self._new()
            node = self._new()
            self._free(start, node)
            self._free(node, end, _ANYTHING)
            self._free(self._reading(node, self.letters), node)
            return end
        raise NotImplementedError(name)

    def _repeat(self, argument: Any, start: int, *, possessive: bool) -> int:
        least, most, body = argument
        body = list(body)
        endless = most == sre.MAXREPEAT or most > 4 * _UNROLLED
        for _ in range(min(least, _UNROLLED)):
            start = self._sequence(body, start)
        single = len(body) == 1 and str(body[0][0]) in ("LITERAL", "NOT_LITERAL", "IN", "ANY")
        chars = _members(body[0], self.flags) if single else frozenset()
        leaving = Guard(lambda _, after: after not in chars) if possessive and single else None
        end = self._new()
        if endless:
            self.empty = self.empty or _may_be_empty(body)
            loop = self._new()
            self._free(start, loop)
            self._free(self._sequence(body, loop), loop)
            self._free(loop, end, leaving)
            return end
        for _ in range(min(most - least, _UNROLLED)):
            self._free(start, end, leaving)
            start = self._sequence(body, start)
        self._free(start, end)
        return end

    def _guard(self, name: str, argument: Any) -> Guard:
        if name == "AT":
            return _ANCHORS.get(str(argument), _ANYTHING)
        direction, body = argument
        body = list(body)
        first = _edge(body if direction > 0 else body[::-1], self.flags, last=direction < 0)
        if first is None:
            return _ANYTHING
        chars, whole = first
        negative = name == "ASSERT_NOT"
        if negative and not whole:
            return _ANYTHING
        return Guard(
            lambda before, after: ((after if direction > 0 else before) in chars) != negative,
            sure=whole,
        )

    # from states to the ways through them

    @cached_property
    def _readers(self) -> list[int]:
        return [n for n, state in enumerate(self.states) if state.reads]

    def _onward(self, state: int) -> list[tuple[int, tuple[Guard, ...]]]:
        """The reading states (or the end) that follow `state` once it has read."""
        found: list[tuple[int, tuple[Guard, ...]]] = []

        def walk(at: int, guards: tuple[Guard, ...], seen: frozenset[int]) -> None:
            if at == self.final or self.states[at].reads:
                found.append((at, guards))
            for target, guard in self.states[at].free:
                if target not in seen:
                    walk(target, (*guards, guard) if guard else guards, seen | {target})

        walk(state, (), frozenset({state}))
        return found

    @cached_property
    def _next(self) -> dict[int, list[tuple[int, tuple[Guard, ...]]]]:
        return {n: self._onward(self.states[n].after) for n in self._readers}

    @cached_property
    def _steps(self) -> dict[int, list[_Step]]:
        """From each reader, with every letter that it and the one after it may read."""
        steps: dict[int, list[_Step]] = {}
        for state in self._readers:
            row = steps[state] = []
            for letter in self.states[state].reads or ():
                for target, guards in self._next[state]:
                    if target == self.final:
                        continue
                    row += [
                        _Step(letter, target, ahead, self._settled(state, letter, ahead))
                        for ahead in self.states[target].reads or ()
                        if all(guard.may_hold(letter, ahead) for guard in guards)
                    ]
        return steps

    @cached_property
    def _loops(self) -> dict[int, int]:
        """The readers that lie on a loop, each with the name of its strongly connected part.

        A loop that goes by where all is matched does no harm: that is the first way taken.
        """
        graph = {
            state: {step.target for step in row if not step.settled}
            for state, row in self._steps.items()
        }
        reach = {state: _reachable(graph, state) for state in graph}
        loops: dict[int, int] = {}
        for state in graph:
            if state in reach[state]:
                loops[state] = min(o for o in reach[state] if state in reach[o])
        return loops

    def _settled(self, state: int, letter: int, ahead: int) -> bool:
        """Whether the pattern has matched once `state` has read `letter`, before `ahead`."""
        return any(
            target == self.final
            and all(guard.sure and guard.may_hold(letter, ahead) for guard in guards)
            for target, guards in self._next[state]
        )

    def blow_up(self) -> str:
        if self.empty:
            return "exponential: what is repeated may be empty"
        loops = self._loops
        for state in loops:
            targets = [t for t, guards in self._next[state] if not guards]
            doubled = {t for t in targets if targets.count(t) > 1 and loops.get(t) == loops[state]}
            if doubled:
                return "exponential: a repeat within a repeat, one of which reads nothing"
        pairs = [(p, q) for p in loops for q in loops if p != q]
        for p, q in sorted(pairs, key=lambda pair: loops[pair[0]] != loops[pair[1]]):
            if word := self._pumped(p, q):
                degree = "exponential" if loops[p] == loops[q] else "quadratic or worse"
                return f"{degree}: by {word!r}, again and again"
        return ""

    def _pumped(self, p: int, q: int) -> str:
        """A word that leads from `p` to itself, from `p` to `q`, and from `q` to itself."""
        parts = self._loops
        reads = self.states
        both = (reads[p].reads or frozenset()) & (reads[q].reads or frozenset())
        waiting = [((p, p, q), letter) for letter in both]
        seen = dict.fromkeys(waiting, "")
        while waiting:
            (a, b, c), letter = met = waiting.pop()
            word = seen[met] + chr(letter)
            rows = [
                [
                    (step.target, step.ahead)
                    for step in self._steps[state]
                    if step.letter == letter and not (step.settled and looping)
                ]
                for state, looping in ((a, True), (b, False), (c, True))
            ]
            by_ahead: dict[int, list[int]] = {}
            for target, ahead in rows[0]:
                if parts.get(target) == parts[p]:
                    by_ahead.setdefault(ahead, []).append(target)
            for third, ahead in rows[2]:
                if parts.get(third) != parts[q] or ahead not in by_ahead:
                    continue
                for second in (t for t, a2 in rows[1] if a2 == ahead):
                    for first in by_ahead[ahead]:
                        if (first, second, third) == (p, q, q):
                            return word
                        following = ((first, second, third), ahead)
                        if following not in seen:
                            seen[following] = word
                            waiting.append(following)
        return ""


def _may_be_empty(body: Iterable[Any]) -> bool:
    for operation, argument in body:
        match str(operation):
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                return False
            case "SUBPATTERN" if not _may_be_empty(argument[-1]):
                return False
            case "ATOMIC_GROUP" if not _may_be_empty(argument):
                return False
            case "BRANCH" if not any(map(_may_be_empty, argument[1])):
                return False
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if argument[0]:
                if not _may_be_empty(argument[2]):
                    return False
    return True


def _reachable(graph: dict[int, set[int]], start: int) -> set[int]:
    found: set[int] = set()
    waiting = [*graph[start]]
    while waiting:
        if (state := waiting.pop()) not in found:
            found.add(state)
            waiting += graph[state]
    return found


def _collect(tree: Any, classes: list[Any]) -> None:
    """Every set of characters in a tree."""
    for operation, argument in tree:
        if str(operation) in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
            classes.append((operation, argument))
        for below in _below(argument):
            _collect(below, classes)


def _below(argument: Any) -> Iterator[Any]:
    if isinstance(argument, _parser.SubPattern):
        yield argument
    elif isinstance(argument, (list, tuple)):
        for part in argument:
            yield from _below(part)


def _edge(body: list[Any], flags: int, *, last: bool) -> tuple[Chars, bool] | None:
    """The characters with which `body` may begin (end), and whether that is all of it."""
    if not body:
        return None
    (operation, argument), rest = body[0], body[1:]
    name = str(operation)
    if name in ("LITERAL", "NOT_LITERAL", "IN", "ANY"):
        return _members((operation, argument), flags), not rest
    if name == "SUBPATTERN":
        inner = list(argument[-1])
        return _edge([*(inner[::-1] if last else inner), *rest], flags, last=last)
    if name == "BRANCH":
        edges = [
            _edge(list(branch)[::-1] if last else list(branch), flags, last=last)
            for branch in argument[1]
        ]
        known = [edge for edge in edges if edge is not None]
        if len(known) < len(edges):
            return None
        whole = not rest and all(whole for _, whole in known)
        return frozenset().union(*(chars for chars, _ in known)), whole
    return None


def _members(one: Any, flags: int) -> Chars:
    operation, argument = one
    name = str(operation)
    if name == "ANY":
        return frozenset(c for c in _SAMPLE if c != 10 or flags & re.DOTALL)
    if name == "LITERAL":
        return _cased({argument}, flags)
    if name == "NOT_LITERAL":
        return frozenset(_SAMPLE) - _cased({argument}, flags)
    chars: set[int] = set()
    negative = False
    for kind, value in argument:
        match str(kind):
            case "NEGATE":
                negative = True
            case "LITERAL":
                chars.add(value)
            case "RANGE":
                chars |= {c for c in _SAMPLE if value[0] <= c <= value[1]} | set(value)
            case "CATEGORY":
                chars |= {c for c in _SAMPLE if _CATEGORIES[str(value)](chr(c))}
    found = _cased(chars, flags)
    return frozenset(_SAMPLE) - found if negative else found


def _cased(chars: set[int], flags: int) -> Chars:
    if not flags & re.IGNORECASE:
        return frozenset(chars)
    forms = {form for c in chars for form in (chr(c).lower(), chr(c).upper(), chr(c))}
    return frozenset(ord(form) for form in forms if len(form) == 1)


def _is_word(char: int) -> bool:
    return char >= 0 and (chr(char).isalnum() or char == 95)


_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_NOT_DIGIT": lambda c: not c.isdecimal(),
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_NOT_SPACE": lambda c: not c.isspace(),
    "CATEGORY_WORD": lambda c: c.isalnum() or c == "_",
    "CATEGORY_NOT_WORD": lambda c: not (c.isalnum() or c == "_"),
}
_ANCHORS: dict[str, Guard] = {
    # inside a word that is pumped there is no end of the text
    "AT_BEGINNING": Guard(lambda before, _: before in (-1, 10), sure=False),
    "AT_BEGINNING_STRING": Guard(lambda before, _: before == -1),
    "AT_END": Guard(lambda _, after: after in (-1, 10), sure=False),
    "AT_END_STRING": Guard(lambda _, after: after == -1),
    "AT_BOUNDARY": Guard(lambda before, after: _is_word(before) != _is_word(after)),
    "AT_NON_BOUNDARY": Guard(lambda before, after: _is_word(before) == _is_word(after)),
}
