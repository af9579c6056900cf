"""Sentences that open with what is done and end with who does it: "Also attending were X and Y".

What belongs here: when a sentence is turned so, and who stands behind its "were". What does not: other subjects
(``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup
from pipelines.parsing.words.closed_words import BE


def behind_inversion(parse: Parse, group: VerbGroup) -> Slot | None:
    """Return who does what a verb tells in a phrase that opens a sentence: X of "Also attending the talks were X and
    Y", of "Among those who condemned Y were X and Z"; None where the sentence is not turned.
    """
    bare = skip(parse, group.start, "B") == group.verb
    if not bare or group.passive or not _opens(parse, group):
        return None
    be = _over_objects(parse, group.verb + 1)
    if be >= len(parse.tags) or parse.words[be] not in BE:
        return None
    slot, _ = noun_phrase(parse, be + 1, pair=True)
    return slot if slot and slot.how == "head" else None


def _opens(parse: Parse, group: VerbGroup) -> bool:
    """Say whether such a phrase alone stands before a verb, with no subject: "Among those who", not "Among those X"."""
    first, doing = skip(parse, 0, "qB"), parse.kind[group.verb] == "ing"
    if first == group.verb:
        return doing
    before = skip_back(parse, group.start - 1, "B")
    told_of = doing or parse.words[before] in ("that", "which", "who")
    fronted = parse.words[first] == "among" or parse.kind[first] == "ing"
    return told_of and fronted and skip_back(parse, before, "ANDOPRS'") <= first


def _over_objects(parse: Parse, u: int) -> int:
    """Return the unit after what goes with a verb: over "X in condemning Y" in "Joining X in condemning Y were"."""
    over = skip(parse, u, "ANDPB'")
    while over < len(parse.tags) and parse.kind[over] == "ing" and parse.tags[over - 1] == "P":
        over = skip(parse, over + 1, "ANDPB'")
    return over
