"""The check, from settings to diagnostics: the one road that command and build hooks share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from diptych.check.grouping import grouped
from diptych.check.set_aside import Aside, any_of, by_settings
from diptych.check.workers import found_by
from diptych.diagnostics import Diagnostic, Severity
from diptych.diagnostics.baseline import Baseline
from diptych.diagnostics.guide import Guide
from diptych.diagnostics.kept import LOOKED_THROUGH, Kept
from diptych.diagnostics.silenced import Silenced, Silencers
from diptych.diagnostics.suppressions import Comments, suppressions
from diptych.errors import Problem
from diptych.progress import SILENT, Progress
from diptych.project.bitext import Bitext
from diptych.project.loading import load
from diptych.project.settings import Settings
from diptych.rules import Rule, all_rules, chosen_rules


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found and what it looked at."""

    bitext: Bitext
    diagnostics: tuple[Diagnostic, ...]
    left_out: tuple[Guide, ...] = ()
    """The guides of rules that need the grammar of a language that is not known in depth."""
    silenced: tuple[Silenced, ...] = ()
    """The findings that comments silence, each with its comment, in the order of the rules."""
    known: int = 0
    """How many findings are not told because a baseline has them."""
    gone: int = 0
    """How many findings of the baseline are there no more, as far as it was looked for them."""

    unread: tuple[Problem, ...] = ()
    """Why some pages were not compared."""
    beside: tuple[Bitext, ...] = ()
    """The documents of a site that has several, beside its own pages."""

    @property
    def refuses(self) -> bool:
        """Whether the texts must not be published as they are."""
        return any(found.severity is Severity.ERROR for found in self.diagnostics)

    @property
    def compared(self) -> dict[str, int]:
        """How many pages, provisions and footnotes were compared, and words of the source."""
        compared = (self.bitext, *self.beside)
        known = [each.alignment for each in compared]
        return {
            "pages": sum(pair.both is not None for each in known for pair in each.pages),
            "provisions": sum(pair.both is not None for each in known for pair in each.provisions),
            "footnotes": sum(pair.both is not None for each in known for pair in each.footnotes),
            "source_words": sum(len(each.source.words) for each in compared if each.source),
        }


def check(
    settings: Settings,
    rules: Sequence[Rule] | None = None,
    progress: Progress = SILENT,
    asides: Callable[[Bitext], Iterable[Aside]] = lambda _: (),
    baseline: Baseline | None = None,
    completed: Callable[[Bitext], Bitext] = lambda loaded: loaded,
) -> Report:
    """Read and align the texts, and check them by the rules given, or by all that run on them.

    `completed` adds to the texts what is known of them beside their files. Findings that one of the
    `asides` takes, or that the `baseline` knows, are not told.

    Raises `CannotCheck` when there is nothing sound to compare.
    """
    loaded = load(settings, progress, partly=True)
    return together(
        reported(each, rules, progress, tuple(asides(each)), baseline)
        for each in map(completed, (loaded, *loaded.beside))
    )


def together(reports: Iterable[Report]) -> Report:
    """One report of a site's own pages and of each of its documents, in this order; that of a
    project with one document alone.
    """
    first, *others = reports
    if not others:
        return first
    each = (first, *others)
    return replace(
        each[-1],  # a baseline has been asked of all by then
        bitext=first.bitext,
        diagnostics=tuple(found for report in each for found in report.diagnostics),
        left_out=tuple(dict.fromkeys(guide for report in each for guide in report.left_out)),
        silenced=tuple(known for report in each for known in report.silenced),
        unread=tuple(problem for report in each for problem in report.unread),
        beside=first.bitext.beside,
    )


def reported(
    loaded: Bitext,
    rules: Sequence[Rule] | None = None,
    progress: Progress = SILENT,
    asides: Sequence[Aside] = (),
    baseline: Baseline | None = None,
) -> Report:
    """Run the rules given, or all that run on such texts, on texts already read.

    What they find at a place that a comment silences is dropped here and kept with the comment, so
    it is known here which comments stood idle; the rules that judge comments are told of them.
    Findings that one of the `asides` takes, or that the `baseline` knows, are not told either.
    """
    chosen = (
        chosen_rules(published=loaded.published, choices=loaded.choices) if rules is None else rules
    )
    asked = [rule for rule in chosen if rule.is_asked_of(loaded)]
    judging = [rule for rule in asked if rule.can_judge(loaded)]
    progress.expect(len(judging))
    comments = Comments(
        suppressions(loaded.documents), {r.code: r.guide.silenceable for r in all_rules()}
    )
    silencers = Silencers(comments)
    told = Kept()
    silenced: list[Silenced] = []
    beside = any_of([*by_settings(loaded), *asides])

    def set_aside(found: Diagnostic) -> bool:
        return beside(found) or bool(baseline and baseline.knows(found, loaded.documents))

    def silences(found: Diagnostic) -> bool:
        if comment := silencers.on(found):
            silenced.append(Silenced(found, comment))
        return comment is not None or set_aside(found)

    handed = replace(loaded, comments=comments)
    for rule, found in found_by([r for r in judging if not r.judges_comments], handed):
        told.add(found, silences if rule.guide.silenceable else set_aside)
        progress.advance()
    for rule in judging:
        if rule.judges_comments:
            unasked = _silenced_unasked(handed, judging, silencers)
            idle = tuple(
                (comment, code)
                for comment, code in silencers.idle([*silenced, *unasked])
                # a code that no comment can silence is another finding; and what a rule has to say
                # here may be among what was not looked through
                if silencers.rules[code] and told.partly.isdisjoint(silencers.rules[code])
            )
            judged = replace(loaded, comments=replace(comments, idle=idle))
            told.add(rule.findings(judged), set_aside)
            progress.advance()
    return Report(
        loaded,
        grouped(loaded, told.found),
        tuple(rule.guide for rule in asked if not rule.can_judge(loaded)),
        tuple(known for known in silenced if not beside(known.finding)),
        baseline.met if baseline else 0,
        baseline.gone({rule.code for rule in judging}) if baseline and not asides else 0,
        loaded.unread,
    )


def _silenced_unasked(
    handed: Bitext, judging: Sequence[Rule], silencers: Silencers
) -> Iterator[Silenced]:
    """Findings, by rules not asked for, that comments silence: such comments are not idle."""
    judged = {rule.code for rule in judging}
    named = set(chain.from_iterable(silencers.rules.values()))
    for rule in all_rules():
        if rule.code in named - judged:
            for found in islice(rule.findings(handed), LOOKED_THROUGH):
                if comment := silencers.on(found):
                    yield Silenced(found, comment)
