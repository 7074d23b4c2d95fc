"""Vietnamese compounds that are often misspelt, and how they are written.

Only slips are known that make no other word: "xử lý" is never "xữ lý", but "chỉ tiêu" may be "chi
tiêu". A slip may also lie across two words ("thông tin cậy"); then the words beside it tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from diptych.language.letter_runs import letter_runs
from diptych.language.mark_slips import meant_by
from diptych.language.stops import Mark
from diptych.patterns import pattern_of

_COMPOUNDS = """
    phát triển, triển khai, sử dụng, hỗ trợ, xử lý, dữ liệu, kiểm tra, quản lý, hiển thị, cải
    thiện, giải pháp, giải quyết, giải thích, phản hồi, quảng cáo, quảng bá, biểu diễn, biểu
    thức, biểu đồ, ngẫu nhiên, mẫu mã, thỏa mãn, thoả mãn, mở rộng, sửa đổi, chỉnh sửa, sửa lỗi,
    sẵn sàng, có sẵn, chia sẻ, bổ sung, xuất hiện, đề xuất, truy xuất, sản xuất, xuất bản, năng
    suất, hiệu suất, xác suất, lãi suất, công suất, trải nghiệm, trải qua, bắt đầu, bắt buộc,
    kết thúc, kết quả, kết nối, kết hợp, vấn đề, vận hành, thậm chí, hành vi, cài đặt, tải về,
    tải xuống, tải lên, đầy đủ, giới thiệu, công cụ, chức năng, tính năng, phiên bản, cơ bản,
    văn bản, bản dịch, bản quyền, bản sao, mặc định, mặc dù, mặt khác, bên cạnh, sắp xếp, tiết
    kiệm, thiết kế, thiết lập, thiết bị, cần thiết, chi tiết, chính xác, chính thức, chính sách,
    rõ ràng, dễ dàng, dễ hiểu, giữ nguyên, lưu trữ, lưu ý, chú ý, chú thích, ghi chú, ghi nhớ,
    bộ nhớ, nhớ đệm, nhấn mạnh, cẩn thận, lựa chọn, tùy chọn, tuỳ chọn, tùy chỉnh, tuỳ chỉnh,
    điều chỉnh, điều khiển, điều kiện, tìm kiếm, tìm hiểu, tham số, tham chiếu, tham khảo, tham
    gia, biến đổi, thay đổi, trao đổi, chuyển đổi, chuyển hướng, di chuyển, vận chuyển, hướng
    dẫn, đường dẫn, dẫn đến, dẫn xuất, liên kết, liên quan, liên tục, thông báo, thông tin,
    thông qua, hệ thống, truyền thống, giao diện, giao thức, giao tiếp, giao dịch, đăng nhập,
    đăng ký, đăng xuất, xác thực, xác nhận, xác định, quyền hạn, giới hạn, thời hạn, hạn chế,
    cấu hình, cấu trúc, mô hình, màn hình, hình thức, hình ảnh, hình thành, nhiệm vụ, dịch vụ,
    phục vụ, máy chủ, máy tính, máy khách, ứng dụng, tác dụng, áp dụng, công dụng, người dùng,
    ngôn ngữ, lập trình, chương trình, quá trình, quy trình, trình duyệt, trình bày, trình soạn,
    môi trường, thị trường, trường hợp, phù hợp, tổng hợp, tích hợp, hợp lệ, hợp lý, hợp nhất,
    đồng nhất, thống nhất, duy nhất, ít nhất, mới nhất, tốt nhất, đồng bộ, đồng thời, tạm thời,
    thời gian, không gian, trung gian, khoảng cách, khả năng, khả dụng, hiệu quả, hiệu năng,
    thực hiện, thực tế, thực thi, thực sự, bảo mật, bảo vệ, bảo trì, bảo đảm, đảm bảo, an toàn,
    hoàn thành, hoàn tất, hoàn toàn, hoàn thiện, nguyên nhân, nguyên tắc, tài nguyên, tài liệu,
    tài khoản, tài sản, nguyên liệu, vật liệu, phương pháp, phương thức, phương tiện, kiến thức,
    kiến trúc, kiến nghị, kinh nghiệm, kinh tế, quốc tế, thử nghiệm, thí nghiệm, thảo luận, kết
    luận, bình luận, lý thuyết, giả thuyết, thuyết minh, thuật toán, thuật ngữ, kỹ thuật, nghệ
    thuật, công nghệ, công nghiệp, doanh nghiệp, nghề nghiệp, chuyên nghiệp, quan trọng, nghiêm
    trọng, trọng tâm, trọng số, đặc biệt, đặc điểm, đặc trưng, điểm mạnh, nhược điểm, ưu điểm,
    quan điểm, thời điểm, địa điểm, địa chỉ, địa phương, chỉ mục, chỉ định, ổn định, quyết định,
    quy định, nhất định, cố định, cố gắng, nỗ lực, năng lực, áp lực, hiệu lực, khôi phục, khắc
    phục, phức tạp, phụ thuộc, thuộc tính, giá trị, vị trí, bố trí, trí tuệ, duy trì, phần mềm,
    phần cứng, thành phần, phân tích, phân phối, phân loại, phân chia, phân biệt, biệt lập, nhận
    diện, đại diện, diện tích, toàn diện, nhận biết, nhận xét, xem xét, tổng quan, trực quan, cơ
    quan, khách quan, khách hàng, ngân hàng, đơn hàng, bán hàng, đơn giản, đơn vị, hóa đơn, đơn
    lẻ, lặp lại, vòng lặp, trùng lặp, lập tức, tức thì, tương tự, tương tác, tương thích, tương
    ứng, tương đương, tương lai, tự động, hoạt động, lao động, tác động, chủ động, động lực,
    năng động, cộng đồng, cộng tác, hợp tác, tác giả, tác vụ, cập nhật, truy cập, truy vấn, nâng
    cấp, cung cấp, khẩn cấp, cấp phép, giấy phép, cho phép, phép tính, mật khẩu, nhập khẩu, xuất
    khẩu, hậu quả, quả thật, sự thật, kỷ luật, pháp luật, luật sư, kỹ sư, kỹ năng, đánh giá,
    đánh dấu, dấu hiệu, ký hiệu, ký tự, thứ tự, trật tự, chữ ký, chữ số, chữ viết, biến số, hàm
    số, hệ số, đa số, một số, số lượng, chất lượng, khối lượng, năng lượng, lượng tử, phần tử,
    điện tử, thử thách, thách thức, nhận thức, ý thức, công thức, mã nguồn, mã hóa, mã hoá,
    nguồn gốc, nguồn lực, vai trò, trò chơi, trò chuyện, câu chuyện, nói chuyện, câu hỏi, câu
    lệnh, mệnh lệnh, dòng lệnh, ra lệnh, kích thước, kích hoạt, linh hoạt, sinh hoạt, trước đây,
    trước khi, sau khi, trong khi, hiện tại, tồn tại, thất bại, thành công, thành viên, nhân
    viên, giáo viên, sinh viên, học sinh, học tập, tập trung, tập tin, tập hợp, thu thập, xâm
    nhập, hội nhập, thâm nhập, gia nhập, nhập liệu, dự án, dự kiến, dự đoán, chẩn đoán, phán
    đoán, tham quan, súc tích, chỉn chu, trau dồi, trau chuốt, sáp nhập, xuất sắc, sâu sắc, màu
    sắc, đặc sắc, khuyến khích, khuyến nghị, đề nghị, đề cập, chủ đề, tiêu đề, mở đầu, ban đầu,
    đầu tư, đầu vào, đầu ra, tiêu chuẩn, tiêu chí, mục tiêu, chỉ tiêu, mục đích, chủ yếu, thiết
    yếu, yếu tố, nhân tố, yêu cầu, nhu cầu, toàn cầu, khái niệm, kỷ niệm, nguyên lý, vật lý, xây
    dựng, khởi động, khởi tạo, khởi chạy, sáng tạo, đào tạo, cải tạo, nhân tạo, tạo ra, chế độ,
    tốc độ, mức độ, trình độ, nhiệt độ, độ phân, phân giải, giải phóng, hủy bỏ, loại bỏ, bỏ qua,
    vượt qua, thông số, tạo thành, trở thành, trở lên, trở lại, rủi ro, lỗi lầm, gỡ lỗi, gỡ bỏ,
    tháo gỡ, dễ đọc, bất kỳ, bất kể, bất cứ, kể từ, kể cả, thể hiện, cụ thể, có thể, tổng thể,
    đoàn thể, tập thể, thể loại, thể thao, ngữ cảnh, ngữ nghĩa, ý nghĩa, định nghĩa, nghĩa là,
    nghĩa vụ, chủ nghĩa, cảnh báo, cảnh sát, bối cảnh, quan sát, khảo sát, giám sát, theo dõi,
    dõi theo, giám đốc, mẹo vặt, bản vẽ, bản đồ, từ khóa, từ khoá, khóa học, khoá học, tổ chức,
    tổ hợp, tập đoàn, vĩnh viễn, tiếp tục, tiếp theo, tiếp cận, trực tiếp, gián tiếp, gián đoạn,
    giai đoạn, đoạn mã, đoạn văn, ví dụ, chẳng hạn, thỉnh thoảng, luôn luôn, thường xuyên, bình
    thường, thông thường, khác nhau, giống nhau, lẫn nhau, nhầm lẫn, sai sót, thiếu sót, bỏ sót,
    kiểm soát, kiểm thử, thử lại, nghiên cứu, cứu hộ, bước tiếp, từng bước, khám phá, phá hoại,
    hỏng hóc, hư hỏng, nhanh chóng, dễ chịu, thoải mái, tiện lợi, tiện ích, lợi ích, hữu ích, sở
    hữu, hữu hạn, vô hạn, giảm thiểu, tối thiểu, tối đa, tối ưu, ưu tiên, đầu tiên, tiên tiến,
    cải tiến, xúc tiến, tiến trình, tiến độ, tiến hành, ban hành, hành động, hành chính, tài
    chính, ngành nghề, chuyên ngành, ngành công, chuyên gia, gia đình, quốc gia, tham dự, dự
    phòng, phòng ngừa, ngăn chặn, chặn đứng, bàn phím, phím tắt, viết tắt, tắt máy, bật tắt,
    mạng lưới, mạng xã, xã hội, cơ hội, hội thoại, điện thoại, đối thoại, đối tượng, đối tác,
    đối với, hiện tượng, ấn tượng, biểu tượng, trừu tượng, tưởng tượng, ý tưởng, lý tưởng, tin
    tưởng, tin cậy, đáng tin, xứng đáng, đáng kể, hợp đồng, đồng ý, đồng nghiệp, phổ biến, khả
    thi, sắc nét, thể chất, sự kiện, điều khoản, nguyên bản, cảm ơn, cảm giác, cảm xúc, nhạy
    cảm, giảm giá, bảo hành, hậu tố, tiền tố, triệu chứng, chứng chỉ, giấy tờ, sở thích, chỗ
    trống, dẫn chứng, kỹ lưỡng, ngưỡng mộ, tưởng chừng, đòi hỏi, tên miền, khuôn mẫu, căn chỉnh,
    sở hữu, chuẩn bị, danh sách, thư viện, câu trả, nền tảng, tín hiệu, tình huống, ràng buộc, chủ
    yếu, thúc đẩy, sửa chữa, mô phỏng, trì hoãn, bản ghi, khuôn khổ, tuân thủ, mâu thuẫn, tìm ra
