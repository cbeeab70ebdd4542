"""The frame that an office restyles is the one that the code builds."""

from templates.documents import package
from templates.documents.frame import FILE, build


def test_the_committed_frame_is_the_built_one() -> None:
    assert package.read(FILE.read_bytes()) == package.read(build()), "run python -m templates.documents.frame"


def test_building_twice_gives_the_same_bytes() -> None:
    assert build() == build()
