"""A browser for each module, and windows that are watched while they are open.

Playwright keeps an event loop running in its thread, in which no asynchronous test of another module could run.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.support.browser import WAIT, Screen, chromium

Open = Callable[..., Screen]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        expect.set_options(timeout=WAIT)
        yield browser
        browser.close()


@pytest.fixture
def watched() -> Iterator[Open]:
    """Opens windows; at the end none may have asked for anything outside the demo or found an error."""
    opened: list[Screen] = []

    def open_window(*args: object, **kwargs: object) -> Screen:
        opened.append(Screen(*args, **kwargs))  # type: ignore[arg-type]
        return opened[-1]

    yield open_window
    for screen in opened:
        screen.close()
