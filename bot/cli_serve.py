"""`baocao serve`."""


def serve() -> None:
    """Serves the bot on its real messengers, until it is interrupted."""
    from bot.serve import run_serve
    from bot.settings import load

    run_serve(load())
