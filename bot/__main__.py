"""`python -m bot` is the command `baocao`."""

from bot.cli import main

main()
