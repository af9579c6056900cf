"""Who takes part in an engagement that one article tells more than once."""

from __future__ import annotations

import pytest

from pipelines.evaluation.memory import coded_article
from pipelines.records import (
    ActorMention,
    Article,
    EngagementClaim,
    ExtractionResult,
    LocalActor,
    Participant,
)

NAMES = ("Ada", "Bo", "Cy")


def claim(confidence: float, *parts: str, same_as: int | None = None) -> EngagementClaim:
    """A claim: ``parts`` as ``number/role``."""
    taking_part = tuple(Participant(int(number), role) for number, role in (part.split("/") for part in parts))
    return EngagementClaim(
        "CONSULT", None, "occurred", taking_part, 0, 0, 3, "Ada", 0, "rule", confidence=confidence, same_as=same_as
    )


def parts(*claims: EngagementClaim) -> list[tuple[str, str]]:
    """Return who takes part in the only engagement that these claims tell."""
    text = " ".join(NAMES)
    actors = tuple(LocalActor(n, name, "person") for n, name in enumerate(NAMES))
    mentions = tuple(
        ActorMention(n, text.index(name), text.index(name) + len(name), name, "name", 1.0)
        for n, name in enumerate(NAMES)
    )
    article = Article("id", text, "file", "sha")
    (engagement,) = coded_article(article, ExtractionResult("id", actors, mentions, (), claims)).engagements
    return [(NAMES[int(str(actor))], role) for actor, role in engagement.participants]


def test_who_is_told_by_half_takes_part() -> None:
    told = parts(claim(0.9, "0/source", "1/target"), claim(0.6, "0/source", "2/target", same_as=0))
    assert told == [("Ada", "source"), ("Bo", "target")]


def test_a_side_is_the_one_told_most_surely() -> None:
    told = claim(0.8, "0/source", "1/target"), claim(0.5, "0/target", "1/source", same_as=0)
    assert parts(*told) == [("Ada", "source"), ("Bo", "target")]


def test_a_side_that_is_known_goes_before_one_that_is_not() -> None:
    told = claim(0.8, "0/participant", "1/participant"), claim(0.5, "0/guest", "1/host", same_as=0)
    assert parts(*told) == [("Ada", "guest"), ("Bo", "host")]


@pytest.mark.parametrize(("role", "names"), [("participant", ["Ada", "Bo", "Cy"]), ("source", ["Ada"])])
def test_nobody_meets_alone(role: str, names: list[str]) -> None:
    told = claim(0.9, f"0/{role}"), claim(0.4, f"1/{role}", f"2/{role}", same_as=0)
    assert [name for name, _ in parts(*told)] == names


def test_a_claim_of_nobody_says_nothing_of_who_takes_part() -> None:
    assert parts(claim(0.9), claim(0.0, "0/source", same_as=0)) == [("Ada", "source")]
    assert parts(claim(0.9)) == []
