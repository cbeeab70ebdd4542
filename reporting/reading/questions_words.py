"""What chairs ask besides giving figures, as data: by topic the key words in their order, and the words that may
stand around them.

A pattern is a row of places joined by " + ", each with its alternatives between "|"; "$" at the end: nothing but
courtesies follows. Written with diacritics; people may leave them out.
"""

from dataclasses import dataclass

# fmt: off
WHEN = (
    "bao giờ|khi nào|lúc nào|hôm nào|bữa nào|ngày nào|ngày mấy|ngày bao nhiêu|mấy giờ|giờ nào|thứ mấy|hôm mấy"
    "|chừng nào"
    "|tuần nào|lúc mấy giờ|ngày bn|bao h|mấy h"
)
HOW_MANY = "bao nhiêu|bn|bnhiêu|bao nhiu|nhiêu|mấy|bao lâu"
HOW = "thế nào|ra sao|làm sao|như nào|sao|kiểu gì|kiểu nào"
NOT = "không|ko|k|hông|hok|kg|hem"
NOT_YET = "chưa"
LINE = "câu|mục|dòng|phần|chỉ tiêu|ô|ý|chỗ|câu hỏi|cái|khoản|số"
REPORT = "báo cáo|bc|phiếu|số liệu|biểu|bản báo cáo|b cáo|bcáo"
LAST_MONTH = "tháng trước|tháng vừa rồi|tháng vừa qua|tháng rồi|kỳ trước|lần trước|tháng trc|th trước|tháng trc"
ANY_MONTH, ANY_DAY = "tháng trước", "ngày nào"  # what a month's number, or «15 hay 16», is read as
ALL = "toàn tỉnh|cả tỉnh|các đơn vị|đơn vị khác|các trường|trường khác|đơn vị bạn|trường bạn|cả huyện|toàn huyện"
OTHERS = (
    "những trường nào|những đơn vị nào|trường nào|đơn vị nào|công đoàn nào|những ai|bao nhiêu đơn vị|mấy đơn vị"
    "|bao nhiêu trường|mấy trường|còn ai|các đơn vị|đơn vị khác|trường khác|các trường|trường bên cạnh|trường bên"
    "|xã bên|đơn vị bên"
)
UNITS = (
    "trường|thpt|thcs|tiểu học|mầm non|xã|phường|thị trấn|huyện|tỉnh|thành phố|LĐLĐ|liên đoàn|công đoàn|CĐCS|đơn vị"
    "|bệnh viện|công ty|sở|trung tâm|trạm|chi nhánh|UBND|ngành"
)
# What doubts a computed total beside its figure, and what speaks of that total.
WRONG_TOTAL = ("sai", "sai rồi", "không đúng", "chưa đúng", "ko đúng", "k đúng", "thừa", "thiếu")
ASKING_OF_TOTAL = ("sao lại", "sao là", "sao chỉ", "sao có", "sao tổng", "đâu ra", "ở đâu", "lấy đâu",
"vì sao", "tại sao")
OF_A_TOTAL = ("tổng", "tổng số", "tổng đoàn viên", "tổng cuối kỳ", "tổng cộng")
LATER = (
    "để tối|để chiều|để mai|để sáng mai|để lát|để lúc khác|để hôm khác|để khi khác|để tuần sau|để lát nữa|để tí nữa"
    "|để tí|để chút nữa|để hôm sau|để sau|để trưa|để đêm|mai làm|lát làm|lát nữa làm|tối làm|chiều làm|sau làm"
    "|mai gửi"
    "|tối gửi|chiều gửi|chiều mai|sáng mai|tối nay|tối mai|ngày mai|mai em|mai tôi|mai chị|mai anh|tí nữa|lát nữa"
    "|chút nữa|hôm khác|lúc khác|khi khác|tuần sau|để ít hôm|mấy hôm nữa|để thư thư|lát em làm|lát tôi làm"
)

