"""What the assets share during a run: the settings, the versions taken at its start, the lock held to its end.

What belongs here: Dagster resources. What does not: any work on data.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass

import dagster as dg

from pipelines.building.ledger import Ledger, open_ledger
from pipelines.building.locking import only_run
from pipelines.building.places import Places, places, sweep
from pipelines.building.progress import Progress
from pipelines.building.versions import Versions, current_versions
from pipelines.settings import Settings


@dataclass(frozen=True, slots=True)
class Run:
    """A run at work on a warehouse."""

    settings: Settings
    versions: Versions
    progress: Progress

    @property
    def places(self) -> Places:
        """Where the run keeps its files."""
        return places(self.settings)

    def ledger(self) -> AbstractContextManager[Ledger]:
        """Open the ledger; to be used in a ``with``."""
        return open_ledger(self.places.ledger)


def run_resource(settings: Settings, progress: Progress) -> dg.ResourceDefinition:
    """Return the resource ``run``: made once for each run, the warehouse's lock held until the run ends."""

    @dg.resource(description="The settings, the versions and the warehouse's lock.")
    def run(_context: dg.InitResourceContext) -> Iterator[Run]:
        with only_run(settings):
            sweep(places(settings))
            yield Run(settings, current_versions(settings), progress)

    return run
