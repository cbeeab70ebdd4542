"""The words of the conversation, as data: what people say for each command.

Written with diacritics; people may leave them out. Where two phrases fold to the same letters ("đúng", "dừng"), the
name standing first in the table has the undiacritic one. A slash command is any phrase run together: /tiendo.
"""

# fmt: off
_PREFER = (
    "ưu tiên", "nhận tin qua", "nhận tin ở", "nhận tin trên", "nhận tin bằng", "nhắn qua", "gửi qua", "gửi tin qua",
    "báo qua", "nhắn tin qua",
)
PHRASES: dict[str, tuple[str, ...]] = {
    "yes": (
        "đúng", "đúng vậy", "đúng rồi", "đúng thế", "phải", "phải rồi", "ok", "oke", "okê", "okie", "okay", "đồng ý",
        "vâng", "vâng đúng", "dạ vâng", "dạ đúng", "ừ", "ừm", "chuẩn", "chính xác", "nhất trí", "xác nhận",
        "đúng r", "đúng ròi", "đúng rùi", "đúng rồi đó", "đúng rồi đấy", "phải r", "chuẩn r", "ok r", "uh", "uhm",
        "ok rồi", "chuẩn rồi", "chuẩn không cần chỉnh", "đồng ý với số liệu trên", "đồng ý với số liệu này",
        "đồng ý với số liệu", "nhất trí với số liệu trên", "nhất trí với số liệu", "số liệu đúng rồi", "đúng hết rồi",
        "đúng cả rồi", "đúng hết",
    ),
    "no": (
        "không phải tôi", "không phải em", "không phải mình", "không phải", "không phải vậy", "không đúng",
        "chưa đúng", "sai", "sai rồi", "nhầm", "nhầm rồi", "nhầm người", "không đồng ý",
    ),
    "back": ("lùi", "lùi lại", "quay lại", "trở lại", "trở về", "câu trước", "quay lại câu trước"),
    "help_here": (
        "là sao", "là gì", "nghĩa là gì", "nghĩa là sao", "giải thích", "giải thích câu này", "không hiểu",
        "hỏi gì", "cái này là gì", "cái này là sao", "câu này là sao",
    ),
    "skip": ("bỏ qua", "bỏ qua câu này", "để sau câu này", "qua câu này", "bỏ câu này", "câu này để sau"),
    "pause": (
        "tạm dừng", "để sau", "dừng", "dừng lại", "lát nữa", "lát nữa làm", "mai làm", "để mai", "mai làm tiếp",
        "để lát nữa", "để lát nữa tôi làm tiếp", "để lát nữa làm tiếp", "lát nữa tôi làm tiếp", "lát nữa làm tiếp",
        "để lát nữa em làm tiếp", "để tí nữa làm tiếp", "để tối làm tiếp", "để chiều làm tiếp", "để mai làm tiếp",
        "tí nữa", "lúc khác", "tạm nghỉ", "làm sau", "thôi chưa gửi", "chưa gửi vội", "chưa gửi đâu", "khoan gửi",
        "khoan hãy gửi", "mai xem lại", "để mai xem lại", "để xem lại đã rồi gửi", "chưa chốt", "chưa chốt vội",
    ),
    "resume": ("tiếp tục", "làm tiếp", "tiếp", "tiếp theo", "làm tiếp báo cáo", "tiếp tục báo cáo"),
    "view": (
        "xem", "xem lại", "xem báo cáo", "xem lại báo cáo", "xem bc", "xem số liệu", "xem lại số liệu",
        "xem bản kê",
    ),
    "cancel": ("hủy", "hủy bỏ", "thoát", "thoát ra", "bỏ", "không làm nữa"),
    "help": ("trợ giúp", "giúp", "giúp đỡ", "giúp tôi", "giúp em", "help", "hướng dẫn", "menu", "lệnh"),
    "same_as_last": (
        "như tháng trước", "y như tháng trước", "giống tháng trước", "giống như tháng trước", "bằng tháng trước",
        "như cũ", "vẫn như cũ", "y như cũ", "giữ nguyên", "không đổi", "không thay đổi", "số liệu như tháng trước",
        "số liệu không thay đổi", "không thay đổi so với tháng trước", "không đổi so với tháng trước",
        "không đổi gì so với tháng trước", "không có gì đổi so với tháng trước", "số liệu vẫn như tháng trước",
        "số liệu không thay đổi so với tháng trước", "không có gì thay đổi so với tháng trước",
    ),
    "no_activity": (
        "không phát sinh", "không có phát sinh", "không có gì phát sinh", "không phát sinh gì",
        "tháng này không phát sinh", "không có phát sinh gì", "tháng này không có gì phát sinh", "không ps",
    ),
    "send": (
        "gửi", "gửi báo cáo", "gửi bc", "gửi đi", "gửi luôn", "nộp", "nộp báo cáo", "nộp bc", "gửi số liệu",
        "xong rồi gửi", "xong gửi", "xong rồi thì gửi", "được rồi gửi", "đúng rồi gửi", "xong rồi gửi báo cáo",
        "đúng rồi gửi báo cáo", "thế là xong gửi", "xong hết rồi gửi",
        "duyệt gửi", "chốt", "chốt gửi", "chốt rồi gửi", "chốt luôn", "chốt báo cáo", "chốt số", "chốt số liệu",
        "nộp lại", "gửi lại báo cáo",
    ),
    "start": (
        "bắt đầu", "b đầu", "bđ", "start", "làm báo cáo", "báo cáo", "bắt đầu báo cáo", "nhập báo cáo", "nhập số liệu",
        "báo cáo như sau", "làm đi", "thì làm đi", "làm luôn", "làm luôn bây giờ", "làm ngay", "làm ngay bây giờ",
        "bắt đầu đây", "bắt đầu luôn", "bắt đầu ngay", "bắt đầu làm", "bắt đầu nhập", "làm báo cáo luôn",
    ),
    "anew": (
        "làm lại", "làm lại từ đầu", "nhập lại", "nhập lại từ đầu", "bắt đầu lại", "bắt đầu lại từ đầu",
        "làm lại báo cáo",
        "bấm nhầm", "bấm nhầm rồi", "ấn nhầm", "chọn nhầm", "nhập lại báo cáo", "có phát sinh", "có phát sinh chứ",
    ),
    "history": (
        "lịch sử", "các tháng trước", "các báo cáo trước", "lịch sử báo cáo", "báo cáo các tháng trước",
        "những tháng trước", "đã gửi",
    ),
    "approve_paper": (
        "phê duyệt", "duyệt", "phê duyệt báo cáo", "duyệt báo cáo", "đồng ý phê duyệt", "đồng ý duyệt", "tôi duyệt",
        "duyệt rồi", "nhất trí phê duyệt", "ký duyệt", "duyệt ký", "ký duyệt báo cáo",
    ),
    "paper_details": ("xem chi tiết", "chi tiết"),
    "issued_papers": (
        "văn bản", "văn bản ban hành", "văn bản đã ban hành", "danh mục văn bản", "các văn bản", "nhập văn bản",
    ),
    "opinions": ("góp ý", "góp ý dự thảo", "các góp ý", "nhập góp ý", "tham gia ý kiến"),
    "awards": ("khen thưởng", "danh sách khen thưởng", "nhập khen thưởng", "các khen thưởng"),
    "next_tasks": (
        "nhiệm vụ", "nhiệm vụ tháng sau", "nhiệm vụ tháng tới", "nhiệm vụ trọng tâm", "nhập nhiệm vụ",
    ),
    "passages": ("lời văn", "phần lời", "viết lời", "viết lời văn", "lời báo cáo"),
    "stop_notices": (
        "ngừng nhận tin", "dừng nhận tin", "thôi nhận tin", "ngưng nhận tin", "hủy nhận tin", "không nhận tin nữa",
        "không nhận tin", "không muốn nhận tin", "không muốn nhận tin nữa", "đừng nhắn nữa", "đừng nhắn tin nữa",
        "đừng gửi tin nữa", "đừng gửi nữa", "đừng nhắc nữa", "thôi đừng nhắn nữa", "ngừng gửi tin", "dừng gửi tin",
        "không nhắn nữa", "tắt thông báo", "tắt tin báo", "stop",
    ),
    "notices_again": (
        "nhận tin lại", "nhận lại tin", "cho nhận tin lại", "bật lại thông báo", "bật thông báo", "nhận tin trở lại",
        "lại nhận tin", "tiếp tục nhận tin", "muốn nhận tin lại",
    ),
    "prefer_zalo": tuple(
        f"{words} {name}" for words in _PREFER for name in ("zalo", "da lô", "za lô")
    ),
    "prefer_telegram": tuple(
        f"{words} {name}" for words in _PREFER for name in ("telegram", "tele", "tê lê gram")
    ),
    "mend_figures": ("xem từng số", "xem lại từng số", "từng số", "xem từng số liệu", "các số cần quyết định"),
    "call_list": (
        "gọi ai", "cần gọi ai", "phải gọi ai", "gọi điện cho ai", "gọi cho ai", "danh sách gọi", "danh sách gọi điện",
        "danh sách cần gọi", "gọi điện cho ai bây giờ", "gọi cho ai bây giờ", "giờ gọi ai", "bây giờ gọi ai",
    ),
    "last_tasks": ("việc tháng trước", "nhiệm vụ tháng trước", "các việc tháng trước"),
    "tasks": (
        "việc", "việc cần làm", "danh sách việc", "công việc", "các việc", "việc của tôi", "còn việc gì",
        "còn việc gì nữa", "còn việc gì không", "có việc gì không", "có việc gì", "làm gì bây giờ",
        *(
            f"{there}{what} {waits}{who}{end}"
            for there in ("có ", "còn ")
            for what in ("việc gì", "việc nào", "gì")
            for waits in ("chờ ", "đang chờ ", "đợi ")
            for who in ("tôi", "em", "mình", "anh", "chị")
            for end in ("", " không")
        ),
        *(
            f"{words[0]}{who}{words[1]}"
            for who in ("", "chị ", "em ", "anh ", "tôi ", "mình ")
            for words in (
                ("", "cần làm gì"), ("", "cần làm gì tháng này"), ("tháng này ", "cần làm gì"), ("giờ ", "làm gì"),
                ("giờ ", "làm gì nữa"), ("giờ ", "làm gì tiếp"), ("", "làm gì tiếp"), ("", "làm gì nữa"),
                ("", "phải làm gì"), ("giờ ", "phải làm gì"), ("", "còn phải làm gì"), ("", "cần làm gì nữa"),
                ("tháng này ", "phải làm gì"), ("tháng này ", "làm gì"), ("", "còn phải làm gì nữa"),
                ("bây giờ ", "làm gì"), ("bây giờ ", "làm gì tiếp"), ("", "làm gì tiếp theo"),
            )
        ),
    ),
}

