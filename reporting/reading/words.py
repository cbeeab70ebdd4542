"""The words a person may use around and inside a figure: data only.

Each phrase is written with its diacritics; people may leave them out, wholly or in part (`spelling.py`). A phrase
with "=" before it is only known with its diacritics in place, because without them it is a common word.
"""

# What a number word does in the grammar of numerals (`numeral_grammar.py`), and its value.
NUMBER_WORDS: dict[str, dict[str, int]] = {
    "digit": {
        "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    },
    "odd": {"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5},  # only after tens
    "zero": {"không": 0},
    "ten": {"mười": 10},
    "tens": {"mươi": 10},
    "twenty": {"hăm": 20, "băm": 30},
    "linh": {"linh": 0, "lẻ": 0},
    "hundred": {"trăm": 100},
    "chuc": {"chục": 10},
    "dozen": {"tá": 12},
    "rest": {"rưỡi": 0, "rưởi": 0},
    "half": {"nửa": 0},
    "point": {"phẩy": 0, "phảy": 0, "chấm": 0},
    "mag": {
        "nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "tr": 10**6,
    },
    # only after digits; t is said of both millions and billions
    "short": {"k": 10**3, "ngh": 10**3, "m": 10**6},
    "shared": {"t": 10**6, "t ": 10**9},
}  # fmt: skip
MONEY_WORDS: dict[str, dict[str, int]] = {
    "mag": {"củ": 10**6},
    "unsure": {
        "xị": 10**5, "=lít": 10**5, "chai": 10**6, "=tỏi": 10**9, "=trẹo": 10**6, "=cành": 10**3, "lốp": 10**5,
        "ng": 10**3, "n": 10**3, "b": 10**9,
    },
}  # fmt: skip

# Unmarked words that are other words as well: alone they are asked back.
OTHER_WORDS_TOO = frozenset({"nam", "bay", "sau", "tam"})

CURRENCY = """
đồng, đ, vnd, vnđ, việt nam đồng, đồng việt nam, tiền việt
"""
PERCENT = """
phần trăm, pct, percent
"""
FOREIGN = """
usd, đô, đô la, đôla, dollar, dollars, đô mỹ, euro, eur, yên, yên nhật, jpy, tệ, nhân dân tệ, cny, rmb, won,
krw, bảng anh, gbp, baht, kíp, lak
"""

# What a word does in the sentence (`segments.py`): one letter each, the alphabet of the shapes in `shapes.py`.
MARKERS = {
    # not exact
    "h": """
khoảng, khoản, vào khoảng, trong khoảng, tầm, tầm khoảng, tầm tầm, cỡ khoảng, =cỡ, chừng, chừng khoảng, độ,
độ khoảng, ước, ước chừng, ước tính, ước đạt, ước khoảng, xấp xỉ, sấp xỉ, gần, gần như, gần bằng, suýt, suýt
soát, sát, ngót, ngót nghét, ngót ngét, hơn, nhiều hơn, ít hơn, dưới, quá, không quá, ko quá, k quá, chưa
quá, chưa đến, chưa tới, chưa đầy, không dưới, không đến, không tới, ko đến, ko tới, không đầy, ít nhất,
nhiều nhất, ít ra, tối thiểu, tối đa, trên dưới, đâu đó, đâu khoảng, áng chừng, đại khái, hình như, chắc,
chắc là, chắc khoảng, chắc cỡ, có lẽ, có thể, nghe nói, nghe đâu, lên đến, lên tới, bình quân, trung bình,
có lẻ, dư, gì đó, tạm tính, sơ bộ, phỏng chừng, phỏng, nhỉnh, nhỉnh hơn, non, loanh quanh, quanh, dao động,
trở lên, trở xuống, đổ lại, đổ xuống, đổ lên, hoặc hơn, hay sao, phải không, đúng không, thì phải, lẻ, mỗi
ngày, mỗi tháng, hàng tháng, hàng tuần, tròm trèm, trên khoảng, cỡ chừng, dự ước
""",
    # above, or "of" in a ratio
    "T": """
trên, trên tổng, trên tổng số, trong, trong số, trong tổng số, trong tổng
""",
    # not the figure itself, or less than nothing
    "m": """
âm, trừ, trừ đi, giảm, giảm đi, bớt, bớt đi, mất, mất đi, thiếu, hụt, nợ, tăng, tăng thêm, thêm, vượt, gấp,
gấp đôi, nữa, nhân, chia, lùi, thừa, không phải, không phải là, ko phải
""",
    # a range
    "r": """
đến, tới, từ
""",
    # one or the other
    "o": """
hay, hoặc, hay là, hoặc là
""",
    # a sum
    "a": """
cộng, cộng với, cộng thêm
""",
    # and
    "b": """
và, với, cùng với, cùng
""",
    # for each
    "e": """
mỗi, từng
""",
    # of which
    "i": """
trong đó, trong đó có, bao gồm, gồm, gồm có, kể cả, tính cả
""",
    # no figure at all
    "v": """
vài, mấy, nhiều, ít, dăm, đôi ba, một số, một vài, một ít, một chút, dăm ba, dăm bảy, vài ba, vài bốn, hàng
chục, hàng trăm, hàng nghìn, hàng ngàn, hàng triệu, hàng tỷ, vô số, nhiều lắm, rất nhiều, khá nhiều, hơi
nhiều, khá đông, không ít, ko ít, không nhiều, ko nhiều, k nhiều, bao nhiêu
""",
    # as before
    "A": """
không đổi, không thay đổi, ko đổi, ko thay đổi, giữ nguyên, như cũ, như trước, như tháng trước, y như cũ
""",
    # not done yet
    "F": """
đang, đang chuẩn bị, sắp, sắp sửa, sẽ, dự kiến, dự định, theo kế hoạch, chuẩn bị, định, tới đây, sắp tới,
hoãn, tạm hoãn, tuần sau, tháng sau, tháng tới, tuần tới, mai, ngày mai, =chờ, =đợi
""",
    # nothing: zero
    "z": """
không, ko, k, kh, khg, kô, kông, hok, hông, hong, hổng, hem, hk, khum, hôn, chẳng, chả, zero, không có, đâu
có, làm gì có, kco, koco, kcó, không phát sinh, không ps, ko ps, k ps, không ai, không gì
""",
    # nothing, if spelt so
    "Z": """
kg, =khống, kho, kog, khog, hng
""",
    # nothing yet, or not known yet
    "y": """
chưa, chửa, chưa có, chưa ai, trống, rỗng, để trống, bỏ trống, na, nil, none, null, blank
""",
    # no more than a word in the way
    "w": """
tiền, tiền quà, tiền mặt, số tiền, khoản tiền, kinh phí, trị giá, tổng trị giá, giá trị, tổng giá trị, quỹ,
tổng số tiền, nguồn quỹ, ngân sách, kinh phí công đoàn, đoàn phí, có, đã, được, là, thì, mà, của, cho, bởi,
ở, tại, vào, này, nay, qua, rồi, cả, cả thảy, tất cả, tất, tổng, tổng cộng, tổng số, số, con số, số lượng,
số liệu, tổng hợp, chỉ, chỉ có, vẫn, vẫn là, vẫn có, còn, mới, đúng, đúng là, chính xác, đủ, vừa, vừa đủ,
tròn, chẵn, chẵn chòi, đạt, bằng, tính, tính đến nay, đến nay, tính đến, lũy kế, hiện, hiện có, hiện nay,
hiện tại, bây giờ, thực tế, thực hiện, kết quả, hết, nào, ai, gì, đâu, trong tháng, trong tháng này, trong
kỳ, trong năm, trong quý, trong tuần, tháng này, tháng nay, tháng qua, tháng trước, quý này, năm nay, năm
qua, tuần này, tuần qua, kỳ này, đợt này, lần này, đợt vừa rồi, vừa qua, vừa rồi, trên địa bàn, so với, so
với cùng kỳ, kế hoạch năm, phát sinh, ghi nhận, ghi, điền, nhập, em, anh, chị, tôi, mình, tui, chúng tôi,
chúng em, bên em, bên tôi, bên mình, bên, phía, cô, chú, bác, đồng chí ơi, ơi, trường em, đơn vị em, đơn vị
mình, đơn vị tôi, cơ sở em, đến hết, tính từ, số người, tỷ lệ, tỉ lệ, tỉ trọng, tỷ trọng, mức, mức độ, lệ,
ra, lên, nhờ, do, cũng, đều, riêng, chung, toàn, toàn bộ, toàn thể, các, những, theo, về, đây, kia, nên, để,
sang, lại, thật, thực, luôn, giúp, hộ, giùm, câu trả lời, trả lời, đáp án, xong, hoàn thành, báo, cáo, ký,
kí, duyệt, toàn đơn vị, cả đơn vị, cả trường, cả năm, cả tháng
""",
}

# Courtesies. Leading ones mean nothing wherever they stand, trailing ones only where nothing but such follows.
LEADING = """
dạ, vâng, dạ vâng, vâng ạ, dạ thưa, thưa, kính thưa, xin, xin phép, báo cáo, xin báo cáo, ừ, ừm, uh, ok, à,
ừa, ờ, nhầm, nhầm rồi, nhầm số, gõ nhầm, lộn, lộn rồi, gõ lộn
"""
TRAILING = """
ạ, ah, ak, à, á, nhé, nhe, nhá, nha, nhen, nghen, hen, hén, nghe, ha, hả, nhỉ, đó, đấy, đây, đi, thôi, thôi ạ,
vậy, rồi, luôn, em, anh, chị, ơi, bạn, ad, admin, bot, cảm ơn, cám ơn, thanks, thank you, tks, xin cảm ơn,
trân trọng, đồng chí, a, e, c, ok, nè, nhé ạ, hì, hihi, haha, hehe, kk, kkk, cơ, mà, chứ, cháu
"""

# "tháng 10", "quý 3", "đợt 2", "năm 2023": a number that is not the figure.
LABELLED_BY = """
tháng, quý, kỳ, kì, đợt, tuần, năm, câu, mục, lần, khóa, thứ, lần thứ, nhiệm kỳ, số thứ tự, stt, t, th, thg, q
"""

# The two halves of a pair.
COLLECTIVES = """
tập thể, tt, tậpthể, tthể, tapthe, đơn vị tập thể
"""
INDIVIDUALS = """
cá nhân, cn, cánhân, cnhân, canhan
"""
