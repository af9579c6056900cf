"""Names of the gazetteer at a token of a text.

What belongs here: folding tokens as the gazetteer folds names, and the longest name that starts at a token. What does
not: whether it is a place there (``find``).
"""

from __future__ import annotations

from pipelines.parsing.document import Doc
from pipelines.parsing.names import fold
from pipelines.parsing.places.gazetteer import Gazetteer

_SHORTENED = frozenset(("st", "ft", "mt"))


def longest_name(doc: Doc, at: int, gazetteer: Gazetteer) -> tuple[int, tuple[int, ...]]:
    """Return the end of the longest name that starts at a token and its entries; end 0 where none does."""
    first = token_key(doc.lowers[at])
    reach = gazetteer.longest.get(first, 1)
    follower = doc.lowers[at + 1] if at + 1 < len(doc.lowers) else ""
    if reach > 1 and (f"{first} {follower}" in gazetteer.pairs or not follower.isalpha() or not follower.isascii()):
        gap = 1 if first in _SHORTENED and doc.words[at + 1 : at + 2] == ["."] else 0  # "St. Petersburg"
        keys = [first, *map(token_key, doc.lowers[at + 1 + gap : at + gap + reach])]
        for length in range(len(keys), 1, -1):
            entries = gazetteer.names.get(" ".join(keys[:length]))
            if entries and keys[length - 1] != ",":
                return at + length + gap, entries
    single = gazetteer.names.get(first) or (_bare(first, gazetteer) if " " in first else None)
    return (at + 1, single) if single else (0, ())


def token_key(lower: str) -> str:
    """Return a token as ``gazetteer.name_key`` would fold it within a name."""
    if lower.isalpha() and lower.isascii():
        return lower
    folded = lower if lower.isascii() else fold(lower) or lower
    return folded.replace("'", "").replace(".", "").replace("-", " ").strip()


def _bare(key: str, gazetteer: Gazetteer) -> tuple[int, ...] | None:
    head, _, rest = key.partition(" ")
    return gazetteer.names.get(rest) if head in ("al", "el", "ar", "as", "az", "ash") else None