# What may stand before an argument; alone it is the command without one.
OPENINGS: dict[str, tuple[str, ...]] = {
    "fix": ("sửa", "sửa lại", "chỉnh sửa", "chữa", "chữa lại", "sửa chữa", "chỉnh lại"),
    "return": ("trả lại", "trả về", "không duyệt", "không phê duyệt"),
    "nudge": ("nhắc", "nhắc nhở", "nhắc nộp", "đôn đốc"),
    "view": ("xem", "xem báo cáo", "xem phiếu", "xem số liệu"),
    "invite": (
        "cấp mã", "cấp mã mời", "cấp lại mã", "cấp lại mã mời", "tạo mã", "tạo mã mời", "xin mã mời", "lấy mã mời",
    ),
    "enter_for": ("nhập hộ", "nhập giúp", "nhập thay", "điền hộ"),
    "drop_note": (
        "bỏ giải thích", "bỏ lời giải thích", "xóa giải thích", "xóa lời giải thích", "bỏ ghi chú", "xóa ghi chú",
    ),
    "drop_override": (
        "bỏ ghi đè", "hủy ghi đè", "xóa ghi đè", "thôi ghi đè", "gỡ ghi đè", "không ghi đè nữa", "dùng số hệ thống",
        "lấy số hệ thống", "lấy lại số hệ thống", "dùng số đơn vị", "lấy số đơn vị", "lấy lại số đơn vị",
    ),
    "withdraw_paper": (
        "rút lại báo cáo", "rút báo cáo", "thu hồi báo cáo", "rút báo cáo về", "lấy lại báo cáo", "rút lại bản trình",
        "xin rút báo cáo", "rút báo cáo lại", "rút lại", "gọi lại báo cáo",
    ),
    "submit_paper": (
        "trình anh", "trình chị", "trình đồng chí", "trình đ/c", "trình chủ tịch", "trình phó chủ tịch", "trình bác",
        "trình lại anh", "trình lại chị", "trình báo cáo cho anh", "trình báo cáo cho chị", "trình cho anh",
        "trình cho chị",
    ),
    "signer": ("người ký", "đổi người ký", "chọn người ký"),
    "paper_source": ("xem nguồn", "nguồn", "nguồn số", "nguồn của", "xem nguồn số"),
    "start_code": ("start",),
}

