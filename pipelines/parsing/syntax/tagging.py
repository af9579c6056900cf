"""From the tokens of a sentence to its units: the first step of the shallow parse.

What belongs here: what kind of word each unit is. What does not: which of them are verbs (``verb_forms``), and the
shape of the result (``units``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pipelines.parsing.document import Doc
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verb_forms import find_verbs
from pipelines.parsing.words.adverbs import tag_adverbs
from pipelines.parsing.words.closed_words import TAGS
from pipelines.parsing.words.lexicon import Lexicon
from pipelines.parsing.words.time_words import may_tell_time, time_words

_ITSELF = frozenset(("herself", "himself", "itself", "themselves"))
_CONTRACTING = frozenset("he she it that there".split())


def parse_sentence(
    doc: Doc, first: int, end: int, mentions: Sequence[Any], lexicon: Lexicon, *, quoted: bool, headline: bool
) -> Parse:
    """Tag the tokens ``first`` to ``end`` (exclusive) as units.

    Args:
        doc: The document.
        first: Its first token.
        end: The token after its last.
        mentions: Actor mentions inside the sentence, in order, not overlapping; each has ``token_start``,
        ``token_end``.
        lexicon: For the forms of verbs.
        quoted: Whether the sentence starts inside a quotation.
        headline: Whether it is a headline (present tense tells the past).
    """
    tags: list[str] = []
    units: list[int] = []
    ends: list[int] = []
    held: list[Any] = []
    inside_at: list[bool] = []
    lowers, words, closed = doc.lowers, doc.words, TAGS
    upcoming = iter(mentions)
    mention = next(upcoming, None)
    begins = mention.token_start if mention is not None else end
    i, inside = first, quoted
    while i < end:
        while begins < i:
            mention = next(upcoming, None)
            begins = mention.token_start if mention is not None else end
        unit_end, owner = i + 1, None
        if begins == i and mention is not None:
            if mention.described and _opens_wording(lowers, i, mention.token_end, lexicon):
                tag, begins = closed.get(lowers[i], "N"), i + 1  # "riot police": the wording opens at the first word
            else:
                tag, unit_end, owner = "A", mention.token_end, mention
            if tags[-1:] == ["A"] and lowers[i] in _ITSELF:
                tag, owner = "B", None  # "met Mary Roe herself"
        else:
            low = lowers[i]
            owns = low == "'" and held[-1:] != [None] and held and held[-1].possessive  # "the Rangers' raid"
            tag = "'" if owns else closed.get(low, "N")
            if tag == "N":
                tag = "B" if low.endswith("ly") and _is_adverb(low, words[i]) else "N"
            elif tag == "'" and not owns:
                tag = "X" if tags and (tags[-1] in "OR" or lowers[i - 1] in _CONTRACTING) else "'"
            elif tag == "M" and words[i] == "May" and i > first and (words[i - 1].islower() or words[i - 1].isdigit()):
                tag = "N"  # the month
            elif tag == "q":
                inside = low == "“" or (low == '"' and not inside)
            elif tag == "(":
                close = _gloss_end(lowers, i, end)
                if close:  # "US Africa Command (AFRICOM) Commander": the gloss is no part of the clause
                    i = close
                    continue
                tag = ";"
            if low == "." and _within(lowers, i, end):  # "R-Ky.", "Dec. 3": a full stop that ends no sentence
                i = unit_end
                continue
            if low in _HYPHENS and tags[-1:] == ["A"] and _is_glued(doc, i, end):  # "U.S.-Mali talks", "U.S.-led"
                i += 1 if begins == i + 1 else 2
                continue
        tags.append(tag)
        units.append(i)
        ends.append(unit_end)
        held.append(owner)
        inside_at.append(inside)
        i = unit_end
    last = [lowers[e - 1] for e in ends]
    parse = Parse(tags, last, units, ends, held, [""] * len(tags), [""] * len(tags), inside_at)
    for u in may_tell_time(last):
        size = time_words(last, tags, u)
        tags[u : u + size] = "B" * size
    tag_adverbs(last, tags)
    find_verbs(parse, lexicon, headline)
    return parse


def _opens_wording(lowers: list[str], i: int, end: int, lexicon: Lexicon) -> bool:
    """Say whether a wording opens at a word of a description before its last: "(a) joint military", "riot police"."""
    k = i + (lowers[i] in ("a", "an", "the"))
    return k + 1 < end and (lowers[k], lowers[k + 1]) in lexicon.compounds


def _is_glued(doc: Doc, i: int, end: int) -> bool:
    """Say whether no space stands on either side of a token: a hyphen after an abbreviation."""
    return i + 1 < end and doc.ends[i - 1] == doc.starts[i] and doc.ends[i] == doc.starts[i + 1]


def _within(lowers: list[str], i: int, end: int) -> bool:
    """Say whether a word follows a full stop in its sentence."""
    return any(lowers[k][0].isalnum() for k in range(i + 1, min(i + 3, end)))


def _gloss_end(lowers: list[str], i: int, end: int) -> int:
    """Return the token after a short bracket that opens at ``i``, or 0."""
    longest = _OF_A_SEAT if lowers[i + 1 : i + 2] in (["r"], ["d"], ["i"]) else _OF_A_GLOSS  # "(R., La.)"
    return next((k + 1 for k in range(i + 2, min(i + longest, end)) if lowers[k] == ")"), 0)


_OF_A_GLOSS, _OF_A_SEAT = 6, 9  # tokens


_HYPHENS = frozenset("-–")
_NO_ADVERBS = frozenset("ally family reply supply rally italy".split())


def _is_adverb(low: str, word: str) -> bool:
    return len(low) > 4 and word[0].islower() and low not in _NO_ADVERBS
