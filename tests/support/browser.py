"""The demo as a program of its own, and a browser that looks at it as a person would."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Playwright, expect

from bot.programs import OPTIONAL
from templates.cli import doctor as wording

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
WAIT = 15_000  # ms; how long a state may take to come on a busy machine
DESK = (1440, 900)


def chromium(playwright: Playwright) -> Browser:
    """Chromium of this machine, headless. Absent, the test is skipped with what to type; in CI it fails."""
    program = next(program for program in OPTIONAL if program.key == "chromium")
    path = program.find()
    if path is None:
        told = wording.program_missing(program.key, program.install_command())
        pytest.fail(told) if os.environ.get("CI") == "true" else pytest.skip(told)
    return playwright.chromium.launch(executable_path=path, args=CHROMIUM_FLAGS)


@contextmanager
def running_demo(folder: Path, database: Path | None = None) -> Iterator[str]:
    """`baocao demo` on a free port, run in `folder`, with a fresh database or that file; gives its page's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("baocao")), "demo"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BAOCAO_")}
    if database is not None:
        kept["BAOCAO_DATABASE_URL"] = f"sqlite:///{database}"
    with (
        (folder / "demo.log").open("w+") as log,
        subprocess.Popen(
            command,
            cwd=folder,
            env={**kept, "PORT": str(port)},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        ) as process,
    ):
        assert process.stdout is not None
        try:
            told = process.stdout.readline()  # comes when the server listens, or is empty when it ended
            url = re.search(r"http://\S+", told)
            assert url, (folder / "demo.log").read_text()
            yield url.group()
        finally:
            process.send_signal(signal.SIGTERM)
            process.stdout.close()
            ended = process.wait(timeout=20)
        assert ended == 0, (folder / "demo.log").read_text()


class Screen:
    """One browser window with the simulator's page. It notes what it asks for and what goes wrong on it."""

    def __init__(
        self, browser: Browser, url: str, size: tuple[int, int] = DESK, *, touch: bool = False
    ) -> None:
        self.url = url
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            has_touch=touch,
            is_mobile=touch,
            locale="vi-VN",
            timezone_id="America/New_York",  # the page shows Hanoi's time wherever it is opened
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(WAIT)
        self.asked: set[str] = set()
        self.trouble: list[str] = []
        self.page = self._watch(self.context.new_page())
        self.page.goto(url)
        expect(self.by("clock-open")).to_be_enabled()

    def _watch(self, page: Page) -> Page:
        noisy = ("error", "warning")
        page.on("request", lambda request: self.asked.add(request.url))
        page.on("websocket", lambda socket: self.asked.add(socket.url))
        page.on("console", lambda said: self.trouble.append(said.text) if said.type in noisy else None)
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("response", lambda answer: self.trouble.append(answer.url) if answer.status >= 400 else None)
        return page

    def close(self) -> None:
        """Closes the window; says what it asked for outside the demo, and whatever went wrong."""
        trouble, own = list(self.trouble), urlsplit(self.url).netloc
        self.context.close()
        assert {urlsplit(url)[:2] for url in self.asked} == {("http", own)}
        assert own.startswith("127.0.0.1:")
        assert trouble == []

    def by(self, name: str) -> Locator:
        return self.page.get_by_test_id(name)

    # --- the conversation ---

    def be(self, person: str, name: str) -> None:
        """Takes the phone of the person with this id, found by name."""
        self.by("people-search").fill(name)
        self.by(f"person-{person}").click()
        expect(self.by("phone")).to_have_attribute("data-person-id", person)
        expect(self.by("messages")).to_have_attribute("aria-busy", "false")

    def messages(self, sender: str = "bot") -> Locator:
        return self.page.locator(f'[data-testid="message"][data-from="{sender}"]')

    def last(self) -> Locator:
        """The newest message of the bot."""
        return self.messages().last

    def hears(self, *words: str | re.Pattern[str]) -> None:
        """Waits until the bot's newest message holds all of `words`."""
        for wanted in words:
            expect(self.last().get_by_test_id("message-text")).to_contain_text(wanted)

    def say(self, text: str) -> None:
        self.by("message-input").fill(text)
        self.by("send").click()
        expect(self.by("message-input")).to_have_value("")

    def choice(self, label: str) -> Locator:
        return self.last().get_by_role("button", name=label, exact=True)

    def tap(self, label: str) -> None:
        self.choice(label).click()

    # --- the clock ---

    def jump(self, kind: str) -> str:
        """Presses the button to the next moment of a kind (open, remind, due); gives that moment as ISO."""
        moment = self.page.locator(f'[data-testid="next-item"][data-kind="{kind}"]').first.get_attribute(
            "data-at"
        )
        assert moment is not None
        self.by(f"clock-{kind}").click()
        self.stands_at(moment)
        return moment

    def stands_at(self, moment: str) -> None:
        """Waits until the clock shows `moment` and everything due by then is done."""
        expect(self.by("clock-now")).to_have_attribute("datetime", moment)
        expect(self.by("clock")).to_have_attribute("aria-busy", "false")
