"""What a message says of all the lines it does not name."""

import pytest

from reporting.reading.rest import said_of_rest

NONE = [
    ("còn lại không", ""),
    ("còn lại ko có gì em nhé, gửi đi", ""),
    ("mấy mục còn lại ko có", ""),
    ("các cái kia không", ""),
    ("- Còn lại: 0", ""),
    ("còn lại đều là không ạ", ""),
    ("con lai ko co", ""),
    ("mấy cái sau không có", ""),
    ("các phần khác chưa làm gì", ""),
    ("những cái còn lại thì không phát sinh gì cả ạ", ""),
    ("các hoạt động khác tháng này chưa tổ chức được", ""),
    ("Các nội dung khác không phát sinh.", ""),
    ("xong r đó, mấy mục kia ko có", "xong r đó"),
    ("đối thoại 1 lần còn lại k có", "đối thoại 1 lần"),
    ("kết nạp 2 chị, nữ thành 32, còn lại bằng 0 hết", "kết nạp 2 chị, nữ thành 32"),
    ("quà 2; các mục còn lại đều ko; nữ như cũ", "quà 2\nnữ như cũ"),
    ("1 buổi 12 người, còn lại xã báo không có gì, gửi luôn nhé", "1 buổi 12 người"),
    ("không phát sinh các mục khác", ""),
    ("Số liệu thì tuyên truyền 1 buổi, ngoài ra không có gì", "Số liệu thì tuyên truyền 1 buổi"),
    ("tháng này trường em không có gì mới, chỉ đi thăm 1 cô ốm. Còn lại không", "đi thăm 1 cô ốm."),
    ("Tháng này k có gì, có mỗi thăm 1 cô ốm 300k", "thăm 1 cô ốm 300k"),
    ("không có gì ngoài thăm 1 cô ốm 300k", "thăm 1 cô ốm 300k"),
    ("k có gì đâu em, nữ vẫn 45", "nữ vẫn 45"),
    ("Tháng 10 chỉ có kết nạp 2 đv, ủng hộ 2 triệu. Hết.", "kết nạp 2 đv, ủng hộ 2 triệu"),
    ("Cả tháng ko có hoạt động gì, số liệu bằng 0 hết, nữ vẫn 45", "Cả tháng ko có hoạt động gì\nnữ vẫn 45"),
]
SAME = [
    ("các mục khác như cũ", ""),
    ("phần còn lại không đổi", ""),
    ("giảm 1 rồi nhé còn lại y nguyên", "giảm 1 rồi nhé"),
    ("như tháng trước thôi em, chỉ có 1 buổi tuyên truyền 30 ng", "1 buổi tuyên truyền 30 ng"),
    ("số liệu giống tháng trước chỉ khác tuyên truyền 2 buổi", "tuyên truyền 2 buổi"),
    ("Số liệu giống hệt tháng trước, chỉ khác là tháng này không kết nạp", "tháng này không kết nạp"),
]
NOTHING_OF_IT = [
    "quy cong doan chi 20tr, con lai cong ty",
    "còn lại 46 nữ",
    "nữ còn lại 46",
    "nữ còn lại không đổi",
    "còn lại không rõ",
    "còn lại chưa biết",
    "giảm 2 còn lại 70",
    "các mục khác mai em gửi",
    "còn lại như mọi khi",
    "còn lại nữ như cũ",
    "ngoài ra thăm 2 đ/c nằm viện",
    "còn lại để em hỏi đã",
    "tháng này không có gì",
    "nghỉ hưu 2, còn lại không nghỉ ai",
    "như tháng trước",
    "như tháng trước, 1 buổi 54 người",
    "không có gì, để mai chị báo",
    "đối thoại không có gì, quà 2",
]


@pytest.mark.parametrize(("text", "before"), NONE)
def test_nothing_of_the_rest(text: str, before: str) -> None:
    found = said_of_rest(text)
    assert found is not None
    assert (found.before, found.of) == (before, "none")


@pytest.mark.parametrize(("text", "before"), SAME)
def test_the_rest_as_before(text: str, before: str) -> None:
    found = said_of_rest(text)
    assert found is not None
    assert (found.before, found.of) == (before, "same")


@pytest.mark.parametrize("text", NOTHING_OF_IT)
def test_nothing_is_said_of_the_rest(text: str) -> None:
    assert said_of_rest(text) is None
