"""Landing as an asset: every record that was ever read.

What belongs here: the asset, its run configuration and the external files above it. What does not: reading and keeping.
"""

from pathlib import Path

import dagster as dg
from pydantic import Field

from pipelines.assets.common import OWNERS
from pipelines.building.landing import land
from pipelines.building.retrying import retry
from pipelines.resources import Run

GROUP = "landing"
ARTICLES = dg.AssetKey(["news", "articles"])
RECORD = dg.AssetKey(["landing", "record"])

articles = dg.AssetSpec(
    ARTICLES, group_name=GROUP, kinds={"file"}, owners=OWNERS, description="Raw news articles, as files and folders."
)


class LandingConfig(dg.Config):
    """What to read."""

    paths: list[str] = Field(default=[], description="Files, folders and globs; the sample articles when empty.")
    retry: list[str] = Field(
        default=[], description="Reason codes: read again what was rejected for these, and nothing else."
    )


@dg.asset(
    key=RECORD,
    deps=[ARTICLES],
    group_name=GROUP,
    kinds={"python", "parquet"},
    owners=OWNERS,
    description="Every record that was read, once, as its reader found it; articles can be coded again from here.",
)
def record(config: LandingConfig, run: dg.ResourceParam[Run]) -> dg.MaterializeResult[None]:
    """Keep the records under the configured paths that are not kept yet."""
    paths = [Path(path) for path in config.paths] or [run.settings.sample_articles_dir]
    with run.ledger() as ledger:
        if config.retry:
            landed = retry(config.retry, run.settings, ledger, run.progress)
        else:
            landed = land(paths, run.settings, ledger, run.progress)
        total = ledger.records()
    return dg.MaterializeResult(metadata={"dagster/row_count": total, "read": landed.read, "new": landed.new})
