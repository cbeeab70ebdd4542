"""What is wrong in a form file, in words."""

from reporting.forms.findings import Finding
from templates.render import render


def describe(finding: Finding) -> str:
    """One line: the place (sheet, row, column) and what to do about it; a warning begins with ⚠."""
    facts = finding.facts
    place = render(
        "form/place",
        sheet=finding.sheet,
        row=finding.row,
        column=finding.column,
        line=facts.get("line", 0),
        at=facts.get("at", 0),
    )
    text = render(f"form/{finding.key}", **facts)
    return render(
        "form/finding", severity=finding.severity, place=place, text=text if place else _begin(text)
    )


def _begin(text: str) -> str:
    return text[:1].upper() + text[1:]
