"""Is it English?

What belongs here: telling English from other languages, fast where it is plain and by py3langid where it is not. What
does not: translation, and the coder's lexicons.
"""

from __future__ import annotations

import re

# A fifth of running English consists of these; no other language written in these letters comes near.
_COMMON = frozenset(
    "the of and to in that for is was with said on as by at from it his has are be have were not its will an "
    "which".split()
)
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SAMPLE_CHARS = 2_000
_PLAIN_SHARE = 0.2
_PLAIN_WORDS = 20
_FEW_WORDS = 25


def language_of(body: str) -> str:
    """Return the ISO 639-1 code of a text's language; ``en`` where there is too little to say otherwise."""
    sample = body[:_SAMPLE_CHARS]
    words = _WORD.findall(sample.lower())
    common = sum(map(_COMMON.__contains__, words))
    if len(words) >= _PLAIN_WORDS and common >= _PLAIN_SHARE * len(words):
        return "en"
    language = _classify(sample)
    if language == "en" or len(words) >= _FEW_WORDS:
        return language
    # A few words give the classifier too little: believe it only where no English word speaks against it.
    latin = len(_LATIN.findall(sample)) > 0.5 * sum(map(len, words))
    return "en" if latin and (common or not words) else language


def _classify(text: str) -> str:
    from py3langid import langid

    return str(langid.classify(text)[0])
