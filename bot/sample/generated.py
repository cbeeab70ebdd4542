"""Provinces of any size, made by number: for measuring."""

from collections.abc import Iterator
from itertools import count
from random import Random

from bot.sample.roster import Roll, Roster, Unit
from bot.sample.words import Names

PROVINCE = "TN"
DEPUTY_EVERY = 5
SIZES = (6, 90)  # members of a union, smallest and largest
WOMEN = (0.2, 0.8)


def generated_province(grassroots: int, superiors: int, seed: int, names: Names) -> Roster:
    """So many grassroots unions under so many superior ones, a chair each, every fifth with a deputy too.

    With no superior unions the grassroots ones are under the province itself.
    """
    random = Random(f"{seed}/{grassroots}/{superiors}")
    people = _people(random, names)
    roll = Roll()
    roll.units.append(Unit(PROVINCE, names.province, "province"))
    for role, prefix, many in (("leader", "ld", 3), ("office", "vp", 3), ("admin", "qt", 1)):
        for number in range(1, many + 1):
            roll.hold({"name": next(people), "address": f"{prefix}-{number}"}, PROVINCE, role)
    parents = [f"{PROVINCE}-{number:02d}" for number in range(1, superiors + 1)]
    for number, code in enumerate(parents, 1):
        name = _numbered(number - 1, [names.superiors], names.places)
        roll.units.append(Unit(code, name, "superior", PROVINCE))
        roll.hold({"name": next(people), "address": f"tren-{number:02d}"}, code, "superior")
    for number in range(1, grassroots + 1):
        parent = parents[(number - 1) % superiors] if parents else PROVINCE
        unit = _union(random, number, parent, names)
        roll.units.append(unit)
        roll.hold({"name": next(people), "address": f"ct-{number:04d}"}, unit.code, "chair")
        if number % DEPUTY_EVERY == 0:
            roll.hold({"name": next(people), "address": f"pct-{number:04d}"}, unit.code, "deputy")
    return roll.roster()


def _union(random: Random, number: int, parent: str, names: Names) -> Unit:
    line = names.unions[(number - 1) % len(names.unions)][0]
    members = random.randint(*SIZES)
    return Unit(
        code=f"{parent}-{number:04d}",
        name=_numbered(number - 1, [pattern for _, pattern in names.unions], names.places),
        kind="grassroots",
        parent=parent,
        sector="DN" if line == "company" else "HCSN",
        line=line,
        members=members,
        women=round(members * random.uniform(*WOMEN)),
    )


def _numbered(index: int, patterns: list[str], places: tuple[str, ...]) -> str:
    """A name no other index has: every pattern in every place, then the same again with a number."""
    turn, index = divmod(index, len(patterns) * len(places))
    name = patterns[index % len(patterns)].format(place=places[index // len(patterns)])
    return name if turn == 0 else f"{name} {turn + 1}"


def _people(random: Random, names: Names) -> Iterator[str]:
    """Names, each once: when all are used up, the same again with a number."""
    plain = [f"{f} {m} {g}" for f in names.families for m in names.middles for g in names.given]
    random.shuffle(plain)
    yield from plain
    for turn in count(2):
        yield from (f"{name} {turn}" for name in plain)
