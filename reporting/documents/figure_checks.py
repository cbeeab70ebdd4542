"""Checks of a report's figures, lists and tasks. Each gives findings; `reporting.documents.checks` runs them all."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from reporting.adding import add
from reporting.documents.diff import printed_values
from reporting.documents.model import Award, Figure, Finding, InCorrection, Level, Material
from reporting.text import fold
from reporting.values import Missing, Pair, Value, bare

# A part and the whole it is in. `women`: named so in the finding.
PARTS = (
    ("members_women", "members_total"),
    ("initiatives_valid", "initiatives_program"),
    ("welfare_agreements_new", "welfare_agreements_total"),
)
OWN_AWARDS = "awards_province"  # the office's figure of what it gave itself
_OWN_GIVER = "ldld tinh"
# Figures of what others gave, or are asked to give: who they are, as folded, and whether it is proposed.
_OTHERS_AWARDS = (
    ("awards_national", ("tong ldld", "tong lien doan"), False),
    ("awards_proposed", ("ubnd tinh", "uy ban nhan dan tinh"), True),
)
_COUNTED_APART = ("hoc sinh",)  # a figure of their own


def values(material: Material) -> Mapping[str, Value | None]:
    """The month's own figures as they stand in the paper, by code."""
    period = str(material.snapshot.period)
    return {f.code: value for f, value in printed_values(material).values() if f.period == period}


def _label(material: Material, code: str) -> str:
    figure = material.snapshot.figures.get(f"{code}@{material.snapshot.period}")
    return figure.label or code if figure else code


def _section(material: Material, code: str) -> Figure | None:
    return material.snapshot.figures.get(f"{code}@{material.snapshot.period}")


def part_within_whole(material: Material) -> Iterator[Finding]:
    """Women ≤ members, valid initiatives ≤ all of them, new agreements ≤ those in force."""
    given = values(material)
    for part, whole in PARTS:
        one, all_of = bare(given.get(part)), bare(given.get(whole))
        if isinstance(one, int) and isinstance(all_of, int) and one > all_of:
            figure = _section(material, part)
            facts = {"part": _label(material, part), "whole": _label(material, whole)}
            section = figure.section if figure else None
            yield Finding("error", "part_over_whole", section, {**facts, "value": one, "of": all_of})


def sums_agree(material: Material) -> Iterator[Finding]:
    """What stands in the annex by superior adds up to the figure in the body; an override is told as such."""
    own = {override.tag for override in material.overrides}
    for figure in material.snapshot.figures.values():
        parts = [
            row.figures[figure.code] for row in material.snapshot.superiors if figure.code in row.figures
        ]
        parts = [part for part in parts if not isinstance(part, Missing)]
        if figure.period != str(material.snapshot.period) or not parts or figure.tag in own:
            continue
        total = add(parts, figure.kind)
        if figure.value is not None and _amount(figure.value) and total != figure.value:
            facts = {"label": figure.label or figure.code, "value": figure.value, "sum": total}
            yield Finding(
                "error", "annex_disagrees", figure.section, facts | {"kind": figure.kind, "unit": figure.unit}
            )


def _amount(value: Value) -> bool:
    return isinstance(value, int | Pair) and not isinstance(value, bool)


def period_of_figures(material: Material) -> Iterator[Finding]:
    """Each figure of the month belongs to the month, and its name says the period it has."""
    period = str(material.snapshot.period)
    for tag, figure in material.snapshot.figures.items():
        if figure.period != period or tag != figure.tag:
            facts = {"label": figure.label or figure.code, "period": figure.period, "month": period}
            yield Finding("error", "other_period", figure.section, facts)


def awards_have_counts(material: Material) -> Iterator[Finding]:
    """Collectives and individuals are counted apart, and somebody got the award."""
    for award in material.awards:
        if not (award.tap_the or award.ca_nhan or any(count for _, count in award.other)):
            yield Finding("error", "award_without_counts", "emulation", _of(award))
    for figure, value in printed_values(material).values():
        if isinstance(value, Pair) and None in (value.tap_the, value.ca_nhan):
            yield Finding("error", "half_a_pair", figure.section, {"label": figure.label or figure.code})


