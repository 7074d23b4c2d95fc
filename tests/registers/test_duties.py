"""Who does what: on small texts, and in Part IV as a person read it."""

from __future__ import annotations

import pytest

from diptych.model import Side
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.registers.duties import Assignment, assignments
from tests.conftest import this_text
from tests.registers.conftest import BODIES, Written

BITEXT = load(settings(this_text()))


def assigned(written: Written, language: str, *paragraphs: str) -> tuple[Assignment, ...]:
    document = written(language, "# I. A", *paragraphs)
    return assignments(document, "part-1.md", Side(language == "en"), BODIES)


def clauses(assignment: Assignment) -> list[str]:
    return [clause.text for duty in assignment.duties for clause in duty.clauses]


@pytest.mark.parametrize(
    ("language", "text", "opening", "expected"),
    [
        ("vi", "Tỉnh ủy kiểm tra; đôn đốc.", "Tỉnh ủy", ["kiểm tra", "đôn đốc"]),
        (
            "vi",
            "Mặt trận tỉnh và Văn phòng Tỉnh ủy thuộc Tỉnh ủy theo dõi (a; b).",
            "Mặt trận tỉnh và Văn phòng Tỉnh ủy thuộc Tỉnh ủy",
            ["theo dõi (a; b)"],
        ),
        ("vi", "Giao Mặt trận kiểm tra.", "Mặt trận", ["Giao … kiểm tra"]),
        (
            "en",
            "The Fatherland Front of the province and the Government shall inspect; and urge.",
            "Fatherland Front of the province and the Government",
            ["shall inspect", "and urge"],
        ),
        # an office-holder is no body, and a body in mid-sentence does not open it
        ("vi", "Tỉnh ủy viên kiểm tra.", "", ["Tỉnh ủy viên kiểm tra"]),
        ("en", "Work with the Government.", "", ["Work with the Government"]),
        ("fr", "Tỉnh ủy kiểm tra; đôn đốc.", "", ["Tỉnh ủy kiểm tra; đôn đốc"]),
    ],
)
def test_the_bodies_and_their_clauses(
    written: Written, language: str, text: str, opening: str, expected: list[str]
) -> None:
    [assignment] = assigned(written, language, text)
    assert assignment.opening == opening
    assert clauses(assignment) == expected


def test_what_goes_on_belongs_to_the_same_bodies(written: Written) -> None:
    first, second = assigned(
        written, "vi",
        "1. Tỉnh ủy kiểm tra.", "    Đồng thời, đôn đốc.", "    Giao Tỉnh ủy báo cáo.",
        "    Giao Mặt trận giám sát.",
    )  # fmt: skip
    assert [duty.passage.id for duty in first.duties] == ["i-1", "i-1-p2", "i-1-p3"]
    assert clauses(first) == ["kiểm tra", "Đồng thời, đôn đốc", "Giao … báo cáo"]
    assert second.opening == "Mặt trận"


@pytest.mark.parametrize(
    ("language", "text", "times", "rhythms"),
    [
        ("vi", "định kỳ hằng quý (hoặc đột xuất)", None, ["periodically", "quarterly", "ad hoc"]),
        ("en", "periodically every quarter (or ad hoc)", None,
         ["periodically", "quarterly", "ad hoc"]),
        ("vi", "các nghị quyết 5 năm, hàng năm", [], ["years", "yearly"]),
        ("en", "5-year and annual resolutions", [], ["years", "yearly"]),
        ("vi", "trước ngày 15/12/2025", None, []),
        ("en", "before 15 December 2025", None, []),
        ("en", "annually, and also monthly", ["annually", "monthly"], ["yearly", "monthly"]),
    ],
)  # fmt: skip
def test_times(
    written: Written, language: str, text: str, times: list[str] | None, rhythms: list[str]
) -> None:
    opening = {"vi": "Tỉnh ủy", "en": "The Government"}[language]
    [assignment] = assigned(written, language, f"{opening} x {text} y.")
    [clause] = assignment.duties[0].clauses
    assert list(clause.times) == ([text] if times is None else times)
    assert [rhythm.name for rhythm in clause.rhythms] == rhythms


@pytest.mark.parametrize(
    ("language", "text", "to", "through"),
    [
        ("vi", "báo cáo kết quả cho Tỉnh ủy (*qua Văn phòng Tỉnh ủy*)", "Tỉnh ủy",
         "Văn phòng Tỉnh ủy"),
        ("vi", "báo cáo Tỉnh ủy", "Tỉnh ủy", None),
        ("vi", "giao cho Tỉnh ủy", None, None),
        ("en", "report on what the Government did to the Provincial Party Committee through the "
         "Fatherland Front", "Provincial Party Committee", "Fatherland Front"),
        ("en", "lead the report", None, None),
    ],
)  # fmt: skip
def test_reporting_lines(
    written: Written, language: str, text: str, to: str | None, through: str | None
) -> None:
    opening = {"vi": "Mặt trận", "en": "The Fatherland Front"}[language]
    [assignment] = assigned(written, language, f"{opening} x {text}.")
    [clause] = assignment.duties[0].clauses
    assert (clause.reports_to.printed if clause.reports_to else None) == to
    assert (clause.through.printed if clause.through else None) == through


