"""How likely two tellings are of one act, by who takes part and by the words that they are told in.

What belongs here: the weights, and the sum of them. What does not: what rules out that they are one (``matching``,
``principals``), and which words count (``wording``).
"""

from __future__ import annotations

import math

from pipelines.linking.heads import Head
from pipelines.linking.principals import stand_ins
from pipelines.schemas import SPEECH_TYPES

# Log odds, near to what fits the pairs of tellings that were read side by side (``benchmarks.fit_links``) and the
# annotated wire articles; the two that are set by hand hardly occur in the pairs. Words are cheap: who accuses somebody
# today does so twice, and of something else, while who is arrested is so once a day, and two of different countries
# meet once.
BASE = -5.0
WORDS, VERB, MODE = 5.0, 1.2, 1.3  # the share of their words that both have; the word of the act; the mode
SHARED, STANDS_IN, OTHER = 2.0, 1.2, -0.2  # principals of both, those that stand for another (set by hand), of one only
DEED, PLACE = 2.8, 1.7  # what is done and not only said; one town that both tell of
PARTNERS = -1.0  # each tells of somebody by name who meets or agrees, and whom the other does not tell of
ABROAD = 1.5  # set by hand
MOST_SHARED, MOST_OTHER = 3, 4
_MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
SAID = SPEECH_TYPES | {"AGREE", "CONSULT"}


def alike(head: Head, other: Head) -> float:
    """Return the log odds that two tellings of one type, which nothing holds apart, are of one act."""
    return BASE + sum(weight * value for weight, value in zip(WEIGHTS, facts(head, other), strict=True))


FACTS = ("words", "verb", "mode", "shared", "stands in", "other", "deed", "place", "partners", "abroad")
WEIGHTS = (WORDS, VERB, MODE, SHARED, STANDS_IN, OTHER, DEED, PLACE, PARTNERS, ABROAD)


def facts(head: Head, other: Head) -> tuple[float, ...]:
    """Return what is known of a pair, in the order of ``FACTS``."""
    exact = head.keys & other.keys
    standing = stand_ins(head, list(other.parts), exact)
    others = len(head.keys ^ other.keys) - 2 * standing
    mutual = head.engagement_type in _MUTUAL
    partners = mutual and _names_another(head, exact) and _names_another(other, exact)
    return (
        len(head.words & other.words) / math.sqrt((len(head.words) + 1) * (len(other.words) + 1)),
        float(not head.acts.isdisjoint(other.acts)),
        float(head.mode is not None and head.mode == other.mode),
        min(len(exact), MOST_SHARED),
        standing,
        max(0, min(others, MOST_OTHER)),
        float(head.engagement_type not in SAID),
        float(names_a_town(head.place_key) and head.place_key == other.place_key),
        float(partners),
        float(mutual and not partners and _are_of_two_countries(head, other)),
    )


def _names_another(head: Head, exact: frozenset[str]) -> bool:
    """Tell whether a person is told of who is not one of those told of by both."""
    return any(part.kind == "person" and part.key not in exact for part in head.parts)


def names_a_town(place_key: str | None) -> bool:
    """Tell whether a place is known, and no country."""
    return place_key is not None and not place_key.startswith("country:")


def _are_of_two_countries(head: Head, other: Head) -> bool:
    """Tell whether principals of two countries at least are told of by both."""
    ours, theirs = ({part.country for part in told.parts if part.country} for told in (head, other))
    return len(ours & theirs) > 1
