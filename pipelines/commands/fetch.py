"""``communique fetch``: bring pages into the inbox. Nothing else belongs here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from pipelines.commands.common import CommandError, WarehouseOption, settings_for, shown

if TYPE_CHECKING:
    from pipelines.fetching import Fetched


def fetch(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FEED_OR_URL_LIST",
            help="Feeds, sitemaps, pages, and files of urls; those of seeds/sources.yaml where none is given.",
        ),
    ] = None,
    warehouse: WarehouseOption = None,
) -> None:
    """Fetch what feeds, sitemaps and lists of urls name into the inbox.

    Pages fetched before are not asked for again. What robots.txt forbids is left alone. The next build of the inbox
    reads what was fetched.
    """
    settings = settings_for(warehouse)
    from pipelines.fetching import fetch as run
    from pipelines.fetching.lists import sources

    try:
        asked = list(targets or ()) or sources(settings.fetch_sources_path)
        done = run(asked, settings)
    except (OSError, ValueError) as error:
        raise CommandError(f"nothing fetched: {error}") from error
    print(report(done))
    if done.pages:
        print(f"read them: communique build {shown(settings.inbox_dir)}")
    if done.failed and not (done.pages or done.known or done.unchanged):
        raise CommandError("nothing could be fetched; see above")


def report(done: Fetched) -> str:
    """Return what a run of fetching did, the failures counted by their reason."""
    rows = [("pages fetched", done.pages), ("known before", done.known), ("unchanged", done.unchanged)]
    rows += [("failed", len(done.failed))]
    lines = [f"{name:<16}{count:>9,}" for name, count in rows]
    reasons = Counter(done.failed.values())
    return "\n".join([*lines, *(f"  {count:>4} × {reason}" for reason, count in reasons.most_common(10))])
