"""One run at a time on one warehouse.

What belongs here: the lock. What does not: what is done under it. The system releases the lock when its holder ends,
however it ends, so nothing has to be cleaned up by hand.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from pipelines.building.errors import WarehouseBusyError
from pipelines.building.places import places
from pipelines.settings import Settings


@contextmanager
def only_run(settings: Settings) -> Iterator[None]:
    """Hold the warehouse's lock.

    Raises:
        WarehouseBusyError: Another run holds it.
    """
    path = places(settings).lock
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise WarehouseBusyError(
                f"Another run (process {lock.read().strip() or 'unknown'}) is at work on {settings.warehouse_dir}; "
                "wait for it to end, or give another --warehouse."
            ) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
