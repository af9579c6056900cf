"""dbt as assets: each model and seed an asset, each dbt test an asset check.

What belongs here: the mapping from dbt's nodes and events to Dagster's. What does not: calling dbt (``building.dbt``).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DagsterDbtTranslator, DagsterDbtTranslatorSettings, dbt_assets
from dagster_dbt.core.dbt_cli_event import DbtCoreCliEventMessage

from pipelines.assets.common import OWNERS, table_metadata
from pipelines.building import dbt
from pipelines.resources import Run

_RESULTS = frozenset(("LogModelResult", "LogSeedResult", "LogTestResult"))


REFERENCE = "reference"


class Translator(DagsterDbtTranslator):
    """One group per layer, the house's owners."""

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str:
        """Return the layer: the folder that the model lies in."""
        return str(dbt_resource_props["fqn"][1])

    def get_owners(self, dbt_resource_props: Mapping[str, Any]) -> Sequence[str]:
        """Return the owners of everything here."""
        return OWNERS


def reference_tables(manifest: Mapping[str, Any]) -> list[dg.AssetSpec]:
    """Return the reviewed reference tables that models read, as assets that people keep and no run writes."""
    sources = [source for source in manifest["sources"].values() if source["source_name"] == REFERENCE]
    return [
        dg.AssetSpec(
            dg.AssetKey([REFERENCE, source["name"]]), description=source["description"], group_name=REFERENCE,
            kinds={"csv"}, owners=OWNERS,
        )
        for source in sources
    ]  # fmt: skip


def dbt_models(manifest: Mapping[str, Any]) -> dg.AssetsDefinition:
    """Return the assets of a dbt project, from its manifest."""
    translator = Translator(DagsterDbtTranslatorSettings(enable_asset_checks=True, enable_source_tests_as_checks=True))

    @dbt_assets(manifest=manifest, dagster_dbt_translator=translator, name="dbt_models")
    def build_models(context: dg.AssetExecutionContext, run: dg.ResourceParam[Run]) -> Iterator[Any]:
        """Build a fresh work file and test it; a model or test that fails ends the run before anything is published."""
        results: list[dbt.Event] = []
        nodes = _nodes(manifest)

        def note(event: dbt.Event) -> None:
            if event["info"]["name"] in _RESULTS:
                results.append(event)
                run.progress("building", len(results), nodes)

        with run.ledger() as ledger:
            failures = dbt.build(run.settings, ledger.records(), note)
        with duckdb.connect(str(run.places.work_file), read_only=True) as work:
            for event in results:
                yield from _asset_events(event, manifest, translator, context, work)
        if failures:
            raise dg.Failure(f"Nothing published: dbt found {len(failures)} fault(s). {'; '.join(failures)}")

    return build_models


def _nodes(manifest: Mapping[str, Any]) -> int:
    """Return how many nodes a build runs: all but the unit tests, which the manifest keeps apart."""
    return sum(node["resource_type"] in ("model", "seed", "test") for node in manifest["nodes"].values())


def _asset_events(
    event: dbt.Event, manifest: Mapping[str, Any], translator: Translator,
    context: dg.AssetExecutionContext, work: duckdb.DuckDBPyConnection,
) -> Iterator[Any]:  # fmt: skip
    message = DbtCoreCliEventMessage(raw_event=dict(event), event_history_metadata={})
    relation = event["data"]["node_info"].get("node_relation", {})
    for found in message.to_default_asset_events(manifest, translator, context):
        if isinstance(found, dg.Output):
            yield found.with_metadata({**found.metadata, **_shown(work, relation)})
        else:
            yield found


def _shown(work: duckdb.DuckDBPyConnection, relation: Mapping[str, str]) -> dict[str, Any]:
    table = f'"{relation["schema"]}"."{relation["alias"]}"'
    sample = work.execute(f"select * from {table} limit 3")
    columns = [column[0] for column in sample.description or ()]
    rows = sample.fetchall()
    (count,) = work.execute(f"select count(*) from {table}").fetchone() or (0,)
    return table_metadata(columns, rows, count)
