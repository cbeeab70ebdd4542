"""What holds of every month: no zero clauses, no broken seams, each figure said once, no number from nowhere."""

import re
from decimal import Decimal
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from reporting.documents.model import Award, Figure, Material, PlannedTask, Said
from reporting.documents.sections import RESULTS, SECTIONS, Section
from reporting.values import Missing, Pair, Ratio, Value
from templates.documents.sentences import sentences
from templates.documents.speech import amount
from tests.documents.sentences.made import PROFILE, QUESTIONS, TAG, UNITS, figure, marked, material, plain

SMALL = st.one_of(st.none(), st.just(0), st.integers(0, 12), st.integers(0, 10_000_000))
UNSAID = {"program_ranked", "congress_held", "budget_draft_submitted"}  # yes or no: no figure in the text
NUMBER = re.compile(r"\d")


def values_of(code: str) -> st.SearchStrategy[Value | None]:
    match QUESTIONS[code][1].kind:
        case "pair":
            made: st.SearchStrategy[Value] = st.builds(Pair, st.integers(0, 40), st.integers(0, 40))
        case "ratio":
            made = st.builds(Ratio, st.integers(1, 9), st.integers(9, 90))
        case "percent":
            made = st.decimals(0, 300, places=1)
        case "yesno":
            made = st.booleans()
        case _:
            return st.one_of(SMALL, st.just(Missing("chưa có")))
    return st.one_of(st.none(), made)


WORDS = st.sampled_from(["Tặng quà đoàn viên", "tọa đàm, giao lưu.", "Kinh phí ít", "Đề nghị tập huấn"])
SAID = st.lists(
    st.builds(
        lambda unit, question, words: Said(unit, question, words, question),
        st.sampled_from(["Công đoàn A", "Công đoàn B", "Công đoàn C"]),
        st.sampled_from(["other", "difficulties"]),
        WORDS,
    ),
    max_size=6,
)
AWARDS = st.lists(
    st.builds(
        Award,
        st.sampled_from(["LĐLĐ tỉnh", "Tổng LĐLĐ Việt Nam", "UBND tỉnh"]),
        st.sampled_from(["", "Bằng khen", "Tuyên dương"]),
        st.integers(0, 20),
        st.integers(0, 20),
        st.sampled_from([(), (("học sinh", 9),), (("giáo viên", 1),)]),
        st.sampled_from(["", "nhân dịp Đại hội", "Chương trình A", "tiêu biểu"]),
        st.booleans(),
    ),
    max_size=4,
).map(tuple)
PLANNED = st.lists(
    st.builds(PlannedTask, st.just("Kiểm tra quỹ"), st.sampled_from(["", "done", "moved", "dropped"])),
    max_size=3,
).map(tuple)
LISTS = st.dictionaries(
    st.sampled_from(["reports", "plans", "letters", "opinions"]), st.just(("họp báo", "Đại hội")), max_size=4
)


@st.composite
def months(draw: st.DrawFn) -> Material:
    some, every = st.sets(st.sampled_from(sorted(QUESTIONS))), st.just(set(QUESTIONS))
    codes = draw(st.one_of(some, every))
    values = {code: draw(values_of(code)) for code in sorted(codes)}
    for code in sorted(codes):
        if QUESTIONS[code][1].kind == "count" and draw(st.booleans()):
            values[f"{code}.change"] = draw(st.integers(-20, 20))
            values[f"{code}.reported"] = draw(st.integers(1, UNITS))
    return material(
        values,
        draw(SAID),
        units=draw(st.integers(0, UNITS)),
        awards=draw(AWARDS),
        planned=draw(PLANNED),
        lists=draw(LISTS),
    )


