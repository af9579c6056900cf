"""Is it English, and is all of it?

What belongs here: telling English from other languages, fast where it is plain and by py3langid where it is not, for a
text as a whole and for its paragraphs. What does not: translation, and the coder's lexicons.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

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
# A paragraph with more of the common words than this is English; of one with fewer, so many words must be seen.
_DOUBTFUL_SHARE = 0.1
_RUNNING_WORDS = 10
_RUNNING_WORD = re.compile(r"(?<!\S)[(\"'“‘«]?[a-zß-öø-ÿ][^\W\d_]*(?=[\s.,;:!?)\"'”’»]|$)")
# Nigerian Pidgin is what headlines and tweets in English are taken for; its own share of the news is small.
_ENGLISH = ("en", "pcm")
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Told:
    """A text by language.

    Attributes:
        language: ISO 639-1 code of most of it.
        paragraphs: Those in the languages asked for, and those too short to tell; none where most is in another.
        left_out: How many of the others there are in each language.
    """

    language: str
    paragraphs: list[str]
    left_out: dict[str, int]


def told_in(paragraphs: Sequence[str], languages: Collection[str] = ("en",)) -> Told:
    """Return what of a text is told in the languages asked for."""
    found = [paragraph_language(paragraph) for paragraph in paragraphs]
    others = [language if language and language not in languages else None for language in found]
    size = sum(map(len, paragraphs))
    other_size = sum(len(text) for text, other in zip(paragraphs, others, strict=True) if other)
    rest = [text for text, other in zip(paragraphs, others, strict=True) if not other]
    left_out = dict(Counter(filter(None, others)))
    if other_size > _HALF * size:
        return Told(_most(paragraphs, others), [], left_out)
    language = language_of("\n\n".join(rest))
    return Told(language, rest if language in languages else [], left_out)


def paragraph_language(paragraph: str) -> str | None:
    """Return the language of a paragraph that is plainly not English (ISO 639-1), else None.

    In letters like English ones it must be running text: lists of names, figures and addresses are of no language.
    """
    words = paragraph.split()
    if sum(map(_COMMON.__contains__, words)) > _DOUBTFUL_SHARE * len(words):
        return None
    letters = "".join(_WORD.findall(paragraph))
    in_latin = len(_LATIN.findall(letters)) > _HALF * len(letters)
    if not letters or (in_latin and len(_RUNNING_WORD.findall(paragraph)) < _RUNNING_WORDS):
        return None
    language = _classify(paragraph)
    return None if language in _ENGLISH else language


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


def _most(paragraphs: Sequence[str], languages: Sequence[str | None]) -> str:
    """Return the language that most characters are in."""
    sizes: Counter[str] = Counter()
    for text, language in zip(paragraphs, languages, strict=True):
        if language:
            sizes[language] += len(text)
    return max(sorted(sizes), key=sizes.__getitem__)


def _classify(text: str) -> str:
    from py3langid import langid

    return str(langid.classify(text)[0])
