"""One spelling for a name: what parsing and linking look actors up by.

What belongs here: folding a name as written to the form under which equal names are equal (case, accents, apostrophes,
hyphens, titles, Arabic articles, families of transliteration). What does not: knowing any actor, or likeness of names
that differ; linking proposes those to a person. Pure; the tables are read once from ``seeds/reference``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from pipelines.parsing.reference import load_reference

# Letters that Unicode does not decompose into a base letter and a mark.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a"}
    | {"&": " and "}
)
_POSSESSIVE = re.compile(r"['’]s?$")
_QUOTES = re.compile(r"['’‘ʼʿʾ`´]")
_INITIALS = re.compile(r"\b(?:\w\.\s?)+(?=\W|$)")
_ARTICLE = re.compile(r"(?<!\w)(?:al|el|ul|il|a[sšdnrtz]|e[sdnrtz]|ash|esh|adh|edh|ath|eth|ach|ech)[-‐‑–](?=\w)")
_SPACES = re.compile(r"[\W_]+")
_ABDUL = re.compile(r"abd(?:[aeu]|ou)(?:l|([rsnztd])(?=\1)|(?=[^aeioul]))(\w{4,})$")
_ABD_HEADS = frozenset(("abd", "abdel", "abdul", "abdal", "abdoul", "abdil"))
_ARTICLES = frozenset(("al", "el", "ul"))
_SONS = frozenset(("ben", "ibn", "bin"))


def fold(text: str) -> str:
    """Return the text in lower case without accents, apostrophes or a closing possessive; hyphens and dots stay.

    Args:
        text: A name as written, in any script.
    """
    text = _POSSESSIVE.sub("", text.strip().casefold())
    if text.isascii():
        return _QUOTES.sub("", text).replace("&", " and ")
    decomposed = unicodedata.normalize("NFKD", _QUOTES.sub("", text).translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 18)
def normalise_name(name: str, kind: str = "person") -> str:
    """Return the form of a name under which two spellings of one name are equal.

    Args:
        name: The name as written, titles and all.
        kind: The actor's kind: ``person``, ``organization``, ``group`` or ``state``. Titles, "bin" and Arabic
            theophoric names ("Abdel Hamid") are folded in persons only.

    Returns:
        Words of lower-case letters and digits, one space between; empty only where the name holds neither.
    """
    text = _ARTICLE.sub("", _INITIALS.sub(_close_up, fold(name)))
    words = _SPACES.sub(" ", text).split()
    return " ".join(_person(words) if kind == "person" else _body(words))


def slug(normalised: str) -> str:
    """Return a normalised name as part of a key: ``jane doe`` becomes ``jane-doe``."""
    return normalised.replace(" ", "-")


def unslug(part: str) -> str:
    """Return the normalised name that ``slug`` made a key's part of."""
    return part.replace("-", " ")


def _close_up(match: re.Match[str]) -> str:
    """Join dotted initials to one word: ``h. w.`` to ``hw``, ``u.s.`` to ``us``."""
    return re.sub(r"[.\s]", "", match.group()) + " "


def _person(words: list[str]) -> list[str]:
    words = _join_abdul(_strip_honorifics(words))
    spelling = _spellings("person")
    out = []
    for place, word in enumerate(words):
        # "Al" is also a given name, so it stays where it opens the name as a word of its own.
        if word in _ARTICLES and len(words) > 1 and (place or word != "al"):
            continue
        out.append("bin" if place and word in _SONS else _abdul(word, spelling))
    return out


def _body(words: list[str]) -> list[str]:
    spelling = _spellings("organization")
    kept = [w for i, w in enumerate(words) if w not in _ARTICLES and not (i == 0 and w == "the")] or words
    return [spelling.get(w, w) for w in kept]


def _strip_honorifics(words: list[str]) -> list[str]:
    """Drop titles from the head, each only while as many words remain as the table asks for ("Pope Francis" stays)."""
    titles, first = _honorifics(), 0
    while first < len(words) and len(words) - first - 1 >= titles.get(words[first], len(words)):
        first += 1
    return words[first:]


def _join_abdul(words: list[str]) -> list[str]:
    """Make one word of "Abd al-Hamid", "Abdul Hamid" and the like; the article of "Abd al-" is already gone."""
    out: list[str] = []
    skip = 0
    for place, word in enumerate(words):
        if skip:
            skip -= 1
        elif word in _ABD_HEADS and place + 1 < len(words):
            skip = 2 if words[place + 1] in _ARTICLES and place + 2 < len(words) else 1
            out.append("abdul" + words[place + skip])
        else:
            out.append(word)
    return out


def _abdul(word: str, spelling: dict[str, str]) -> str:
    """Return the table's spelling of a word, and of what follows "Abdul" in it."""
    if word in spelling:
        return spelling[word]
    match = _ABDUL.match(word)
    return f"abdul{spelling.get(match[2], match[2])}" if match else word


@cache
def _spellings(scope: str) -> dict[str, str]:
    rows = load_reference().rows("transliterations")
    return {row["variant"]: row["canonical"] for row in rows if row["scope"] in (scope, "any")}


@cache
def _honorifics() -> dict[str, int]:
    return {row["title"]: int(row["min_rest"]) for row in load_reference().rows("honorifics")}
