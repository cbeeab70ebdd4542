"""Words in dates, with and without diacritics: data only. Patterns are over folded text."""

# Days counted from today; people who say them mean just that day.
RELATIVE = {
    0: """
hôm nay, hnay, h.nay, ngày hôm nay, bữa nay, bửa nay, nay, sáng nay, trưa nay, chiều nay, tối nay, hôm ni,
trong hôm nay, ngày nay, hn
""",
    -1: """
hôm qua, hqua, h.qua, ngày hôm qua, bữa qua, sáng qua, trưa qua, chiều qua, chiều hôm qua, tối qua,
tối hôm qua, sáng hôm qua, đêm qua, hq
""",
    -2: "hôm kia, ngày hôm kia, bữa kia, hkia",
}
# The same, to be asked back: slips are near, or the day has not come.
RELATIVE_ASKED = {
    0: "bây giờ, hiện tại, lúc nãy, vừa xong, mới đây thôi, hôm nay hoặc mai",
    -3: "=hôm kìa, =bữa kìa",
    -1: "qua",
    1: "mai, ngày mai, sáng mai, chiều mai, tối mai, mơi, bữa mai, hôm sau, ngày hôm sau",
    2: "ngày kia, mốt, ngày mốt, ngày mốt nữa, mai mốt",
}
NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
MONTHS_BY_NAME = {"gieng": 1, "chap": 12}
WEEKDAYS = {
    "2": 0, "hai": 0, "3": 1, "ba": 1, "4": 2, "tu": 2, "5": 3, "nam": 3, "6": 4, "sau": 4, "7": 5, "bay": 5,
}  # fmt: skip
# Feasts of the lunar year, and days of the common one, by name: day and month.
LUNAR_FEASTS = {
    "trung thu": (15, 8), "vu lan": (15, 7), "doan ngo": (5, 5), "gio to": (10, 3), "gio to hung vuong": (10, 3),
    "phat dan": (15, 4), "ong cong ong tao": (23, 12), "ong tao": (23, 12), "nguyen tieu": (15, 1),
    "nguyen dan": (1, 1),
}  # fmt: skip
SOLAR_FEASTS = {
    "quoc khanh": (2, 9), "quoc te lao dong": (1, 5), "quoc te phu nu": (8, 3), "phu nu viet nam": (20, 10),
    "nha giao viet nam": (20, 11), "nha giao": (20, 11), "giai phong mien nam": (30, 4), "duong lich": (1, 1),
    "tet tay": (1, 1), "thuong binh liet si": (27, 7), "thanh lap cong doan": (28, 7),
    "thanh lap cong doan viet nam": (28, 7),
}  # fmt: skip
# Words a date is made of: none of them is taken for idle talk beside it.
OF_DATES = """
ngay thang nam hom bua nay qua kia mai mot hai ba bon tu sau bay tam chin muoi mung mong ram tet tuan thu cn
chu nhat al am lich truoc roi sau toi ngoai quy ky gieng chap dau cuoi giua trung vu lan cach day sang trua
chieu dem vua hien bay gio th t thg khoang tam chung do to hung vuong nguyen tieu dan ong tao cong phat gan
hon duoi tren quoc te khanh phu nu nha giao giai phong den tu va hoac hay moi
"""
