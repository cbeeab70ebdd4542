"""What may come to the webhook from anybody: a sample of it on both databases, and Hypothesis; `make bench` sends more.

Never a 500, never a word of the machine's in an answer, nobody told anything that is not for them, nothing changed.
"""

import json
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from storage import tables
from tests.hostile.conftest import Bases
from tests.hostile.door import Door
from tests.hostile.knocks import Knock, knocks, post, spoiled
from tests.hostile.talk import Speaker, speakers
from tests.storage.conftest import admin_url as admin_url
from tests.storage.conftest import postgresql_url as postgresql_url

SAMPLE = {"sqlite": 600, "postgresql": 400}
SAID = 25  # at each of these places:
PLACES = ["idle", "figures", "ask-back", "card", "listing", "approving", "guest"]

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
FIELDS = st.sampled_from(["text", "caption", "photo", "document", "contact", "from", "chat", "date", "entities",
"sticker",
                          "reply_to_message", "message_id", "edit_date", "forward_origin", "location"])  # fmt: skip
QUICK = settings(
    max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def door(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_url")
    else:
        url = f"sqlite:///{tmp_path_factory.mktemp('door') / 'door.sqlite'}"
    made = Door(url)
    yield made
    made.close()


def _all_right(door: Door) -> None:
    door.handle()
    wrong, door.told.wrong = door.told.wrong, []
    assert wrong == []


def test_a_sample_of_everything(door: Door) -> None:
    many = SAMPLE[door.database.dialect]
    stream = knocks(Random(f"webhook {door.database.dialect}"), door.chats, big_every=many // 2)
    door.knock(islice(stream, many))
    _all_right(door)
    assert door.told.handled > many / 5
    assert min(door.told.knocks[kind] for kind in ("update", "no update", "wrong secret", "5 MB")) > 0
    assert {200, 400, 401, 413} <= set(door.told.statuses)


def test_any_json_at_any_field(door: Door) -> None:
    _post_messages(door)
    _all_right(door)


@QUICK
@given(data=st.data())
def _post_messages(door: Door, data: st.DataObject) -> None:
    number, chat = 800_000_000 + door.told.knocks.total(), data.draw(st.sampled_from(door.chats))
    message: dict[str, Any] = {
        "message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": {"id": chat},
        "text": "đồ ngu",
    }  # fmt: skip
    message |= data.draw(st.dictionaries(FIELDS, JSON, max_size=3))
    message["chat"] = message.get("chat", {"id": chat, "type": "private"})
    kind = data.draw(st.sampled_from(["message", "edited_message", "channel_post", "x"]))
    if isinstance(message.get("text"), str) and any(c.isalnum() for c in message["text"]):
        message["text"] = "đồ ngu"  # no answer to anything
    body = json.dumps({"update_id": number, kind: message}).encode()
    door.knock([Knock("any JSON", post(body), (200, 400))])


def test_any_bytes(door: Door) -> None:
    _post_bytes(door)
    _all_right(door)


@QUICK
@given(body=st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def _post_bytes(door: Door, body: bytes) -> None:
    door.knock([Knock("any bytes", post(body), (400,))])


def test_an_update_that_comes_again_and_again_is_handled_once(door: Door) -> None:
    random = Random("again")
    several = [spoiled(random, door.chats, 90_000_000 + number) for number in range(10)]
    door.knock(several * 3)
    _all_right(door)
    i = tables.inbox.c
    with door.database.read() as tx:
        ids = tx.execute(select(i.update_id).where(i.update_id.like("59%"))).scalars().all()
    assert len(ids) == len(set(ids)) > 3


def test_what_is_said_at_a_place_is_answered_and_breaks_nothing(bases: Bases, tmp_path: Path) -> None:
    def copied(place: str) -> Path:
        return Path(shutil.copy(bases(place), tmp_path / f"{place}.sqlite"))

    wrong, said = [], 0
    for speaker in speakers(copied, PLACES):
        speaker.say(Random(f"talk {speaker.place.name}"), SAID)
        wrong += speaker.heard.wrong
        said += speaker.heard.said
    assert wrong == []
    assert said == SAID * len(PLACES)


def test_a_change_would_be_seen(bases: Bases, tmp_path: Path) -> None:
    """The net itself: an answer that is recorded where none should be is noted."""
    file = Path(shutil.copy(bases("figures"), tmp_path / "net.sqlite"))
    speaker = Speaker("figures", file)
    speaker.one("text", {"text": "1, 0, 30"})
    assert speaker.heard.wrong == []
    with speaker.database.begin() as tx:
        tx.exec_driver_sql("INSERT INTO touched VALUES ('answers INSERT')")
    speaker.one("text", {"text": "👍"})
    assert "changed ['answers INSERT']" in speaker.heard.wrong[0]
    speaker.close()
