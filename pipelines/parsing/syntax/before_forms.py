"""What stands before a form that may be a verb: its subject, or a word that only says whose the noun is.

What belongs here: the units to the left. What does not: which forms are verbs (``verb_forms``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.units import Parse, skip, skip_back


def is_adjective_here(parse: Parse, u: int) -> bool:
    """Whether an actor's word only says of what country the noun after it is: "his Chadian ally"."""
    owner = parse.mention[u - 1]
    determined = parse.words[u - 1] in ("a", "an", "the") or (
        owner is not None and owner.is_pronoun and owner.possessive
    )
    return determined and getattr(parse.mention[u], "attributive", False)


def tells_only_whose(parse: Parse, u: int) -> bool:
    """Whether an actor's word stands after a verb and only says of what country the noun after it is."""
    verb = skip_back(parse, u - 1, "NDB")
    told = verb >= 0 and parse.kind[verb] in _FINITE and parse.lemma[verb] != "say"
    return told and getattr(parse.mention[u], "attributive", False)


_FINITE = frozenset(("past", "s", "base"))


def is_guest_here(parse: Parse, p: int, u: int) -> bool:
    """Say whether a "visiting" before unit ``u`` only tells what somebody is: "met visiting Premier Ada Roe", but
    "denied visiting Ada Roe".

    Args:
        parse: The sentence, its verbs up to the "visiting" found.
        p: The unit before the "visiting".
        u: The unit after it.
    """
    named = skip(parse, skip(parse, u, "N"), "A") - 1
    mention = parse.mention[named]
    if named < u or mention is None or mention.kind != "person":
        return False
    return parse.lemma[p] in _HOSTING if parse.tags[p] == "V" else parse.words[p] in _BESIDE


_HOSTING = frozenset(
    "accompany ask assure brief embrace entertain greet honor honour host hug inform interview join meet praise "
    "receive reassure tell thank urge welcome".split()
)
_BESIDE = frozenset("a alongside beside between the with".split())


def must_be_subject(parse: Parse, u: int) -> bool:
    """Say whether who stands up to a unit must be the subject: "X, which it accuses of", "X, whom Y charged with"."""
    before = skip_back(parse, u, "ANDB'")
    return parse.words[u] in _SUBJECTS or (0 <= before < u and parse.words[before] in ("which", "whom"))


_SUBJECTS = frozenset("he i she they we".split())
