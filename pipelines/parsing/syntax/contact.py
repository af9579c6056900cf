"""Clauses that tell of what stands before them by no pronoun: "the arms X sent Y vanished", "the rebels X armed".

What belongs here: where such a clause opens, and who stands before it. What does not: clauses with a pronoun
(``relatives``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.saying import tells_what
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.parsing.words.closed_words import DOERS


def opens_contact(parse: Parse, k: int) -> bool:
    """Say whether a body named at a unit does what is told of the noun before it: X of "the rebels X armed"."""
    who = parse.mention[k]
    if k < 1 or who is None or who.kind == "person" or who.described or who.attributive or who.is_pronoun:
        return False
    before = parse.mention[k - 1]
    if before is None:
        return parse.tags[k - 1] == "N" and _is_phrase(parse, k - 1)
    return before.described and not before.is_pronoun


def _is_phrase(parse: Parse, u: int) -> bool:
    """Say whether a noun ends a phrase of its own: "the arms", "weapons", not the first word of a name."""
    opens = skip_back(parse, u, "N")
    return opens >= 0 and parse.tags[opens] == "D" and not parse.words[opens].isdigit()


def over_contact(parse: Parse, group: VerbGroup, u: int) -> Slot | None:
    """Return who or whose it is that stands before such a clause, which ends at a unit before a finite verb.

    Returns:
        The actor before the clause, else who does what it tells ("the offer X made to Y failed": X's), else a slot of
        nobody ("the man X jailed thanked Y"); None where no such clause ends there.
    """
    if not is_finite(parse, group):
        return None
    k = skip_back(parse, u, "ANDBP'q")
    if k < 2 or parse.tags[k] != "V" or parse.kind[k] not in ("past", "s", "part") or tells_what(parse.lemma[k]):
        return None
    subject = _subject_inside(parse, k)
    if subject < 1:
        return None
    head, doer = parse.mention[subject - 1], parse.mention[subject]
    if head is not None:
        return Slot([head], "head")
    theirs = doer is not None and parse.lemma[k] in _MAKING
    return Slot([doer], "poss") if theirs else Slot([], "head")


def is_finite(parse: Parse, group: VerbGroup) -> bool:
    """Say whether a clause may part a verb from its subject: the verb is no infinitive and no bare participle."""
    return not group.infinitive and (parse.kind[group.verb] in ("past", "s", "base") or group.start < group.verb)


def _subject_inside(parse: Parse, verb: int) -> int:
    """Return the unit of the subject of a clause without a pronoun, whose verb stands at a unit; -1 for no such one."""
    inner = verb_group(parse, verb)
    subject = skip_back(parse, inner.start - 1, "B")
    if subject < 1 or inner.infinitive or (inner.passive and inner.start < verb):
        return -1
    plain = parse.words[subject] in DOERS and parse.tags[subject - 1] in "AN"
    return subject if (plain if parse.tags[subject] == "O" else opens_contact(parse, subject)) else -1


# What is made, sent or said so is still theirs; whoever is jailed or freed so is not.
_MAKING = frozenset(
    "announce bring carry create deliver deploy dispatch draft file fire give hand host impose issue launch lay make "
    "mount offer order organise organize pass pay place post propose publish put sell send "
    "ship stage start submit supply table unveil write".split()
)
