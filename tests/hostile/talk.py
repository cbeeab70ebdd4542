"""Hostile words, taps, files and cards said at a place of the dialogue, each in a transaction that is undone.

So the conversation always stands where it stood. What may not happen: an error, an answer to somebody else, an answer
of the machine's, more than a moment's thought, or a change where nothing that was said has a meaning.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, select

from bot.app import make_demo, make_world
from bot.channels.safe import plain_name, storable
from bot.settings import load
from handlers.messages import File, Incoming
from handlers.receive import receive
from reporting.text import clean
from storage import tables
from storage.database import Database, Tx
from storage.queries import files, inbox
from storage.schema import metadata
from tests.hostile.inputs import NOISE
from tests.hostile.looking import SIMULATOR
from tests.hostile.manners import faults
from tests.hostile.scenes import BY_NAME, Place
from tests.hostile.spoiling import odd_text

LONGEST_THOUGHT = 5.0  # seconds, on a busy machine
WORDS_ANSWER = (
    "text",
    "explaining",
    "requesting",
    "requested",
    "writing",
    "mending-reason",
    "returning-paper",
    "doubt",
)
PIECES = (
    "gửi", "sửa", "sửa 3", "xem", "bỏ qua", "lùi", "tạm dừng", "tiến độ", "tổng hợp tháng 9", "nhắc", "trả lại",
    "phê duyệt",
    "soạn báo cáo", "trình", "cấp số", "đồng ý", "không", "có", "không phát sinh", "như tháng trước", "?",
    "trợ giúp", "/start",
    "/tiendo", "mã mời là", "ABCD-EF23", "nhập hộ", "dòng 9", "a)", "b", "63", "1, 0, 44", "2 triệu", "1.5",
    "-7", "9" * 30,
    "5 tỷ", "một trăm linh hai", "31/2/2023", "tháng 13", "âm lịch", "«", "»", "{{ x }}", "{% include 'a' %}",
    "<b>", "&lt;",
    "'; DROP TABLE units; --", "%s", "..\\", "\u202e", "\u200b", "\x00", "\ud800", "\udfff", "👍", "e\u0301",
    "٦٣", "𝟔𝟑", "²", "½",
    "\n", "\t", ",", ";", "=", "+", "-", "(", "1" * 200, "a" * 300, "à" * 60, "OTP 482915", "0912345678",
    "lời văn", "khen thưởng",
    "nhiệm vụ", "văn bản", "gắn bản ký", "việc tháng trước", "số", "thôi", "xong", "giữ nguyên số", "ghi đè",
    "giải thích",
)  # fmt: skip
NAMES = (
    "", ".", "..", "../../etc/passwd", "C:\\a\\b.docx", "\u202excod.exe", "\x00", "a" * 5000, "\ud800.pdf",
    "con", "x.docx",
    "bao-cao.docx", "x.xlsx", "a\r\nb.png", "{{ x }}.jpg", "<b>.png", "👍" * 100, "tệp.", ".docx",
)  # fmt: skip
CONTENTS = (b"", b"x" * 100, b"PK\x03\x04", b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"\x00" * 1000)


@dataclass
class Heard:
    """What saying so much came to."""

    said: int = 0
    slowest: float = 0.0
    wrong: list[str] = field(default_factory=list)


def typed(random: Random) -> str:
    """Signs of every plane, our own words in any order, noise changed a little, or all of it."""
    match random.randrange(4):
        case 0:
            return odd_text(random)
        case 1:
            return random.choice(("", " ", ", ", "\n")).join(random.choices(PIECES, k=random.randrange(1, 6)))
        case 2:
            noise = list(random.choice(NOISE).text[:600])
            for _ in range(random.randrange(1, 4)):
                noise.insert(
                    random.randrange(len(noise) + 1),
                    random.choice((odd_text(random, 3), random.choice(PIECES))),
                )
            return "".join(noise)
        case _:
            return random.choice(PIECES) + odd_text(random, 8) + random.choice(PIECES)


class Speaker:
    """Somebody at a place, in a database file of their own."""

    def __init__(self, place: str, file: Path) -> None:
        self.place: Place = BY_NAME[place]
        self.heard = Heard()
        self.database = Database(f"sqlite:///{file}")
        self.demo = make_demo(self.database, make_world(load(office_file=None), Random(1).randrange))
        self._number = 0
        with self.database.begin() as tx:
            watch(tx)
            o = tables.outbox.c
            armed = tx.execute(
                select(o.external_id, o.choices).where(o.armed, o.address == self.place.who)
            ).first()
            self._last = tx.execute(select(func.max(o.id))).scalar_one()
        self._on, self._choices = (armed[0], [c[0] for c in armed[1]]) if armed else ("", [])

    def close(self) -> None:
        self.database.dispose()

    def say(self, random: Random, many: int) -> None:
        """So many things; what is wrong is noted."""
        for _ in range(many):
            self.one(*self._anything(random))

    def _anything(self, random: Random) -> tuple[str, dict[str, Any]]:
        text, roll = typed(random), random.random()
        if roll < 0.80:
            return "text", {"text": text}
        if roll < 0.86:
            return "edit", {"text": text}
        if roll < 0.93:
            verb = random.choice([*self._choices, "approve:999", "start:" + "9" * 4000, "²:²", "x" * 100_000])
            return "choice", {"choice": random.choice((verb, verb + text, text, verb.partition(":")[0] + ":-1")),
                              "on_message": random.choice((self._on, "", "0", text))}  # fmt: skip
        if roll < 0.98:
            body = random.choice(CONTENTS)
            return "file", {"text": text, "body": body, "name": random.choice(NAMES), "lost": random.random() < 0.2,
                            "too_large": random.random() < 0.1}  # fmt: skip
        return random.choice(("contact", "sticker", "other", "location")), {
            "phone": random.choice(("", "84999888777", "0"))
        }

    def one(self, kind: Any, said: dict[str, Any]) -> None:
        """One thing, said and undone."""
        began = time.perf_counter()
        try:
            with self.database.begin(synced=False) as tx:
                self._say(tx, kind, dict(said))
                self._look(tx, kind, said)
                raise _Undone
        except _Undone:
            pass
        except Exception as error:
            self._wrong(kind, said, f"{type(error).__name__}: {error}"[:300])
        self.heard.said += 1
        took = time.perf_counter() - began
        self.heard.slowest = max(self.heard.slowest, took)
        if took > LONGEST_THOUGHT:
            self._wrong(kind, said, f"took {took:.1f} s")

    def _say(self, tx: Tx, kind: Any, said: dict[str, Any]) -> None:
        self._number += 1
        now, number = self.demo.clock.now(), str(9_000_000 + self._number)
        raw = inbox.RawUpdate(SIMULATOR, f"h{number}", self.place.who, number, {})
        (row,) = inbox.store(tx, [raw], now)
        if kind == "file":
            said = _with_file(tx, said)
        said["text"] = storable(said.get("text", ""))
        receive(
            tx,
            self.demo.runtime.world,
            Incoming(SIMULATOR, self.place.who, kind, now, number, **said),
            row,
            now,
        )

    def _look(self, tx: Tx, kind: str, said: dict[str, Any]) -> None:
        o = tables.outbox.c
        rows = tx.execute(
            select(o.address, o.text, o.choices).where(o.id > self._last, o.kind == "send").order_by(o.id)
        ).all()
        mine = [(text, choices) for address, text, choices in rows if address == self.place.who]
        if not mine:
            self._wrong(kind, said, "no answer")
        for text, choices in mine:
            own = (
                text if "{" in str(said) or "__" in str(said) else ""
            )  # what was typed is read back in lists
            found = [one for one in faults(text, [*choices, "what to do lies elsewhere"]) if _ours(one, own)]
            if found:
                self._wrong(kind, said, f"{found}: {text[:200]}")
        if self.place.name not in WORDS_ANSWER and kind in ("text", "edit") and _means_nothing(said["text"]):
            touched = set(tx.exec_driver_sql("SELECT name FROM touched").scalars())
            if touched or any(address != self.place.who for address, *_ in rows):
                self._wrong(kind, said, f"changed {sorted(touched)}")

    def _wrong(self, kind: str, said: dict[str, Any], what: str) -> None:
        self.heard.wrong.append(f"{self.place.name}: {kind} {ascii(said)[:200]}: {what}")


def _ours(fault: str, quoting: str) -> bool:
    """Whether a fault is the bot's own; a list that is read back shows what was typed, however it was."""
    return fault not in ("exclaims", "a long quotation") and not (quoting and fault.startswith("of the machine: ['{")
                                                                  and "Traceback" not in quoting)  # fmt: skip


