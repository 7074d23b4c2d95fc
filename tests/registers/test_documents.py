"""The documents a text cites: on small texts, and on the programme as a person read it."""

from __future__ import annotations

import pytest

from diptych.model import Side
from diptych.project.loading import load
from diptych.project.settings import settings
from diptych.registers.documents import CitedDocument, cited_documents
from tests.conftest import this_text
from tests.registers.conftest import BODIES, Written

BITEXT = load(settings(this_text()))


def cited(written: Written, language: str, *paragraphs: str) -> tuple[CitedDocument, ...]:
    return cited_documents(written(language, *paragraphs), Side(language == "en"), BODIES)


def told(document: CitedDocument) -> tuple[str, str, str, str]:
    date = document.date.printed if document.date else ""
    issuer = document.issuer.printed if document.issuer else ""
    return document.id, date, issuer, document.title


AMENDED = (
    "sửa đổi, bổ sung một số điều của Luật Đấu thầu, Luật Đầu tư theo phương thức đối tác công tư, "
    "Luật Hải quan, Luật Thuế giá trị gia tăng, Luật Thuế xuất khẩu, thuế nhập khẩu, Luật Đầu tư, "
    "Luật Đầu tư công, Luật Quản lý, sử dụng tài sản công"
)
"""The title of a law that amends others, as decrees cite it in their grounds."""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("vi", f"Căn cứ Luật {AMENDED} số 90/2025/QH15;", ("90-2025-qh15", "", "", AMENDED)),
        (
            "vi",
            "Theo Luật Đất đai và Luật Dữ liệu số 60/2024/QH15.",
            ("60-2024-qh15", "", "", "Dữ liệu"),
        ),
        (
            "en",
            "Under the Law on Amendments to the Law on Land and the Law on Data No. 9/2024/QH15.",
            ("9-2024-qh15", "", "", "Amendments to the Law on Land and the Law on Data"),
        ),
        (
            "vi",
            "Chỉ thị số 15-CT/TW, ngày 10/8/2022 của Ban Bí thư về *kinh tế biển, du lịch*.",
            ("15-ct-tw", "10/8/2022", "Ban Bí thư", "kinh tế biển, du lịch"),
        ),
        (
            "en",
            "Directive 15-CT/TW dated 10 August 2022 of the Secretariat on *the sea, tourism*.",
            ("15-ct-tw", "10 August 2022", "Secretariat", "the sea, tourism"),
        ),
        ("vi", "Kết luận số 12-KL/TW về kinh tế; du lịch.", ("12-kl-tw", "", "", "kinh tế")),
        ("en", "Conclusion No. 12-KL/TW on the sea; ports.", ("12-kl-tw", "", "", "the sea")),
        ("en", "Conclusion No. 12-KL/TW on the *Sea Plan*.", ("12-kl-tw", "", "", "Sea Plan")),
        (
            "vi",
            "Nghị quyết số 1/NQ-CP của Chính phủ (khóa X) *ban hành điều lệ*.",
            ("1-nq-cp", "", "Chính phủ", "ban hành điều lệ"),
        ),
        ("vi", "Theo Chỉ thị 15-CT/TW, công tác *du lịch* phát triển.", ("15-ct-tw", "", "", "")),
        ("vi", "Kế hoạch số 2-KH/TU của Hội đồng.", ("2-kh-tu", "", "", "")),
        ("vi", "Xây dựng Đề án “*Đối ngoại*” ngay.", ("scheme-i-p1", "", "", "Đối ngoại")),
        ("en", "Draw up the Scheme “The world”.", ("scheme-i-p1", "", "", "The world")),
    ],
)  # fmt: skip
def test_what_is_said_of_a_document(
    written: Written, language: str, text: str, expected: tuple[str, str, str, str]
) -> None:
    assert [told(document) for document in cited(written, language, "# I. A", text)] == [expected]


