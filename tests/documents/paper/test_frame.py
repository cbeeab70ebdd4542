"""The frame that an office restyles is the one that the code builds."""

from templates.documents import package
from templates.documents.frame import CELL_MARGIN, FILE, LETTERHEAD, build
from templates.documents.frame_styles import LOOKS
from templates.documents.widths import text_width


def test_the_committed_frame_is_the_built_one() -> None:
    assert package.read(FILE.read_bytes()) == package.read(build()), "run python -m templates.documents.frame"


def test_building_twice_gives_the_same_bytes() -> None:
    assert build() == build()


def test_the_draft_box_holds_its_line_up_to_version_999() -> None:
    box = next(look for look in LOOKS if look.id == "BCDuThao")
    room = LETTERHEAD[0] - 2 * CELL_MARGIN - box.left - box.right
    assert text_width("DỰ THẢO LẦN 999", box.size, bold=box.bold) < room
