"""Other names of cities that the library gives: which of them news writes.

What belongs here: telling "Kiev" and "Mecca" from by-names and from what a city was called for a month: Topeka was
"Google", Donetsk "Stalin". What does not: names of several places (``gazetteer``).
"""

from __future__ import annotations

# First letters that one sound is written with, in names spelt from other scripts.
_SOUNDS = str.maketrans("ckqgxaeiouyjszbpdtvwf", "hhhhhaaaaaaassbbttbbb")
_SAME = 3  # letters


def is_spelling(other: str, name: str) -> bool:
    """Say whether another name starts with the sound of a city's name, or one is part of the other; both folded."""
    if f" {other} " in f" {name} " or f" {name} " in f" {other} ":
        return True
    other, name = without_article(other) or other, without_article(name) or name
    if other.count(" ") > name.count(" ") and other.replace(" ", "")[:_SAME] != name.replace(" ", "")[:_SAME]:
        return False  # by-names have more words: "Park City"
    return other[:1].translate(_SOUNDS) == name[:1].translate(_SOUNDS)


def without_article(name: str) -> str:
    """Return a folded name without its Arabic article, or nothing where it has none."""
    head, _, rest = name.partition(" ")
    return rest if head in ("al", "el", "ar", "as", "az", "ash") else ""
