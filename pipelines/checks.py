"""The audits of the work file as blocking asset checks: where one fails, nothing is published.

What belongs here: wrapping ``pipelines.building.audits`` for Dagster. What does not: what is audited; and dbt's tests,
which become checks with their models (``assets.dbt``).
"""

from collections.abc import Sequence

import dagster as dg
import duckdb

from pipelines.building.audits import AUDITS, Audit
from pipelines.resources import Run


def audit_checks() -> Sequence[dg.AssetChecksDefinition]:
    """Return one blocking check for each audit, on the mart that it speaks of."""
    return [_check(audit) for audit in AUDITS]


def _check(audit: Audit) -> dg.AssetChecksDefinition:
    @dg.asset_check(
        asset=dg.AssetKey(["marts", audit.about]), name=audit.name, description=audit.description, blocking=True
    )
    def check(run: dg.ResourceParam[Run]) -> dg.AssetCheckResult:
        with run.ledger() as ledger, duckdb.connect(str(run.places.work_file), read_only=True) as work:
            problem = audit.run(work, ledger.totals(run.versions.coder))
        return dg.AssetCheckResult(passed=problem is None, description=problem)

    return check