# Of these only as they are spelt: with fewer diacritics they are other words («chưa»).
SPELT = ("chữa",)

# What may stand before a period; any other text after it is no command.
BEFORE_PERIOD: dict[str, tuple[str, ...]] = {
    "progress": (
        "tiến độ", "tiến độ báo cáo", "tình hình báo cáo", "tình hình nộp báo cáo", "xem tiến độ",
        "đến đâu rồi", "tình hình đến đâu rồi", "thu đến đâu rồi", "gửi đến đâu rồi", "nộp đến đâu rồi",
        "bao nhiêu đơn vị chưa nộp", "bao nhiêu đơn vị chưa gửi", "bao nhiêu đơn vị đã nộp", "bao nhiêu đơn vị đã gửi",
        "bao nhiêu đơn vị nộp", "bao nhiêu đơn vị gửi", "mấy đơn vị chưa nộp", "mấy đơn vị chưa gửi",
        "còn bao nhiêu đơn vị", "còn mấy đơn vị", "còn bao nhiêu đơn vị chưa gửi", "còn bao nhiêu đơn vị chưa nộp",
        "được bao nhiêu đơn vị", "ai chưa nộp", "ai chưa gửi", "ai chưa nộp báo cáo", "ai chưa gửi báo cáo",
        "còn ai chưa nộp",
        "còn ai chưa gửi", "đơn vị nào chưa nộp", "đơn vị nào chưa gửi", "còn đơn vị nào", "còn những ai",
    ),
    "totals": (
        "tổng hợp", "tổng hợp số liệu", "tổng hợp báo cáo", "số liệu tổng hợp", "báo cáo tổng hợp",
        "xem tổng hợp", "bảng tổng hợp",
    ),
    "compose_paper": (
        "soạn báo cáo", "soạn lại", "soạn lại báo cáo", "soạn", "lập báo cáo", "dự thảo báo cáo",
        "soạn báo cáo tháng", "lập báo cáo tháng", "soạn dự thảo", "tạo báo cáo", "tạo báo cáo tháng", "viết báo cáo",
    ),
    "submit_paper": (
        "trình", "trình lãnh đạo", "trình báo cáo", "trình duyệt", "trình ký", "trình sếp", "gửi lãnh đạo",
        "trình báo cáo tháng", "trình lãnh đạo báo cáo", "trình lãnh đạo duyệt", "gửi lãnh đạo duyệt",
        "trình lại", "trình lại báo cáo", "trình lại lãnh đạo", "trình bản này", "trình bản mới", "trình luôn",
        "trình lãnh đạo lại",
    ),
    "issue_paper": (
        "cấp số", "cấp số báo cáo", "phát hành", "phát hành báo cáo",
        "ban hành", "ban hành báo cáo", "vào sổ", "lấy số", "cấp số phát hành",
        "cấp số cho báo cáo", "lấy số báo cáo", "lấy số cho báo cáo", "xin số báo cáo", "xin số cho báo cáo",
    ),
    "attach_scan": (
        "gắn bản ký", "gửi bản ký", "gắn bản scan", "gửi bản scan", "gắn bản quét", "gửi bản quét",
    ),
    "see_scan": (
        "bản ký", "bản scan", "bản quét", "bản đã ký", "bản có dấu", "xem bản ký", "xem bản scan", "xem bản quét",
        "bản ký báo cáo", "xem bản ký báo cáo", "bản scan báo cáo", "xem bản đã ký", "lấy bản ký", "tải bản ký",
        "bản ký đâu", "bản ký của báo cáo", "xem bản ký của báo cáo",
    ),
    "amend_paper": ("đính chính", "đính chính báo cáo", "soạn đính chính"),
    "paper": (
        "tình trạng báo cáo", "xem dự thảo", "báo cáo tháng", "xem báo cáo tháng",
        "báo cáo đến đâu", "báo cáo đến đâu rồi", "báo cáo thế nào rồi",
        "báo cáo còn thiếu gì", "còn thiếu gì", "thiếu gì", "báo cáo thiếu gì", "báo cáo thiếu những gì",
        "báo cáo còn thiếu những gì", "báo cáo còn thiếu gì nữa", "báo cáo thiếu gì nữa", "báo cáo thiếu cái gì",
        "báo cáo duyệt chưa", "báo cáo xong chưa",
        "báo cáo được duyệt chưa", "báo cáo đã duyệt chưa", "đã duyệt chưa", "duyệt chưa", "trình đến đâu",
        "trình chưa", "đã trình chưa", "báo cáo đã trình chưa", "trình đến đâu rồi", "làm báo cáo tháng",
        "bao giờ có báo cáo", "khi nào có báo cáo", "bao giờ xong báo cáo", "khi nào xong báo cáo",
        "báo cáo bao giờ có", "báo cáo bao giờ xong", "báo cáo khi nào có", "bao giờ trình", "bao giờ trình báo cáo",
        "có báo cáo chưa",
    ),
    "paper_draft": (
        "gửi bản nháp", "bản nháp", "xem bản nháp", "cho xem bản nháp", "gửi dự thảo", "gửi bản dự thảo",
        "xem bản dự thảo",
    ),
    "costs": (
        "chi phí tin nhắn", "chi phí nhắn tin", "chi phí tin", "tiền tin nhắn", "tiền nhắn tin", "chi phí zalo",
    ),
    "compare": ("so sánh", "so sánh số liệu", "đối chiếu"),
    "chart": ("biểu đồ", "xem biểu đồ", "vẽ biểu đồ"),
}
# The lists and words of a month's report, of an earlier month too.
# Phrases that stand above for themselves, and here with a period.
WITH_PERIOD_TOO: dict[str, tuple[str, ...]] = {
    "paper": ("báo cáo", "xem báo cáo", "làm báo cáo"),
    **{name: PHRASES[name] for name in ("approve_paper", "issued_papers", "opinions", "awards", "passages")},
}
# Of these the period alone: «trình đến đâu rồi» asks, and does nothing.
ACTING = (
    "submit_paper", "issue_paper", "attach_scan", "approve_paper", "compose_paper", "amend_paper", "issued_papers",
    "opinions", "awards", "passages",
)
# What may stand around a period without meaning anything more.
AROUND_PERIOD = (
    "của", "trong", "kỳ", "đến", "đến đâu", "đến đâu rồi", "thế nào", "thế nào rồi", "ra sao", "rồi", "sao",
    "sao rồi", "nhỉ", "chưa gửi", "chưa nộp",
)

