"""Typer dressed in Vietnamese: help pages, errors, and the exit codes 0 ok, 1 findings, 2 wrong use."""

import io
import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from reporting.errors import BadFile, WrongUse
from templates.cli import wrong_use as words

FOUND, WRONG = 1, 2
_TYPE = re.compile(r" <[^>]*>$")  # Typer's English name of a parameter's type
_SETTINGS = {"max_content_width": 100, "help_option_names": ["--help", "-h"]}


class _AsTyped:
    """Stands in for typer's conversion of a parameter, which would bring all of pydantic to read text as text."""

    def coerce(self, value: Any, **_: Any) -> Any:
        return value


def take_as_typed(parameter: Any) -> None:
    """A text or a flag needs no conversion: without it a command starts a third sooner."""
    parameter._runtime_param = _AsTyped()


class _Page:
    """A help page's usage line, sections and help option."""

    def format_usage(self: Any, ctx: Any, formatter: Any) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=words.USAGE)

    def get_help_option(self: Any, ctx: Any) -> Any:
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = words.HELP_OPTION
            take_as_typed(option)
        return option

    def format_options(self: Any, ctx: Any, formatter: Any) -> None:
        sections: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None:
                name, text = _TYPE.sub("", record[0]), record[1].replace("[required]", words.REQUIRED)
                sections[param.param_type_name].append((name, text))
        for kind, heading in (("argument", words.HEAD_ARGUMENTS), ("option", words.HEAD_OPTIONS)):
            if sections[kind]:
                with formatter.section(heading):
                    formatter.write_dl(sections[kind])


class Command(_Page, TyperCommand):
    """One command."""

    def __init__(self, name: str | None, **given: Any) -> None:
        super().__init__(name, **(given | {"options_metavar": words.OPTIONS}))


class Group(_Page, TyperGroup):
    """A command that has commands."""

    def __init__(self, **given: Any) -> None:
        super().__init__(
            **(given | {"options_metavar": words.OPTIONS, "subcommand_metavar": words.SUBCOMMAND})
        )

    def format_options(self, ctx: Any, formatter: Any) -> None:
        super().format_options(ctx, formatter)
        rows = [(name, cmd.get_short_help_str(200)) for name, cmd in self.commands.items() if not cmd.hidden]
        with formatter.section(words.HEAD_COMMANDS):
            formatter.write_dl(rows)


def group(help: str, *, alone: bool = False) -> typer.Typer:
    """A Typer in our dress. `alone`: it also runs without a command of its own."""
    return typer.Typer(
        cls=Group,
        help=help,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=not alone,
        invoke_without_command=alone,
        context_settings=_SETTINGS,
    )


def run(app: typer.Typer, arguments: Sequence[str]) -> int:
    """Runs one command line and gives its exit code. What goes wrong is told on stderr, in Vietnamese."""
    try:
        outcome = get_command(app).main(list(arguments), prog_name="baocao", standalone_mode=False)
    except TyperException as error:
        _tell(error)
        return WRONG
    except BadFile as error:
        for line in _findings(error):
            print(words.error(line), file=sys.stderr)
        return WRONG
    except WrongUse as error:
        print(words.error(str(error)), file=sys.stderr)
        return WRONG
    except typer.Abort:
        print(words.CUT_SHORT, file=sys.stderr)
        return 130
    return outcome if isinstance(outcome, int) else 0


def _tell(error: TyperException) -> None:
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":
        print(error.format_message(), file=sys.stderr)
        return
    if context is not None:
        print(context.get_usage(), file=sys.stderr)
        print(words.hint(context.command_path), file=sys.stderr)
    print(words.error(words.told(error.format_message())), file=sys.stderr)


def _findings(error: BadFile) -> list[str]:
    """A line for each thing that is wrong with a file the settings name."""
    from reporting.toml_source import Finding
    from templates.office_findings import describe

    return [describe(found, error.name) for found in error.findings if isinstance(found, Finding)] or [
        error.name
    ]


def speak_utf8() -> None:
    """Standard streams in UTF-8, whatever the machine's language."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8-sig", newline="")