"""
_WITHOUT_MARK = """
    ban quyền, bao mật, bao vệ, bao đảm, binh luận, binh thường, biên đổi, biêu diễn, biêu thức,
    biêu tượng, biêu đồ, bô nhớ, bô sung, bô trí, bôi cảnh, bản quyên, bảo vê, bất ky, bất kê,
    bắt đâu, bố tri, cai thiện, cai đặt, canh báo, chinh sách, chinh sửa, chinh thức, chinh xác,
    chu nghĩa, chu thích, chuyên hướng, chuyên đổi, chuyển hương, chuyển đôi, chê độ, chương
    trinh, chất lương, chỉ đinh, co thể, cu thể, cân thiết, cân thận, câu lênh, câu trúc, có
    thê, cố đinh, công nghê, cơ ban, cơ hôi, cưu hộ, cải thiên, cấu hinh, cẩn thân, cụ thê, cứu
    hô, di chuyên, diên tích, dê dàng, dê hiểu, dòng lênh, dư kiến, dư liệu, dư án, dư đoán, dâu
    hiệu, dấu hiêu, dẫn đên, dễ dang, dễ hiêu, dịch vu, dữ liêu, dự kiên, ghi chu, giai pháp,
    giai phóng, giai quyết, giai thích, giam sát, giao diên, giá tri, giơi hạn, giơi thiệu, giư
    nguyên, giảm thiêu, giới thiêu, gỡ lôi, han chế, hanh động, hinh thành, hinh thức, hinh ảnh,
    hiên thị, hiên tượng, hiêu lực, hiêu năng, hiêu quả, hiêu suất, hiển thi, hoan thiện, hoan
    thành, hoan toàn, hoan tất, hoạt đông, hành đông, hê thống, hê số, hô trợ, hôi nhập, hôi
    thoại, hương dẫn, hướng dân, hạn chê, hệ thông, hỗ trơ, hợp lê, hợp đông, khai niệm, khao
    sát, khoang cách, khuyên khích, khuyên nghị, khách hang, khái niêm, khân cấp, khôi phuc,
    khởi tao, khởi đông, kiêm soát, kiêm thử, kiêm tra, kiên nghị, kiên thức, kiên trúc, kinh
    nghiêm, kết luân, kết nôi, ky hiệu, ky luật, ky thuật, ky tự, ký hiêu, ký tư, kỷ niêm, liên
    kêt, lô hổng, lưa chọn, lưu trư, lựa chon, mau sắc, may tính, mô hinh, môi trương, mơ rộng,
    mức đô, mật khâu, mặc đinh, mở rông, nghia là, ngư cảnh, ngư nghĩa, nguyên ly, ngâu nhiên,
    ngôn ngư, người dung, nhanh chong, nhiêm vụ, nhiệt đô, nhận diên, nhu câu, nhược điêm, nhấn
    manh, nhập liêu, nhất đinh, phan hồi, phat triển, phiên ban, phu hợp, phu thuộc, phân loai,
    phát triên, phương phap, phục vu, quan điêm, quy trinh, quy đinh, quyên hạn, quyết đinh, rui
    ro, san xuất, sang tạo, sô lượng, sư dụng, sư thật, sưa lỗi, sưa đổi, săn sàng, sẵn sang, sử
    dung, tai khoản, tai liệu, tai nguyên, tam thời, thi nghiệm, thi trường, thiêt kế, thiết bi,
    thiết kê, thoai mái, thuật toan, thuộc tinh, thâm chí, thê hiện, thê loại, thí nghiêm, thông
    sô, thơi gian, thơi điểm, thư nghiệm, thậm chi, thể hiên, thời điêm, thử nghiêm, thực hiên,
    thực sư, thực tê, tim hiểu, tim kiếm, tinh năng, tiêu chuân, tiêu đê, tiến đô, tiết kiêm,
    triên khai, trinh duyệt, trinh độ, truy câp, truy vân, trí tuê, trương hợp, tài khoan, tài
    liêu, tô chức, tông hợp, tông quan, tôn tại, tùy chinh, tìm hiêu, tìm kiêm, tư khóa, tự
    đông, tốc đô, tồn tai, tổng thê, ví du, vân chuyển, vân hành, vân đề, vấn đê, vận chuyên,
    vận hanh, vị tri, xa hội, xuất hiên, xác nhân, xác đinh, xã hôi, xây dưng, xư lý, xử ly, yêu
    câu, yêu tố, áp dung, ôn định, đai diện, đam bảo, đanh giá, đao tạo, đia chỉ, đia phương,
    đia điểm, đinh nghĩa, điên thoại, điên tử, điêu chỉnh, điêu khiển, điêu kiện, điều khiên,
    điều kiên, điểm manh, đoan văn, đâu tiên, đê cập, đê nghị, đê xuất, đôi tượng, đông thời,
    đăng ky, đơn gian, đương dẫn, đại diên, đảm bao, đặc điêm, địa chi, địa điêm, đối tương,
    đồng bô, đồng thơi, ưng dụng, ưu điêm, ứng dung, phổ biên, hình vi, phổ biển, thậm chỉ, hành
    vị, chẳng han
