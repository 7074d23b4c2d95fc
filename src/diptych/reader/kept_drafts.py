"""What pages were read as, kept for the next time that their project is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from diptych.reader.blocks import read_blocks
from diptych.reader.drafts import PageDraft
from diptych.reader.markdown_files import MarkdownText


def draft_of(text: MarkdownText, tag: str) -> PageDraft:
    """What the page in `text` is read as, in the language `tag`."""
    return read_blocks(text.body, text.lines, text.file, tag)


@dataclass(slots=True)
class KeptDrafts:
    """The drafts of pages as they were last read: one that is edited is read anew."""

    _known: dict[tuple[str, str], tuple[MarkdownText, PageDraft]] = field(default_factory=dict)
    _before: dict[tuple[str, str], tuple[MarkdownText, PageDraft]] = field(default_factory=dict)

    def begin(self) -> None:
        """Read the project again: what the last reading did not ask for is forgotten."""
        self._before, self._known = self._known, {}

    def of(self, text: MarkdownText, tag: str) -> PageDraft:
        """The draft of the page in `text`, for whoever puts it into a document to change."""
        known = self._known.get((text.file, tag)) or self._before.get((text.file, tag))
        if known is None or (known[0].meta_end, known[0].lines) != (text.meta_end, text.lines):
            known = text, draft_of(text, tag)
        self._known[text.file, tag] = known
        draft = known[1]
        # what stands in a division is not changed
        divisions = [replace(each, divisions=[]) for each in draft.divisions]
        return replace(draft, divisions=divisions)
