"""The parts of a message taken in one by one: which visits and gifts each of them tells of."""

from reporting.reading import care_words as data
from reporting.reading.care_figures import Amount, is_product
from reporting.reading.care_paid import Paying
from reporting.reading.care_parts import Part
from reporting.reading.care_persons import one_person, several
from reporting.reading.care_sums import whole
from reporting.reading.care_told import Entry, Of, denied, inside, people_each, says_none
from reporting.reading.typed import phrase

_OUTSIDE, _LATER = (tuple(map(phrase, texts)) for texts in (data.OUTSIDE, data.LATER))


class Teller(Paying):
    """Goes through the parts."""

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

    def _none(self, part: Part) -> bool:
        """«thăm hỏi thì không», «quà đều không»; the name alone before it is told the same."""
        of: Of = "visit" if part.kind == "visit" else "gift"
        if not part.amounts and says_none(part):
            self.told.none.add(of)
            while self.told.entries and self._bare(self.told.entries[-1]):
                self.told.none.add(self.told.entries.pop().of)
            return True
        zero = [amount for amount in part.counts if amount.value == 0]
        if zero and len(part.amounts) == 1 and not self._of_a_kind(part):
            self.told.none.add(of)
            return True
        return False

    def _of_a_kind(self, part: Part) -> bool:
        """«hỷ 0» behind other visits: none of this kind, not none at all."""
        last = self._entry
        told = last is not None and last.of == "visit" and bool(last.count)
        return part.kind == "visit" and told and "tham" not in part.keys

    def _bare(self, entry: Entry) -> bool:
        return entry.count is None and entry.plain and not entry.sums

    def _visit(self, part: Part) -> bool:
        counts, sums = self._split(part)
        if len(counts) > 1 and part.word_before(counts[-1]) == "la":
            self.told.totals["visit"] = counts.pop().value or 0  # «với 2 bác ốm nữa là 4»
        if any(each.value is None for each in counts) or (len(counts) > 1 and not people_each(part, counts)):
            return self._leave(part)
        last = self._entry
        if counts and last is not None and last.of == "visit" and not part.begins:
            if inside(self.text, part) and last.count:
                return self._of_those(part, counts[0], sums)
            if part.kind == "turns" and last.named and not last.sums:  # «bác Sừ nằm viện, 2 lần»
                last.count = counts[0].value
                return self._pay(part, last, sums)
        if counts and part.word_before(counts[0]) == "thanh":
            return False  # «thăm hỏi thành 6» is put right by others
        if denied(part, counts):
            return self._leave(part) if part.amounts else False
        entry = self._visited(part, counts, sums)
        self.told.entries.append(entry)
        return self._pay(part, entry, sums)

    def _visited(self, part: Part, counts: list[Amount], sums: list[Amount]) -> Entry:
        """How many visits a part tells of: by a figure, or by somebody's name."""
        entry = Entry("visit", None)
        person = one_person(part, self.text)
        if counts:
            entry.count = sum(each.value or 0 for each in counts)
            entry.general = not sums and not data.KINDS & set(part.keys)
            entry.plain = entry.general and len(part.words) <= len(("thăm", "hỏi", "lượt"))
            if len(counts) > 1:  # «2 ng ốm 1 ng đẻ»
                self.told.ways["visit"] = [counts[0].value or 0]
        elif several(part) or self.text[: part.start].rstrip().casefold().endswith(("tiền", "tien")):
            self.told.several = True
        elif person or (sums and set(part.keys) & data.ONE_EACH):
            entry.count, entry.named = 1, person
        else:
            entry.plain = True
        return entry

    def _of_those(self, part: Part, count: Amount, sums: list[Amount]) -> bool:
        """A breakdown in parentheses: «4 lượt (3 ốm, 1 hiếu)»; nothing is counted twice."""
        self._within = Entry("visit", count.value)
        return self._pay(part, self._within, sums)

    def _gift(self, part: Part) -> bool:
        counts, sums = self._split(part)
        parcels = [
            each for each in counts if part.behind(each)[:1] and part.behind(each)[0].key in data.PARCELS
        ]
        chosen = parcels or counts
        if denied(part, counts) and not part.amounts:
            return "phai" in part.keys  # «không phải quà»
        if any(each.value is None for each in chosen) or len(chosen) > 1 or denied(part, counts):
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

    def _more(self, part: Part) -> bool:
        """A part that goes on with what was told before it."""
        last = self._entry
        if self._units_told(part):
            return True
        if last is None or part.begins:
            return False
        if not part.amounts:
            return self._words_alone(part, last)
        counts, sums = self._split(part)
        if self._per_head(part, sums):
            return True
        unit = next((word.key for each in counts[:1] for word in part.behind(each)[:1]), "")
        if unit in data.PEOPLE and any(word.key in data.CAME for word in part.behind(counts[0])):
            return False  # «30 người dự» are no visits
        person = one_person(part, self.text, first=True)
        if last.of == "visit" and (person or unit in data.PEOPLE | data.TIMES):
            return self._visit(part)
        return self._figures_alone(part, counts, sums, last)

    def _units_told(self, part: Part) -> bool:
        """«mỗi khoa 1 suất, có 7 khoa»"""
        behind = part.behind(part.counts[0])[:1] if part.counts else []
        if self._per_unit is None or not behind or behind[0].key != self._per_unit[0]:
            return False
        many, times = part.counts[0].value, self._per_unit[1]
        self._per_unit = None
        if many:
            self.told.entries.append(Entry("gift", many * times))
        return bool(many)

    def _figures_alone(self, part: Part, counts: list[Amount], sums: list[Amount], last: Entry) -> bool:
        """Figures without a word for visits or gifts beside them."""
        if len(counts) == 1 and not sums and part.keys[:1] == ["la"] and counts[0].value is not None:
            self.told.totals[last.of] = counts[0].value
            return True
        if part.joined and self._last is not None and self._last.kind == "each" and not sums:
            return True  # «mỗi hộ 1 triệu với 1 thùng mì»
        if len(part.amounts) == len(("many", "each")) and is_product(self.text, *part.amounts):
            return self._product(part)
        if part.keys[:1] and part.keys[0] in data.TIMES and len(counts) == 1 and not sums:  # «lần đầu 300»
            return (counts[0].value or 0) >= data.A_SUM and self._add(last, whole(counts[0], self.scale))
        if counts or len(sums) != 1:
            return self._leave(part)
        return self._paid_more(part, sums[0], last)

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
        beside = bool(words & data.BESIDE_VISITORS)
        if not beside and last.of == "visit" and last.named and one_person(part, self.text, first=True):
            self.told.entries.append(Entry("visit", 1, named=True))
        return last.named or part.joined or bool(self.told.sums.each or self.told.sums.totals)
