"""Remembers each figure that is written into the paper, and the text it is printed as."""

from collections.abc import Mapping

from reporting.documents.model import Figure
from reporting.errors import Broken
from reporting.profile import Profile
from templates.documents import marks
from templates.documents.figures import printed

LONGEST_TAG = 64


class Marker:
    """Called with a figure it gives the mark that stands for it. `texts` are the printed forms by tag."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self.texts: dict[str, str] = {}

    def __call__(self, figure: Figure) -> str:
        if len(figure.tag) > LONGEST_TAG or not figure.tag.isascii():
            raise Broken(f"not a name for a control: {figure.tag!r}")
        self.texts[figure.tag] = printed(figure, self._profile)
        return marks.figure(figure.tag)


class Figures:
    """The month's figures by code, for {{ so.members_admitted }} in a frame. KeyError: there is no such figure."""

    def __init__(self, figures: Mapping[str, Figure], period: str, marker: Marker) -> None:
        self._figures, self._period, self._marker = figures, period, marker

    def __getitem__(self, code: str) -> marks.Mark:
        return marks.Mark(self._marker(self._figures[f"{code}@{self._period}"]))
