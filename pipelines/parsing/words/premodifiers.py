"""Common nouns for bodies that only describe the noun after them: "an official visit", "military drills".

What belongs here: telling "the police raid" from "the police raided". What does not: any other unit of a sentence
(``spans``, ``tagging``).
"""

from __future__ import annotations

from typing import Any

from pipelines.parsing.dates.words import WEEKDAYS
from pipelines.parsing.document import Doc


def is_adjective(doc: Doc, mention: Any) -> bool:
    """A common noun before another one is no actor there: "an official visit", "military drills"."""
    end = mention.token_end
    words = doc.words[mention.token_start : end]
    if end >= len(doc.words) or not words[-1].islower() or (len(words) > 1 and words[0].lower() not in _ARTICLES):
        return False
    return len(words) < 3 and words[-1] in _ADJECTIVAL and doc.words[end].isalpha() and not _goes_on(doc, end)


def _goes_on(doc: Doc, end: int) -> bool:
    """Say whether the word after a noun cannot be one that it describes: what is done, how, when, or a small word."""
    word = doc.lowers[end]
    if word in _DOES_TO and doc.lowers[end + 1 : end + 2] == ["to"]:  # "the opposition plans to", "the army agrees to"
        return True
    done = (word.endswith("ed") and word not in _NOUNS) or word in _DONE
    return done or word in _NO_NOUN or (word.endswith("ly") and word not in _NOUNS)


_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their", "no", "some", "any"))
_ADJECTIVAL = frozenset(
    "military police government army navy opposition rebel militia security media official terrorist intelligence "
    "coalition state union party court campaign justice".split()
)
_NO_NOUN = frozenset(
    "is was are were has have had said says will would could may might in on at to of for from with and or that who "
    "which by as into against over did does do can should must also told then later never not but after before when "
    "while if because than about out up down under near here there still just so too each both all already again "
    "today yesterday during until since through amid among across along despite towards toward within without "
    "between behind beyond including itself themselves cannot n't whose whom where accuses believes continues "
    "denies denounces expects hopes insists intends opposes refuses rejects remains seems seeks tries wants say "
    "believe want deny accuse refuse".split()
    + WEEKDAYS
)
# Pasts that do not end in "-ed".
_DONE = frozenset(
    "became began bought broke brought built came caught chose cut dealt drew drove fell fled forbade fought found "
    "froze gave got held hit kept knew laid lay led left let lost made met overthrew paid put ran rebuilt reopened "
    "rose sank saw sent set shot shut sold sought spent spoke spread stole stood strove struck sued swept swore "
    "taught threw took undertook upheld went withdrew won wrote".split()
)
_DOES_TO = frozenset(
    "agrees aims asks begins decides fails needs plan plans pledges prepares promises starts threatens vows "
    "wish wishes".split()
)
_NOUNS = frozenset("assembly bed breed family feed monopoly need rally reply seed shed speed supply weed".split())
