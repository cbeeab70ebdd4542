"""The office sends an edited draft, and is asked figure by figure what shall stand where one was changed."""

from dataclasses import replace

from handlers.actions.take_back import Changed, changes_of, edited_again, override_figure, receive_file
from handlers.choices import choice
from handlers.papers import Paper, load, needs_right, newest, standing
from handlers.scenes import Idle, MendingFigures
from handlers.turn import Turn
from reporting.documents.model import Figure
from reporting.documents.paper_figures import paper_figures
from reporting.documents.word.reread import reread
from reporting.errors import Refused
from reporting.reading.readings import Given
from reporting.text import fold
from reporting.values import from_json, to_json
from storage.queries import campaigns

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
    """«Xem từng số»: the figures that the newest edited file has otherwise."""
    needs_right(turn.memberships, "compose_report")
    paper = load(turn, document_id)
    changed, _ = changes_of(paper, edited_again(turn.tx, document_id))
    if not changed:
        raise Refused("word_nothing_changed")
    turn.enter(MendingFigures(document_id, tuple((one.figure.tag, one.text) for one in changed)))


def show(turn: Turn, scene: MendingFigures) -> None:
    """This figure: the system's, or the one in the file? Then the value where it did not read, then the reason."""
    _, changed = _current(turn, scene)
    figure = changed.figure
    facts = {
        "label": figure.label or figure.code, "value": figure.value, "kind": figure.kind, "unit": figure.unit,
        "text": changed.text,
    }  # fmt: skip
    if scene.step == "reason":
        turn.say("roundtrip/reason", **facts, new=from_json(scene.value))
    elif scene.step == "value":
        turn.say("roundtrip/value", **facts)
    else:
        turn.say(
            "roundtrip/figure",
            **facts,
            reported=figure.reported,
            expected=figure.expected,
            left=len(scene.changes),
        )
    turn.offer(*([] if scene.step else [choice("override_figure")]), choice("keep_figure"))


def on_choice(turn: Turn, scene: MendingFigures, choice_id: str) -> None:
    """«Giữ số của hệ thống», «Ghi đè»."""
    if choice_id == "keep_figure":
        _next(turn, scene, overridden=False)
    elif choice_id == "override_figure":
        _override(turn, scene)
    else:
        turn.enter(scene)


def on_text(turn: Turn, scene: MendingFigures, text: str) -> None:
    """The reason, or the value asked for; «ghi đè» may bring its reason with it."""
    words = fold(text)
    if words.startswith(_KEEP):
        _next(turn, scene, overridden=False)
    elif scene.step == "reason":
        _write(turn, scene, text)
    elif scene.step == "value":
        _value(turn, scene, text)
    elif words.startswith(_OVERRIDE):
        _override(turn, scene)
        reason = _after(text, words)
        if reason and isinstance(turn.scene, MendingFigures) and turn.scene.step == "reason":
            _write(turn, turn.scene, reason)
    else:
        turn.enter(scene)


def _after(text: str, words: str) -> str:
    """What follows «ghi đè» (or «đổi») and a sign."""
    count = next(len(phrase.split()) for phrase in _OVERRIDE if words.startswith(phrase))
    return " ".join(text.split()[count:]).lstrip(" ,:;-–").strip()


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
    override_figure(turn, paper, changed.figure, from_json(scene.value), reason)
    _next(turn, scene, overridden=True)


def _next(turn: Turn, scene: MendingFigures, *, overridden: bool) -> None:
    """The next figure; after the last one, composing anew is offered."""
    done = scene.overridden + int(overridden)
    if len(scene.changes) > 1:
        turn.enter(
            MendingFigures(
                scene.document, scene.changes[1:], overridden=done, kept=scene.kept + (not overridden)
            )
        )
        return
    paper = load(turn, scene.document)
    turn.say("roundtrip/decided", **standing(paper), overridden=done, system=scene.kept + (not overridden))
    turn.enter(Idle(), show=False)
    turn.offer(choice("compose_again", paper.campaign.id))


def _current(turn: Turn, scene: MendingFigures) -> tuple[Paper, Changed]:
    paper = load(turn, scene.document)
    tag, text = scene.changes[0]
    figure: Figure | None = paper_figures(paper.material).get(tag)
    if figure is None:
        raise Refused("no_paper")
    return paper, Changed(figure, text)


def _is_text(name: str, media_type: str) -> bool:
    return name.casefold().endswith(_WORD_FILES) or any(kind in media_type for kind in _WORD_TYPES)
