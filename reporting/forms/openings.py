"""The stock a month begins with: asked in a unit's first month, carried over from the last report ever after."""

from reporting.forms.sheet import Sheet


def moves(sheet: Sheet, total: str, opening: str) -> dict[str, int] | None:
    """What moved a total since the month began, by line, +came and −went; None where one of them is not known."""
    calculation = sheet.form.logic[total].calculation
    names = {a.name for a in calculation.answers.values() if not a.saved} if calculation else set()
    found = {}
    for code in (q.code for q in sheet.form.questions if q.code in names - {opening}):
        value, before = sheet.value(code), sheet.value(total)
        if not isinstance(value, int) or not isinstance(before, int):
            return None
        after = Sheet(sheet.form, {**sheet.answers, code: value + 1}, sheet.previous, sheet.today).value(
            total
        )
        found[code] = value if isinstance(after, int) and after > before else -value
    return found
