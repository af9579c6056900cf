"""What came to nothing by its object or by another verb: "signed no deal", "was to meet X but cancelled".

What belongs here: what verbs govern, and acts undone by words away from their own group. What does not: tense, modality
and negation (``status``).
"""

from __future__ import annotations

from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.words.lexicon import Lexicon


def classes_of(parse: Parse, verb: int, lexicon: Lexicon) -> frozenset[str]:
    """Return what the verb at a unit governs as; "call off" and "put on hold" by the row of the whole."""
    lemma = parse.lemma[verb]
    if lemma in _PUT:
        return _put_aside(parse, verb, lexicon) or lexicon.governs.get(lemma, frozenset())
    for end in (verb + 3, verb + 2):
        whole = lexicon.governs.get(" ".join([lemma, *parse.words[verb + 1 : end]]))
        if whole is not None:
            return whole
    return lexicon.governs.get(lemma, frozenset())


_PUT = frozenset(("place", "put"))
_ASIDE = 7  # units after "put" in which "on hold" is told


def _put_aside(parse: Parse, verb: int, lexicon: Lexicon) -> frozenset[str]:
    """Return what "put" with "off" or "on hold" behind its object governs as: "put the talks with X on hold"."""
    for k in range(verb + 1, min(verb + _ASIDE, len(parse.tags))):
        if parse.tags[k] in ";,VC":
            break
        if parse.words[k] in ("off", "on"):
            for end in (k + 2, k + 1):
                whole = lexicon.governs.get(" ".join([parse.lemma[verb], *parse.words[k:end]]))
                if whole is not None:
                    return whole
    return frozenset()


def lacks_object(parse: Parse, match: Match, lexicon: Lexicon) -> bool:
    """Whether the object is none at all: "signed no deal", not "said no to", "no longer", a wording with its own no."""
    if match.unit + 1 in parse.nobody:  # "killed no Chadian soldier"
        return True
    after = parse.words[match.unit + 1 : match.unit + 3]
    none = after[:1] == ["no"] and after[1:] not in (["longer"], ["more"], ["less"])
    return (
        none
        and "say" not in classes_of(parse, match.unit, lexicon)
        and not any("no" in words for words in match.trigger.asks)
    )


def dropped_after(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Whether what was planned was given up: "was to meet X but cancelled"."""
    but = next((k for k in range(verb + 1, len(parse.tags)) if parse.words[k] == "but" or parse.tags[k] == ";"), -1)
    return any(
        parse.tags[k] == "V" and "cancel" in classes_of(parse, k, lexicon)
        for k in range(but + 1, min(but + 5, len(parse.tags)))
        if but >= 0 and parse.words[but] == "but"
    )


def given_up(parse: Parse, noun: int, lexicon: Lexicon) -> bool:
    """Whether what a noun puts in prospect was dropped: "scrapped its plans to meet X"."""
    verb = skip_back(parse, noun - 1, "ADN'B")
    if verb < 0 or parse.tags[verb] != "V":
        verb = skip_back(parse, verb, "P") if verb > 0 and parse.words[verb] == "off" else -1
    return verb >= 0 and parse.tags[verb] == "V" and "cancel" in classes_of(parse, verb, lexicon)