# Together, anywhere in a short message: «anh Thắng báo đến đâu rồi để em làm tiếp».
GOING_ON = ("đến đâu", "làm tiếp")

GREETINGS = (
    "xin chào", "chào", "chào bạn", "chào bot", "chào đồng chí", "chào các đồng chí", "alo", "a lô", "hello", "hi",
    "hallo", "chào buổi sáng", "chào buổi chiều", "em chào anh", "em chào chị", "kính chào", "có ai không",
)
THANKS = (
    "cảm ơn", "cám ơn", "cảm ơn nhiều", "cảm ơn bạn", "cảm ơn đồng chí", "cảm ơn bot", "cám ơn nhiều", "thanks",
    "trân trọng cảm ơn", "trân trọng", "trân trọng cám ơn",
    "thank you", "thank", "tks", "xin cảm ơn", "chân thành cảm ơn", "cảm ơn rất nhiều", "cám ơn bạn",
    "cám ơn đồng chí",
)

# Beside «gửi báo cáo», behind a comma: says sorry, and nothing more.
SORRY = ("xin lỗi", "thông cảm", "vì muộn", "hơi muộn", "cảm ơn", "cám ơn")

# What is said after a figure or its name to ask where it comes from: "63 ở đâu ra?".
FROM_WHERE = (
    "ở đâu ra thế", "ở đâu thế", "từ đâu thế", "từ đâu ra thế", "đâu ra thế", "lấy ở đâu thế", "lấy từ đâu thế",
    "ở đâu ra", "ở đâu", "từ đâu", "từ đâu ra", "lấy ở đâu", "lấy ở đâu ra", "lấy từ đâu", "đâu ra", "của ai",
    "ai báo", "của đơn vị nào", "của những đơn vị nào", "là của đơn vị nào",
)

