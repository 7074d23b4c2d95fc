"""More contrasts of Vietnamese (see `contrasts`): opposites in what a clause is about."""

from __future__ import annotations

from diptych.language.weight.contrasts import pole

OPPOSITES = {
    "crowd": (
        pole(
            "hàng chục, !hàng chục nghìn, !hàng chục ngàn, !hàng chục vạn, !hàng chục triệu",
            "chục, mười, tá",
        ),
        pole("hàng trăm, !hàng trăm nghìn, !hàng trăm ngàn, !hàng trăm triệu", "trăm"),
        pole("hàng nghìn, hàng ngàn", "nghìn, ngàn"),
        pole("hàng chục nghìn, hàng chục ngàn, hàng vạn", "chục nghìn, chục ngàn, vạn"),
        pole("hàng trăm nghìn, hàng trăm ngàn, hàng chục vạn", "trăm nghìn, trăm ngàn, chục vạn"),
        pole("hàng triệu", "triệu"),
    ),
    "standing": (
        pole(
            "đô thị, thành thị",
            "thành phố, phố",
        ),
        pole(
            "nông thôn",
            "nông, thôn, quê, xã",
        ),
    ),
    "owner": (
        pole(
            "công lập, nhà nước",
            "công, nhà nước, công lập, quốc doanh, công cộng",
        ),
        pole(
            "tư nhân, tư thục",
            "tư, riêng, cá nhân",
        ),
    ),
    "inside": (
        pole(
            "nội bộ, bên trong",
            "nội, trong, đối nội",
        ),
        pole(
            "bên ngoài, từ bên ngoài, đối ngoại",
            "ngoài, ngoại, đối ngoại",
        ),
    ),
    "sign": (
        pole(
            "tích cực",
            "tích cực, tốt, chủ động, hăng hái, năng nổ",
        ),
        pole(
            "tiêu cực",
            "tiêu cực, xấu, âm",
        ),
    ),
    "success": (
        pole(
            """
                thành công, thắng lợi, !không thành công, !chưa thành công, !bất thành công,
                !thiếu thành công, !kém thành công, !mất thành công, !không được thành công,
                !không có thành công, !chưa thực sự thành công, !chưa thật sự thành công""",
            "được, thắng",
        ),
        pole(
            """
                thất bại, không thành công, chưa thành công, kém thành công, thiếu thành công,
                chưa thật sự thành công, chưa thực sự thành công""",
            "không, chưa, lỗi, hỏng, bại, thua, sai, trượt",
        ),
    ),
    "favour": (
        pole(
            """
                thuận lợi, thông thoáng, !không thuận lợi, !chưa thuận lợi, !bất thuận lợi,
                !thiếu thuận lợi, !kém thuận lợi, !mất thuận lợi, !không được thuận lợi, !không
                có thuận lợi, !chưa thực sự thuận lợi, !chưa thật sự thuận lợi""",
            "lợi, thuận, dễ, ưu",
        ),
        pole(
            """
                bất lợi, không thuận lợi, chưa thuận lợi, kém thuận lợi, thiếu thuận lợi, chưa
                thật sự thuận lợi, chưa thực sự thuận lợi""",
            "bất, không, chưa, khó, kém, trở ngại, hạn chế, thiệt",
        ),
    ),
    "feasible": (
        pole(
            """
                khả thi, !không khả thi, !chưa khả thi, !bất khả thi, !thiếu khả thi, !kém khả
                thi, !mất khả thi, !không được khả thi, !không có khả thi, !chưa thực sự khả
                thi, !chưa thật sự khả thi""",
        ),
        pole(
            """
                bất khả thi, không khả thi, chưa khả thi, kém khả thi, thiếu khả thi, chưa thật
                sự khả thi, chưa thực sự khả thi""",
            "không, chưa, bất",
        ),
    ),
    "lasting": (
        pole(
            """
                bền vững, !không bền vững, !chưa bền vững, !bất bền vững, !thiếu bền vững, !kém
                bền vững, !mất bền vững, !không được bền vững, !không có bền vững, !chưa thực sự
                bền vững, !chưa thật sự bền vững""",
        ),
        pole(
            """
                không bền vững, thiếu bền vững, chưa bền vững, kém bền vững, chưa thật sự bền
                vững, chưa thực sự bền vững""",
            "không, chưa, thiếu, kém, bất",
        ),
    ),
    "stable": (
        pole(
            """
                ổn định, !không ổn định, !chưa ổn định, !bất ổn định, !thiếu ổn định, !kém ổn
                định, !mất ổn định, !không được ổn định, !không có ổn định, !chưa thực sự ổn
                định, !chưa thật sự ổn định""",
            "ổn, yên, bình ổn",
        ),
        pole(
            """
                bất ổn, mất ổn định, không ổn định, biến động, chưa ổn định, kém ổn định, thiếu
                ổn định, chưa thật sự ổn định, chưa thực sự ổn định""",
            "bất, mất, không, chưa, thiếu, biến, đổi",
        ),
    ),
    "enough": (
        pole(
            "đầy đủ, đủ, !chưa đầy đủ, !không đầy đủ, !chưa đủ, !không đủ",
            "đủ, trọn, hoàn toàn",
        ),
        pole(
            "chưa đầy đủ, không đầy đủ, chưa đủ, không đủ, thiếu",
            "thiếu, chưa, không, hụt, kém",
        ),
    ),
    "effect": (
        pole(
            """
                hiệu quả, có hiệu quả, !không hiệu quả, !chưa hiệu quả, !bất hiệu quả, !thiếu
                hiệu quả, !kém hiệu quả, !mất hiệu quả, !không được hiệu quả, !không có hiệu
                quả, !chưa thực sự hiệu quả, !chưa thật sự hiệu quả""",
            "hiệu",
        ),
        pole(
            """
                không hiệu quả, kém hiệu quả, chưa hiệu quả, thiếu hiệu quả, chưa thật sự hiệu
                quả, chưa thực sự hiệu quả""",
            "không, kém, chưa, vô",
        ),
    ),
    "lawful": (
        pole(
            """
                hợp pháp, hợp lệ, !không hợp pháp, !chưa hợp pháp, !bất hợp pháp, !thiếu hợp
                pháp, !kém hợp pháp, !mất hợp pháp, !không được hợp pháp, !không có hợp pháp,
                !chưa thực sự hợp pháp, !chưa thật sự hợp pháp, !không hợp lệ""",
            "đúng, hợp",
        ),
        pole(
            """
                bất hợp pháp, trái phép, không hợp lệ, không hợp pháp, chưa hợp pháp, kém hợp
                pháp, thiếu hợp pháp, chưa thật sự hợp pháp, chưa thực sự hợp pháp""",
            "bất, trái, không, chưa, phi, vi phạm, sai, lậu",
        ),
    ),
    "peace": (
        pole(
            "hòa bình, hoà bình",
            "hòa, hoà",
        ),
        pole(
            "chiến tranh, xung đột",
            "chiến, xung đột, đánh, bạo lực",
        ),
    ),
    "friendly": (
        pole(
            """
                hữu nghị, thân thiện, !không thân thiện, !chưa thân thiện, !bất thân thiện,
                !thiếu thân thiện, !kém thân thiện, !mất thân thiện, !không được thân thiện,
                !không có thân thiện, !chưa thực sự thân thiện, !chưa thật sự thân thiện""",
            "bạn, thân, hữu",
        ),
        pole(
            """
                thù địch, đối đầu, không thân thiện, chưa thân thiện, kém thân thiện, thiếu thân
                thiện, chưa thật sự thân thiện, chưa thực sự thân thiện""",
            "thù, địch, đối đầu, ghét, không, chưa, kém",
        ),
    ),
    "keeping": (
        pole(
            "bảo vệ, giữ gìn, bảo tồn, giữ vững, gìn giữ, duy trì",
            "giữ, bảo, duy trì",
        ),
        pole(
            "từ bỏ, phá hoại, phá hủy, phá huỷ, hủy hoại, huỷ hoại",
            "bỏ, phá, hủy, huỷ, hoại, mất, xóa, xoá",
        ),
    ),
    "drawing": (
        pole(
            "thu hút, lôi cuốn",
            "thu hút, hút, hấp dẫn, gọi",
        ),
        pole(
            "xua đuổi, đẩy lùi",
            "xua, đuổi, đẩy, cản, ngăn, răn",
        ),
    ),
    "urging": (
        pole(
            "khuyến khích, động viên, khích lệ",
            "khuyến, động viên, cổ vũ",
        ),
        pole(
            "ngăn cản, không khuyến khích, cản trở",
            "ngăn, không, cản, đừng, chưa, hạn chế, nản",
        ),
    ),
    "help": (
        pole(
            "hỗ trợ, ủng hộ, giúp đỡ",
            "trợ, giúp, hộ, đỡ",
        ),
        pole(
            "phản đối, cản trở, chống lại",
            "phản, cản, chống, đối, ngăn",
        ),
    ),
    "assent": (
        pole(
            "chấp nhận, chấp thuận, đồng ý, phê duyệt",
            "nhận, thuận, duyệt, đồng ý, nhất trí",
        ),
        pole(
            "từ chối, bác bỏ",
            "chối, bác, không, chưa, loại, phản đối, bỏ",
        ),
    ),
    "leave": (
        pole(
            "cho phép, được phép",
            "phép, cho, được, có thể, quyền",
        ),
        pole(
            "cấm, nghiêm cấm, không cho phép, không được phép",
            "cấm, không, chưa, chặn, ngăn, hạn chế, đừng",
        ),
    ),
    "going": (
        pole(
            "tiếp tục",
            "tiếp, còn, vẫn, nữa",
        ),
        pole(
            "chấm dứt, ngừng, dừng",
            "dứt, ngừng, dừng, thôi, hết, nghỉ, kết thúc, ngưng",
        ),
    ),
    "newness": (
        pole(
            "mới, hiện đại, !mới có, !mới chỉ, !mới được, !mới là",
            "mới, đại, đổi mới, tân",
        ),
        pole(
            "cũ, truyền thống, lạc hậu, già",
            "cũ, truyền thống, lạc hậu, già, cổ, xưa",
        ),
    ),
    "width": (
        pole(
            "mở rộng",
            "rộng, mở, tăng, phát triển, lan",
        ),
        pole(
            "thu hẹp, hạn chế",
            "hẹp, hạn chế, thu, giảm, giới hạn, bó",
        ),
    ),
    "esteem": (
        pole(
            "đề cao, nâng cao, phát huy, nâng tầm, nâng lên, tăng cường, củng cố",
            "cao, nâng, phát huy, tăng, mạnh, củng cố, thúc đẩy",
        ),
        pole(
            "hạ thấp, làm suy yếu, coi nhẹ, giảm nhẹ",
            """
                hạ, thấp, giảm, suy, yếu, nhẹ, hạn chế, thu, bớt, kém, cản, kìm, siết, giới hạn,
                chậm""",
        ),
    ),
    "degree": (
        pole(
            "cao",
            "cao, nâng, đắt",
        ),
        pole(
            "thấp",
            "thấp, hạ, kém, rẻ, ít",
        ),
    ),
    "term": (
        pole(
            "dài hạn, lâu dài",
            "dài, lâu",
        ),
        pole(
            "ngắn hạn",
            "ngắn, tạm",
        ),
    ),
    "stay": (
        pole(
            "vĩnh viễn, thường trú, lâu dài, thường trực",
            "thường, lâu, vĩnh viễn, mãi",
        ),
        pole(
            "tạm thời, tạm trú",
            "tạm, ngắn",
        ),
    ),
    "route": (
        pole(
            "trực tiếp",
            "trực tiếp, thẳng",
        ),
        pole(
            "gián tiếp",
            "gián tiếp",
        ),
    ),
    "free will": (
        pole(
            "bắt buộc",
            "bắt buộc, buộc, cần, phải, yêu cầu",
        ),
        pole(
            "tự nguyện, tùy chọn, tuỳ chọn, không bắt buộc",
            "tự, tùy, tuỳ, không, chưa, nguyện",
        ),
    ),
    "parties": (
        pole(
            "song phương",
            "song phương",
        ),
        pole(
            "đa phương",
            "đa phương",
        ),
    ),
    "tier": (
        pole(
            "trung ương",
            "trung ương",
        ),
        pole(
            "địa phương",
            "địa phương, cấp tỉnh, tỉnh, huyện, xã",
        ),
    ),
    "variety": (
        pole(
            "đa dạng, đa dạng hóa, đa dạng hoá",
            "đa",
        ),
        pole(
            "tập trung, thống nhất",
            "tập trung, chung, đồng nhất, thống nhất",
        ),
    ),
    "north": (
        pole(
            "phía bắc, miền bắc",
            "bắc",
        ),
        pole(
            "phía nam, miền nam",
            "nam",
        ),
    ),
    "east": (
        pole(
            "phía đông, miền đông",
            "đông",
        ),
        pole(
            "phía tây, miền tây",
            "tây",
        ),
    ),
    "deal": (
        pole(
            "mua",
            "mua, sắm",
        ),
        pole(
            "bán",
            "bán",
        ),
    ),
    "edge": (
        pole(
            "lợi thế, thế mạnh, ưu điểm",
            "lợi, mạnh, ưu",
        ),
        pole(
            "bất lợi, nhược điểm, điểm yếu",
            "bất lợi, nhược, yếu, hạn chế, khó, kém, thách thức",
        ),
    ),
    "likeness": (
        pole(
            "giống nhau, tương tự, như nhau, tương đồng",
            "giống, tương tự, như, chung, cùng, tương, đồng",
        ),
        pole(
            "khác biệt, sự khác biệt, khác nhau, chênh lệch",
            "khác, chênh lệch, dị, riêng, phân biệt",
        ),
    ),
    "tense": (
        pole(
            "gần đây, vừa qua, năm qua, thời gian qua",
            "qua, gần đây, trước, trước đây, vừa, rồi, đã, mới",
        ),
        pole(
            "sắp tới, thời gian tới, năm tới, tiếp theo",
            "tới, sắp, tiếp theo, tương lai, sau, kế",
        ),
    ),
    "often": (
        pole(
            """
                thường xuyên, liên tục, thường, !bình thường, !thông thường, !bất thường, !phi
                thường, !khác thường, !thường trực, !thường vụ, !thường dân, !thường trú, !thường
                thức, !đời thường, !coi thường, !tầm thường, !thường niên, !thường nhật""",
            "thường, liên tục, luôn, đều, định kỳ, hay",
        ),
        pole(
            "thỉnh thoảng, đôi khi, hiếm khi, đột xuất, ít khi, bất thường",
            "thỉnh thoảng, đôi, hiếm, đột xuất, ít, bất, không",
        ),
    ),
    "promptness": (
        pole(
            "định kỳ",
            "định kỳ, kỳ, thường xuyên, hằng, hàng, mỗi",
        ),
        pole(
            "ngay, ngay lập tức, lập tức",
            "ngay, lập tức, tức thì, liền, tức, luôn",
        ),
    ),
    "cycle": (
        pole(
            "hằng năm, hàng năm, mỗi năm, thường niên",
            "năm",
        ),
        pole(
            "hằng quý, hàng quý, mỗi quý",
            "quý, ba tháng",
        ),
        pole(
            "hằng tháng, hàng tháng, mỗi tháng",
            "tháng",
        ),
        pole(
            "hằng tuần, hàng tuần, mỗi tuần",
            "tuần",
        ),
        pole(
            "hằng ngày, hàng ngày, mỗi ngày",
            "ngày, nhật",
        ),
    ),
    "share": (
        pole(
            """
                tất cả, mọi, toàn bộ, toàn thể, !mọi người, !gần như toàn bộ, !gần như tất cả,
                các cấp""",
            """
                mỗi, từng, hết, cả, toàn, đều, luôn, khắp, nhiều, trọn, tất cả, bất kỳ, bất kì,
                bất cứ""",
        ),
        pole(
            "hầu hết, phần lớn, đa số, đại đa số, đa phần",
            "hầu, lớn, đa số, phần nhiều, đa phần, hết, gần như",
        ),
        pole(
            """
                một số, vài, một vài, !một số lượng, !một số tiền, !một số liệu, !một số nguyên,
                !một số thực, !một số tự nhiên, !một số thập phân, !một số ngẫu nhiên, !một số
                điện thoại, !một số duy nhất""",
            "một số, vài, nào đó, nhất định, đôi, một ít, ít, nhiều",
        ),
    ),
    "amount": (
        pole(
            """
                nhiều, rất nhiều, hàng loạt, !ít nhiều, !bao nhiêu, !nhiều hơn, !nhiều nhất,
                !nhiều khả năng, !nhiều lần, !nhiều khi""",
            "nhiều, hàng loạt, các, những, lắm, đa, vô số, hàng",
        ),
        pole(
            """
                một số, vài, một vài, !một số lượng, !một số tiền, !một số liệu, !một số nguyên,
                !một số thực, !một số tự nhiên, !một số thập phân, !một số ngẫu nhiên, !một số
                điện thoại, !một số duy nhất""",
            "một số, vài, nào đó, nhất định, đôi, một ít, ít, nhiều",
        ),
    ),
    "plenty": (
        pole(
            """
                nhiều, rất nhiều, hàng loạt, !ít nhiều, !nhiều hơn, !nhiều khả năng, !nhiều lần,
                !nhiều khi""",
            "nhiều, hàng loạt, các, những, lắm, đa, vô số, hàng",
        ),
        pole(
            "rất ít, quá ít, hiếm",
            "ít, vài, một số, hiếm, khan, không, chưa, hạn chế, kém",
        ),
    ),
    "extent": (
        pole(
            """
                chỉ, duy nhất, !chỉ mục, !chỉ số, !chỉ tiêu, !chỉ báo, !chỉ đạo, !chỉ thị, !chỉ
                huy, !chỉ định, !chỉ dẫn, !chỉ lệnh, !chỉ trích, !chỉ rõ, !chỉ ra, !địa chỉ,
                !chứng chỉ, !tín chỉ""",
            "chỉ, duy, riêng, độc",
        ),
        pole(
            "chủ yếu, phần lớn",
            "chủ yếu, chính, lớn, đa, hầu, nhất là",
        ),
        pole(
            "một phần, phần nào, ít nhiều",
            "phần, ít, hơi, đôi, nào, một số",
        ),
    ),
    "whole": (
        pole(
            "hoàn toàn",
            "hoàn toàn, toàn, hết, trọn, đầy đủ, tất cả, tuyệt đối, rất",
        ),
        pole(
            "một phần, phần nào, ít nhiều",
            "phần, ít, hơi, đôi, nào, một số",
        ),
    ),
    "body": (
        pole(
            "cả hệ thống, cả nước, toàn bộ, toàn thể, toàn tỉnh, toàn dân, cả",
            "toàn, cả, khắp, mọi, tất cả",
        ),
        pole(
            "một phần, một bộ phận",
            "phần, bộ phận, nửa",
        ),
    ),
    "rank": (
        pole(
            "một trong những, một trong các, một trong",
            "trong số, trong, một",
        ),
        pole(
            "duy nhất",
            "duy nhất, chỉ",
        ),
    ),
    "condition": (
        pole(
            "nếu, !nếu không, !nếu chưa, !nếu chẳng",
            "nếu, khi, trường hợp",
        ),
        pole(
            "trừ khi, trừ trường hợp, trừ phi",
            "trừ, không, chưa, ngoài, chẳng, thiếu, chỉ",
        ),
    ),
    "besides": (
        pole(
            "cũng như, cùng với",
            "cũng, cùng, và, với, kèm, lẫn, đồng thời",
        ),
        pole(
            "thay vì, thay cho",
            "thay, không, hơn là, chứ",
        ),
    ),
    "need": (
        pole(
            """
                cần, cần phải, cần thiết, !chỉ cần, !không cần, !chưa cần, !nếu cần, !khi cần,
                !nhu cầu cần""",
            "phải, buộc, nên, bắt buộc, trách nhiệm, nghĩa vụ, không, chưa",
        ),
        pole(
            "tùy chọn, tuỳ chọn",
            "có thể, được, tùy, tuỳ, nếu, không, chưa, khả năng, phép, quyền, chỉ cần, nên",
        ),
    ),
}
"""By name, the poles of each contrast, in the same order in every language."""
