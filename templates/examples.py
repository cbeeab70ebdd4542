"""Examples of what to type, by the kind of figure; «stock» is a count that is carried on."""

EXAMPLES = {
    "count": ("3", "1", "25", "0"),
    "stock": ("45", "60"),
    "money": ("500 nghìn", "2 triệu"),
    "percent": ("85%",),
    "pair": ("2 tập thể 5 cá nhân",),
    "ratio": ("34/70",),
}
