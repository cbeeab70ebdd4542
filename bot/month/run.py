"""`baocao demo month`: play a month of personas on a database of its own, print it, and check what came of it."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bot.month import expected as wanted
from bot.month.checks import Check, counted, of_persona
from bot.month.checks_everybody import of_quiet_hours, of_reminders, of_stages, of_storage, of_words
from bot.month.checks_paper import of_papers, of_work
from bot.month.play import Course, Event, play
from bot.month.stage import Stage, fill_sample
from bot.month.timeline import merged, scripts
from bot.month.transcript import Transcript
from templates.cli import month as words

FOUND = 1


def run_month(*, bad: bool, say: Callable[[str], None] = print) -> int:
    """Play the month and `say` it line by line. Returns 0, or 1 if any check fails."""
    folder = "bad" if bad else "good"
    with tempfile.TemporaryDirectory(prefix="baocao-month-") as place:
        file = Path(place) / "month.sqlite"
        fill_sample(file)
        stage = Stage(file)
        try:
            course = _told(stage, folder, bad, say)
            checks = list(all_checks(stage, course, folder))
        finally:
            stage.stop()
    say("\n" + words.checks_heading())
    for check in checks:
        say(words.check(check.ok, check.subject, check.what, check.found))
    count, failed = counted(checks)
    say(words.closing(count, failed))
    return FOUND if failed else 0


def _told(stage: Stage, folder: str, bad: bool, say: Callable[[str], None]) -> Course:
    people = wanted.personas(folder)
    say(words.title(bad, len(people)))
    for one in people:
        say(words.persona(one.key, one.title, one.people))
    transcript = Transcript()

    def tell(event: Event) -> None:
        for line in transcript.lines(event):
            say(line)

    return play(stage, merged(scripts(folder).items()), tell)


def all_checks(stage: Stage, course: Course, folder: str) -> Iterator[Check]:
    """Every check of a month that was played, the personas' first."""
    for persona in wanted.personas(folder):
        yield from of_persona(stage, course, persona)
        yield from of_papers(stage, persona)
    yield from of_stages(course, wanted.stages(folder))
    yield from of_reminders(stage, course)
    yield of_quiet_hours(stage, course)
    yield of_words(course)
    yield from of_storage(stage)
    yield from of_work(stage)
