from __future__ import annotations

import json
import pickle
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

pytest.importorskip("httpx")

from endpoint import Reply, breaks_off, endpoint, hangs, sends, trickles, writes

from pipelines.extractors.openai_answer import answer_schema
from pipelines.extractors.openai_compatible import EndpointSettings, OpenAICompatibleExtractor
from pipelines.parsing.extractors import UnknownExtractorError, load_extractor
from pipelines.parsing.quoted import ExtractionFailed
from pipelines.parsing.reference import FOLDER
from pipelines.records import Article, DateBounds, Extractor

TEXT = (
    "Two ministers in Rome\n\n"
    "Italy’s foreign minister, Marco Neri, received Libyan envoy Salem Darwish in Rome on Monday.\n\n"
    "The  two signed a fishing accord. Darwish “rejected” talk of a naval base."
)
ARTICLE = Article(
    "a" * 64,
    TEXT,
    "https://made.invalid/1",
    "b" * 64,
    "Two ministers in Rome",
    published=DateBounds(date(2024, 5, 7), date(2024, 5, 7), "day"),
)


def actor(key: str, name: str, *mentions: str, **other: Any) -> dict[str, Any]:
    return {
        "id": key,
        "name": name,
        "kind": "person",
        "sector": "GOV",
        "country": None,
        "mentions": list(mentions or (name,)),
        **other,
    }


def engagement(kind: str, quote: str, trigger: str, *parts: tuple[str, str], **other: Any) -> dict[str, Any]:
    blank = dict.fromkeys(
        (
            "mode",
            "attributed_to",
            "started_earliest",
            "started_latest",
            "ended_earliest",
            "ended_latest",
            "place",
            "country",
            "same_as",
        )
    )
    told = [{"actor": a, "role": role, "principal": True, "on_behalf_of": None} for a, role in parts]
    return {
        "type": kind,
        "status": "occurred",
        "quote": quote,
        "trigger": trigger,
        "participants": told,
        "confidence": 0.8,
        **blank,
        **other,
    }


NERI, DARWISH = (
    actor("neri", "Marco Neri", "Marco Neri"),
    actor("darwish", "Salem Darwish", "Salem Darwish", "Darwish", country="LBY"),
)
MEETING = engagement(
    "CONSULT", "Marco Neri, received Libyan envoy Salem Darwish in Rome", "received",
    ("neri", "host"), ("darwish", "guest"),
    mode="meeting", place="Rome", country="ITA", started_earliest="2024-05-06", started_latest="2024-05-06",
)  # fmt: skip
ANSWER = {"actors": [NERI, DARWISH], "engagements": [MEETING]}


def coder(url: str, waits: list[float] | None = None, **options: Any) -> OpenAICompatibleExtractor:
    settings = EndpointSettings(base_url=url, model="made-up-1", **({"timeout_seconds": 5} | options))
    return OpenAICompatibleExtractor(settings, sleep=(waits if waits is not None else []).append)


def failure(*replies: Reply, **options: Any) -> tuple[str, int]:
    """What the coder says when it gives up on these replies, and how often it asked."""
    with endpoint(*replies) as served:
        with pytest.raises(ExtractionFailed) as raised:
            coder(served.url, **options).extract(ARTICLE)
        return str(raised.value), len(served.requests)


def test_an_answer_becomes_a_coding() -> None:
    with endpoint(writes(ANSWER)) as served:
        result = coder(served.url).extract(ARTICLE)
    assert [(a.name, a.country_iso3) for a in result.actors] == [("Marco Neri", None), ("Salem Darwish", "LBY")]
    assert [m.surface_text for m in result.mentions] == ["Marco Neri", "Salem Darwish", "Darwish"]
    (claim,) = result.claims
    assert (claim.engagement_type, claim.mode, claim.status) == ("CONSULT", "meeting", "occurred")
    assert [(p.actor_id, p.role) for p in claim.participants] == [(0, "host"), (1, "guest")]
    assert TEXT[claim.char_start : claim.char_end] == MEETING["quote"]
    assert TEXT[claim.trigger_start :].startswith("received")
    assert (claim.started, claim.country_iso3, claim.place_text) == (
        DateBounds(date(2024, 5, 6), date(2024, 5, 6), "day"),
        "ITA",
        "Rome",
    )
    assert (claim.sentence_index, claim.rule_id, claim.confidence) == (1, "model:made-up-1", 0.8)
    assert not result.quarantined


def test_what_is_asked() -> None:
    with endpoint(writes(ANSWER)) as served:
        coder(served.url, api_key="s3cret").extract(ARTICLE)
    (request,) = served.requests
    assert request["path"] == "/v1/chat/completions"
    assert (request["model"], request["temperature"]) == ("made-up-1", 0)
    form = request["response_format"]["json_schema"]
    assert form["strict"] is True
    assert form["schema"]["properties"].keys() == {"actors", "engagements"}
    system, user = (message["content"] for message in request["messages"])
    assert "- CONSULT visit:" in system
    assert "Published: 2024-05-07" in user
    assert TEXT in user
    assert served.headers[0]["Authorization"] == "Bearer s3cret"


