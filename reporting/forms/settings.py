"""The settings sheet."""

import re
from dataclasses import dataclass
from typing import get_args

from reporting.forms.findings import Findings, Place
from reporting.forms.model import Audience
from reporting.forms.rows import Row

_CODE = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,49}")
_UNFIT = re.compile(r"[^A-Za-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class Settings:
    code: str
    title: str
    version: str
    audience: Audience


def read_settings(rows: list[Row], name: str, findings: Findings) -> Settings:
    """The first row of the settings; without a form_id the file's name (no path, no suffix) is the code."""
    row = rows[0] if rows else Row(Place("settings"), {}, {})
    code = row.get("form_id")
    if not code:
        code = _UNFIT.sub("-", name.rsplit("/", 1)[-1].rsplit(".", 1)[0]).strip("-.") or "form"
        if rows:
            findings.warning("form_id_missing", row.place, code=code)
    elif not _CODE.fullmatch(code):
        findings.error("form_id_wrong", row.place, row.header("form_id"), found=code)
    if len(rows) > 1:
        findings.warning("settings_twice", rows[1].place)
    return Settings(code, row.get("form_title") or code, row.get("version"), _audience(row, findings))


def _audience(row: Row, findings: Findings) -> Audience:
    said = row.get("bc:audience") or "grassroots"
    audience: Audience
    for audience in get_args(Audience):
        if audience == said:
            return audience
    findings.error(
        "audience_wrong", row.place, row.header("bc:audience"), found=said, known=get_args(Audience)
    )
    return "grassroots"