@given(months())
@settings(max_examples=150, deadline=None)
def test_no_sentence_is_broken(made: Material) -> None:
    for section, paragraphs in sentences(made, plain, PROFILE).items():
        for paragraph in paragraphs:
            assert not re.search(r"  |[,;:] ?[.;,]|\.\.|\( | \)| [,.;:]|^[ ,;]", paragraph), paragraph
            assert "01 các" not in paragraph and not re.search(r"[\ue000-\uf8ff]|\bNone\b", paragraph)
            assert paragraph[0].isupper() or paragraph[0] in "[-“", paragraph
            assert paragraph[-1] in ".]:;", (section, paragraph)
            assert "  " not in paragraph and paragraph == paragraph.strip()


@given(months())
@settings(max_examples=150, deadline=None)
def test_nought_and_missing_are_never_said(made: Material) -> None:
    told: list[Figure] = []

    def seen(found: Figure) -> str:
        told.append(found)
        return marked(found)

    sentences(made, seen, PROFILE)
    assert all(amount(found.value) for found in told)


@given(months())
@settings(max_examples=150, deadline=None)
def test_each_figure_is_said_once_in_its_section(made: Material) -> None:
    text = sentences(made, marked, PROFILE)
    for tag, found in made.snapshot.figures.items():
        if "." in found.code or found.code not in QUESTIONS or found.code in UNSAID:
            continue
        alike = found.code == "members_in_new_cdcs" and found.value == made.snapshot.value("members_admitted")
        if alike and amount(made.snapshot.value("cdcs_established")):
            continue  # told as "all of them", beside the number itself
        said = " ".join(text[found.section]).count(f"{{{tag}}}")
        everywhere = sum(" ".join(paragraphs).count(f"{{{tag}}}") for paragraphs in text.values())
        assert said == everywhere == (1 if amount(found.value) else 0), tag


@given(months())
@settings(max_examples=150, deadline=None)
def test_no_number_comes_from_nowhere(made: Material) -> None:
    """Without what people typed, all digits are figures: but for the name of one programme, and lists of awards."""
    bare = Material(made.snapshot, planned=made.planned)
    for paragraphs in sentences(bare, marked, PROFILE).values():
        for paragraph in paragraphs:
            assert not NUMBER.search(TAG.sub("", paragraph).replace("“1 triệu sáng kiến”", "")), paragraph


@given(months())
@example(material({"initiatives_valid": 1, "members_total": 1}))  # nothing between them that is written
@settings(max_examples=100, deadline=None)
def test_items_do_not_open_alike(made: Material) -> None:
    text = sentences(made, plain, PROFILE)
    heads = [text[section][0].split()[:3] for section in RESULTS[:10] if text[section]]
    said = [head for head in heads if head[0] != "[Chưa"]
    assert all(head != before for before, head in pairwise(said))


def test_the_same_month_gives_the_same_text() -> None:
    made = material({"members_admitted": 3, "initiatives_plan_pct": Decimal("99.5")})
    assert sentences(made, plain, PROFILE) == sentences(made, plain, PROFILE)
    assert tuple(sentences(made, plain, PROFILE)) == SECTIONS
    assert figure("members_admitted", 3).section == "members"


@given(st.text(max_size=60), st.sampled_from(SECTIONS))
@settings(max_examples=150, deadline=None)
def test_whatever_people_type_is_text_on_one_line(typed: str, section: Section) -> None:
    said = [Said("Công đoàn A", "highlights", typed, "other"), Said("", "special_event", typed, "event")]
    made = material(
        {"members_admitted": 3, "loan_projects": 1, "awards_province": Pair(1, 1)},
        [*said, Said(typed, "difficulties", typed, "difficulties"), Said("", "loan_place", typed, "care")],
        narratives={section: (typed,)},
        lists={"reports": (typed,), "opinions": (typed,)},
        awards=(Award(typed, typed, 1, 1, ((typed, 2),), typed), Award("LĐLĐ tỉnh", typed, 1, 0, (), typed)),
        tasks=(typed,),
        planned=(PlannedTask(typed, "moved"),),
    )
    for paragraphs in sentences(made, plain, PROFILE).values():
        for paragraph in paragraphs:
            assert paragraph and len(paragraph.splitlines()) == 1, repr(paragraph)
            assert not re.search(r"[\ue000-\ue004]", paragraph)
