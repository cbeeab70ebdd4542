"""«Lời văn»: a section of the report at a time, with what is there and last month's words to start from."""

from dataclasses import replace
from typing import cast

from handlers.actions.write_passage import paragraphs_of, write_passage
from handlers.choices import choice
from handlers.dialogues.paper import kept_text
from handlers.dialogues.paper_desk import dropping, word_edits
from handlers.dialogues.paper_desk.month import check, the_campaign
from handlers.lacking import EXPECTED, WRITTEN
from handlers.messages import Choice
from handlers.scenes import Idle, Writing
from handlers.turn import Turn
from reporting.documents.polish import polished
from reporting.documents.sections import Section
from reporting.periods import Month
from reporting.reading import command_words as words
from reporting.reading.commands import Command, command
from reporting.reading.desk_words import desk_word
from reporting.reading.match import match_choice
from reporting.reading.polite import cores
from reporting.reading.prose_orders import drop_order, is_talk
from reporting.reading.typed import phrase, same_words, words_of
from storage.queries import campaigns, passages
from storage.queries.passages import PassageKind
from templates.render import render


def open_sections(turn: Turn, order: Command) -> None:
    """«Lời văn»: which sections are written, which are not."""
    campaign = the_campaign(turn, order)
    if campaign is not None:
        turn.enter(Writing(campaign.id))


def show(turn: Turn, scene: Writing) -> None:
    """The sections, or one of them with what stands in it and stood there last month."""
    campaign = campaigns.get(turn.tx, scene.campaign)
    if not scene.section:
        written, kept = (_paragraphs(turn, scene.campaign, kind) for kind in ("narrative", "kept"))
        turn.say(
            "part/sections",
            month=campaign.period,
            sections=[
                {"section": s, "written": s in written, "kept": s in kept, "expected": s in EXPECTED}
                for s in WRITTEN
            ],
        )
        turn.offer(*(Choice(f"part:{s}", _name(s)) for s in WRITTEN), choice("done"))
        return
    section = cast(Section, scene.section)
    here, last = _here(turn, scene), _last_month(turn, scene)
    turn.say(
        "part/section",
        month=campaign.period,
        section=section,
        here=here,
        last=last,
        kept=word_edits.text_of(turn, campaign, section),
    )
    _offer(turn, scene, last=bool(last) and not here, anew=bool(here))


def _offer(turn: Turn, scene: Writing, *first: Choice, last: bool, anew: bool) -> None:
    turn.offer(
        *first,
        *([choice("last_words")] if last else []),
        *([choice("write_anew")] if anew else []),
        choice("next_part"),
        choice("all_parts"),
        choice("done"),
    )


def _name(section: Section) -> str:
    return render("part/_section_name", section=section)


def _paragraphs(turn: Turn, campaign_id: int, kind: PassageKind) -> dict[Section, tuple[str, ...]]:
    return {s: passage.paragraphs for s, passage in passages.latest(turn.tx, campaign_id, kind).items()}


def _here(turn: Turn, scene: Writing) -> tuple[str, ...]:
    return _paragraphs(turn, scene.campaign, "narrative").get(cast(Section, scene.section), ())


def _last_month(turn: Turn, scene: Writing) -> tuple[str, ...]:
    """The section as it was written in chat for last month's report."""
    period = campaigns.get(turn.tx, scene.campaign).period
    before = campaigns.by_period(turn.tx, str(Month.parse(period).previous()))
    if before is None:
        return ()
    return _paragraphs(turn, before.id, "narrative").get(cast(Section, scene.section), ())


def on_text(turn: Turn, scene: Writing, text: str) -> None:
    """The name of a section, or paragraphs for the one that is open: they are added to what is there."""
    check(turn)
    if not scene.section:
        options = [(f"part:{s}", _name(s), ()) for s in WRITTEN]
        found = match_choice(text, options, letters=True, numbers=True)
        if isinstance(found, str):
            on_choice(turn, scene, found)
        else:
            turn.say("part/which_section")
            turn.enter(scene)
        return
    new = paragraphs_of(text)
    if new and is_talk(text):
        turn.say("part/held", section=scene.section, text=text)
        turn.enter(replace(scene, held=text), show=False)
        turn.offer(choice("write_text"), choice("done"))
    elif new:
        made = tuple(map(polished, new))
        _write(turn, scene, made if scene.anew else (*_here(turn, scene), *made))
        if made != new:
            turn.say(
                "part/polished", lines=[line for line, was in zip(made, new, strict=True) if line != was]
            )


