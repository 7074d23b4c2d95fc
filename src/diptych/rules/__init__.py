"""The rules of the check, found by themselves: a module here holds rules of one family.

A rule is a generator over a `Bitext` that yields `Diagnostic`s. `@rule("S101")` registers it;
its public name is its function's name and what people are told of it stands in its docstring
(see `guide`).

What a rule knows it is handed with the Bitext. It never prints, never opens a file, never runs git,
knows no other rule and never raises on what a text says; what two modules share is in `shared`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache

from diptych.diagnostics import Diagnostic, Severity
from diptych.diagnostics.families import FAMILIES
from diptych.diagnostics.guide import Guide, Scope, guide
from diptych.errors import BadConfiguration, DiptychError
from diptych.patterns import pattern_of
from diptych.project.bitext import Bitext
from diptych.project.choices import OFF, Choices
from diptych.rules.shared.free_pages import free_files

Finder = Callable[[Bitext], Iterator[Diagnostic]]

_NO_CHOICES = Choices()
_CODE = pattern_of(r"[A-Z]\d{3}")
_registered: dict[str, Rule] = {}


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as it is listed, selected and run."""

    guide: Guide
    severity: Severity
    find: Finder
    judges_comments: bool = False
    """Whether the rule runs after all others and is told which comments silenced nothing."""
    error_if: Callable[[Bitext], bool] | None = None
    """Whether a project's settings make its findings errors."""
    selected: bool = False
    """Whether somebody selects it by its code, its name or the beginning of its code."""
    of_close: bool = False
    """Whether it compares what only a close translation keeps: it is silent on a page that is
    translated freely, unless it is selected."""

    @property
    def code(self) -> str:
        """A family's letter and three digits."""
        return self.guide.code

    @property
    def name(self) -> str:
        """The rule's name in words, "page-in-one-language"."""
        return self.guide.name

    def goes_by(self, name: str) -> bool:
        """Whether `name` is the rule's name, its code or the beginning of its code."""
        return name == self.name or (bool(name) and self.code.startswith(name.upper()))

    def level(self, choices: Choices) -> str | None:
        """How bad its findings are by a project's settings; None where they do not say."""
        named = [name for name in choices.severity if self.goes_by(name)]
        longest = max(named, key=lambda name: (name == self.name, len(name)), default=None)
        return choices.severity[longest] if longest else None

    def as_bad_as(self, choices: Choices) -> Rule:
        """The rule, its findings as bad as a project's settings say."""
        level = self.level(choices)
        return replace(self, severity=Severity(level)) if level and level != OFF else self

    def is_asked_of(self, bitext: Bitext) -> bool:
        """Whether the rule runs on texts such as `bitext`, once it is chosen."""
        return (
            self.guide.scope is not Scope.IN_DEPTH
            or self.selected
            or bitext.published
            or bitext.known_in_depth
        )

    def can_judge(self, bitext: Bitext) -> bool:
        """Whether the rule knows enough of both languages of `bitext`."""
        return bitext.known_in_depth or not self.guide.needs_grammar

    def findings(self, bitext: Bitext) -> Iterator[Diagnostic]:
        """What the rule finds, stamped with its code, its name and its way to mend."""
        graver = self.error_if is not None and self.error_if(bitext)
        free = free_files(bitext) if self.of_close and not self.selected else frozenset()
        for found in self.find(bitext):
            if free and any(at.file in free for at in found.locations):
                continue
            yield replace(
                found,
                code=self.code,
                rule=self.name,
                severity=Severity.ERROR if graver else self.severity,
                help=found.help or self.guide.mend,
            )


