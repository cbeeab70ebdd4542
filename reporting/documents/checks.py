"""The checks that run before a report goes to leadership: one small function each, in a table."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from reporting.documents import figure_checks as figures
from reporting.documents import prose_checks as prose
from reporting.documents.model import Finding, InCorrection, Material
from reporting.documents.sections import SECTIONS, Section

# Of the figures, lists and tasks.
MATERIAL_CHECKS: tuple[Callable[[Material], Iterator[Finding]], ...] = (
    figures.units_are_there,
    figures.part_within_whole,
    figures.sums_agree,
    figures.period_of_figures,
    figures.awards_have_counts,
    figures.proposed_is_not_given,
    figures.awards_within_their_figure,
    figures.others_awards_add_up,
    figures.opinions_are_counted_alike,
    figures.done_is_not_planned,
    figures.overrides_are_shown,
    figures.kept_wording_is_whole,
    figures.kept_wording_is_of_now,
    figures.kept_figures_are_bound,
)
# Of the wording.
CONTENT_CHECKS: tuple[Callable[[Material, prose.Content, Collection[str]], Iterator[Finding]], ...] = (
    prose.places_are_filled,
    prose.numbers_run_on,
    prose.figures_are_of_the_month,
    prose.figures_are_there,
    prose.percents_name_their_target,
    prose.sums_in_words_are_right,
    prose.typed_figures_agree,
    prose.stocks_are_no_flows,
    prose.counts_are_split,
    prose.leads_lead_somewhere,
)


def check(
    material: Material,
    content: Mapping[Section, tuple[str, ...]],
    stocks: Collection[str] = (),
    correcting: Iterable[InCorrection] = (),
) -> list[Finding]:
    """What is wrong or doubtful: errors first, then in the order of the paper. `stocks`: codes of figures that are
    not added over months; `correcting`: what units have to look at once more, as it stands now.
    """
    found = [finding for one in MATERIAL_CHECKS for finding in one(material)]
    found += [finding for one in CONTENT_CHECKS for finding in one(material, content, stocks)]
    found += figures.figures_in_correction(correcting)
    return sorted(found, key=lambda finding: (finding.level != "error", _place(finding.section)))


def blocking(findings: list[Finding]) -> list[Finding]:
    """Those that keep the report from being submitted."""
    return [finding for finding in findings if finding.level == "error"]


def _place(section: Section | None) -> int:
    return SECTIONS.index(section) if section else -1
