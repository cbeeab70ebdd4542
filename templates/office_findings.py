"""What is wrong in an office.toml, in words."""

from reporting.toml_source import Finding
from templates.render import render


def describe(finding: Finding, name: str) -> str:
    """One line: the file's name, the line, the setting and what to do about it."""
    text = render(f"office/{finding.key}", **finding.facts)
    return render("office/finding", name=name, line=finding.line, where=finding.where, text=text)
