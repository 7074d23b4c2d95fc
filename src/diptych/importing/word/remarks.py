"""What is said of things in a Word file that cannot be read as they are shown."""

from __future__ import annotations

from diptych.wording import Wording, plural

NO_BODY = Wording(
    vi="tệp Word không có phần nội dung; hãy mở trong Word rồi lưu lại",
    en="the Word file has no body; open it in Word and save it again",
)
PICTURE = Wording(
    vi="một hình ảnh bị bỏ lại; hãy đặt tệp ảnh bên cạnh trang và ghi ![mô tả](tên-tệp.png)",
    en="a picture was left out; put its file beside the page and write ![description](file.png)",
)
DIAGRAM = Wording(
    vi="một sơ đồ hoặc biểu đồ bị bỏ lại; hãy ghi nội dung của nó thành bảng hoặc thành ảnh",
    en="a diagram or chart was left out; write what it says as a table, or save it as a picture",
)
TEXT_BOX = Wording(
    vi="chữ trong một hộp văn bản được đặt sau đoạn này; hãy xem có đúng chỗ không",
    en="the words of a text box stand behind this paragraph; see whether that is their place",
)
FORMULA = Wording(
    vi="một công thức được ghi thành chữ thường; hãy xem lại",
    en="a formula was written as plain text; look it over",
)
DELETED = Wording(
    vi="phần đã xóa khi theo dõi thay đổi (Track Changes) bị bỏ lại",
    en="words deleted with Track Changes were left out",
)
HIDDEN = Wording(vi="chữ ẩn trong Word bị bỏ lại", en="hidden text was left out")
STRUCK = Wording(
    vi="chữ bị gạch ngang được ghi như chữ thường; nếu đã bãi bỏ thì hãy xóa",
    en="text that is struck through was written as plain text; delete it if it is repealed",
)
RAISED = Wording(
    vi="chữ viết cao (chỉ số trên) được ghi trên dòng như chữ thường",
    en="raised letters (superscript) were written on the line",
)
MERGED_CELLS = Wording(
    vi="ô gộp của bảng được tách ra: chữ ở ô đầu, các ô còn lại để trống; hãy xem lại bảng",
    en="merged cells of a table were divided: the first has the words, the others are empty; look "
    "the table over",
)
INNER_TABLE = Wording(
    vi="bảng nằm trong ô của bảng khác hoặc trong chú thích được ghi thành các đoạn",
    en="a table inside a table's cell or a footnote was written as paragraphs",
)
ENDNOTES = Wording(
    vi="chú thích cuối văn bản được đánh số cùng với chú thích cuối trang",
    en="endnotes are numbered together with footnotes",
)
OWN_MARK = Wording(
    vi="chú thích có dấu riêng được đánh số như các chú thích khác; hãy xóa dấu riêng khỏi đoạn",
    en="a footnote with a mark of its own was numbered as the others are; delete that mark "
    "from the text",
)
INNER_NOTE = Wording(
    vi="chú thích của một chú thích bị bỏ lại", en="a footnote to a footnote was left out"
)
UNUSED_NOTE = Wording(
    vi="chú thích không có dấu nào trong văn bản bị bỏ lại",
    en="a footnote without a mark in the text was left out",
)
OTHER_NUMBERS = Wording(
    vi="số thứ tự ở dạng không đọc được ghi bằng chữ số; hãy sửa cho đúng như bản in",
    en="a number in a form that is not known here was written in figures; print it as the file "
    "does",
)
NUMBER_ALONE = Wording(
    vi="số thứ tự của một đoạn trống bị bỏ lại; các số sau vẫn được đếm như bản in",
    en="the number of an empty paragraph was left out; those after it count on as printed",
)
CONTENTS = Wording(
    vi="mục lục bị bỏ lại, vì trang web tự có mục lục",
    en="the table of contents was left out; a site has its own",
)
HEADER = Wording(vi="đầu trang bị bỏ lại", en="the header of the pages was left out")
FOOTER = Wording(vi="chân trang bị bỏ lại", en="the footer of the pages was left out")
ANOTHER_FILE = Wording(
    vi="một tệp khác được chèn vào đây và chưa được đọc; hãy mở trong Word rồi lưu lại",
    en="another file is put in here and was not read; open the file in Word and save it again",
)
UNKNOWN = Wording(
    vi="phần này không đọc được nên bị bỏ lại; hãy thêm vào nếu nó thuộc về văn bản",
    en="this could not be read and was left out; add it if it belongs to the text",
)


