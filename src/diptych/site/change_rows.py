"""What editions changed in one document, in rows for readers of one language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from diptych.alignment.units import HEADING, Unit
from diptych.changes.passage_changes import Change, ChangeKind
from diptych.changes.word_changes import Mark, Piece
from diptych.editions.history import EditionHistory, Step
from diptych.editions.tags import DatedEdition
from diptych.language.written_dates import written_date
from diptych.model import Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import edition_address, placed
from diptych.publication.citing import short_name

MOST = 400
"""The most passages of one edition whose words are shown: a page stays one that can be read."""
_AROUND = 16
"""How many words that stayed are shown on each side of what changed."""
_SPARED = 8
"""How many words an ellipsis stands for at least."""
_UNFOLDED = 12
"""How many passages of one edition are shown unfolded."""
_SHORT = 600
"""How many characters of a passage are shown unfolded."""


@dataclass(frozen=True, slots=True)
class EditionDate:
    """The date of an edition."""

    iso: str
    """The date as machines read it: "2026-03-01"."""
    written: str
    """The date as the reader's language writes it."""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A passage, and where it is now."""

    citation: str
    """The citation as the passage had it."""
    path: str = ""
    """The path of the page that it is on now, or empty if it was removed since."""
    id: str = ""
    """The id that it has now, or empty."""
    now: str = ""
    """The citation that it has now, where that is another one."""


@dataclass(frozen=True, slots=True)
class WordsRow:
    """A passage in one language, with the words that were taken out and put in."""

    language: str
    pieces: tuple[Piece, ...]
    """The words around what changed; none where the language lacks the passage."""
    touched: bool
    """Whether the words in this language changed."""


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage whose words an edition changed, which it added or removed."""

    anchor: str
    kind: str
    """The value of its `ChangeKind`."""
    place: PlaceRow
    was: str
    """The citation before, where that was another one."""
    words: tuple[WordsRow, ...]
    folded: bool
    """Whether its words are folded: they are many, or one of many passages."""


@dataclass(frozen=True, slots=True)
class MoveRow:
    """A passage that has another number, place or rank and the same words."""

    was: str
    """The citation before; empty where it is the same."""
    place: PlaceRow
    below: int
    """The number of the passages below it that moved with it."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What an edition changed in a document."""

    anchor: str
    name: str
    """What the document is called beside others; empty on a site with one."""
    path: str
    """The path of its first page, if it is there now among others; else empty."""
    fate: str
    """The key of the words that say that the edition brought it among others, or that it went:
    "changes.document.FATE"; empty where it stayed."""
    address: str
    """The address at which the edition keeps it readable among others, or empty."""
    counts: Mapping[str, int]
    """The number of passages by what became of them: the values of `ChangeKind`."""
    passages: tuple[PassageRow, ...]
    moves: tuple[MoveRow, ...]
    left: int
    """The number of changed passages that are not shown."""


@dataclass(frozen=True, slots=True)
class TouchRow:
    """That an edition touched a passage."""

    anchor: str
    """The anchor at which the page tells of it."""
    date: EditionDate | None
    """The date of the edition; None if it has changed since the newest."""
    kind: str
    was: str
    """The citation before, where that was another one."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A passage and the editions that touched it, the newest first."""

    anchor: str
    place: PlaceRow
    touches: tuple[TouchRow, ...]


def edition_anchor(edition: DatedEdition | None, folder: str = "") -> str:
    """The anchor of an edition on that page, or of what it changed in the document in `folder`;
    without an edition, of what has changed since the newest.
    """
    anchor = f"edition-{edition.date.isoformat()}" if edition else "since-then"
    return f"{anchor}-{folder}" if folder else anchor


def history_anchor(identity: str, folder: str = "") -> str:
    """The anchor of the history of the passage with the id `identity` on that page, of the document
    in `folder` on a site of several: no id and no folder has a full stop.
    """
    return f"history-{folder}.{identity}" if folder else f"history-{identity}"