def _write(turn: Turn, scene: Writing, paragraphs: tuple[str, ...]) -> None:
    count = write_passage(turn, scene.campaign, cast(Section, scene.section), paragraphs)
    turn.say("part/passage_kept", section=scene.section, count=count)
    offered = kept_text.note(turn, scene.campaign, cast(Section, scene.section))
    turn.enter(replace(scene, anew=False, held=""), show=False)
    _offer(turn, scene, *offered, last=False, anew=count > 0)


def on_choice(turn: Turn, scene: Writing, choice_id: str) -> None:
    """A tap: which section, or what to do with the one that is open."""
    check(turn)
    section = choice_id.removeprefix("part:")
    if section in WRITTEN:
        turn.enter(replace(scene, section=section))
        return
    match choice_id:
        case "write_text" if scene.section and scene.held:
            new = paragraphs_of(scene.held)
            _write(turn, scene, new if scene.anew else (*_here(turn, scene), *new))
        case "last_words" if scene.section:
            _write(turn, scene, _last_month(turn, scene) or _here(turn, scene))
        case "write_anew" if scene.section:
            turn.say("part/anew", section=scene.section)
            turn.enter(replace(scene, anew=True), show=False)
            _offer(turn, scene, last=bool(_last_month(turn, scene)), anew=False)
        case "next_part":
            turn.enter(Writing(scene.campaign, _next(turn, scene)))
        case "all_parts":
            turn.enter(Writing(scene.campaign))
        case "done":
            _leave(turn, scene)


def _next(turn: Turn, scene: Writing) -> str:
    """The next section after this one that has no words yet; none: the list of them."""
    written = _paragraphs(turn, scene.campaign, "narrative")
    at = WRITTEN.index(cast(Section, scene.section)) + 1 if scene.section else 0
    return next((s for s in (*WRITTEN[at:], *WRITTEN[:at]) if s not in written and s != scene.section), "")


def _leave(turn: Turn, scene: Writing) -> None:
    written = _paragraphs(turn, scene.campaign, "narrative")
    kept = _paragraphs(turn, scene.campaign, "kept")
    newest, campaign = campaigns.latest(turn.tx), campaigns.get(turn.tx, scene.campaign)
    turn.say(
        "part/words_left",
        missing=[s for s in EXPECTED if s not in written and s not in kept],
        month=campaign.period if newest is not None and newest.id != campaign.id else "",
    )
    turn.enter(Idle(), show=False)


def own_word(turn: Turn, scene: Writing, text: str) -> bool:
    """«Dùng lời tháng trước», «bỏ qua» (the next section), «xem», «lùi» (the list of sections)."""
    if "\n" not in text and desk_word(text) == "leave":
        on_choice(turn, scene, "done")
        return True
    if not scene.section or "\n" in text:
        return False
    order = drop_order(text)
    if order is not None and _here(turn, scene):
        check(turn)
        dropping.drop(turn, scene, _here(turn, scene), order)
        return True
    if desk_word(text) in ("keep", "show"):  # what was typed is kept already
        turn.enter(scene)
        return True
    if any(same_words(core, phrase(known)) for core in cores(words_of(text)) for known in words.LAST_WORDS):
        if _last_month(turn, scene):
            on_choice(turn, scene, "last_words")
        else:
            turn.say("part/no_last_words")
            turn.enter(scene, show=False)
        return True
    said = command(text)
    match said.name if said is not None and not said.argument else "":
        case "skip":
            on_choice(turn, scene, "next_part")
        case "back":
            on_choice(turn, scene, "all_parts")
        case "view":
            turn.enter(scene)
        case _:
            return False
    return True
