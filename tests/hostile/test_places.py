"""The places themselves: each stands where it says, and nothing was parked on the way."""

import pytest

from tests.hostile.conftest import At
from tests.hostile.looking import parked, scene_of
from tests.hostile.scenes import PLACES, Place


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_place_is_where_it_says(place: Place, at: At) -> None:
    with at(place.name).running() as world, world.database.read() as tx:
        found = scene_of(tx, place.who)
    assert (type(found).__name__ if place.at else "") == place.at
    assert parked(world) == []