def rule(
    code: str,
    severity: Severity = Severity.ERROR,
    *,
    silenceable: bool = True,
    needs_grammar: bool = False,
    judges_comments: bool = False,
    house: bool = False,
    exact: bool = False,
    in_depth: bool = False,
    optional: bool = False,
    of_close: bool = False,
    error_if: Callable[[Bitext], bool] | None = None,
) -> Callable[[Finder], Finder]:
    """Register the decorated generator under `code`: a family's letter and three digits.

    A rule runs on any texts. One that is `house` asks what those ask of their texts who publish
    them here: it runs where a project's settings say so. One that is `exact` finds what a
    translation published elsewhere may do otherwise: there it runs only where somebody selects it,
    as one that is `optional` does anywhere (see `chosen_rules`). One that is `in_depth` is exact
    between languages that are not known in depth, and runs between those that are. One that is
    `of_close` compares what only a close translation keeps.

    Raises `ValueError` on a malformed or taken code, a letter without a family, a taken name or an
    incomplete docstring.
    """
    asked = {
        Scope.OPTIONAL: optional,
        Scope.IN_DEPTH: in_depth,
        Scope.EXACT: exact,
        Scope.HOUSE: house,
    }
    scope = next((scope for scope, holds in asked.items() if holds), Scope.ALWAYS)

    def register(find: Finder) -> Finder:
        told = guide(find, code, silenceable=silenceable, needs_grammar=needs_grammar, scope=scope)
        if not _CODE.fullmatch(code):
            raise ValueError(
                f"rule {told.name}: the code {code!r} is not a letter and three digits"
            )
        if code[0] not in FAMILIES:
            raise ValueError(f"rule {told.name} ({code}): no family has this letter")
        if code in _registered or told.name in {known.name for known in _registered.values()}:
            raise ValueError(f"rule {told.name} ({code}): this code or name is taken")
        _registered[code] = Rule(told, severity, find, judges_comments, error_if, of_close=of_close)
        return find

    return register


def chosen_rules(
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    *,
    published: bool = False,
    choices: Choices = _NO_CHOICES,
) -> tuple[Rule, ...]:
    """The rules that `select` names (all, if it names none) without those that `ignore` names.

    A rule is named by its code, by the beginning of its code ("S", "V1") or by its name. The house
    rules are among them if the texts are `published`, or if a name in `select` stands for house
    rules alone; an optional rule is if `select` names it.

    The `choices` of a project's settings stand behind: `select` goes before theirs, and a rule that
    it names in full runs, though they ignore it. They say how bad the findings of a rule are.
    Raises `UnknownRule` on a name that names nothing, `BadConfiguration` on one of the settings.
    """
    rules = all_rules()
    for name in (*select, *ignore):
        if not any(known.goes_by(name) for known in rules):
            raise UnknownRule(name)
    refuse_unknown_rules(choices)
    selecting = select or choices.select
    naming = (*selecting, *(() if select else choices.extend_select))
    of_house = [
        name
        for name in naming
        if all(known.guide.scope is Scope.HOUSE for known in rules if known.goes_by(name))
    ]

    def named(known: Rule, names: Sequence[str]) -> bool:
        return any(known.goes_by(name) for name in names)

    def asked_for(known: Rule) -> bool:
        if named(known, ignore) or (selecting and not named(known, naming)):
            return False
        unwanted = named(known, choices.ignore) or known.level(choices) == OFF
        if unwanted and not {known.code, known.name}.intersection(_in_full(select)):
            return False
        match known.guide.scope:
            case Scope.HOUSE:
                return published or named(known, of_house)
            case Scope.EXACT:
                return published or named(known, naming)
            case Scope.OPTIONAL:
                return named(known, naming)
        return True

    return tuple(
        replace(known.as_bad_as(choices), selected=named(known, naming))
        for known in rules
        if asked_for(known)
    )


def _in_full(names: Sequence[str]) -> Iterator[str]:
    """Names as codes have them, and as they are written."""
    for name in names:
        yield from (name, name.upper())


def refuse_unknown_rules(choices: Choices) -> None:
    """Raise `BadConfiguration` where a name in a project's settings names no rule."""
    said = {
        "select": choices.select,
        "extend-select": choices.extend_select,
        "ignore": choices.ignore,
        "severity": choices.severity,
        "per-file-ignores": tuple(n for names in choices.per_file_ignores.values() for n in names),
    }
    rules = all_rules()
    for key, names in said.items():
        for name in names:
            if not any(known.goes_by(name) for known in rules):
                raise BadConfiguration(f"[tool.diptych] {key}: {no_such_rule(name)}")


_LOOK_LIKE_DIGITS = str.maketrans("OIL", "011")


def no_such_rule(name: str) -> str:
    """What is said of a `name` that no rule goes by, with the one that is probably meant."""
    rules, said = all_rules(), name[:100]
    code = said[:1].upper() + said[1:].upper().translate(_LOOK_LIKE_DIGITS)
    near = get_close_matches(code, [r.code for r in rules], 1, 0.7) or get_close_matches(
        said.lower(), [r.name for r in rules], 1, 0.6
    )
    meant = f"do you mean “{near[0]}”?" if near else "`diptych rules` lists them"
    return f"there is no rule “{said}”; {meant}"


class UnknownRule(DiptychError):
    """No rule goes by this name or code."""


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code. The families are imported on first use."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
    return tuple(_registered[code] for code in sorted(_registered))
