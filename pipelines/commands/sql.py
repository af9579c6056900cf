"""``communique sql``: ask the warehouse. Nothing else belongs here."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from pipelines.commands.common import Format, FormatOption, WarehouseOption, settings_for, warehouse_connection
from pipelines.commands.output import print_rows, rows_of


def sql(
    statement: Annotated[str, typer.Argument(metavar="SQL", help="A query; '-' reads it from the input.")],
    warehouse: WarehouseOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Query the published warehouse, read-only.

    Tables of the schema marts need no prefix. A table cuts long cells; csv and json do not.
    """
    query = sys.stdin.read() if statement == "-" else statement
    with warehouse_connection(settings_for(warehouse)) as connection:
        connection.execute(query)
        if connection.description:
            print_rows([column[0] for column in connection.description], rows_of(connection), form)
