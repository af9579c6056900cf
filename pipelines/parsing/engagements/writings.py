"""Who speaks in a writing that was told of in the sentence before: "X issued a statement. The statement accused Y".

What belongs here: the way back to the writing. What does not: who speaks in it where its own sentence tells
(``syntax.authors``).
"""

from __future__ import annotations

from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.authors import WRITTEN
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import verb_group

_KNOWN = frozenset(("the", "this"))
_GIVEN_OUT = frozenset("adopt issue publish release send sign write".split())


def author_of(parse: Parse, match: Match, previous: Parse) -> Slot | None:
    """Return who gave out the writing whose words a verb tells, where the sentence before says so.

    Args:
        parse: The sentence.
        match: A wording in it.
        previous: The sentence before it.
    """
    if match.trigger.pos != "v" or parse.tags[match.unit] != "V" or parse.lemma[match.unit] not in SAYING:
        return None
    group = verb_group(parse, match.unit)
    noun = skip_back(parse, group.start - 1, "B")
    if group.passive or noun < 1 or parse.words[noun] not in WRITTEN or parse.words[noun - 1] not in _KNOWN:
        return None
    told = next((u for u, word in enumerate(previous.words) if word == parse.words[noun]), -1)
    return _giver(previous, told) if told > 0 else None


def _giver(parse: Parse, noun: int) -> Slot | None:
    """Return whose a writing is or who gives it out: "X's letter", "X issued a letter"; "in a letter to Y, X said"."""
    start = chunk_left(parse, noun)
    owner = actors_in_chunk(parse, start, noun + 1)
    if owner:
        return Slot(owner.mentions, "head")
    verb = skip_back(parse, start - 1, "B")
    if verb >= 0 and parse.tags[verb] == "V" and parse.lemma[verb] in _GIVEN_OUT:
        return subject_of(parse, verb_group(parse, verb))[0]
    if verb >= 0 and parse.words[verb] == "in":
        said = next((u for u, lemma in enumerate(parse.lemma) if lemma in SAYING), -1)
        return subject_of(parse, verb_group(parse, said))[0] if said >= 0 else None
    return None
