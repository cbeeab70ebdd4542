"""The text of the monthly report, section by section: the office's prose, then sentences made from the figures.

Each section's sentences are a template, `monthly/<section>.j2`: a line that comes out is a paragraph.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reporting.documents.model import Figure, Material
from reporting.documents.paper_figures import paper_figures
from reporting.documents.sections import SECTIONS, Section
from reporting.profile import Profile
from templates.documents import marks, wording
from templates.documents.award_lines import award_lines
from templates.documents.first_use import FirstUse
from templates.documents.speech import Speech

TEMPLATES = Path(__file__).with_name("monthly")

Mark = Callable[[Figure], str]

# What the office is asked to write where a section would be empty.
UNWRITTEN: Mapping[Section, str] = {
    "opening": "tình hình việc làm, đời sống, tư tưởng của đoàn viên, CNVCLĐ trong tháng",
    "propaganda": "công tác tuyên truyền, giáo dục",
    "rights": "đại diện, bảo vệ quyền lợi, thực hiện dân chủ ở cơ sở, giám sát",
    "care": "chăm lo đời sống đoàn viên, người lao động",
    "emulation": "công tác thi đua, khen thưởng",
    "event": "sự kiện, công tác tổ chức, cán bộ",
    "members": "phát triển đoàn viên, thành lập CĐCS",
    "issued": "văn bản đã ban hành, tập huấn, bồi dưỡng",
    "opinions": "tham gia góp ý dự thảo văn bản",
    "finance": "công tác tài chính, tài sản",
    "tasks": "nhiệm vụ trọng tâm tháng tới",
}
# These say that there was none, where their figures are all nought; the other ones want words of the office.
NONE_OF_IT: dict[Section, str] = {
    "emulation": "Trong tháng không có nội dung mới phát sinh.",
    "event": "Trong tháng không có sự kiện, thay đổi về tổ chức, cán bộ.",
    "opinions": "Không có dự thảo văn bản nào gửi lấy ý kiến trong tháng.",
    "finance": "Trong tháng không phát sinh nội dung mới.",
}
OFFICE_FORM = "số liệu trong biểu tháng của LĐLĐ tỉnh (chưa gửi)"
_WRITTEN_TAG = re.compile(r"\{([a-z][a-z0-9_.]*)(?:@([0-9]{4}-[0-9]{2}))?\}")


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """Plain text; what is not defined is an error."""
    made = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(wording.FILTERS)
    return made


def sentences(material: Material, mark: Mark, profile: Profile) -> Mapping[Section, tuple[str, ...]]:
    """The paragraphs of every section, in order; those that are optional may have none.

    `mark` says how a figure stands in the text; of a change it is to be without its sign. Of all else numbers are
    those that somebody typed. Composed sentences spell an abbreviation out at its first use. A section kept from Word
    stands as it is. What the office has yet to write is a paragraph that begins "[Chưa có nội dung"; what no unit
    gave, one that begins "[Chưa có số liệu".
    """
    figures = paper_figures(material)
    period = str(material.snapshot.period)

    def placed(found: re.Match[str]) -> str:
        tag = found[1]
        code, _, of = tag.partition("@")
        return mark(figures.get(tag) or Figure(code, of, "count", None))

    def as_marked(paragraph: str) -> str:
        return _WRITTEN_TAG.sub(lambda found: _mark_of(found, figures, period), wording.typed(paragraph))

    made: dict[Section, tuple[str, ...]] = {}
    use = FirstUse()
    for section in SECTIONS:
        kept = [as_marked(paragraph) for paragraph in material.kept.get(section, ())]
        own = [wording.ended(as_marked(text)) for text in material.narratives.get(section, ())]
        paragraphs = kept or _composed(material, figures, section, [text for text in own if text])
        written = {*kept, *own}
        spelled = [use.note(text) if text in written else use.spell(text) for text in paragraphs]
        made[section] = tuple(marks.FIGURE.sub(placed, paragraph) for paragraph in spelled)
    return made


def _mark_of(found: re.Match[str], figures: Mapping[str, Figure], period: str) -> str:
    """The mark of a figure that stands in prose as {code@period} or {code}; other braces stay as they are."""
    tag = f"{found[1]}@{found[2] or period}"
    return marks.figure(tag) if found[2] or tag in figures else found[0]


def told_alone(material: Material, section: Section) -> list[str]:
    """What the section would say of this material and nothing else, figures as {tag}: a paragraph each."""
    figures = paper_figures(material)
    return [marks.tagged(line) for line in _told(Speech(material, figures), section, [])]


def _composed(
    material: Material, figures: Mapping[str, Figure], section: Section, own: list[str]
) -> list[str]:
    """The office's paragraphs, then what the data says, then what is missing."""
    speech = Speech(material, figures)
    speech.said = frozenset(tag for text in own for tag in marks.FIGURE.findall(text))
    return _lacking(speech, section, [*own, *_told(speech, section, own)], bool(own))


def _told(speech: Speech, section: Section, own: list[str]) -> list[str]:
    """The sentences of the section's template, and the figures that neither they nor `own` say."""
    rendered = environment().get_template(f"{section}.j2").render(
        s=speech, section=section, awards=award_lines, n=speech.n, c=speech.c, some=speech.some
    )  # fmt: skip
    lines = [line for line in (_tidy(line) for line in rendered.splitlines()) if line]
    said = [tag for text in (*own, *lines) for tag in marks.FIGURE.findall(text)]
    rest = wording.sentence(speech.remaining(section, said))
    return [*lines, *([rest] if rest else [])]


def _lacking(speech: Speech, section: Section, paragraphs: list[str], narrated: bool) -> list[str]:
    """The paragraphs with the marked lines of what has yet to come."""
    marked = list(paragraphs)
    empty = not narrated if section == "opening" else not paragraphs
    if empty and section in NONE_OF_IT and speech.none_of(section):
        marked.append(NONE_OF_IT[section])
    elif empty and section in UNWRITTEN:
        marked.insert(0, f"[Chưa có nội dung: {UNWRITTEN[section]}]")
    if speech.office_lacks(section):
        marked.append(f"[Chưa có nội dung: {OFFICE_FORM}]")
    unknown = speech.unknown(section)
    return [*marked, f"[Chưa có số liệu: {unknown}]"] if unknown else marked


def _tidy(line: str) -> str:
    return " ".join(line.split())
