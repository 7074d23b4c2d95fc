"""The cells of a table's row -> one segment."""

from __future__ import annotations

from diptych.model import CELL, Link, NoteMark, Run, Segment, Stretch
from diptych.patterns import pattern_of
from diptych.reader.segments import CODE

_BAR = pattern_of(rf"{CODE}|\\\||(?P<bar>\|)")


def row(cells: list[Segment]) -> Segment:
    """The cells of a row as one segment: offsets in a cell's text become offsets in the whole."""
    text = ""
    runs: list[Run] = []
    stretches: list[Stretch] = []
    code: list[tuple[int, int]] = []
    marks: list[NoteMark] = []
    links: list[Link] = []
    spans: list[tuple[int, int]] = []
    breaks: list[int] = []
    for cell in cells:
        if text or runs:
            text += CELL
        at = len(text)
        spans.append((at, at + len(cell.text)))
        runs += [run._replace(offset=run.offset + at) for run in cell.runs]
        stretches += [Stretch(s.emphasis, s.start + at, s.end + at) for s in cell.stretches]
        code += [(start + at, end + at) for start, end in cell.code]
        marks += [mark._replace(offset=mark.offset + at) for mark in cell.marks]
        links += [link._replace(start=link.start + at, end=link.end + at) for link in cell.links]
        breaks += [offset + at for offset in cell.breaks]
        text += cell.text
    return Segment(
        text=text,
        # the parser takes the backslash off: what stands inside a cell would end it
        markdown=CELL.join(
            _BAR.sub(lambda bar: r"\|" if bar["bar"] else bar[0], cell.markdown) for cell in cells
        ),
        place=cells[0].place,
        end_line=cells[0].end_line,
        runs=tuple(runs),
        stretches=tuple(stretches),
        code=tuple(code),
        cells=tuple(spans),
        breaks=tuple(breaks),
        marks=tuple(marks),
        links=tuple(links),
        tags=tuple(tag for cell in cells for tag in cell.tags),
    )
