"""Who speaks: "a report published by X accuses", "the letter, signed by X and Y, urges", "'We will go,' warned X".

What belongs here: the way from what a writing says to who wrote it, and from a quotation to who stands behind its verb.
What does not: verbs of saying (``saying``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.hidden import WRITINGS
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup

WRITTEN = WRITINGS | frozenset(
    "appeal column commentary document editorial essay findings memorandum op-ed paper pamphlet reports study survey "
    "verdict".split()
)
_MADE_PUBLIC = frozenset(
    "adopt air author broadcast carry circulate co-sign compile deliver draft file issue pass post prepare produce "
    "publish release send sign sponsor submit write".split()
)


def author_before(parse: Parse, group: VerbGroup, u: int) -> Slot | None:
    """Return who made the writing public whose phrase ends at a unit before a verb of saying.

    Args:
        parse: The sentence.
        group: The verb.
        u: The unit before it, perhaps a comma.
    """
    if parse.lemma[group.verb] not in SAYING or group.passive:
        return None
    end = u - (parse.tags[u] == ",")
    by = next((k for k in range(end, 0, -1) if parse.words[k] == "by" or parse.tags[k] in "V;"), 0)
    if by < 1 or parse.words[by] != "by":
        return None
    made = skip_back(parse, by - 1, "NDBP'") if parse.words[by - 1] not in WRITTEN else by
    if made < by and parse.lemma[made] not in _MADE_PUBLIC:
        return None
    written = parse.words[skip_back(parse, made - 1, "B,")] in WRITTEN
    return noun_phrase(parse, by + 1, pair=True)[0] if written else None


def ends_quote(parse: Parse, group: VerbGroup) -> bool:
    """Say whether a quoted sentence ends right before a verb of saying: "'We will go,' warned X"; not "X, known as 'the
    judge,' warned Y".
    """
    u = group.verb
    if parse.lemma[u] not in _SAID_SO or group.passive or u < _OF_AN_END or parse.tags[u - 2 : u] != [",", "q"]:
        return False
    k = u - 2
    while k >= 0 and parse.quoted[k] and parse.tags[k] not in "VXM":
        k -= 1
    end = noun_phrase(parse, u + 1)[1]
    return k >= 0 and parse.quoted[k] and parse.tags[end : end + 1] in ([], [","], [";"], ["P"], ["B"])


_OF_AN_END = 2  # units: the comma and the quotation mark
_SAID_SO = (SAYING | {"exclaim", "jab", "joke", "quip"}) - {"accuse", "blame", "tell", "thank"}


def said_after(parse: Parse, group: VerbGroup) -> Slot | None:
    """Return who stands behind the verb that tells what they said: "...," said X; not "Y, the envoy, said X left"."""
    u, n = group.verb, len(parse.tags)
    before = skip_back(parse, u - 1, "q")
    if parse.kind[u] == "ing" and not group.progressive:  # "..., warning X of": X hears it
        return None
    if before < 0 or parse.tags[before] not in ",;" or u + 1 >= n or parse.tags[u + 1] not in "AND":
        return None
    slot, end = noun_phrase(parse, u + 1)
    heard = parse.words[end : end + 1] == ["that"]  # "the envoy, Y, warned X that": X hears it
    does = parse.tags[skip(parse, end, "qBG") :][:1]  # "the envoy, a Chadian, said X 'has left'"
    return None if heard or (before == u - 1 and does and does[0] in "VXM") else slot
