"""PostgreSQL stopped and started while a campaign is answered; `make bench` does it with 500 chairs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.audit import Counts
from tests.faults.cluster import programs
from tests.faults.storm import storm

CHAIRS = 60


def test_postgresql_goes_away(tmp_path: Path, count: Callable[[Counts], dict[str, int]]) -> None:
    found = programs()
    if found is None:
        pytest.skip("no PostgreSQL server to start: `apt-get install postgresql`")
    result = storm(tmp_path, found, CHAIRS, every=1.5, stops=2)
    assert count(result.counts) == {}
    assert result.stops == 2
    assert result.counts.receipts >= 0.9 * CHAIRS