def _of(award: Award) -> dict[str, object]:
    return {"giver": award.giver, "award": award.award, "occasion": award.occasion}


def proposed_is_not_given(material: Material) -> Iterator[Finding]:
    """What was proposed is not listed as given too, nor counted in with it."""
    given = [a for a in material.awards if not a.proposed]
    for proposal in (a for a in material.awards if a.proposed):
        for award in given:
            same = (award.tap_the, award.ca_nhan) == (proposal.tap_the, proposal.ca_nhan)
            if (
                same
                and fold(award.giver) == fold(proposal.giver)
                and fold(award.occasion) == fold(proposal.occasion)
            ):
                yield Finding("error", "proposed_as_given", "emulation", _of(proposal))
    figure, own, proposed = _awards(material)
    if isinstance(figure, Pair) and _counts_proposed(figure, own, proposed):
        facts = {"value": figure, "given": own, "proposed": proposed}
        yield Finding("error", "proposed_counted", "emulation", facts)


def _awards(material: Material) -> tuple[Value | None, Pair, Pair]:
    """The office's figure of awards given; what its list has as given, and as proposed."""
    given = _sum([a for a in material.awards if not a.proposed])
    return values(material).get(OWN_AWARDS), given, _sum([a for a in material.awards if a.proposed])


def _counts_proposed(figure: Pair, own: Pair, proposed: Pair) -> bool:
    """Whether the figure is what was given and what was proposed, together."""
    return proposed != Pair(0, 0) and figure == add((own, proposed), "pair")


def _sum(awards: list[Award]) -> Pair:
    own = [a for a in awards if a.proposed or fold(a.giver).endswith(_OWN_GIVER)]
    persons = [count for a in own for who, count in a.other if fold(who) not in _COUNTED_APART]
    return Pair(sum(a.tap_the for a in own), sum(a.ca_nhan for a in own) + sum(persons))


def awards_within_their_figure(material: Material) -> Iterator[Finding]:
    """The listed awards of the office are no more than it says it gave; fewer is a doubt."""
    figure, listed, proposed = _awards(material)
    if not isinstance(figure, Pair) or None in (figure.tap_the, figure.ca_nhan) or not material.awards:
        return
    if _counts_proposed(figure, listed, proposed):  # told as such
        return
    facts = {"listed": listed, "figure": figure}
    if (listed.tap_the or 0) > (figure.tap_the or 0) or (listed.ca_nhan or 0) > (figure.ca_nhan or 0):
        yield Finding("error", "awards_over_figure", "emulation", facts)
    elif listed != figure:
        yield Finding("doubt", "awards_differ", "emulation", facts)


def others_awards_add_up(material: Material) -> Iterator[Finding]:
    """What others gave, and what was proposed to them, is listed as often as the office's form says."""
    for code, givers, proposed in _OTHERS_AWARDS:
        figure = values(material).get(code)
        own = [
            a for a in material.awards if a.proposed == proposed and any(g in fold(a.giver) for g in givers)
        ]
        if not isinstance(figure, Pair) or None in (figure.tap_the, figure.ca_nhan) or not own:
            continue
        people = sum(a.ca_nhan for a in own)
        trades = [count for a in own for who, count in a.other if fold(who) not in _COUNTED_APART]
        listed = Pair(sum(a.tap_the for a in own), people + sum(trades))
        if figure not in (listed, Pair(listed.tap_the, people)):
            label = _label(material, code)
            yield Finding(
                "doubt",
                "awards_sum_differs",
                "emulation",
                {"label": label, "listed": listed, "figure": figure},
            )


