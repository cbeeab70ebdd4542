"""The words in which people tell who joined and who left a union, as data: phrases as they are "
"spelt, by commas."""


def _phrases(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split(","))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Who came: words for all that came, and for one way of coming.
JOINED = _phrases(
    "kết nạp, kết nạp mới, kết nạp thêm, kết nạp được, kn, kn mới, kn thêm, kết nap, phát triển "
    "mới, phát triển được,"
    "tăng, tăng thêm, thêm, thêm mới, thêm được, được thêm, mới thêm, mới thêm được, vào, vào mới, "
    "vào thêm, mới vào,"
    "mới kết nạp, được kết nạp, đv mới, đoàn viên mới, đoàn viên tăng, đv tăng"
)
CAME = _phrases(
    "nhận, nhận thêm, nhận mới, tiếp nhận, tiếp nhận thêm, tuyển, tuyển mới, tuyển thêm, mới tuyển, "
    "mới về, mới chuyển về,"
    "mới chuyển đến, chuyển đến, về thay, gia nhập, xin vào, vào công đoàn, vào làm, vào đoàn, mới "
    "nhận về, nhận về"
)
# Who left: words for all that left, and for one way of leaving.
LEFT = _phrases("giảm, giảm đi, ra, đoàn viên giảm, đv giảm, bớt, bớt đi")
GONE = _phrases(
    "nghỉ hưu, về hưu, hưu, nghỉ việc, thôi việc, xin thôi, xin thôi việc, xin nghỉ việc, nghỉ làm, "
    "bỏ việc, xin ra,"
    "xin nghỉ, xin nghỉ hưu, chuyển đi, chuyển công tác, chuyển trường, chuyển đơn vị, chuyển "
    "ngành, chuyển huyện,"
    "chuyển tỉnh, chuyển sang, chuyển lên, nghỉ chế độ, nghỉ hẳn, nghỉ, ra khỏi, xin ra khỏi, ra "
    "khỏi công đoàn, mất,"
    "qua đời, từ trần, chết, đi, thôi không làm, xin chuyển, thuyên chuyển, thôi hợp đồng, hết hợp đồng,"
    "nghỉ mất sức, nghỉ theo chồng, chuyển, bị thôi việc, cho thôi việc, chấm dứt hợp đồng, mất đi"
)
GONE_OR_COME = ("chuyển về",)  # by the place that is told with it
# Before «ra», «vào», «đi» these make another word; behind «chuyển công tác» these tell of either.
NOT_BEHIND = _words(
    "ngoài xảy diễn đề nêu thật hóa hoá gia trở đưa ghi bỏ quay tính tìm hội kiến ý tham lo đi làm "
    "dự hè phát đặt gửi chia"
    " học rút thi"
)
TO_HERE = frozenset({"về", "đến", "tới", "từ"})
# Not leaving: behind «nghỉ» or «đi».
STAYING = _phrases(
    "nghỉ thai sản, nghỉ sinh, nghỉ đẻ, nghỉ ốm, nghỉ phép, nghỉ dưỡng, nghỉ lễ, nghỉ tết, nghỉ "
    "mát, nghỉ hè, nghỉ trưa,"
    "nghỉ học, nghỉ không lương, nghỉ dưỡng sức, nghỉ chế độ thai sản, đi học, đi tập huấn, đi họp, "
    "đi thăm, đi dự, đi công tác, đi làm,"
    "đi viện, đi viếng, đi chơi, đi tham quan, nghỉ chăm con, thai sản, nghỉ dịch, đi nghỉ mát, đi "
    "giao lưu, đi thi"
)
# Of those, who are still members all the same.
ON_LEAVE = _phrases(
    "nghỉ thai sản, nghỉ sinh, nghỉ đẻ, nghỉ ốm, nghỉ phép, nghỉ không lương, nghỉ dưỡng sức, nghỉ "
    "chế độ thai sản,"
    "nghỉ chăm con, thai sản"
)
# Weak words: one of them names who came or left only with people, or told with the other.
WEAK = _words("thêm vào ra nhận tuyển bớt đi mất nghỉ chuyển hưu chết")
WOMEN, MEN = _phrases("nữ, nữ giới, là nữ"), _phrases("nam, nam giới, là nam")
OF_WOMEN = _phrases("cô, cô giáo, cô nuôi, chị, chị em, bà, em gái, nữ")
OF_MEN = _phrases("thầy, thầy giáo, anh, ông, chú, cậu, nam")
PEOPLE = _phrases(
    "đồng chí, dc, đc, đv, đoàn viên, người, ng, bạn, em, cháu, bác, cán bộ, cb, gv, giáo viên, bác "
    "sĩ, bs, y sĩ, y tá,"
    "điều dưỡng, hộ lý, dược sĩ, công nhân, cn, nhân viên, nv, viên chức, công chức, lao động, nld, "
    "kỹ sư, bảo vệ,"
    "kế toán, trường hợp, anh em, anh chị em, anh chị, đvcđ, cnlđ, thầy cô, bà con, thành viên, hợp "
    "đồng, lái xe"
)
TITLES = _phrases(
    "cô, thầy, anh, chị, ông, bà, bác, chú, cậu, em, cháu, đồng chí, đc, dc, bạn, cô giáo, thầy giáo"
)
WITHIN = _phrases(
    "trong đó, trong đó có, trong số đó, trong số đó có, gồm, bao gồm, gồm có, tđ, td, có, trong ấy"
)
ALL_WOMEN = _phrases(
    "nữ cả, đều nữ, đều nữ cả, đều là nữ, đều là nữ cả, toàn nữ, toàn là nữ, nữ hết, đều là chị em, "
    "cả hai nữ,"
    "cả hai là nữ, cả hai đều nữ, cả hai đều là nữ, đều nữ hết, là nữ cả, là nữ hết, nữ tất, toàn chị em"
)
ALL_MEN = _phrases(
    "nam cả, đều nam, đều nam cả, đều là nam, đều là nam cả, toàn nam, toàn là nam, nam hết, cả hai "
    "nam, cả hai là nam,"
    "cả hai đều nam, cả hai đều là nam, là nam cả, là nam hết, không có nữ, ko có nữ, không nữ"
)
NOT = _words("không ko k kh khg hông hong hổng chẳng chả chưa")
# Between "không" and the word for who came or left, and behind that word.
BEFORE_NONE = _words(
    "có ai người nào đồng chí đoàn viên đv đc dc phát sinh được hề thấy biến động sự ca trường hợp "
    "thêm việc ng công tác"
)
AFTER_NONE = _words(
    "ai cả gì hết nào nữa được em anh chị ạ a nhé nhe nha luôn đâu người đồng chí đoàn viên đv mới "
    "thêm đi đc dc rồi j gi có"
    " trong kỳ tháng này phát sinh cháu bác ngoài"
)
# Between a word for who came or left and the figure.
LINKS = _words(
    "là được thêm mới có thì số lượng trong kỳ này đoàn viên đv lại đi mất tổng cộng cũng đã còn "
    "tháng vừa rồi người"
)
# What lines count that are not of members: a clause with one of these tells of something else.
TOPICS = _phrases(
    "tuyên truyền, gặp mặt, chia tay, tiễn, mừng, tri ân, tt, buổi, lượt, đối thoại, thỏa "
    "ước, thoả ước, thăm, quà, suất, tiền, triệu, "
    "sáng kiến, sk, tập huấn,"
    "lớp, dự, họp, hội nghị, giao lưu, tọa đàm, toạ đàm, trao, tặng, viếng, hiếu, phong bì, nổi "
    "bật, khó khăn, kiến nghị, tham gia,"
    "tham dự, cuộc, nghe, tổ chức, ủng hộ, hội thao, học, thi, khám, xe, kế hoạch, ốm, phổ biến"
)
# Behind «nữ» these say how many there are now.
STANDING = _words("vẫn hiện còn lên là giờ cuối nay tổng thành bây như giữ ko không k đang")
LABELS = _phrases("tổng, tổng số, hiện, hiện có, hiện nay, nữ, chị em, cuối kỳ, đầu kỳ")
# A clause with one of these is vague, planned, of other times, a correction or a question: left as it is.
VAGUE = _phrases(
    "khoảng, gần, hơn, chừng, tầm, hình như, chắc, có lẽ, dự kiến, dự định, sẽ, sắp kết nạp, sắp "
    "nghỉ, sắp vào, sắp về, sắp chuyển, sắp tới, đang, định, nếu, cả năm,"
    "năm nay, từ đầu năm, đầu năm, luỹ kế, lũy kế, cộng dồn, quý, tháng trước, tháng sau, kỳ trước, "
    "kỳ sau, tháng tới,"
    "năm ngoái, năm trước, làm đơn, nộp đơn, hồ sơ, đề nghị, đang xét, mấy, vài, bao nhiêu, so với, "
    "hụt, hoặc, hay, chỉ tiêu,"
    "phấn đấu, kế hoạch, đã báo, báo sót, ai đó, đợt tới, sang năm, dự tính, chuẩn bị, ít nhất, "
    "nhiều nhất, trên, dưới"
)
RIGHTING = _phrases(
    "nhầm, lộn, sửa, chứ không, chứ ko, chứ k, không phải, ko phải, k phải, đính chính, thay vì, "
    "đổi thành, à quên,"
    "ý là, ghi sai, lại thành"
)
# Told of a longer time than the month.
SINCE = _phrases("cả năm, từ đầu năm, đầu năm, luỹ kế, lũy kế, cộng dồn, từ đầu nhiệm kỳ, từ đầu quý")
THIS_TIME = _phrases(
    "tháng này, kỳ này, riêng tháng này, riêng kỳ này, trong tháng, trong kỳ, tháng này thì, trong "
    "tháng này, trong kỳ này"
)
# Behind a figure these count something else.
UNITS = _words(
    "buoi cuoc suat luot lan lop dot phan tui hop trieu tr k nghin ngan dong thang nam ngay tuan "
    "gio tuoi km de sang"
    " tham phieu chau km cu ty vong"
) - {"chau", "nam"}
NUMERALS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
MARKED_ONLY = frozenset({"nam", "sau", "ba"})  # another word as well where typed without diacritics
JOINS = frozenset({"với", "và", "cùng", "voi", "va", "còn", "con", "nhưng", "mà", "cộng"})
