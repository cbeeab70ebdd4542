"""Awards as sentences: one a giver, what was given apart from what was proposed.

Where the office gave a figure for all of a giver's awards, it leads and the listed ones follow ("…, gồm: a; b");
where they are not all of it, "trong đó"; where they are more, the figure alone is printed.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reporting.documents.model import Award
from reporting.text import fold
from reporting.values import Pair, Value
from templates.documents.figures import count
from templates.documents.speech import Speech
from templates.documents.wording import typed

STUDENTS = ("hoc sinh", "sinh vien", "chau", "con doan vien")
_VERBS = ("tuyen duong", "khen", "bieu duong", "vinh danh", "ton vinh", "cong nhan", "phong tang")
_DAYS = ("dai hoi", "ngay", "ky niem", "le", "tet", "thang", "hoi nghi")
_TIMES = ("nam hoc", "nam 20", "giai doan", "nhiem ky", "quy ", "dot ")
_CERTIFICATE = "bang khen"
_NAMED = re.compile(r"(chương trình|phong trào|cuộc vận động|cuộc thi|hội thi) “([^“”]+)”", re.IGNORECASE)
_PROVINCE, _NATIONAL, _COMMITTEE = "LĐLĐ tỉnh", "Tổng LĐLĐ Việt Nam", "UBND tỉnh"


def award_lines(speech: Speech) -> list[str]:
    """The sentences, without their full stops: the province's, the national, others', students, proposals."""
    awards = [_shortly(speech, award) for award in speech.material.awards if recipients(award)]
    given = [a for a in awards if not a.proposed and not _of_students(a)]
    certificates = _certificates(speech, [a for a in given if _is(a, _PROVINCE)])
    national = [a for a in given if _is(a, _NATIONAL)]
    proposed = [a for a in awards if a.proposed]
    to_committee = [a for a in proposed if _is(a, _COMMITTEE)]
    lines = [
        _led(speech, "awards_national", national, f"{_NATIONAL} khen thưởng", ""),
        _led(speech, "awards_province", certificates, f"{_PROVINCE} tặng Bằng khen cho", _CERTIFICATE),
        *_by_giver([a for a in given if a not in certificates and a not in national]),
        _students(speech, [a for a in awards if not a.proposed and _of_students(a)]),
        _led(speech, "awards_proposed", to_committee, f"đề nghị {_COMMITTEE} khen thưởng", ""),
        *_by_giver([a for a in proposed if a not in to_committee]),
    ]
    return [line for line in lines if line]


def _shortly(speech: Speech, award: Award) -> Award:
    """The award, its occasion "Chương trình nêu trên" where the office's prose names that programme in full."""
    prose = " ".join(speech.material.narratives.get("emulation", ()))
    named = {(fold(kind), fold(name)) for kind, name in _NAMED.findall(typed(prose))}

    def again(found: re.Match[str]) -> str:
        kind, name = fold(found[1]), fold(found[2])
        alone = (kind, name) in named and sum(k == kind for k, _ in named) == 1
        return f"{found[1]} nêu trên" if alone else found[0]

    return replace(award, occasion=_NAMED.sub(again, typed(award.occasion)))


def _certificates(speech: Speech, own: Sequence[Award]) -> list[Award]:
    """The province's own that its figure counts; those of no named award too, where it is the sum with them."""
    named = [a for a in own if fold(a.award).startswith(_CERTIFICATE)]
    with_unnamed = [a for a in own if not a.award or a in named]
    value = speech.value("awards_province")
    return with_unnamed if value in _sums(with_unnamed) and value not in _sums(named) else named


def _led(speech: Speech, code: str, awards: Sequence[Award], opening: str, kind: str) -> str:
    """The awards behind the office's figure for all of them; without a figure as they are listed."""
    if not speech.some(code):
        return "; ".join(_by_giver(awards))
    figure = speech.n(code)
    if not awards:
        return f"{opening} {figure}"
    if len(awards) == 1 and _sums(awards)[0] == speech.value(code) and not awards[0].other:
        [award] = awards
        opened = opening if kind and fold(award.award) in ("", kind) else _verb(award)
        return _with_occasion(f"{opened} {figure}", award.occasion)
    if len(awards) == 1 and _trade(awards[0]) and speech.value(code) == _sums(awards)[1]:
        return _with_occasion(f"{opening} {figure} là {_trade(awards[0])}", awards[0].occasion)
    joint = _joint(speech.value(code), awards)
    if not joint:  # they contradict each other: only one is printed, the checks tell of both
        return f"{opening} {figure}"
    return f"{opening} {figure}{joint}: {'; '.join(_inside(a, kind) for a in awards)}"


def _joint(value: Value | None, awards: Sequence[Award]) -> str:
    """How the listed ones follow the figure: all of it, or a part of it; "" where they are more than it."""
    sums = _sums(awards)
    if value in sums:
        return ", gồm"
    if isinstance(value, Pair) and _fits(sums[0], value):
        return ", trong đó có"
    return ""


