"""Examples of what to type: of the size of one's own last figure, or small."""

from reporting.values import Value, bare

SMALL = 10  # figures below are not worth imitating
SMALL_COUNTS = ("3", "1", "2", "0")
EXAMPLES = {
    "money": "500 nghìn",
    "percent": "85%",
    "pair": "2 tập thể 5 cá nhân",
    "ratio": "34/70",
}


def example(kind: str, last: Value | None, place: int) -> str:
    """What may be typed for the figure at that place of a reply, after its last reported value."""
    last = bare(last)
    usual = last if isinstance(last, int) and not isinstance(last, bool) else 0
    if kind == "money":
        return _money(usual)
    if kind == "count":
        return str(usual) if usual >= SMALL else SMALL_COUNTS[place % len(SMALL_COUNTS)]
    return EXAMPLES.get(kind, "5")


def _money(usual: int) -> str:
    """A round sum of that size, as people type it."""
    if usual >= 10**9:
        return f"{usual // 10**9} tỷ"
    if usual >= 10**6:
        return f"{usual // 10**6} triệu"
    return f"{usual // 10**5}00 nghìn" if usual >= 10**5 else EXAMPLES["money"]
