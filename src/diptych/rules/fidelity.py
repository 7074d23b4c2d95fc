"""Fidelity: the original says, word for word, what the source as received says.

The register of corrections is the only way to differ from the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diptych.diagnostics import Diagnostic, Location
from diptych.language.word_difference import Difference, differences, equal_runs
from diptych.model import Emphasis, Place, Provision, Side
from diptych.project.bitext import Bitext
from diptych.rules import rule
from diptych.rules.shared.source_places import in_register, in_source
from diptych.source import Source
from diptych.source.row import WordRow
from diptych.source.words import Word, is_letter
from diptych.wording import Wording

_SHOWN = 12
"""The most words that a message quotes."""


@rule("O101", silenceable=False)
def source_altered(bitext: Bitext) -> Iterator[Diagnostic]:
    """The file of the source as received is no longer what was received.

    It is never edited: a slip in it is corrected through the register.

    Mend: Restore the file from git; corrections belong in the register.

    vi: Tệp văn bản nguồn không còn như khi nhận được.

    Tệp này không bao giờ được sửa: chỗ sai trong đó được đính chính qua bảng đính chính.

    Sửa: Khôi phục tệp này từ git; mọi chỗ sửa ghi vào bảng đính chính.

    Bad:  `sha256: 8d96…` ↔ `sha256: 5e88…`
    Good: `sha256: 5e88…` ↔ `sha256: 5e88…`
    """
    source = bitext.source
    if source is None or source.sha256 == source.expected_sha256:
        return
    yield Diagnostic(
        Wording(
            vi="tệp văn bản nguồn đã bị sửa (mã SHA-256 không khớp)",
            en="the source as received was altered (its SHA-256 does not match)",
        ),
        (in_source(source, Place(source.file, 1, 1)),),
    )


@rule("O102", silenceable=False)
def words_differ_from_source(bitext: Bitext) -> Iterator[Diagnostic]:
    """A word of the original was changed, lost, added or moved in comparison with the source.

    Mend: Write it as the source has it. If the source is evidently wrong, add an entry to the
    register of corrections.

    vi: Một từ của bản gốc bị đổi, thiếu, thừa hoặc chuyển chỗ so với văn bản nguồn.

    Sửa: Ghi lại đúng như văn bản nguồn. Nếu nguồn sai rõ ràng, thêm một mục vào bảng đính chính.

    Bad:  `kinh tế` ↔ `kinh tê`
    Good: `kinh tế` ↔ `kinh tế`
    """
    source, printed = bitext.source, bitext.printed
    if source is None or printed is None:
        return
    yield from _Row(bitext, source, source.corrected.body, printed.body).diagnostics()
    yield from _Row(bitext, source, source.corrected.notes, printed.notes).diagnostics()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of words of the source beside the row that the pages have."""

    bitext: Bitext
    source: Source
    expected: Sequence[Word]
    printed: Sequence[Word]

    def diagnostics(self) -> Iterator[Diagnostic]:
        found = differences([w.text for w in self.expected], [w.text for w in self.printed])
        lost = {_text(self.expected, d.expected): d for d in found if d.nothing_printed}
        added = {_text(self.printed, d.printed): d for d in found if d.nothing_expected}
        for difference in found:
            text = self._lone_text(difference)
            if text not in lost or text not in added:
                yield self._changed(difference)
            elif difference is added[text]:
                yield self._moved(lost[text], difference)

    def _lone_text(self, difference: Difference) -> str:
        if difference.nothing_printed:
            return _text(self.expected, difference.expected)
        return _text(self.printed, difference.printed) if difference.nothing_expected else ""

    def _changed(self, difference: Difference) -> Diagnostic:
        return Diagnostic(
            _what_changed(
                _short(_text(self.expected, difference.expected)),
                _short(_text(self.printed, difference.printed)),
            ),
            self._locations(difference.printed, difference.expected),
        )

    def _moved(self, lost: Difference, added: Difference) -> Diagnostic:
        text = _short(_text(self.printed, added.printed))
        return Diagnostic(
            Wording(
                vi=f"đứng ở chỗ khác so với văn bản nguồn: “{text}”",
                en=f"these words are in a different place in the source: “{text}”",
            ),
            self._locations(added.printed, lost.expected),
        )

    def _locations(
        self, printed: tuple[int, int], expected: tuple[int, int]
    ) -> tuple[Location, Location]:
        word, length, label = _span(self.printed, printed)
        first = Place(self.bitext.original.pages[0].file, 1, 1)
        here = self.bitext.at(Side.ORIGINAL, word.place if word else first, length, label)
        word, length, label = _span(self.expected, expected)
        top = Place(self.source.file, 1, 1)
        return here, in_source(self.source, word.place if word else top, length, label)


