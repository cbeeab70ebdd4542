"""Who came and who left, as a message tells it: «kết nạp 3 (1 nữ)», «1 thầy nghỉ hưu», «không ai vào ai ra»."""

from collections.abc import Sequence
from dataclasses import dataclass

from reporting.reading import members_words as data
from reporting.reading.members_people import (
    People,
    Share,
    both_sexes,
    named_women,
    number_at,
    people_at,
    people_end,
    share_at,
)
from reporting.reading.members_tokens import Token, is_one_of, length_at, table
from reporting.reading.members_verbs import (
    BOUNDS,
    FAR,
    LABELS,
    STAYING,
    TOPICS,
    Verb,
    clause_of,
    denied,
    free_end,
    has,
    linked,
    names_at,
    none_end,
    vague,
    verb_at,
)  # fmt: skip

_SINCE, _THIS_TIME = table(data.SINCE), table(data.THIS_TIME)
_WOMEN = table(("nữ", "số nữ", "chị em", "đoàn viên nữ"))


@dataclass(frozen=True, slots=True)
class Move:
    """So many came or left. `named`: they are told by name; `maybe`: women that may be the total as well."""

    verb: Verb
    count: int
    women: int | None
    start: int
    end: int
    named: bool = False
    maybe: Share | None = None
    bare: bool = False  # «kết nạp 3», as the line is called
    shared: bool = False  # the women among them are told apart: «(2 nữ)»
    parts: int = 0  # so many are «1 nam 2 nữ», told of other many


def move_at(tokens: Sequence[Token], place: int) -> Move | None:
    """What a place tells of who came or left: its verb first, or the people, or that there was nobody."""
    start, end = clause_of(tokens, place)
    found = (
        _nobody(tokens, place)
        or _by_verb(tokens, place, start, end)
        or (None if has(tokens, start, place, TOPICS) else _told_first(tokens, place, end))
    )
    return None if found is None or vague(tokens, start, end) else found


def _told_first(tokens: Sequence[Token], place: int, past: int) -> Move | None:
    """People and what they did; not of «thăm 2 đồng chí nghỉ hưu»."""
    return _by_people(tokens, place, past) or _by_name(tokens, place, past)


def _by_verb(tokens: Sequence[Token], place: int, start: int, past: int) -> Move | None:
    """«kết nạp thêm 3 đ/c», «giảm: không», «nghỉ hưu: 01 đc nữ», «kết nạp thêm chị Thanh, anh Sơn»."""
    verb = verb_at(tokens, place)
    if verb is None:
        return None
    behind = linked(tokens, verb.end)
    if denied(tokens, behind):
        return Move(verb, 0, 0, place, none_end(tokens, behind + 1), bare=not verb.weak)
    people = people_at(tokens, behind)
    if people is None:
        return _names_behind(tokens, verb, place, behind)
    if verb.weak and (has(tokens, start, past, TOPICS)):
        return None
    apart = _apart(tokens, people)
    if apart is not None:
        return Move(verb, people.count, None, place, apart[1], parts=apart[0])
    count, women, end = _more(tokens, people)
    share = _share(tokens, end, count)
    maybe = share if share and not share.sure else None
    shared = share is not None and share.sure
    if share is not None and share.sure:
        women, end = share.women, share.end
    extra = women is not None or end < _eaten(tokens, end, verb) or count != people.count
    return Move(
        verb, count, 0 if not count else women, place, _eaten(tokens, end, verb), maybe=maybe,
        shared=shared,
        bare=not extra
        and not verb.weak
        and verb.every
        and all(token.text in ":=" for token in tokens[verb.end : behind]),
    )  # fmt: skip


def _apart(tokens: Sequence[Token], people: People) -> tuple[int, int] | None:
    """«2 bạn, 1 nam 2 nữ»: how many the parts are, where they are not as many, and the place behind."""
    place = free_end(tokens, people.end)
    place += place < len(tokens) and tokens[place].text in ",:-–"
    both = both_sexes(tokens, place) if people.noun and people.women is None else None
    return both if both is not None and both[0] != people.count else None


def _share(tokens: Sequence[Token], place: int, count: int) -> Share | None:
    """The women told right behind people, or behind what they are: «1 công chức địa chính (nam)»."""
    return share_at(tokens, place, count) or share_at(tokens, free_end(tokens, place), count)


