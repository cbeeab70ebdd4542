"""The office sends an edited draft, and is asked figure by figure what shall stand where one was changed."""

from dataclasses import replace

from handlers.actions import figure_decisions as decisions
from handlers.actions.edited_file import Changed
from handlers.actions.take_back import receive_file
from handlers.choices import choice
from handlers.messages import Choice
from handlers.papers import Paper, load, needs_right, newest, standing
from handlers.scenes import Idle, MendingFigures
from handlers.turn import Turn
from reporting.documents.model import Figure
from reporting.documents.paper_figures import paper_figures
from reporting.documents.word.reread import reread
from reporting.errors import Refused
from reporting.reading.commands import Command
from reporting.reading.decisions import leaves, names_units_figure, reason_or_not
from reporting.reading.readings import Given
from reporting.reading.typed import words_of
from reporting.text import fold
from reporting.values import Value, from_json, to_json
from storage.queries import campaigns
from storage.queries.overrides import Written

_WORD_FILES = (".docx", ".doc", ".docm", ".dotx", ".dotm", ".odt", ".rtf")
_WORD_TYPES = ("wordprocessingml", "msword", "ms-word", "opendocument.text", "rtf")
_OVERRIDE, _KEEP = ("ghi de", "doi"), ("giu",)


def on_file(turn: Turn) -> bool:
    """A text document of who composes reports, once there is one: an edited draft. False: it is none."""
    found = [file for file in turn.incoming.files if _is_text(file.name, file.media_type)]
    if len(found) != 1 or turn.incoming.too_large or not turn.may_somewhere("compose_report"):
        return False
    campaign = campaigns.latest(turn.tx)
    if campaign is None or newest(turn, campaign) is None:
        return False
    paper = receive_file(turn, found[0])
    turn.say("roundtrip/reading", name=found[0].name, month=paper.month)
    if isinstance(turn.scene, MendingFigures):  # what it asked is about an older file
        turn.enter(Idle(), show=False)
    elif not isinstance(turn.scene, Idle):
        turn.enter(turn.scene)
    return True


def begin(turn: Turn, document_id: int) -> None:
    """«Xem từng số»: the figures of the newest edited file that are still to be decided."""
    needs_right(turn.memberships, "compose_report")
    waiting = decisions.undecided(turn, load(turn, document_id).campaign)
    if waiting is None:
        raise Refused("word_nothing_changed")
    changes = tuple((one.figure.tag, one.text) for one in waiting.changed)
    turn.enter(MendingFigures(waiting.paper.document.id, changes))


def command(turn: Turn, order: Command) -> None:
    """«Xem từng số» without its button: the figures that are still to be decided."""
    needs_right(turn.memberships, "compose_report")
    campaign = campaigns.latest(turn.tx)
    waiting = decisions.undecided(turn, campaign) if campaign else None
    if waiting is None:
        raise Refused("word_nothing_changed")
    begin(turn, waiting.paper.document.id)


def waiting_facts(waiting: decisions.Open) -> dict[str, object]:
    """What roundtrip/waiting says of figures that are still to be decided."""
    changed = [
        {"label": f.label or f.code, "value": f.value, "kind": f.kind, "unit": f.unit, "text": one.text}
        for one in waiting.changed
        for f in (one.figure,)
    ]
    return {"month": waiting.paper.month, "changed": changed}


def say_waiting(turn: Turn) -> list[Choice]:
    """«Việc»: figures that wait for a decision are named; what can be done about them."""
    campaign = campaigns.latest(turn.tx) if turn.may_somewhere("compose_report") else None
    waiting = decisions.undecided(turn, campaign) if campaign else None
    if waiting is None:
        return []
    turn.say("roundtrip/waiting", **waiting_facts(waiting))
    return [choice("mend_figures", waiting.paper.document.id)]


def show(turn: Turn, scene: MendingFigures) -> None:
    """This figure: the system's, or the one in the file? Then the value where it did not read, then the reason."""
    paper, changed = _current(turn, scene)
    figure, own = changed.figure, _own(turn, paper, changed)
    facts = {
        "label": figure.label or figure.code, "value": figure.value, "kind": figure.kind, "unit": figure.unit,
        "text": changed.text, "units": _units(paper, changed),
    }  # fmt: skip
    if scene.step == "reason":
        turn.say("roundtrip/reason", **facts, new=from_json(scene.value))
    elif scene.step == "sure":
        turn.say("roundtrip/sure", **facts, new=from_json(scene.value), said=scene.said)
    elif scene.step == "value":
        turn.say("roundtrip/value", **facts)
    else:
        turn.say(
            "roundtrip/figure", **facts, own=own.override.value if own else None, reported=figure.reported,
            expected=figure.expected, left=len(scene.changes),
        )  # fmt: skip
    first = {"": "override_figure", "sure": "take_reason"}.get(scene.step)
    turn.offer(
        *([choice(first)] if first else []),
        *([choice("keep_override")] if own and not scene.step else []),
        choice("keep_figure"),
    )


def on_choice(turn: Turn, scene: MendingFigures, choice_id: str) -> None:
    """«Giữ số của hệ thống», «Giữ số đã ghi đè», «Ghi đè»."""
    if choice_id == "keep_figure":
        _keep(turn, scene)
    elif choice_id == "keep_override":
        _keep_own(turn, scene)
    elif choice_id == "override_figure":
        _override(turn, scene)
    elif choice_id == "take_reason" and scene.step == "sure":
        _write(turn, scene, scene.said)
    else:
        turn.enter(scene)