# The same of a number alone: «19 lượt là những ai», «13,2 triệu gồm những đơn vị nào».
MADE_OF = (
    "là những ai", "là ai", "gồm những ai", "gồm ai", "những ai", "là những đơn vị nào", "gồm những đơn vị nào",
    "là đơn vị nào", "gồm đơn vị nào", "ở những đơn vị nào", "ở đơn vị nào", "là của những đơn vị nào",
    "của những đơn vị nào", "những đơn vị nào", "là những trường nào", "gồm những trường nào", "tính thế nào",
    "tính ra sao", "tính sao", "tính kiểu gì", "gồm những gì", "là những gì", "là những ai vậy", "ai báo cáo",
)

# What asks for a figure, and gives none.
ASKING = ("mấy", "bao nhiêu", "bao giờ", "là sao", "thế nào", "không nhỉ", "đúng không", "phải không", "hả")

# Before the number of a line in "sửa dòng 5".
LINE_NOUNS = ("dòng", "câu", "mục", "ý", "số", "chỉ tiêu", "dòng số", "câu số", "mục số")
# What is said of the lines of a list by their numbers: «xóa 3», «sửa 3 …», «xong 1, 2».
LINE_WORDS: dict[str, tuple[str, ...]] = {
    "remove": (
        "xóa", "xoá", "xóa dòng", "xoá dòng", "bỏ dòng", "bỏ", "xóa văn bản", "xoá văn bản", "bỏ văn bản", "xóa số",
        "xoá số", "gỡ dòng",
    ),
    "replace": ("sửa", "sửa dòng", "thay", "thay dòng"),
}
OUTCOME_WORDS: dict[str, tuple[str, ...]] = {
    "done": ("xong", "đã xong", "xong việc", "hoàn thành"),
    "moved": ("chuyển", "chuyển tháng sau", "chuyển sang tháng sau", "chuyển việc", "chưa xong", "đang làm",
        "đang làm dở", "chưa làm được", "chưa làm", "chưa được", "chưa hoàn thành", "đang thực hiện", "làm tiếp",
        "chuyển tiếp", "để tháng sau", "sang tháng sau",
    ),
    "dropped": ("bỏ", "bỏ việc", "không làm", "không làm nữa", "thôi"),
}
# What is said to a list of the report itself; none of it is a line.
DESK_WORDS: dict[str, tuple[str, ...]] = {
    "undo": (
        "hoàn tác", "bỏ nhầm", "bỏ nhầm rồi", "xóa nhầm", "xóa nhầm rồi", "ghi nhầm", "ghi nhầm rồi", "lấy lại",
        "lấy lại dòng vừa bỏ", "quay lại như cũ", "hoàn lại",
    ),
    "leave": (
        "xong", "xong rồi", "xong hết", "thế thôi", "thế là xong", "hết", "hết rồi", "không còn nữa", "thôi",
        "hủy", "hủy bỏ", "thoát", "thoát ra", "không làm nữa", "để sau", "dừng", "dừng lại", "tạm dừng", "bỏ",
    ),
    "keep": (
        "ghi", "ghi vào", "ghi lại", "ghi vào danh sách", "ghi hết", "lưu", "lưu lại", "được", "được rồi", "ok",
    ),
    "show": (
        "danh sách", "xem", "xem lại", "xem danh sách", "xem lại danh sách", "cả danh sách", "xem danh sách văn bản",
        "xem danh sách khen thưởng", "xem danh sách nhiệm vụ", "xem danh sách góp ý", "đọc lại", "đọc lại nghe",
        "đọc lại cho nghe", "đọc lại cho anh nghe", "đọc lại cho chị nghe", "đọc lại cho em nghe",
    ),
}
UNDO_ENDING = "hoàn tác"  # of a longer message: «ơ bỏ nhầm rồi, hoàn tác»
ALL_LINES = ("hết", "tất cả", "cả", "toàn bộ", "cả danh sách", "hết danh sách")
# Of the words a section of the report is written with.
LAST_WORDS = ("dùng lời tháng trước", "lời tháng trước", "dùng lại lời tháng trước", "như tháng trước")

# How "không" is shortened.
NOT = frozenset({"ko", "k", "hok", "hông", "hong", "khg", "kh", "kô", "hem"})
# fmt: on

# What may stand before a figure that is not exact, where words are asked for and «sửa 8: hơn 320» is typed.
ABOUT = (
    "hơn", "gần", "trên", "dưới", "khoảng", "tầm", "chừng", "độ", "cỡ", "xấp xỉ", "ngót", "trên dưới", "khoảng gần",
    "khoảng hơn", "vào khoảng",
)  # fmt: skip
NARROW = frozenset({
    "back", "help_here", "skip", "pause", "view", "cancel", "help", "fix", "send", "drop_note", "stop_notices",
    "notices_again",
})  # fmt: skip
