"""Drafts -> the tree of divisions, each node with its id and its citation.

The id is derived from what is printed, never typed:

- a numbered division or item adds its number: `iii-2`, `iv-5`;
- an article is numbered through the document and has nothing before it: `dieu-5`, then its
  clauses and points `dieu-5-1`, `dieu-5-1-b`; a chapter is `chuong-2`, a section of it
  `chuong-2-muc-1`, an annex `phu-luc-2`, and so on, in Vietnamese in every language;
- what stands in an annex or in an attached document has the id of that before it:
  `phu-luc-2-i-1`, `quy-che-dieu-3`;
- a number of several levels adds what those above it do not have: `iii-1-1` for 1.1;
- a dash adds its rank among the dashes of its parent: `iii-2-1` is the first dash of
  section 2 of Part III (`d1` in a parent that also has numbered items or divisions); a plus
  is counted with the dashes;
- a paragraph adds its rank with a `p`: `i-p3`; further paragraphs under a dash or an
  item count that dash as their first: `iii-2-1-p2`;
- a row of a table adds the table's rank, then its printed number: `phu-luc-2-b1-3` is number 3 of
  the first table (“bảng”), `phu-luc-2-b1-ii-3` below a row numbered II; a row without a number
  adds its rank with an `h` (“hàng”), `phu-luc-2-b1-h4`; the headings have the table's own id;
- an unnumbered division is named for its page (`cover` for the first page), or for its
  rank among the unnumbered ones below its parent: `about-h1`; what stands above the
  title of a page is its head: `cover-head-p1`;
- a repeated id (a mistake of numbering) gets `-x2`, so that ids stay unique.

development/decisions/ids.md and divisions.md say why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from diptych.language.division_words import DivisionKind, attached
from diptych.language.locales import DASH, ITEM, LEVEL, PARAGRAPH, ROW, SEVERAL, Locale, Step
from diptych.language.numerals import Numeral
from diptych.model import Division, Footnote, Kind, Provision
from diptych.model.hierarchy import Branch, branches
from diptych.reader.drafts import DivisionDraft, FootnoteDraft, ProvisionDraft
from diptych.reader.row_numbers import RowNumber, row_numbers

_SECTION = 2
"""The level of sections: that of parts is 1."""


Attachments = Mapping[tuple[str, int], str]
"""What the ids of attached documents begin with, by the page and the rank on it of their headings
among those of the outermost divisions."""
NO_ATTACHMENTS: Attachments = {}


def attachments(divisions: Iterable[Division]) -> Attachments:
    """The attached documents that open among the outermost `divisions` of a document."""
    found: dict[tuple[str, int], str] = {}
    ranks: Counter[str] = Counter()
    for division in divisions:
        ranks[division.page] += division.heading is not None
        if division.attached:
            found[division.page, ranks[division.page]] = division.attached
    return found


def nested(
    pages: Sequence[tuple[str, int, list[DivisionDraft]]],
    language: str = "",
    original: Attachments = NO_ATTACHMENTS,
) -> list[DivisionDraft]:
    """Nest the divisions of all pages, given in reading order with each page's depth.

    A folder's index page holds what the other pages of the folder contain; otherwise
    no division reaches over the end of its page. Of divisions with the word of a kind it is the
    kinds that tell what holds what, whatever the levels of their headings: an article stands below
    its chapter. What is attached in the `original` is so in a translation, whatever it calls it.
    """
    roots: list[DivisionDraft] = []
    stack: list[DivisionDraft] = []
    numbered = 0
    """The last number of the outermost divisions, to see where they begin anew."""
    ranks: Counter[str] = Counter()
    annexes = _Annexes()
    begun = False
    """Whether there was a number at all: before that, a title is the document's own."""
    for path, depth, divisions in pages:
        folder = path.rpartition("/")[0]
        while stack and not _holds(stack[-1].page, folder):
            stack.pop()
        for draft in divisions:
            draft.page = path
            draft.level += depth
            draft.typed = draft.level
            draft.is_title = _is_title(draft, stack)
            draft.annexed = _annexed(draft, stack, language)
            draft.goes_on = annexes.goes_on(draft)
            if draft.goes_on:
                stack.clear()
            _close_for(stack, draft)
            if stack:
                draft.level = max(draft.level, stack[-1].level + 1)
                stack[-1].divisions.append(draft)
            else:
                number = draft.number.value if draft.number and not draft.number.kind else 0
                anew = not draft.number or number == 1 <= numbered
                ranks[path] += draft.heading is not None
                slug = original.get((path, ranks[path]))
                if draft.heading and (slug or (anew and begun)):
                    title = draft.heading.text[len(draft.number.printed) if draft.number else 0 :]
                    draft.attached = attached(title.strip(), language, slug)
                if draft.attached:
                    annexes.within = 0
                numbered = number or numbered
                roots.append(draft)
            if not draft.is_title:
                stack.append(draft)
            begun = begun or bool(draft.number) or any(p.number for p in draft.provisions)
    return roots


