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
    lowers = doc.lowers
    upcoming = iter(mentions)
    mention = next(upcoming, None)
    begins = mention.token_start if mention is not None else end
    i, inside = first, quoted
    while i < end:
        while begins < i:
            mention = next(upcoming, None)
            begins = mention.token_start if mention is not None else end
        if begins == i and mention is not None:
            tag, unit_end, owner = _of_mention(mention, lowers, i, tags, lexicon)
            begins = begins if unit_end == mention.token_end else i + 1
        else:
            skipped = _over(doc, i, end, tags, begins) if lowers[i] in _NO_UNITS else i
            if skipped > i:
                i = skipped
                continue
            tag, unit_end, owner = _tag_of(doc, i, first, tags, held), i + 1, None
            if tag == "q":
                inside = lowers[i] == "“" or (lowers[i] == '"' and not inside)
        tags.append(tag)
        units.append(i)
        ends.append(unit_end)
        held.append(owner)
        inside_at.append(inside)
        i = unit_end
    last = [lowers[e - 1] for e in ends]
    parse = Parse(tags, last, units, ends, held, [""] * len(tags), [""] * len(tags), inside_at)
    if not _NONE.isdisjoint(lowers[first:end]):
        parse.nobody = _nobody(lowers, parse)
    for u in may_tell_time(last):
        size = time_words(last, tags, u)
        tags[u : u + size] = "B" * size
    tag_adverbs(last, tags)
    find_verbs(parse, lexicon, headline)
    return parse


def _nobody(lowers: list[str], parse: Parse) -> frozenset[int]:
    """Return the units of descriptions that open with "no" or "not a single"."""
    opens = ((u, i) for u, (tag, i) in enumerate(zip(parse.tags, parse.first, strict=True)) if tag == "A")
    return frozenset(u for u, i in opens if lowers[i] == "no" or (u and lowers[i - 1 : i + 2] == _NOT_ONE))


_NONE = frozenset(("no", "single"))
_NOT_ONE = ["not", "a", "single"]


def _of_mention(mention: Any, lowers: list[str], i: int, tags: list[str], lexicon: Lexicon) -> tuple[str, int, Any]:
    """Return the tag of the unit that a mention opens, the token after it, and whose it is."""
    if mention.described and _opens_wording(lowers, i, mention.token_end, lexicon):
        unit = TAGS.get(lowers[i], "N"), i + 1, None  # "riot police": the wording opens at the first word
    else:
        unit = "A", mention.token_end, mention
    return ("B", unit[1], None) if tags[-1:] == ["A"] and lowers[i] in _ITSELF else unit  # "met Mary Roe herself"


def _over(doc: Doc, i: int, end: int, tags: list[str], begins: int) -> int:
    """Return the token after what is no unit, from one of ``_NO_UNITS``; the token itself where it is a unit."""
    low = doc.lowers[i]
    if low == "(":  # "US Africa Command (AFRICOM) Commander": the gloss is no part of the clause
        return _gloss_end(doc.lowers, i, end) or i
    if low == ".":  # "R-Ky.", "Dec. 3": a full stop that ends no sentence
        return i + _within(doc.lowers, i, end)
    if tags[-1:] != ["A"] or not _is_glued(doc, i, end):
        return i
    return i + (1 if begins == i + 1 else 2)  # "U.S.-Mali talks", "U.S.-led"


_NO_UNITS = frozenset("(.-–")


def _tag_of(doc: Doc, i: int, first: int, tags: list[str], held: list[Any]) -> str:
    """Return the tag of a word that is no actor's."""
    low, word = doc.lowers[i], doc.words[i]
    tag = TAGS.get(low, "N")
    if low == "'" and held and held[-1] is not None and held[-1].possessive:
        return "'"  # "the Rangers' raid"
    if tag == "N":
        return "B" if low.endswith("ly") and _is_adverb(low, word) else "N"
    if tag == "'":
        return "X" if tags and (tags[-1] in "OR" or doc.lowers[i - 1] in _CONTRACTING) else "'"
    if tag == "M" and word == "May" and i > first and (doc.words[i - 1].islower() or doc.words[i - 1].isdigit()):
        return "N"  # the month
    return ";" if tag == "(" else tag


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


_NO_ADVERBS = frozenset("ally family reply supply rally italy".split())


def _is_adverb(low: str, word: str) -> bool:
    return len(low) > 4 and word[0].islower() and low not in _NO_ADVERBS
