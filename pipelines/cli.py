"""The command ``communique``: which sub-commands there are, and how errors end.

What belongs here: the list of sub-commands and the exit codes (0 done, 1 failed, 2 called wrongly). What does not: any
sub-command (``pipelines.commands``, one module each; they import what they need only when they run).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperGroup

from pipelines.commands.build import build
from pipelines.commands.common import CommandError
from pipelines.commands.evaluate import evaluate
from pipelines.commands.fetch import fetch
from pipelines.commands.rejected import rejected
from pipelines.commands.review import review
from pipelines.commands.sql import sql
from pipelines.commands.why import why

_INTERRUPTED = 130
COMMANDS: dict[str, Callable[..., None]] = {
    "build": build,
    "fetch": fetch,
    "sql": sql,
    "why": why,
    "rejected": rejected,
    "review": review,
    "evaluate": evaluate,
}


class OneLineErrors(TyperGroup):
    """A group whose errors are one line on the error output, and an exit code that scripts can use."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Take no argument at all for a call for help."""
        return super().parse_args(ctx, args or ["--help"])

    def invoke(self, ctx: Any) -> Any:
        """Run the sub-command; a reader of its output that goes away (``| head``) is no error."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return None
        return result

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line; exit 0 when done, 1 on failure, 2 on a wrong call."""
        try:
            code = super().main(*args, **{**kwargs, "standalone_mode": False})
        except Exception as error:
            if os.environ.get("COMMUNIQUE_DEBUG"):
                raise
            print(f"communique: {_line(error)}", file=sys.stderr)
            code = getattr(error, "exit_code", 1)
        except KeyboardInterrupt:
            print("communique: interrupted; what was published before stands", file=sys.stderr)
            code = _INTERRUPTED
        sys.exit(code if isinstance(code, int) else 0)


def _line(error: Exception) -> str:
    """Return an error in one line that says what to do."""
    if isinstance(error, CommandError):
        return str(error)
    if message := getattr(error, "format_message", None):
        return f"{str(message()).rstrip('.')}; see: communique --help"
    said = " ".join(str(error).split())
    return f"{type(error).__name__}: {said}; COMMUNIQUE_DEBUG=1 shows where (and please report it)"


app = typer.Typer(
    name="communique",
    help="Raw news articles in, an analytical warehouse of who engaged with whom out.",
    cls=OneLineErrors,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for name, command in COMMANDS.items():
    app.command(name)(command)

if __name__ == "__main__":
    app()
