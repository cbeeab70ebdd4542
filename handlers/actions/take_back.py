"""A draft that the office edited in Word comes back: its prose is kept by section, its figures are compared.

The file is read aside (a job of kind read_back); `taken_back` writes what came of it. A figure that was changed is
not taken over: who sent the file is asked, figure by figure (handlers.dialogues.paper.returned_file).
"""

import re
from collections.abc import Mapping
from typing import Any

from handlers.actions.edited_file import JOB, Changed, changes_of
from handlers.actions.older_file import asked_about, newer_than
from handlers.actions.written import office_choices
from handlers.choices import choice
from handlers.messages import File
from handlers.papers import Paper, load, needs_right, newest, standing, step
from handlers.turn import Context, Turn
from reporting.documents.codec import Content
from reporting.documents.model import Figure
from reporting.documents.paper_figures import paper_figures
from reporting.documents.sections import Section
from reporting.documents.word.examine import Returned, examine
from reporting.documents.word.identify import which
from reporting.documents.word.recover import Recovered
from reporting.documents.word.reread import reread
from reporting.errors import Refused
from reporting.reading.readings import Given
from storage.database import Tx
from storage.queries import campaigns, documents, files, jobs, list_items, overrides, passages
from storage.queries.campaigns import Campaign
from templates.render import render

_PLACEHOLDER = re.compile(r"\[Chưa có nội dung[^\]]*\]")
_MONTH = re.compile(r"(?<!\d)20\d\d-(?:0[1-9]|1[0-2])(?!\d)")
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")


def receive_file(turn: Turn, file: File) -> Paper:
    """Have an edited draft read. Gives the version that it is taken for until it is read.

    Raises Refused: no_right; no_paper; paper_issued.
    """
    needs_right(turn.memberships, "compose_report")
    campaign = _named_month(turn, file.name) or campaigns.latest(turn.tx)
    paper = newest(turn, campaign) if campaign else None
    if campaign is None or paper is None:
        raise Refused("no_paper")
    step(paper, "compose_again")
    payload = {
        "document": paper.document.id, "person": turn.person.id, "inbox": turn.inbox_id, "name": file.name,
        "media_type": file.media_type, "sha256": file.sha256,
    }  # fmt: skip
    jobs.queue(turn.tx, JOB, f"{JOB}/{turn.inbox_id}", payload, turn.now)
    return paper


def _named_month(turn: Turn, name: str) -> Campaign | None:
    """The month in a draft's own file name, bao-cao-2023-09-ban-1.docx, where it has been composed."""
    found = _MONTH.search(name)
    campaign = campaigns.by_period(turn.tx, found[0]) if found else None
    return campaign if campaign is not None and newest(turn, campaign) is not None else None


def drafts_of(tx: Tx, payload: Mapping[str, Any]) -> list[tuple[int, bytes]]:
    """The drafts that the file may be: (document, DOCX), newest first; those of other months, not issued, follow."""
    campaign_id = documents.get(tx, int(payload["document"])).campaign_id
    others = {d.campaign_id for state in ("draft", "returned") for d in documents.in_state(tx, state)}
    ids = [campaign_id, *sorted(others - {campaign_id}, reverse=True)]
    found = []
    for document in (d for number in ids for d in reversed(documents.of_campaign(tx, number))):
        draft = documents.file(tx, document.id, "draft_docx")
        kept = files.content(tx, draft.sha256) if draft else None
        if kept is not None:
            found.append((document.id, kept[0]))
    return found


def read_back(drafts: list[tuple[int, bytes]], back: bytes) -> tuple[int, Returned]:
    """Which version the file is (the newest where it does not say), and what became of it.

    Raises Refused as `examine` does; word_not_ours where no draft was ever written.
    """
    if not drafts:
        raise Refused("word_not_ours")
    number = which(drafts, back) or drafts[0][0]
    return number, examine(dict(drafts)[number], back)


def not_taken(ctx: Context, payload: Mapping[str, Any], refused: Refused) -> None:
    """The file is not read: who sent it is told why."""
    ctx.audit(
        int(payload["person"]), "refuse_file", "document", int(payload["document"]), reason=refused.reason
    )
    text = render(f"refused/{refused.reason}", **refused.facts)
    ctx.hand([int(payload["person"])], text, asked=True)


