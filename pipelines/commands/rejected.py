"""``communique rejected``: what was read and not accepted, and why. Nothing else belongs here."""

from __future__ import annotations

from typing import Annotated

import typer

from pipelines.commands.common import (
    CommandError,
    Format,
    FormatOption,
    WarehouseOption,
    settings_for,
    warehouse_connection,
)
from pipelines.commands.output import print_rows, rows_of
from pipelines.schemas import REJECTION_REASONS

_QUERY = """
select source_uri, reason_code, detail, rejected_at
from marts.rejected_article
where $reason is null or reason_code = $reason
order by rejected_at desc, source_uri
"""


def rejected(
    warehouse: WarehouseOption = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="CODE", help="Only those with this reason code.")
    ] = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what was read and not accepted, and why."""
    if reason is not None and reason not in REJECTION_REASONS:
        raise CommandError(f"no reason code {reason!r}; there are: {', '.join(REJECTION_REASONS)}", exit_code=2)
    with warehouse_connection(settings_for(warehouse)) as connection:
        connection.execute(_QUERY, {"reason": reason})
        print_rows([column[0] for column in connection.description or []], rows_of(connection), form)
