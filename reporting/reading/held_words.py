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
NOT_NOW = frozenset(
    {
        ("hoc", "sinh"),
        ("thang", "truoc"),
        ("ky", "truoc"),
        ("quy", "truoc"),
        ("nam", "truoc"),
        ("nam", "ngoai"),
        ("thang", "nay"),
        ("ky", "nay"),
        ("dau", "nam"),
        ("ca", "nam"),
        ("trong", "do"),
    }
)
# The month reported, which counts against another where one is told besides.
NOW = frozenset({("thang", "nay"), ("ky", "nay")})
EARLIER = _words("truoc ngoai roi qua cu dau nam quy luy ke")
# Words behind a figure that leave it what it is.
BEHIND = _words("a ah nhe nha em chi anh thoi du den nghe tham gia hoc luot nguoi duoc co mat")
# The sum of what was told one by one.
SUM = _words("tong cong")
# Who came, in words that may name another line.
WHO = _words("chi nu co anh nam thay ong ba em")
# What classes and days of training are counted in.
CLASSES = _words("buoi cuoc dot gio hom khoa lan lop ngay tieng tuan")
# Behind these a figure is an order: «lớp 1».
ORDERS = _words("buoi dot khoa lan lop thu")
# What a clause about training goes on with.
GOING = _words("buoi ca co cu di do don dot du duoc gom khoa la lop minh moi mot o tai truong")
# None.
NONE = _words("cha chang hok hong k kh khg khong ko")
# What joins the names of several lines.
JOINING_LINES = _words("cung hay hoac lan va voi vs")
# What says nothing beside them.
BESIDE_LINES = _words(
    "2 3 a ah anh ba ban ben ca chi chuc co con cung cuoc dau dc deu don duoc em gi hai het j ky la"
    " luon minh moi nao nay nha nhe phat ps roi sinh tat thang thi thoi to van vi"
)
