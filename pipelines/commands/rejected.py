"""``communique rejected``: what was read and not accepted, why, and another try. Nothing else belongs here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.commands.build import progress_display, report
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

if TYPE_CHECKING:
    from pipelines.settings import Settings

_LISTED = """
from (
    select source_uri, reason_code, detail, rejected_at from marts.rejected_article
    union all
    select source_uri, reason_code, detail, rejected_at from marts.quarantined_claim
)
where list_contains($reasons, reason_code)
"""
_ALL = f"select * {_LISTED} order by rejected_at desc, source_uri, reason_code, detail"
# What another try may mend; a quote that the text does not hold is an answer that was given.
_RETRIED = [reason for reason in REJECTION_REASONS if reason != "quote_not_found"]


def rejected(
    warehouse: WarehouseOption = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="CODE", help="Only those with this reason code.")
    ] = None,
    retry: Annotated[bool, typer.Option("--retry", help="Read them again, after a fix, and publish.")] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """List what was read and not accepted, and why; articles that the coder failed on, and claims put aside, too.

    With --retry the files that hold it are read again, as they are now and with the settings of now, and the coder has
    another try at what it failed on. What is still refused stays in the list; what lies in files that are gone, too.
    """
    if reason is not None and reason not in REJECTION_REASONS:
        raise CommandError(f"no reason code {reason!r}; there are: {', '.join(REJECTION_REASONS)}", exit_code=2)
    settings = settings_for(warehouse)
    if retry:
        print(_retried([one for one in _RETRIED if reason in (None, one)], settings))
        return
    with warehouse_connection(settings) as connection:
        connection.execute(_ALL, {"reasons": [reason] if reason else list(REJECTION_REASONS)})
        print_rows([column[0] for column in connection.description or []], rows_of(connection), form)


def _retried(reasons: Sequence[str], settings: Settings) -> str:
    """Read again, and return the report of it."""
    before = _uris(reasons, settings)
    if not before:
        return "nothing to retry"
    from pipelines.building.errors import BuildError
    from pipelines.jobs import run_retry

    try:
        with progress_display() as progress:
            summary = run_retry(reasons, settings, progress)
    except BuildError as error:
        raise CommandError(str(error)) from error
    still = sum((before & _uris(_RETRIED, settings)).values())
    return f"{'retried':<16}{before.total():>9,}\n{'  still rejected':<16}{still:>9,}\n{report(summary)}"


def _uris(reasons: Sequence[str], settings: Settings) -> Counter[str]:
    """Return how often each uri is rejected for these reasons."""
    with warehouse_connection(settings) as connection:
        rows = connection.execute(f"select source_uri {_LISTED}", {"reasons": list(reasons)})
        return Counter(uri for (uri,) in rows.fetchall())
