"""Who speaks in a writing: "a report published by X accuses", "the letter, signed by X and Y, urges".

What belongs here: the way from what a writing says to who wrote it. What does not: verbs of saying (``saying``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot
from pipelines.parsing.syntax.hidden import WRITINGS
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.saying import SAYING
from pipelines.parsing.syntax.units import Parse, skip_back
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
