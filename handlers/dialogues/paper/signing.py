"""«Người ký: Chủ tịch»: who signs the report, of those in the office's profile; it is composed anew with them."""

from handlers.actions.compose import compose
from handlers.dialogues.paper.office import open_paper
from handlers.messages import Choice
from handlers.papers import load as load_paper
from handlers.papers import needs_right, standing
from handlers.scenes import Idle
from handlers.turn import Turn
from reporting.profile import Signer
from reporting.reading.commands import Command
from reporting.reading.match import match_choice
from templates.office_titles import office_held


def command(turn: Turn, order: Command) -> None:
    """The one named; else who can be chosen."""
    needs_right(turn.memberships, "compose_report")
    signers = turn.world.profile.signers
    options = [(str(n), f"{office_held(s.title)} {s.name}", (s.title, s.name)) for n, s in enumerate(signers)]
    found = (
        match_choice(order.argument.lstrip(" :"), options, letters=False)
        if order.argument.strip(" :")
        else None
    )
    if isinstance(found, str):
        chosen(turn, int(found))
        return
    paper = open_paper(turn)
    turn.say(
        "paper/which_signer",
        **standing(paper),
        signers=[_facts(s) for s in signers],
        asked=_unknown(order.argument),
    )
    turn.offer(*(Choice(f"signer:{n}", text) for n, text, _ in options))


def chosen(turn: Turn, number: int) -> None:
    """A new version with this signer."""
    needs_right(turn.memberships, "compose_report")
    paper, signers = open_paper(turn), turn.world.profile.signers
    document = compose(turn, paper.campaign, turn.person.id, signer=signers[number % len(signers)])
    turn.say("paper/composing", **standing(load_paper(turn, document.id)))
    turn.enter(Idle(), show=False)


def _unknown(argument: str) -> str:
    """The name asked for that is not among the signers: «thành chủ tịch Lường Văn Thịnh»; "" for no name at all."""
    name = argument.strip(" :,.!?")
    for opening in ("thành", "là", "sang", "bằng", "cho"):
        if name.lower().startswith(f"{opening} "):
            name = name[len(opening) :].strip()
    return name if sum(word[:1].isupper() for word in name.split()) else ""


def _facts(signer: Signer) -> dict[str, str]:
    return {"title": office_held(signer.title), "name": signer.name}
