"""What the sub-commands share: errors in one line, the settings with ``--warehouse`` applied, a read-only connection.

What belongs here: the above. What does not: anything that one command alone needs.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    import duckdb

    from pipelines.settings import Settings

WarehouseOption = Annotated[
    Path | None,
    typer.Option(
        "--warehouse", metavar="DIR", help="Folder of the warehouse. [default: warehouse/]", show_default=False
    ),
]


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="How rows are printed.")]


class CommandError(Exception):
    """What a user can mend; the message is one line that says how. ``exit_code`` 1 is a failure, 2 a wrong call."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def settings_for(warehouse: Path | None) -> Settings:
    """Return the settings, with the warehouse folder given on the command line.

    Raises:
        CommandError: An option in the environment is not valid.
    """
    from pydantic import ValidationError

    from pipelines.settings import get_settings

    try:
        return get_settings(**({"warehouse_dir": warehouse} if warehouse else {}))
    except ValidationError as error:
        first = error.errors()[0]
        option = "COMMUNIQUE_" + "_".join(map(str, first["loc"])).upper()
        raise CommandError(f"the option {option} is not valid: {first['msg']}", exit_code=2) from error


@contextmanager
def warehouse_connection(settings: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    """Yield a connection that can change nothing, in the warehouse or outside it; names are looked up in marts.

    Raises:
        CommandError: There is no warehouse, or the database refuses what is asked; the message is its first line.
    """
    import duckdb

    path = settings.warehouse_path
    if not path.is_file():
        raise CommandError(f"there is no warehouse at {shown(path)}; make one: communique build PATH --warehouse DIR")
    config: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "enable_external_access": False,
    }
    try:
        with duckdb.connect(str(path), read_only=True, config=config) as connection:
            connection.execute("set search_path = 'marts,main'")
            yield connection
    except duckdb.Error as error:
        raise CommandError(" ".join(str(error).split("\n\nLINE", 1)[0].split())) from error


def shown(path: Path) -> str:
    """Return a path as a user would type it: from the working directory where it lies under it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
