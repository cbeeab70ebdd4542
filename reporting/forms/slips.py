"""Slips of the pen in an expression, named for what was probably meant."""

import re


class Slip(Exception):
    """An expression does not read. `key` names the wording, `at` the character (from 1), `facts` what stands there."""

    def __init__(self, key: str, at: int, **facts: object) -> None:
        super().__init__(key)
        self.key = key
        self.at = at
        self.facts = facts


_WRONG_OPERATORS = {
    "==": "=", "=<": "<=", "=>": ">=", "<>": "!=", "≤": "<=", "≥": ">=", "≠": "!=", "!": "not(…)",
    "&&": "and", "||": "or", "|": "or", "&": "concat(…)", "×": "*", "÷": "div", ":": "div", ";": ",", "−": "-",
    "–": "-",
}  # fmt: skip
_DECIMAL_COMMA = re.compile(r"\d+,\d+")
_THOUSANDS = re.compile(r"\d{1,3}(\.\d{3}){2,}")
_BROKEN_ANSWER = re.compile(r"\$\s*\{[^}]*\}?|\$\w[\w.-]*|\{[^}]*\}?")
_NAME = re.compile(r"(last-saved#)?[A-Za-z_][\w.-]*")
_PATH = re.compile(r"\.{0,2}/[\w/.@*:-]*|\[|@|\.\./")
_NUMBER_AND_LETTERS = re.compile(r"[\d.]+\w[\w.]*")


def slip_at(expression: str, at: int, kind: str) -> Slip | None:
    """The slip that stands at `at`, where a token of `kind` was read («» if none was); None if all is well."""
    rest = expression[at:]
    if kind == "day":
        return Slip("date_bare", at + 1, found=rest[:10])
    if path := _PATH.match(rest):
        return Slip("path", at + 1, found=path[0])
    for found in (rest[:2], "" if kind else rest[:1]):
        if found in _WRONG_OPERATORS:
            return Slip("operator_wrong", at + 1, found=found, meant=_WRONG_OPERATORS[found])
    comma = _DECIMAL_COMMA.match(rest)
    if kind == "number" and comma and _outside_brackets(expression, at):
        return Slip("decimal_comma", at + 1, found=comma[0], meant=comma[0].replace(",", "."))
    if kind:
        return None
    return _unreadable(rest, at)


def _unreadable(rest: str, at: int) -> Slip:
    if rest[0] in "\"'":
        return Slip("quote_open", at + 1, found=rest[:20])
    if broken := _BROKEN_ANSWER.match(rest):
        name = broken[0].strip("${} ")
        return Slip(
            "answer_broken", at + 1, found=broken[0], meant=f"${{{name}}}" if _NAME.fullmatch(name) else ""
        )
    if thousands := _THOUSANDS.match(rest):
        return Slip("number_dots", at + 1, found=thousands[0], meant=thousands[0].replace(".", ""))
    if number := _NUMBER_AND_LETTERS.match(rest):
        return Slip("number_letters", at + 1, found=number[0])
    return Slip("character", at + 1, found=rest[0])


def _outside_brackets(expression: str, at: int) -> bool:
    """Whether a place is outside all brackets, where a comma separates nothing."""
    before = re.sub(r"\"[^\"]*\"|'[^']*'", "", expression[:at])
    return before.count("(") <= before.count(")")
