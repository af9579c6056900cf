"""When runs start by what happens: files put into the inbox folder. Nothing else belongs here."""

import hashlib
import time
from pathlib import Path

import dagster as dg

from pipelines.jobs import JOB, inbox_config
from pipelines.settings import Settings

# A file still being written changes; one that has rested this long (seconds) is taken to be whole.
SETTLED_SECONDS = 5.0


def inbox_sensor(settings: Settings) -> dg.SensorDefinition:
    """Return the sensor that starts a run when files in the inbox have changed. Off until it is switched on."""

    @dg.sensor(name="inbox", job_name=JOB, minimum_interval_seconds=30, description="Watches the inbox for files.")
    def inbox(context: dg.SensorEvaluationContext) -> dg.SensorResult | dg.SkipReason:
        seen = inbox_state(settings.inbox_dir, time.time())
        if seen is None:
            return dg.SkipReason("The inbox is empty, or a file in it is still being written.")
        if seen == context.cursor:
            return dg.SkipReason("Nothing new in the inbox.")
        return dg.SensorResult([dg.RunRequest(run_key=seen, run_config=inbox_config(settings))], cursor=seen)

    return inbox


def inbox_state(folder: Path, now: float) -> str | None:
    """Return a hash of the files' names, sizes and times; None where there are no files or one is fresh."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    states = [(path.relative_to(folder).as_posix(), path.stat()) for path in files]
    if not states or any(now - state.st_mtime < SETTLED_SECONDS for _, state in states):
        return None
    lines = (f"{name}\0{state.st_size}\0{state.st_mtime_ns}" for name, state in states)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
