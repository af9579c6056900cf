"""A sentence as units with tags: the first step of the shallow parse.

What belongs here: what kind of word each unit is, and the forms of its verbs. What does not: who does what
(``phrases``,
``subjects``), any engagement type, any status. Every actor mention is one unit, so that names never look like clauses.

Tags: A actor, N noun or adjective (the default), V verb, X be/have/do, M modal, T infinitive "to", P preposition,
R relative pronoun, S subordinator, C coordinator, D determiner, O other pronoun, B adverb, G negation, "," "q" quote,
";" hard stop, "'" possessive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.lexicon import Lexicon

_CLOSED_TAGS = {
    "D": "the a an this that these those his her its their our my your some any no each every all both several many "
    "most few "
    "other another such more",
    "O": "he she it they we i you him them us me who's there everyone nobody anyone someone nothing something what",
    "X": "be is are was were been being am 's 're has have had having do does did doing",
    "M": "will would can could may might shall should must ought 'll 'd cannot won't wouldn't can't couldn't shouldn't",
    "P": "of in on at by for with from into onto over under against between among amid about through throughout "
    "across toward "
    "towards upon within without near outside inside behind beyond around along alongside per via despite during like "
    "including regarding concerning following ahead because_of unlike versus off up out down back away aboard beneath",
    "R": "who which whom whose where",
    "S": "that if whether because although though while when as after before since until unless than so once whereas "
    "lest how why",
    "C": "and or but nor & yet",
    "G": "not n't never neither hardly barely",
    "B": "also already now then still just even only again ever soon later earlier today yesterday tomorrow too very "
    "too "
    "recently once together however meanwhile instead almost nearly far here abroad home publicly jointly directly "
    "reportedly allegedly repeatedly previously briefly well yet tonight first twice",
}
_CLOSED = {word: tag for tag, words in _CLOSED_TAGS.items() for word in words.split()}
CONTRACTED_NOT = frozenset("isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't".split())
_QUOTES = frozenset('“”"')
_HARD = frozenset(";:()[]—–?!…")


_TAGS = {
    **dict.fromkeys(CONTRACTED_NOT, "X"),
    **dict.fromkeys([*_HARD, "."], ";"),
    **_CLOSED,
    "to": "T",
    ",": ",",
    "'s": "'",
    "(": "(",
    **dict.fromkeys(_QUOTES, "q"),
}


@dataclass(slots=True, eq=False)
class Parse:
    """A sentence as units. All lists run in parallel, one entry per unit.

    Attributes:
        tags: Tag of each unit (see the module's docstring).
        words: Lower-case word (for an actor: its last word).
        first: Index of its first token in the document.
        end: Index after its last token.
        mention: The actor mention of an ``A`` unit, else None.
        lemma: Lemma of a ``V`` unit, else an empty string.
        kind: Form of a ``V`` unit: base, s, past, part, ing; else an empty string.
        quoted: Whether the unit stands inside quotation marks.
    """

    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    mention: list[Any] = field(default_factory=list)
    lemma: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    quoted: list[bool] = field(default_factory=list)

    def unit_at(self, token: int) -> int:
        """Return the unit that holds a token, or -1."""
        low, high = 0, len(self.first) - 1
        while low <= high:
            middle = (low + high) // 2
            if self.end[middle] <= token:
                low = middle + 1
            elif self.first[middle] > token:
                high = middle - 1
            else:
                return middle
        return -1


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
    lowers, words, closed = doc.lowers, doc.words, _TAGS
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
            tag, unit_end, owner = "A", mention.token_end, mention
        else:
            low = lowers[i]
            tag = closed.get(low, "N")
            if tag == "N":
                tag = "B" if low.endswith("ly") and _is_adverb(low, words[i]) else "N"
            elif tag == "'":
                tag = "X" if tags and (tags[-1] in "OR" or lowers[i - 1] in _CONTRACTING) else "'"
            elif tag == "q":
                inside = low == "“" or (low == '"' and not inside)
            elif tag == "(":
                close = _gloss_end(lowers, i, end)
                if close:  # "US Africa Command (AFRICOM) Commander": the gloss is no part of the clause
                    i = close
                    continue
                tag = ";"
        tags.append(tag)
        units.append(i)
        ends.append(unit_end)
        held.append(owner)
        inside_at.append(inside)
        i = unit_end
    last = [lowers[e - 1] for e in ends]
    parse = Parse(tags, last, units, ends, held, [""] * len(tags), [""] * len(tags), inside_at)
    _find_verbs(parse, lexicon, headline)
    return parse


def _gloss_end(lowers: list[str], i: int, end: int) -> int:
    """Return the token after a short bracket that opens at ``i``, or 0."""
    return next((k + 1 for k in range(i + 2, min(i + 6, end)) if lowers[k] == ")"), 0)


_NO_ADVERBS = frozenset("ally family reply supply rally italy".split())


def _is_adverb(low: str, word: str) -> bool:
    return len(low) > 4 and word[0].islower() and low not in _NO_ADVERBS


def _find_verbs(parse: Parse, lexicon: Lexicon, headline: bool) -> None:
    """Turn ``N`` units that are verbs here into ``V``, from left to right."""
    tags, words = parse.tags, parse.words
    forms, nouns = lexicon.verb_forms, lexicon.nouns
    n = len(tags)
    for u, word in enumerate(words):
        tag = tags[u]
        if tag == "N":
            kinds = forms.get(word)
            choice = _verb_here(parse, u, kinds, word in nouns, headline) if kinds else None
            if choice:
                tags[u] = "V"
                parse.lemma[u], parse.kind[u] = choice
        elif tag == "X" and word in _HAVE and u and _has_itself(parse, u, forms):
            tags[u] = "V"
            parse.lemma[u], parse.kind[u] = "have", _HAVE[word]
        elif word == "back" and _back_is_verb(parse, u):
            tags[u], parse.lemma[u], parse.kind[u] = "V", "back", "base"
        elif tag == "T":  # "to" before anything that is not a base verb is a preposition
            follower = skip(parse, u + 1, "BG")
            if follower < n and (
                tags[follower] == "X"
                or (words[follower] == "back" and _back_is_verb(parse, follower))
                or (tags[follower] == "N" and any(k == "base" for _, k in forms.get(words[follower], ())))
            ):
                continue
            tags[u] = "P"


def _back_is_verb(parse: Parse, u: int) -> bool:
    """Say whether "back" is the verb: "vowed to back the plan", "countries which back it"."""
    p = skip_back(parse, u - 1, "BG")
    return p >= 0 and parse.tags[p] in "TMR" and any(tag in "ADNO" for tag in parse.tags[u + 1 : u + 2])


_HAVE = {"have": "base", "has": "s", "had": "past", "having": "ing"}


def _has_itself(parse: Parse, u: int, forms: dict[str, tuple[tuple[str, str], ...]]) -> bool:
    """Say whether a form of "have" is the verb itself: what follows opens a noun phrase and is no participle."""
    follower = skip(parse, u + 1, "BGq")
    if follower >= len(parse.tags):
        return False
    if parse.tags[follower] == "A":  # "who had their homes burnt", and not "nor has Iran said"
        return parse.tags[u - 1] in "ANR"
    if parse.tags[follower] not in "DN" and parse.words[follower] != "until":
        return False
    return not any(kind in ("part", "past") for _, kind in forms.get(parse.words[follower], ()))


def skip(parse: Parse, u: int, tags: str) -> int:
    """Return the first unit from ``u`` on whose tag is none of ``tags``."""
    while u < len(parse.tags) and parse.tags[u] in tags:
        u += 1
    return u


def skip_back(parse: Parse, u: int, tags: str) -> int:
    """Return the first unit from ``u`` back whose tag is none of ``tags``, or -1."""
    while u >= 0 and parse.tags[u] in tags:
        u -= 1
    return u


def _verb_here(
    parse: Parse, u: int, kinds: tuple[tuple[str, str], ...], noun_too: bool, headline: bool
) -> tuple[str, str] | None:
    """Say which verb form unit ``u`` is here, if it is one."""
    tags = parse.tags
    p = skip_back(parse, u - 1, "BGq")
    prev = tags[p] if p >= 0 else ""
    if prev == "A" and parse.words[p] in _WHOSE:
        prev = "D"
    follower = tags[u + 1] if u + 1 < len(tags) else ""
    by_kind = {kind: lemma for lemma, kind in reversed(kinds)}
    if "base" in by_kind and ((prev in "TM" and prev) or (prev == "X" and parse.words[p] in _DO)):
        return by_kind["base"], "base"
    if "past" in by_kind or "part" in by_kind:
        lemma = by_kind.get("past") or by_kind["part"]
        if "base" in by_kind and prev in ("D", "'", "P", "N") and noun_too:
            return None  # "the cut", "a set", "hit": a noun
        if prev == "X":
            return by_kind.get("part", lemma), "part"
        if prev in ("D", "'") and follower in ("N", "A"):
            return None  # "the detained journalists"
        if prev in ("P", ",", "") and follower == "N" and "past" in by_kind and u and tags[u - 1] == "P":
            return None
        if "past" not in by_kind:
            return by_kind["part"], "part"
        if follower == "P" and parse.words[u + 1] == "by" and prev in ("N", "A", ",", ""):
            return lemma, "part"
        return lemma, "past"
    if "ing" in by_kind:
        if (prev in ("D", "'") and follower != "A") or (noun_too and prev in ("A", "N") and follower != "A"):
            return None
        if noun_too and prev in ("P", "V", "C", "") and follower in ("P", ",", ";", "C", ""):
            return None  # "after meeting in", "held a meeting": the noun
        return by_kind["ing"], "ing"
    if "s" in by_kind:
        if prev in ("O", "R") or (prev == "S" and u and tags[u - 1] == "S"):
            return by_kind["s"], "s"
        if prev in ("A", "N", ",", "q", "C", "V") and (
            not noun_too or headline or follower in ("A", "D", "O", "S", "T")
        ):
            return by_kind["s"], "s"
        return None
    if "base" in by_kind:
        if prev == "A" and parse.words[p] in _THEY:
            return by_kind["base"], "base"
        if prev in ("O", "R") and parse.words[p] not in ("it", "he", "she", "whose", "her", "what"):
            return by_kind["base"], "base"
        if prev in ("A", "N", ",", "C") and not noun_too and follower in ("A", "D", "O", "S", "T", "P"):
            return by_kind["base"], "base"
        if prev in ("A", "N") and _plural(parse, p) and (follower in ("A", "D", "O") if noun_too else follower):
            return by_kind["base"], "base"
        if prev == "C" and follower in ("A", "D", "O") and any(t == "V" for t in tags[:p]):
            return by_kind["base"], "base"
    return None


_CONTRACTING = frozenset("he she it that there".split())
_WHOSE = frozenset("his its their our my your".split())
_THEY = frozenset("they we i".split())
_DO = frozenset("do does did don't doesn't didn't".split())


def _plural(parse: Parse, u: int) -> bool:
    mention = parse.mention[u]
    if mention is not None:
        return bool(getattr(mention, "plural", False))
    return parse.words[u].endswith(("s", "men")) and not parse.words[u].endswith(("ss", "us", "is"))
