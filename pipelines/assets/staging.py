"""Staging as assets: one for each staged table that the coder fills.

What belongs here: the assets of the staged tables. What does not: coding and writing (``pipelines.building``).
"""

from collections.abc import Iterator

import dagster as dg

from pipelines.assets.common import OWNERS, parquet_metadata
from pipelines.assets.landing import RECORD
from pipelines.building.publishing import carry_runs
from pipelines.building.staging import BATCH_TABLES, stage
from pipelines.resources import Run
from pipelines.schemas import TABLES

# Not "staging": that is the layer of dbt models which read these tables.
GROUP = "coding"
TABLE_NAMES = (*BATCH_TABLES, "meta_run")


def table_key(name: str) -> dg.AssetKey:
    """Return the key of a staged table: the one that dagster-dbt gives the dbt source."""
    return dg.AssetKey(["staging", name])


def table_spec(name: str, group: str, deps: list[dg.AssetKey]) -> dg.AssetSpec:
    """Return the spec of a staged table, described as the registry of tables has it."""
    columns = [dg.TableColumn(c.name, c.dtype, c.description) for c in TABLES[name].columns]
    return dg.AssetSpec(
        table_key(name), deps=deps, group_name=group, kinds={"python", "parquet"}, owners=OWNERS,
        description=TABLES[name].description, metadata={"dagster/column_schema": dg.TableSchema(columns)},
    )  # fmt: skip


@dg.multi_asset(specs=[table_spec(name, GROUP, [RECORD]) for name in TABLE_NAMES])
def staged_tables(
    context: dg.AssetExecutionContext, run: dg.ResourceParam[Run]
) -> Iterator[dg.MaterializeResult[None]]:
    """Clean and code what has landed and is not yet coded by the coder in force."""
    carry_runs(run.settings)
    with run.ledger() as ledger:
        staged = stage(run.settings, ledger, run.versions.coder, run.progress)
    context.log.info("%s", staged)
    outcome = {
        "accepted": staged.fresh.accepted,
        "duplicates": staged.fresh.duplicates,
        "rejected": staged.fresh.rejected,
        "recoded_batches": staged.recoded,
    }
    for name in TABLE_NAMES:
        shown = {**parquet_metadata(run.places.staging / name), **(outcome if name == "article" else {})}
        yield dg.MaterializeResult(asset_key=table_key(name), metadata=shown)
