"""Vietnamese compounds of which one syllable bears other marks than it should, or has a letter more
or less: "xây dụng", "tiến tình".

Known are compounds whose syllables hardly ever stand beside each other with other marks. What was
met so in some millions of words, and was meant, is known as well: "mỗi trường" is no slip of "môi
trường".
"""

from __future__ import annotations

from functools import cache, lru_cache

from diptych.language.diacritics import folded
from diptych.language.letter_slips import is_one_slip

_CLOSED = """
    sử dụng, thay đổi, kiểm tra, hệ thống, công cụ, hỗ trợ, yêu cầu, hoạt động, triển khai, xử lý,
    kết nối, cập nhật, vấn đề, đánh giá, phát triển, tài liệu, thực hiện, thông tin, hiển thị,
    phiên bản, quản lý, khả năng, mặc định, bắt đầu, giai đoạn, ngôn ngữ, kết quả, truy cập, phù
    hợp, cấu trúc, dịch vụ, nhiệm vụ, ngữ cảnh, xác định, quan trọng, quy trình, chính xác, liên
    kết, trực tiếp, phương thức, xác thực, thiết bị, giao diện, giới hạn, duy nhất, thiết kế, liên
    quan, quá trình, tham số, kích hoạt, đảm bảo, vị trí, bảo mật, kỹ thuật, chức năng, truy vấn,
    quyết định, tích hợp, kích thước, chuyển đổi, kiểm soát, điều kiện, đối tượng, khởi động,
    thiết lập, thông báo, tìm kiếm, chỉnh sửa, chia sẻ, tính năng, dự đoán, tiếp tục, định nghĩa,
    vòng lặp, nghiên cứu, kết hợp, tác vụ, lựa chọn, phương pháp, ổn định, đăng ký, hoàn toàn, cải
    thiện, xác nhận, phụ thuộc, tối ưu, bổ sung, hiệu quả, đường dẫn, đặc biệt, phân phối, thất
    bại, tiêu chuẩn, tham gia, tương ứng, truy xuất, chất lượng, ngẫu nhiên, tin cậy, tài nguyên,
    xuất hiện, tập trung, kiến trúc, tương tác, tham chiếu, giải quyết, tốc độ, kết thúc, kiến
    thức, không gian, đồng thời, phổ biến, giải thích, vai trò, tồn tại, phức tạp, ưu tiên, tham
    khảo, biểu đồ, tổng hợp, khuyến nghị, ghi chú, thông thường, chương trình, lập trình, giám
    sát, khách hàng, duy trì, liên tục, chẳng hạn, di chuyển, khoảng cách, tổ chức, dễ dàng, thời
    điểm, hữu ích, sắp xếp, tương thích, phần mềm, thảo luận, xem xét, bình thường, giải pháp,
    tiêu đề, sửa đổi, hạn chế, khái niệm, khởi tạo, cộng đồng, trình duyệt, nâng cấp, thuật toán,
    bắt buộc, xác suất, đăng nhập, quan sát, khám phá, sẵn sàng, vận hành, màn hình, tìm hiểu,
    tiếp cận, tối thiểu, khôi phục, hợp đồng, giao tiếp, hiệu suất, trực quan, thuật ngữ, rủi ro,
    ngữ nghĩa, trò chuyện, phân biệt, thu thập, nguyên tắc, tập hợp, cải tiến, hợp lệ, bình luận,
    cảnh báo, mặc dù, khắc phục, mật khẩu, trải nghiệm, cố gắng, sản xuất, thường xuyên, dấu hiệu,
    tiện ích, đào tạo, tương đương, tiến trình, ngăn chặn, biểu tượng, yếu tố, điện thoại, đại
    diện, thậm chí, xuất bản, linh hoạt, thí nghiệm, hiệu năng, giấy phép, công nghệ, khả dụng,
    doanh nghiệp, nhạy cảm, nguyên nhân, tiết kiệm, trùng lặp, chính sách, biểu diễn, kỹ năng, giữ
    nguyên, biểu thức, nghiêm trọng, câu lệnh, nhận diện, kinh nghiệm, trình bày, thách thức, hội
    thoại, hợp tác, chẩn đoán, khởi chạy, nỗ lực, trao đổi, năng lượng, gián đoạn, đặc điểm, nguồn
    gốc, tin tưởng, trừu tượng, lý thuyết, khuyến khích, quan điểm, cẩn thận, phương tiện, nhầm
    lẫn, thoải mái, khả thi, kết luận, tiến hành, hoàn thiện, nhấn mạnh, quốc tế, kinh tế, chuyên
    nghiệp, quảng cáo, khẩn cấp, tưởng tượng, triệu chứng, vận chuyển, gián tiếp, nhược điểm, khảo
    sát, thỉnh thoảng, hiện tượng, ấn tượng, nghệ thuật, công nghiệp, xuất sắc, kỹ lưỡng, thành
    viên, thời gian, dữ liệu, cấu hình, cài đặt, giới thiệu, hướng dẫn, hiện tại, hành động, ứng
    dụng, phân tích, môi trường, mô hình, máy tính, trường hợp, xây dựng, ví dụ, hoàn tất, mới
    nhất, đồng bộ, tự động, nhanh chóng, đầu tiên, đề xuất, đầy đủ, điều khiển, tất cả, bao gồm,
    thư mục, nội dung, mô tả, đơn giản, nền tảng, quy tắc, thuộc tính, thư viện, chế độ, thay thế,
    hầu hết, tình huống, ràng buộc, nhất quán, đánh dấu, sở hữu, chuẩn bị, ánh xạ, tận dụng, quan
    tâm, cân bằng, toàn diện, thành phố, phong cách, đòi hỏi, trợ giúp, thương hiệu, chủ yếu, toàn
    cục, đặc trưng, chuyên môn, ngoại lệ, nắm bắt, thúc đẩy, lần lượt, kỳ vọng, vệ tinh, máy ảo, đám
    mây, như vậy, vì vậy, câu hỏi, số lượng, bảo vệ, biên dịch, tín hiệu, phân
    quyền
    """