def _fits(part: Pair, whole: Pair) -> bool:
    return (part.tap_the or 0) <= (whole.tap_the or 0) and (part.ca_nhan or 0) <= (whole.ca_nhan or 0)


def _students(speech: Speech, awards: Sequence[Award]) -> str:
    code = "students_honoured"
    if not speech.some(code):
        return "; ".join(_by_giver(awards))
    figure = speech.n(code)
    who = "học sinh là con đoàn viên"
    if not awards:
        return f"tuyên dương, khen thưởng {figure} {who}"
    many = sum(number for award in awards for _, number in award.other)
    if len(awards) == 1 and many == speech.value(code):
        [award] = awards
        doing = _verb(award, again=_is(award, _PROVINCE))
        return _with_occasion(f"{doing} {figure} {typed(award.other[0][0])}", award.occasion)
    joint = "gồm" if many == speech.value(code) else "trong đó có"
    return f"tuyên dương, khen thưởng {figure} {who}, {joint}: {'; '.join(_inside(a, '') for a in awards)}"


def _by_giver(awards: Iterable[Award]) -> list[str]:
    """Without a figure that leads: one sentence a giver, one clause an award."""
    groups: dict[tuple[str, bool], list[Award]] = {}
    for award in awards:
        groups.setdefault((fold(award.giver), award.proposed), []).append(award)
    return ["; ".join(_clauses(group)) for group in groups.values()]


def _clauses(awards: Sequence[Award]) -> Iterable[str]:
    """The giver and the award are named once, as long as they do not change."""
    before = None
    for award in awards:
        told = _with_occasion(recipients(award), award.occasion)
        if before is None:
            yield f"{_verb(award)} {told}"
        elif fold(award.award) == fold(before.award):
            yield told
        else:
            yield f"{_verb(award, again=True)} {told}"
        before = award


def _verb(award: Award, again: bool = False) -> str:
    """ "LĐLĐ tỉnh tặng Bằng khen cho", "đề nghị UBND tỉnh khen thưởng", "tuyên dương, khen thưởng"."""
    name, giver = typed(award.award), typed(award.giver)
    doing = f"tặng {name} cho" if name else "khen thưởng"
    if name and fold(name).startswith(_VERBS):
        doing = name[:1].lower() + name[1:]
    if again:
        return doing
    return f"đề nghị {giver} {doing}" if award.proposed else f"{giver} {doing}"


def _inside(award: Award, kind: str) -> str:
    """One of several behind a leading figure: the award named where it is another than the opening's."""
    told = _with_occasion(recipients(award), award.occasion)
    name = typed(award.award)
    occasion = typed(award.occasion).removeprefix("trong ")
    if not name and not kind and fold(occasion).startswith(_TIMES):
        return f"khen thưởng {occasion} cho {recipients(award)}"
    return f"{name} cho {told}" if name and fold(name) != kind and not fold(name).startswith(_VERBS) else told


def recipients(award: Award) -> str:
    """Who was given it, as printed: "06 tập thể, 12 cá nhân"; empty where nobody is counted."""
    counts = [(award.tap_the, "tập thể"), (award.ca_nhan, "cá nhân"), *((n, who) for who, n in award.other)]
    return ", ".join(f"{count(number)} {typed(who)}" for number, who in counts if number)


def _with_occasion(told: str, occasion: str) -> str:
    """ "06 cá nhân có thành tích…", "10 tập thể nhân dịp Đại hội…", "05 cá nhân trong Chương trình…"."""
    said = typed(occasion).rstrip(" .;,")
    if not said:
        return told
    if said.startswith("(") or fold(said).startswith("nhan "):
        return f"{told} {said}"
    if fold(said).startswith(_TIMES):
        return f"{told} trong {said}"
    if said[0].islower():
        return f"{told} {said}"
    if fold(said).startswith(_DAYS):
        return f"{told} nhân dịp {said}"
    return f"{told} trong {said}"


def _sums(awards: Iterable[Award]) -> tuple[Pair, Pair]:
    """Of all: collectives and individuals; and with teachers and others named by their trade as individuals."""
    awards = list(awards)
    collectives, people = sum(a.tap_the for a in awards), sum(a.ca_nhan for a in awards)
    others = sum(number for award in awards for _, number in award.other)
    return Pair(collectives, people), Pair(collectives, people + others)


def _trade(award: Award) -> str:
    """What the people of an award are, where they are of one trade only: "giáo viên"."""
    lone = len(award.other) == 1 and not award.tap_the and not award.ca_nhan
    return typed(award.other[0][0]) if lone else ""


def _of_students(award: Award) -> bool:
    return fold(_trade(award)).startswith(STUDENTS)


def _is(award: Award, giver: str) -> bool:
    known, said = fold(giver), fold(award.giver)
    return known in said or (giver == _NATIONAL and said.startswith(("tong ldld", "tong lien doan")))
