"""``communique review``: pairs of actors that may be one, and what a person decides. Nothing else belongs here."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from pipelines.commands.common import CommandError, Format, FormatOption, WarehouseOption, settings_for
from pipelines.commands.output import print_rows


def review(
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="[KEY_A KEY_B DECISION]", help="Decide: same, different or unsure.")
    ] = None,
    warehouse: WarehouseOption = None,
    least: Annotated[float, typer.Option(min=0, max=1, help="Least likeness of the names.")] = 0.88,
    limit: Annotated[int, typer.Option(min=1, help="Most pairs to list.")] = 50,
    by: Annotated[str, typer.Option(help="Who decides; your user name where not given.")] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    form: FormatOption = Format.TABLE,
) -> None:
    """List pairs of actors that may be one, with the evidence; or, with two keys and a decision, write the decision.

    Decisions go to actor_decisions.csv beside the registry and hold from the next build on.
    """
    settings = settings_for(warehouse)
    if keys:
        _decide(settings.reference_dir, keys, by or getpass.getuser(), note)
        return
    from pipelines.building.places import places
    from pipelines.linking.review import as_rows, propose_pairs

    names, rows = as_rows(propose_pairs(places(settings).staging, settings.reference_dir, least)[:limit])
    print_rows(names, rows, form)


def _decide(reference_dir: Path, keys: list[str], by: str, note: str) -> None:
    from pipelines.linking.review import record_decision

    if len(keys) != 3:
        raise CommandError("a decision takes two keys and one of same, different, unsure", exit_code=2)
    try:
        record_decision(reference_dir, keys[0], keys[1], keys[2], decided_by=by, note=note)
    except ValueError as error:
        raise CommandError(str(error), exit_code=2) from error
    print(f"{keys[0]} and {keys[1]}: {keys[2]}; it holds from the next build on")