def on_text(turn: Turn, scene: MendingFigures, text: str) -> None:
    """The reason, or the value asked for; «ghi đè» may bring its reason with it."""
    words = fold(text)
    if scene.step in ("reason", "sure"):
        _reason(turn, scene, text)
    elif leaves(text):
        _leave(turn, scene)
    elif words.startswith(_KEEP):
        _kept_in_words(turn, scene, text)
    elif scene.step == "value":
        _value(turn, scene, text)
    elif words.startswith(_OVERRIDE):
        _override(turn, scene)
        reason = _after(text, words)
        if reason and isinstance(turn.scene, MendingFigures) and turn.scene.step == "reason":
            _reason(turn, turn.scene, reason)
    else:
        turn.enter(scene)


def _leave(turn: Turn, scene: MendingFigures) -> None:
    """Nothing is decided: what is left waits under «việc»."""
    turn.say("roundtrip/left", count=len(scene.changes))
    turn.enter(Idle(), show=False)
    turn.offer(choice("mend_figures", scene.document))


def _after(text: str, words: str) -> str:
    """What follows «ghi đè» (or «đổi») and a sign."""
    count = next(len(phrase.split()) for phrase in _OVERRIDE if words.startswith(phrase))
    return " ".join(text.split()[count:]).lstrip(" ,:;-–").strip()


def _kept_in_words(turn: Turn, scene: MendingFigures, text: str) -> None:
    """«giữ 63», «giữ số của hệ thống», «giữ 69»: where an override stands it is said which."""
    paper, changed = _current(turn, scene)
    own = _own(turn, paper, changed)
    said = {word.key for word in words_of(text)}
    if own is None or names_units_figure(text) or said & _typed(_units(paper, changed)):
        _keep(turn, scene)
    elif said & _typed(own.override.value):
        _keep_own(turn, scene)
    else:
        turn.enter(scene)


def _reason(turn: Turn, scene: MendingFigures, text: str) -> None:
    """A real reason is taken; words that keep the units' figure do that; what could be either is asked."""
    paper, changed = _current(turn, scene)
    match reason_or_not(text, _typed(_units(paper, changed))):
        case "keep":
            _keep(turn, scene)
        case "reason":
            _write(turn, scene, text)
        case "unsure":
            turn.enter(replace(scene, step="sure", said=text))
        case "nothing":
            turn.say("refused/no_reason")
            turn.enter(scene, show=False)
            turn.offer(choice("keep_figure"))


def _typed(value: Value | None) -> set[str]:
    """A number as the words of a text may hold it: {"63"}, {"3", "666", "3666"}."""
    if not isinstance(value, int) or isinstance(value, bool):
        return set()
    return {str(value), f"{value:02d}", *f"{value:,}".split(",")}


def _override(turn: Turn, scene: MendingFigures) -> None:
    _, changed = _current(turn, scene)
    _value(turn, scene, changed.text)


def _value(turn: Turn, scene: MendingFigures, text: str) -> None:
    """A text that reads with certainty goes on to the reason; another is asked for."""
    _, changed = _current(turn, scene)
    reading = reread(changed.figure, text)
    if isinstance(reading, Given):
        turn.enter(replace(scene, step="reason", value=to_json(reading.value)))
    else:
        turn.enter(replace(scene, step="value"))


def _write(turn: Turn, scene: MendingFigures, reason: str) -> None:
    paper, changed = _current(turn, scene)
    decisions.override_figure(turn, paper, changed.figure, from_json(scene.value), reason)
    _next(turn, scene, overridden=True)


def _keep(turn: Turn, scene: MendingFigures) -> None:
    paper, changed = _current(turn, scene)
    decisions.keep_units_figure(turn, paper, changed)
    _next(turn, scene, overridden=False)


def _keep_own(turn: Turn, scene: MendingFigures) -> None:
    paper, changed = _current(turn, scene)
    own = _own(turn, paper, changed)
    if own is None:
        turn.enter(scene)
        return
    decisions.keep_override(turn, paper, own)
    _next(turn, scene, overridden=True)


def _next(turn: Turn, scene: MendingFigures, *, overridden: bool) -> None:
    """The next figure; after the last one, composing anew is offered."""
    done, kept = scene.overridden + int(overridden), scene.kept + int(not overridden)
    if len(scene.changes) > 1:
        turn.enter(MendingFigures(scene.document, scene.changes[1:], overridden=done, kept=kept))
        return
    paper = load(turn, scene.document)
    turn.say("roundtrip/decided", **standing(paper), overridden=done, system=kept)
    turn.enter(Idle(), show=False)
    turn.offer(choice("compose_again", paper.campaign.id))


def _units(paper: Paper, changed: Changed) -> Value | None:
    """What the units reported, whatever the office wrote."""
    return paper.material.snapshot.figures[changed.figure.tag].value


def _own(turn: Turn, paper: Paper, changed: Changed) -> Written | None:
    return decisions.standing(turn, paper).get(changed.figure.tag)


def _current(turn: Turn, scene: MendingFigures) -> tuple[Paper, Changed]:
    paper = load(turn, scene.document)
    tag, text = scene.changes[0]
    figure: Figure | None = paper_figures(paper.material).get(tag)
    if figure is None or tag not in paper.material.snapshot.figures:
        raise Refused("no_paper")
    return paper, Changed(figure, text)


def _is_text(name: str, media_type: str) -> bool:
    return name.casefold().endswith(_WORD_FILES) or any(kind in media_type for kind in _WORD_TYPES)
