"""What the parts of a message tell of visits and gifts: how many of each, and the sums of money for them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reporting.reading import care_words as data
from reporting.reading.care_figures import Amount, is_product, is_result
from reporting.reading.care_parts import Part, length_at
from reporting.reading.care_persons import one_person, several
from reporting.reading.care_sums import Sum, Sums, each_or_all, for_each, whole
from reporting.reading.typed import phrase

Of = Literal["visit", "gift"]
_OUTSIDE, _LATER = (tuple(map(phrase, texts)) for texts in (data.OUTSIDE, data.LATER))


@dataclass(slots=True)
class Entry:
    """Visits or gifts told in one part. `count` None where it is not said; `plain` if only the name is said."""

    of: Of
    count: int | None
    plain: bool = False
    named: bool = False
    by_people: bool = False
    general: bool = False  # of no kind of visit or gift
    sums: list[Sum] = field(default_factory=list)


@dataclass(slots=True)
class Told:
    """What was found so far. `left` are parts that bring something no line is plainly given."""

    entries: list[Entry] = field(default_factory=list)
    totals: dict[Of, int] = field(default_factory=dict)
    none: set[str] = field(default_factory=set)
    sums: Sums = field(default_factory=Sums)
    left: list[Part] = field(default_factory=list)
    several: bool = False
    unclear: bool = False  # a sum of money is left
    ways: dict[Of, list[int]] = field(default_factory=dict)


class Teller:
    """Goes through the parts; `text` is as prepared, `scale` what bare sums are counted in."""

    def __init__(self, text: str, scale: int) -> None:
        self.text, self.scale = text, scale
        self.told = Told()
        self.outside = False  # something is told that is not the union's own, or not of this month
        self._last: Part | None = None
        self._per_unit: tuple[str, int] | None = None
        self._elsewhere = False
        self._within: Entry | None = None  # told in parentheses

    @property
    def _entry(self) -> Entry | None:
        return self.told.entries[-1] if self.told.entries else None

    def part(self, part: Part) -> bool:
        """Take in a part. False: it tells nothing of visits and gifts."""
        if part.kind in ("visit", "gift", "feast", "turns") or part.begins:
            self._elsewhere = False
        if not inside(self.text, part):
            self._within = None
        if part.says(_OUTSIDE) or part.says(_LATER) or self._elsewhere:
            self._elsewhere = True
            self.outside = self.outside or bool(part.amounts)
            self.told.left += [part] if part.amounts else []
            return True
        found = self._read(part)
        if found:
            self._last = part
        return found

    def _read(self, part: Part) -> bool:
        if part.kind in ("visit", "gift", "feast") and self._none(part):
            return True
        match part.kind:
            case "turns" if self._of_gifts(part):
                return self._gift(part)
            case "visit" | "turns":
                return self._visit(part)
            case "gift" | "feast":
                return self._gift(part)
            case "each":
                return self._each(part)
            case "money" | "total":
                return self._money(part)
        return self._more(part)

    def _of_gifts(self, part: Part) -> bool:
        """Whether homes or people go on with gifts: «quà trung thu, 5 hộ mỗi hộ 200k»."""
        last = self._entry
        unit = next((word.key for each in part.counts[:1] for word in part.behind(each)[:1]), "")
        return last is not None and last.of == "gift" and unit in data.HOMES | data.PEOPLE

    def _leave(self, part: Part) -> bool:
        self.told.left.append(part)
        large = any((each.value or 0) >= data.A_SUM for each in part.counts)
        self.told.unclear = self.told.unclear or bool(part.sums) or large
        return True

    def _none(self, part: Part) -> bool:
        """«thăm hỏi thì không», «quà đều không»; the name alone before it is told the same."""
        of: Of = "visit" if part.kind == "visit" else "gift"
        if not part.amounts and says_none(part):
            self.told.none.add(of)
            while self.told.entries and self._bare(self.told.entries[-1]):
                self.told.none.add(self.told.entries.pop().of)
            return True
        zero = [amount for amount in part.counts if amount.value == 0]
        if zero and len(part.amounts) == 1:
            self.told.none.add(of)
            return True
        return False

    def _bare(self, entry: Entry) -> bool:
        return entry.count is None and entry.plain and not entry.sums

    # --- visits -----------------------------------------------------------------------------------------------

    def _visit(self, part: Part) -> bool:
        counts, sums = self._split(part)
        entry = Entry("visit", None)
        if len(counts) > 1 and [word.key for word in part.before(counts[-1])][-1:] == ["la"]:
            self.told.totals["visit"] = counts.pop().value or 0  # «với 2 bác ốm nữa là 4»
        if any(each.value is None for each in counts) or len(counts) > 1 and not _people_each(part, counts):
            return self._leave(part)
        last = self._entry
        if counts and last is not None and last.of == "visit" and not part.begins:
            if inside(self.text, part) and last.count:
                return self._of_those(part, counts[0], sums)
            if part.kind == "turns" and last.named and not last.sums:  # «bác Sừ nằm viện, 2 lần»
                last.count = counts[0].value
                return self._pay(part, last, sums)
        if counts and [word.key for word in part.before(counts[0])][-1:] == ["thanh"]:
            return False  # «thăm hỏi thành 6» is put right by others
        if _denied(part, counts):
            return self._leave(part) if part.amounts else False
        person = one_person(part, self.text)
        if counts:
            entry.count = sum(each.value or 0 for each in counts)
            entry.general = not sums and not data.KINDS & set(part.keys)
            entry.plain = entry.general and len(part.words) <= len(("thăm", "hỏi", "lượt"))
            self.told.ways.setdefault("visit", []).extend(
                [counts[0].value or 0] if len(counts) > 1 else []
            )
        elif several(part):
            self.told.several = True
        elif person or (sums and set(part.keys) & data.ONE_EACH):
            entry.count, entry.named = 1, person
        else:
            entry.plain = True
        self.told.entries.append(entry)
        return self._pay(part, entry, sums)

    def _split(self, part: Part) -> tuple[list[Amount], list[Amount]]:
        """The figures that count, and those that are money: a bare one behind the count may be."""
        counts: list[Amount] = []
        sums = part.sums
        for amount in part.counts:
            after = part.behind(amount)[:1]
            if after and (after[0].key in data.OTHER_UNITS or (part.kind == "visit" and after[0].key in data.PARCELS)):
                continue
            value = amount.value or 0
            paid = bool(counts) and is_result(self.text, counts[-1], amount) and (value >= data.A_SUM or self.scale > 1)
            bare = not after or after[0].key in data.COURTESY
            large = value >= data.A_SUM and value % 10 == 0
            if paid or (bare and large and (counts or one_person(part, self.text) or self.scale > 1)):
                sums.append(amount)
            else:
                counts.append(amount)
        return counts, sorted(sums, key=lambda each: each.start)

    def _pay(self, part: Part, entry: Entry, sums: Sequence[Amount]) -> bool:
        """The sums told in the part of an entry."""
        if len(sums) == 2 and is_result(self.text, *sums):  # «38 suất x 60.000 = 2.280.000»
            return self._add(entry, whole(sums[1], self.scale))
        for amount in sums:
            many = entry.count or 0
            before = max((each.end for each in part.counts if each.end <= amount.start), default=part.start)
            between = self.text[before : amount.start]
            times = any(is_product(self.text, one, amount) for one in part.counts if one.end <= amount.start)
            if amount.each or times:
                found = for_each(many, amount) if many else None
            elif many > 1 and self.scale == 1 and not _all(part, amount, between):
                found = each_or_all(many, amount)
            else:
                found = whole(amount, self.scale)
            if not self._add(entry, found):
                return self._leave(part)
        return True

    def _add(self, entry: Entry, found: Sum | None) -> bool:
        if found is None:
            return False
        entry.sums.append(found)
        self.told.sums.each.append(found)
        return True

    # --- gifts ------------------------------------------------------------------------------------------------

    def _gift(self, part: Part) -> bool:
        counts, sums = self._split(part)
        parcels = [each for each in counts if part.behind(each)[:1] and part.behind(each)[0].key in data.PARCELS]
        chosen = parcels or counts
        if _denied(part, counts) and not part.amounts:
            return "phai" in part.keys  # «không phải quà»
        if any(each.value is None for each in chosen) or len(chosen) > 1 or _denied(part, counts):
            return self._leave(part)
        last = self._entry
        if self._per_head(part, sums):
            return True
        if part.kind == "feast" and not chosen:
            return False
        entry = Entry("gift", chosen[0].value if chosen else None, by_people=bool(chosen) and not parcels)
        entry.plain, entry.general = not chosen, not sums
        if last is not None and last.of == "gift" and last.by_people and not last.sums and parcels:
            self.told.entries.pop()  # «17 người, 17 suất»
        visited = last is not None and last.of == "visit" and self._bare(last) and self._last is not None
        if visited and last is not None and entry.by_people:  # «thăm, tặng quà 5 đoàn viên»
            self.told.ways["visit"] = [entry.count or 0]
        if not chosen and one_person(part, self.text):
            self.told.ways["gift"] = [1]
        self.told.entries.append(entry)
        return self._pay(part, entry, sums)

    def _per_head(self, part: Part, sums: Sequence[Amount]) -> bool:
        """«mỗi cụ 300 nghìn với một hộp sữa 250 nghìn»: what is for each goes on."""
        last = self._last
        if not (part.joined and last is not None and last.kind == "each" and sums):
            return False
        return self._for_each(part, sums, self._target(last.keys[1] if len(last.keys) > 1 else ""))

    # --- money ------------------------------------------------------------------------------------------------

    def _target(self, unit: str) -> Of | None:
        """Whether something for each is for each visit or each gift."""
        known = [entry.of for entry in self.told.entries if entry.count]
        if unit in data.PARCELS | {"qua"}:
            return "gift" if "gift" in known else None
        if unit in data.TIMES | data.CASES:
            return "visit" if "visit" in known else None
        return known[-1] if known else None

    def _many(self, of: Of) -> tuple[int, list[Entry]]:
        """How many of those told last, that no money was told of."""
        run: list[Entry] = []
        for entry in reversed([each for each in self.told.entries if each.of == of and each.count]):
            if entry.sums:
                break
            run.append(entry)
        counts = [entry.count or 0 for entry in reversed(run)]
        return in_all(counts, [entry.general for entry in reversed(run)]) or 0, run

    def _for_each(self, part: Part, sums: Sequence[Amount], of: Of | None) -> bool:
        many, run = self._many(of) if of is not None else (0, [])
        if self._within is not None and self._within.count:
            many, run = self._within.count, [self._within]
        if of is not None and not run:  # money was told of them: what is for each goes on
            run = [each for each in self.told.entries if each.of == of and each.count][-1:]
            many = run[0].count or 0 if run else 0
        if not many or not sums:
            return self._leave(part)
        return all(self._add(run[0], for_each(many, amount)) for amount in sums) or self._leave(part)

    def _each(self, part: Part) -> bool:
        unit = next((key for key in part.keys if key != "moi"), "")
        small = [each for each in part.counts if (each.value or 0) < data.A_SUM]
        sums = [each for each in part.amounts if each not in small]
        told = {"qua", "suat", "xuat"} & set(part.keys)
        of = self._target(unit)
        if not sums:
            if small and told and of != "gift":
                self._per_unit = (unit, small[0].value or 0)
                return self._gifts_of_units(part) if of == "visit" else True
            return not part.amounts or self._leave(part)
        if small and told and of == "visit":
            self._per_unit = (unit, small[0].value or 0)
            self._gifts_of_units(part)
        return self._for_each(part, sums, of)

    def _gifts_of_units(self, part: Part) -> bool:
        """«2 ca, mỗi ca 1 túi quà»"""
        many, _ = self._many("visit")
        gifts = many * (self._per_unit[1] if self._per_unit else 0)
        if gifts == many:
            self.told.entries.append(Entry("gift", gifts, sums=[Sum("", (0,))]))
        elif gifts:
            self.told.ways["gift"] = [gifts]
        self._per_unit = None
        return bool(gifts) or self._leave(part)

    def _money(self, part: Part) -> bool:
        if not part.amounts:
            none = bool(data.NOT & set(part.keys))
            if part.kind == "money" and none and says_none(part, {"tien", "kinh", "phi", "chi", "so"}):
                self.told.none.add("money")
                return True
            return bool(self.told.entries) and not part.begins and not none
        counts, sums = [each for each in part.counts], part.sums
        if part.kind == "total" and counts and not sums:
            return self._counted_in_all(part, counts)
        if part.kind == "money" and counts and counts[-1].value == 0 and not sums:
            self.told.none.add("money")
            return True
        if part.kind == "money" and len(counts) == 1 and not sums:
            return self._add_money(part, counts[0])
        if len(sums) == 2 and is_result(self.text, *sums):
            sums = sums[1:]
        first, *behind = (each for each in part.amounts if each not in part.sums[2:])
        if behind and is_product(self.text, first, behind[0]) and len(sums) < 2 and not first.money:
            return self._product(part) if len(part.amounts) == 2 else self._add_money(part, sums[-1])
        return self._add_money(part, sums[0]) if len(sums) == 1 else self._leave(part)

    def _counted_in_all(self, part: Part, counts: Sequence[Amount]) -> bool:
        unit = (part.behind(counts[0])[:1] or part.words[:1])[0].key
        of: Of | None = "gift" if unit in data.PARCELS | {"qua"} else "visit" if self.told.entries else None
        if of is None or counts[0].value is None or (unit not in data.PARCELS | data.TIMES | data.CASES | data.PEOPLE
                and part.behind(counts[0])):  # fmt: skip
            return self._leave(part) if self.told.entries else False
        self.told.totals[of] = counts[0].value
        return True

    def _add_money(self, part: Part, amount: Amount) -> bool:
        """A sum told by a word for money: of what was told last, or of all."""
        if amount.each:
            return self._for_each(part, [amount], self._target(amount.each))
        found = whole(amount, self.scale)
        last = self._entry
        if last is None and not amount.money and self.scale == 1:
            return False  # «tiền 500» alone
        if found is None:
            return self._leave(part)
        alone = last is None or (part.kind == "money" and bool(self.told.sums.each) and bool(last.sums))
        if last is None and part.kind == "money" and "cho" in part.keys:
            self.told.sums.each.append(found)
        elif part.kind == "total" or alone:
            self.told.sums.totals.append(found)
        elif last is not None:
            self._add(last, found)
        return True

    # --- what goes on -----------------------------------------------------------------------------------------

    def _more(self, part: Part) -> bool:
        """A part that goes on with what was told before it."""
        last = self._entry
        counts, sums = self._split(part)
        if self._per_unit and part.counts and part.behind(part.counts[0])[:1]:
            unit, times = self._per_unit
            if part.behind(part.counts[0])[0].key == unit and part.counts[0].value:
                self._per_unit = None
                self.told.entries.append(Entry("gift", part.counts[0].value * times))
                return True
        if last is None or part.begins:
            return False
        if not part.amounts:
            return self._words_alone(part, last)
        if self._per_head(part, sums):
            return True
        if one_person(part, self.text, first=True) and last.of == "visit":
            return self._visit(part)
        if len(counts) == 1 and not sums and part.keys[:1] == ["la"] and counts[0].value is not None:
            self.told.totals[last.of] = counts[0].value
            return True
        if counts and last.of == "visit" and part.behind(counts[0])[:1]:
            unit = part.behind(counts[0])[0].key
            if unit in data.PEOPLE | data.TIMES:
                return self._visit(part)
        if part.joined and self._last is not None and self._last.kind == "each" and not sums:
            return True  # «mỗi hộ 1 triệu với 1 thùng mì»
        if len(part.amounts) == 2 and is_product(self.text, *part.amounts):
            return self._product(part)
        if part.keys[:1] and part.keys[0] in data.TIMES and len(counts) == 1 and not sums:  # «lần đầu 300»
            return (counts[0].value or 0) >= data.A_SUM and self._add(last, whole(counts[0], self.scale))
        if counts or len(sums) != 1:
            return self._leave(part)
        return self._paid_more(part, sums[0], last)

    def _of_those(self, part: Part, count: Amount, sums: Sequence[Amount]) -> bool:
        """A breakdown in parentheses: «4 lượt (3 ốm, 1 hiếu)»; nothing is counted twice."""
        self._within = Entry("visit", count.value)
        return self._pay(part, self._within, sums)

    def _product(self, part: Part) -> bool:
        """«2 x 300»"""
        many, amount = part.amounts
        found = for_each(many.value, amount) if many.value and not many.money else None
        self.told.sums.each += [found] if found else []
        return found is not None or self._leave(part)

    def did_nothing(self, part: Part) -> bool:
        """«chưa làm gì», «không chi gì cả»: said of all that is asked, or of the money."""
        keys = set(part.keys)
        nots = keys & data.NOT | keys & {data.NOT_YET}
        deeds = keys & (data.DEEDS | {"co"})
        if part.amounts or len(nots) != 1 or not keys & data.NOTHING or not deeds:
            return False
        if not keys <= data.BESIDE_NONE | data.NOT | {data.NOT_YET, "chi", "tang"}:
            return False
        self.told.none |= {"money"} if deeds == {"chi"} else {"visit", "gift"}
        return True

    def _words_alone(self, part: Part, last: Entry) -> bool:
        words = set(part.keys)
        if words & (data.NOT | {data.NOT_YET, "lai", "khac", "nhu"}):
            return False
        if last.of == "visit" and last.named and one_person(part, self.text, first=True):
            self.told.entries.append(Entry("visit", 1, named=True))
        return last.named or part.joined or bool(self.told.sums.each or self.told.sums.totals)

    def _paid_more(self, part: Part, amount: Amount, last: Entry) -> bool:
        if inside(self.text, part) and last.sums and whole(amount) and last.sums[-1].ways == whole(amount).ways:  # type: ignore[union-attr]
            return True  # the same sum again in words, in parentheses
        if amount.each:
            return self._for_each(part, [amount], self._target(amount.each))
        if not set(part.keys) <= data.SPENT_ON:
            return self._leave(part)
        return self._add(last, whole(amount, self.scale)) or self._leave(part)


def inside(text: str, part: Part) -> bool:
    """Whether a part stands in parentheses."""
    return text.count("(", 0, part.start) > text.count(")", 0, part.start)


def in_all(counts: Sequence[int], general: Sequence[bool]) -> int | None:
    """How many several counts come to: a `general` one that is the sum of all others has them in it.

    >>> in_all([3, 2, 1], [False] * 3), in_all([1, 1, 2], [False, False, True]), in_all([10, 5, 5], [True] * 3)
    (6, 2, 10)
    """
    if not counts:
        return None
    total = sum(counts)
    pairs = zip(counts, general, strict=True)
    within = [count for count, every in pairs if every and len(counts) > 2 and 2 * count == total]
    return within[0] if within else total


def says_none(part: Part, names: set[str] | None = None) -> bool:
    """Whether a part without a figure says that there was none, or that none was made yet."""
    keys = part.keys
    why = next((n for n, key in enumerate(keys) if key in ("vi", "do", "nen")), len(keys))
    keys = keys[:why]
    nots = [key for key in keys if key in data.NOT]
    yet = keys.count(data.NOT_YET)
    if len(nots) + yet != 1 or data.UNKNOWN & set(keys):
        return False
    named = {"qua", "suat", "tang", "trao", "vieng", "trung", "thu", "chua", *(names or ())}
    return all(key in data.NOT | data.BESIDE_NONE | named for key in keys)


def _denied(part: Part, counts: Sequence[Amount]) -> bool:
    """Whether «không», «chưa» stands before the figure, or something else than money behind it."""
    if counts:
        before = {word.key for word in part.words if word.start < counts[0].start}
        return bool(before & (data.NOT | {data.NOT_YET}))
    return bool(set(part.keys) & (data.NOT | {data.NOT_YET}))


def _people_each(part: Part, counts: Sequence[Amount]) -> bool:
    """«2 ng ốm 1 ng đẻ»"""
    return all(part.behind(each)[:1] and part.behind(each)[0].key in data.PEOPLE for each in counts)


def _all(part: Part, amount: Amount, between: str) -> bool:
    """Whether a sum is said to be for all of them: «hết 600k», «= 600k»."""
    words = [word for word in part.before(amount) if part.start <= word.start]
    said = any(length_at(words, n, kind) for n in range(len(words)) for kind in ("money", "total"))
    return said or "=" in between or any(word.key in ("la", "het", "ca") for word in words)
