"""The month's report played on the simulator's page: composed, returned, composed anew, approved, numbered, issued."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from bot.pdf import found_printer
from tests.page.conftest import Open
from tests.support.browser import Screen, running_demo
from tests.support.stage import fresh_sample

CLERK = ("vp-hoa", "Bùi Thu Hòa")
CHAIRMAN = ("ld-chu-tich", "Lường Văn Thịnh")
VICE_CHAIR = ("ld-pho-chu-tich-1", "Nguyễn Hồng Hạnh")
PHONE = (390, 844)
PRINTING = 90_000  # ms; a cold LibreOffice on a busy machine takes its time


@pytest.fixture
def october(tmp_path: Path) -> Iterator[str]:
    """The address of a demo of the month that is all reported and waits to be composed."""
    sample = fresh_sample(tmp_path, "lai-chau-2023-10")
    with running_demo(tmp_path, sample) as url:
        yield url


def cards(screen: Screen) -> Locator:
    """The files under the bot's newest message."""
    return screen.last().get_by_test_id("file")


def card(screen: Screen, name: str) -> Locator:
    return cards(screen).filter(has_text=name)


def hears_the_paper(screen: Screen, name: str, *words: str) -> None:
    """The newest message says `words` and brings the paper as Word, and as PDF where LibreOffice is installed."""
    expect(screen.last().get_by_test_id("message-text")).to_contain_text(words[0], timeout=PRINTING)
    screen.hears(*words)
    expect(cards(screen)).to_have_count(2 if found_printer() else 1)
    expect(card(screen, f"{name}.docx")).to_contain_text("Bấm để tải về")
    if found_printer():
        expect(card(screen, f"{name}.pdf")).to_contain_text("Bấm để xem")


def test_a_report_from_composing_to_issuing(browser: Browser, october: str, watched: Open) -> None:
    screen = watched(browser, october)
    screen.be(*CLERK)
    screen.say("soạn báo cáo")
    hears_the_paper(screen, "bao-cao-2023-10-ban-1", "Đã soạn xong báo cáo tháng 10/2023, bản 1")
    the_word_file_comes_down(screen)
    the_pdf_opens_beside(screen)
    screen.tap("Trình lãnh đạo")
    screen.hears("Đã trình báo cáo tháng 10/2023, bản 1")
    chairman_returns_it(screen)
    screen.be(*CLERK)
    screen.hears("trả lại báo cáo tháng 10/2023, bản 1", "«Nêu rõ hơn phần chăm lo.»")
    screen.tap("Soạn lại")
    hears_the_paper(screen, "bao-cao-2023-10-ban-2", "Đã soạn xong báo cáo tháng 10/2023, bản 2")
    screen.tap("Trình lãnh đạo")
    screen.hears("Đã trình báo cáo tháng 10/2023, bản 2")
    chairman_approves(screen)
    screen.be(*CLERK)
    screen.hears("đã phê duyệt báo cáo tháng 10/2023, bản 2")
    screen.tap("Cấp số")
    screen.hears("số 02/BC-LĐLĐ, ngày 17/10/2023")
    screen.tap("Đồng ý")
    for person in (CLERK, CHAIRMAN, VICE_CHAIR):
        screen.be(*person)
        hears_the_paper(screen, "bao-cao-2023-10", "đã phát hành: số 02/BC-LĐLĐ, ngày 17/10/2023")


def the_word_file_comes_down(screen: Screen) -> None:
    with screen.page.expect_download() as download:
        card(screen, ".docx").click()
    assert download.value.suggested_filename == "bao-cao-2023-10-ban-1.docx"
    assert download.value.path().read_bytes()[:2] == b"PK"


def the_pdf_opens_beside(screen: Screen) -> None:
    if found_printer() is None:
        return
    link = card(screen, ".pdf")
    expect(link).to_have_attribute("target", "_blank")
    answer = screen.page.request.get(link.get_attribute("href") or "")
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")
    assert answer.body()[:5] == b"%PDF-"


def chairman_returns_it(screen: Screen) -> None:
    screen.be(*CHAIRMAN)
    hears_the_paper(screen, "bao-cao-2023-10-ban-1", "trình báo cáo tháng 10/2023, bản 1")
    screen.tap("Trả lại")
    screen.hears("Đồng chí gõ ý kiến")
    screen.say("Nêu rõ hơn phần chăm lo.")
    screen.hears("Đã trả lại báo cáo tháng 10/2023, bản 1")


def chairman_approves(screen: Screen) -> None:
    screen.be(*CHAIRMAN)
    screen.hears("trình báo cáo tháng 10/2023, bản 2")
    screen.tap("Phê duyệt")
    screen.hears("đúng nội dung mang mã")
    screen.last().get_by_role("button", name=re.compile("^[0-9A-F]{4}-[0-9A-F]{4}: phê duyệt$")).click()
    screen.hears("Đã ghi nhận: đồng chí phê duyệt báo cáo tháng 10/2023, bản 2")


def test_the_report_on_a_phone(browser: Browser, october: str, watched: Open) -> None:
    """Nothing of the paper's messages, cards and buttons is wider than the phone."""
    screen = watched(browser, october, PHONE, touch=True)
    screen.by("people-toggle").tap()
    screen.be(*CLERK)
    screen.say("soạn báo cáo")
    hears_the_paper(screen, "bao-cao-2023-10-ban-1", "Đã soạn xong báo cáo tháng 10/2023, bản 1")
    if screen.by("to-end").is_visible():  # read from its first line, it may be longer than the phone
        screen.by("to-end").tap()
    expect(screen.choice("Trình lãnh đạo")).to_be_in_viewport(ratio=1)
    for part in [*cards(screen).all(), *screen.by("choice").all(), *screen.by("message").all()]:
        box = part.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0]
    expect(screen.page.locator("html")).to_have_js_property("scrollWidth", PHONE[0])
