"""Addresses: whoever cites a passage finds it again after it was renumbered."""

from __future__ import annotations

from collections.abc import Iterator

from diptych.alignment.units import units
from diptych.diagnostics import FILES, Diagnostic, Location, Severity, location
from diptych.language.written_dates import written_date
from diptych.model import Place, Side
from diptych.project.bitext import Bitext
from diptych.publication.addresses import address
from diptych.publication.citing import short_name
from diptych.publication.last_edition import Departed
from diptych.publication.moved_addresses import Move, Moves
from diptych.rules import rule
from diptych.wording import Wording

MOVED = "A101"
"""The code of the rule that finds lines wanting in the list of old addresses."""


@rule(MOVED, Severity.WARNING, silenceable=False)
def address_leads_elsewhere(bitext: Bitext) -> Iterator[Diagnostic]:
    """An address of an edition is another passage's since, or nobody's, and nothing says so.

    The project's list of old addresses says where the passages of earlier editions went, so that
    links and citations still lead to them.

    Mend: Run `diptych moved`, or add the line to the list.

    vi: Một địa chỉ của một bản đăng nay là của đoạn khác hoặc không còn là của đoạn nào, mà chưa
    được ghi lại.

    Danh mục địa chỉ cũ của dự án cho biết các đoạn của những bản đăng trước nay ở đâu, để liên kết
    và trích dẫn vẫn dẫn đến đúng chỗ.

    Sửa: Chạy `diptych moved`, hoặc thêm dòng đó vào danh mục.

    Bad:  `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (before others; no line in the list)
    Good: `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (and the lines for those after it)
    Sai:  `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (trước các đoạn khác; chưa ghi vào danh sách)
    Đúng: `- Một gạch đầu dòng mới.` ↔ `- A new dash.` (và các dòng cho những đoạn sau nó)
    """
    moves, last = bitext.moves, bitext.last_edition
    if moves is None or last is None:
        return
    present = {unit.id: unit for unit in units(bitext.alignment)}
    for departed in last.untold(moves):
        move = departed.move
        of_newest = move.day == last.day
        now = present.get(move.new) if of_newest else None
        places = [
            bitext.at(side, segment.place)
            for side in Side
            if now and (segment := now.segment(side))
        ]
        yield Diagnostic(
            _said(departed, [now.citation(side) if now else "" for side in Side], bitext)
            if of_newest
            else _said_of_older(departed, bitext),
            tuple(places) or (_in_list(moves, 1),),
            Wording(
                vi=f"Chạy `diptych moved`, hoặc ghi vào {moves.file} dòng: {move}",
                en=f"Run `diptych moved`, or add this line to {moves.file}: {move}",
            ),
        )


def _sides(bitext: Bitext) -> tuple[int, int]:
    """Which text is cited in Vietnamese and which in English."""
    locales = [document.locale for document in bitext.documents]
    vi, en = (locales.index(tag) if tag in locales else 0 for tag in ("vi", "en"))
    return vi, en


def _was(departed: Departed, bitext: Bitext) -> Wording:
    """What left its address, as its edition cites it."""
    vi, en = (_cited(departed, side, bitext) for side in _sides(bitext))
    old = departed.move.old
    if old.endswith("/"):
        vi, en = f"trang {old} ({vi})", f"the page {old} ({en})"
    day_vi, day = (written_date(departed.move.day, language) for language in ("vi", "en"))
    return Wording(vi=f"{vi} của bản đăng ngày {day_vi}", en=f"{en} of the edition of {day}")


def _cited(departed: Departed, side: int, bitext: Bitext) -> str:
    """How it was cited in a language; on a site of several documents, with its document."""
    cited = departed.cited[side]
    return f"{short_name(bitext.documents[side])}, {cited}" if bitext.folder else cited


def _said_of_older(departed: Departed, bitext: Bitext) -> Wording:
    was, new = _was(departed, bitext), departed.move.new
    if not new:
        return Wording(
            vi=f"{was.vi} không còn trong bản đăng sau đó, mà chưa được ghi lại",
            en=f"{was.en} was gone in the edition after it, and nothing says so",
        )
    return Wording(
        vi=f"{was.vi} có địa chỉ {new} trong bản đăng sau đó, mà chưa được ghi lại",
        en=f"{was.en} had the address {new} in the edition after it, and nothing says so",
    )


def _said(departed: Departed, cited: list[str], bitext: Bitext) -> Wording:
    was = _was(departed, bitext)
    now_vi, now = (cited[side] for side in _sides(bitext))
    if not departed.move.new:
        return Wording(
            vi=f"{was.vi} không còn, mà chưa được ghi lại",
            en=f"{was.en} is gone, and nothing says so",
        )
    return Wording(
        vi=f"{was.vi} nay là {now_vi}, mà chưa được ghi lại",
        en=f"{was.en} is now {now}, and nothing says so",
    )


@rule("A102", silenceable=False)
def address_leads_nowhere(bitext: Bitext) -> Iterator[Diagnostic]:
    """A line of the list of old addresses leads to a passage that the text does not have.

    Or it speaks of an address that its edition did not have.

    Mend: Correct the line; where the passage is gone since, `diptych moved` adds the line that says
    so.

    vi: Một dòng của danh mục địa chỉ cũ dẫn đến đoạn mà văn bản không có.

    Hoặc dòng đó nói về một địa chỉ mà bản đăng ấy không có.

    Sửa: Sửa dòng đó; nếu đoạn ấy đã bị bỏ từ đó đến nay, `diptych moved` thêm dòng nói như vậy.

    Bad:  `2026-12-01.iii-2-4 = "iii-3-99"`
    Good: `2026-12-01.iii-2-4 = "iii-3-1"`
    """
    moves, last = bitext.moves, bitext.last_edition
    if moves is None:
        return
    first = bitext.original.locale
    passages = list(units(bitext.alignment))
    present = {unit.id for unit in passages} | {
        address(unit.path, first, first) for unit in passages
    }
    for move in moves.moves():
        now = moves.now(move)
        if now and now not in present:
            yield _wrong(
                moves,
                move,
                Wording(
                    vi=f"dòng này dẫn đến {now}, mà văn bản không có đoạn nào như thế",
                    en=f"this line leads to {now}, and the text has no such passage",
                ),
            )
        elif last and move.day == last.day and move.old not in last.known:
            yield _wrong(
                moves,
                move,
                Wording(
                    vi=f"bản đăng {move.day.isoformat()} không có địa chỉ {move.old}",
                    en=f"the edition {move.day.isoformat()} has no address {move.old}",
                ),
            )


def _wrong(moves: Moves, move: Move, message: Wording) -> Diagnostic:
    return Diagnostic(message, (_in_list(moves, moves.line_of(move)),))


def _in_list(moves: Moves, line: int) -> Location:
    text = moves.lines[line - 1] if line <= len(moves.lines) else ""
    return location(FILES, Place(moves.file, line, 1), text, len(text))