def _more(tokens: Sequence[Token], people: People) -> tuple[int, int | None, int]:
    """People told one after the other: «3 chị nuôi dưỡng với 1 anh lái xe», «1 bác sĩ nữ khoa Sản, 1 hộ lý nam»."""
    count, women, end = people.count, people.women, people.end
    while people.noun:
        behind = end if number_at(tokens, end) is not None else free_end(tokens, end)
        if behind >= len(tokens):
            break
        parted = tokens[behind].text in ",+" or is_one_of(tokens[behind], data.JOINS)
        following = people_at(tokens, behind + parted)
        if not parted and (following is None or following.women is None or women is None):
            break  # «1 thầy 2 cô»
        if following is None or not following.noun or following.count == 0:
            break
        share = _share(tokens, end, count)
        if share is not None and share.sure:
            break  # «5 đồng chí, 4 nữ và 1 nam»
        past = free_end(tokens, following.end)
        if any(token.key == "chuyen" for token in tokens[following.end : past + 1]):
            break  # whether they came or left is told behind it
        if verb_at(tokens, past) is not None or length_at(tokens, past, STAYING):
            break
        count += following.count
        women = women + following.women if women is not None and following.women is not None else None
        end = following.end
    return count, women, end


def _eaten(tokens: Sequence[Token], place: int, verb: Verb) -> int:
    """Past what only explains a figure: «giảm 2 người (…) nghỉ hưu 1/10», a reason, a parenthesis without figures."""
    while place < len(tokens):
        free = free_end(tokens, place)
        again = verb_at(tokens, free)
        dated = (
            free < len(tokens)
            and not tokens[free].mark
            and tokens[free].word is None
            and tokens[free].value is None
        )
        if dated and "/" in tokens[free].text:
            place = free + 1
        elif (
            again
            and again.came == verb.came
            and not again.every
            and number_at(tokens, linked(tokens, again.end)) is None
        ):
            place = again.end
        elif free < len(tokens) and tokens[free].text == "(" and (end := _plain_parenthesis(tokens, free)):
            place = end
        elif free > place:
            place = free
        elif free < len(tokens) and tokens[free].text == "," and (end := _told_again(tokens, free + 1, verb)):
            place = end
        else:
            break
    return place


def _told_again(tokens: Sequence[Token], place: int, verb: Verb) -> int:
    """The end of a clause that says the same without a figure: «…, đã làm thủ tục vào công đoàn rồi»; or 0."""
    end = place
    again = False
    while end < len(tokens) and not (tokens[end].mark and tokens[end].text in BOUNDS):
        if tokens[end].word is None or length_at(tokens, end, TOPICS) or length_at(tokens, end, LABELS):
            return 0
        if is_one_of(tokens[end], data.NOT) or is_one_of(tokens[end], data.JOINS) or names_at(tokens, end):
            return 0
        found = verb_at(tokens, end)
        if found is not None and found.came != verb.came:
            return 0
        again = again or (found is not None and not found.weak)
        end += 1
    return end if again else 0


def _plain_parenthesis(tokens: Sequence[Token], place: int) -> int:
    for n in range(place + 1, min(len(tokens), place + 30)):
        if tokens[n].text == ")":
            return n + 1
        if tokens[n].value is not None or tokens[n].text == "\n" or length_at(tokens, n, TOPICS):
            return 0
    return 0


def _by_people(tokens: Sequence[Token], place: int, past: int) -> Move | None:
    """«1 thầy nghỉ hưu», «2 xin ra», «có 3 cán bộ thôi việc, 1 nữ 2 nam»."""
    people = people_at(tokens, place)
    if (
        people is None
        or not people.count
        or (place and tokens[place - 1].key in ("thang", "ngay", "lop", "muc"))
    ):
        return None
    at = people.end
    while at < min(past, people.end + FAR) and people.noun and verb_at(tokens, at) is None:
        if tokens[at].word is None or length_at(tokens, at, TOPICS) or is_one_of(tokens[at], data.NOT):
            return None
        if length_at(tokens, at, STAYING) or length_at(tokens, at, LABELS):
            return None
        at += 1
    verb = verb_at(tokens, at)
    if verb is None or (not people.noun and (verb.every or verb.text in ("đi", "mất", "chuyển"))):
        return None
    if verb.text == "mất" and verb.end < len(tokens) and tokens[verb.end].word is not None:
        return None  # «1 đồng chí mất bố»
    if number_at(tokens, linked(tokens, verb.end), words=False) is not None:
        return None
    if verb.every and verb.text in ("tăng", "thêm", "giảm", "bớt"):
        return None
    women, end = people.women, _eaten(tokens, verb.end, verb)
    share = _share(tokens, verb.end, people.count) or share_at(tokens, end, people.count)
    maybe = share if share and not share.sure else None
    shared = share is not None and share.sure
    if share is not None and share.sure:
        women, end = share.women, _eaten(tokens, share.end, verb)
    return Move(verb, people.count, women, place, end, maybe=maybe, shared=shared)


def _nobody(tokens: Sequence[Token], place: int) -> Move | None:
    """«không ai vào», «ko có giảm», «không có đoàn viên giảm»; one verb of them (see `chained`)."""
    if not is_one_of(tokens[place], data.NOT):
        return None
    at = place + 1
    while at < min(len(tokens), place + FAR) and verb_at(tokens, at) is None:
        if not is_one_of(tokens[at], data.BEFORE_NONE):
            return None
        at += 1
    verb = verb_at(tokens, at)
    if verb is None or number_at(tokens, linked(tokens, verb.end), words=False) is not None:
        return None
    end = none_end(tokens, verb.end)
    closed = end >= len(tokens) or not tokens[end].word or verb_at(tokens, end) is not None
    closed = closed or is_one_of(tokens[end], (*data.JOINS, *data.NOT))
    if not closed and (verb.weak or is_one_of(tokens[place], ("chưa",))):
        return None
    return Move(verb, 0, 0, place, end)