def taken_back(ctx: Context, payload: Mapping[str, Any], document_id: int, returned: Returned) -> None:
    """Keep the file and its prose; tell who sent it what was taken over and what is to be decided.

    Of an older version nothing is kept before who sent it says so.
    """
    paper = load(ctx, document_id)
    if asked_about(ctx, payload, paper, returned):
        return
    person_id, newer = int(payload["person"]), newer_than(ctx, paper)
    documents.add_file(
        ctx.tx, document_id, "edited", name=payload["name"], media_type=payload["media_type"],
        sha256=payload["sha256"], at=ctx.now, person_id=person_id,
    )  # fmt: skip
    kept = _keep_prose(ctx, paper, payload, returned.prose)
    changed, derived = changes_of(paper, returned)
    changed, withdrawn = _withdrawn(ctx, paper, payload, changed)
    ctx.audit(person_id, "take_back", "document", document_id, sections=list(kept), figures=len(changed))
    figures = paper_figures(paper.material)
    facts = {
        **standing(paper),
        "newest": newer.document.version if newer else None,
        "name": payload["name"],
        "unchanged": returned.unchanged,
        "kept": kept,
        "emptied": [s for s, r in returned.prose.items() if r.changed and not _written(r)],
        "uncertain": [s for s, r in returned.prose.items() if r.changed and r.certainty == "uncertain"],
        "changed": [_changed_facts(one, paper) for one in changed],
        "withdrawn": [_changed_facts(one, paper) for one in withdrawn],
        "derived": [_changed_facts(one, paper) for one in derived],
        "gone": _told(figures, returned, "deleted", "emptied"),
        "unsure": _told(figures, returned, "unsure"),
        "foreign": [fate.text for fate in returned.figures.values() if fate.kind == "foreign"],
        "frame_added": returned.frame.added,
        "frame_gone": returned.frame.gone,
    }
    offers = [choice("mend_figures", document_id)] if changed else []
    if not changed:
        anew = [choice("compose_again", paper.campaign.id)]
        offers = anew if kept or withdrawn else office_choices(newer or paper)
    ctx.hand([person_id], render("roundtrip/taken", **facts), offers, asked=True)


def _withdrawn(
    ctx: Context, paper: Paper, payload: Mapping[str, Any], changed: list[Changed]
) -> tuple[list[Changed], list[Changed]]:
    """What is to be decided, and the overrides that are over: the file has the units' figure in their place."""
    standing = overrides.standing(ctx.tx, paper.campaign.id)
    open_ones: list[Changed] = []
    over: list[Changed] = []
    for one in changed:
        tag, reading = one.figure.tag, reread(one.figure, one.text)
        value = reading.value if isinstance(reading, Given) else None
        if tag not in standing or value is None:
            open_ones.append(one)
        elif value == paper.material.snapshot.figures[tag].value:
            over.append(one)
            overrides.write(
                ctx.tx, paper.campaign.id, standing[tag].override, person_id=int(payload["person"]), at=ctx.now,
                inbox_id=int(payload["inbox"]), withdrawn=True,
            )  # fmt: skip
        elif value != standing[tag].override.value:
            open_ones.append(one)
    return open_ones, over


def _keep_prose(
    ctx: Context, paper: Paper, payload: Mapping[str, Any], prose: Mapping[Section, Recovered]
) -> list[Section]:
    """The sections whose wording was changed are kept as they are now."""
    kept: list[Section] = []
    for section, recovered in prose.items():
        lines = _written(recovered)
        if not recovered.changed or recovered.certainty == "uncertain" or not lines:
            continue
        if section == "tasks" and _is_list(paper.material.tasks, paper.content):
            _rewrite_tasks(ctx, paper, payload, lines)
        else:
            passages.write(
                ctx.tx, paper.campaign.id, section, "kept", lines, person_id=int(payload["person"]), at=ctx.now,
                inbox_id=int(payload["inbox"]),
            )  # fmt: skip
        kept.append(section)
    return kept


def _is_list(tasks: tuple[str, ...], content: Content) -> bool:
    """Whether the section is the list of planned tasks, line by line: then next month asks what became of them."""
    return len(tasks) == len(content.get("tasks", ())) > 0


def _rewrite_tasks(ctx: Context, paper: Paper, payload: Mapping[str, Any], lines: tuple[str, ...]) -> None:
    for item in list_items.of_list(ctx.tx, paper.campaign.id, "tasks"):
        list_items.remove(ctx.tx, item.id, ctx.now)
    texts: list[tuple[str, Mapping[str, Any]]] = [
        (_NUMBERED.sub("", line).rstrip(" .;"), {}) for line in lines
    ]
    list_items.add_many(
        ctx.tx, paper.campaign.id, "tasks", texts, person_id=int(payload["person"]), at=ctx.now,
        inbox_id=int(payload["inbox"]),
    )  # fmt: skip


def _written(recovered: Recovered) -> tuple[str, ...]:
    """Without the marks of what is still to be written."""
    return tuple(line for line in recovered.paragraphs if not _PLACEHOLDER.fullmatch(line))


def _changed_facts(changed: Changed, paper: Paper) -> dict[str, Any]:
    figure = changed.figure
    units = paper.material.snapshot.figures.get(figure.tag)
    own = any(override.tag == figure.tag for override in paper.material.overrides)
    return {
        "units": units.value if units and own else None,
        "label": figure.label or figure.code, "value": figure.value, "kind": figure.kind, "unit": figure.unit,
        "text": changed.text, "is_change": figure.code.endswith(".change"),
    }  # fmt: skip


def _told(figures: Mapping[str, Figure], returned: Returned, *kinds: str) -> list[dict[str, Any]]:
    return [
        {
            "label": figures[tag].label or figures[tag].code,
            "was": fate.was,
            "text": fate.text,
            "left": fate.left,
        }
        for tag, fate in returned.figures.items()
        if fate.kind in kinds and tag in figures
    ]