READ = {
    "vi": [
        ("Các huyện ủy, thị ủy, thành ủy và các cấp ủy đảng thuộc Tỉnh ủy", 3, ["định kỳ"]),
        ("Đảng đoàn Hội đồng nhân dân tỉnh", 1, []),
        ("Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh", 2, []),
        ("Ban Tuyên giáo Tỉnh ủy", 1, []),
        ("Ban cán sự đảng Ủy ban nhân dân tỉnh", 3, ["định kỳ hàng năm (hoặc đột xuất)"]),
    ],
    "en": [
        ("district, town and city Party committees and the Party committees under the Provincial "
         "Party Committee", 3, ["periodically"]),
        ("Party Delegation of the Provincial People's Council", 1, []),
        ("Viet Nam Fatherland Front of the province and the socio-political organisations of the "
         "province", 2, []),
        ("Commission for Information and Education of the Provincial Party Committee", 1, []),
        ("Party Civil Affairs Board of the Provincial People's Committee", 3,
         ["periodically each year (or ad hoc)"]),
    ],
}  # fmt: skip
LINES = {
    "vi": ("Ban Thường vụ Tỉnh ủy", "Văn phòng Tỉnh ủy"),
    "en": (
        "Standing Board of the Provincial Party Committee",
        "Office of the Provincial Party Committee",
    ),
}


@pytest.mark.parametrize("side", Side, ids=["vi", "en"])
def test_the_duties_of_the_programme(side: Side) -> None:
    document = BITEXT.documents[side]
    found = assignments(document, "part-4.md", side, BITEXT.entries)
    assert [
        (
            assignment.opening,
            len(clauses(assignment)),
            [t for duty in assignment.duties for c in duty.clauses for t in c.times],
        )
        for assignment in found
    ] == READ[document.locale]
    lines = [
        (clause.reports_to.printed, clause.through.printed if clause.through else "")
        for assignment in found
        for duty in assignment.duties
        for clause in duty.clauses
        if clause.reports_to
    ]
    assert lines == [LINES[document.locale]]


@pytest.mark.parametrize("side", Side, ids=["vi", "en"])
def test_the_duties_are_the_words_of_the_text(side: Side) -> None:
    for assignment in assignments(BITEXT.documents[side], "part-4.md", side, BITEXT.entries):
        for duty in assignment.duties:
            text = duty.passage.segment.text
            for clause in duty.clauses:
                for part in clause.text.split(" … "):
                    assert part in text
            left = text.replace(duty.opening, "", 1)
            for clause in duty.clauses:
                for part in clause.text.split(" … "):
                    left = left.replace(part, "", 1)
            assert left.replace(";", "").replace(".", "").split() in ([], ["The"])


@pytest.mark.parametrize(
    ("language", "rows", "expected"),
    [
        (
            "vi",
            [
                "| STT | Nhiệm vụ | Cơ quan chủ trì | Phối hợp | Thời gian |",
                "| --- | --- | --- | --- | --- |",
                "| I | Chung | | | |",
                "| 1 | Trồng cây | Tỉnh ủy | Mặt trận<br>Chính phủ | Quý I năm 2031 |",
                "| 2 | Tưới cây | Đội nước | | |",
            ],
            [
                ("Tỉnh ủy", "Trồng cây", "Mặt trận, Chính phủ", ("Quý I năm 2031",)),
                ("Đội nước", "Tưới cây", "", ()),
            ],
        ),
        (
            "en",
            [
                "| No. | Task | Lead agency | Coordinating agencies | Deadline |",
                "| --- | --- | --- | --- | --- |",
                "| 1 | Plant trees | Government | Fatherland Front | March 2031 |",
            ],
            [("Government", "Plant trees", "Fatherland Front", ("March 2031",))],
        ),
    ],
)
def test_a_table_says_who_leads_with_whom_and_by_when(
    written: Written,
    language: str,
    rows: list[str],
    expected: list[tuple[str, str, str, tuple[str, ...]]],
) -> None:
    introduced = ["A table.", "", *rows] if language == "en" else rows
    found = assigned(written, language, "\n".join(introduced))
    assert [
        (row.opening, clause.text, clause.partners, clause.times)
        for row in found
        for duty in row.duties
        for clause in duty.clauses
    ] == expected


def test_a_heading_of_bodies_says_whose_duties_stand_below_it(written: Written) -> None:
    first, second = assigned(
        written, "vi", "## 1. Tỉnh ủy", "Kiểm tra hằng năm.", "## 2. Kinh phí", "Theo quy định."
    )
    assert (first.opening, clauses(first)) == ("Tỉnh ủy", ["Kiểm tra hằng năm"])
    assert (second.opening, clauses(second)) == ("", ["Theo quy định"])
