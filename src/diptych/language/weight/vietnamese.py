"""The Vietnamese words of weight: phrases are parted by commas, words of a set by blanks."""

from __future__ import annotations

from diptych.language.weight.kinds import NOT, Weight
from diptych.language.weight.table import table

WORDS = table(
    senses={
        Weight.NEGATION: {
            NOT: """
                không, chưa, chẳng, chả, đừng, chớ, không được, không phải, không hề, chưa hề,
                chưa từng, không bao giờ, không còn, không có, thiếu, tránh, cấm, nghiêm cấm, từ
                chối, ngăn, ngăn chặn""",
        },
        Weight.OBLIGATION: {
            "must": """
                phải, bắt buộc, buộc phải, có trách nhiệm, có nghĩa vụ, cần phải, bắt buộc phải,
                nhất thiết""",
            "should": """nên, khuyến nghị, khuyến cáo""",
            "may": """có thể, được phép, được quyền, có quyền, tùy chọn, tuỳ chọn""",
        },
        Weight.QUANTITY: {
            "all": """tất cả, mọi, toàn bộ, toàn thể, mỗi, từng, hoàn toàn, đầy đủ""",
            "some": """một số, vài, một vài, một phần, phần nào, ít nhiều""",
            "many": """nhiều, rất nhiều, vô số, hàng loạt""",
            "most": """hầu hết, phần lớn, đa số, đại đa số, chủ yếu, đại bộ phận""",
            "few": """ít, thiểu số, hiếm khi""",
            "half": """một nửa, nửa""",
            "one": """một trong, duy nhất""",
            "only": """chỉ, duy chỉ, riêng""",
            "at least": """
                ít nhất, tối thiểu, không ít hơn, không dưới, trở lên, không thấp hơn, không nhỏ
                hơn""",
            "at most": """
                nhiều nhất, tối đa, không quá, không vượt quá, không nhiều hơn, không hơn, trở
                xuống, không cao hơn, không lớn hơn, không trên""",
            "more": """hơn, vượt, vượt quá, cao hơn, lớn hơn, nhiều hơn""",
            "less": """kém, thấp hơn, nhỏ hơn, ít hơn, kém hơn""",
            "equal": """bằng, đúng bằng""",
            "about": """khoảng, xấp xỉ, ước chừng""",
        },
        Weight.TIME: {
            "before": """trước, trước khi, trước đó, trước ngày""",
            "after": """sau, sau khi, sau đó, kể từ sau""",
            "until": """cho đến, cho tới""",
            "during": """trong suốt, trong quá trình""",
            "once": """ngay, ngay lập tức, lập tức""",
            "daily": """hàng ngày, hằng ngày, mỗi ngày""",
            "weekly": """hàng tuần, hằng tuần, mỗi tuần""",
            "monthly": """hàng tháng, hằng tháng, mỗi tháng""",
            "quarterly": """hàng quý, hằng quý, mỗi quý""",
            "yearly": """hàng năm, hằng năm, mỗi năm, thường niên""",
            "regularly": """thường xuyên, định kỳ""",
            "sometimes": """thỉnh thoảng, đôi khi, đột xuất""",
        },
        Weight.CONNECTIVE: {
            "and": """và, cùng với, cũng như, cùng""",
            "or": """hoặc, hay, hoặc là, hay là""",
            "despite": """mặc dù, dù, dẫu, bất chấp, tuy, bất kể""",
            "because": """vì, bởi vì, bởi, do, nhờ, tại vì""",
            "unless": """trừ, trừ khi, ngoại trừ, trừ trường hợp, ngoài trừ""",
            "if": """nếu, với điều kiện, trường hợp, giả sử""",
            "instead": """thay vì, thay cho""",
        },
    },
    weightless="""
        hàng không, chẳng hạn, chẳng hạn như, không gian, không khí, không quân, không trung,
        không phận, không vận, trên không, không chỉ, không những, không ngừng, không sao, không
        tưởng, không đâu, chưa kể, thiếu nhi, thiếu niên, thiếu tá, thiếu tướng, thiếu úy, thanh
        thiếu niên, phải chăng, bên phải, tay phải, phía phải, góc phải, vừa phải, lẽ phải, hay
        không, hay chưa, nên chăng, trở nên, làm nên, tạo nên, cho nên, nên là, xây nên, do đó, do
        vậy, tự do, lý do, vì vậy, vì thế, bởi vậy, tuy nhiên, tuy vậy, dù sao, trên cơ sở, trên
        địa bàn, trên toàn, trên thế giới, trên cả nước, dưới đây, dưới dạng, trên đây, ở trên,
        nêu trên, nói trên, hơn nữa, trước mắt, trước hết, trước tiên, trước đây, sau đây, sau
        này, sau cùng, hay là không, ngày càng, lúc nào, từng bước, ít nhiều""",
    opposites=(
        (
            """
            tăng, tăng cường, nâng, nâng cao, đẩy mạnh, mở rộng, gia tăng, thúc đẩy, phát triển""",
            """
            giảm, hạ, hạ thấp, hạn chế, thu hẹp, suy giảm, cắt giảm, giảm bớt, kìm hãm""",
        ),
        ("trong nước, nội địa, quốc nội", "ngoài nước, nước ngoài, ngoại quốc"),
        ("xuất khẩu", "nhập khẩu"),
        ("quốc gia, dân tộc", "quốc tế"),
        ("địa phương", "trung ương"),
        ("bên trong, đối nội, nội bộ", "bên ngoài, đối ngoại"),
        ("công, công lập, nhà nước", "tư, tư nhân"),
        ("thành thị, đô thị", "nông thôn"),
        ("tích cực", "tiêu cực"),
        ("thành công", "thất bại"),
        ("thuận lợi, thế mạnh, ưu điểm", "khó khăn, điểm yếu, nhược điểm"),
        ("chấp nhận, chấp thuận, đồng ý", "từ chối, bác bỏ"),
        ("cho phép", "cấm, nghiêm cấm"),
        ("bắt đầu, tiếp tục", "kết thúc, chấm dứt, dừng"),
        ("bắt buộc", "tự nguyện, tùy chọn"),
        ("trực tiếp", "gián tiếp"),
        ("dài hạn", "ngắn hạn"),
        ("lớn", "nhỏ"),
        ("cao", "thấp"),
        ("nhanh", "chậm"),
        ("mới, hiện đại", "cũ, truyền thống"),
        ("song phương", "đa phương"),
        ("mua", "bán"),
        ("vay", "cho vay"),
        ("phía bắc", "phía nam"),
        ("phía đông", "phía tây"),
        ("thu", "chi"),
        ("cung", "cầu"),
        ("lãi", "lỗ"),
        ("bên mua", "bên bán"),
        ("thường xuyên", "đột xuất"),
        ("vĩnh viễn, lâu dài", "tạm thời"),
        ("đúng", "sai"),
    ),
    before_times={"từ": "from", "đến": "until", "tới": "until"},
    before_figures={"trên": "more", "dưới": "less", "gần": "about"},
    time_nouns="""cuối giờ nay ngày năm quý tháng tuần đầu""",
    light="""
        bị cho cuộc các cái còn công cũng của hoạt kia là lên lại mà một ngoài như nhằm những này
        ra rồi sự theo thêm thì trong tác tại việc và vào vẫn về với xuống đang đã đó được để
        động ấy ở""",
)