_SHOWN = 200
"""The most characters of an address that are shown."""


def link(address: str) -> Wording:
    """Of the address that words lead to, of a long one the beginning."""
    if len(address) > _SHOWN:
        address = f"{address[:_SHOWN]}…"
    return Wording(
        vi=f"liên kết tới {address} bị bỏ, chỉ giữ chữ",
        en=f"the link to {address} was dropped, its words were kept",
    )


def without_shape(code: str) -> Wording:
    """Of a sign that only one font has."""
    return Wording(
        vi=f"ký hiệu {code} chỉ có trong một phông chữ nên bị bỏ lại; hãy thay bằng ký tự Unicode",
        en=f"the sign {code}, which only one font has, was left out; put a Unicode character "
        "in its place",
    )


def no_note(label: str) -> Wording:
    """Of a mark whose footnote has no text."""
    return Wording(
        vi=f"chú thích {label} không có nội dung nên được ghi là “…”",
        en=f"footnote {label} has no text and was written as “…”",
    )


def comment(author: str) -> Wording:
    """Of a comment."""
    by = f" của {author}" if author else ""
    of = f" by {author}" if author else ""
    return Wording(vi=f"nhận xét{by} bị bỏ lại", en=f"a comment{of} was left out")


def inserted(count: int) -> Wording:
    """Of words that were put in with Track Changes."""
    return Wording(
        vi=f"{count} chỗ thêm khi theo dõi thay đổi (Track Changes) được coi là đã chấp nhận",
        en=f"{plural(count, 'insertion')} of Track Changes counted as accepted",
    )


def unseen(count: int) -> Wording:
    """Of characters that show nothing."""
    return Wording(
        vi=f"{count} ký tự không nhìn thấy (như dấu nối mềm) bị bỏ",
        en=f"{plural(count, 'character')} that cannot be seen (such as soft hyphens) left out",
    )


def legacy(words: str) -> Wording:
    """Of a text that is not in Unicode."""
    return Wording(
        vi=f"chữ không ở bảng mã Unicode mà ở TCVN3 hoặc VNI (“{words}”); hãy chuyển mã sang "
        "Unicode (ví dụ bằng UniKey) rồi nhập lại",
        en=f"the letters are not Unicode but TCVN3 or VNI (“{words}”); convert the file to Unicode "
        "(with UniKey, for example) and import it again",
    )


def too_long(ordinal: int, most: int) -> Wording:
    """Of a paragraph that no page can have."""
    return Wording(
        vi=f"đoạn {ordinal} dài trên {most} ký tự nên không đọc được một cách an toàn; hãy chia "
        "thành nhiều đoạn",
        en=f"paragraph {ordinal} has more than {most} characters and cannot be read safely; divide "
        "it into several",
    )


def too_many_cells(ordinal: int, most: int) -> Wording:
    """Of tables that no text can have."""
    return Wording(
        vi=f"đến bảng ở đoạn {ordinal}, tệp có trên {most} ô nên không đọc được một cách an toàn; "
        "hãy chia thành nhiều tệp",
        en=f"up to the table at paragraph {ordinal} the file has more than {most} cells and cannot "
        "be read safely; divide it into several files",
    )


def too_many_breaks(most: int) -> Wording:
    """Of lines within paragraphs that no text can have."""
    return Wording(
        vi=f"tệp có trên {most} chỗ xuống dòng trong đoạn nên không đọc được một cách an toàn; hãy "
        "chia thành nhiều tệp",
        en=f"the file has more than {most} line breaks within paragraphs and cannot be read "
        "safely; divide it into several files",
    )
