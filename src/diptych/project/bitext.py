"""All that a rule may look at: two documents, their alignment, the source as received."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

from diptych.alignment import Alignment, Parent
from diptych.alignment.aligner import align
from diptych.diagnostics import Location, locate
from diptych.diagnostics.suppressions import Comments
from diptych.errors import Problem
from diptych.glossary import Glossary, joined
from diptych.glossary.search_words import SearchWords
from diptych.language.interface import InterfaceWords
from diptych.language.locales import locale
from diptych.model import PROSE, Division, Document, Kind, Page, Place, Provision, Segment, Side
from diptych.progress import SILENT, Progress
from diptych.project.choices import Choices
from diptych.publication.addresses import FILES
from diptych.publication.fonts import Font
from diptych.publication.kind import kind_of
from diptych.publication.last_edition import LastEdition
from diptych.publication.moved_addresses import Moves
from diptych.source import Source
from diptych.source.matching import Matching
from diptych.source.printed_words import printed_words
from diptych.source.words import Words
from diptych.wording import Wording

if TYPE_CHECKING:
    from diptych.freshness.state import Freshness
    from diptych.project.gate import Admitted

Derived = TypeVar("Derived")

_HERE = Wording(vi="chỗ còn thiếu: sau đoạn này", en="missing after this")
_HERE_BEFORE = Wording(vi="chỗ còn thiếu: trước đoạn này", en="missing before this")
_NO_FILE = Wording(vi="chưa có tệp này", en="this file is missing")
_ON_PAGE = Wording(vi="chỗ còn thiếu: trên trang này", en="missing on this page")
_ABOUT_HERE = Wording(vi="chỗ còn thiếu: quanh đây", en="missing about here")
_HERE_UNDER = Wording(vi="chỗ còn thiếu: dưới đây", en="missing below this")
_FEWEST_BLANKS = 3
"""How many blanks a text must have to be more than a name or a figure."""


@dataclass(frozen=True, slots=True)
class ListText:
    """A list of the project as it is written, with its file."""

    called: str
    """What a location in the list is called: "glossary", "names" or "register"."""
    file: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two aligned documents, the original and the translation, with all they are held against."""

    original: Document
    translation: Document
    alignment: Alignment
    source: Source | None = None
    """The source of the original, where the project has one."""
    names: Glossary | None = None
    """The names with their renderings, where the project lists them."""
    glossary: Glossary | None = None
    """The terms with their approved renderings, where the project lists them."""
    search_words: SearchWords | None = None
    """The words that people look for, where the project lists them."""
    fonts: tuple[tuple[Font, ...], tuple[Font, ...]] = ((), ())
    """By side, the project's own fonts for its language in the files to take away."""
    interface: Mapping[str, InterfaceWords] = field(default_factory=dict)
    """By language, the words in which readers are spoken to; see `words`."""
    moves: Moves | None = None
    """Where the passages of old addresses went, where the project lists them."""
    last_edition: LastEdition | None = None
    """The newest edition and where its passages are now, filled in by whatever knows the past."""
    printed: Words | None = None
    """The original's words in the form of the source, where there is a source."""
    matching: Matching | None = None
    """Where the words of the source and of the pages meet, where there is a source."""
    entries: Glossary = field(default_factory=joined)
    """Names and terms as one list, names first."""
    freshness: Freshness | None = None
    """How each text of the translation stands to the original, where the project records it."""
    comments: Comments = field(default_factory=Comments)
    """The comments to the check, filled in by whatever runs the rules."""
    admitted: Admitted | None = None
    """What the project's folder of texts holds; None for texts that are not published."""
    lists: tuple[ListText, ...] = ()
    """The lists that readers are shown, as they are written."""
    files: str = FILES
    """What the files to take away are called: their names before language and suffix."""
    unread: tuple[Problem, ...] = ()
    """Why pages are not among these that could not be read in one language."""
    languages_known: bool = True
    """Whether the texts are in their documents' languages for certain."""
    published: bool = False
    """Whether these are a project's own texts, published here: house rules hold for them."""
    review_required: bool = False
    """Whether the project asks for a review of each translation, so that a missing one is an error.
    """
    choices: Choices = field(default_factory=Choices)
    """What the project's settings say of rules."""
    counterparts: Mapping[str, str] = field(default_factory=dict)
    """For each file the file that is or would be its counterpart, where settings pair files."""
    folder: str = ""
    """The folder of the document below that of each language, on a site of several; else empty."""
    beside: tuple[Bitext, ...] = ()
    """The documents of the site, where these are its own pages beside several documents."""
    _derived: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def documents(self) -> tuple[Document, Document]:
        """Both documents, by side."""
        return self.original, self.translation

    @property
    def works(self) -> tuple[Bitext, ...]:
        """What registers and lists are drawn from: these texts, or the documents beside them."""
        return self.beside or (self,)

    @property
    def known_in_depth(self) -> bool:
        """Whether the grammar of both languages is known: numbers, dates, inflection."""
        return all(locale(document.locale).known for document in self.documents)

    def words(self, language: str) -> InterfaceWords:
        """The words in which readers of `language` are spoken to."""
        return self.interface.get(language) or InterfaceWords(language, kind=self.kind)

    @property
    def kind(self) -> str:
        """The kind of the document: see `publication.kind`."""
        return kind_of(*self.documents)

    def once(self, derive: Callable[[Bitext], Derived]) -> Derived:
        """What `derive` makes of these texts, kept from the first time that it is asked for."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        return cast("Derived", self._derived[derive])

    def side_of(self, document: Document) -> Side:
        """The side on which `document` stands; it is one of the two."""
        return Side(self.documents.index(document))

    def language(self, side: Side) -> Wording:
        """What messages call the language of `side`."""
        return locale(self.documents[side].locale).called

    def at(
        self, side: Side, place: Place, length: int = 1, label: Wording | None = None
    ) -> Location:
        """A location in the document of `side`."""
        return locate(self.documents[side], place, length, label)

    def about(self, side: Side, segment: Segment, other: Segment, offset: int) -> Location:
        """The place in `segment` that corresponds to `offset` in `other`, where something is
        missing.

        It is the beginning of a word, about as far into the text.
        """
        at = round(offset / max(1, len(other.text)) * len(segment.text))
        at = segment.text.rfind(" ", 0, at) + 1
        return self.at(side, segment.place_at(at), 1, _ABOUT_HERE)

    def pages(self) -> Iterator[tuple[Page, Page]]:
        """The pages that both languages have, side by side."""
        for pair in self.alignment.pages:
            if (both := pair.both) is not None:
                yield both

    def texts(self) -> Sequence[tuple[Segment, Segment]]:
        """Each pair of the texts of headings and of provisions.

        A pair beside a provision without counterpart is left out: where a paragraph was split or
        joined, part of what it said went there, and that is the finding. Code is no text. Nor is a
        provision of several words that is the same in both languages: it was left untranslated, or
        is one that no language changes.
        """
        return self.once(_texts)

    def texts_in_place(self) -> Sequence[tuple[Segment, Segment]]:
        """The pairs of `texts`, and paragraphs that have a provision without counterpart among
        their siblings, but none straight before, after or below them. For what a text keeps as it
        is, whatever else its section has lost; of a list, any item may be the lost one.
        """
        return self.once(_texts_in_place)

    def paired_texts(self) -> Sequence[tuple[Segment, Segment]]:
        """The pairs of `texts`, whatever stands beside them. For slips that one language shows by
        itself.
        """
        return self.once(_paired_texts)

    def parent(self, side: Side, provision: Provision) -> Parent | None:
        """What holds `provision`: a division, a provision or a footnote."""
        return self.alignment.parents[side].get(provision.id)

    def alone_near(self, side: Side, provision: Provision) -> list[Provision]:
        """The provisions beside or straight below `provision` that have no counterpart.

        Where a paragraph was split or joined, part of what it said went to one of them.
        """
        return self.alignment.lone_near(side, provision)

    def gap_for(self, side: Side, provision: Provision) -> Location:
        """The location in the other language where the counterpart of `provision` should stand."""
        other = side.other
        parent = self.parent(side, provision)
        if before := self.alignment.paired_before(side, provision):
            last = list(before.walk())[-1].segment
            return self.at(other, last.end_place, 1, _HERE)
        if (
            isinstance(parent, Division)
            and parent.id not in (self.alignment.division_counterparts[side])
        ):
            return self.gap_for_division(side, parent)
        if isinstance(parent, Provision) and parent.id not in self.alignment.counterparts[side]:
            return self.gap_for(side, parent)
        if parent is not None and (home := self._counterpart_of_parent(side, parent)):
            return self.at(other, home.place, 1, _HERE_UNDER)
        return self.gap_for_page(side, provision.place.file)

    def gap_for_division(self, side: Side, division: Division) -> Location:
        """The location in the other language where the counterpart of `division` should open."""
        for provision in division.provisions:
            if counterpart := self.alignment.counterparts[side].get(provision.id):
                return self.at(side.other, counterpart.place, 1, _HERE_BEFORE)
        before: Division | None = None
        for pair in self.alignment.divisions:
            own, other = pair.side(side), pair.side(side.other)
            if own is not None and own.id == division.id:
                break
            if other is not None and other.page == division.page:
                before = other
        if before is None:
            return self.gap_for_page(side, division.place.file)
        last = [p.segment for top in before.provisions for p in top.walk()]
        place = last[-1].end_place if last else before.place
        return self.at(side.other, place, 1, _HERE)

    def gap_for_page(self, side: Side, file: str) -> Location:
        """The top of the counterpart of the page read from `file`."""
        own, other = self.documents[side], self.documents[side.other]
        here = own.page_in(file)
        path = here.path if here else ""
        page = other.page(path)
        absent = self.counterparts.get(file) or f"{other.root}/{path}"
        missing = absent if page is None else page.file
        label = _NO_FILE if page is None else _ON_PAGE
        return self.at(side.other, Place(missing, 1, 1), 1, label)

    def _counterpart_of_parent(self, side: Side, parent: Parent) -> Parent | None:
        if isinstance(parent, Provision):
            return self.alignment.counterparts[side].get(parent.id)
        if isinstance(parent, Division):
            return self.alignment.division_counterparts[side].get(parent.id)
        for pair in self.alignment.footnotes:
            own = pair.side(side)
            if own is not None and own.id == parent.id:
                return pair.side(side.other)
        return None


def _texts(bitext: Bitext) -> tuple[tuple[Segment, Segment], ...]:
    """What `Bitext.texts` returns."""
    return _pairs(bitext, bitext.alignment.has_lone_near)


def _texts_in_place(bitext: Bitext) -> tuple[tuple[Segment, Segment], ...]:
    """What `Bitext.texts_in_place` returns."""
    known = bitext.alignment

    def left_out(side: Side, provision: Provision) -> bool:
        paragraph = provision.kind in (Kind.PARAGRAPH, Kind.CONTINUATION, Kind.QUOTE)
        near = known.borders_on_lone if paragraph else known.has_lone_near
        return near(side, provision)

    return _pairs(bitext, left_out)


def _paired_texts(bitext: Bitext) -> tuple[tuple[Segment, Segment], ...]:
    """What `Bitext.paired_texts` returns."""
    return _pairs(bitext, lambda *_: False)


def _pairs(
    bitext: Bitext, left_out: Callable[[Side, Provision], bool]
) -> tuple[tuple[Segment, Segment], ...]:
    """The texts of counterparts, headings first, neither of which is `left_out`."""
    known = bitext.alignment
    headed = filter(None, (pair.both for pair in known.divisions))
    texts = [(one.heading, two.heading) for one, two in headed if one.heading and two.heading]
    for both in filter(None, (pair.both for pair in known.provisions)):
        if not PROSE.issuperset(provision.kind for provision in both):
            continue
        if _same(both[0].segment, both[1].segment):
            continue
        if not any(left_out(side, provision) for side, provision in Side.of(both)):
            texts.append((both[0].segment, both[1].segment))
    return tuple(texts)


def _same(original: Segment, translation: Segment) -> bool:
    """Whether two texts are one, letter for letter, and more than a name or a figure."""
    text = original.text
    return text.count(" ") >= _FEWEST_BLANKS and original.markdown == translation.markdown


def bitext(
    original: Document,
    translation: Document,
    source: Source | None = None,
    glossary: Glossary | None = None,
    names: Glossary | None = None,
    progress: Progress = SILENT,
) -> Bitext:
    """Align two documents, and put what they are held against beside them."""
    aligned = align(original, translation, glossary, progress)
    printed = printed_words(original) if source else None
    return Bitext(
        original,
        translation,
        aligned,
        source,
        names,
        glossary,
        printed=printed,
        matching=Matching(source, printed) if source and printed else None,
        entries=joined(names, glossary),
    )
