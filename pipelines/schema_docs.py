"""Write the dbt properties of the staging layer from the registry of staged tables.

What belongs here: rendering ``pipelines.schemas`` as dbt YAML (sources, and the ``stg_`` models' columns), and the
check that the committed file is up to date. What does not: the registry itself, and anything said of marts.

Run ``python -m pipelines.schema_docs`` to rewrite the file, ``--check`` to fail when it is out of date.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import yaml

from pipelines.schemas import TABLES, Column, Table

YAML_PATH = Path(__file__).resolve().parent.parent / "dbt_project" / "models" / "staging" / "_staging.yml"
HEADER = "# Generated from pipelines/schemas.py by `python -m pipelines.schema_docs`; edit that, not this.\n"
STAGING_DIR = "{{ var('staging_dir', env_var('COMMUNIQUE_STAGING_DIR', '../warehouse/state/staging')) }}"
SQL_TYPES = {
    "str": "varchar", "int": "bigint", "float": "double", "bool": "boolean", "date": "date",
    "datetime": "timestamp with time zone", "list[str]": "varchar[]",
}  # fmt: skip


def source_column(column: Column) -> dict[str, str]:
    """Return a column of a Parquet source as dbt properties."""
    return {"name": column.name, "description": column.description, "data_type": SQL_TYPES[column.dtype]}


def source_table(table: Table) -> dict[str, Any]:
    """Return a staged table as a dbt source table."""
    return {
        "name": table.name,
        "description": table.description,
        "columns": [source_column(column) for column in table.columns],
    }


def staging_model(table: Table) -> dict[str, Any]:
    """Return the properties of the ``stg_`` model that reads a staged table; columns are the source's."""
    columns = [{"name": column.name, "description": column.description} for column in table.columns]
    return {"name": f"stg_{table.name}", "description": table.description, "columns": columns}


def properties() -> dict[str, Any]:
    """Return the whole properties file: one source over the Parquet files and one model per table."""
    source = {
        "name": "staging",
        "description": "Parquet written by the Python stages: one folder per table, one file per batch.",
        "config": {
            "meta": {"external_location": f"read_parquet('{STAGING_DIR}/{{name}}/*.parquet', union_by_name = true)"}
        },
        "tables": [source_table(table) for table in TABLES.values()],
    }
    return {"version": 2, "sources": [source], "models": [staging_model(table) for table in TABLES.values()]}


def render() -> str:
    """Return the text of the properties file."""
    return HEADER + yaml.safe_dump(properties(), sort_keys=False, width=118, allow_unicode=True)


def main(arguments: list[str] | None = None) -> int:
    """Rewrite the file, or with ``--check`` return 1 when it differs from what the registry says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when the file is out of date")
    if not parser.parse_args(arguments).check:
        YAML_PATH.write_text(render(), encoding="utf-8")
        return 0
    if YAML_PATH.is_file() and YAML_PATH.read_text(encoding="utf-8") == render():
        return 0
    print("The staging YAML is out of date: run `python -m pipelines.schema_docs`.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