def chained(tokens: Sequence[Token], move: Move) -> Move | None:
    """What is denied along with it: «không ai vào ai ra», «không tăng không giảm», «ko có ai ra vào»."""
    at = move.end
    if not is_one_of(tokens[move.start], data.NOT):
        return None
    while at < len(tokens) and (
        tokens[at].text in ",/"
        or is_one_of(tokens[at], (*data.JOINS, *data.NOT, "hay", "hoặc", "cũng", "ai", "có"))
    ):
        at += 1
    verb = verb_at(tokens, at)
    if verb is None or verb.came == move.verb.came or number_at(tokens, linked(tokens, verb.end)) is not None:
        return None
    if verb.end < len(tokens) and (tokens[verb.end].text in ":=" or denied(tokens, verb.end)):
        return None
    end = none_end(tokens, verb.end)
    if end < len(tokens) and tokens[end].word and verb.weak and verb_at(tokens, end) is None:
        return None
    return Move(verb, 0, 0, move.end, end)


def _names_behind(tokens: Sequence[Token], verb: Verb, place: int, behind: int) -> Move | None:
    found = names_at(tokens, behind)
    told = verb.every or any(token.text == ":" for token in tokens[verb.end : behind])
    if found is None or (verb.weak and verb.every) or not told:
        return None
    women = named_women(tokens[behind : found[1]])
    return Move(
        verb, found[0], women[1] if women else None, place, _eaten(tokens, found[1], verb), named=True
    )


def _by_name(tokens: Sequence[Token], place: int, past: int) -> Move | None:
    """«thầy Vàng A Páo chuyển về Mèo Vạc», «cô Siêng với cô Dế mới về thay»."""
    found = names_at(tokens, place)
    if found is None:
        return None
    verb = verb_at(tokens, found[1])
    if verb is None or verb.text in ("đi", "vào", "ra", "tăng", "giảm", "thêm", "bớt"):
        return None
    if number_at(tokens, linked(tokens, verb.end), words=False) is not None:
        return None
    women = named_women(tokens[place : found[1]])
    end = _eaten(tokens, verb.end, verb)
    return Move(verb, found[0], women[1] if women else None, place, end, named=True)


def women_moved(tokens: Sequence[Token], place: int) -> tuple[Verb, int, int, int] | None:
    """«nữ vào 6», «nữ tăng 2», «nữ mới 2»: the verb, how many women, and where it begins and ends."""
    length = length_at(tokens, place, _WOMEN)
    if not length:
        return None
    at = place + length
    verb = verb_at(tokens, at)
    if verb is None and at < len(tokens) and is_one_of(tokens[at], ("mới",)):
        verb = Verb(came=True, every=False, weak=True, end=at + 1, text="mới")
    number = number_at(tokens, linked(tokens, verb.end)) if verb else None
    if verb is None or number is None or (verb.text == "mới" and linked(tokens, verb.end) > verb.end):
        return None
    end, _, _ = people_end(tokens, linked(tokens, verb.end) + 1)
    if end < len(tokens) and is_one_of(tokens[end], ("thành", "lên", "còn", "là", "so")):
        return None
    return verb, number, place, end


def since_at(tokens: Sequence[Token], place: int) -> Verb | None:
    """Who came or left in a longer time, told in the clause that begins at a place: «cả năm kết nạp 6»."""
    start, end = clause_of(tokens, place)
    if place != start or not has(tokens, start, end, _SINCE) or has(tokens, start, end, TOPICS):
        return None
    if has(tokens, start, end, _THIS_TIME) or not any(token.value is not None for token in tokens[start:end]):
        return None
    return next((verb for n in range(start, end) if (verb := verb_at(tokens, n)) and not verb.weak), None)


def this_time(tokens: Sequence[Token], place: int, verb: Verb) -> Move | None:
    """«…, tháng này 1 nữ thôi» behind what was told of a longer time."""
    length = length_at(tokens, place, _THIS_TIME)
    if not length or verb_at(tokens, place + length):
        return None
    behind = linked(tokens, place + length)
    if denied(tokens, behind):
        return Move(verb, 0, 0, place, none_end(tokens, behind + 1))
    people = people_at(tokens, behind)
    if people is None:
        return None
    share = _share(tokens, people.end, people.count)
    women, end = (share.women, share.end) if share and share.sure else (people.women, people.end)
    return Move(verb, people.count, women, place, _eaten(tokens, end, verb), shared=women is not None)
