"""The contrasts of Vietnamese (see `contrasts`), and the words by which it may render a denial."""

from __future__ import annotations

from diptych.language.weight.contrasts import Lexicon, pole

CONTRASTS = {
    "obligation": (
        pole(
            "phải, bắt buộc, buộc, có trách nhiệm, có nghĩa vụ, !không bắt buộc",
            """
            trách nhiệm, nghĩa vụ, cần, nên, không, chưa, hãy, đòi hỏi, yêu cầu, nhất thiết,
            thiết yếu, đảm bảo, bảo đảm, chỉ, mới, nhất định, chắc chắn, đừng, quan trọng""",
        ),
        pole(
            "có thể, được phép, được quyền, có quyền",
            """
            được, nên, không, chưa, khả năng, cho phép, quyền, phải chăng, bên phải, tay phải,
            trái phải, vừa phải, gặp phải, mắc phải, vấp phải, chẳng, đừng, mới, tùy, tuỳ, muốn,
            thể, giúp, sẽ, phải không, !phải được""",
        ),
    ),
    "prohibition": (
        pole(
            "không được, không được phép, nghiêm cấm, cấm, không cho phép",
            "không, chưa, đừng, chẳng, chỉ, tránh, trừ, ngoài, cho đến, phi, vô, bất, hạn chế",
        ),
        pole("có thể, được phép, được quyền", "được, nên, quyền, khả năng, phép, sẽ, tùy, tuỳ"),
    ),
    "bound": (
        pole(
            "ít nhất, tối thiểu, không ít hơn, không dưới, trở lên",
            "hơn, từ, trên, ít ra, không thấp hơn, không nhỏ hơn",
        ),
        pole(
            "nhiều nhất, tối đa, không quá, không vượt quá, trở xuống",
            "lên đến, lên tới, cho đến, đến, tới, chậm nhất, trong vòng, dưới",
        ),
    ),
    "comparison": (
        pole(
            "trên #, hơn #, vượt #, vượt quá #, lớn hơn #, cao hơn #, nhiều hơn #",
            "hơn, vượt, quá, không dưới, chưa, không, ít nhất, trở lên, trên",
        ),
        pole(
            "dưới #, ít hơn #, thấp hơn #, nhỏ hơn #, chưa đến #, chưa tới #",
            "dưới, ít, thấp, nhỏ, kém, chưa, không, gần, đến, trong vòng, trước",
        ),
        pole(
            "gần #, khoảng #, xấp xỉ #, chừng #",
            "gần, khoảng, xấp xỉ, chừng, độ, cỡ, đến, ước, suýt",
        ),
    ),
    "order": (
        pole(
            "trước khi, trước ngày, trước tháng, trước năm, trước",
            "sau đây, sau này, sau cùng, phía sau, như sau, chưa, không, rồi, trở về, về trước",
        ),
        pole(
            "sau khi, sau ngày, sau tháng, sau năm, sau",
            """
            tiếp, kế tiếp, rồi, xong, hậu, theo, khi, từ khi, trước đây, trước đó, trước mắt, trước
            hết, trước tiên, trước kia, trước tình, phía trước, trước mặt, trước những""",
        ),
    ),
    "deadline": (
        pole(
            "đến năm #, đến ngày #, đến tháng #, tới năm #, đến hết năm #, đến cuối năm #",
            "đến, tới, trước",
        ),
        pole("từ năm #, sau năm #, từ ngày #, sau ngày #, kể từ #", "từ, sau, kể từ, qua"),
    ),
    "share": (
        pole(
            "tất cả, mọi, toàn bộ, toàn thể",
            "mỗi, từng, hết, cả, toàn, các, những, đều, luôn, khắp, nhiều, trọn, đầy đủ",
        ),
        pole(
            """
                một số, vài, một vài, một phần, !một số lượng, !một số tiền, !một số liệu, !một số
                nguyên, !một số thực, !một số tự nhiên, !một số thập phân, !một số ngẫu nhiên, !một
                số điện thoại, !một số duy nhất""",
            "nào đó, nhất định, đôi, một ít, những, các, số, ít, mọi người, nhiều, phần",
        ),
    ),
    "choice": (
        pole("hoặc", "hay, dù, không, chưa, lẫn, hoặc là"),
        pole("và", "với, cùng, lẫn, cũng, rồi, đồng thời, còn, kèm, vừa"),
    ),
    "reason": (
        pole("vì, bởi vì, do, bởi, nhờ", "tại, nên, theo, từ, dưới"),
        pole(
            "mặc dù, bất chấp, bất kể",
            """
            dù, tuy, bất, nhưng, trừ, dẫu, vẫn, do đó, lý do, tự do, do vậy, vì vậy, vì thế,
            không vì, bởi vậy""",
        ),
        pole("trừ khi, trừ phi, trừ trường hợp", "trừ, ngoài, nếu, không, chưa, miễn"),
    ),
    "growth": (
        pole(
            "tăng, gia tăng, tăng cường, nâng cao, mở rộng, đẩy mạnh, ngày càng",
            """
            nâng, cao, phát triển, lớn, thúc đẩy, mạnh, thêm, cải thiện, nhiều, tốt, dài, rộng,
            sâu, củng cố, thắt chặt""",
        ),
        pole(
            "giảm, suy giảm, cắt giảm, thu hẹp, hạ thấp",
            "hạ, hạn chế, suy, thấp, ít, yếu, bớt, kém, hẹp, nhỏ, tiết kiệm, rút ngắn, nén",
        ),
    ),
    "home": (
        pole(
            "trong nước, nội địa, quốc nội, trong và ngoài nước",
            "nội, trong và, quốc gia, nước nhà, địa phương",
        ),
        pole(
            "nước ngoài, ngoài nước, hải ngoại, trong và ngoài nước",
            "ngoại, quốc tế, thế giới, và ngoài",
        ),
    ),
    "trade": (
        pole("xuất khẩu, xuất nhập khẩu", "xuất"),
        pole("nhập khẩu, xuất nhập khẩu", "nhập"),
    ),
}