def _annexed(draft: DivisionDraft, stack: Sequence[DivisionDraft], language: str) -> str:
    """What an annex without number within an attached document is called; empty for the others."""
    if draft.number or draft.is_title or not draft.heading:
        return ""
    if not any(around.attached and around.level < draft.level for around in stack):
        return ""
    slug, called = attached(draft.heading.text, language) or ("", "")
    return called if slug == DivisionKind.ANNEX.slug else ""


@dataclass(slots=True)
class _Annexes:
    """The last annex of the document, and of what is attached to it last."""

    own: int = 0
    within: int | None = None
    """None before anything is attached."""

    def goes_on(self, draft: DivisionDraft) -> bool:
        """Whether an annex goes on with the document's, behind an attached one without annexes:
        after the forms in Annex I, Annex II is the document's again.
        """
        if not draft.number or draft.number.kind is not DivisionKind.ANNEX:
            return False
        value = draft.number.value
        if self.within is None or (not self.within and value == self.own + 1 > 1):
            behind, self.within, self.own = self.within is not None, None, value
            return behind
        self.within = value
        return False


def _is_title(draft: DivisionDraft, stack: Sequence[DivisionDraft]) -> bool:
    """Whether a heading is the title of the division just opened, which has its number alone."""
    last = stack[-1] if stack else None
    if last is None or draft.number or not draft.heading or last.page != draft.page:
        return False
    if last.divisions or last.provisions or not last.heading:
        return False
    named = last.number.printed if last.number and last.number.kind else last.annexed
    alone = bool(named) and last.heading.text.casefold() == named.casefold()
    return alone and draft.typed >= last.typed


def _close_for(stack: list[DivisionDraft], draft: DivisionDraft) -> None:
    """Take off the `stack` what does not hold the `draft`."""
    if draft.is_title:
        return
    kind = _kind(draft)
    while stack:
        last = stack[-1]
        above = _kind(last)
        if last.heading is None:
            holds = False
        elif kind is None:
            # a number begins anew below an article, or in an annex, at whatever level
            begins = above is not None and draft.number is not None
            holds = last.level < draft.level or begins
        elif above is None:
            holds = last.level < draft.level and not any(
                (known := _kind(other)) is not None and known.rank >= kind.rank for other in stack
            )
        else:
            holds = above.rank < kind.rank
        if holds:
            return
        stack.pop()


def _kind(draft: DivisionDraft) -> DivisionKind | None:
    """The kind that a word says a division is; a document that is attached holds any."""
    if draft.attached:
        return DivisionKind.ATTACHMENT
    if draft.annexed:
        return DivisionKind.ANNEX
    kind = draft.number.kind if draft.number else None
    return kind if kind and kind.slug else None


def _holds(page: str, folder: str) -> bool:
    home, _, name = page.rpartition("/")
    return name == "index.md" and bool(home) and (folder + "/").startswith(home + "/")


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a node stands: what its id and its citation begin with."""

    id: str
    steps: tuple[Step, ...] = ()
    level: int | None = None
    """The level of the division that it stands straight below; None where it is nested."""
    named: tuple[tuple[DivisionKind, _Home], ...] = ()
    """The divisions around it that have the word of a kind, the outermost first."""
    numbers: tuple[tuple[tuple[int, ...], _Home], ...] = ()
    """The numbers around it, each with what it numbers, for those of several levels."""
    top: int = 0
    """The level of the annex or the document within which it stands."""

    def around(self, kind: DivisionKind) -> _Home:
        """The home of a division of a `kind`: what holds it, or the document.

        An article is numbered through the document, or through the annex.
        """
        most = DivisionKind.PART if kind is DivisionKind.ARTICLE else kind
        holding = [home for known, home in self.named if known.rank < most.rank]
        return holding[-1] if holding else _Home("")

    @property
    def in_article(self) -> bool:
        """Whether it is part of an article."""
        return any(kind is DivisionKind.ARTICLE for kind, _ in self.named)


@dataclass(slots=True)
class _Counts:
    """How many nodes without a number stand below one parent so far."""

    dashes: int = 0
    paragraphs: int = 0
    numbered: bool = False
    """Whether there are numbered nodes beside them."""
    tables: int = 0
    rows: dict[int, RowNumber] = field(default_factory=dict)
    """What is printed in front of each row, by the draft's identity."""


