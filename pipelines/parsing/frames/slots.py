"""A claim that may be told: the wording and who stands in which slot of its frame.

What belongs here: the record and how it fills. What does not: who fills which slot (``frames``, ``told_frames``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.spans import everyone


@dataclass(slots=True)
class Candidate:
    """A claim that may be told here.

    Attributes:
        match: The wording.
        status: By the grammar.
        slots: (role, mention, how surely, slot name), in the order found.
        subject_found: How the subject was found (``subjects.subject_of``).
        cues: Names of grammatical facts, for the judgement in ``claims``.
        reach: Last unit that the frame touched.
    """

    match: Match
    status: str
    slots: list[tuple[str, Any, str, str]] = field(default_factory=list)
    subject_found: str = ""
    cues: set[str] = field(default_factory=set)
    reach: int = 0


def put_after(candidate: Candidate, slot: Slot | None, preposition: str, role: str | None) -> None:
    """Put the actors of a prepositional phrase: less surely (``deep``) where somebody stands nearer in the same part.

    "warned X against appeasing Y", "criticised X's deal with Y": the phrase tells more of what stands before it.
    """
    nearer = any(r == role and how != "inner" and name not in ("subj", "by") for r, _, how, name in candidate.slots)
    if slot and nearer and (role != "participant" or preposition not in _JOINING):
        slot = Slot(slot.mentions, "deep")
    put(candidate, slot, preposition, role)


_JOINING = frozenset(("with", "between", "among", "by"))


def put(candidate: Candidate, slot: Slot | None, name: str, role: str | None) -> None:
    """Put the actors of a phrase, each once, into a slot that the frame gives a part; nothing where either lacks.

    Who takes a part already takes no other: "praised his officials" is not done to him.
    """
    if slot is None or role is None:
        return
    taken = {id(mention) for _, mention, _, _ in candidate.slots}
    parts = {mention.actor_id: part for part, mention, _, _ in reversed(candidate.slots)}
    for mention in everyone(slot.mentions):
        if id(mention) not in taken and parts.get(mention.actor_id, role) == role:
            candidate.slots.append((role, mention, slot.how, name))


def put_far(candidate: Candidate, slot: Slot | None, role: str | None) -> None:
    """Put those who are a phrase as a whole, but far from the wording: of the verb over or after it."""
    if slot and slot.how == "head":
        put(candidate, Slot(slot.mentions, "far"), "far", role)
