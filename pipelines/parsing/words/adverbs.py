"""Adverbs of several words: what "so far", "no longer" and "not only" are between a subject and its verb.

What belongs here: set phrases whose words by themselves are something else. What does not: nouns that tell when
(``time_words``).
"""

from __future__ import annotations

from collections.abc import Sequence

# Each phrase with the tags of its words (``units``); "not only" negates nothing, "no longer" does.
_PHRASES = {
    ("as", "yet"): "BB",
    ("at", "last"): "BB",
    ("at", "least"): "BB",
    ("by", "and", "large"): "BBB",
    ("long", "since"): "BB",
    ("more", "than", "once"): "BBB",
    ("never", "before"): "GB",
    ("no", "longer"): "GB",
    ("not", "just"): "BB",
    ("not", "merely"): "BB",
    ("not", "only"): "BB",
    ("not", "simply"): "BB",
    ("so", "far"): "BB",
}
_OPENED = {phrase[0]: [whole for whole in _PHRASES if whole[0] == phrase[0]] for phrase in _PHRASES}
_ANYWHERE = frozenset((("so", "far"), ("as", "yet")))
_COMPARING = frozenset(("as", "away", "from", "than"))  # "so far from", "no longer than"


def tag_adverbs(words: Sequence[str], tags: list[str]) -> None:
    """Tag the adverbs of several words; but for "so far" only those beside a verb: not "at least ten were met"."""
    if _OPENED.keys().isdisjoint(words):
        return
    for u in (u for u, word in enumerate(words) if word in _OPENED):
        for phrase in _OPENED[words[u]]:
            end = u + len(phrase)
            if tuple(words[u:end]) == phrase and _is_adverb(words, tags, u, end):
                tags[u:end] = _PHRASES[phrase]


def _is_adverb(words: Sequence[str], tags: Sequence[str], u: int, end: int) -> bool:
    if words[end : end + 1] and words[end] in _COMPARING:
        return False
    phrase = tuple(words[u:end])
    after_auxiliary = u > 0 and tags[u - 1] in "XM"
    beside_verb = phrase[0] in ("no", "not", "never") and u > 0 and tags[u - 1] in "ANOR" and end < len(words)
    return phrase in _ANYWHERE or after_auxiliary or beside_verb