def _what_changed(should: str, has: str) -> Wording:
    if not has:
        return Wording(
            vi=f"thiếu so với văn bản nguồn: “{should}”",
            en=f"the source has words here that the page lacks: “{should}”",
        )
    if not should:
        return Wording(
            vi=f"văn bản nguồn không có: “{has}”",
            en=f"these words are not in the source: “{has}”",
        )
    return Wording(
        vi=f"khác văn bản nguồn: trang ghi “{has}”, nguồn là “{should}”",
        en=f"the page differs from the source: it has “{has}”, the source “{should}”",
    )


@rule("O103", silenceable=False)
def emphasis_differs_from_source(bitext: Bitext) -> Iterator[Diagnostic]:
    """Words are set in italics or bold on the page and not in the source, or the reverse.

    Every letter and figure counts, not the punctuation between them.

    Mend: Put `*…*` (italics) or `**…**` (bold) as the source has it.

    vi: Kiểu chữ nghiêng hoặc đậm trên trang khác với văn bản nguồn.

    Mọi chữ cái và chữ số đều được so, trừ dấu câu giữa các từ.

    Sửa: Đặt `*…*` (nghiêng) hoặc `**…**` (đậm) đúng như văn bản nguồn.

    Bad:  `*để báo cáo*` ↔ `để báo cáo`
    Good: `*để báo cáo*` ↔ `*để báo cáo*`
    """
    source = bitext.source
    if source is None or bitext.printed is None:
        return
    for expected, printed in (
        (source.corrected.body, bitext.printed.body),
        (source.corrected.notes, bitext.printed.notes),
    ):
        for i, j, size in equal_runs([w.text for w in expected], [w.text for w in printed]):
            run: list[tuple[Word, Word]] = []
            for k in range(size + 1):
                pair = (expected[i + k], printed[j + k]) if k < size else None
                partly = pair and (pair[0].letters or pair[1].letters)
                if pair and not partly and pair[0].emphasis != pair[1].emphasis:
                    run.append(pair)
                elif run:
                    yield _emphasis(bitext, source, run)
                    run = []
                if pair and partly and pair[0].settings != pair[1].settings:
                    yield _letters(bitext, source, *pair)


def _emphasis(bitext: Bitext, source: Source, run: list[tuple[Word, Word]]) -> Diagnostic:
    text = _short(" ".join(word.text for word, _ in run))
    should = _SETTING[run[0][0].emphasis]
    return Diagnostic(
        Wording(
            vi=f"kiểu chữ khác văn bản nguồn: “{text}” phải là {should.vi}",
            en=f"the emphasis differs from the source: “{text}” should be {should.en}",
        ),
        (
            bitext.at(Side.ORIGINAL, run[0][1].place, len(text)),
            in_source(source, run[0][0].place, len(text)),
        ),
    )


def _letters(bitext: Bitext, source: Source, expected: Word, printed: Word) -> Diagnostic:
    """The finding that letters of a word are set otherwise: the first, and those meant like it."""
    pairs = zip(expected.settings, printed.settings, strict=False)
    wrong = [n for n, (should, has) in enumerate(pairs) if should != has]
    should = expected.settings[wrong[0]]
    letters = [char for char in expected.text if is_letter(char)]
    said = "".join(letters[n] for n in wrong if expected.settings[n] == should)
    setting = _SETTING[should]
    return Diagnostic(
        Wording(
            vi=f"kiểu chữ khác văn bản nguồn: “{said}” trong “{printed.text}” phải là {setting.vi}",
            en=f"the emphasis differs from the source: “{said}” in “{printed.text}” should be "
            f"{setting.en}",
        ),
        (
            bitext.at(Side.ORIGINAL, printed.place, len(printed.text)),
            in_source(source, expected.place, len(expected.text)),
        ),
    )


