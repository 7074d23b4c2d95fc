"""Drafts -> the tree of divisions, each node with its id and its citation.

The id is derived from what is printed, never typed:

- a numbered division or item adds its number: `iii-2`, `iv-5`;
- a dash adds its rank among the dashes of its parent: `iii-2-1` is the first dash of
  section 2 of Part III (`d1` in a parent that also has numbered items or divisions);
- a paragraph adds its rank with a `p`: `i-p3`; further paragraphs under a dash or an
  item count that dash as their first: `iii-2-1-p2`;
- an unnumbered division is named for its page (`cover` for the first page), or for its
  rank among the unnumbered ones below its parent: `about-h1`;
- a repeated id (a mistake of numbering) gets `-x2`, so that ids stay unique.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from diptych.language.locales import Locale
from diptych.model import Division, Footnote, Kind, Provision
from diptych.reader.drafts import DivisionDraft, FootnoteDraft, ProvisionDraft


def nested(pages: Sequence[tuple[str, int, list[DivisionDraft]]]) -> list[DivisionDraft]:
    """Nest the divisions of all pages, given in reading order with each page's depth.

    A folder's index page holds what the other pages of the folder contain; otherwise
    no division reaches over the end of its page.
    """
    roots: list[DivisionDraft] = []
    stack: list[DivisionDraft] = []
    for path, depth, divisions in pages:
        folder = path.rpartition("/")[0]
        while stack and not _holds(stack[-1].page, folder):
            stack.pop()
        for draft in divisions:
            draft.page = path
            draft.level += depth
            while stack and (stack[-1].heading is None or stack[-1].level >= draft.level):
                stack.pop()
            (stack[-1].divisions if stack else roots).append(draft)
            stack.append(draft)
    return roots


def _holds(page: str, folder: str) -> bool:
    home, _, name = page.rpartition("/")
    return name == "index.md" and bool(home) and (folder + "/").startswith(home + "/")


class Identities:
    """Gives ids and citations out, top down, and keeps ids unique in one document."""

    def __init__(self, locale: Locale, titles: dict[str, str]) -> None:
        self._locale = locale
        self._titles = titles
        self._given: Counter[str] = Counter()

    def divisions(
        self, drafts: Iterable[DivisionDraft], parent: Division | None = None
    ) -> tuple[Division, ...]:
        """Freeze `drafts`, which stand side by side below `parent`."""
        unnumbered = 0
        frozen = []
        for draft in drafts:
            if draft.number is None:
                unnumbered += 1
            frozen.append(self._division(draft, parent, unnumbered))
        return tuple(frozen)

    def _division(self, draft: DivisionDraft, parent: Division | None, unnumbered: int) -> Division:
        on_own_page = parent is None or parent.page != draft.page
        if draft.number:
            own = draft.number.slug
            cited = self._locale.level(draft.level, draft.number.printed.rstrip(".)"))
        elif on_own_page:
            own = _page_slug(draft.page)
            cited = self._titles[draft.page]
        else:
            own = f"h{unnumbered}"
            cited = draft.heading.text if draft.heading else ""
        if parent and (draft.number or not on_own_page):
            own = f"{parent.id}-{own}"
            cited = f"{parent.citation}, {cited}"
        frame = Division(
            id=self._unique(own),
            citation=cited,
            level=max(draft.level, 1),
            page=draft.page,
            heading=draft.heading,
            number=draft.number,
            place=draft.place,
            anchor=draft.anchor,
        )
        numbered_below = any(below.number for below in draft.divisions)
        return replace(
            frame,
            provisions=self.provisions(
                draft.provisions,
                frame.id,
                frame.citation,
                frame.level,
                numbered_siblings=numbered_below,
            ),
            divisions=self.divisions(draft.divisions, frame),
        )

    def provisions(
        self,
        drafts: Sequence[ProvisionDraft],
        parent: str,
        cited: str,
        level: int | None = None,
        *,
        numbered_siblings: bool = False,
        paragraphs: int = 0,
    ) -> tuple[Provision, ...]:
        """Freeze `drafts`, which stand side by side below the node with id `parent`.

        `level` is the parent's when it is a division: numbered items straight below a
        part are cited as its sections. `paragraphs` is how many came before these.
        """
        numbered_siblings = numbered_siblings or any(d.number for d in drafts)
        dashes = 0
        frozen = []
        for draft in drafts:
            if draft.number:
                own = draft.number.slug
                bare = draft.number.printed.rstrip(".)")
                words = (
                    self._locale.level(level + 1, bare)
                    if level is not None
                    else self._locale.point.format(bare)
                )
            elif draft.kind is Kind.DASH:
                dashes += 1
                own = f"d{dashes}" if numbered_siblings else str(dashes)
                words = self._locale.dash.format(self._locale.ordinal(dashes))
            else:
                paragraphs += 1
                own = f"p{paragraphs}"
                words = self._locale.paragraph.format(paragraphs)
            identity = self._unique(f"{parent}-{own}")
            citation = f"{cited}, {words}"
            frozen.append(
                Provision(
                    id=identity,
                    citation=citation,
                    kind=draft.kind,
                    segment=draft.segment,
                    number=draft.number,
                    info=draft.info,
                    within=draft.within,
                    children=self.provisions(draft.children, identity, citation, paragraphs=1),
                )
            )
        return tuple(frozen)

    def footnotes(
        self, drafts: Iterable[FootnoteDraft], home: Division | None, page: str
    ) -> tuple[Footnote, ...]:
        """Freeze the footnotes of one page, whose first division is `home`."""
        frozen = []
        for draft in drafts:
            identity = self._unique(f"{home.id if home else _page_slug(page)}-fn-{draft.label}")
            note = self._locale.note.format(draft.label)
            citation = f"{home.citation if home else self._titles[page]}, {note}"
            paragraphs = self.provisions(
                draft.provisions, identity, citation, numbered_siblings=True
            )
            frozen.append(Footnote(identity, citation, draft.label, draft.place, paragraphs))
        return tuple(frozen)

    def _unique(self, identity: str) -> str:
        self._given[identity] += 1
        count = self._given[identity]
        return identity if count == 1 else self._unique(f"{identity}-x{count}")


def _page_slug(path: str) -> str:
    if path == "index.md":
        return "cover"
    own = path.removesuffix(".md").removesuffix("/index").replace("/", "-")
    return "-".join(own.split())  # no id has a blank