@pytest.mark.parametrize(
    "head", ["---\nlayout: cover\n---\n\nSố: 8/KH-UBND", "---\nnumber: 8/kh-UBND\n---"]
)
def test_a_document_does_not_cite_itself(written: Written, head: str) -> None:
    document = written(
        "vi", head, "# KẾ HOẠCH", "Kế hoạch số 8/KH-UBND thực hiện Nghị quyết số 1/NQ-CP."
    )
    assert [one.id for one in cited_documents(document, Side.ORIGINAL, BODIES)] == ["1-nq-cp"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Follow reſolution No. 15-CT/TW.", ["15-ct-tw"]),
        ("Draw up the Reſolution “The sea”.", []),
        ("İİ Resolution No. 15-CT/TW.", ["Resolution No. 15-CT/TW"]),
    ],
)
def test_letters_that_change_with_their_case(
    written: Written, text: str, expected: list[str]
) -> None:
    """A long s is no s, and a letter of two in lower case moves nothing behind it."""
    found = cited(written, "en", "# I. A", text)
    assert [doc.called if doc.kind else doc.id for doc in found] == expected


def test_a_title_inside_a_title_is_not_the_inner_documents_own(written: Written) -> None:
    outer, inner = cited(
        written, "vi", "# I. A",
        "Nghị quyết số 1/NQ-CP *thực hiện Chỉ thị số 2-CT/TW về kinh tế biển*.",
    )  # fmt: skip
    assert outer.title == "thực hiện Chỉ thị số 2-CT/TW về kinh tế biển"
    assert (inner.id, inner.title) == ("2-ct-tw", "")


def test_a_title_set_off_is_preferred_to_plain_words(written: Written) -> None:
    [document] = cited(
        written, "vi", "# I. A", "Chỉ thị số 2-CT/TW về biển.", "Chỉ thị 2-CT/TW về *biển, đảo*."
    )
    assert document.title == "biển, đảo"


def test_where_titles_are_set_off_plain_words_are_none(written: Written) -> None:
    one, other = cited(
        written, "vi", "# I. A", "Kết luận số 12-KL/TW về kinh tế và Chỉ thị số 2-CT/TW về *biển*."
    )
    assert (one.title, other.title) == ("", "biển")


def test_one_symbol_with_two_dates_is_two_documents(written: Written) -> None:
    older, newer = cited(
        written, "vi", "# I. A",
        "Nghị quyết số 36-NQ/TW ngày 26/3/2004 và Nghị quyết 36-NQ/TW.",
        "Nghị quyết số 36-NQ/TW ngày 22/10/2018.",
        "Tiếp tục thực hiện Nghị quyết 36-NQ/TW.",
    )  # fmt: skip
    assert [older.id, newer.id] == ["36-nq-tw-2004", "36-nq-tw-2018"]
    assert [p.id for p in older.passages] == ["i-p1"]
    assert [p.id for p in newer.passages] == ["i-p2", "i-p3"]


def test_one_symbol_twice_in_a_year_keeps_two_ids(written: Written) -> None:
    found = cited(
        written, "vi", "# I. A", "Quyết định số 5/QĐ-TU ngày 1/2/2020; số 5/QĐ-TU ngày 3/4/2020."
    )
    assert [document.id for document in found] == ["5-qd-tu-2020", "5-qd-tu-2020-04"]


def test_a_mention_before_the_date_is_the_dated_one(written: Written) -> None:
    [document] = cited(
        written, "vi", "# I. Theo Chỉ thị 15-CT/TW", "Chỉ thị số 15-CT/TW, ngày 10/8/2022.[^1]",
        "[^1]: Xem Chỉ thị 15-CT/TW.",
    )  # fmt: skip
    assert document.date is not None
    assert document.called == "Chỉ thị số 15-CT/TW"
    assert [(p.id, p.short) for p in document.passages] == [
        ("i", "I"), ("i-p1", "I, đoạn 1"), ("i-fn-1", "I, chú thích 1"),
    ]  # fmt: skip


def test_a_language_not_known_in_depth_keeps_its_symbols(written: Written) -> None:
    [document] = cited(
        written, "fr", "# I. A", "La directive 15-CT/TW du Secrétariat sur *la mer*."
    )
    assert told(document) == ("15-ct-tw", "", "", "")