"""
"""Compounds of which a syllable has lost a mark, or has another."""
_MEANT = {
    "hình vi": "hành vi", "hành vị": "hành vi", "phổ biển": "phổ biến", "cập nhập": "cập nhật",
    "chuẩn đoán": "chẩn đoán", "chỉnh chu": "chỉn chu", "khoảng khắc": "khoảnh khắc",
    "vô hình chung": "vô hình trung", "đọc giả": "độc giả", "mạnh dạng": "mạnh dạn",
    "canh chĩnh": "căn chỉnh", "lãng mạng": "lãng mạn", "xúi dục": "xúi giục",
    "dành giật": "giành giật",
}  # fmt: skip
"""Slips by themselves, with how each is written."""
_OTHER_WORDS = """
    bán hàn, bảng sao, bảng quyền, bảng dịch, bảng vẽ, bảng đồ, chia xẻ, câu truyện, công đồng, cơ
    quang, chở lên, chở lại, chở thành, chải qua, dân đến, hoàng thành, hoàng toàn, liên quang,
    khách quang, tổng quang, lẩn nhau, mặc khác, mặt dù, phân tử, phân rải, tiếng hành, tiếng
    trình, tiếng độ, tiếng ích, tiếng lợi, tắc máy, tắt may, giấu hiệu, giã thuyết, xuất ăn, hàng
    chế, hạng chế, dự phòn, trữ số, trữ viết, trí tuệ, da nhập, da đình, chuyên da, quốc da, tham
    da, không dan, trung dan, thời dan, dá trị, tắc vụ, giữ án, thuật toáng, hiệng tại, kiến nghỉ,
    bản vẻ, lặp lạy, đặt sắc, đặt điểm, sử lý, mỡ đầu, đẳng nhập, văn bảng, ban đồ, tát giả, bõ
    qua, tác dả, trung giang, không giang, thời giang, quan sác, tổng hợp, tuỳ trọn, tùy trọn,
    bình luật, kết luật, thảo luật, bậc tắt, thời hạng, giới hạng, quyền hạng, hữu hạng, vô hạng,
    tiêu trí, tiêu trí tuệ, chính trị, xuất bảng, dán đoạn, nguyên bảng, phân dải