def opinions_are_counted_alike(material: Material) -> Iterator[Finding]:
    """As many drafts are listed as the office says it commented on."""
    figure, listed = values(material).get("draft_opinions"), material.lists.get("opinions", ())
    if isinstance(figure, int) and listed and figure != len(listed):
        yield Finding("doubt", "opinions_differ", "opinions", {"figure": figure, "listed": len(listed)})


def done_is_not_planned(material: Material) -> Iterator[Finding]:
    """A task that was done is not planned once more in the same words; those without an outcome are asked for."""
    again = {fold(task) for task in material.tasks}
    for task in material.planned:
        if task.outcome == "done" and fold(task.text) in again:
            yield Finding("doubt", "done_and_planned", "tasks", {"task": task.text})
    for task in material.planned:
        if task.outcome == "moved" and fold(task.text) not in again:
            yield Finding("doubt", "moved_not_planned", "tasks", {"task": task.text})
        if task.outcome == "dropped" and not task.reason:
            yield Finding("doubt", "dropped_without_reason", "other", {"task": task.text})
    open_ones = [task.text for task in material.planned if not task.outcome]
    if open_ones:
        yield Finding("doubt", "task_without_outcome", "tasks", {"tasks": open_ones})


def units_are_there(material: Material) -> Iterator[Finding]:
    """Units that did not report are named; how whole the figures are is known before anybody approves."""
    missing = [name for row in material.snapshot.superiors for name in row.missing]
    if missing:
        facts = {
            "submitted": material.snapshot.submitted,
            "expected": material.snapshot.expected,
            "missing": missing,
        }
        yield Finding("doubt", "units_missing", None, facts)


def figures_in_correction(correcting: Iterable[InCorrection]) -> Iterator[Finding]:
    """Figures that were returned to their unit are still counted as they were sent."""
    for one in correcting:
        yield Finding("doubt", "in_correction", None, {"unit": one.unit, "lines": one.lines})


def overrides_are_shown(material: Material) -> Iterator[Finding]:
    """Figures that the office wrote otherwise than the units reported, each with its reason."""
    for override in material.overrides:
        figure = material.snapshot.figures.get(override.tag)
        if figure is not None and figure.value != override.value:
            facts = {
                "label": figure.label or figure.code, "kind": figure.kind, "unit": figure.unit,
                "before": figure.value, "after": override.value, "reason": override.reason,
                "was": override.before,
            }  # fmt: skip
            moved = override.before is not None and override.before != figure.value
            yield Finding("doubt", "overridden_since" if moved else "overridden", figure.section, facts)


def kept_wording_is_whole(material: Material) -> Iterator[Finding]:
    """What came in after a section was edited in Word is in its text too."""
    for section, lines in material.unkept.items():
        yield Finding("doubt", "kept_lacks", section, {"lines": lines, "figures": material.snapshot.figures})


def kept_wording_is_of_now(material: Material) -> Iterator[Finding]:
    """What was taken out of a list is not left in a text edited in Word."""
    for section, lines in material.removed.items():
        yield Finding("doubt", "kept_removed", section, {"lines": lines})


def kept_figures_are_bound(material: Material) -> Iterator[Finding]:
    """A figure typed anew in Word that has changed since, or that left a gap, keeps the report back."""
    known = printed_values(material)
    for section, ones in material.loose.items():
        for one in ones:
            if one.tag not in known:
                continue
            figure, printed = known[one.tag]
            value = bare(printed)
            facts = {
                "label": figure.label or figure.code,
                "typed": one.typed,
                "value": printed,
                "kind": figure.kind,
                "unit": figure.unit,
            }
            if one.typed is None:
                yield Finding("error", "kept_gap", section, facts)
            elif one.typed != value:
                level: Level = "error" if one.typed == one.was else "doubt"
                yield Finding(level, "kept_figure_old", section, facts)


def is_over(value: Value | None) -> bool:
    """Whether a percentage is over the whole."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool) and value > 100
