"""The aligner: pages, then divisions, then provisions, then what was left over."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import partial

from diptych.alignment import Alignment, Pair, Parent
from diptych.alignment.exchange import exchanged_pairs
from diptych.alignment.headings import Headings, without_added
from diptych.alignment.kept import Kept, with_kept
from diptych.alignment.moved_sections import moved_sections
from diptych.alignment.next_door import next_door
from diptych.alignment.page_pairs import paired_pages
from diptych.alignment.sequence import Effort, Keys, Pairing, Score, paired, with_late_gaps
from diptych.alignment.similarity import Similarity, own, whole
from diptych.alignment.splits import Splits
from diptych.glossary import Glossary
from diptych.language.numerals import letters_of
from diptych.model import PROSE, Division, Document, Emphasis, Footnote, Page, Provision, Side
from diptych.model.markup import BROKEN_HEADING
from diptych.progress import SILENT, Progress

Rows = Sequence[tuple[Sequence[Provision], Sequence[Provision]]]
"""Rows of siblings: for each, the provisions of the original and those of the translation."""

MOVED = 0.6
"""The least similarity at which two provisions left over in different places are one."""
MOVED_NEAR = 0.45
"""The least similarity at which two provisions left over below one heading are one."""
MOVED_ALONE = 0.3
"""The least similarity at which two provisions are one if no other is left over, in all or below
their heading."""
MOVED_AT_HOME = 0.25
"""The same below the same heading, or in the same list."""
MOVED_EVIDENCE = 2
"""The least words that two provisions left over in different places share if they are one; one word
will do if no other is left over."""
_FITTING = 0.7
"""How well (0 to 1) the lengths of two provisions left over fit that are said to have moved, if
they share too few words to tell."""
_NESTED = 1
"""By how many two rows must differ in length to be compared by all that is nested in them."""
_ELSEWHERE = 0.85
"""What the similarity of two provisions is multiplied by if one stands below a lone heading."""
_TITLED = 0.8
"""The same if one of them alone is bold from end to end, or has the marks of a heading, as a line
that stands for one does."""
_COMMON = 64
"""The most loose provisions of the translation that are looked at for a word that they share."""
_SOUGHT = 100_000
"""The most pairs of loose provisions that are looked at."""


def align(
    original: Document,
    translation: Document,
    glossary: Glossary | None = None,
    progress: Progress = SILENT,
) -> Alignment:
    """Pair the nodes of two documents. Neither is changed; the cost is linear in their length.

    The terms of a `glossary` help to tell what belongs together.
    """
    return _Aligner(original, translation, glossary).align(progress)


class _Aligner:
    def __init__(
        self, original: Document, translation: Document, glossary: Glossary | None
    ) -> None:
        self.documents = (original, translation)
        self.similarity = Similarity(original, translation, glossary)
        self.result = Alignment(original, translation, self.similarity.of_provisions)
        self.loose: tuple[list[Provision], list[Provision]] = ([], [])
        self.kept = Kept(original.locale, translation.locale)
        self.headings = Headings(self.similarity, self.kept)
        self.effort = Effort()
        self.marks = [
            {
                page.file: [(m.place.line, "" if m.closing else m.name) for m in page.marks]
                for page in document.pages
                if page.marks
            }
            for document in self.documents
        ]
        """By side and file, the line of each mark and what it opens, in order."""
        self.stretches = 0
        self.stretch: tuple[dict[str, int], dict[str, int]] = ({}, {})
        """For each side, the number of the stretch a provision stands in, by its id."""

    def align(self, progress: Progress) -> Alignment:
        pairs = list(paired_pages(*self.documents, self.similarity))
        progress.expect(len(pairs))
        for pages in pairs:
            progress.advance()
            self.result.pages.append(pages)
            if (both := pages.both) is not None:
                self._page(*both)
        self._rejoin_loose()
        return self.result

    def _page(self, original: Page, translation: Page) -> None:
        self._divisions(list(original.own_divisions()), list(translation.own_divisions()))
        if original.footnotes or translation.footnotes:
            self._footnotes(_by_label(original.footnotes), _by_label(translation.footnotes))

    def _footnotes(self, original: dict[str, Footnote], translation: dict[str, Footnote]) -> None:
        """Pair notes by label, and their paragraphs by what they say."""
        both: list[tuple[Footnote, Footnote]] = []
        for label in [*original, *(label for label in translation if label not in original)]:
            mine, other = original.get(label), translation.get(label)
            self.result.footnotes.append(Pair(mine, other))
            if mine and other:
                self._hold(Side.ORIGINAL, mine, mine.provisions)
                self._hold(Side.TRANSLATION, other, other.provisions)
                both.append((mine, other))
        exchanged = exchanged_pairs(
            [((mine.text,), (other.text,)) for mine, other in both], self.similarity
        )
        self.result.exchanged_notes += [(*both[i], *both[j]) for i, j in exchanged.items() if i < j]
        self._stretches(
            [
                (mine.provisions, both[exchanged.get(index, index)][1].provisions)
                for index, (mine, _) in enumerate(both)
            ]
        )

    def _divisions(self, original: Sequence[Division], translation: Sequence[Division]) -> None:
        score = partial(self.headings.score, original, translation)
        # What stands under a heading that one language lost stands, in that language, under
        # the heading before it: such a stretch is aligned as one.
        stretches: list[tuple[list[Provision], list[Provision]]] = [([], [])]
        rows = original, translation
        found = self._paired(rows, score, [partial(_numbered, row) for row in rows])
        moved = moved_sections(found, rows, self.similarity, self.kept)
        if moved:
            found = self._without_moved(rows, moved)
        for i, j in without_added(found, rows, self.similarity):
            if i is not None and i in moved:
                self._moved_section(original[i], translation[moved[i]], stretches)
                continue
            left = None if i is None else original[i]
            right = None if j is None else translation[j]
            self.result.divisions.append(Pair(left, right))
            if left is not None and right is not None:
                self.result.division_counterparts[0][left.id] = right
                self.result.division_counterparts[1][right.id] = left
            if left and right:
                stretches.append(([], []))
            for side, division in Side.of((left, right)):
                if division:
                    self._hold(side, division, division.provisions)
                    stretches[-1][side].extend(division.provisions)
        self._stretches(stretches)

    def _without_moved(
        self, rows: tuple[Sequence[Division], Sequence[Division]], moved: dict[int, int]
    ) -> Pairing:
        """The pairing of two rows of headings but for those that `moved`, which are in it alone."""
        gone = moved.keys(), set(moved.values())
        left = [[n for n in range(len(rows[side])) if n not in gone[side]] for side in Side]
        original, translation = ([rows[side][n] for n in left[side]] for side in Side)
        found = self._paired(
            (original, translation),
            partial(self.headings.score, original, translation),
            [partial(_numbered, row) for row in (original, translation)],
        )
        steps: Pairing = [
            (None if i is None else left[0][i], None if j is None else left[1][j]) for i, j in found
        ]
        for i in sorted(moved):
            at = next((n for n, (k, _) in enumerate(steps) if k is not None and k > i), len(steps))
            steps.insert(at, (i, None))
        return steps

    def _moved_section(
        self,
        original: Division,
        translation: Division,
        stretches: list[tuple[list[Provision], list[Provision]]],
    ) -> None:
        """Pair two headings in different places, and make a stretch of what stands below them.

        It goes before the stretch in hand, which goes on behind the section.
        """
        self.result.divisions.append(Pair(original, translation, moved=True))
        self.result.division_counterparts[0][original.id] = translation
        self.result.division_counterparts[1][translation.id] = original
        for side, division in Side.of((original, translation)):
            self._hold(side, division, division.provisions)
        stretches.insert(-1, (list(original.provisions), list(translation.provisions)))

    def _hold(self, side: Side, parent: Parent, provisions: Sequence[Provision]) -> None:
        self.result.parents[side].update((provision.id, parent) for provision in provisions)

    def _stretches(self, rows: Rows) -> None:
        """Pair the provisions below the same headings, and remember in which stretch each stood."""
        for row in rows:
            self.stretches += 1
            for side in Side:
                for top in row[side]:
                    for provision in top.walk():
                        self.stretch[side][provision.id] = self.stretches
        self._rows(rows)

    def _rows(self, rows: Rows) -> None:
        """Pair rows of siblings, given in reading order."""
        found: list[tuple[Provision, Provision]] = []
        flattened: set[str] = set()
        for row in rows:
            flat = _nested_otherwise(*row)
            original, translation = self._flat(row) if flat else row
            flattened.update(provision.id for provision in original if flat)
            numbered = not flat and not _count_by_themselves(original, translation)
            numbered = numbered and not _lettered_otherwise(original, translation)
            score = self._score(original, translation, numbered=numbered)
            keys = [
                partial(self._words, side, row) for side, row in Side.of((original, translation))
            ]
            alone: tuple[list[Provision], list[Provision]] = ([], [])
            steps = self._paired((original, translation), score, keys)
            plain = [partial(self._plain, *each) for each in Side.of((original, translation))]
            for i, j in with_late_gaps(steps, score, (plain[0], plain[1])):
                if i is not None and j is not None:
                    found.append((original[i], translation[j]))
                elif i is not None:
                    alone[0].append(original[i])
                elif j is not None:
                    alone[1].append(translation[j])
            for side in Side:
                self.loose[side].extend(_outermost(alone[side]) if flat else alone[side])
        exchanged = exchanged_pairs(
            [((own(left),), (own(right),)) for left, right in found],
            self.similarity,
            kept=[(self.kept.of_provision(left), self.kept.of_provision(right))
                  for left, right in found],
            kinds=[(left.kind, right.kind) for left, right in found],
        )  # fmt: skip
        for index, (left, right) in enumerate(found):
            other = exchanged.get(index)
            if other is None:
                flat = left.id in flattened
                moved = flat and self._depth(Side.ORIGINAL, left) != self._depth(
                    Side.TRANSLATION, right
                )
                self._join(left, right, moved=moved, below=not flat)
                continue
            counterpart = found[other][1]
            # of two that changed places only one is reported as moved, whichever language is the
            # original: the one whose kind stayed, else one whose heading was lost, else the first
            same = left.kind is counterpart.kind, found[other][0].kind is right.kind
            lost = self._below_lone(left, counterpart), self._below_lone(found[other][0], right)
            first = index < other if lost[0] == lost[1] else lost[0]
            moved = first if same[0] == same[1] else same[0]
            self._join(left, counterpart, moved=moved, below=left.id not in flattened)

    def _flat(
        self, rows: tuple[Sequence[Provision], Sequence[Provision]]
    ) -> tuple[Sequence[Provision], Sequence[Provision]]:
        """Two rows, each with all that is nested in it, in reading order."""
        original, translation = ([p for top in row for p in top.walk()] for row in rows)
        for side, row in Side.of((original, translation)):
            for provision in row:
                self._hold(side, provision, provision.children)
        return original, translation

    def _depth(self, side: Side, provision: Provision) -> int:
        """How many provisions a provision is nested in."""
        depth = 0
        parent = self.result.parents[side].get(provision.id)
        while isinstance(parent, Provision):
            depth += 1
            parent = self.result.parents[side].get(parent.id)
        return depth

    def _below_lone(self, original: Provision, translation: Provision) -> bool:
        """Whether one of the two stands straight below a heading that has no counterpart."""
        both = Side.of((original, translation))
        return any(self._is_below_lone(side, provision) for side, provision in both)

    def _is_below_lone(self, side: Side, provision: Provision) -> bool:
        parent = self.result.parents[side].get(provision.id)
        return (
            isinstance(parent, Division)
            and parent.heading is not None
            and parent.id not in self.result.division_counterparts[side]
        )

    def _paired(
        self,
        rows: tuple[Sequence[Division], Sequence[Division]]
        | tuple[Sequence[Provision], Sequence[Provision]],
        score: Score,
        keys: Sequence[Keys],
    ) -> Pairing:
        """The pairing of two rows of siblings; notes in the result where they differ too much."""
        self.effort.rough = False
        found = paired(len(rows[0]), len(rows[1]), score, (keys[0], keys[1]), self.effort)
        if self.effort.rough:
            self.result.rough.append((rows[0][0].place, rows[1][0].place))
        return found

    def _words(self, side: Side, row: Sequence[Provision], index: int) -> Iterable[Hashable]:
        return self.similarity.evidence(side, own(row[index]))

    def _plain(self, side: Side, row: Sequence[Provision], index: int) -> Hashable:
        """The kind of a provision of which nothing but its length tells what its counterpart is,
        and what the mark above it opens; None for any other.
        """
        provision = row[index]
        segment = provision.segment
        told = segment.code or segment.links or segment.tags or segment.marks
        if told or provision.children or provision.kind not in PROSE or not segment.text:
            return None
        if _is_all_bold(provision) or self.similarity.evidence(side, segment.text):
            return None
        return provision.kind, self._mark_above(side, provision)

    def _mark_above(self, side: Side, provision: Provision) -> str:
        """What the last mark above `provision` opens; empty if it closes something."""
        marks = self.marks[side].get(provision.place.file, [])
        at = bisect_left(marks, (provision.place.line,))
        return marks[at - 1][1] if at else ""

    def _score(
        self,
        original: Sequence[Provision],
        translation: Sequence[Provision],
        *,
        numbered: bool,
    ) -> Score:
        """How alike two siblings are; addresses and code that both have count for a quarter."""
        rows = original, translation
        lone = [[self._is_below_lone(side, p) for p in row] for side, row in Side.of(rows)]
        kept = [[self.kept.of_provision(p) for p in row] for row in rows]
        titles = [[_is_all_bold(p) or _is_marked_heading(p) for p in row] for row in rows]

        def score(i: int, j: int) -> float:
            alike = self.similarity.of_provisions(original[i], translation[j], numbered=numbered)
            if lone[0][i] is not lone[1][j]:
                alike *= _ELSEWHERE
            if titles[0][i] is not titles[1][j]:
                alike *= _TITLED
            return with_kept(alike, kept[0][i], kept[1][j])

        return score

    def _join(
        self,
        original: Provision,
        translation: Provision,
        *,
        moved: bool = False,
        below: bool = True,
    ) -> None:
        """Pair two provisions, and what stands below them unless that is paired elsewhere."""
        self.result.provisions.append(Pair(original, translation, moved))
        self.result.counterparts[0][original.id] = translation
        self.result.counterparts[1][translation.id] = original
        self._hold(Side.ORIGINAL, original, original.children)
        self._hold(Side.TRANSLATION, translation, translation.children)
        if below and (original.children or translation.children):
            self._rows([(original.children, translation.children)])

    def _rejoin_loose(self) -> None:
        """Pair what was left over in one place with what was left over in another."""
        while self._rejoined():
            pass  # what stood below a pair just found may be left over in its turn
        near = next_door(self.result, self.loose, self.similarity, self.kept)
        for side in Side:
            taken = {both[side].id for both in near}
            self.loose[side][:] = [p for p in self.loose[side] if p.id not in taken]
        for original, translation in near:
            self._join(original, translation, moved=True)
        splits = Splits(self.result, self.similarity, self.kept)
        for side in Side:
            for provision in self.loose[side]:
                self.result.provisions.append(
                    Pair(None, provision) if side else Pair(provision, None)
                )
                parent = self.result.parents[side][provision.id]
                self.result.lone_below[side].setdefault(parent.id, []).append(provision)
                if split := splits.of(side, provision):
                    self.result.splits.append(split)

    def _rejoined(self) -> bool:
        """Pair the loose provisions that are alike enough; return whether there were any."""
        loose = [list(side) for side in self.loose]
        scored = sorted(
            (-self.similarity.of_provisions(loose[0][i], loose[1][j]), i, j)
            for i, j in self._candidates()
        )
        counts = [Counter(self.stretch[side][p.id] for p in loose[side]) for side in Side]
        taken: tuple[set[int], set[int]] = (set(), set())
        pairs = []
        for cost, i, j in scored:
            stretch = self.stretch[0][loose[0][i].id]
            alone = len(loose[0]) == len(loose[1]) == 1
            least = MOVED_ALONE if alone else MOVED
            evidence = 1 if alone else MOVED_EVIDENCE
            if stretch == self.stretch[1][loose[1][j].id]:
                alone = counts[0][stretch] == counts[1][stretch] == 1
                least = MOVED_ALONE if alone else MOVED_NEAR
                evidence = int(-cost < MOVED)
                if alone and self._in_one_place(loose[0][i], loose[1][j]):
                    least, evidence = MOVED_AT_HOME, 0
            if -cost < least or i in taken[0] or j in taken[1]:
                continue
            if self._shared(loose[0][i], loose[1][j]) >= evidence:
                taken[0].add(i)
                taken[1].add(j)
                pairs.append((loose[0][i], loose[1][j], self._found(loose[0][i], loose[1][j])))
        for side in Side:
            self.loose[side][:] = [p for n, p in enumerate(loose[side]) if n not in taken[side]]
        for original, translation, moved in pairs:
            self._join(original, translation, moved=moved)
        return bool(pairs)

    def _found(self, original: Provision, translation: Provision) -> bool:
        """Whether two provisions left over are one for certain: by what they share or how they fit,
        not only because no other is left over.
        """
        if self._shared(original, translation) >= MOVED_EVIDENCE:
            return True
        return self.similarity.fit(own(original), own(translation)) >= _FITTING

    def _in_one_place(self, original: Provision, translation: Provision) -> bool:
        """Whether what holds the one is the counterpart of what holds the other."""
        home = self.result.parents[0].get(original.id)
        other = self.result.parents[1].get(translation.id)
        if isinstance(home, Division):
            return self.result.division_counterparts[0].get(home.id) is other
        return isinstance(home, Provision) and self.result.counterparts[0].get(home.id) is other

    def _shared(self, original: Provision, translation: Provision) -> int:
        """How many words two provisions share; a figure counts for as many as may be asked."""
        evidence = (
            self.similarity.evidence(side, whole(provision)).keys()
            for side, provision in Side.of((original, translation))
        )
        shared = set.intersection(*map(set, evidence))
        return MOVED_EVIDENCE if any(map(str.isdigit, shared)) else len(shared)

    def _candidates(self) -> set[tuple[int, int]]:
        """Indices of loose pairs worth scoring: from one stretch, or with a rare word in common."""
        if len(self.loose[0]) == len(self.loose[1]) == 1:
            return {(0, 0)}
        homes: tuple[dict[object, list[int]], ...] = ({}, {})
        for side in Side:
            for index, loose in enumerate(self.loose[side]):
                for evidence in self._evidence(side, loose):
                    homes[side].setdefault(evidence, []).append(index)
        shared = [
            (mine, homes[1][key][:_COMMON]) for key, mine in homes[0].items() if key in homes[1]
        ]
        shared.sort(key=lambda both: len(both[0]) * len(both[1]))
        found: set[tuple[int, int]] = set()
        for mine, theirs in shared:
            if len(found) + len(mine) * len(theirs) > _SOUGHT:
                break
            found.update((i, j) for i in mine for j in theirs)
        return found

    def _evidence(self, side: Side, provision: Provision) -> list[object]:
        words = self.similarity.evidence(side, provision.segment.text)
        return [self.stretch[side][provision.id], *words]


def _is_all_bold(provision: Provision) -> bool:
    text = provision.segment.text
    return bool(text) and any(
        each.emphasis is Emphasis.STRONG and each.start == 0 and each.end >= len(text) - 1
        for each in provision.segment.stretches
    )


def _is_marked_heading(provision: Provision) -> bool:
    """Whether a text begins with the marks of a heading, without opening one: `##Scope`. A single
    one may begin a keyword.
    """
    found = BROKEN_HEADING.match(provision.segment.markdown)
    return found is not None and len(found[1] or found[2]) > 1


def _by_label(notes: Sequence[Footnote]) -> dict[str, Footnote]:
    first: dict[str, Footnote] = {}
    for note in notes:
        first.setdefault(note.label, note)
    return first


def _numbered(row: Sequence[Division], index: int) -> Iterable[Hashable]:
    number = row[index].number
    return [(number.style, number.value, row[index].level)] if number else []


def _count_by_themselves(original: Sequence[Provision], translation: Sequence[Provision]) -> bool:
    """Whether two lists of other lengths count from their first number on without a gap.

    Then a number tells little: a list from which an item is taken is renumbered.
    """
    numbers = [[p.number.value for p in row if p.number] for row in (original, translation)]
    return len(numbers[0]) != len(numbers[1]) and all(
        row == list(range(row[0], row[0] + len(row))) for row in numbers if row
    )


def _lettered_otherwise(original: Sequence[Provision], translation: Sequence[Provision]) -> bool:
    """Whether the points of two rows are counted in other lists of letters, a, b, c, d, đ in the
    one and a, b, c, d, e in the other.
    """
    used = [letters_of(p.number for p in row if p.number) for row in (original, translation)]
    return used[0] != used[1]


def _nested_otherwise(original: Sequence[Provision], translation: Sequence[Provision]) -> bool:
    """Whether two rows differ by how their items are nested rather than by how many there are:
    one language lists side by side what the other nests.
    """
    apart = abs(len(original) - len(translation))
    if apart < _NESTED:
        return False
    counts = [sum(1 for top in row for _ in top.walk()) for row in (original, translation)]
    return abs(counts[0] - counts[1]) * 2 <= apart


def _outermost(row: Sequence[Provision]) -> Iterator[Provision]:
    """Of provisions in reading order, those that are nested in none of the others."""
    inner: set[str] = set()
    for provision in row:
        if provision.id not in inner:
            yield provision
            inner.update(below.id for below in provision.walk())
