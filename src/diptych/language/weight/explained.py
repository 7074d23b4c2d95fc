"""Words of English and Vietnamese that render each other, and so can render no other denial.

"Except" may be how English says “không”; beside “ngoại trừ” it is not.
"""

from __future__ import annotations

from diptych.language.tags import bare
from diptych.language.weight.contrasts import Lexicon

_PAIRS = tuple(
    (Lexicon(english), Lexicon(vietnamese))
    for english, vietnamese in (
        ("any, anything, anyone, whatever", "bất kỳ, bất kì, bất cứ, nào, mọi, gì, ai"),
        ("except*, other than, exclud*", "trừ, ngoại trừ, ngoài, loại trừ"),
        ("unless", "trừ khi, trừ phi, trừ trường hợp, trừ"),
        ("if, whether", "nếu, khi, liệu, dù"),
        ("before", "trước"),
        ("until", "cho đến, đến khi, tới khi, đến"),
        ("always, constant*, continual*, continu*", "luôn, liên tục, tiếp tục, thường xuyên"),
        ("still, remain*", "vẫn, còn"),
        ("too", "quá"),
        ("different*, differ*, divers*, vary, varies, varying", "khác, đa dạng"),
        ("otherwise, else, instead", "khác, thay vì"),
        ("loss*, lose*, lost", "mất, tổn thất, thiệt hại"),
        ("delet*, remov*, eras*, eliminat*, omit*, drop*, strip*", "xóa, xoá, loại, gỡ, bỏ"),
        ("limit*, restrict*", "giới hạn, hạn chế"),
        ("prevent*, block*, stop*, avoid*", "ngăn, chặn, tránh, phòng, dừng, ngừng"),
        ("protect*, guard*", "bảo vệ, phòng vệ"),
        ("prohibit*, forbid*, ban, bans, banned", "cấm"),
        ("unauthor*, illegal*, unlawful*", "trái phép, bất hợp pháp, trái luật, phi pháp"),
        ("illegal*, dis*", "phân biệt, tiết lộ, gián đoạn, từ chối, không đồng ý"),
        ("discriminat*", "phân biệt"),
        ("suspend*, halt*, cancel*", "tạm ngừng, tạm dừng, đình chỉ, hủy, huỷ"),
        ("problem*, fail*, error*", "vấn đề, lỗi, sự cố, thất bại"),
        ("miss*, lack*, short", "thiếu, ngắn, bỏ lỡ"),
        ("option*", "tùy chọn, tuỳ chọn"),
        ("beyond, outside, away, out of", "ngoài, vượt, xa, khỏi, ra"),
        ("against", "chống, đối với, với"),
        ("independen*", "độc lập"),
        ("immediate*", "ngay, lập tức"),
        ("indirect*", "gián tiếp"),
        ("incident*, infring*, inform*", "sự cố, ngẫu nhiên, xâm phạm, thông tin"),
        ("difficult*, hard", "khó"),
        ("few, fewer, little, less", "ít"),
        ("wrong*, incorrect*", "sai"),
        ("close*, shut*", "đóng, gần"),
        ("free*", "miễn phí, tự do, thoải mái"),
        ("leave*", "để, rời"),
        ("withdraw*, withhold*", "rút, giữ lại"),
        ("essential", "thiết yếu, cần thiết"),
        ("permanent*, forever", "vĩnh viễn, mãi"),
        ("versus, vs, oppos*, contrary", "với, đối"),
        ("behind", "sau"),
        ("yet", "nhưng, chưa"),
        ("rather", "hơn, thay vì"),
        ("as many, as much", "bằng, càng, nhiều"),
    )
)


def is_explained(written: str, language: str, other: list[str]) -> bool:
    """Whether `written`, a word or phrase of `language`, is rendered by one of the words of the
    `other` text of two.
    """
    english = bare(language) == "en"
    words = written.split()
    for pair in _PAIRS:
        own, theirs = pair if english else pair[::-1]
        if own.first(words) is not None and theirs.first(other) is not None:
            return True
    return False
