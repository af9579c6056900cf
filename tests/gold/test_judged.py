"""The teacher's answers that are committed: chances, and no text."""

from __future__ import annotations

import polars as pl
import pytest

from benchmarks.judged import ANSWERS, STATUSES
from pipelines.parsing.reference import load_reference


@pytest.fixture(scope="module")
def answers() -> pl.DataFrame:
    return pl.read_parquet(ANSWERS)


def test_a_candidate_is_judged_once(answers: pl.DataFrame) -> None:
    assert answers.select("article_id", "trigger_start", "engagement_type").is_duplicated().sum() == 0


def test_answers_are_chances(answers: pl.DataFrame) -> None:
    assert answers["claim"].is_between(0, 100).all()
    assert answers.select(pl.sum_horizontal(STATUSES).is_between(97, 103).all()).item()


def test_it_holds_hashes_and_types_and_no_text(answers: pl.DataFrame) -> None:
    assert answers["article_id"].str.contains("^[0-9a-f]{64}$").all()
    types = {row["engagement_type"] for row in load_reference().rows("triggers")}
    assert set(answers["engagement_type"]) <= types
