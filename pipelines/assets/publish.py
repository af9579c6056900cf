"""Publishing as an asset: the warehouse that readers open.

What belongs here: the asset. What does not: audits and the swap (``pipelines.building.publishing``).
"""

from collections.abc import Sequence
from typing import Any

import dagster as dg

from pipelines.assets.common import OWNERS
from pipelines.building.publishing import publish
from pipelines.resources import Run

GROUP = "publish"
WAREHOUSE = dg.AssetKey(["warehouse"])


def published_warehouse(marts: Sequence[dg.AssetKey]) -> dg.AssetsDefinition:
    """Return the asset of the published warehouse, which stands on every mart."""

    @dg.asset(
        key=WAREHOUSE,
        deps=marts,
        group_name=GROUP,
        kinds={"duckdb"},
        owners=OWNERS,
        description="The published warehouse: the audited work file, swapped in whole; the last releases are kept.",
    )
    def warehouse(context: dg.AssetExecutionContext, run: dg.ResourceParam[Run]) -> dg.MaterializeResult[None]:
        """Audit the work file and put it in the place of the warehouse."""
        run.progress("publishing", 0, 1)
        with run.ledger() as ledger:
            published = publish(run.settings, ledger, run.versions, context.run_id)
        run.progress("publishing", 1, 1)
        counts = {f"rows/{name}": count for name, count in published.table_counts.items()}
        shown: dict[str, Any] = {
            "path": dg.MetadataValue.path(str(run.settings.warehouse_path)),
            "release": published.release.name,
        }
        return dg.MaterializeResult(metadata=shown | counts)

    return warehouse