_SETTING = {
    Emphasis.NONE: Wording(vi="chữ thường (không nghiêng, không đậm)", en="plain"),
    Emphasis.EM: Wording(vi="chữ nghiêng", en="in italics"),
    Emphasis.STRONG: Wording(vi="chữ đậm", en="bold"),
    Emphasis.EM | Emphasis.STRONG: Wording(vi="chữ nghiêng đậm", en="bold italics"),
}


@rule("O104", silenceable=False)
def register_entry_does_not_apply(bitext: Bitext) -> Iterator[Diagnostic]:
    """An entry of the register of corrections matches nothing, or more than one place.

    The reading found must occur exactly once in the source, and the reading printed in the
    provision that the entry names.

    Mend: Make the entry (place, found, printed) fit the source and the page, or remove it.

    vi: Một mục của bảng đính chính không khớp chỗ nào, hoặc khớp nhiều chỗ.

    Chữ trong nguồn (found) phải xuất hiện đúng một lần, và chữ in ra (printed) phải nằm trong đoạn
    mà mục đó nêu.

    Sửa: Sửa mục này (place, found, printed) cho khớp văn bản nguồn và trang, hoặc bỏ nó.

    Bad:  `found = "tiến"`
    Good: `found = "tiến tiến"`
    """
    source = bitext.source
    if source is None:
        return
    provisions = {p.id: p for page in bitext.original.pages for p in page.all_provisions()}
    texts = [(p, _as_printed(p)) for p in provisions.values()]
    for entry, count in zip(source.register.corrections, source.occurrences, strict=True):
        home = provisions.get(entry.place)
        holders = [p for p, printed in texts if entry.printed in printed]
        if count != 1:
            problem = Wording(
                vi=f"“{entry.found}” xuất hiện {count} lần trong văn bản nguồn, phải đúng một lần",
                en=f"“{entry.found}” occurs {count} times in the source, not once",
            )
        elif holders and not any(entry.place in _ids(bitext, p) for p in holders):
            # a reading that stands nowhere is told by O102, at its place
            problem = Wording(
                vi=f"“{entry.printed}” không nằm trong đoạn {entry.place}",
                en=f"“{entry.printed}” does not occur in the provision {entry.place}",
            )
        else:
            continue
        yield _register_diagnostic(bitext, source, problem, entry.line, home)
    rows = [WordRow(words) for words in (source.words.body, source.words.notes)]
    for remark in source.register.remarks:
        if not any(row.occurrences(remark.found) for row in rows):
            yield _register_diagnostic(
                bitext,
                source,
                Wording(
                    vi=f"văn bản nguồn không có “{remark.found}”",
                    en=f"the source does not read “{remark.found}”",
                ),
                remark.line,
                provisions.get(remark.place),
            )


def _ids(bitext: Bitext, provision: Provision) -> set[str]:
    """The ids of `provision` and its counterpart: they differ if one language changed a number."""
    counterpart = bitext.alignment.counterparts[0].get(provision.id)
    return {provision.id, counterpart.id} if counterpart else {provision.id}


def _as_printed(provision: Provision) -> str:
    return f"- {provision.segment.text}" if provision.kind == "dash" else provision.segment.text


def _register_diagnostic(
    bitext: Bitext, source: Source, problem: Wording, line: int, home: Provision | None
) -> Diagnostic:
    return Diagnostic(
        Wording(
            vi=f"mục của bảng đính chính không áp dụng được: {problem.vi}",
            en=f"an entry of the register of corrections does not apply: {problem.en}",
        ),
        (in_register(source, line), *([bitext.at(Side.ORIGINAL, home.place)] if home else [])),
    )


def _text(words: Sequence[Word], span: tuple[int, int]) -> str:
    return " ".join(word.text for word in words[span[0] : span[1]])


def _short(text: str) -> str:
    words = text.split()
    if len(words) <= _SHOWN:
        return text
    half = _SHOWN // 2
    return " ".join([*words[:half], "…", *words[-half:]])


def _span(words: Sequence[Word], span: tuple[int, int]) -> tuple[Word | None, int, Wording | None]:
    """What to point at for the words in `span`, or before it if empty; its length and label."""
    if span[0] < span[1]:
        return words[span[0]], len(_text(words, span)), None
    if not words:
        return None, 1, Wording(vi="trên trang này", en="on this page")
    word = words[max(0, span[0] - 1)]
    return word, len(word.text), Wording(vi="ngay sau chỗ này", en="right after this")