def test_the_schema_is_one_that_strict_endpoints_take() -> None:
    def check(node: Any) -> None:
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert node["required"] == list(node["properties"])
            for value in node.values():
                check(value)
        elif isinstance(node, list):
            for value in node:
                check(value)

    check(answer_schema())
    assert "ASSAULT" in answer_schema()["$defs"]["Engagement"]["properties"]["type"]["enum"]


def test_typography_and_white_space_do_not_lose_a_quote() -> None:
    told = [
        engagement("REJECT", 'Darwish "rejected" talk', "rejected", ("darwish", "source")),
        engagement("AGREE", "The two signed a fishing accord.", "signed", ("neri", "participant")),
    ]
    with endpoint(writes({"actors": [NERI, DARWISH], "engagements": told})) as served:
        result = coder(served.url).extract(ARTICLE)
    assert [TEXT[c.char_start : c.char_end] for c in result.claims] == [
        "The  two signed a fishing accord.",
        "Darwish “rejected” talk",
    ]
    assert not result.quarantined


def test_an_invented_quote_is_put_aside_and_the_rest_stands() -> None:
    invented = engagement("ASSAULT", "Neri struck Darwish", "struck", ("neri", "source"), ("darwish", "target"))
    with endpoint(writes({"actors": [NERI, DARWISH], "engagements": [invented, MEETING]})) as served:
        result = coder(served.url).extract(ARTICLE)
        assert len(served.requests) == 1
    assert [c.engagement_type for c in result.claims] == ["CONSULT"]
    (aside,) = result.quarantined
    assert (aside.reason_code, aside.source_uri, aside.reader) == ("quote_not_found", ARTICLE.source_uri, "openai")
    assert "ASSAULT" in aside.detail


def test_an_invented_actor_takes_no_part() -> None:
    ghost = actor("ghost", "Gino Ghost")
    told = [
        {
            **MEETING,
            "participants": [
                *MEETING["participants"],
                {"actor": "ghost", "role": "participant", "principal": True, "on_behalf_of": None},
            ],
        },
        engagement("AGREE", "signed a fishing accord", "signed", ("ghost", "participant")),
    ]
    with endpoint(writes({"actors": [ghost, NERI, DARWISH], "engagements": told})) as served:
        result = coder(served.url).extract(ARTICLE)
    assert [a.name for a in result.actors] == ["Marco Neri", "Salem Darwish"]
    assert [[p.actor_id for p in c.participants] for c in result.claims] == [[0, 1]]
    assert [q.reason_code for q in result.quarantined] == ["quote_not_found"] * 2


def test_codes_that_do_not_exist_are_left_open() -> None:
    odd = {
        **MEETING,
        "mode": "teleport",
        "country": "XXX",
        "started_earliest": "Monday",
        "started_latest": "2024-13-01",
        "confidence": 7,
    }
    with endpoint(writes({"actors": [{**NERI, "sector": "WIZ"}], "engagements": [odd]})) as served:
        result = coder(served.url).extract(ARTICLE)
    (claim,) = result.claims
    assert (claim.mode, claim.country_iso3, claim.started, claim.confidence) == (None, None, DateBounds(), 1.0)
    assert result.actors[0].sector is None


def test_retellings_point_to_the_first_in_the_text_whatever_their_order() -> None:
    later = engagement("CONSULT", "The two signed a fishing accord", "signed", ("neri", "participant"))
    with endpoint(writes({"actors": [NERI, DARWISH], "engagements": [later, {**MEETING, "same_as": 0}]})) as served:
        result = coder(served.url).extract(ARTICLE)
    assert [c.same_as for c in result.claims] == [None, 0]
    assert result.claims[0].char_start < result.claims[1].char_start


