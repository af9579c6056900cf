"""Relative clauses: of whom they tell, and the verb after them.

What belongs here: the way from a relative pronoun to its antecedent, and over a clause. What does not: other subjects
(``subjects``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.contact import is_finite, opens_contact, over_contact
from pipelines.parsing.syntax.phrases import phrase_left
from pipelines.parsing.syntax.saying import tells_what
from pipelines.parsing.syntax.units import Parse, over_gloss, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group
from pipelines.parsing.words.closed_words import BE, DOERS, SUMS

_DEEP = 3  # verbs of a clause that are stepped over


def antecedent(parse: Parse, u: int) -> Slot | None:
    """Return of whom a relative clause tells whose pronoun stands at a unit."""
    k = skip_back(parse, u - 1, "Bq,P")
    if k < 0 or parse.tags[k] not in "AN'":
        return None
    k = _before_description(parse, over_gloss(parse, k + 1) - 1)
    one = _one_of_them(parse, k) if parse.words[u] == "who" else None
    if one:
        return one
    slot, near = phrase_left(parse, k), actors_in_chunk(parse, chunk_left(parse, k), k + 1)
    if slot is None and parse.words[u] in ("that", "which") and parse.words[chunk_left(parse, k) - 1] in _WHERE:
        return None  # "a raid in X that killed ten"
    if near and (slot is None or (parse.words[u] in ("who", "whom") and near.mentions[0].kind in _WHO)):
        same = slot is not None and slot.how == near.how and near.mentions[0] in slot.mentions
        slot = slot if same else near  # "sent arms to X, who", "a letter from X, who"
    if slot and near and parse.words[u] in ("who", "whom"):
        slot = _over_post(parse, k, slot) or _who_of(parse, slot, near)
    if parse.words[u] == "whose" and slot:
        return Slot(slot.mentions, "poss")
    return slot


def _over_post(parse: Parse, k: int, slot: Slot) -> Slot | None:
    """Return who is told before a post that names only a body: X of "X, a clerk at Y, who left"."""
    comma = skip_back(parse, k, "ANDPB'C")
    if comma < 1 or parse.tags[comma] != "," or any(mention.kind in _WHO for mention in slot.mentions):
        return None
    before = parse.mention[comma - 1]
    return Slot([before], "head") if before is not None and before.kind == "person" else None


def _who_of(parse: Parse, slot: Slot, near: Slot) -> Slot:
    """Leave out of a list whom "who" does not tell of: X of "the quarrel between X and Y, who"."""
    before = skip_back(parse, parse.unit_at(slot.mentions[0].token_start) - 1, "DN")
    if before >= 0 and parse.words[before] == "between":
        return near
    persons = [mention for mention in slot.mentions if mention.kind in _WHO]
    return Slot(persons, slot.how) if persons else slot


_WHERE = frozenset("across around at in inside near outside".split())


def _one_of_them(parse: Parse, k: int) -> Slot | None:
    """Return who is told to be one of those whom a phrase that ends at unit ``k`` describes: X of "X was among the
    mayors who met Y", "X, one of the mayors who met Y".
    """
    mention = parse.mention[k]
    if parse.tags[k] == "A" and not (mention.described and mention.kind in _WHO):
        return None
    over = skip_back(parse, k, "ANDBP'")
    if over < 1 or ("P" in parse.tags[over:k] and parse.words[over + 1] not in _ONE):
        return None
    if parse.tags[over] == "X" and parse.words[over] in BE:
        over = skip_back(parse, group_start(parse, over) - 1, "Bq")
        return phrase_left(parse, over) if over >= 0 and parse.tags[over] == "A" else None
    aside = parse.tags[over - 1 : over + 1] == ["A", ","] and parse.words[over + 1] in _ONE
    return actors_in_chunk(parse, over - 1, over) if aside else None


_ONE = frozenset(("among", "one", "part"))


def _before_description(parse: Parse, k: int) -> int:
    """Step back over what is said of an actor: to X in "X, a former Kremlin ally", from its last unit ``k``."""
    start = chunk_left(parse, k)
    said = parse.tags[k] == "N" and parse.tags[start] == "D" and start > 1 and parse.words[k] not in _NOBODY
    return start - 2 if said and parse.tags[start - 2 : start] == ["A", ","] else k


# What is nobody, either: "X accused Y of fraud, a charge Y denied".
_NOBODY = SUMS | frozenset(
    "account accusation allegation appeal assertion change charge claim condition demand effort finding idea "
    "judgment offer proposal prospect report request result suggestion theory view".split()
)


def with_owner(parse: Parse, slot: Slot | None, u: int) -> Slot | None:
    """Add whose they are: "X, whose forces attacked"."""
    before = chunk_left(parse, u) - 1
    itself = slot is not None and slot.how == "head" and _is_another(slot.mentions[0])
    if before > 0 and parse.words[before] == "whose" and not itself:
        owner = antecedent(parse, before)
        return (
            Slot((slot.mentions if slot else []) + owner.mentions, slot.how if slot else owner.how) if owner else slot
        )
    return slot


def _is_another(mention: Any) -> bool:
    """Say whether what is somebody's acts on its own: "X, whose country met Y", "X, whose envoy Ada met Y"."""
    return mention.kind == "state" or (mention.kind == "person" and not mention.described)


