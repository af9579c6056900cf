"""Linking as assets: the link tables, rewritten whole in each run.

What belongs here: the assets of the link tables. What does not: any decision about what belongs together.
"""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets.common import parquet_metadata
from pipelines.assets.staging import TABLE_NAMES as STAGED
from pipelines.assets.staging import table_key, table_spec
from pipelines.linking import link_all
from pipelines.resources import Run
from pipelines.schemas import TABLES

GROUP = "linking"
TABLE_NAMES = tuple(name for name in TABLES if name not in STAGED)
_READS = [table_key(name) for name in ("article", "article_actor", "engagement_claim", "claim_participant")]
_READS += [dg.AssetKey(["reference", name]) for name in ("actors", "actor_aliases", "actor_roles")]


@dg.multi_asset(specs=[table_spec(name, GROUP, _READS) for name in TABLE_NAMES])
def link_tables(context: dg.AssetExecutionContext, run: dg.ResourceParam[Run]) -> Iterator[dg.MaterializeResult[None]]:
    """Find who is who, which claims tell one engagement, and which articles tell one story."""
    run.progress("linking", 0, 1)
    link_all(run.places.staging, run.settings.reference_dir, context.run_id)
    run.progress("linking", 1, 1)
    for name in TABLE_NAMES:
        yield dg.MaterializeResult(asset_key=table_key(name), metadata=parquet_metadata(run.places.staging / name))