def test_an_empty_answer_is_an_article_without_engagements() -> None:
    with endpoint(writes({"actors": [], "engagements": []})) as served:
        result = coder(served.url).extract(ARTICLE)
    assert (result.actors, result.claims, result.quarantined) == ((), (), ())
    assert len(served.requests) == 1


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param(writes(json.dumps(ANSWER)[:-40]), id="truncated JSON"),
        pytest.param(writes(ANSWER, finish_reason="length"), id="cut off by the limit on tokens"),
        pytest.param(writes("I am sorry, I cannot."), id="no JSON"),
        pytest.param(writes("[]"), id="an empty list where an object is due"),
        pytest.param(writes({"actors": [NERI]}), id="a field is missing"),
        pytest.param(
            writes({"actors": [NERI], "engagements": [{**MEETING, "type": "DANCE"}]}), id="a type that does not exist"
        ),
        pytest.param(sends("<html>Bad gateway</html>"), id="a page of a proxy"),
        pytest.param(sends('{"choices": []}'), id="no choice"),
        pytest.param(sends('{"choices": [{"message": {"content": null}}]}'), id="no content"),
        pytest.param(sends("[" * 100_000), id="nested beyond reason"),
        pytest.param(sends("oops", 500), id="500"),
        pytest.param(sends("busy", 503), id="503"),
        pytest.param(sends(b"\x1f\x8bgarbage", Content_Encoding="gzip"), id="a broken encoding"),
        pytest.param(breaks_off, id="the connection ends"),
    ],
)
def test_a_bad_answer_is_asked_again_and_a_good_one_then_counts(bad: Reply) -> None:
    waits: list[float] = []
    with endpoint(bad, writes(ANSWER)) as served:
        assert len(coder(served.url, waits).extract(ARTICLE).claims) == 1
        assert len(served.requests) == 2
    assert waits == [1.0]
    said, asked = failure(bad, attempts=2)
    assert asked == 2
    assert said.startswith("2 attempts failed, the last because ")


def test_a_fence_around_the_object_is_passed_over() -> None:
    with endpoint(writes(f"Here it is:\n```json\n{json.dumps(ANSWER)}\n```")) as served:
        assert len(coder(served.url).extract(ARTICLE).claims) == 1


def test_waits_double_up_to_the_limit() -> None:
    waits: list[float] = []
    failure_of = endpoint(sends("oops", 500))
    with failure_of as served, pytest.raises(ExtractionFailed, match="500"):
        coder(served.url, waits, attempts=6, backoff_seconds=2, max_wait_seconds=10).extract(ARTICLE)
    assert waits == [2, 4, 8, 10, 10]


def waited(told: str) -> float:
    """How long the coder waits when a 429 says ``Retry-After: told``."""
    waits: list[float] = []
    with endpoint(sends("slow down", 429, Retry_After=told), writes(ANSWER)) as served:
        assert len(coder(served.url, waits).extract(ARTICLE).claims) == 1
    (wait,) = waits
    return wait


@pytest.mark.parametrize(("told", "wait"), [("7", 7), ("999", 60), ("soon", 1)])
def test_429_waits_as_long_as_it_is_asked_to(told: str, wait: float) -> None:
    assert waited(told) == wait


def test_429_waits_until_the_hour_it_is_told() -> None:
    assert 1 <= waited(format_datetime(datetime.now(UTC) + timedelta(seconds=40))) <= 40


@pytest.mark.parametrize("slow", [hangs(3), trickles(3)], ids=["silent", "a byte at a time"])
def test_an_answer_that_does_not_end_is_given_up(slow: Reply) -> None:
    said, asked = failure(slow, attempts=2, timeout_seconds=0.3)
    assert asked == 2
    assert re.search("did not answer|took too long", said)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_a_refusal_is_not_asked_again(status: int) -> None:
    said, asked = failure(sends("no such model", status))
    assert asked == 1
    assert f"{status}" in said
    assert "no such model" in said


def test_nobody_listens() -> None:
    with endpoint(writes(ANSWER)) as served:
        url = served.url
    with pytest.raises(ExtractionFailed, match="did not answer"):
        coder(url, attempts=2).extract(ARTICLE)


def test_the_key_is_never_told() -> None:
    made = coder("http://127.0.0.1:9/v1", api_key="s3cret", attempts=1)
    with pytest.raises(ExtractionFailed) as raised:
        made.extract(ARTICLE)
    assert "s3cret" not in f"{raised.value!r} {made._settings!r} {made.version}"


def test_it_is_found_by_import_string_and_takes_its_options_from_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    address = "pipelines.extractors.openai_compatible:OpenAICompatibleExtractor"
    with pytest.raises(UnknownExtractorError, match="COMMUNIQUE_LLM_BASE_URL"):
        load_extractor(address, FOLDER)
    with endpoint(writes(ANSWER)) as served:
        monkeypatch.setenv("COMMUNIQUE_LLM_BASE_URL", served.url)
        monkeypatch.setenv("COMMUNIQUE_LLM_MODEL", "m2")
        made: Extractor = load_extractor(address, FOLDER)
        assert len(made.extract(ARTICLE).claims) == 1
        assert served.requests[0]["model"] == "m2"
    assert re.fullmatch(r"1\+m2\+[0-9a-f]{8}", made.version)


def test_it_travels_to_other_processes() -> None:
    with endpoint(writes(ANSWER)) as served:
        settings = EndpointSettings(base_url=served.url, model="m")
        travelled = pickle.loads(pickle.dumps(OpenAICompatibleExtractor(settings)))
        assert len(travelled.extract(replace(ARTICLE, title=None)).claims) == 1