def undergoer_before(parse: Parse, group: VerbGroup) -> tuple[Slot | None, str]:
    """Return whom a relative clause with a subject of its own tells of, and the preposition before its pronoun.

    "X, whom Y attacked", "X, with whom Y met", "the rebels that Y attacked", "the rebels it attacked".
    """
    k = skip_back(parse, group.start - 1, "B")
    if k < 1 or parse.tags[k] not in "AN'":
        return None, ""
    if _touches(parse, k, group):
        return phrase_left(parse, k - 1), ""
    pronoun = chunk_left(parse, k) - 1
    if pronoun < 1 or parse.words[pronoun] not in ("whom", "which", "that"):
        return None, ""
    preposition = parse.words[pronoun - 1] if parse.tags[pronoun - 1] in "PT" else ""
    if parse.words[pronoun] == "that" and (
        parse.tags[group.verb + 1 : group.verb + 2] in _PLAIN_OBJECT  # "said in a note to X that Y attacked Z"
        or not (parse.tags[pronoun - 1] == "A" and _is_no_object(parse, pronoun - 1))
    ):
        return None, ""
    near = _near(parse, pronoun) if parse.lemma[group.verb] in _OF_SOMEBODY else None
    return near or antecedent(parse, pronoun), preposition


def _near(parse: Parse, pronoun: int) -> Slot | None:
    """Return who stands right before a relative pronoun: Y of "its border with Y, which X accuses of lying"."""
    k = skip_back(parse, pronoun - 1, "Bq,")
    slot = actors_in_chunk(parse, chunk_left(parse, k), k + 1) if k >= 0 and parse.tags[k] == "A" else None
    return slot if slot and slot.how == "head" else None


_OF_SOMEBODY = frozenset(("accuse", "blame", "suspect"))  # what is done to nothing but somebody


def _touches(parse: Parse, k: int, group: VerbGroup) -> bool:
    """Say whether a pronoun or a name at a unit opens a clause without an object, on whoever stands before it."""
    if (
        parse.tags[k - 1] != "A"
        or not (parse.words[k] in DOERS or opens_contact(parse, k))
        or parse.tags[group.verb + 1 : group.verb + 2] in _OBJECT
    ):
        return False
    over = skip_back(parse, k - 1, "ANDB'")
    return not group.passive and (over < 0 or parse.lemma[over] not in _TELLING)


_PLAIN_OBJECT = (["A"], ["D"], ["N"], ["O"])
_OBJECT = (*_PLAIN_OBJECT, ["R"], ["S"])
_TELLING = frozenset("advise ask assure convince inform notify persuade promise remind show teach tell warn".split())


def _is_no_object(parse: Parse, u: int) -> bool:
    """Whether a clause may tell of the phrase that ends at a unit: not "told X that Y attacked", and not "said in a
    talk with Mary Roe that Y attacked".
    """
    named = parse.mention[u].kind == "person" and not parse.mention[u].described
    return not named and parse.tags[max(0, chunk_left(parse, u) - 1)] != "V"


_WHO = frozenset(("person", "group"))


def over_clause(parse: Parse, group: VerbGroup, u: int) -> Slot | None:
    """Return who stands before a clause that tells of them and ends at unit ``u``, before a verb of theirs: "the rebels
    who attacked X met Y", "the rebels X armed met Y"; a slot of nobody where only a noun does.
    """
    contact = over_contact(parse, group, u)
    relative = -1 if contact else over_relative(parse, group, u)
    return (antecedent(parse, relative) or Slot([], "head")) if relative >= 0 else contact


def over_relative(parse: Parse, group: VerbGroup, u: int) -> int:
    """Return the unit of the pronoun whose clause ends at unit ``u``, before a finite verb; -1 where none does.

    "The rebels who attacked X met Y": the verb's subject stands before the pronoun, and X is none.
    """
    k = u
    if not is_finite(parse, group):
        return -1
    for _ in range(_DEEP):
        k = skip_back(parse, k, "ANDBP'q")
        if k < 1 or parse.tags[k] not in "VX" or tells_what(parse.lemma[k]):
            return -1
        start = verb_group(parse, k).start if parse.tags[k] == "V" else group_start(parse, k)
        pronoun = _pronoun_of(parse, start, k)
        if pronoun > 0:
            return pronoun
        if parse.tags[k] == "X" or not (parse.kind[k] == "ing" or parse.tags[start] == "T"):
            return -1
        k = start - 1
    return -1


def _pronoun_of(parse: Parse, start: int, verb: int) -> int:
    """Return the unit of the pronoun that opens the clause of a verb group, -1 for none: "men who jailed X", "men whose
    aide X jailed", "men whom X jailed", "men that X jailed".
    """
    first = skip_back(parse, start - 1, "B")
    second = chunk_left(parse, start - 1) - 1 if start > 1 else -1
    for pronoun, opening in ((first, _OPENING), (second, _OF_ANOTHER)):
        if pronoun > 0 and parse.words[pronoun] in opening and parse.tags[pronoun - 1] in "AN'":
            return pronoun
    that = second > 0 and parse.words[second] == "that" and parse.tags[second - 1] in "AN"
    return second if that and _lacks_object(parse, second + 1, verb) else -1


def _lacks_object(parse: Parse, subject: int, verb: int) -> bool:
    """Say whether who is named at a unit does something without an object: "that X sent to", not "that X shelled Y"."""
    who = parse.mention[subject]
    named = who is not None and not (who.described or who.is_pronoun or who.attributive)
    return named and parse.tags[verb] == "V" and parse.tags[verb + 1 : verb + 2] in (["P"], ["B"], ["V"], ["X"], ["M"])


_OPENING = frozenset(("who", "which", "that"))
_OF_ANOTHER = frozenset(("whose", "whom", "which"))


def group_start(parse: Parse, u: int) -> int:
    """Return the first unit of the auxiliaries that end at unit ``u``."""
    while u > 0 and parse.tags[u - 1] in "XMGB":
        u -= 1
    return u
