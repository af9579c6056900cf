"""What the pipeline makes of a coder's answers: failures and lost quotes are listed, nothing is dropped."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

pytest.importorskip("httpx")

from endpoint import endpoint, sends, writes
from test_openai_compatible import ANSWER, DARWISH, NERI, TEXT, engagement

from pipelines.building.coding import Chunk, _coder, code_chunk
from pipelines.building.rows import Rows, Stamp
from pipelines.records import RawArticle
from pipelines.schemas import TABLES
from pipelines.settings import get_settings

STAMP = Stamp("batch", datetime(2024, 5, 8, tzinfo=UTC))
BODY = TEXT.partition("\n\n")[2]


def staged(url: str, monkeypatch: pytest.MonkeyPatch) -> Rows:
    """The rows that one article makes, coded by the endpoint."""
    options = {"BASE_URL": url, "MODEL": "made-up-1", "ATTEMPTS": "2", "BACKOFF_SECONDS": "0"}
    for name, value in options.items():
        monkeypatch.setenv(f"COMMUNIQUE_LLM_{name}", value)
    raw = RawArticle("https://made.invalid/1", "b" * 64, BODY, "test", title="Two ministers in Rome")
    _coder.cache_clear()  # a process keeps its coder, and this one asks another endpoint
    settings = get_settings(extractor="openai")
    (coded,) = code_chunk(Chunk(STAMP, (raw,)), settings)
    assert coded.article_id is not None
    return coded.article


def column(rows: Rows, table: str, name: str) -> list[object]:
    at = [c.name for c in TABLES[table].columns].index(name)
    return [row[at] for row in rows[table]]


def test_each_claim_says_which_coder_and_version_coded_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with endpoint(writes(ANSWER)) as served:
        rows = staged(served.url, monkeypatch)
    assert column(rows, "engagement_claim", "extractor") == ["openai"]
    (version,) = column(rows, "engagement_claim", "extractor_version")
    assert str(version).startswith("1+made-up-1+")
    assert column(rows, "engagement_claim", "evidence_text") == [ANSWER["engagements"][0]["quote"]]
    assert rows["rejection"] == []


def test_a_claim_with_an_invented_quote_is_listed_and_the_others_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    invented = engagement("ASSAULT", "Neri struck Darwish", "struck", ("neri", "source"))
    answer = {"actors": [NERI, DARWISH], "engagements": [invented, *ANSWER["engagements"]]}
    with endpoint(writes(answer)) as served:
        rows = staged(served.url, monkeypatch)
    assert column(rows, "engagement_claim", "engagement_type") == ["CONSULT"]
    assert column(rows, "rejection", "reason_code") == ["quote_not_found"]
    assert "ASSAULT" in str(column(rows, "rejection", "detail"))


def test_an_article_that_the_coder_fails_on_stays_and_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    with endpoint(sends("oops", 500)) as served:
        rows = staged(served.url, monkeypatch)
        assert len(served.requests) == 2
    assert len(rows["article"]) == 1
    assert rows["engagement_claim"] == []
    assert column(rows, "rejection", "reason_code") == ["coder_failed"]
    assert "ExtractionFailed: 2 attempts failed, the last because the endpoint answered 500" in str(
        column(rows, "rejection", "detail")
    )
