"""Words that announce what follows (“Note”, “Step 3”): each language has its own, names have none.

They are too short to be told by small words. A row lists those of one language that few others
share; where the other language has the same word, it is left out for that pair.
"""

from __future__ import annotations

from functools import cache

from diptych.language.tags import bare
from diptych.patterns import pattern_of

_CALLS = {
    "en": """
        note, notes, tip, warning, caution, important, attention, example, examples, for example,
        step, steps, exercise, exercises, solution, solutions, answer, answers, question, questions,
        summary, chapter, section, figure, or, and""",
    "vi": """
        lưu ý, chú ý, ghi chú, cảnh báo, quan trọng, ví dụ, bước, các bước, bài tập, câu hỏi,
        trả lời, lời giải, tóm tắt, chương, phần, mục, hình, bảng, hoặc, và""",
}
"""Labels that may stand before a text."""
_TITLES = {
    "en": """
        overview, introduction, conclusion, background, prerequisites, requirements, installation,
        usage, references, resources, features, limitations, troubleshooting, contributing,
        acknowledgements, appendix, next step, next steps, table of contents, contents, see also,
        further reading, learn more, read more, getting started, quick start, how it works,
        about this page, related pages, what's next, what’s next, best practices, key features,
        key concepts, main features, use cases, known issues, common issues, common problems,
        common mistakes, how to use, how to contribute, contribution, contributions, advantages,
        disadvantages, benefits, responsibilities, objectives, learning objectives, learning goals,
        goals, facts, important notes, final notes, final thoughts, pros and cons, key points,
        key takeaways, frequently asked questions, description, descriptions, comments,
        code example, code examples, more examples, other examples, further examples,
        real-world examples, before you begin, before you start, in this section, in this article,
        in this chapter, on this page, quick links, useful links, external links, related links,
        related articles, other resources, additional resources, more resources, related resources,
        additional information, more information, change history, version history""",
    "vi": """
        tổng quan, giới thiệu, mở đầu, kết luận, yêu cầu, cài đặt, cách dùng, tài liệu tham khảo,
        tham khảo, phụ lục, bước tiếp theo, mục lục, xem thêm, đọc thêm, bắt đầu""",
}
"""Labels that stand for themselves."""
_SHARED = {
    "ca": "important",
    "da": "installation",
    "de": "installation, tip",
    "es": "tip",
    "fr": """
        note, notes, important, attention, solution, solutions, question, questions, introduction,
        conclusion, installation, section, figure, usage, description, descriptions, contribution,
        contributions""",
    "it": "note, tip",
    "nb": "installation",
    "nl": "tip",
    "pt": "tip",
    "ro": "note, important",
    "sv": "installation",
}
"""By language, those English labels that are words of its own, too."""
_HEAD = pattern_of(r"([^\W\d_][^\d:：.!]{0,40}+)(?:\d{1,3}+(?:\.\d{1,3}+)*+[ \u00a0]?+)?+")
"""Words, with a number after them, up to a mark."""
_COLONS = (":", "：")
_END = pattern_of(r"[:：.!]?")
_OPERATOR = 3


def _listed(row: str) -> frozenset[str]:
    return frozenset(" ".join(words.split()) for words in row.split(","))


@cache
def _labels(of: str, other: str) -> tuple[frozenset[str], frozenset[str]]:
    """The labels of the language `of`: those that may stand before a text, and all; none where
    nobody has listed them.
    """
    if bare(of) not in _CALLS or bare(of) == bare(other):
        return frozenset(), frozenset()
    calls, titles, shared = (
        _listed(row) for row in (_CALLS[bare(of)], _TITLES[bare(of)], _SHARED.get(bare(other), ""))
    )
    return calls - shared, (calls | titles) - shared


def is_label(text: str, of: str, other: str) -> bool:
    """Whether `text` is nothing but a label of the language `of` that `other` (BCP 47 tags) has no
    word like: “Step 3:”. In small letters and without a colon it is taken for code.
    """
    head = _HEAD.match(text)
    if head is None or not _END.fullmatch(text, head.end()):
        return False
    label = head[1].strip()
    if label.casefold() not in _labels(of, other)[1]:
        return False
    return _is_written_so(label) or text[-1] in _COLONS


def label_before(text: str, of: str, other: str) -> str:
    """The label of the language `of`, with its number, and the colon with which `text` begins, or
    nothing.
    """
    head = _HEAD.match(text)
    if head is None or text[head.end() : head.end() + 1] not in _COLONS:
        return ""
    label = head[1].strip()
    known = label.casefold() in _labels(of, other)[0]
    return text[: head.end() + 1] if known and _is_written_so(label) else ""


def _is_written_so(label: str) -> bool:
    """Whether a label begins with a capital, and is no operator (`AND`)."""
    return label[0].isupper() and not (label.isupper() and len(label) <= _OPERATOR)
