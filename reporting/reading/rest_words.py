"""How chairs speak of all that a message has not named, as patterns over folded text."""

NOT = r"(?:0|khong|ko|k|kh|khg|khum|hok|hong|hem|chang|cha|chua)"
ANY = r"(?:gi|j|zi|ji|ai|viec gi|hoat dong gi|hoat dong nao|muc nao)"
COURTESY = (
    r"(?:[\s,]+(?:a|ah|nhe|nha|nhen|em|chi|anh|bac|chau|ban|co|thay|ca|het|dau|luon|nua|roi|thoi|day|do|"
    r"em nhe|cam on))*"
)
# «gửi đi em» behind it: the card is shown first all the same.
SENDING = (
    r"(?:[\s,.;]+(?:gui|nop|chot)"
    r"(?:\s(?:di|luon|giup|gium|cho|ho|nhe|nha|em|chi|anh|a|toi|minh|bao cao)){1,5})?"
)
THINGS = (
    r"(?:muc|cai|so|so lieu|phan|dong|cau|chi tieu|noi dung|hoat dong|viec|mang|khoan|cot|o|tieu chi|dau muc|"
    r"thu|y|linh vuc|van de)"
)
ALL = r"(?:(?:tat ca|toan bo|ca|cac|may|nhung|moi|nhieu)\s){0,3}"
OTHERS = r"(?:con lai|khac|kia|con|nua|sau|duoi)"
REST = (
    rf"(?:{ALL}(?:{THINGS}\s(?:bao cao\s)?{OTHERS}|{THINGS}\s{THINGS}\s{OTHERS}|con lai)"
    rf"|ngoai (?:ra|nhung muc do|may cai do|cai do)|(?:phan|so) con lai)"
)
LINKS = (
    r"(?:[\s,:=]+(?:thi|la|deu|bang|cung|em|chi|anh|toi|minh|thang nay|ky nay|trong thang|trong ky|"
    r"don vi|truong|xa|phuong|ho|ben ay|ben do|bao|noi|ben em|ben minh|chung toi|bon em|hien|tam thoi|tam))*"
)
NONE = (
    rf"(?:{NOT}(?:\s(?:co|phat sinh|ps|lam|lam duoc|thuc hien|trien khai|to chuc|duoc))*(?:\sthem)?(?:\s{ANY})?"
    rf"(?:\s(?:moi|phat sinh|khac|dang ke))?(?:\s0)?)"
)
SAME = (
    r"(?:(?:van|y|giu|deu|het|cu|nhu)\s)*(?:nhu cu|nhu thang truoc|nhu thang roi|nhu ky truoc|nhu truoc|"
    r"y nguyen|giu nguyen|khong doi|ko doi|k doi|khong thay doi|ko thay doi|k thay doi|"
    r"van the|van vay|nhu the|giong thang truoc|giong ky truoc|bang thang truoc)"
)
MONTH = (
    r"(?:(?:ca|trong|thuc ra|thuc te)\s)?(?:thang|ky)\s(?:nay|vua roi|\d{1,2}(?:/\d{4})?)"
    r"(?:\s(?:thi|don vi|truong|ben|co quan|cong doan|cd|cdcs|xa|em|toi|minh|chung toi|bon em|nha truong))*"
)
OF_FIGURES = rf"(?:(?:so lieu|bao cao|moi thu|moi viec|tat ca|{MONTH})\s)+"
LIKE_LAST = (
    r"(?:(?:van|y|giong|het|ca bao cao|bao cao|chu yeu|co ban|giu|nguyen|tat ca|deu|cung)\s)*"
    r"(?:giong|nhu|bang|chang|het)\s(?:y\s|het\s|nhu\s)?(?:thang|ky)\s(?:truoc|trc|roi|vua roi|vua qua)"
)