def shortened(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """`pieces` with an ellipsis for the middle of what stayed, but for a few words around what
    changed.
    """
    last = len(pieces) - 1
    return tuple(
        Piece(piece.mark, _abridged(piece.text, follows=n > 0, leads=n < last))
        if piece.mark is Mark.KEPT
        else piece
        for n, piece in enumerate(pieces)
    )


def _abridged(text: str, *, follows: bool, leads: bool) -> str:
    """`text` without its middle if it `follows` and `leads` to what changed, else without the end
    that is far from it; of a text beside which nothing changed the beginning is left.
    """
    words = text.split(" ")
    head = _AROUND if follows or not leads else 0
    tail = _AROUND if leads else 0
    if len(words) <= head + tail + _SPARED:
        return text
    return " ".join([*words[:head], "…", *words[len(words) - tail :]])


class DocumentChanges:
    """Tells what editions changed in a document, in the language of one side."""

    def __init__(
        self, history: EditionHistory, texts: Bitext, side: Side, *, among_others: bool, gone: bool
    ) -> None:
        """`texts` are those of today; of a document that is `gone`, those of its last edition."""
        self.history = history
        self.locales = [document.locale for document in texts.documents]
        self.side = side
        self.folder = texts.folder
        self.gone = gone
        self.among_others = among_others
        self.name = short_name(texts.documents[side]) if among_others else ""
        """What the document is called beside others; empty on a site with one."""
        self._named = self.folder or ("-" if among_others else "")
        """What its anchors have of the document, which may have been the site's only one."""
        self.touches = history.touches
        self._became = {
            id(touch.change): history.now[identity]
            for identity, touches in self.touches.items()
            for touch in touches
        }
        """What each change touched, as it is now."""

    def row(self, edition: DatedEdition | None, most: int, *, first: bool) -> DocumentRow | None:
        """What `edition` changed, of which at most so many passages are shown; without one, what
        has changed since the newest. None where that did not touch a document among others.

        Nothing comes before the `first` edition, which brings every document.
        """
        steps = self.history.steps
        step = next((one for one in steps if one.edition == edition and not one.problem), None)
        if step is None:
            known = any(not one.problem for one in steps)
            is_new = self.among_others and edition is None and not known
            return self._row(Step(None), 0, "new") if is_new else None
        if not self.among_others:
            return self._row(step, most)
        if self._takes_away(step):
            return self._row(step, 0, "gone")
        if step.before is None:
            return self._row(step, 0, "" if first else "new")
        return self._row(step, most) if step.changes else None

    def _takes_away(self, step: Step) -> bool:
        return self.gone and step is self.history.steps[0]

    def _row(self, step: Step, most: int, fate: str = "") -> DocumentRow:
        changes = step.changes if most else ()
        words = [change for change in changes if change.what is not ChangeKind.MOVED]
        return DocumentRow(
            edition_anchor(step.edition, self._named),
            self.name,
            placed("index.md", self.folder) if self.folder and not self.gone else "",
            fate,
            self._address(step),
            Counter(change.what.value for change in changes),
            tuple(
                self._passage(step, change, folded=len(words) > _UNFOLDED)
                for change in words[:most]
            ),
            tuple(self._moves(step)) if most else (),
            max(0, len(words) - most),
        )

    def histories(self) -> Iterator[HistoryRow]:
        """Every passage that a step touched."""
        for identity, unit in self.history.now.items():
            if touches := self.touches.get(identity):
                yield HistoryRow(
                    history_anchor(identity, self.folder),
                    PlaceRow(self._citation(unit), placed(unit.path, self.folder), unit.id),
                    tuple(
                        TouchRow(
                            self._anchor(touch.step, touch.change),
                            dated(touch.step.edition, self.locale),
                            touch.change.what.value,
                            self._was(touch.change),
                        )
                        for touch in touches
                    ),
                )

    def _passage(self, step: Step, change: Change, *, folded: bool) -> PassageRow:
        words = tuple(
            WordsRow(locale, shortened(change.words(side)), change.touches(side))
            for side, locale in Side.of(self.locales)
        )
        length = max(sum(len(piece.text) for piece in row.pieces) for row in words)
        return PassageRow(
            self._anchor(step, change),
            change.what.value,
            self._place(change),
            self._was(change),
            words,
            folded or length > _SHORT,
        )

    def _moves(self, step: Step) -> Iterator[MoveRow]:
        """The moves, without what moved with the heading above it."""
        led = {
            _ids(change)
            for change in step.changes
            if change.before and change.after and change.unit.kind == HEADING
        }
        moved = [change for change in step.changes if change.what is ChangeKind.MOVED]
        leaders = [_leader(led, change) for change in moved]
        followed = Counter(filter(None, leaders))
        alone = {id(change) for change, leader in zip(moved, leaders, strict=True) if not leader}
        for change in step.changes:
            below = followed[_ids(change)] if change.unit.kind == HEADING else 0
            if id(change) in alone or below:
                yield MoveRow(self._was(change), self._place(change), below)

    def _address(self, step: Step) -> str:
        """The address of the document among others as the edition has it."""
        if step.edition is None or not self.among_others or self._takes_away(step):
            return ""
        return edition_address(step.edition.date, self.locale, step.folder)

    def _anchor(self, step: Step, change: Change) -> str:
        """Where the page tells of a change: at its passage, or at its edition if it only moved."""
        edition = edition_anchor(step.edition, self._named) + ("." if self._named else "-")
        if change.what is ChangeKind.MOVED:
            return f"{edition}moved"
        gone = "" if change.after else "removed-"
        return f"{edition}{gone}{change.unit.id}"

    def _place(self, change: Change) -> PlaceRow:
        citation = self._citation(change.unit)
        now = self._became.get(id(change))
        if now is None:
            return PlaceRow(citation)
        called = self._citation(now)
        return PlaceRow(
            citation, placed(now.path, self.folder), now.id, called if called != citation else ""
        )

    def _was(self, change: Change) -> str:
        if change.before is None or change.after is None:
            return ""
        was = self._citation(change.before)
        return was if was != self._citation(change.after) else ""

    def _citation(self, unit: Unit) -> str:
        return unit.citation(self.side) or unit.citation(self.side.other) or unit.id

    @property
    def locale(self) -> str:
        """The language of the rows."""
        return self.locales[self.side]


def dated(edition: DatedEdition | None, locale: str) -> EditionDate | None:
    """The date of an edition for readers of the language `locale`."""
    if edition is None:
        return None
    return EditionDate(edition.date.isoformat(), written_date(edition.date, locale))


def _ids(change: Change) -> tuple[str, str]:
    """The ids before and after; empty where there is none."""
    return change.before.id if change.before else "", change.after.id if change.after else ""


def _leader(led: set[tuple[str, str]], change: Change) -> tuple[str, str] | None:
    """The outermost heading, by its ids before and after, with which a passage moved."""
    found = None
    was, now = _ids(change)
    while was and now:
        was, _, last = was.rpartition("-")
        now, _, other = now.rpartition("-")
        if last != other:
            break
        if was != now and (was, now) in led:
            found = (was, now)
    return found
