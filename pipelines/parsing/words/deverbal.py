"""Nouns that tell what a verb tells: "commutation" of "commute", "refusal" of "refuse", "veto" of "veto".

What belongs here: from which verbs a noun may come, by its ending. What does not: which of them there are, or which
one is meant.
"""

from __future__ import annotations

from functools import cache

# An ending, and what stands in its place in the verb.
_ENDINGS = (
    ("ssion", ("t", "de", "ss")), ("sion", ("d", "de", "se", "rt")), ("ation", ("", "e", "ate")), ("ition", ("", "e")),
    ("ion", ("", "e")), ("ment", ("",)), ("ial", ("y",)), ("al", ("", "e")), ("ure", ("", "e")), ("ing", ("", "e")),
    ("ance", ("", "e")), ("ence", ("", "e")), ("ery", ("", "e")),
)  # fmt: skip
_SHORTEST = 3  # letters of a verb


@cache
def verbs_of(noun: str) -> frozenset[str]:
    """Return the verbs from which a noun, or its plural, may come; most of them are no words."""
    forms = {noun, noun.removesuffix("s"), noun.removesuffix("es")}
    forms |= {
        form[: -len(end)] + stead
        for form in forms
        for end, steads in _ENDINGS
        if form.endswith(end)
        for stead in steads
    }
    forms |= {form[:-1] for form in forms if form[-1:] == form[-2:-1]}  # "sacking", "slurring"
    return frozenset(form for form in forms if len(form) >= _SHORTEST)