class Identities:
    """Gives ids and citations out, top down, and keeps ids unique in one document."""

    def __init__(self, locale: Locale, titles: dict[str, str]) -> None:
        self._locale = locale
        self._titles = titles
        self._given: Counter[str] = Counter()
        self._opened: set[str] = set()
        """The pages whose first division was cited by the page's title."""

    def divisions(
        self, drafts: Iterable[DivisionDraft], parent: Division | None = None
    ) -> tuple[Division, ...]:
        """Freeze `drafts`, which stand side by side below `parent`."""
        return self._below(drafts, parent, _Home(""))

    def _below(
        self, drafts: Iterable[DivisionDraft], parent: Division | None, home: _Home
    ) -> tuple[Division, ...]:
        unnumbered = 0
        frozen = []
        outer = home
        siblings = list(drafts)
        for draft, after in zip_longest(siblings, siblings[1:]):
            if draft.number is None:
                unnumbered += 1
            if draft.attached:
                home = self._attachment(draft)
            if draft.goes_on:
                home = outer
            draft.is_head = _is_head(draft, after)
            frozen.append(self._division(draft, parent, home, unnumbered))
        return tuple(frozen)

    def _attachment(self, draft: DivisionDraft) -> _Home:
        """The home of what stands in the attached document that a heading opens."""
        slug, called = draft.attached or ("", "")
        own = slug
        rank = 1
        while self._given[own]:
            rank += 1
            own = f"{slug}-{rank}"
        if rank > 1 and draft.heading:
            called = draft.heading.text
        home = _Home(
            own, (Step(called, DivisionKind.ATTACHMENT),), top=draft.level - bool(draft.number)
        )
        return replace(home, named=((DivisionKind.ATTACHMENT, home),))

    def _division(
        self, draft: DivisionDraft, parent: Division | None, home: _Home, unnumbered: int
    ) -> Division:
        on_own_page = parent is None or parent.page != draft.page
        number = draft.number
        named = number.kind if number and number.kind and number.kind.slug else None
        within = home.id if home.named and parent is None else parent.id if parent else ""
        steps = home.steps
        if named and number:
            around = home.around(named)
            within, own = around.id, f"{named.slug}-{number.slug}"
            step = Step(number.named, named, number.bare)
            steps = (*around.steps, step)
        elif draft.is_title and parent:
            own = f"h{unnumbered}"
        elif draft.attached and not number:
            within, own = "", home.id
        elif draft.annexed:
            around = home.around(DivisionKind.ANNEX)
            within, own = around.id, DivisionKind.ANNEX.slug
            steps = (*around.steps, Step(draft.annexed, DivisionKind.ANNEX))
        elif number:
            level = draft.level - home.top
            within, steps, own = self._numbered(number, home, within, level)
        else:
            own, words = self._unnumbered(draft, unnumbered, on_own_page=on_own_page)
            within = "" if on_own_page and not (parent is None and home.named) else within
            steps = (Step(words),) if on_own_page and not within else (*steps, Step(words))
        if on_own_page and not draft.is_head:
            self._opened.add(draft.page)
        identity = self._unique(f"{within}-{own}" if within else own)
        here = self._home(identity, steps, number, home, level=max(draft.level, 1))
        if named is DivisionKind.ANNEX or draft.annexed:
            here = replace(here, top=draft.level)
        if draft.annexed:
            held = (pair for pair in home.named if pair[0].rank < DivisionKind.ANNEX.rank)
            here = replace(here, named=(*held, (DivisionKind.ANNEX, here)), numbers=())
        frame = Division(
            id=identity,
            citation=self._locale.citation(steps),
            level=max(draft.level, 1),
            page=draft.page,
            heading=draft.heading,
            number=number,
            place=draft.place,
            anchor=draft.anchor,
            is_title=draft.is_title,
            is_head=draft.is_head,
            attached=home.id if draft.attached else "",
            steps=steps,
        )
        counts = _Counts(numbered=any(below.number for below in draft.divisions))
        tree = branches(draft.provisions)
        return replace(
            frame,
            provisions=self._provisions(draft.provisions, tree, here, counts),
            divisions=self._below(draft.divisions, frame, here),
        )

    def _home(
        self,
        identity: str,
        steps: tuple[Step, ...],
        number: Numeral | None,
        home: _Home,
        level: int | None = None,
    ) -> _Home:
        """The home of what stands below a node."""
        made = _Home(identity, steps, level, home.named, home.numbers, home.top)
        if number and number.kind and number.kind.slug:
            held = tuple(pair for pair in home.named if pair[0].rank < number.kind.rank)
            return replace(made, named=(*held, (number.kind, made)), numbers=())
        if number and number.style == "arabic":
            return replace(made, numbers=(*home.numbers, (number.components, made)))
        return made

    def _numbered(
        self, number: Numeral, home: _Home, within: str, level: int | None
    ) -> tuple[str, tuple[Step, ...], str]:
        """What holds a node with a bare number, its steps, and its own part of the id.

        `level` is its own as a division or straight below one; None where it is nested.
        """
        bare, words = number.bare, self._locale
        is_part = number.letter and number.bare.isupper() and not number.kind  # “A. MỤC TIÊU”
        if (number.letter and not is_part) or number.kind is DivisionKind.POINT:
            step = Step(words.lettered.format(bare), DivisionKind.POINT, bare)
            return within, (*home.steps, step), number.slug
        if len(number.components) > 1:
            parts = number.components
            above = [
                (len(known), holder)
                for known, holder in home.numbers
                if len(known) < len(parts) and parts[: len(known)] == known
            ]
            step = Step(words.several.format(bare), SEVERAL, bare)
            if not above:
                return within, (*home.steps, step), number.slug
            shared, holder = above[-1]
            outer = tuple(
                kept
                for kept in holder.steps
                if not (kept.form in (LEVEL, SEVERAL, ITEM) and _begins(bare, kept.number))
            )
            return holder.id, (*outer, step), "-".join(map(str, parts[shared:]))
        straight = home.level is not None or (home.steps and _is_article(home.steps[-1]))
        if home.in_article and straight:
            step = Step(words.clause.format(bare), DivisionKind.CLAUSE, bare)
            return within, (*home.steps, step), number.slug
        if level is None:
            return within, (*home.steps, Step(words.point.format(bare), ITEM, bare)), number.slug
        if home.top and number.style == "arabic":
            level = max(level, _SECTION)  # an annex may have sections without parts
        return within, (*home.steps, Step(words.level(level, bare), LEVEL, bare)), number.slug

    def _unnumbered(
        self, draft: DivisionDraft, unnumbered: int, *, on_own_page: bool
    ) -> tuple[str, str]:
        """The own part of the id of a division without a number, and how it is cited."""
        heading = draft.heading.text if draft.heading else ""
        if not on_own_page:
            return f"h{unnumbered}", heading
        if draft.is_head:
            said = self._locale.head
            return f"{_page_slug(draft.page)}-head", said or self._titles[draft.page]
        again = draft.page in self._opened
        return _page_slug(draft.page), (again and heading) or self._titles[draft.page]

    def _provisions(
        self,
        drafts: Sequence[ProvisionDraft],
        tree: Sequence[Branch[ProvisionDraft]],
        home: _Home,
        counts: _Counts,
    ) -> tuple[Provision, ...]:
        """Freeze `drafts`, which stand side by side; `tree` says what of them is below what."""
        made: dict[int, Provision] = {}
        self._branches(tree, home, counts, made)
        return tuple(made[id(draft)] for draft in drafts)

    def _branches(
        self,
        tree: Sequence[Branch[ProvisionDraft]],
        home: _Home,
        counts: _Counts,
        made: dict[int, Provision],
    ) -> None:
        counts.numbered = counts.numbered or any(branch.own.number for branch in tree)
        counts.rows |= row_numbers((branch.own for branch in tree), self._locale.tag)
        for branch in tree:
            draft = branch.own
            within, steps, own = self._placed(draft, home, counts)
            identity = self._unique(f"{within}-{own}" if within else own)
            below = self._home(identity, steps, draft.number, home)
            inner = _Counts(paragraphs=1)
            inner_tree = branches(draft.children)
            inner.numbered = any(b.own.number for b in (*inner_tree, *branch.below))
            made[id(draft)] = Provision(
                id=identity,
                citation=self._locale.citation(steps),
                kind=draft.kind,
                segment=draft.segment,
                number=draft.number,
                info=draft.info,
                within=draft.within,
                sign=draft.sign,
                columns=draft.columns,
                heads=draft.heads,
                steps=steps,
                children=self._provisions(draft.children, inner_tree, below, inner),
            )
            self._branches(branch.below, below, inner, made)

    def _placed(
        self, draft: ProvisionDraft, home: _Home, counts: _Counts
    ) -> tuple[str, tuple[Step, ...], str]:
        """What holds a provision, its steps, and its own part of the id."""
        number, words = draft.number, self._locale
        if number and number.kind and number.kind.slug:
            around = home.around(number.kind)
            step = Step(number.named, number.kind, number.bare)
            return around.id, (*around.steps, step), f"{number.kind.slug}-{number.slug}"
        if number:
            level = None if home.level is None else home.level + 1 - home.top
            return self._numbered(number, home, home.id, level)
        if draft.kind is Kind.ROW:
            return self._row(draft, home, counts)
        if draft.kind is not Kind.DASH:
            counts.paragraphs += 1
            step = Step(words.paragraph.format(counts.paragraphs), PARAGRAPH)
            return home.id, (*home.steps, step), f"p{counts.paragraphs}"
        counts.dashes += 1
        own = f"d{counts.dashes}" if counts.numbered else str(counts.dashes)
        rank = words.ordinal(counts.dashes)
        if not draft.sign:
            return home.id, (*home.steps, Step(words.dash.format(rank), DASH)), own
        said = words.plus.format(rank)
        outer = home.steps
        if outer and outer[-1].form == DASH:
            said, outer = words.below.format(said, outer[-1].words), outer[:-1]
        return home.id, (*outer, Step(said, DASH)), own

    def _row(
        self, draft: ProvisionDraft, home: _Home, counts: _Counts
    ) -> tuple[str, tuple[Step, ...], str]:
        """The same for a row of a table."""
        words = self._locale
        counts.tables += draft.heads
        own = f"b{counts.tables}"
        steps = home.steps
        if counts.tables > 1:
            steps = (*steps, Step(words.table.format(counts.tables), ROW))
        if draft.heads:
            return home.id, (*steps, Step(words.heading_row, ROW)), own
        row = counts.rows[id(draft)]
        if not row.printed:
            said = words.unnumbered_row.format(words.ordinal(row.rank))
            return home.id, (*steps, Step(said, ROW)), f"{own}-h{row.rank}"
        for number in row.printed:
            steps = (*steps, Step(words.row.format(number), ROW, number))
        return home.id, steps, "-".join([own, *row.slugs])

    def footnotes(
        self, drafts: Iterable[FootnoteDraft], home: Division | None, page: str
    ) -> tuple[Footnote, ...]:
        """Freeze the footnotes of one page, whose first division is `home`."""
        frozen = []
        for draft in drafts:
            identity = self._unique(f"{home.id if home else _page_slug(page)}-fn-{draft.label}")
            note = self._locale.note.format(draft.label)
            steps = (*(home.steps if home else (Step(self._titles[page]),)), Step(note))
            citation = f"{home.citation if home else self._titles[page]}, {note}"
            paragraphs = self._provisions(
                draft.provisions,
                [Branch(below) for below in draft.provisions],
                _Home(identity, steps),
                _Counts(numbered=True),
            )
            frozen.append(Footnote(identity, citation, draft.label, draft.place, paragraphs))
        return tuple(frozen)

    def _unique(self, identity: str) -> str:
        self._given[identity] += 1
        count = self._given[identity]
        return identity if count == 1 else self._unique(f"{identity}-x{count}")


def _is_head(draft: DivisionDraft, after: DivisionDraft | None) -> bool:
    """Whether a text stands above its page's title, as the head of an official document does."""
    if draft.heading or after is None or not after.heading or after.page != draft.page:
        return False
    return after.number is None


def _begins(number: str, with_: str) -> bool:
    """Whether a number of several levels begins with another one."""
    return bool(with_) and (number == with_ or number.startswith(f"{with_}."))


def _is_article(step: Step) -> bool:
    return step.form == DivisionKind.ARTICLE


def _page_slug(path: str) -> str:
    if path == "index.md":
        return "cover"
    own = path.removesuffix(".md").removesuffix("/index").replace("/", "-")
    return "-".join(own.split())  # no id has a blank
