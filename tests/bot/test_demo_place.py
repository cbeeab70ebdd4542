"""A command typed beside a running demo finds its database; a demo that was killed leaves nothing that counts."""

import json
from pathlib import Path

from bot.demo_place import announced, running_demo
from storage.database import Database
from storage.queries import units
from tests.bot.conftest import Call


def test_a_demo_is_found_on_its_port_while_it_runs(bare: Path) -> None:
    file = bare / "demo.sqlite"
    file.touch()
    assert running_demo(8080) is None
    with announced(8080, f"sqlite:///{file}"):
        assert running_demo(8080) == f"sqlite:///{file}"
        assert running_demo(8081) is None
    assert running_demo(8080) is None


def test_a_note_left_behind_counts_for_nothing(bare: Path) -> None:
    with announced(8080, f"sqlite:///{bare / 'gone.sqlite'}"):
        assert running_demo(8080) is None


def test_commands_find_the_running_demo(call: Call, bare: Path) -> None:
    base = Database(f"sqlite:///{bare / 'demo.sqlite'}")
    base.upgrade()
    with base.begin() as tx:
        units.add(tx, code="LD", name="LĐLĐ tỉnh", kind="province", parent_id=None)
    base.dispose()
    with announced(8080, f"sqlite:///{bare / 'demo.sqlite'}"):
        said = call("units")
    assert said.code == 0
    assert json.loads(said.out)["code"] == "LD"
    assert call("units").code == 2
