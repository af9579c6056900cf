"""The one settings object: paths, limits, the coder. Every option stands here, with what it means.

What belongs here: options that a user may set, by environment (``COMMUNIQUE_WAREHOUSE_DIR=...``) or by argument, and
the paths that follow from them. What does not: anything read from the reference data, and any work at import.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT_ROOT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    """Options of a run. Paths given relative are taken from the working directory; defaults lie in the project."""

    model_config = SettingsConfigDict(env_prefix="COMMUNIQUE_", frozen=True, extra="forbid")

    warehouse_dir: Path = Field(
        default=PROJECT_ROOT / "warehouse",
        description="Where the published warehouse, its releases and the pipeline's own state are kept.",
    )
    seeds_dir: Path = Field(
        default=PROJECT_ROOT / "seeds",
        description="Folder of the sample articles (articles/) and the reference data (reference/).",
    )
    reference_dir: Path = Field(
        default_factory=lambda known: known["seeds_dir"] / "reference",
        description="Folder of the registry and lexicons, as reviewed CSV files.",
    )
    inbox_dir: Path = Field(
        default_factory=lambda known: known["warehouse_dir"] / "inbox",
        description="Folder that the sensor watches; files put there are read by the next run.",
    )
    dbt_project_dir: Path = Field(
        default=PROJECT_ROOT / "dbt_project",
        description="The dbt project that builds the warehouse from the staged tables.",
    )
    keep_releases: int = Field(
        default=7, ge=1, description="How many published releases stay under warehouse/releases/."
    )
    max_article_chars: int = Field(
        default=400_000, ge=1_000, description="Longest text taken, in characters; longer ones are rejected (too_long)."
    )
    min_article_words: int = Field(
        default=5, ge=1, description="Shortest text taken, in words; shorter ones are rejected (too_short)."
    )
    languages: tuple[str, ...] = Field(
        default=("en",),
        min_length=1,
        description="Languages (ISO 639-1) that the coder knows; articles in others are kept as unsupported_language.",
    )
    max_document_bytes: int = Field(
        default=32 << 20,
        ge=1 << 10,
        description="Largest page, feed, message or document that is read whole, in bytes; larger: limit_exceeded.",
    )
    archive_max_members: int = Field(default=500_000, ge=1, description="Most files taken out of one archive.")
    archive_max_depth: int = Field(default=3, ge=0, description="How deep archives may lie within archives.")
    archive_max_ratio: int = Field(
        default=200, ge=2, description="How many times its packed size a file may unpack to; beyond it is a bomb."
    )
    archive_max_bytes: int = Field(
        default=64 << 30, ge=1 << 10, description="Most bytes that one archive may unpack to, all its files together."
    )
    hosts: tuple[str, ...] = Field(
        default=(),
        description="From crawls (WARC), only pages of these hosts and what lies below them; all hosts when empty.",
    )
    columns: dict[str, str] = Field(
        default_factory=dict,
        description="Columns of tables and keys of JSON records that go by other names than the known ones: "
        'field to column, as {"text": "Story", "title": "Kop"}.',
    )
    fetch_user_agent: str = Field(
        default="communique/0.1 (news research)",
        min_length=1,
        description="What `communique fetch` calls itself; add how to reach you.",
    )
    fetch_timeout: float = Field(default=20.0, gt=0, description="Seconds without a byte before a fetch is given up.")
    fetch_deadline: float = Field(default=120.0, gt=0, description="Seconds that one page may take in all.")
    fetch_delay: float = Field(
        default=1.0,
        ge=0,
        description="Seconds between two requests to one host; more where its robots.txt asks for it.",
    )
    fetch_attempts: int = Field(default=3, ge=1, description="How often a page is tried that fails for the time being.")
    fetch_max_wait: float = Field(
        default=60.0, ge=0, description="Longest wait, in seconds, before a page is tried again."
    )
    fetch_max_pages: int = Field(default=2_000, ge=1, description="Most pages that one `communique fetch` brings.")
    fetch_private_hosts: bool = Field(
        default=False, description="Whether hosts of private networks and this machine may be fetched from."
    )
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1, ge=1, description="Processes that code articles side by side."
    )
    batch_size: int = Field(
        default=500, ge=1, description="Articles that are cleaned, coded and staged together; bounds the memory."
    )
    extractor: str = Field(
        default="communique",
        min_length=1,
        description="The coder: an entry point of the group communique.extractors, or 'package.module:attribute'.",
    )

    @field_validator("warehouse_dir", "seeds_dir", "reference_dir", "inbox_dir", "dbt_project_dir")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        """Settle a path now: later steps may work in another directory."""
        return path.expanduser().absolute()

    @property
    def state_dir(self) -> Path:
        """The pipeline's own state (ledger, staged Parquet, work files); nobody else's business."""
        return self.warehouse_dir / "state"

    @property
    def releases_dir(self) -> Path:
        """The last published releases."""
        return self.warehouse_dir / "releases"

    @property
    def warehouse_path(self) -> Path:
        """The published warehouse file."""
        return self.warehouse_dir / "warehouse.duckdb"

    @property
    def fetch_sources_path(self) -> Path:
        """The list of feeds and sitemaps that the fetching schedule goes through."""
        return self.seeds_dir / "sources.yaml"

    @property
    def sample_articles_dir(self) -> Path:
        """The sample articles that a build reads when no path is given."""
        return self.seeds_dir / "articles"


def get_settings(**overrides: Any) -> Settings:
    """Return the settings from the environment, with the arguments given taking precedence.

    Raises:
        pydantic.ValidationError: An option is not valid; the message names it.
    """
    return Settings(**overrides)
