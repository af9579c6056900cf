"""The annotations of corpus articles are well formed, and their quotes still stand where they say."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

_spec = importlib.util.spec_from_file_location("annotations", Path(__file__).with_name("annotations.py"))
assert _spec
assert _spec.loader
gold: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(gold)

MODES: dict[str, set[str]] = {
    "CONSULT": {"meeting", "visit", "phone", "third-party", "multilateral"},
    "AGREE": {"agreement", "pledge"},
    "SUPPORT": {"praise", "recognize", "endorse"},
    "COOPERATE": {"exercise", "training", "intelligence", "economic", "judicial", "military"},
    "AID": {"military", "humanitarian", "economic", "training"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        *("seize", "restrict", "censor", "curfew", "martial-law"),
        *("arrest", "deport", "withhold", "misinformation", "cyber"),
    },
    "ASSAULT": {
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives"),
        *("suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"),
    },
    "CONCEDE": set(),
}
STATUSES = {"occurred", "ongoing", "planned", "proposed", "not_occurred"}
ROLES = {"source", "target", "host", "guest", "participant", "mediator"}
KINDS = {"person", "organization", "state", "group"}
SECTORS = {
    *("GOV", "MIL", "REB", "LEG", "JUD", "SPY", "COP", "PTY", "OPP", "IGO", "NGO", "JRN", "BUS", "CVL"),
    *("CRM", "REL", "EDU", "MED", "REF", "LAB", "ELI", "UNK"),
}

WRITTEN = gold.written()
ITEMS = [*gold.committed(), *(item for item, _ in WRITTEN)]


def _engagements() -> Iterator[tuple[str, dict[str, Any], set[str]]]:
    for item in ITEMS:
        ids = {actor["id"] for actor in item["actors"]}
        for engagement in item["engagements"]:
            yield f"{item['article']} {engagement['id']}", engagement, ids


def test_there_are_annotations_and_no_article_twice() -> None:
    urls = [item["article"] for item in ITEMS]
    assert urls
    assert len(urls) == len(set(urls))


def test_actor_ids_are_unique_and_their_codes_known() -> None:
    for item in ITEMS:
        ids = [actor["id"] for actor in item["actors"]]
        assert len(ids) == len(set(ids)), item["article"]
        for actor in item["actors"]:
            assert actor["kind"] in KINDS, (item["article"], actor["id"])
            assert actor["mentions"], (item["article"], actor["id"])
            assert actor["sector"] is None or actor["sector"] in SECTORS, (item["article"], actor["id"])
            assert actor["country"] is None or len(actor["country"]) == 3, (item["article"], actor["id"])


def test_types_modes_and_statuses_are_the_guides() -> None:
    for where, engagement, _ in _engagements():
        assert engagement["type"] in MODES, where
        assert engagement["mode"] is None or engagement["mode"] in MODES[engagement["type"]], where
        assert engagement["status"] in STATUSES, where
        assert set(engagement.get("alt_types", [])) <= set(MODES) - {engagement["type"]}, where


def test_participants_speakers_and_retellings_resolve() -> None:
    for where, engagement, ids in _engagements():
        assert {actor for actor, _ in engagement["participants"]} <= ids, where
        assert {role for _, role in engagement["participants"]} <= ROLES, where
        assert engagement["attributed_to"] is None or engagement["attributed_to"] in ids, where
    for item in ITEMS:
        seen: set[str] = set()
        for engagement in item["engagements"]:
            assert engagement.get("same_as") is None or engagement["same_as"] in seen, item["article"]
            seen.add(engagement["id"])


def test_dates_are_bounds_in_order() -> None:
    for where, engagement, _ in _engagements():
        if engagement["date"]:
            assert engagement["date"]["earliest"] <= engagement["date"]["latest"], where


@pytest.mark.skipif(not gold.CORPUS.exists(), reason="the shared corpus is not here")
def test_quotes_and_mentions_stand_in_the_corpus() -> None:
    items = gold.committed()
    found = gold.records({item["article"] for item in items})
    for item in items:
        text = gold.full_text(found[item["article"]])
        gold.resolved(item, text)
        _mentions_stand(item, text)


def test_quotes_and_mentions_stand_in_the_invented_articles() -> None:
    assert WRITTEN
    for item, text in WRITTEN:
        _mentions_stand(item, text)
        for engagement in item["engagements"]:
            assert engagement["evidence"] in text, (item["article"], engagement["id"])


def _mentions_stand(item: dict[str, Any], text: str) -> None:
    folded = " ".join(text.split())
    for actor in item["actors"]:
        for mention in actor["mentions"]:
            assert " ".join(mention.split()) in folded, (item["article"], mention)