"""Compounds whose syllables are known whatever marks one of them bears."""
_MEANT = """
    mọi trường, để xuất, mỗi trường, tự đóng, trường hộp, dự liệu, xây đúng, điều khiến, mỏi nhất,
    ứng đúng, hưởng dẫn, mờ hình, phận tích, mây tính, hiến tại, cái đặt, giới thiếu, nhanh chống,
    dòng bộ, phán tích, hoãn tất, cậu hình, đẩy đủ, hành dòng, đầu tiền, đóng bộ, đang ký, đang
    nhập, đi chuyển, có gắng, cô gắng, hiệu qua, hiệu quá, hiểu năng, thu thấp, vài trò, đây đủ,
    đấy đủ, đầu tiến, hiện tường, tiếp cần, tôi ưu, tới ưu, cái thiện, cái tiến, giảm sát, nguyên
    tác, xuất bán, vẫn đề, vẫn hành, tiêu để, tốc đo, thấy đổi, thay đội, thay đối, chuyển đối,
    chuyển đội, tráo đổi, khác phục, không giản, không giãn, không gián, đại điện, giao điện, nhận
    điện, tập trùng, phân mềm, kết quá, kết qua, qua trình, trình bầy, khách hạng, mở hình, từ
    động, đông bộ, ví dù, ví dự, ví đủ, đủ liệu, hành đồng, khỏi động, tối thiếu, tải nguyên,
    thông thương, hướng dần, giải đoạn, hợp lẽ, họp lệ, thức hiện, tính nặng, phận phối, phần
    phối, phần tích, mấy tính, mới nhật, liên quân, họ trợ, thì nghiệm, thế hiện, cầu hình, dự
    đoàn, thành viện, đảng ký, quý trình, hiện tài, hiện tải, phụ thuốc, yêu cậu, đại điền, đại
    điển, tại nguyên, tại liệu, kết thực, tập họp, cùng cấp, tắt cả, chế đó, chế đo, thấy thế, thầy
    thế, thay thể, số luồng, số lường, bảo về, số hữu, sổ hữu, cần bằng, cận bằng, toàn điện, toán
    diện, thành phổ, thánh phố, phòng cách, phỏng cách, đợi hỏi, đội hỏi, chuyện môn, chuyển môn,
    mấy ảo, như vầy, như váy, như vay, như vảy, như vẫy, phần quyền, vì vầy, cậu hỏi, cầu hỏi, biến
    dịch, đánh đầu, đánh đau, đánh đâu, đánh đậu, đánh đấu, thuốc tính, thuộc tỉnh, nội đúng, quy
    tác
    """