"""
"""What looks like a slip and may be meant."""
_ALSO_WORDS = """
    bao gồm, có mặt, bề mặt, gương mặt, định kỳ, định hướng, định dạng, định vị, trực quan, chủ
    quan, khách quan, tín hiệu, ưu tiên, đầu tiên, tần suất, lãi suất, thanh toán, tư duy, tư vấn,
    giả định, giả sử, giả lập, giả mạo, bạn đọc, chu kỳ, chu trình, chu đáo, hiệu chỉnh, sưu tập,
    tri thức, thận trọng, hải quan, giác quan, thương hiệu, bộ phận, chắc chắn, nghiêm túc, tra
    cứu, thay thế, gợi ý, quy mô, đáp ứng, phát hành, thực hành, phỏng vấn, lịch trình, phương
    trình, cơ chế, ảnh hưởng, thông dụng, âm thanh, bệnh nhân, băng thông, thân thiện, thiện chí,
    chuyên sâu, yêu thích, lưu giữ, cam kết, thống kê, gia công, quan tâm, trong trường, tương
    đối, phân công, xuất nhập, giải trí, hiện nay, hiện hành, chi phí, chi nhánh, sử học, giản dị,
    khoản mục, bản địa, dung lượng, đông đảo, hiện có, đông dân, diễn tập, luyện tập, thực tập,
    bài tập, tiện nghi, sĩ quan, tương quan, cảnh quan, bi quan, lạc quan, mỹ quan, tham quan,
    trang nghiêm, tôn nghiêm, uy nghiêm, xu hướng, phương hướng, dân chủ, dân cư, dân số, dân tộc,
    dân sự, quan hệ, trình tự, đồng thuận, đồng ý, đồng hồ, đồng nghiệp, đồng hành
