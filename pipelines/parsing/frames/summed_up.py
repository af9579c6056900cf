"""Who did what a noun sums up of which somebody says what they think: "X shut the port, a move condemned by Y".

What belongs here: the way from such a noun to the clause before it. What does not: acts told in sentences before
(``engagements.answers``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot, chunk_left
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.hidden import before_verb
from pipelines.parsing.syntax.saying import tells_what
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.parsing.words.closed_words import SUMS


def doer_of_sum(parse: Parse, group: VerbGroup) -> Slot | None:
    """Return who did what a verb's noun sums up: "X shut the port, a move (that) Y condemned", "... condemned by Y".

    Args:
        parse: The sentence.
        group: The verb that tells what is thought of it.
    """
    noun = _noun_of(parse, group)
    comma = chunk_left(parse, noun) - 1 if noun > 0 else 0
    summed = parse.words[noun] in _SUMMED and "the" not in parse.words[comma + 1 : noun]
    if comma < 1 or not summed or parse.tags[comma] not in ",;":
        return None
    if parse.words[noun] in _SAYINGS:
        return _sayer(parse, comma)
    verb = next((k for k in range(comma - 1, -1, -1) if parse.tags[k] in "V;"), -1)
    if verb < 0 or parse.tags[verb] != "V":
        return None
    done = verb_group(parse, verb)
    slot = complements(parse, verb + 1)[1].get("by") if done.passive else subject_of(parse, done)[0]
    return Slot(slot.mentions, "of") if slot else None


def _sayer(parse: Parse, comma: int) -> Slot | None:
    """Return who says what is told before a comma: "X says Y lied, a claim that Y denied"."""
    said = (k for k in range(comma) if tells_what(parse.lemma[k]) and parse.kind[k] in ("past", "s", "part"))
    verb = next(said, -1)
    if verb < 0 or verb_group(parse, verb).passive:
        return None
    slot = subject_of(parse, verb_group(parse, verb))[0]
    return Slot(slot.mentions, "of") if slot else None


_SAYINGS = frozenset("accusation allegation argument assertion charge claim contention notion suggestion view".split())
_SUMMED = SUMS | _SAYINGS | {"demand", "invitation", "offer", "proposal", "request", "threat"}


def _noun_of(parse: Parse, group: VerbGroup) -> int:
    """Return the unit of the noun of which a clause tells that ends in a verb, or -1."""
    before = before_verb(parse, group.start - 1, "Bq")
    if group.passive or before < 1:
        return before
    pronoun = skip_back(parse, before, "ANDB'C") if parse.words[before] not in ("that", "which") else before
    if pronoun > 0 and parse.words[pronoun] in ("that", "which"):
        return pronoun - 1
    first = chunk_left(parse, before)  # "a step X condemned" is one chunk
    return next((k for k in range(first, before) if parse.words[k] in _SUMMED and parse.tags[k + 1] in "AD"), -1)
