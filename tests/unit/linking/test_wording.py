"""Which words of a telling count, and what a pair of tellings is known by."""

from __future__ import annotations

from dataclasses import replace

import gold_claims
import polars as pl

from pipelines.linking.alike import FACTS, WEIGHTS, alike, facts
from pipelines.linking.heads import Head, Part
from pipelines.linking.wording import load_common_words, words_of

COMMON = load_common_words(gold_claims.REFERENCE)


def words(evidence: str, trigger: str, *keys: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return what counts of a telling in which these actors take part."""
    claims = pl.DataFrame({"article_id": ["a"], "head": [0], "evidence_text": [evidence], "trigger_text": [trigger]})
    parts = pl.DataFrame({"article_id": ["a"] * len(keys), "head": [0] * len(keys), "actor_key": list(keys)})
    return words_of(claims, parts.cast({"article_id": pl.String, "head": pl.Int64, "actor_key": pl.String}), COMMON)[
        "a", 0
    ]


def test_what_stands_in_any_news_does_not_count() -> None:
    assert words("The president said on Monday that cranes fell.", "fell")[0] == {"cranes", "fell"}


def test_an_inflected_word_counts_as_its_beginning() -> None:
    told, retold = words("dredging the estuary", "-")[0], words("They dredged two estuaries.", "-")[0]
    assert told & retold == {"estuar"}


def test_names_of_who_takes_part_do_not_count() -> None:
    told = words("Avalonia's Amara Bell toured Avalonian shipyards.", "toured", "person:amara-bell~zz", "state:AVA")
    assert told == ({"avalon", "toured", "shipya"}, {"toured"})
    assert words("Avalonia toured", "Avalonia toured", "organization:avalonia~zz")[1] == {"toured"}


def test_a_telling_without_words_of_its_own_has_none() -> None:
    claims = pl.DataFrame({"article_id": ["a"], "head": [0], "evidence_text": ["It is so."], "trigger_text": ["is so"]})
    parts = pl.DataFrame(schema={"article_id": pl.String, "head": pl.Int64, "actor_key": pl.String})
    assert words_of(claims, parts, COMMON) == {}


# --- pairs ---


def part(name: str, side: str = "*", country: str | None = None, kind: str = "person") -> Part:
    return Part(f"{kind}:{name}", side, kind, country, "GOV", None)


def head(kind: str, *parts: Part, told: str = "", acts: str = "", mode: str | None = None) -> Head:
    keys = frozenset(p.key for p in parts)
    return Head(
        "a", 0, "k", kind, mode, "occurred", None, None, None, None, None, None, parts, None, keys,
        words=frozenset(told.split()), acts=frozenset(acts.split()),
    )  # fmt: skip


def known(one: Head, other: Head) -> dict[str, float]:
    return dict(zip(FACTS, facts(one, other), strict=True))


A, B, C = part("a", country="AAA"), part("b", country="BBB"), part("c", country="BBB")


def test_each_fact_has_its_weight() -> None:
    assert len(FACTS) == len(WEIGHTS) == len(facts(head("ACCUSE", A), head("ACCUSE", A)))


def test_the_share_of_words_grows_with_what_is_common() -> None:
    one = head("ACCUSE", A, told="quotas herring trawlers")
    assert known(one, head("ACCUSE", A, told="tax ballots"))["words"] == 0
    half, whole = (known(one, head("ACCUSE", A, told=told))["words"] for told in ("herring tax", "quotas herring"))
    assert 0 < half < whole < 1


def test_who_takes_part_in_one_only_speaks_against_it() -> None:
    assert known(head("ASSAULT", A, B), head("ASSAULT", A, C))["other"] == 2
    assert alike(head("ASSAULT", A), head("ASSAULT", A)) > alike(head("ASSAULT", A, B), head("ASSAULT", A))


def test_a_state_stands_for_its_minister() -> None:
    state = part("BBB", country="BBB", kind="state")
    assert known(head("CONSULT", A, B), head("CONSULT", A, state))["stands in"] == 1


def test_two_partners_are_two_meetings_and_two_countries_one() -> None:
    same, others = (
        known(head("CONSULT", A, B), head("CONSULT", A, B)),
        known(head("CONSULT", A, B), head("CONSULT", A, C)),
    )
    assert (same["partners"], same["abroad"]) == (0, 1)
    assert (others["partners"], others["abroad"]) == (1, 0)


def test_partners_and_countries_count_for_what_is_done_together_only() -> None:
    told = known(head("ACCUSE", A, B), head("ACCUSE", A, C))
    assert (told["partners"], told["abroad"]) == (0, 0)


def test_one_town_speaks_for_one_act_and_one_country_does_not() -> None:
    def at(place: str | None) -> Head:
        return replace(head("CONSULT", A), place_key=place)

    assert known(at("geonames:1"), at("geonames:1"))["place"] == 1
    for one, other in (("geonames:1", "geonames:2"), ("country:AAA", "country:AAA"), (None, None)):
        assert known(at(one), at(other))["place"] == 0


def test_words_are_cheap_and_deeds_are_not() -> None:
    assert (
        alike(head("ACCUSE", A), head("ACCUSE", A))
        < 0
        < alike(head("COERCE", A, mode="arrest"), head("COERCE", A, mode="arrest"))
    )
