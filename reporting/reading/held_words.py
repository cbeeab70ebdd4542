"""The words around the sessions a unit held and those who came, as data; folded."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SESSIONS = _words("buoi cuoc b")
# What stands before the order of a session: «buổi 1», «lớp thứ 2».
ORDERED = _words("buoi thu lop dot ngay lan khoa")
# Before a figure these make it a rough one.
ROUGH = _words("khoang tam gan hon tren duoi chung uoc co nhat nhieu")
# A clause with one of these tells no session, or not how many came to one; two words together below.
NOT_ONE = _words("tong khoang vang thieu hs chau tre tien het them nua")
NOT_NOW = frozenset({
    ("hoc", "sinh"), ("thang", "truoc"), ("ky", "truoc"), ("quy", "truoc"), ("nam", "truoc"), ("nam", "ngoai"),
    ("thang", "nay"), ("ky", "nay"), ("dau", "nam"), ("ca", "nam"), ("trong", "do"),
})
# Words behind a figure that leave it what it is.
BEHIND = _words("a ah nhe nha em chi anh thoi du den nghe tham gia hoc luot nguoi duoc co mat")
# The sum of what was told one by one.
SUM = _words("tong cong")
