"""The words around figures in a dictated paragraph, as data: folded single words, or phrases of them."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def phrases(text: str) -> frozenset[tuple[str, ...]]:
    """Phrases of folded words, parted by commas."""
    return frozenset(tuple(part.split()) for part in text.split(","))


# People, as they are counted; the longest phrase has three words.
PEOPLE = phrases(
    "nguoi, ng, dong chi, dc, d c, doan vien, dv, dvcd, cong doan vien, thay, co, thay giao, co giao, giao"
    " vien, gv, anh, chi,"
    "em, ban, ong, ba, bac, chu, can bo, cb, cong nhan, cn, nhan vien, nv, lao dong, nguoi lao dong, nld,"
    " cnld, cnlđ, vien chuc,"
    "cong chuc, bac si, y ta, y si, dieu duong, ky su, lai xe, bao ve, hoc vien, thanh vien, anh chi em,"
    " anh em, chi em,"
    "truong hop, truong hop doan vien, th, ba con, doan vien nu, doan vien moi, nu doan vien"
)
# What a visit goes to, what a gift is, and what happens a number of times.
HOMES = phrases("gia dinh, gd, ho, nha, ho gia dinh, hoan canh, ca, dam, dam cuoi, dam tang, dam hieu")
PARCELS = phrases("phan, phan qua, tui, tui qua, hop, goi, cai, mon, mon qua, xuat, xuat qua, suat")
TIMES = phrases("lan, cuoc, buoi, dot")
PIECES = phrases("ban, cai, de tai, giai phap")
# Lines that count people, and those of the others: by a word of their names.
OF_PEOPLE = _words("nap giam nu nguoi tham huan duong vien")
OF_HOMES, OF_PARCELS, OF_TIMES, OF_PIECES = "tham", "qua", _words("cuoc buoi tham"), _words("uoc kien")
# Units: behind a figure of another line they name that line no more.
UNITS = _words(
    "buoi cuoc suat xuat luot lan lop dot ban phan tui hop goi mon cai chau tre hoc sinh hs gia ho nha"
    " ngay gio thang nam km"
    " phong to khoa truong xe may bo tam to doi nhom chuyen don vi cong ty ctv diem phan"
)
# What may stand between the name of a line and its figure, however many of them.
LINKS = _words(
    "la phai chi co con thanh bang duoc dung van moi da cung len chinh xac that ra thi cua om dau hoi hien"
    " dang tai cho cac"
    " tong so luot nguoi cuoi ky thang nay ca cong to chuc thuc trong bao gom den nay gom tat them dc"
    " khoang khoan tam gan"
    " hon chung do uoc it nhat nhieu het tri gia benh vien dinh dong chi doan qua tang hang ben em chi minh"
    " e don nha truong"
)
# What may stand behind a figure without a unit, or behind its unit.
AFTER = _words(
    "a ah nhe nha nhen e em chi anh c co thay oi thoi luon roi r dc duoc nua het tri gia moi voi cho va co"
    " trong tu om kho thi la"
    " da nhan dip tai cap o ve thang nam nay do dang ben con nhung ma tong tien x cung deu bi nghi xin vua"
    " den cong tren theo ky"
    " cuoi qua du dự tham dy lai dong chung viet nhe ok nhi day do gui bao cao nay"
)
# What may stand between people and what they did («1 đồng chí xin nghỉ hưu»).
DOING = _words(
    "da duoc bi xin vua moi co den tuoi di lam cong nhan dc cap thi nay nua lai phai cua nha truong don vi"
    " minh em tham gia"
)
# What parts a figure from the one before it and the people that came.
JOINING = _words("cho voi co duoc gom tong cong la so khoang luot nguoi du hut dc tham va khoan tam gan hon")
NOT = _words("khong ko k kh khg hok hong hk hem chang cha")
NOT_YET = frozenset({"chua"})
# What may stand beside "không" where it says that there was none of something.
NONE_BESIDE = _words(
    "voi co ky to chuc phat sinh duoc ai them moi cuoc buoi nao doan vien nguoi truong hop thuc hien di lam"
    " ban suat gi j ca het"
    " thi la cung deu dau a ah nhe em chi anh nha e van dc ps va thang nay minh ben don tham nao luot hoat"
    " dong mo dong"
)
# Behind an unmarked "moi" these make it "mỗi".
EACH_OF = _words("suat nguoi ng buoi phan cai chau luot cuoc lop dong gia doan hoan mon ho")
SPENT = _words("het chi tien gia kinh phi tong")
VAGUE = _words("khoang tam gan hon tren duoi chung uoc co it nhieu xap")
VAGUE_ANYWHERE = _words("khoang gan")
MORE = _words("them nua")
MOVES = _words("tang giam them bot")
# Those that stand in the way: the message puts something right, or says it is as it was.
RIGHTING = phrases(
    "nham, lon, khoan da, chu khong, chu ko, chu k, thay vi, sua, doi thanh, nhu cu, nhu thang truoc, nhu"
    " tren, van vay, van the,"
    "chua chac, khong chac, ko chac, k chac, hinh nhu, co le, chac la, khong nho, ko nho, khong ro, ko ro,"
    " chua ro, giu nguyen, dinh chinh, khong phai, ko phai, k phai, tat ca deu, nhu ky truoc, bang thang"
    " truoc, khong doi, khong thay doi"
)
# Number words, as they are spelt: those that may stand first, and all.
FIRST_NUMERALS = "một hai ba bốn năm sáu bảy bẩy tám chín mười"
NUMERALS = f"{FIRST_NUMERALS} mươi mốt lăm nhăm tư linh lẻ trăm chục rưỡi nghìn ngàn triệu"
MAGNITUDES = _words("nghin ngan trieu")  # a number word that ends so is a sum of money
# Before a numeral these make a name or an order of it: «thứ hai», «cô Năm».
NAMED_BY = _words(
    "thứ thu tháng thang ngày ngay quý quy lớp lop khối khoi tổ cô thầy anh chị bác chú ông bà lần số"
)
# Names that are no names where they stand alone.
WEAK = frozenset({("thoi",)})
CLOSE = frozenset({("ra",), ("vao",), ("moi",), ("tang",), ("nghi",), ("ra",)})
WOMEN = _words("nu chi")
# Units of several lines.
SHARED = frozenset({("luot",), ("l",), ("lg",)})
