"""The words of visits and gifts, as data: what is visited, what is given, what money is said to be."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a visit is called, as spelt; «tham gia», «tham quan» are other words.
VISITS = ("thăm", "viếng", "phúng viếng", "chia buồn", "mừng cưới", "mừng đám cưới", "phúng điếu")
NOT_VISITS = _words("gia du muu luan khao nhung quan chieu nhap nien")
OF_HOME = "dinh"  # «tham gia dinh» is a visit after all
# What a visit is for: a name of visits right before their figure.
REASONS = (
    "ốm", "ốm đau", "sinh", "sinh đẻ", "cưới", "hiếu", "hỉ", "hỷ", "hiếu hỉ", "hiếu hỷ", "đẻ", "sinh con", "thai sản",
    "đám cưới",    "đám ma", "đám tang", "đám hiếu", "đám hỉ", "tai nạn",
)  # fmt: skip
# What may stand behind people that are told with their figure: «1 đc ốm 300k».
SICK = _words("om de")
# A figure before one of these, at the beginning of a part, counts visits: «1 đám hiếu», «3 ca ốm».
CASES = _words("ca dam")
HOMES = _words("nha ho gd cu")
TIMES = _words("luot lan chuyen")
GIFTS = ("quà", "suất", "xuất")
NOT_GIFTS_BEHIND = _words(
    "hoa ket hieu vua thang thoi thong trai nam tuan ky ngay hom bo gian dot san nang de dip mua"
)
NOT_GIFTS_BEFORE = _words("sac hien phat an luong ngay")
GIVING = ("tặng", "trao", "phát", "biếu", "trao tặng")
NOT_GIVING_BEFORE = _words("dong sinh trien doi huy bieu hien giay bang co ky")
PRAISE = _words("giay khen huy")  # given too, and no gifts
FEASTS = ("trung thu", "sinh nhật", "tết", "8/3", "20/10", "1/6", "20/11", "27/7", "22/12")
PARCELS = _words("suat xuat phan tui hop goi mon thung gio lang bo cai chiec")
OPENING_PARCELS = _words("suat xuat qua")  # those that tell of gifts with nothing else beside
# Who is visited or given to, as counted.
PEOPLE = _words(
    "nguoi ng dc dv dvcd thay co anh chi em ban ong ba bac chu cu chau hs be nv cn nld cnld cb gv giao can cong"
    " nhan doan dong hoc nu ho gd gia nha ca dam truong hoan ldld hv vien tre cap"
)
NO_PEOPLE = {"cong": _words("doan"), "doan": _words("phi"), "truong": _words("thcs th thpt mn minh em")}
# One person: a title before a name; the relation of somebody before a title or a name.
TITLES = ("cô", "thầy", "chị", "anh", "ông", "bà", "bác", "chú", "cụ", "cậu", "mợ", "dì", "đc", "đồng chí")
RELATIONS = (
    "mẹ", "bố", "vợ", "chồng", "con", "cháu", "gia đình", "nhà", "má", "cha", "thân mẫu", "thân phụ", "mẹ đẻ", "bố đẻ",
    "gđ", "đoàn viên", "em", "bạn", "y tá", "bác sĩ", "giáo viên", "đv", "mẹ vợ", "bố vợ", "mẹ chồng", "bố chồng",
    "công nhân", "học sinh", "em trai", "em gái", "anh trai", "chị gái", "cô giáo", "thầy giáo", "ông nội", "bà nội",
    "ông ngoại", "bà ngoại", "tứ thân phụ mẫu", "con gái", "con trai", "đám cưới", "đám tang", "đám ma", "đám hiếu",
)  # fmt: skip
# Behind a title these make no name of it: «anh em», «chị em», «cô nào», «em ạ».
NO_NAMES = _words(
    "em chi anh nao gi ai a ah nhe nha oi cac may nhung nhieu doan vien cong nhan nghi va voi om moi deu khong ko k"
    " chua thi la con dau chau ban hoc sinh ngheo kho khan lao dong giao nguoi cung hoan truong liet si"
)
THAT_ONE = _words("ay ta nay")
# Between the word for a visit and who is visited.
BETWEEN = _words(
    "hoi om dau di duoc vieng tham benh vien nam sinh de cho toi luc mung cuoi dam ma hieu hy hi tang va chia buon"
    " phung dieu cua mat co them ca thi nguoi"
)
SEVERAL = _words("cac may nhung nhieu vai")
# What says that a sum is for each.
EACH = "mỗi"
ONE_OF = _words("suat xuat phan lan luot nguoi ng ca chau dam ho nha em chi co dc hop tui")
# Money that is told to be all, or the money itself.
TOTALS = ("tổng", "tổng cộng", "tất cả", "cộng lại", "tổng số tiền", "tổng tiền", "tổng kinh phí")
MONEY = ("tiền", "số tiền", "kinh phí", "trị giá", "giá trị", "hết", "chi", "tiền mặt")
OF_ALL = _words("gom trong")  # «hết 2.350.000 gồm …»
# What money goes to besides the words above.
SPENT_ON = _words(
    "phung vong hoa bieu phong bi ung ho tro mua sua qua tien trai cay huong le vieng hop thung duong banh keo"
    " phan suat trao tang cho them va voi ca la het chi tong cong tat so mat gom gia tri moi cong doan cd ben em"
    " truong minh don vi toi ay kinh phi thi co cung deu tung ra khoang nen duoc roi chan tham hoi di dam mung cuoi"
    " cua a ah nhe nha da nhe luon thoi bang khoan nua bo bang_khen ao am con lai an ui dong vien chuc tat dong"
)
# Whose money or gifts it is, if not the union's own.
OUTSIDE = (
    "tự góp", "góp tiền", "quyên góp", "không tính", "ko tính", "k tính", "chuyên môn", "cấp trên", "liên đoàn",
    "lđlđ", "công đoàn ngành", "công đoàn huyện", "công đoàn tỉnh", "quỹ còn", "còn quỹ", "tồn quỹ", "nộp về",
    "phụ huynh", "mạnh thường quân", "nhà tài trợ", "chính quyền", "ủng hộ quỹ", "quỹ vì người nghèo",
    "quỹ còn có", "còn có", "nhà trường hỗ trợ", "nhà trường tặng", "công ty tặng", "xã tặng", "huyện tặng",
    "tỉnh tặng", "quà của", "còn tồn", "góp riêng", "bỏ tiền túi", "tiền túi", "cá nhân",
)  # fmt: skip
LATER = ("tháng sau", "tháng tới", "kỳ sau", "để sau", "sẽ", "dự kiến", "kế hoạch", "sắp")
NOT = _words("khong ko k kh khg hok hong hk chang cha")
NOT_YET = "chua"
DEEDS = _words("lam di tang tham chi phat trao to thuc")
# What may stand beside a word for none.
BESIDE_NONE = _words(
    "co ky to chuc phat sinh duoc ai them nao nguoi truong hop thuc hien di lam suat gi j ca het thi la cung deu dau"
    " a ah nhe em chi anh nha e va thang nay minh ben don vi nao luot tang cho om dau hoi hieu hy hi dv doan vien"
    " cong dong xu ti dong trong ky con voi bac ps qua tham luon tien nha truong cd dc cac muc hai deu phan cap"
)
# Words around the figures that say nothing more.
COURTESY = _words("tien a ah da vang nhe nha em chi anh oi roi het thoi xong ok bac chau")
# The figures before these are of money: «= 300».
THOUSAND = ("nghìn", "ngàn")
# Names of other lines that in a sentence about people are none.
WEAK_NAMES = _words(
    "nghi huu viec moi vao ra chuyen di thoi chi em nu luot l lg du nguoi boi duong tang dv don vi cong tac truong cuoi"
    " ky buoi b so tong tham"
)
COMING = _words("ve den toi nguoi ng tham")  # to a session, beside «dự»
# A number in words without anything counted behind it is one behind these.
BEFORE_SPELT = _words("tham hoi om qua suat vieng la luot hieu")
# Visits that are one where nothing else is said: «viếng 500k».
ONE_EACH = _words("vieng phung chia mung")
# What a bare figure behind is counted in, if it is neither visits nor gifts.
OTHER_UNITS = _words(
    "tuan thang nam ngay gio lop khoa to phong hom nguyet dot buoi cuoc km m lit kg can diem"
)
# A message with one of these puts something right, or is not sure of what it says.
RIGHTING = (
    "nhầm", "lộn", "à không", "à quên", "ý quên", "ơ không", "ấy không", "ý không", "khoan đã", "chứ không", "chứ ko",
    "chứ k", "thay vì", "sửa", "đổi thành", "đính chính", "hình như", "chưa chắc", "không chắc", "ko chắc", "k chắc",
    "có lẽ", "chắc là", "như tháng trước", "không nhớ", "ko nhớ", "không rõ", "ko rõ", "chưa rõ", "k rõ",
)  # fmt: skip
# That a unit did nothing of the kind: «chưa làm gì», «không chi gì cả».
NOTHING = _words("gi j zi")
UNKNOWN = _words("lieu ro biet hop ke xong nho chac")
A_SUM = 50  # a bare figure of so much may be money, in thousands: «thăm thầy Mào 300»
# Words of visits of one kind.
KINDS = _words("om hieu hi hy de sinh cuoi tang ma san nan mo benh vieng phung buon mung")
# Words that begin a name: «cô Hoa sinh em bé mỗi cô 300k».
PERSON = _words("co thay chi anh ong ba bac me bo chu cu")
# Who came to something was not visited: «30 người dự».
CAME = _words("du nghe hop")
# Who went along is not visited: «chị Hoa đi cùng».
BESIDE_VISITORS = _words("cung dien theo dan")
GREETING = _words("da kinh chao alo thua")
