"""A rule's guide as text."""

from __future__ import annotations

from diptych.diagnostics import MEND
from diptych.diagnostics.guide import Guide, Scope
from diptych.wording import UNSAID, Wording

_RUNS = Wording(vi="Nơi áp dụng", en="Where it runs")
_SILENCE = Wording(vi="Cách tắt", en="How to silence it")
_BAD = Wording(vi="Sai", en="Bad")
_GOOD = Wording(vi="Đúng", en="Good")


SHORT = {
    Scope.ALWAYS: UNSAID,
    Scope.HOUSE: Wording(vi="khi publish = true", en="where publish = true"),
    Scope.EXACT: Wording(
        vi="khi publish = true hoặc được chọn", en="where publish = true or selected"
    ),
    Scope.IN_DEPTH: Wording(
        vi="giữa tiếng Việt và tiếng Anh; ngoài ra khi publish = true hoặc được chọn",
        en="between Vietnamese and English; elsewhere where publish = true or selected",
    ),
    Scope.OPTIONAL: Wording(vi="khi được chọn", en="where selected"),
}
"""Where a rule runs, in a few words; empty where it runs everywhere."""
_SCOPES = {
    Scope.ALWAYS: UNSAID,
    Scope.HOUSE: Wording(
        vi="Quy tắc dành cho nơi xuất bản văn bản: chỉ áp dụng cho văn bản của chính dự án có "
        "`publish = true` trong `[tool.diptych]`, hoặc khi nêu tên nó sau `--select`.",
        en="A rule for those who publish the texts: it runs on a project's own texts, where "
        "`[tool.diptych]` says `publish = true`, or where `--select` names it.",
    ),
    Scope.EXACT: Wording(
        vi="Với văn bản không có `publish = true` trong `[tool.diptych]`, quy tắc chỉ chạy khi "
        "được chọn bằng mã, tên hoặc nhóm: `--select`, hoặc `select` hay `extend-select`.",
        en="On texts without `publish = true` in `[tool.diptych]` it runs only where it is "
        "selected by its code, name or family: `--select`, or `select` or `extend-select`.",
    ),
    Scope.IN_DEPTH: Wording(
        vi="Quy tắc chạy giữa tiếng Việt và tiếng Anh. Giữa các ngôn ngữ khác, với văn bản không "
        "có `publish = true` trong `[tool.diptych]`, quy tắc chỉ chạy khi được chọn bằng mã, tên "
        "hoặc nhóm: `--select`, hoặc `select` hay `extend-select`.",
        en="It runs between Vietnamese and English. Between other languages, on texts without "
        "`publish = true` in `[tool.diptych]`, it runs only where it is selected by its code, name "
        "or family: `--select`, or `select` or `extend-select`.",
    ),
    Scope.OPTIONAL: Wording(
        vi="Quy tắc chỉ chạy khi được chọn bằng mã, tên hoặc nhóm: `--select`, hoặc `select` hay "
        "`extend-select` trong `[tool.diptych]`.",
        en="It runs only where it is selected by its code, name or family: `--select`, or `select` "
        "or `extend-select` in `[tool.diptych]`.",
    ),
}


def scope(guide: Guide) -> Wording:
    """The words that say where the rule runs; empty where it runs everywhere."""
    return _SCOPES[guide.scope]


def silencing(guide: Guide) -> Wording:
    """The words that say how to silence the rule at one place, or that nobody may."""
    if not guide.silenceable:
        return Wording(
            vi="Quy tắc này không được tắt.",
            en="This rule cannot be silenced.",
        )
    return Wording(
        vi="Nếu đúng là phải khác nhau, hãy thêm ghi chú sau đây vào cuối đoạn đó, ở một trong hai "
        f"bản: `<!-- diptych: allow {guide.code} (lý do) -->`; dùng `allow-line` cho một "
        "dòng, `allow-page` cho cả trang, `allow-begin` và `allow-end` cho mọi đoạn ở giữa.",
        en="If the languages must differ there, add this comment at the end of the provision, in "
        f"either language: `<!-- diptych: allow {guide.code} (reason) -->`; use "
        "`allow-line` for one line, `allow-page` for the whole page, `allow-begin` and `allow-end` "
        "for all that is between them.",
    )


def explanation(guide: Guide, language: str) -> str:
    """What `diptych explain` prints of a rule in `language`: its guide, in paragraphs."""
    runs = scope(guide)[language]
    return "\n\n".join(
        [
            f"{guide.code} {guide.name}",
            guide.finds[language],
            *([f"{_RUNS[language]}: {runs}"] if runs else []),
            f"{MEND[language]}: {guide.mend[language]}",
            f"{_BAD[language]}:  {guide.bad[language]}\n{_GOOD[language]}: {guide.good[language]}",
            f"{_SILENCE[language]}: {silencing(guide)[language]}",
        ]
    )