DENIALS = Lexicon(
    """
    không, chưa, chẳng, không được, không có, không thể, không còn, không bao giờ, đừng"""
)
"""Words that deny, beyond doubt."""
DENIED = Lexicon(
    """
    không, chưa, chẳng, chả, đừng, chớ, cấm, tránh, thiếu, trừ, ngoài, ngoại trừ, khỏi, hết, mất,
    phi, vô, bất, trái, khác, kém, từ chối, loại, bỏ, ngăn, ngừng, dừng, hiếm, ít, chỉ, khó, sai,
    ngược, thay vì, hơn là, nếu, cho đến, thất bại, lỗi, hỏng, trống, rỗng, tự do, miễn, lặng,
    tắt, vẫn, hạn chế, riêng, xóa, xoá, đơn giản, gỡ, dù, độc lập, rời, tách, ẩn, kín, xa, hủy,
    huỷ, vắng, nghiêm, thay, tuyệt, phản, chống, lỡ, quên, hư, thừa, nữa, luôn, mãi, bao giờ, gì,
    đâu, tuy, dở, non, yếu, nghỉ, sót, tới khi, đến khi, còn lại, trước khi, !chỉ thị, !chỉ đạo,
    !chỉ tiêu, !chỉ số, !nước ngoài, !ngoài nước, !đối ngoại, !bên ngoài, !ngoài ra, !mất nước"""
)
"""All by which a denial of another language may be rendered."""
ASKS = Lexicon("xem, liệu, kiểm tra, hỏi, đoán, hay")
"""Words after which a denial only asks."""
PERMITS = Lexicon("")
"""Words that leave something open, beyond doubt."""
ORDERS = Lexicon("")
"""Words that order."""
PERMITTED = Lexicon(
    """
    có thể, được, có khi, đôi khi, đôi lúc, sẽ, nên, khả năng, phép, có lẽ, chắc, thường, quyền,
    tùy, tuỳ, biết đâu, nếu, dễ, không, chưa, dù, lẽ, nhiều khi, liệu, ắt, hẳn, e rằng, lỡ, có vẻ,
    dường như, hình như, phòng khi, nguy cơ, !thường vụ, !thường trực, !thường xuyên, !chính quyền,
    !thẩm quyền, !bản quyền, !chủ quyền, !không chỉ, !không ngừng, !hàng không, !không gian"""
)
"""All by which another language's permission may be rendered."""
