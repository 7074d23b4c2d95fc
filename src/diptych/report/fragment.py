"""A report as HTML without a page around it: for a page of its own, and for GitHub's summaries.

GitHub takes HTML in Markdown if no line is empty, and keeps elements but not their style; so the
elements alone must say what there is to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import html
from lxml.html import HtmlElement
from lxml.html import builder as E  # noqa: N812 - as its documentation has it

from diptych.changes.passages import Change
from diptych.changes.word_changes import Mark
from diptych.diagnostics import CALLED, MEND, Diagnostic, Location, Severity
from diptych.diagnostics.silenced import Silenced
from diptych.errors import Problem
from diptych.freshness.names import TOLD
from diptych.model import Side
from diptych.report import Review, said
from diptych.report.notices import HEAD, Notice, notices
from diptych.visible import visible
from diptych.wording import Wording

_ELEMENTS = {Mark.DELETED: E.DEL, Mark.INSERTED: E.INS}


def fragment(review: Review, languages: Sequence[str], most: int | None = None) -> str:
    """The report in `languages`, an element a line; of each list at most `most` are shown."""
    writer = _Writer(review, languages, most)
    return "\n".join(html.tostring(part, encoding="unicode") for part in writer.parts())


class _Writer:
    def __init__(self, review: Review, languages: Sequence[str], most: int | None) -> None:
        self.review, self.languages, self.most = review, languages, most

    def parts(self) -> Iterator[HtmlElement]:
        review = self.review
        yield E.H1(self.label(said.TITLE))
        sign = said.sign(review)
        for language in self.languages:
            yield E.P(
                {"lang": language},
                E.STRONG(f"{sign} {said.verdict(review)[language]}"),
                f" {visible(said.counted(review)[language])}",
            )
        yield from self.ways_on()
        yield from self.notices()
        yield from self.silenced()
        yield from self.findings()
        yield from self.changes()
        yield from self.moved()
        yield from self.other_files()
        yield from self.status()

    def label(self, wording: Wording) -> str:
        return said.label(wording, self.languages)

    def each(self, wording: Wording) -> Iterator[HtmlElement]:
        """A sentence, a paragraph a language."""
        for language in self.languages:
            yield E.P({"lang": language}, visible(wording[language]))

    def shown(self, entries: Sequence[object]) -> int:
        return len(entries) if self.most is None else min(self.most, len(entries))

    def left(self, entries: Sequence[object]) -> Iterator[HtmlElement]:
        if left := len(entries) - self.shown(entries):
            yield from self.each(said.more(left))

    def ways_on(self) -> Iterator[HtmlElement]:
        ways = ((self.review.links.page, said.PAGE), (self.review.links.preview, said.PREVIEW))
        items = [E.LI(E.A({"href": to}, self.label(wording))) for to, wording in ways if to]
        if items:
            yield E.UL(*items)

    # --- what the check of the texts does not tell ---

    def notices(self) -> Iterator[HtmlElement]:
        found = notices(self.review)
        if found:
            yield E.H2(self.label(HEAD))
        for notice in found:
            yield self.notice(notice)
            yield from self.left(notice.items)

    def notice(self, notice: Notice) -> HtmlElement:
        weight = E.STRONG if notice.grave else E.SPAN
        end = ":" if notice.items else "."
        said_of_it = [
            E.P({"lang": language}, weight(f"{visible(notice.wording[language])}{end}"))
            for language in self.languages
        ]
        items = [E.LI(E.CODE(visible(item))) for item in notice.items[: self.shown(notice.items)]]
        grave = " grave" if notice.grave else ""
        listed = (E.UL(*items),) if items else ()
        return E.DIV({"class": f"notice{grave}"}, *said_of_it, *listed)

    def silenced(self) -> Iterator[HtmlElement]:
        found = self.review.silenced
        if found:
            yield E.H2(f"{self.label(said.SILENCED)} ({len(found)})")
            new = len(self.review.newly_silenced)
            for index, silenced in enumerate(found[: self.shown(found)]):
                yield self.silence(silenced, new=index < new)
            yield from self.left(found)

    def silence(self, silenced: Silenced, *, new: bool) -> HtmlElement:
        found, comment = silenced.finding, silenced.comment
        called = self.label(said.NEW) if new else ""
        cells = [
            E.TD({"lang": language}, visible(found.message[language]))
            for language in self.languages
        ]
        places = [E.LI(*self.location(location)) for location in found.locations]
        reason = E.P(
            E.EM(f"{self.label(said.REASON)}:"),
            " ",
            E.Q(visible(comment.reason)),
            " ",
            self.place(comment.place.file, comment.place.line),
        )
        where = E.TD({"colspan": str(len(self.languages))}, E.UL(*places), reason)
        head = self.head(found, called)
        return E.TABLE({"class": "finding silenced"}, head, E.TR(*cells), E.TR(where))

    # --- findings ---

    def findings(self) -> Iterator[HtmlElement]:
        review = self.review
        problems = list(review.problems)
        found = list(review.checked.diagnostics) if review.checked else []
        if problems:
            yield E.H2(self.label(said.FINDINGS))
            yield from self.each(said.UNREAD)
            yield self.problems(problems)
        elif found:
            yield E.H2(self.label(said.FINDINGS))
            for finding in found[: self.shown(found)]:
                yield self.finding(finding)
            yield from self.left(found)
        if review.base.problems:
            yield from self.each(said.BASE_UNREAD)
            yield self.problems(review.base.problems)

    def problems(self, problems: Sequence[Problem]) -> HtmlElement:
        items = []
        for problem in problems[: self.shown(problems)]:
            sentences = [
                E.DIV({"lang": language}, visible(problem.wording[language]))
                for language in self.languages
            ]
            items.append(E.LI(self.place(problem.file, problem.line or 1), *sentences))
        return E.UL(*items)

    def finding(self, found: Diagnostic) -> HtmlElement:
        warning = found.severity is Severity.WARNING
        head = self.head(found, self.label(CALLED[found.severity]) if warning else "")
        cells = [
            E.TD(
                {"lang": language, "width": f"{100 // len(self.languages)}%"},
                E.P(E.STRONG(visible(found.message[language]))),
                E.P(E.EM(f"{MEND[language]}:"), f" {visible(found.help[language])}"),
            )
            for language in self.languages
        ]
        places = [E.LI(*self.location(location)) for location in found.locations]
        places += [self.consequence(below) for below in found.consequences]
        where = E.TD({"colspan": str(len(self.languages))}, E.UL(*places))
        return E.TABLE({"class": "finding"}, head, E.TR(*cells), E.TR(where))

    def head(self, found: Diagnostic, called: str) -> HtmlElement:
        head = E.TR(E.TH({"colspan": str(len(self.languages)), "scope": "colgroup"}))
        head[0].append(self.rule(found.code))
        head[0][0].tail = f" {found.rule}" + (f" · {called}" if called else "")
        return head

    def rule(self, code: str) -> HtmlElement:
        address = self.review.reference.address(code, self.languages[0])
        return E.A({"href": address}, code) if address else E.SPAN(code)

    def location(self, location: Location) -> Iterator[HtmlElement]:
        yield self.place(location.file, location.line, location.column)
        start, end = location.caret, location.caret + location.length
        text = location.excerpt
        if text:
            yield E.DIV(
                E.Q(visible(text[:start]), E.MARK(visible(text[start:end])), visible(text[end:]))
            )
        if location.label:
            yield E.DIV(E.EM(visible(self.label(location.label))))

    def consequence(self, found: Diagnostic) -> HtmlElement:
        at = found.locations[0]
        said_of_it = visible(self.label(found.message))
        return E.LI("+ ", self.place(at.file, at.line), f" {said_of_it} ({found.code})")

    def place(self, file: str, line: int, column: int = 0) -> HtmlElement:
        shown = E.CODE(visible(f"{file}:{line}" + (f":{column}" if column else "")))
        address = self.review.links.line(file, line)
        return E.A({"href": address}, shown) if address else shown

    # --- changes ---

    def changes(self) -> Iterator[HtmlElement]:
        texts = self.review.texts
        if texts:
            yield E.H2(self.label(said.CHANGES))
            for change in texts[: self.shown(texts)]:
                yield self.change(change)
            yield from self.left(texts)

    def change(self, change: Change) -> HtmlElement:
        told = said.fate(self.review, change)
        caption = E.CAPTION(
            E.STRONG(visible(said.citations(change.unit))),
            " – ",
            E.EM(", ".join(self.label(wording) for wording in told)),
        )
        names = said.names_of_languages(self.review)
        heads = [
            E.TH({"scope": "col", "width": "50%"}, *self.column(change, s, names[s])) for s in Side
        ]
        texts = [E.TD({"lang": self.locale(s)}, *self.text(change, s)) for s in Side]
        return E.TABLE({"class": "change"}, caption, E.TR(*heads), E.TR(*texts))

    def column(self, change: Change, side: Side, name: str) -> Iterator[HtmlElement | str]:
        yield f"{name} "
        segment = change.after.segment(side) if change.after else None
        if segment:
            yield self.place(segment.place.file, segment.place.line)

    def text(self, change: Change, side: Side) -> Iterator[HtmlElement | str]:
        pieces = change.words(side)
        for index, piece in enumerate(pieces):
            if index:
                yield " "
            text = visible(piece.text)
            yield text if piece.mark is Mark.KEPT else _ELEMENTS[piece.mark](text)
        if not pieces:
            yield E.EM({"lang": self.languages[0]}, self.label(said.ABSENT))
        elif not change.touches(side):
            yield " "
            yield E.EM({"lang": self.languages[0]}, f"({self.label(said.UNCHANGED)})")

    def locale(self, side: Side) -> str:
        checked = self.review.checked
        return checked.bitext.documents[side].locale if checked else ""

    def moved(self) -> Iterator[HtmlElement]:
        moved = self.review.moved
        if not moved:
            return
        items = [
            E.LI(visible(said.went(was, now, said.citations)))
            for was, now in moved[: self.shown(moved)]
        ]
        summary = E.SUMMARY(f"{self.label(said.MOVED)} ({len(moved)})")
        yield E.DETAILS(summary, E.UL(*items))

    def other_files(self) -> Iterator[HtmlElement]:
        files = self.review.other_files
        if files:
            yield E.H2(self.label(said.files(self.review)))
            yield E.UL(*(E.LI(E.CODE(visible(file))) for file in files[: self.shown(files)]))
            yield from self.left(files)

    def status(self) -> Iterator[HtmlElement]:
        standings = said.standings(self.review)
        if not standings:
            return
        yield E.H2(self.label(said.STATUS))
        yield E.P(", ".join(f"{self.label(wording)}: {count}" for wording, count in standings))
        lagging = self.review.lagging
        if lagging:
            items = [
                E.LI(f"{visible(said.citations(s.unit))} – {self.label(TOLD[s.state])}")
                for s in lagging[: self.shown(lagging)]
            ]
            yield E.P(E.STRONG(self.label(said.LAGGING)))
            yield E.UL(*items)
            yield from self.left(lagging)