"""
"""More compounds, by which a slip is known to lie across two words."""
_INITIALS = (("s", "x"), ("x", "s"), ("ch", "tr"), ("tr", "ch"), ("d", "gi"), ("gi", "d"))
_FINALS = (("t", "c"), ("c", "t"), ("n", "ng"))
_HOOKS, _TILDES = "ảẳẩẻểỉỏổởủửỷ", "ãẵẫẽễĩõỗỡũữỹ"
_HOOK_FOR_TILDE = str.maketrans(_HOOKS + _TILDES, _TILDES + _HOOKS)
_PLAIN = {
    ord(letter): plain
    for plain, letters in {
        "a": "àáảãạăằắẳẵặâầấẩẫậ",
        "e": "èéẻẽẹêềếểễệ",
        "i": "ìíỉĩị",
        "o": "òóỏõọôồốổỗộơờớởỡợ",
        "u": "ùúủũụưừứửữự",
        "y": "ỳýỷỹỵ",
    }.items()
    for letter in letters
}
_WORD = pattern_of(r"[^\W\d_]+")


def misspelt(text: str) -> Iterator[tuple[Mark, str]]:
    """The compounds of a Vietnamese `text` that are misspelt, each with how it is written."""
    slips = _slips()
    found = [
        slips.get(f"{one} {other}") or meant_by(one, other)
        for one, other in pairwise(map(str.lower, letter_runs(text)))
    ]
    if not any(found):
        return  # nearly always
    words = list(_WORD.finditer(text))
    known = _right()
    for at, meant in enumerate(found):
        first, second = words[at], words[at + 1]
        if meant is None or second.start() - first.end() != 1 or not second[0].islower():
            continue
        if text[first.end()] not in " \u00a0":
            continue
        around = (
            (words[at - 1] if at else None, first),
            (second, words[at + 2] if at + 2 < len(words) else None),
        )
        if any(
            one and other and f"{one[0].lower()} {other[0].lower()}" in known
            for one, other in around
        ):
            continue  # a slip of neither
        yield Mark(text[first.start() : second.end()], first.start()), meant


@cache
def _right() -> frozenset[str]:
    return frozenset(_row(_COMPOUNDS)) | frozenset(_row(_ALSO_WORDS))


@cache
def _slips() -> dict[str, str]:
    """How compounds are misspelt -> how they are written."""
    right = _right() | frozenset(_row(_OTHER_WORDS))
    found = {slip: meant for meant in _row(_COMPOUNDS) for slip in _misspelt(meant)}
    bare = {_unmarked(meant): meant for meant in _row(_COMPOUNDS)}
    for slip in _row(_WITHOUT_MARK):
        if meant := bare.get(_unmarked(slip)):
            found[slip] = meant
    found.update(_MEANT)
    return {slip: meant for slip, meant in found.items() if slip not in right}


def _misspelt(compound: str) -> Iterator[str]:
    """The compound with another initial or final consonant, or with hỏi for ngã or the reverse."""
    one, other = compound.split()
    yield from (f"{slip} {other}" for slip in _variants(one))
    yield from (f"{one} {slip}" for slip in _variants(other))


@cache
def _variants(syllable: str) -> tuple[str, ...]:
    swapped = syllable.translate(_HOOK_FOR_TILDE)
    found = [swapped] if swapped != syllable else []
    for right, wrong in _INITIALS:
        if syllable.startswith(right) and not syllable.startswith(f"{right}h"):
            found.append(wrong + syllable[len(right) :])
    for right, wrong in _FINALS:
        if syllable.endswith(right):
            found.append(syllable[: -len(right)] + wrong)
    return tuple(found)


def _unmarked(written: str) -> str:
    """`written` without any marks on its letters; đ stays."""
    return written.translate(_PLAIN)


def _row(written: str) -> list[str]:
    return [" ".join(one.split()) for one in written.split(",") if one.strip()]
