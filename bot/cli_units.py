"""`baocao units --load`: a list of units as CSV."""

import csv
from pathlib import Path

from reporting.errors import WrongUse
from templates.cli import units as wording


def load_units(file: Path) -> None:
    """Enters the units of a CSV file with the columns code, name, kind, parent. Raises WrongUse."""
    from bot.cli_office import database, present
    from bot.settings import load
    from handlers.actions.add_units import add_units

    rows = read_rows(file)
    with database(load()) as base, base.begin() as tx:
        new, known = add_units(tx, rows, present(tx))
    print(wording.loaded(new, known))


def read_rows(file: Path) -> list[tuple[int, dict[str, str]]]:
    """The file's lines with their numbers; blank ones left out. Raises WrongUse for what is no such list."""
    from handlers.actions.add_units import COLUMNS

    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened, strict=True)
            if [name.strip() for name in reader.fieldnames or ()] != list(COLUMNS):
                raise WrongUse(wording.bad_file(file.name))
            reader.fieldnames = list(COLUMNS)
            found = [(reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error):
        raise WrongUse(wording.bad_file(file.name)) from None
    rows = []
    for line, row in found:
        if None in row:
            raise WrongUse(wording.bad_file(file.name))
        read = {column: (row[column] or "").strip() for column in COLUMNS}
        if any(read.values()):
            rows.append((line, read))
    return rows
