"""Which posts nouns for several persons mean, and which posts a person holds: "presidents", "leaders".

What belongs here: posts as far as "the two presidents" asks for them, and whose they are. What does not: one post for
one person (``posts``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Candidate
from pipelines.parsing.actors.scan import Scan

OFFICES = frozenset(("presidents", "ministers", "premiers", "governors", "ambassadors"))
_HEADS = frozenset(("president", "premier", "chancellor", "king", "emir", "sultan", "leader", "prime minister"))
_UNDER = frozenset(("deputy", "vice", "assistant", "former"))


def posts_meant(noun: str) -> frozenset[str]:
    """Return the posts that a noun for several persons means."""
    return _HEADS if noun == "leaders" else frozenset((noun.removesuffix("s"),))


def posts_of(scan: Scan, candidate: Candidate) -> set[str]:
    """Return the posts of a person, by the article and the registry, as their last words and as "prime minister"."""
    entry, day = candidate.entry, scan.day
    titles = [title for title, _ in candidate.posts if title]
    if entry is not None and day:
        titles += [title for title, _, first, last in entry.posts if (first or day) <= day <= (last or day)]
    held = [title.split() for title in titles]
    held = [words for words in held if words and words[0] not in _UNDER]
    return {words[-1] for words in held} | {" ".join(words) for words in held if words[:1] == ["prime"]}


def head_of(scan: Scan, candidates: list[Candidate], country: str, noun: str) -> int:
    """Return the first person of a country whose post the noun means, or -1."""
    wanted = posts_meant(noun)
    fits = (
        n for n, c in enumerate(candidates)
        if c.kind == "person" and c.country == country and posts_of(scan, c) & wanted
    )  # fmt: skip
    return next(fits, -1) if country else -1


def state_of(candidates: list[Candidate], n: int) -> int:
    """Return the state that an actor is or is of; itself, where it is a known body of none that is named; or -1."""
    candidate = candidates[n]
    if candidate.kind == "state":
        return n
    states = (k for k, c in enumerate(candidates) if c.kind == "state" and c.country == candidate.country)
    other = n if candidate.kind == "organization" and (candidate.registry_id or candidate.country) else -1
    return next(states, other) if candidate.country else other