_REPORTS, _LINES, _NOTS = (each.replace("|", ", ") for each in (REPORT, LINE, NOT))

# Courtesies and small words that say nothing of their own.
FILLERS = (
    "dạ, vâng, ạ, ơi, à, ừ, ờ, ơ, ủa, thưa, kính thưa, kính gửi, xin, xin phép, cho, hỏi, xin hỏi, tôi, em, mình, "
    "anh, "
    "chị, bạn, cô, chú, bác, cháu, con, bot, đồng chí, nhé, nha, nhá, nhỉ, nhở, hả, hở, hử, vậy, thế, thì, là, mà, "
    "ấy, "
    "đấy, đó, kia, với, nhờ, giúp, hộ, giùm, muốn, cần, được, rồi, đi, luôn, này, của, các, những, cái, có, đã, "
    "đang, "
    "sẽ, còn, lại, nữa, cũng, chào, alo, a lô, ok, biết, bảo, chúng tôi, bọn em, mọi người, tại, ở, vào, ra, về, cho "
    "em hỏi, làm ơn, quên, không nhớ, quên mất, kỳ này, tháng này, đợt này, hiện, hiện tại, bây giờ, giờ, "
    "bác, cháu, chính xác, cụ thể, r, z, ak, ah, uh, ntn, cảm ơn, ơn, đc, dc"
)
NARROW_FILLERS = (
    "dạ, vâng, ạ, ơi, à, thưa, xin, cho, hỏi, xin hỏi, tôi, em, mình, anh, chị, bạn, đồng chí, bác, cháu, cô, chú,"
    " con, nhé, nha, nhỉ, hả, "
    "hở, "
    "vậy, thế, thì, là, được, rồi, này, của, cái, có, đã, đang, còn, nữa, biết, đấy, đó, ấy, nhờ, giúp, ơ, báo cáo, "
    "r, luôn, lại, những, cũng, cần, muốn, với"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked. `around`: words that may stand beside; `slack`: how many others too. `narrow`: it is heard where
    free words are asked for. `names`: it may be about lines, by name or number."""

    name: str
    patterns: tuple[str, ...]
    around: str = ""
    slack: int = 0
    narrow: bool = True
    names: bool = False


# In the order in which they are tried.
TOPICS: tuple[Topic, ...] = (
    Topic("whose", (
        "hai người|cả hai|cùng sửa|cùng nhập|cùng ghi + số của ai|theo ai|thì sao",
        "lấy|tính + số của ai", "số của ai + được tính|đúng|được lấy",
    ), around="máy, cùng, sửa, nhập, làm, lấy, tính, một phiếu, thì, nếu, vừa"),
    Topic("withdraw", (
        f"rút|rút lại|thu hồi|lấy lại|xin lại|trả lại|cho lại|hủy|huỷ|hoãn|thu lại|gỡ|xóa + {REPORT}",
        "rút lại|thu hồi|huỷ|hủy + đã gửi|vừa gửi|mới gửi|lần gửi|cái đã gửi|bản đã gửi",
        "rút lại|rút về|xin rút|cho rút|thu hồi|rút báo cáo + $",
        "chưa + mà + đã gửi|gửi rồi|đã nộp|nộp rồi",
        "rút lại|rút về|thu hồi|lấy lại|rút + ghi thiếu|thiếu|ghi sai|ghi nhầm|sai|nhầm|sót",
        "lỡ gửi|gửi nhầm|gửi lộn|nộp nhầm|lỡ nộp|lỡ tay gửi",
    ), around=f"{_REPORTS}, đã gửi, gửi, vừa gửi, bổ sung, để, thêm, nổi bật, phần, sửa, làm lại, "
              "khai lại, hay sao, chưa, duyệt, xem, kịp, xong, nộp, vừa, mới, nhập lại, ghi lại, sai, nhầm, thiếu, "
              "khó khăn, tôi", slack=2),
    Topic("others", (
        f"tiến độ|tình hình|số liệu|tổng hợp|kết quả|danh sách + {ALL}|tỉnh|LĐLĐ tỉnh|liên đoàn lao động tỉnh",
        f"{OTHERS} + {NOT_YET} + nộp|gửi|báo cáo|làm|xong", f"{OTHERS} + đã|báo cáo rồi|nộp rồi|gửi rồi",
        "ai|còn ai|những ai + chưa + nộp|gửi|báo cáo|làm", f"xem + {ALL}",
        f"số liệu|báo cáo|phiếu|số + {ALL}|đơn vị khác|trường khác|xã khác",
        f"{ALL} + {HOW}|bao nhiêu|được bao nhiêu",
        "tổng hợp|tiến độ + LĐLĐ|liên đoàn|công đoàn tỉnh|huyện|xã|ngành|phường",
    ), around="xem, tiến độ, cho, tỉnh, toàn, được, không, nộp, gửi, báo cáo, chưa, những trường nào, đơn vị, "
    "trường, "
              "nào, tình hình, số liệu, tổng hợp, ai, lai châu, LĐLĐ, liên đoàn lao động, huyện, xã, thành phố, "
              "phường",
          slack=1, narrow=False),
    Topic("who_entered", (
        "ai + nhập|ghi|điền|khai|gửi|nộp|sửa|làm|báo|kê", "người nào + nhập|ghi|gửi|sửa|điền",
        "do ai|là ai + nhập|ghi|gửi|sửa|điền", "số này|số đó|số ấy|chỗ này|báo cáo này + của ai|do ai|là của ai",
    ), around=f"{_REPORTS}, {_LINES}, nào, những, thế, nhập, ghi, gửi, sửa, làm, "
              "người, vừa, số nào, mục nào, tất cả, từng, hết, ai", slack=0, names=True),
    Topic("until_when", (
        f"sửa|được chữa|chữa được|chỉnh|điều chỉnh|bổ sung + {WHEN}|đến đâu",
        f"{WHEN} + khóa|khoá|hết hạn sửa|hết sửa|hết được sửa|chốt",
        f"hạn|hạn cuối|hạn chót|thời hạn + sửa|được chữa|chữa số|chỉnh + {WHEN}|thế nào",
        f"còn|được|có + sửa|chữa được|chỉnh|bổ sung + {NOT}|chưa + $",
        f"sửa|chữa|chỉnh|chỉnh sửa|bổ sung + được|đc|dc + {NOT}|chưa + $",
        "làm sao|thế nào|cách nào|sao|bằng cách nào + sửa|chữa|chỉnh + được|đc|dc + $",
        f"{WHEN} + {NOT} + sửa + được", "hạn sửa|hạn chỉnh sửa + $", "khóa sổ + chưa + $",
        f"sửa|chỉnh sửa|điều chỉnh + {HOW} + $", f"{HOW}|làm thế nào|muốn + sửa|chỉnh sửa + $",
    ), around=f"{_REPORTS}, hạn, cuối, chót, cuối cùng, được, đến, tới, vẫn, gửi rồi, gửi, nộp, khóa, "
              f"trước, thì, trong, sổ, {_NOTS}, nếu, xong, muốn, kỳ, để, ghi, "
              "nhầm, sai, lỡ, số"),
    Topic("deadline", (
        "hạn|hạn chót|hạn cuối|hạn nộp|hạn gửi|thời hạn|deadline|dl|hạn báo cáo|hạn cuối cùng + $",
        f"hạn|hạn chót|hạn cuối|hạn nộp|hạn gửi|thời hạn|deadline|hạn cuối cùng|đến hạn|hết hạn + {WHEN}|{HOW}"
        "|đến đâu|còn không|chưa|còn mấy ngày|bao lâu|mấy ngày|hôm",
        f"{WHEN} + nộp|gửi|hết hạn|đến hạn|là hạn|xong|báo cáo + $", f"{WHEN} + phải|cần|là|thì + nộp|gửi|hết hạn",
        f"nộp|gửi + đến|tới|trước|chậm nhất|muộn nhất|hạn|trong|hết|vào|lúc|là + {WHEN}", f"nộp|gửi + {WHEN} + $",
        f"chậm nhất|muộn nhất|trễ nhất + {WHEN}", "còn|được + mấy ngày|bao nhiêu ngày|bao lâu|mấy hôm + nữa|hạn|nộp"
        "|gửi",
        "còn hạn|hết hạn|quá hạn|đến hạn + chưa|không|ko|k|rồi à|rồi hả + $",
        f"muộn|chậm|trễ|quá hạn|không nộp|không gửi + có sao|được|có được|có bị gì|thì sao + {NOT}|$",
        f"còn kịp|có kịp|kịp + {NOT}|chưa|$", f"gửi|nộp|báo cáo + còn được|được nữa|nữa được|kịp|được + {NOT} + $",
        f"còn|vẫn + gửi|nộp|báo cáo + được|kịp + {NOT}|chứ|à|$",
        f"có + gửi|nộp + được|được nữa|nữa được|kịp + {NOT} + $",
    ), around=f"{_REPORTS}, nộp, gửi, hạn, phải, đến, tới, trước, là, chót, cuối, chậm nhất, muộn "
              "nhất, mới, quá hạn, hết hạn, ngày, tháng, kỳ, thời gian, quy định, lên trên, cho tỉnh, "
              f"muộn, chậm, trễ, {_NOTS}, hơn, một, hôm, thôi chết, chết, chết rồi, quên, quên mất, "
              f"xin lỗi, sao, thấy, "
              "bảo, báo, nhắn, nhắc, giờ, bây giờ, luôn, kịp, mới nhớ, nhớ ra, bận quá, bận, hôm nay, nay, sáng nay, "
              "tối nay, chiều nay, mai, nữa, nếu, vẫn, không kịp"),
    Topic("missing", (
        f"{LINE}|còn|những|{LINE} nào + còn thiếu|thiếu|chưa có|chưa xong|chưa nhập|chưa ghi|chưa điền|chưa làm + "
        f"{NOT}|gì|nào|mấy|nữa + $",
        "những|mục nào|câu nào|phần nào|dòng nào|chỗ nào|ô nào|cái nào + thiếu|chưa có|chưa xong|chưa nhập|chưa ghi"
        "|còn"
        "|chưa điền|chưa làm|nữa",
        "còn thiếu|thiếu|còn|chưa nhập|chưa điền|chưa ghi + mục nào|câu nào|phần nào|dòng nào|gì|những gì|cái gì"
        "|chỗ nào",
        f"còn|thiếu + {HOW_MANY} + câu|mục|dòng|phần|câu hỏi|chỉ tiêu|ô|số", "còn + nhiều|lâu|dài + không|ko|k|nữa",
        f"còn nữa|còn thiếu|còn câu nữa|còn mục nữa|còn phần nữa + {NOT} + $",
        "mấy|bao nhiêu + câu nữa|mục nữa|dòng nữa|phần nữa + xong|hết|$", "hết rồi + à|hả|phải không|chứ",
        "sắp xong|gần xong|hết chưa|xong hết + chưa|$",
    ), around=f"{_LINES}, nào, gì, nữa, {_NOTS}, trong, {_REPORTS}, "
              "thiếu, phải, làm, trả lời, nhập, ghi, điền, mới xong, xong, thì, hết, để, gửi"),
    Topic("receipt", (
        "mã nhận|mã biên nhận|biên nhận|số biên nhận|mã xác nhận|mã báo cáo|mã tiếp nhận|mã nhận báo cáo + là gì"
        "|đâu|gì"
        "|bao nhiêu|ở đâu|là số mấy|nào|$",
        "xin|cho|lấy|xem|gửi + mã nhận|biên nhận|mã biên nhận|mã tiếp nhận",
    ), around="báo cáo, của, gửi, lần, là, xem, trường"),
    Topic("arrived", (
        f"{REPORT}|đã|tới|đến|có + đến|tới|nhận|gửi|nộp|đi|lên|về|vào + {NOT_YET}|{NOT}|đúng không|phải không + $",
        f"đến|tới + nơi|tỉnh|tay|văn phòng|liên đoàn + {NOT_YET}|{NOT} + $",
        f"gửi|nhận|nộp|chuyển + được|đi|xong|rồi|thành công + {NOT_YET} + $", f"gửi|nhận|nộp + {NOT_YET} + $",
        f"{REPORT} + xong|đủ|hoàn thành|ổn + {NOT_YET}|{NOT}|rồi + $",
        f"{REPORT} + {HOW}|đến đâu|tới đâu|ở đâu + rồi",
        f"{REPORT} + đến đâu|tới đâu|ở đâu + $", f"xong|thế là xong|vậy là xong + {NOT_YET}|rồi à|rồi hả"
        f"|phải không + $",
        f"còn|có|phải|cần + gửi lại|nộp lại + {NOT}|nữa không", f"gửi lại + {NOT} + $",
        "đến đâu|tới đâu|làm đến đâu + rồi + $",
        "đây|này|đang báo cáo|đang làm + là|của|cho + đơn vị nào|trường nào|xã nào",
        "đơn vị nào|trường nào + đây|đấy|thế + $",
        "xong rồi|xong hết rồi|xong hết|hoàn thành rồi|xong cả rồi + $",
        f"gửi|nộp + {HOW}|ở đâu|bằng cách nào|kiểu nào + $",
        f"bên|trên + nhận|thấy + {NOT_YET}|được chưa|{NOT} + $",
        "gửi rồi|nộp rồi|báo cáo rồi|làm rồi|gửi hết rồi|gửi xong rồi|nộp xong rồi + mà|cơ mà|đấy|đấy chứ"
        "|chứ|rồi mà|còn gì|kia mà"
        "|$",
        "đã gửi|đã nộp|đã báo cáo + rồi|mà|cơ mà|từ hôm qua|từ hôm kia|hôm qua + $",
    ), around=f"{_REPORTS}, đến, tới, nơi, gửi, nhận, nộp, được, liệu, đã, đi, xong, rồi, tỉnh, kiểm tra, "
              f"xem, giúp, văn "
              f"phòng, trên, bên, thấy, phải, cần, đủ, liên đoàn, chị, trường, {_NOTS}, hết, thế là, "
              "vậy là, thành công, máy, hệ thống, mọi việc, làm", slack=0),
    Topic("last_month", (
        f"{LAST_MONTH} + {HOW_MANY}|{HOW}|là gì|đâu|gì|nào|những gì", f"{HOW_MANY}|{HOW} + {LAST_MONTH}",
        f"số|số liệu|số của|báo cáo|phiếu|bc|xem|xem lại|nhắc + {LAST_MONTH} + $",
        f"{LAST_MONTH} + số|số liệu + {HOW}|đâu|$",
    ), around=f"{_REPORTS}, trường, đơn vị, ghi, khai, báo, người, đã, xem, xem lại, nhắc, mục, dòng, "
              "câu, cơ quan, cơ sở, bên, nhà, năm, nào, gì, chị, công đoàn, nộp, gửi, là, có",
          slack=0, names=True),
    Topic("covers", (
        "kỳ này|kỳ|tháng này|báo cáo|số liệu|phiếu|đầu kỳ|cuối kỳ + từ ngày nào|từ hôm nào|từ bao giờ"
        "|từ ngày mấy|tính từ"
        "|từ khi nào|đến hết ngày nào|đến hết ngày mấy",
        "số liệu|tính|lấy|đếm + đến ngày nào|đến hết ngày nào|tới ngày nào|đến ngày mấy|từ ngày nào|từ hôm nào",
    ), around=f"{_REPORTS}, tính, từ, đến, hết, ngày, nào, số, lấy, kỳ, này, tháng, đầu, cuối, hôm, là, của, đếm"),
    Topic("counts", (
        f"tính cả|tính luôn|kể cả|gồm cả|có tính|có được tính|có kể|tính thêm|có gồm|bao gồm cả + {NOT}|chưa|à|chứ"
        f"|hả + $",
        f"có phải ghi|có ghi|được ghi|phải ghi|có báo|phải báo|phải tính|có được coi|được coi|có coi"
        f"|tính là + {NOT} + $",
        f"tính vào|ghi vào|kể vào|coi là|gọi là|tính là + đâu|mục nào|câu nào|dòng nào|phần nào|chỗ nào|{NOT} + $",
        "đếm|tính|ghi|kể|lấy + hay|hay là + đếm|tính|ghi|kể|lấy", "được tính|tính vào|tính + không|ko + nhỉ|$",
    ), around=f"{_LINES}, người, vào, đây, luôn, cả, {_NOTS}, hay, lao động, hợp "
              "đồng, mới, thử việc, nghỉ, thai sản, hưu", slack=4, narrow=False, names=True),
    Topic("meaning", (
        f"trả lời|ghi|điền|nhập|tính|đếm|khai|viết|kê|làm + {HOW}|gì|những gì|cái gì|như thế nào",
        "hiểu + thế nào|ra sao",
        "là sao|là gì|nghĩa là gì|nghĩa là sao|là như thế nào|là thế nào|gồm những gì|gồm những ai|là những gì"
        "|là cái gì"
        "|gồm ai|nghĩa gì|có nghĩa gì|nghĩa sao",
        f"không|chưa|chẳng|ko|k + hiểu|rõ|biết + {LINE}", "không|chưa|ko|k + hiểu|rõ + gì"
        "|$", "giải thích + $", "hỏi + gì|về gì|cái gì + $",
        f"giải thích + {LINE}", f"hỏi + về + {LINE}", "ghi|điền|viết + gì|sao + vào|đây", "ví dụ + $",
        f"{LINE} + {HOW} + $",
    ), around=f"{_LINES}, này, đây, trả lời, ghi, điền, nhập, tính, đếm, khai, viết, hiểu, người, hay, "
              f"lượt, {_NOTS}, chưa, rõ, vào, biết, phải, nên, giải thích, thì, nghĩa, số liệu, báo cáo, "
              "sao, thế nào, gì, hỏi, về", slack=0, names=True),
    Topic("contact", (
        "gặp|cho gặp|nói chuyện với|liên hệ|liên lạc|gọi|gọi cho|nối máy|kết nối + người phụ trách|văn phòng|cán bộ"
        "|cán bộ phụ trách|lãnh đạo|người thật|người|anh phụ trách|chị phụ trách|cô phụ trách"
        "|công đoàn tỉnh|liên đoàn"
        "|LĐLĐ tỉnh|LĐLĐ + $",
        "số điện thoại|sđt|sdt|số đt|số phone|số máy|điện thoại|đt|hotline|đường dây nóng|zalo + văn phòng"
        "|liên hệ|phụ trách"
        "|người phụ trách|cán bộ|công đoàn tỉnh|liên đoàn|LĐLĐ|tỉnh",
        "không biết|ko biết|chưa biết|không làm được|không rành + làm|nhập|dùng|bấm|văn phòng|máy"
        "|điện thoại", "nhờ|đề nghị|xin + văn phòng|cán bộ|tỉnh + nhập hộ|làm hộ|nhập giúp|làm giúp|ghi hộ|điền hộ",
        "không còn|thôi|hết|nghỉ|không + làm|giữ|phụ trách + chủ tịch|phó chủ tịch|công đoàn|cán bộ công đoàn",
        "hotline|đường dây nóng + $", "liên hệ|gọi|hỏi|gặp + ai|ai được|ở đâu|với ai|cho ai|số nào|vào số nào + $",
    ), around="số, của, văn phòng, người, phụ trách, cán bộ, tỉnh, liên đoàn, lao động, LĐLĐ, công đoàn, "
    "cần, muốn, gặp, nhờ, nhập, hộ, giúp, làm, không, biết, còn, nữa, chủ tịch, rồi, được, "
              "trực tiếp, điện thoại, ai, gọi, liên hệ, hỏi, thì, bên, trên, anh, báo cáo, này, là, bao nhiêu, đâu",
          slack=0),
    Topic("who_are_you", (
        "ai + đấy|đây|đó|vậy|thế|hỏi|nhắn|gọi|đang hỏi|đang nhắn|gửi tin|hả|ạ", "là ai|ai đây|ai đấy + $",
        "ai|ai khác|có ai|những ai + xem|xem được|biết|đọc|đọc được + $",
        "ai|ai khác|có ai|những ai + xem|xem được|đọc + số|số này|số liệu|báo cáo|phiếu|những số này",
        "sao + hỏi tôi|hỏi em|hỏi chị|hỏi anh|hỏi mình",
        "hỏi|lấy|cần|thu|báo|thu thập|gửi|khai|nhập|những số này|số liệu này + để làm gì|làm gì", "để làm gì + $",
        "alo|a lô|gì + gì|ai + đấy|thế|vậy|đó", "gì đấy|gì thế|gì vậy|cái gì đấy|cái gì thế|ai thế + $",
        "người|máy|robot|bot|AI + hay|hay là + người|máy|robot|bot|AI",
        f"là|có phải + bot|máy|robot|AI|người|người thật|lừa đảo + {NOT}|à|hả|$",
        "lừa đảo + $", "nói chuyện với|nói với|chat với|nhắn với + ai|ai đấy|người hay máy", "bạn|em|đồng chí|anh"
        "|chị|đây|đằng ấy + là ai|tên gì|tên là gì",
    ), around="hỏi, số liệu, số, này, để, làm gì, cán bộ, liên đoàn, công đoàn, tỉnh, ai, đây, đang, nhắn, tin, "
    "tin nhắn, "
              "bên nào, bên, nào, gọi, gì, là, người, máy, trả lời, không phải, phải, thật, hay, LĐLĐ, lao động, "
              "zalo, telegram, "
              "chuyện, nói, với, lừa đảo, không, ko, tự động, làm, việc, tôi, đâu, từ, đến, mấy, những, "
              "các", slack=0),
    Topic("send", (
        "đúng rồi|đúng hết rồi|được rồi|xong rồi|ok|oke|chuẩn rồi|thế là được|đúng|đủ rồi|ổn rồi|thế được rồi + gửi"
        "|nộp"
        " + giúp|đi|hộ|luôn|nhé|cho|ngay|$",
        "gửi|nộp + giúp|đi|hộ|luôn|ngay|giùm + cho|$", "gửi|nộp + cho + $",
    ), around="báo cáo, bc, phiếu, số liệu, lên, trên, lên trên, cho tỉnh, tỉnh, liên đoàn, rồi, thế, hết, cả, ok, "
    "gửi, "
              "không sai, không sửa gì", slack=0, narrow=False),
    Topic("pause", (
        f"{LATER} + $", f"bận|mắc|đang họp|đang dạy|đang bận|bận họp|bận quá|bận rồi|bận việc + {LATER}|sau",
        f"{LATER} + làm|gửi|nộp|báo cáo|nhập|báo|làm tiếp|gửi nốt",
        "đang bận|bận quá|bận rồi|đang họp|đang dạy|bận lắm|đang trên lớp|đang đi đường + $",
        "chưa làm được|chưa rảnh + $",
        "bận|mắc|bận quá|bận lắm + mai|mốt|tối|chiều|lát|hôm khác|lúc khác + $",
        "lát|tí|chút|mai|mốt|tối|chiều|trưa|hôm sau|bữa sau|để + trả lời|báo|nhắn|gửi|làm|ghi|nhập|điền"
        "|tính|hỏi|nói + sau|lại"
        "|lại sau + $",
        f"{LATER} + trả lời|hỏi lại|báo lại|nhắn lại|tính|xem lại|hỏi|xem",
        "trả lời|báo|làm|gửi|ghi|nhập + sau|sau nhé + $", "chờ|đợi|chờ chút|đợi chút + tí|tý|chút|lát|xíu|đã|nhé|$",
    ), around="bận, quá, rồi, lắm, bạn, làm, gửi, nộp, báo cáo, không phải, tôi, mình, đang, họp, dạy, việc, "
    "coi thi, "
              "đi, được, không, ko, sau, tiếp, mai, tối, chiều, sáng, lát, giờ, học, trường, lớp, đường, chưa, "
              "thôi, nốt, "
              "đang họp, đi công tác, công tác, xin, nhập, số liệu, rảnh, báo, bữa nay, hôm nay, nay, bữa, "
              "trả lời, hỏi, "
              "lại, hỏi lại, xem, thế, để, đã", slack=0),
    Topic("resume", (
        "làm tiếp|tiếp tục|làm nốt|gửi nốt|nhập tiếp|nhập nốt|báo cáo tiếp|báo cáo nốt|nộp nốt|khai tiếp|khai nốt"
        "|điền nốt|điền tiếp + $",
        "làm tiếp|tiếp tục|làm nốt|gửi nốt|nhập tiếp|nhập nốt|nộp nốt|điền nốt + báo cáo|nào|đi|số liệu|phần còn lại",
    ), around="báo cáo, bc, nào, tôi, giờ, bây giờ, số liệu, phần còn lại, thôi, hôm qua, hôm nay, dở, đang dở, "
    "rảnh, "
              "đã", slack=0, narrow=False),
    Topic("remind", (
        f"nhắc|nhắc lại|nhắn|nhắn lại|báo|gọi|hẹn|đặt lịch|nhớ nhắc + tôi|chị|anh|em|bác|cô|chú|mình"
        f"|lại + {LATER}|lúc|vào"
        "|sáng|trưa|chiều|tối|mai|hôm sau|thứ hai|thứ ba|thứ tư|thứ năm|thứ sáu|trước hạn|giờ",
        f"{LATER}|sáng|trưa|chiều|tối|mai|hôm sau|lúc + nhắc|nhắc lại|nhắn lại|nhớ nhắc|nhắn + tôi|chị|anh"
        f"|em|bác|cô|chú|mình"
        "|lại|$",
        "nhắc|nhắc lại|nhớ nhắc + tôi|chị|anh|bác|cô|chú|mình|lại + $",
    ), around=f"{LATER.replace('|', ', ')}, lúc, vào, giờ, sáng, trưa, chiều, tối, mai, thứ, hai, ba, tư, "
    f"năm, sáu, hôm, "
              "sau, nhớ, lại, để, làm, báo cáo, gửi, nộp, nhắc, nhắn, tin, phút, rưỡi, trước, hạn, ngày, khoảng, tầm",
          slack=0, narrow=False),
    Topic("thanks", (
        "cảm ơn|cám ơn|thank|thanks|tks|cảm ơn em|biết ơn|camon + $",
        "cảm ơn|cám ơn + nhiều|rất nhiều|nhé|nha|lắm|quá",
    ), around="nhiều, rất, em, lắm, quá, đồng chí, bot, vì, đã, giúp, hỗ trợ, hướng dẫn, trân trọng, chân thành, tốt",
          slack=0, narrow=False),
)
# fmt: on
