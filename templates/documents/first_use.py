"""Abbreviations are spelled out where the paper first uses them: "công đoàn cơ sở (CĐCS)", then "CĐCS"."""

import re

from templates.documents.marks import FIGURE
from templates.documents.wording import capital

FULL = {
    "CNVCLĐ": "công nhân, viên chức, lao động",
    "CĐCS": "công đoàn cơ sở",
    "LĐLĐ": "Liên đoàn Lao động",
    "UBND": "Ủy ban nhân dân",
    "MTTQ": "Mặt trận Tổ quốc",
    "TƯLĐTT": "thỏa ước lao động tập thể",
}
_SHORT = re.compile(rf"(?<![\w/(-])(?<!CĐCS )({'|'.join(FULL)})(?![\w/-])")
_MARKER = "[Chưa có "


class FirstUse:
    """The abbreviations that the paper has used so far, paragraph by paragraph in its order."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def note(self, paragraph: str) -> str:
        """A paragraph that somebody wrote: as it stands; what it uses is used."""
        if not paragraph.startswith(_MARKER):
            bare = FIGURE.sub("", paragraph)
            self.used |= {short for short in FULL if re.search(rf"(?<![\w/-]){short}(?![\w/-])", bare)}
        return paragraph

    def spell(self, paragraph: str) -> str:
        """A composed paragraph, what is used for the first time spelled out; names of unions and quotes as they are."""
        if paragraph.startswith(_MARKER):
            return paragraph
        before = {short for short in FULL if f"({short})" in paragraph}

        def spelled(found: re.Match[str]) -> str:
            short, at = found[1], found.start()
            quoted = paragraph.count("“", 0, at) > paragraph.count("”", 0, at)
            if short in self.used | before or quoted:
                return short
            self.used.add(short)
            opens = paragraph[:at] in ("", "- ") or paragraph[:at].endswith(". ")
            return f"{capital(FULL[short]) if opens else FULL[short]} ({short})"

        told = _SHORT.sub(spelled, paragraph)
        self.used |= before
        return told