class _Undone(Exception):
    """Nothing of it is to stay."""


def _with_file(tx: Tx, said: dict[str, Any]) -> dict[str, Any]:
    body, name, large = said.pop("body"), plain_name(said.pop("name")), said["too_large"]
    kept = (
        ()
        if said["lost"] or large
        else (File(name, "image/png", len(body), files.put(tx, body, "image/png")),)
    )
    return {**said, "files": kept}


def _means_nothing(text: str) -> bool:
    """Whether there is no sign in it that could be a letter, a figure or a mark of an answer."""
    return not any(sign.isalnum() or sign.isnumeric() for sign in clean(storable(text))) and "?" not in text


MAY = ("inbox", "outbox", "conversations", "strangers", "contacts", "files", "demo_messages")


def watch(tx: Tx) -> None:
    """Note every table that is written to, for as long as the connection lasts."""
    tx.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS touched (name TEXT)")
    for name in metadata.tables:
        if name in MAY:
            continue
        for act in ("INSERT", "UPDATE", "DELETE"):
            tx.exec_driver_sql(
                f"CREATE TEMP TRIGGER IF NOT EXISTS on_{name}_{act} AFTER {act} ON main.{name} "
                f"BEGIN INSERT INTO touched VALUES ('{name} {act}'); END"
            )


def speakers(file_of: Callable[[str], Path], places: list[str]) -> Iterator[Speaker]:
    """One at each place, one after the other."""
    for place in places:
        speaker = Speaker(place, file_of(place))
        yield speaker
        speaker.close()
