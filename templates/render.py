"""The wording of the bot: one Jinja file a message under `templates/messages/`.

Facts are data only: what people typed is printed as it stands, never read as a template.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Protocol

from jinja2 import FileSystemLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from templates.documents.kept_lines import readable
from templates.filters import FILTERS

MESSAGES = Path(__file__).parent / "messages"


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The one environment: plain text, a fact that is not given is an error, not a blank."""
    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(MESSAGES),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS, reading_hint=reading_hint, finding=finding, readable=readable)
    return made


@cache
def _template(name: str) -> Template:
    return environment().get_template(f"{name}.j2")


def render(name: str, /, **facts: object) -> str:
    """The text of `templates/messages/<name>.j2`, without blanks at its ends.

    Raises jinja2.UndefinedError if a fact the template needs is not given, jinja2.TemplateNotFound
    if there is no such message.
    """
    return _template(name).render(**facts).strip()


def exists(name: str) -> bool:
    """Whether there is a message of that name."""
    return (MESSAGES / f"{name}.j2").is_file()


def reading_hint(why: str, kind: str) -> str:
    """What to type instead of a figure that did not read; `why` is a key of reporting.reading."""
    name = f"reading/{why}_{kind}"
    return render(name if exists(name) else f"reading/{why}")


class Found(Protocol):
    """A finding of the checks (reporting.documents.model.Finding)."""

    @property
    def code(self) -> str: ...
    @property
    def section(self) -> str | None: ...
    @property
    def facts(self) -> Mapping[str, object]: ...


def finding(found: Found) -> str:
    """What a check found, where, and how to mend it."""
    return render(f"checks/{found.code}", **{"section": found.section, **found.facts})
