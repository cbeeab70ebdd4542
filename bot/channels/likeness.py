"""What each kind of phone in the demo shows of one message: like Telegram, like an Official Account, words alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.channels.typed import with_typed_choices
from bot.channels.zalo.limits import LONGEST, MOST_BUTTONS, PIECE, taken_as
from bot.links import LASTS
from handlers.drafts import split_text
from reporting.outreach import Outreach
from storage.queries.outbox import Row
from templates.demo_card import card_of, written
from templates.render import render

Link = Callable[[Row, int], str]  # the address of one of a row's documents, or why there is none


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message as it arrives. `files` are as `storage.queries.demo` keeps them."""

    text: str = ""
    choices: list[list[str]] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)


def like_telegram(row: Row) -> list[Bubble]:
    """All in one message; the page draws documents apart, as they come."""
    return [Bubble(row.text, _buttons(row), [_file(document) for document in row.documents])]


def like_oa(row: Row, sizes: Mapping[str, int], link: Link) -> list[Bubble]:
    """Pieces, then files Zalo takes, then the last words: links for the rest, five buttons or choices in words.

    `sizes` are those of the documents in bytes, by SHA-256.
    """
    *heads, last = split_text(row.text, PIECE)
    taken = [taken_as(name, sizes.get(sha256, 0)) for name, _, sha256 in row.documents]
    linked = [index for index, kind in enumerate(taken) if kind is None]
    text, files = _with_links(last, row, linked, link)
    if len(row.choices) > MOST_BUTTONS:
        text = with_typed_choices(text, row.choices)[:LONGEST]
    buttons = _buttons(row) if len(row.choices) <= MOST_BUTTONS else []
    apart = [Bubble(files=[_file(row.documents[index])]) for index, kind in enumerate(taken) if kind]
    return [*(Bubble(head) for head in heads), *apart, Bubble(text, buttons, files)]


def words_alone(row: Row, link: Link) -> list[Bubble]:
    """Text of at most 2000 characters a message: documents as links, choices by letter."""
    text, files = _with_links(row.text, row, list(range(len(row.documents))), link)
    *heads, last = split_text(with_typed_choices(text, row.choices), LONGEST)
    return [*(Bubble(head) for head in heads), Bubble(last, [], files)]


def by_template(row: Row, plan: Outreach) -> Bubble:
    """What an approved template says; the row's own words do not arrive. There is a template for its notice."""
    notice = row.notice or {}
    planned = plan.templates.get(notice["kind"]) or plan.templates["news"]
    facts = {fact: str(notice["facts"][fact]) for fact in planned.fields.values()}
    return Bubble(written(card_of(notice["kind"], facts)))


def _buttons(row: Row) -> list[list[str]]:
    return [[choice_id, label] for choice_id, label, _ in row.choices]


def _file(document: list[str]) -> dict[str, Any]:
    name, media_type, sha256 = document
    return {"name": name, "type": media_type, "sha256": sha256}


def _with_links(text: str, row: Row, indexes: list[int], link: Link) -> tuple[str, list[dict[str, Any]]]:
    """The text with the links of some documents below, and those documents."""
    if not indexes:
        return text, []
    files = [{**_file(row.documents[index]), "link": link(row, index)} for index in indexes]
    words = links_in_words(files)
    return (f"{text}\n\n{words}" if text else words), files


def links_in_words(files: list[dict[str, Any]]) -> str:
    """The lines below a message whose documents came as links."""
    linked = any(file["link"].startswith("http") for file in files)
    return render("channel/links", files=files, linked=linked, days=LASTS.days)