AT = {
    "15-ct-tw": "cover-p1 cover-p2 ii-1-p1 ii-2-p1 iv-1 iv-2 iv-3 iv-4 iv-5 iv-5-p2",
    "21-nq-cp": "cover-p1 cover-p2 ii-1-p1 iv-4 iv-5 iv-5-p2",
    "41-ct-tw": "i-p1",
    "09-nq-tw": "ii-1-p1 iii-3-1 iii-3-fn-1 iii-3-fn-2",
    "36-nq-tw-2004": "iii-3-3",
    "45-ct-tw": "iii-3-3",
    "12-kl-tw": "iii-3-3",
    "169-nq-cp": "iii-3-3",
    "34-nq-tw": "iii-3-fn-1",
    "25-ct-tw": "iii-3-fn-1",
    "36-nq-tw-2018": "iii-3-fn-1",
    "55-2022-qh15": "iii-3-fn-1",
    "42-nq-cp": "iii-3-fn-1",
    "30-ctr-tu": "iii-3-fn-2",
    "scheme-iii-4-2": "iii-4-2",
    "01-da-tw": "iii-6-1",
    "12-ct-tw": "iii-6-1",
    "92-kh-tu": "iii-6-1",
}
"""Written out from reading the text: where each document is named, in order."""

PROVINCE = {
    "vi": "xây dựng, phát triển tỉnh Khánh Hòa đến năm 2030, tầm nhìn đến năm 2045",
    "en": "building and developing Khanh Hoa Province to 2030, with a vision to 2045",
}
DIPLOMACY = {
    "vi": "công tác ngoại giao kinh tế phục vụ phát triển đất nước đến năm 2030",
    "en": "economic diplomacy in the service of national development to 2030",
}
READ = {
    "vi": [
        ("Chỉ thị số 15-CT/TW", "10/8/2022", "Ban Bí thư", DIPLOMACY["vi"]),
        ("Nghị quyết số 21/NQ-CP", "20/02/2023", "Chính phủ",
         "ban hành Chương trình hành động của Chính phủ giai đoạn 2022 - 2026 thực hiện Chỉ thị số "
         f"15-CT/TW, ngày 10/8/2022 của Ban Bí thư về {DIPLOMACY['vi']}"),
        ("Chỉ thị số 41-CT/TW", "15/4/2010", "Ban Bí thư Trung ương Đảng", ""),
        ("Nghị quyết số 09-NQ/TW", "28/01/2022", "Bộ Chính trị", PROVINCE["vi"]),
        ("Nghị quyết số 36-NQ/TW", "26/3/2004", "Bộ Chính trị", ""),
        ("Chỉ thị số 45-CT/TW", "19/5/2015", "Bộ Chính trị", ""),
        ("Kết luận số 12-KL/TW", "", "Bộ Chính trị", ""),
        ("Nghị quyết số 169/NQ-CP", "31/12/2021", "Chính phủ", ""),
        ("Nghị quyết số 34-NQ/TW", "09/1/2023", "Bộ Chính trị",
         "một số định hướng, chủ trương lớn triển khai đường lối đối ngoại Đại hội XIII của Đảng"),
        ("Chỉ thị 25-CT/TW", "08/8/2018", "Ban Bí thư",
         "việc đẩy mạnh và nâng tầm đối ngoại đa phương đến năm 2030"),
        ("Nghị quyết số 36-NQ/TW", "22/10/2018", "Ban Chấp hành Trung ương Đảng",
         "Chiến lược phát triển bền vững kinh tế biển Việt Nam đến năm 2030, tầm nhìn đến năm "
         "2045"),
        ("Nghị quyết số 55/2022/QH15", "", "Quốc hội",
         "thí điểm một số cơ chế, chính sách đặc thù phát triển tỉnh Khánh Hòa"),
        ("Nghị quyết số 42/NQ-CP", "21/3/2022", "Chính phủ",
         "ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số 09-NQ/TW ngày "
         f"28/01/2022 của Bộ Chính trị về {PROVINCE['vi']}"),
        ("Chương trình hành động số 30-CTr/TU", "23/02/2022", "Tỉnh ủy",
         "thực hiện Nghị quyết số 09-NQ/TW, ngày 28/01/2022 của Bộ Chính trị về "
         f"{PROVINCE['vi']}"),
        ("Đề án", "", "",
         "Tăng cường công tác đối ngoại của địa phương đến năm 2025, tầm nhìn 2030"),
        ("Đề án số 01-ĐA/TW", "03/3/2022", "Ban Bí thư",
         "tăng cường và nâng cao hiệu quả đối ngoại Đảng đến năm 2025"),
        ("Chỉ thị số 12-CT/TW", "05/01/2022", "Ban Bí thư",
         "tăng cường sự lãnh đạo của Đảng, nâng cao hiệu quả đối ngoại nhân dân trong tình hình "
         "mới"),
        ("Kế hoạch số 92-KH/TU", "13/7/2022", "Ban Thường vụ Tỉnh ủy", ""),
    ],
    "en": [
        ("Directive No. 15-CT/TW", "10 August 2022", "Secretariat", DIPLOMACY["en"]),
        ("Resolution No. 21/NQ-CP", "20 February 2023", "Government",
         "promulgating the Government's Action Programme for the period 2022–2026 implementing "
         f"Directive No. 15-CT/TW dated 10 August 2022 of the Secretariat on {DIPLOMACY['en']}"),
        ("Directive No. 41-CT/TW", "15 April 2010", "Secretariat of the Party Central Committee",
         ""),
        ("Resolution No. 09-NQ/TW", "28 January 2022", "Politburo", PROVINCE["en"]),
        ("Resolution No. 36-NQ/TW", "26 March 2004", "Politburo", ""),
        ("Directive No. 45-CT/TW", "19 May 2015", "Politburo", ""),
        ("Conclusion No. 12-KL/TW", "", "Politburo", ""),
        ("Resolution No. 169/NQ-CP", "31 December 2021", "Government", ""),
        ("Resolution No. 34-NQ/TW", "9 January 2023", "Politburo",
         "a number of major orientations and guidelines for carrying out the foreign policy line "
         "of the 13th Congress of the Party"),
        ("Directive 25-CT/TW", "8 August 2018", "Secretariat",
         "stepping up and elevating multilateral diplomacy to 2030"),
        ("Resolution No. 36-NQ/TW", "22 October 2018", "Party Central Committee",
         "Strategy for the Sustainable Development of Viet Nam's Marine Economy to 2030, with a "
         "vision to 2045"),
        ("Resolution No. 55/2022/QH15", "", "National Assembly",
         "piloting a number of special mechanisms and policies for the development of Khanh Hoa "
         "Province"),
        ("Resolution No. 42/NQ-CP", "21 March 2022", "Government",
         "promulgating the Government's Action Programme implementing Resolution No. 09-NQ/TW "
         f"dated 28 January 2022 of the Politburo on {PROVINCE['en']}"),
        ("Action Programme No. 30-CTr/TU", "23 February 2022", "Provincial Party Committee",
         "implementing Resolution No. 09-NQ/TW dated 28 January 2022 of the Politburo on "
         f"{PROVINCE['en']}"),
        ("Scheme", "", "",
         "Strengthening the external relations work of localities to 2025, with a vision to 2030"),
        ("Scheme No. 01-ĐA/TW", "3 March 2022", "Secretariat",
         "strengthening and raising the effectiveness of Party diplomacy to 2025"),
        ("Directive No. 12-CT/TW", "5 January 2022", "Secretariat",
         "strengthening the Party's leadership and raising the effectiveness of people-to-people "
         "diplomacy in the new situation"),
        ("Plan No. 92-KH/TU", "13 July 2022", "Standing Board of the Provincial Party Committee",
         ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize("side", Side, ids=["vi", "en"])
def test_the_documents_that_the_programme_cites(side: Side) -> None:
    document = BITEXT.documents[side]
    found = cited_documents(document, side, BITEXT.entries)
    assert {d.id: " ".join(p.id for p in d.passages) for d in found} == AT
    assert [(d.called, *told(d)[1:]) for d in found] == READ[document.locale]


def test_every_symbol_of_the_text_is_in_the_register() -> None:
    for side, document in Side.of(BITEXT.documents):
        found = cited_documents(document, side, BITEXT.entries)
        assert len({d.symbol for d in found if d.symbol}) == 16
        kinds = sorted(d.kind or "" for d in found)
        assert kinds == sorted(
            ["directive"] * 5 + ["resolution"] * 8
            + ["conclusion", "programme", "plan", "scheme", "scheme"]
        )  # fmt: skip
