"""The switch on the phone's frame: like Telegram, like an Official Account of Zalo, words alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.page.conftest import Open
from tests.support.browser import Screen, running_demo

SIZES = [(390, 844), (820, 1100), (1280, 800)]


@pytest.fixture(scope="module")
def opening_day(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_demo(tmp_path_factory.mktemp("demo")) as url:
        screen = Screen(browser, url)
        screen.jump("open")
        screen.close()
        yield url


def test_the_switch_by_keyboard(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day)
    screen.be("ct-dien-luc", "Lưu Văn Khôi")
    phone, keys = screen.by("phone"), screen.page.keyboard
    expect(phone).to_have_attribute("data-likeness", "telegram")
    expect(screen.page.get_by_role("radio", name="Telegram")).to_be_checked()
    screen.by("likeness-telegram").focus()
    keys.press("ArrowRight")
    expect(phone).to_have_attribute("data-likeness", "oa")
    expect(screen.by("likeness-oa")).to_be_focused()
    expect(screen.by("likeness-note")).to_contain_text("năm nút")
    keys.press("ArrowRight")
    expect(phone).to_have_attribute("data-likeness", "text")
    expect(screen.by("likeness-note")).to_contain_text("chữ cái")
    screen.page.reload()
    expect(screen.by("likeness-text")).to_be_checked()


def test_telegrams_menu_sends_a_command(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day)
    screen.be("ct-dai-truyen-hinh", "Thào A Vảng")
    screen.by("commands-toggle").click()
    expect(screen.by("command-batdau")).to_be_focused()
    screen.page.keyboard.press("ArrowDown")
    expect(screen.by("command-xem")).to_be_focused()
    screen.page.keyboard.press("Escape")
    expect(screen.by("commands")).to_be_hidden()
    expect(screen.by("commands-toggle")).to_be_focused()
    screen.by("commands-toggle").click()
    screen.by("command-batdau").click()
    screen.hears("Kết nạp mới")
    expect(screen.messages("me").last).to_contain_text("/batdau")
    screen.by("likeness-oa").check()
    expect(screen.by("commands-toggle")).to_be_hidden()


def test_an_accounts_old_buttons_stay_and_answer(browser: Browser, opening_day: str, watched: Open) -> None:
    screen = watched(browser, opening_day)
    screen.be("ct-tieu-hoc-dao-san", "Sùng A Páo")
    screen.by("likeness-oa").check()
    screen.say("bắt đầu")
    expect(screen.by("phone-status")).to_contain_text("tin thường đến T7 14/10, 08:00")
    screen.hears("Kết nạp mới")
    prompt = screen.messages().filter(has_text="Đến kỳ báo cáo").last
    widths = [button.bounding_box() for button in prompt.get_by_test_id("choice").all()]
    assert all(box for box in widths) and len({box["y"] for box in widths if box}) == len(widths) == 3
    screen.say("0, 0, như tháng trước")
    screen.hears("Buổi tuyên truyền")
    mine = screen.messages("me").count()
    old = prompt.get_by_role("button", name="Để sau")
    expect(old).to_be_visible()
    old.click()
    screen.hears("Nút này thuộc tin nhắn cũ")
    expect(screen.messages("me")).to_have_count(mine)


def test_a_quiet_month_ends_with_a_template(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory, watched: Open
) -> None:
    with running_demo(tmp_path_factory.mktemp("month")) as url:
        screen = watched(browser, url)
        screen.be("ct-thpt-than-uyen", "Lê Thị Thu Hường")
        screen.by("likeness-oa").check()
        screen.jump("open")
        screen.jump("open")
        card = screen.last().get_by_test_id("template-card")
        expect(card).to_contain_text("Mở kỳ báo cáo")
        expect(card).to_contain_text("11/2023")
        expect(screen.last().get_by_test_id("choice")).to_have_count(0)
        expect(screen.by("phone-status")).to_contain_text("chỉ tin theo mẫu")
        screen.say("bắt đầu")
        screen.hears("Kết nạp mới")
        expect(screen.by("phone-status")).to_contain_text("Nhận được tin thường")
        screen.close()


@pytest.mark.parametrize("size", SIZES, ids=[str(width) for width, _ in SIZES])
def test_it_fits(browser: Browser, opening_day: str, watched: Open, size: tuple[int, int]) -> None:
    screen = watched(browser, f"{opening_day}#ld-chu-tich", size)
    for likeness in ("oa", "text", "telegram"):
        screen.by(f"likeness-{likeness}").check()
        expect(screen.by("phone")).to_have_attribute("data-likeness", likeness)
        expect(screen.page.locator("html")).to_have_js_property("scrollWidth", size[0])
        note, phone = screen.by("likeness-note").bounding_box(), screen.by("phone").bounding_box()
        assert note and phone and note["height"] < 20  # one line
        assert phone["x"] <= note["x"] and note["x"] + note["width"] <= phone["x"] + phone["width"]
