"""The words of a change to a named line, as data: what stands around a figure, and what is done with it (folded)."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What may stand beside a line's name and its figure, and says nothing more.
AROUND = _words(
    "cai so dong muc cau chi tieu phan la thi cua cho em e toi minh chi anh co chu bac minh dc sua chua lai thanh giup"
    " ho voi nhe nha nhe nhen ah a da vang uh u oi nao di thoi dung moi phai ra con duoc chi da vua nay thang ky vay ro"
    " that hien om dau tang trao to chuc bi nham quen ghi de bao gom nua luon roi xin loi ma cung van tong o ben don vi"
    " khoan a nhi y doi sang bang tien lan nguoi ban co hom no kia lay nd noi dung muon bao cao bc xin len xuong"
)
# «giữ nguyên 3»: before a figure these say nothing more.
KEEPING = _words("giu nguyen van")
# What may stand between a line's name and its new figure (folded).
BETWEEN = _words("la thanh len xuong con gio nay hien dang phai dung co van cuoi ky so tong can sua lai")
MORE = ("thêm thêm", "tăng thêm", "cộng thêm", "thêm", "bổ sung")
LESS = ("bớt bớt", "bớt đi", "trừ đi", "giảm đi", "rút bớt", "giảm bớt", "bớt", "trừ")
# What says that there is nothing of a line, with only AROUND and NOBODY beside it.
NOTHING = ("không phát sinh", "không có", "ko có", "k có", "chẳng có", "không", "ko", "khong", "k")
EMPTY = ("xóa", "xoá", "bỏ", "để trống", "bỏ trống")
NOBODY = _words("gi j ai ca het dau nao")
# What says of a line that it is wrong, and the words that may then stand beside it (folded).
WRONG = _words("nham sai lon")
BESIDE_WRONG = _words("dv doan vien dc dong chi nguoi khong ko chua chinh xac dang bao nhap go ghi")
# Of «sửa …» that names no line (folded).
OF_THE_REPORT = _words(
    "bao cao bc so lieu phieu ban lai giup ho cho em chi anh toi a nhe voi da gui nay thang ky"
)
# How much something moved, before what it then is: «tăng thêm 1 nữa, thành 48», «trừ đi 1, còn 3».
MOVED = _words("tang giam them bot tru cong tu rut nua")
# What puts words in the place of a text line's.
BECOMES = (
    "sửa lại là",
    "sửa lại thành",
    "sửa thành",
    "sửa là",
    "ghi là",
    "ghi lại là",
    "đổi thành",
    "thành",
    "là",
)
# A reason begins with one of these, and changes nothing (folded).
REASONS = _words("vi do tai boi ly")
# What a message begins with that mends something said before (folded).
TAKING_BACK = _words("nham quen lon sua chua khoan")
# Units that name a line elsewhere, and none for themselves (folded).
UNITS = _words("buoi suat luot cuoc ban nguoi b l lg lan")
# The same with a colon behind it: «nổi bật sửa: …».
BECOMES_BY_COLON = ("sửa lại", "sửa", "ghi", "ghi lại", "đổi lại")
# Who is spoken to where the report is not read (folded), and how somebody says sorry to them.
ADDRESSED = _words("chau em chi anh bac co chu bot a ah")
SORRY = (
    "xin lỗi em",
    "xin lỗi chị",
    "xin lỗi anh",
    "xin lỗi cháu",
    "xin lỗi đồng chí",
    "thôi chết",
    "chết rồi",
    "ôi quên",
    "chị quên",
    "anh quên",
    "bác quên",
    "em quên",
    "cô quên",
    "chú quên",
    "tôi quên",
    "quên mất",
    "ôi trời",
    "trời ơi",
    "em ơi",
    "cháu ơi",
    "chị ơi",
    "anh ơi",
    "ơ sao",
    "ơ thế",
)
# Around «không có gì» said of the whole month (folded); one of the first must be said.
HAPPENED = _words("co phat ps dang")
MONTH = _words(
    "thang nay ky nay nam dot co quan truong don vi cong ty ben nha bao cao phat sinh hoat dong so lieu cong doan ca"
    " moi chau bac chu con thi nhe dau dc duoc ket nap viec ps de dang ke het gi hom nay nay xin them khac lam may"
)
# Beside «không có gì» that is said of no line (folded).
ANYTHING = _words("phat sinh ps them thay doi bien viec het lam khac hoat")
# Which of them say that what stands is all there is.
MORE_OR_OTHER = _words("them nua khac sua doi")
# Of a line for words, beside «không có»: its usual names (folded).
OF_WORDS = _words(
    "vuong mac kho khan kien nghi de xuat noi bat dac biet them lam hien tai ca het y kien gop viec"
)
# An order about a reason, and words that only point to others: neither is kept as a line's words unasked.
ABOUT_REASONS = (
    "bỏ giải thích",
    "xóa giải thích",
    "xoá giải thích",
    "bỏ lời giải thích",
    "bỏ lý do",
    "xóa lý do",
)
REFERRING = (
    "như trên",
    "như dưới",
    "giống trên",
    "như đã báo cáo",
    "như đã nói",
    "như trên nhé",
    "như trên ạ",
)
