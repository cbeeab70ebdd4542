"""The words beside figures that a sentence gives to lines by name, as data; folded where they are single words."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What may stand between the name of a line and its figure.
LINKS = (
    "là", "phải là", "chỉ", "chỉ có", "có", "còn", "thành", "bằng", "được", "đúng là", "vẫn là", "vẫn", "mới là",
    "đã là", "cũng là", "cũng thành", "lên", "mới có", "chỉ là", "chính xác là", "thật ra là", "thì là", "của em là",
)  # fmt: skip
# What says that there is none of a line.
NONE = frozenset({"ko", "khong", "k", "hok", "hong", "khg"})
# What may stand behind a figure and says nothing more.
AFTER = _words(
    "lan luot suat buoi cuoc ban nguoi ng dong chi dc dv doan vien sang kien lg sk d thoi nhe nha ah a nhi ma moi dung"
    " roi day do co chu e em c chi anh oi luon rui r con nua me gi het may ca vay the"
)
# What may stand before a figure that stands before the name.
BEFORE = _words(
    "y e em la da a uh u co thi ma chi dung phai minh toi thuc that ra nham chet oi tong cong khoan o"
)
# Words of a unit that, beside a name, name nothing more.
UNNAMED = frozenset({"ng", "nguoi", "so", "luot", "du"})
# Units of several lines: a figure before one alone names none of them.
SHARED = frozenset({"luot", "l", "lg"})
# After «mới»: «mới là 3» is no «mỗi».
AFTER_NEW = frozenset({"la", "dung", "co", "ket", "thanh"})
# What is counted otherwise than a report counts: distances, hours, weights.
OTHER_UNITS = ("km", "cây số", "cay so", "giờ", "gio", "phút", "phut", "h", "kg", "tuổi", "tuoi")
