"""The money told with visits and gifts: for one of them, for each, or for all."""

from collections.abc import Sequence

from reporting.reading import care_words as data
from reporting.reading.care_figures import Amount, is_product, is_result
from reporting.reading.care_parts import Part, length_at
from reporting.reading.care_persons import one_person
from reporting.reading.care_sums import Sum, each_or_all, for_each, whole
from reporting.reading.care_told import Entry, Of, Told, in_all, inside, says_none


class Paying:
    """What was told so far, and the sums that come to it; `text` as prepared, `scale` what bare sums are counted in."""

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

    def _leave(self, part: Part) -> bool:
        self.told.left.append(part)
        large = any((each.value or 0) >= data.A_SUM for each in part.counts)
        self.told.unclear = self.told.unclear or bool(part.sums) or large
        return True

    def _split(self, part: Part) -> tuple[list[Amount], list[Amount]]:
        """The figures that count, and those that are money: a bare one behind the count may be."""
        counts: list[Amount] = []
        sums = part.sums
        for amount in part.counts:
            after = part.behind(amount)[:1]
            if after and (
                after[0].key in data.OTHER_UNITS or (part.kind == "visit" and after[0].key in data.PARCELS)
            ):
                continue
            value = amount.value or 0
            paid = (
                bool(counts)
                and is_result(self.text, counts[-1], amount)
                and (value >= data.A_SUM or self.scale > 1)
            )
            bare = not after or after[0].key in data.COURTESY
            large = value >= data.A_SUM and value % 10 == 0
            if paid or (bare and large and (counts or one_person(part, self.text) or self.scale > 1)):
                sums.append(amount)
            else:
                counts.append(amount)
        return counts, sorted(sums, key=lambda each: each.start)

    def _add(self, entry: Entry, found: Sum | None) -> bool:
        if found is None:
            return False
        entry.sums.append(found)
        self.told.sums.each.append(found)
        return True

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
        counts, sums = list(part.counts), part.sums
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
        hundreds = amount.text.casefold().endswith(("trăm", "tram"))
        if last is None and (hundreds or not amount.money) and self.scale == 1:
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

    def _product(self, part: Part) -> bool:
        """«2 x 300»"""
        many, amount = part.amounts
        found = for_each(many.value, amount) if many.value and not many.money else None
        self.told.sums.each += [found] if found else []
        return found is not None or self._leave(part)

    def _per_head(self, part: Part, sums: Sequence[Amount]) -> bool:
        """«mỗi cụ 300 nghìn với một hộp sữa 250 nghìn»: what is for each goes on."""
        last = self._last
        if not (part.joined and last is not None and last.kind == "each" and sums):
            return False
        return self._for_each(part, sums, self._target(last.keys[1] if len(last.keys) > 1 else ""))

    def _paid_more(self, part: Part, amount: Amount, last: Entry) -> bool:
        found = whole(amount, self.scale)
        if inside(self.text, part) and last.sums and found is not None and last.sums[-1].ways == found.ways:
            return True  # the same sum again in words, in parentheses
        if amount.each:
            return self._for_each(part, [amount], self._target(amount.each))
        if not set(part.keys) <= data.SPENT_ON:
            return self._leave(part)
        return self._add(last, found) or self._leave(part)


def _all(part: Part, amount: Amount, between: str) -> bool:
    """Whether a sum is said to be for all of them: «hết 600k», «= 600k»."""
    words = [word for word in part.before(amount) if part.start <= word.start]
    said = any(length_at(words, n, kind) for n in range(len(words)) for kind in ("money", "total"))
    return said or "=" in between or any(word.key in ("la", "het", "ca") for word in words)
