"""When a message may go: by the moment the last one to the same address was answered, not by when it left."""

from bot.work.pace import Pace


def test_the_rest_counts_from_the_answer() -> None:
    now = [100.0]
    pace = Pace(29.0, 1.0, lambda: now[0])
    pace.take("7")
    now[0] += 0.9  # so long it was on its way
    pace.answered("7")
    assert pace.rest("7") == 1.0
    assert pace.rest("8") == 0.0
    now[0] += 1.0
    assert pace.rest("7") == 0.0
