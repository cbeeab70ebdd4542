"""The simulator's page in a real browser, over the real demo: a month as people live it, and ways to use the page."""

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.page.conftest import Open
from tests.support.browser import DESK, Screen, running_demo

CHAIR, DEPUTY = ("ct-thpt-than-uyen", "Lê Thị Thu Hường"), ("pct-thpt-than-uyen", "Lò Văn Pâng")
SLOW_CHAIR = ("ct-thcs-ta-mung", "Giàng A Chứ")
LEADER = ("ld-chu-tich", "Lường Văn Thịnh")
PHONE = (390, 844)
LAPTOP = (1024, 768)


@pytest.fixture(scope="module")
def opening_day(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a demo at its opening day; its tests each take phones of their own and leave the clock alone."""
    with running_demo(tmp_path_factory.mktemp("demo")) as url:
        screen = Screen(browser, url)
        screen.jump("open")
        screen.close()
        yield url


@pytest.fixture
def fresh_demo(tmp_path: Path) -> Iterator[str]:
    with running_demo(tmp_path) as url:
        yield url


def picture(width: int = 64, height: int = 48) -> bytes:
    """A PNG of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xc8\x95\x1b" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


# --- a month ---


def test_a_month(browser: Browser, fresh_demo: str, watched: Open) -> None:
    screen = watched(browser, fresh_demo)
    expect(screen.by("clock-now")).to_have_text("thứ Tư, 11/10/2023, 16:00")
    screen.jump("open")
    expect(screen.by("clock-now")).to_have_text("thứ Năm, 12/10/2023, 08:00")
    receipt = chair_reports(screen)
    deputy_sees_it(screen, receipt)
    leader_asks(screen)
    reminder_comes(screen)


def chair_reports(screen: Screen) -> str:
    """Fills a whole report, one answer put right by editing it, and sends it. Gives the receipt's code."""
    screen.be(*DEPUTY)  # what came on opening day is seen
    expect(screen.by(f"badge-{DEPUTY[0]}")).to_be_hidden()
    screen.be(*CHAIR)
    screen.tap("Bắt đầu")
    screen.hears("Kết nạp mới")
    screen.say("1, 0, 46")
    screen.hears("72 đoàn viên", "Buổi tuyên truyền")
    mine = screen.messages("me").filter(has_text="1, 0, 46")
    mine.hover()
    mine.get_by_test_id("edit-message").click()
    screen.say("2, 0, 46")
    expect(screen.messages("me").filter(has_text="2, 0, 46").get_by_test_id("edited-mark")).to_be_visible()
    screen.hears("73 đoàn viên")
    screen.say("2, 75, 1, 0")
    screen.hears("Tiền chăm lo")
    screen.say("3, 8, 4 triệu")
    screen.hears("4.000.000 đồng", "Sáng kiến")
    screen.say("1, 4")
    screen.hears("13. ")
    screen.tap("Không có")
    screen.hears("14. ")
    screen.tap("Không có")
    screen.tap("Gửi báo cáo")
    screen.hears("Mã nhận", "73 đoàn viên")
    code = re.search(r"\w+-2310-\w+-1", screen.last().inner_text())
    assert code
    return code.group()


def deputy_sees_it(screen: Screen, receipt: str) -> None:
    expect(screen.by(f"badge-{CHAIR[0]}")).to_be_hidden()
    badge = screen.by(f"badge-{DEPUTY[0]}")
    expect(badge).to_be_visible()
    screen.be(*DEPUTY)
    screen.hears(receipt)
    expect(badge).to_be_hidden()


def leader_asks(screen: Screen) -> None:
    screen.be(*LEADER)
    screen.say("tiến độ")
    screen.hears(re.compile(r"\b1/\d\d đơn vị"), SLOW_CHAIR[1])
    screen.say("tổng hợp")
    screen.hears("Tổng hợp tháng 10/2023", "73 đoàn viên", "4.000.000 đồng")


def reminder_comes(screen: Screen) -> None:
    """Whoever has not sent is reminded; who has, is not."""
    screen.be(*SLOW_CHAIR)
    screen.hears("Hạn gửi")
    before = screen.messages().count()
    moment = screen.jump("remind")
    expect(screen.messages()).to_have_count(before + 1)
    expect(screen.last().locator("time")).to_have_attribute("datetime", moment)
    expect(screen.by("day")).to_have_count(2)
    expect(screen.choice("Bắt đầu")).to_be_visible()
    expect(screen.by(f"badge-{CHAIR[0]}")).to_be_hidden()


# --- ways to use the page ---


def test_a_photo_is_sent_seen_and_kept(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day)
    screen.be("ct-dai-truyen-hinh", "Thào A Vảng")
    with screen.page.expect_file_chooser() as chooser:
        screen.by("attach").click()
    chooser.value.set_files({"name": "phieu-thang-10.png", "mimeType": "image/png", "buffer": picture()})
    screen.hears("phieu-thang-10.png")
    image = screen.messages("me").last.get_by_test_id("image")
    shown = image.locator("img")
    expect(shown).to_have_js_property("naturalWidth", 64)
    assert screen.page.request.get(shown.get_attribute("src") or "").body() == picture()
    image.click()
    expect(screen.by("viewer")).to_be_visible()
    screen.by("viewer-close").click()
    expect(screen.by("viewer")).to_be_hidden()


def test_an_invitations_link_brings_its_code_along(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, f"{opening_day}?code=ABCD-EF23")
    screen.be("khach-1", "Lù Thị Hặc")
    expect(screen.by("message-input")).to_have_value("ABCD-EF23")
    screen.by("message-input").press("Enter")
    screen.hears("Chưa thấy mã mời này")
    screen.be("khach-2", "Mùa Thị Si")
    expect(screen.by("message-input")).to_have_value("")


def test_words_alone_are_enough(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day)
    screen.be("ct-dien-luc", "Lưu Văn Khôi")
    buttons = screen.by("choice").filter(visible=True)
    expect(screen.choice("Bắt đầu")).to_be_visible()
    screen.by("likeness-text").check()
    expect(screen.by("phone")).to_have_attribute("data-likeness", "text")
    expect(buttons).to_have_count(0)
    screen.say("bat dau")
    screen.hears("Kết nạp mới")
    screen.say("0, 0, như tháng trước")
    screen.hears("Buổi tuyên truyền", "Các mục này đều không")
    screen.say("xem")
    screen.hears("Còn thiếu dòng 4", "a) Các mục này đều không")
    expect(buttons).to_have_count(0)
    screen.say("a")
    screen.hears("Lượt thăm hỏi", "Các mục này đều không")
    screen.by("likeness-telegram").check()
    expect(screen.by("phone")).to_have_attribute("data-likeness", "telegram")
    screen.say("xem")
    expect(screen.choice("Các mục này đều không")).to_be_visible()


def within(outer: Locator, inner: Locator) -> bool:
    """Whether one box lies inside the other from left to right, give or take a rounding."""
    around, box = outer.bounding_box(), inner.bounding_box()
    assert around and box
    return around["x"] - 1 <= box["x"] and box["x"] + box["width"] <= around["x"] + around["width"] + 1


def test_on_a_phone(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day, PHONE, touch=True)
    panel, toggle = screen.by("people-panel"), screen.by("people-toggle")
    expect(panel).to_be_hidden()
    toggle.tap()
    expect(panel).to_be_visible()
    screen.page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(toggle).to_be_focused()
    toggle.tap()
    screen.be("ct-tieu-hoc-dao-san", "Sùng A Páo")
    expect(panel).to_be_hidden()
    expect(screen.by("help")).to_be_hidden()
    screen.choice("Bắt đầu").tap()
    screen.hears("Kết nạp mới")
    screen.say("0, 0, như tháng trước")
    screen.hears("Buổi tuyên truyền")
    expect(screen.choice("Các mục này đều không")).to_be_in_viewport(ratio=1)
    for part in [
        screen.by("composer"),
        screen.by("clock"),
        *screen.by("message").all(),
        *screen.by("choice").all(),
    ]:
        assert within(screen.page.locator("body"), part)
    expect(screen.page.locator("html")).to_have_js_property("scrollWidth", PHONE[0])
    screen.page.reload()  # a phone that slept comes back to the same conversation
    screen.hears("Buổi tuyên truyền")


def test_with_the_keyboard_alone(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day)
    keys, box = screen.page.keyboard, screen.by("message-input")
    keys.press("Control+k")
    expect(screen.by("people-search")).to_be_focused()
    keys.type("quyet tien")
    keys.press("Enter")
    expect(screen.by("phone")).to_have_attribute("data-person-id", "ct-duoc-quyet-tien")
    expect(box).to_be_focused()
    expect(screen.choice("Bắt đầu")).to_be_visible()
    for _ in range(10):
        if screen.choice("Bắt đầu").evaluate("button => button === document.activeElement"):
            break
        keys.press("Shift+Tab")
    expect(screen.choice("Bắt đầu")).to_be_focused()
    keys.press("Enter")
    screen.hears("Kết nạp mới")
    expect(box).to_be_focused()
    keys.type("1, 1, 18")
    keys.press("Enter")
    screen.hears("Kết nạp mới: 1", "Buổi tuyên truyền")
    keys.press("ArrowUp")
    expect(box).to_have_value("1, 1, 18")
    keys.press("Escape")
    expect(box).to_have_value("")
    keys.press("ArrowUp")
    keys.press("Home")
    keys.press("Delete")
    keys.type("3")
    keys.press("Enter")
    screen.hears("Kết nạp mới: 3")
    keys.type("một")
    keys.press("Shift+Enter")
    keys.type("hai")
    expect(box).to_have_value("một\nhai")


def test_a_long_answer_is_read_from_its_first_line(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day, LAPTOP)
    screen.be("ld-pho-chu-tich-1", "Nguyễn Hồng Hạnh")
    screen.say("tiến độ")
    screen.hears("Tiến độ tháng 10/2023")
    log, answer = screen.by("messages"), screen.last()
    expect(screen.by("to-end")).to_be_visible()
    top, first = log.bounding_box(), answer.bounding_box()
    assert top and first and first["height"] > top["height"] and top["y"] <= first["y"] < top["y"] + 40
    screen.by("to-end").click()
    expect(screen.choice("Tổng hợp")).to_be_in_viewport(ratio=1)
    expect(screen.by("to-end")).to_be_hidden()
    for width, height in (DESK, PHONE, LAPTOP):  # a window that changes its shape stays at the end
        screen.page.set_viewport_size({"width": width, "height": height})
        expect(screen.choice("Tổng hợp")).to_be_in_viewport(ratio=1)
