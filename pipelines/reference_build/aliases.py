"""Aliases: the type of each, surnames, plain-letter spellings.

What belongs here: how one written alias becomes one or more typed ones. What does not: which actor it belongs to.
"""

from __future__ import annotations

import difflib
import re

from pipelines.reference_build.rows import strip_accents

PREFIXES = {
    "n": "name", "a": "acronym", "s": "short", "f": "former", "t": "transliteration", "d": "demonym", "c": "capital",
    "m": "metonym",
}  # fmt: skip
_ACRONYM = re.compile(r"(?=.*[A-Z].*[A-Z])[A-Z0-9][A-Za-z0-9.&/-]{1,9}$")
_ARTICLE = re.compile(r"^(?:al|el|ad|ar|as|at|ash|ed|an)-", re.IGNORECASE)


def expand_alias(text: str) -> tuple[str, str]:
    """Return an alias and its type; "f:Burma" is explicit, "NATO" is taken for an acronym, the rest for a name."""
    if re.match(r"[nasftdcm]:", text):
        return text[2:].strip(), PREFIXES[text[0]]
    upper = sum(c.isupper() for c in text)
    is_acronym = bool(_ACRONYM.match(text)) and upper >= 2 and upper * 2 >= len(re.sub(r"[^A-Za-z]", "", text))
    return text, "acronym" if is_acronym else "name"


def with_plain(alias: str, alias_type: str) -> list[tuple[str, str]]:
    """Return the alias, and its spelling without accents where that differs."""
    plain = strip_accents(alias)
    return [(alias, alias_type)] + ([(plain, "transliteration")] if plain != alias else [])


def person_alias(canonical: str, text: str) -> list[tuple[str, str]]:
    """Return the typed aliases that one written alias of a person stands for.

    ``*`` stands for the surname (with and without its article), ``*2`` for the last two words of the name.
    """
    words = canonical.split()
    if text == "*":
        surname = words[-1]
        return [(form, "short") for form in dict.fromkeys((surname, _ARTICLE.sub("", surname)))]
    if text == "*2":
        return [(" ".join(words[-2:]), "short")]
    alias, kind = expand_alias(text)
    return [(alias, kind if kind != "name" else _person_type(canonical, alias))]


def _person_type(canonical: str, alias: str) -> str:
    ours, theirs = strip_accents(canonical).lower(), strip_accents(alias).lower()
    if set(theirs.split()) < set(ours.split()) and " " not in theirs:
        return "short"
    last = ours.split()[-1] if " " not in theirs else ours
    alike = difflib.SequenceMatcher(None, last, theirs).ratio() > 0.7
    return "transliteration" if alike and len(last.split()) == len(theirs.split()) else "name"
