"""Acts within which somebody suffers: "was killed in a raid by X", "died in X's attack", "a blast claimed by X".

What belongs here: who does and who undergoes an act that a noun tells beside another verb. What does not: verbs of harm
(``undergoers``), and the frames that are filled (``frames``, ``noun_frames``).
"""

from __future__ import annotations

from pipelines.parsing.engagements.chunks import Slot, actors_in_chunk, chunk_right
from pipelines.parsing.engagements.phrases import complements
from pipelines.parsing.engagements.slots import Candidate
from pipelines.parsing.engagements.subjects import subject_of
from pipelines.parsing.engagements.units import Parse, skip
from pipelines.parsing.engagements.verbs import VerbGroup

_WITHIN = frozenset(("in", "during"))
_ATTACKS = frozenset(
    "airstrike airstrikes ambush ambushes assault assaults attack attacks bombing bombings bombardment crackdown raid "
    "raids shelling shooting strike strikes".split()
)


def attacker_within(parse: Parse, first: int, end: int) -> Slot | None:
    """Return whose the attack is in which somebody suffers: "was killed in an Israeli raid", "died in X's attack".

    Args:
        parse: The sentence.
        first: The unit after the verb.
        end: The unit after its wording.
    """
    n = len(parse.tags)
    at = next((k for k in range(first, min(end + 1, n)) if parse.words[k] in _WITHIN), n)
    stop = chunk_right(parse, at + 1) if at + 1 < n else n
    if at >= n or parse.words[stop - 1] not in _ATTACKS:
        return None
    whose = actors_in_chunk(parse, at + 1, stop)
    if whose is None or whose.how == "head" or whose.mentions[0].is_place_like:
        return None
    return Slot(whose.mentions, "head")


def undergoer_within(candidate: Candidate, parse: Parse, start: int, group: VerbGroup) -> Slot | None:
    """Return to whom an act of one side is done in which a verb is done to them, where nobody is known yet: "X was
    hurt in a raid", "ousted X in a coup".
    """
    known = any(role == "target" for role, _, _, _ in candidate.slots)
    if known or candidate.match.trigger.frame.get("subj") != "source" or parse.words[start - 1] not in _WITHIN:
        return None
    return subject_of(parse, group)[0] if group.passive else complements(parse, group.verb + 1)[0]


def answerable(parse: Parse, u: int, kind: str) -> Slot | None:
    """Return to whom an act is laid whose noun ends before unit ``u``: "an attack that was blamed on X", "a blast in
    Y claimed by X"; and who can do it: "the release of two sailors held by X".

    Args:
        parse: The sentence.
        u: The unit after the noun.
        kind: Type of the act.
    """
    verb = skip(parse, u, "ABDNOPRSX'") if kind in _LAID else len(parse.tags)
    if verb >= len(parse.tags) or parse.tags[verb] != "V" or parse.kind[verb] not in ("part", "past"):
        return None
    preposition = _LAID[kind].get(parse.lemma[verb], "")
    return complements(parse, verb + 1)[1].get(preposition) if preposition else None


_LAID = {
    "ASSAULT": {"attribute": "to", "blame": "on", "claim": "by"},
    "RETREAT": dict.fromkeys("abduct capture detain hold imprison jail kidnap seize".split(), "by"),
}
