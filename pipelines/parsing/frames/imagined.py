"""What nobody says has happened or will: a question of what would be if, what a novel or a film tells, and names in
passing ("what it called aggression").

What belongs here: telling such sentences. What does not: conditions that somebody sets ("will attack if", which
``conditions`` knows).
"""

from __future__ import annotations

from pipelines.parsing.syntax.units import Parse

_WOULD = frozenset("would 'd could should".split())
_FICTION = frozenset(
    "comedy drama film films miniseries movie movies musical novel novels opera play sitcom thriller trilogy "
    "videogame".split()
)
_TELLS = frozenset("depict dramatise dramatize imagine portray recount show tell".split())
_NEAR = 8  # units from a work to what it tells


def is_imagined(parse: Parse, unit: int) -> bool:
    """Say whether what stands at a unit is only imagined: "What if X attacked Y?", "the novel tells how X attacked Y".

    Args:
        parse: The sentence.
        unit: The act's word.
    """
    return _is_asked(parse) or (not _FICTION.isdisjoint(parse.words) and _is_fiction(parse, unit))


def _is_asked(parse: Parse) -> bool:
    """Say whether a sentence asks what would be: "What if X attacked?", "If X attacked, would Y fight?"."""
    if "?" not in parse.words[-2:] or "if" not in parse.words:
        return False
    k = parse.words.index("if")
    asked = parse.words[max(0, k - 1)] == "what"
    return asked or (not _WOULD.isdisjoint(parse.words) and parse.words[max(0, k - 1)] not in ("asked", "even"))


def _is_fiction(parse: Parse, unit: int) -> bool:
    """Say whether a novel or a film tells it: "the film shows how X attacked Y"."""
    for k in range(unit - 1, -1, -1):
        if parse.tags[k] in ";,":
            return False
        if parse.lemma[k] in _TELLS and parse.words[k + 1 : k + 2] in (["how"], ["as"], ["of"], ["that"], ["what"]):
            return not _FICTION.isdisjoint(parse.words[max(0, k - _NEAR) : k])
    return False


def only_names(parse: Parse, unit: int) -> bool:
    """Say whether a verb only tells what somebody calls a thing: "bombed what it called terrorist hideouts"."""
    if parse.lemma[unit] not in _NAMES or "what" not in parse.words:
        return False
    before = next((u for u in range(unit - 1, -1, -1) if parse.tags[u] not in "ABDNOX'" or parse.words[u] == "what"), 0)
    return parse.words[before] == "what"


_NAMES = frozenset("brand call consider describe dub label term".split())