"""What looks like such a compound, and is none."""
_OTHER_LETTERS = """
    thích hợp, khi tạo, khi chạy, khi động, tìm kim, tin độ, tin hành, tin cần, triển khi, kinh thế,
    tin trình, thể thực, cần tiết, chuyển đi, tàn cục, không gain
    """
"""What looks like such a compound with one letter too few or too many, and is none."""
_SPELT = """
    tên miền, chúng ta, chúng tôi, chi tiết, cần thiết, trách nhiệm, phiên bản
    """
"""More compounds that hardly ever have a letter more or less."""

_OF_GRAMMAR = """
    về, đi, và, là, ra, vào, khi, để, cho, của, có, các, cần, đã, sẽ, bị, được, từ, tới, tại, theo,
    nên, mà, do, vì, với, thì, hay, cả, mỗi, nhau, này, đó, như, qua, lại, cũng, chưa, đang, không
    """
"""Words of grammar, which stand before any other: “về tinh chỉnh” has no slip of “vệ tinh”."""


@lru_cache(maxsize=1 << 15)
def meant_by(first: str, second: str) -> str | None:
    """The compound that two syllables in small letters are, if one of them has other marks."""
    meant = _closed().get(f"{folded(first)} {folded(second)}")
    if meant is None:
        return _spelt_by(first, second)
    one, other = meant
    if (first == one) is (second == other) or f"{first} {second}" in _as_written():
        return None
    if first != one and first in _of_grammar():
        return None
    return f"{one} {other}"


def _spelt_by(first: str, second: str) -> str | None:
    """The compound that two syllables are, if one of them has a letter too few or too many inside,
    or two that changed places: "tiến tình".
    """
    seconds, firsts = _parts()
    found = [f"{first} {other}" for other in seconds.get(first, ()) if _is_slip(second, other)]
    if first not in _of_grammar():
        found += [f"{one} {second}" for one in firsts.get(second, ()) if _is_slip(first, one)]
    if not found or f"{first} {second}" in _as_written() | frozenset(_row(_OTHER_LETTERS)):
        return None
    return found[0]


def _is_slip(word: str, meant: str) -> bool:
    """Whether a word has the letters of `meant` but for one, or all of them in another order."""
    same = len(word) == len(meant)
    return is_one_slip(word, meant) and (not same or sorted(word) == sorted(meant))


@cache
def _parts() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """By each first syllable of a compound the second ones, and by each second the first ones."""
    seconds: dict[str, list[str]] = {}
    firsts: dict[str, list[str]] = {}
    for compound in (*_row(_CLOSED), *_row(_SPELT)):
        one, other = compound.split()
        seconds.setdefault(one, []).append(other)
        firsts.setdefault(other, []).append(one)
    return seconds, firsts


@cache
def _closed() -> dict[str, tuple[str, str]]:
    """The syllables of each compound by how they are written without any marks."""
    found = {}
    for compound in _row(_CLOSED):
        one, other = compound.split()
        found[f"{folded(one)} {folded(other)}"] = one, other
    return found


@cache
def _as_written() -> frozenset[str]:
    return frozenset(_row(_MEANT))


@cache
def _of_grammar() -> frozenset[str]:
    return frozenset(_row(_OF_GRAMMAR))


def _row(written: str) -> list[str]:
    return [" ".join(one.split()) for one in written.split(",") if one.strip()]
