"""Who stands beside a subject: "X, along with Y, met", "states, including X, met", "X and his aide, Y, met".

What belongs here: those named between a subject and its verb, or joined to who is. What does not: lists (``lists``),
the search for the subject (``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.lists import list_left
from pipelines.parsing.syntax.members import members_open
from pipelines.parsing.syntax.phrases import noun_phrase, phrase_left
from pipelines.parsing.syntax.units import Parse, skip_back


def with_company(parse: Parse, slot: Slot, u: int) -> Slot:
    """Add those with whom somebody acts: "X, along with Y, met", "X, as well as Y, met", "states, including Y, met"."""
    with_whom = _opens_company(parse, u) or members_open(parse, u)
    company = noun_phrase(parse, u + with_whom, pair=True)[0] if with_whom else None
    return Slot(slot.mentions + company.mentions, slot.how) if company else slot


def _opens_company(parse: Parse, u: int) -> int:
    """Return how many units from one on tell that somebody acts with others; 0 for none."""
    return next((len(words) for words in _WITH if tuple(parse.words[u : u + len(words)]) == words), 0)


_WITH = (("along", "with"), ("together", "with"), ("alongside",), ("as", "well", "as"), ("joined", "by"))


def inserted_company(parse: Parse, u: int) -> tuple[Slot | None, int]:
    """Read with whom somebody does more: Z of "X met Y and, with Z, left", from the comma before the verb.

    Returns:
        Those named, None for nobody, and the unit of the "and".
    """
    opens = next((k for k in range(u - 1, max(0, u - _OF_MEMBERS), -1) if parse.tags[k] == ","), 0)
    if opens < 1 or parse.tags[opens - 1] != "C":
        return None, -1
    first = _opens_company(parse, opens + 1) or int(parse.words[opens + 1] == "with")
    slot, end = noun_phrase(parse, opens + 1 + first, pair=True) if first else (None, -1)
    return (slot if slot and slot.how == "head" and end == u else None), opens - 1


def with_partner(parse: Parse, slot: Slot | None, u: int) -> Slot | None:
    """Add with whom somebody does what a gerund behind an "in" tells: Y to X of "X joined Y in attacking Z"."""
    verb = skip_back(parse, u - 1, "ANDBP'C")
    if slot is None or parse.words[u] != "in" or verb < 1 or parse.lemma[verb] not in _DOING_SO:
        return slot
    partner, end = noun_phrase(parse, verb + 1 + (parse.words[verb + 1] == "by"), pair=True)
    named = partner is not None and partner.how == "head" and end == u
    return Slot(slot.mentions + partner.mentions, slot.how) if partner and named else slot


_DOING_SO = frozenset(("follow", "join"))


def members_between(parse: Parse, end: int) -> tuple[Slot | None, int]:
    """Read who is named of a subject between the commas before its verb: "states, including X, Y and Z, met".

    Returns:
        Those named, None for nobody, and the unit of the comma before them.
    """
    for comma in (k for k in range(end - 1, max(0, end - _OF_MEMBERS), -1) if parse.tags[k] == ","):
        some = members_open(parse, comma + 1)
        if some:
            named, stop = noun_phrase(parse, comma + 1 + some, pair=True)
            glossed = stop <= end and set(parse.tags[stop:end]) <= {",", "N"}  # "including X and Y, R-Ohio, met"
            return (named if glossed else None), comma
    return None, -1


_OF_MEMBERS = 30  # units


def with_members(parse: Parse, end: int) -> Slot | None:
    """Return who does what a participle tells after a comma: "with states, including X and Y, calling for"."""
    named, comma = members_between(parse, end)
    whose = phrase_left(parse, comma - 1) if named and parse.tags[comma - 1] in "AN'" else None
    opens = skip_back(parse, comma - 1, "ANDBC'") if named else -1
    if named is None or opens < 0 or parse.words[opens] != "with":
        return None
    return Slot((whose.mentions if whose and whose.how == "head" else []) + named.mentions, "head")


def named_between(parse: Parse, comma: int, end: int) -> Slot | None:
    """Return who is named between two commas, where the post stands before them: "the finance minister, X, met"."""
    (slot, stop), last = noun_phrase(parse, comma + 1), comma - 1
    if slot and stop < end and parse.words[stop] in ("of", "from"):  # "the minority leader, X of Y, met"
        stop = noun_phrase(parse, stop + 1)[1]
    if not slot or slot.how != "head" or stop != end or parse.tags[last] not in "AN":
        return None
    named = parse.mention[last]
    if named is not None and not named.described and named.actor_id == slot.mentions[0].actor_id:
        return None  # "the arrest of X, a clerk, hurt Y": that is what X is
    before = skip_back(parse, last, "ANDB'C")
    if before > 0 and parse.words[before] in _POST_OF and (_is_post(parse, before - 1, slot) or len(slot.mentions) > 1):
        last = before - 1  # "Chad's envoy to Mali, X, met", "the leaders of Chad and Mali, X and Y, met"
    post, first = parse.mention[last], chunk_left(parse, last)
    if not (post is None or post.described) or (parse.tags[first] not in "DA" and parse.words[first] not in _COUNTS):
        return None
    joined = first > 1 and parse.words[first - 1] == "and"  # "X and the speaker of parliament, Y, met"
    return Slot(list_left(parse, first - 2)[0] + slot.mentions, "head") if joined else slot


def _is_post(parse: Parse, u: int, slot: Slot) -> bool:
    """Say whether a noun before "of" tells what those named are: "the head of mission, X", "a bill of rights, X"."""
    post = parse.mention[u]
    return parse.tags[u] == "N" or (post is not None and post.described and slot.mentions[0].kind == "person")


_COUNTS = frozenset("both five four many one several six some three two".split())
_POST_OF = frozenset(("of", "to", "for", "in", "at", "on"))


def with_joined(parse: Parse, slot: Slot) -> Slot:
    """Add who stands before the "and" whose other side is described before it is named: "X and his aide, Y, met"."""
    comma = parse.unit_at(slot.mentions[0].token_start) - 1
    if slot.how != "head" or comma < _JOINED or parse.tags[comma] != ",":
        return slot
    opens = chunk_left(parse, comma - 1)
    said = parse.mention[comma - 1].described if parse.tags[comma - 1] == "A" else parse.tags[comma - 1] == "N"
    joined = list_left(parse, opens - 2)[0] if said and parse.words[opens - 1] == "and" else []
    done_to = joined and parse.tags[parse.unit_at(joined[0].token_start) - 1] in "VP"
    return slot if done_to else Slot(joined + slot.mentions, "head")


_JOINED = 4  # units, at the least, of "X and Y's Z"


def with_one_told_of(parse: Parse, slot: Slot, first: int) -> Slot:
    """Add who opens the sentence before a relative clause and an "and": X to Y of "X, who leads Z, and Y met".

    Args:
        parse: The sentence.
        slot: Who stands right before the verb.
        first: First unit of its chunk.
    """
    if slot.how != "head" or first < _TOLD_OF or parse.words[first - 1] != "and" or parse.tags[first - 2] != ",":
        return slot
    opens = next((k for k in range(first - 3, 1, -1) if parse.tags[k] == "R"), 0)
    if opens < _OPENS or parse.tags[opens - 1] != "," or "V" not in parse.tags[opens : first - 2]:
        return slot
    start = chunk_left(parse, opens - 2)
    told_of = actors_in_chunk(parse, start, opens - 1) if start < 1 or parse.tags[start - 1] in ";q" else None
    return Slot(told_of.mentions + slot.mentions, "head") if told_of and told_of.how == "head" else slot


_OPENS = 2  # units, at the least, before the pronoun
_TOLD_OF = 6  # units, at the least, of "X, who left, and"
