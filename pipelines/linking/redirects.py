"""Keys that were merged away, and since when.

What belongs here: keeping the table of redirects true from run to run. What does not: deciding merges (``identity``).

A row says: the old key is no more, the new key is in use. So chains are followed to their end, a key that came back
into use loses its row, and a row whose target is gone with nothing in its place goes too. ``since_run`` is the run
that first published the merge; the earlier table remembers it.
"""

from __future__ import annotations

import polars as pl

from pipelines.linking.registry import KIND_CLASS, Registry
from pipelines.parsing.names import unslug


def next_redirects(
    earlier: pl.DataFrame, found: dict[str, str], vanished: dict[str, str], live: set[str], run_id: str
) -> pl.DataFrame:
    """Return the table of redirects after this run.

    Args:
        earlier: The table as it stood: ``old_key, new_key, since_run``.
        found: Merges that the set and the decisions of this run give.
        vanished: Where keys that the last run used, and this one does not, have gone.
        live: Every key in use now.
        run_id: The run that is going on.
    """
    since = {old: (new, run) for old, new, run in earlier.iter_rows()}
    targets = {old: new for old, (new, _) in since.items()} | vanished | found
    rows = []
    for old in sorted(targets):
        new = _end(old, targets, live)
        if old not in live and new is not None:
            known, run = since.get(old, (None, run_id))
            rows.append((old, new, run if known is not None else run_id))
    return pl.DataFrame(rows, schema={"old_key": pl.String, "new_key": pl.String, "since_run": pl.String}, orient="row")


def vanished_keys(before: set[str], live: set[str], registry: Registry) -> dict[str, str]:
    """Return where keys of unknown actors went that a new registry row has made known: by name and country, if one."""
    gone = sorted(key for key in before - live if "~" in key)
    by_name: dict[tuple[str, str], list[str]] = {}
    country = dict(registry.actors.select("registry_id", "country_iso3").iter_rows())
    for kind, norm, registry_id in registry.names.iter_rows():
        by_name.setdefault((kind, norm), []).append(registry_id)
    fits = {key: [c for c in _candidates(key, by_name, country) if c in live] for key in gone}
    return {key: found[0] for key, found in fits.items() if len(found) == 1}


def _candidates(key: str, by_name: dict[tuple[str, str], list[str]], country: dict[str, str | None]) -> list[str]:
    kind, _, rest = key.partition(":")
    name, where = rest.split("~")[:2]
    named = by_name.get((KIND_CLASS.get(kind, "body"), unslug(name)), [])
    return [c for c in named if where in ("zz", (country[c] or where).lower())]


def _end(old: str, targets: dict[str, str], live: set[str]) -> str | None:
    """Follow redirects to a key in use; None where they lead nowhere or in a circle."""
    seen = {old}
    while (old := targets.get(old, "")) and old not in seen:
        if old in live:
            return old
        seen.add(old)
    return None
