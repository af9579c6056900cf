"""A shallow parse of one sentence: units with tags, verb groups, and who stands in which slot of a word.

What belongs here: what English grammar says about a sentence, whatever it is about. What does not: any engagement type,
any status. Every actor mention is one unit, so that names never look like clauses.

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
    "D": "the a an this that these those his her its their our my your some any no each every all both several many most few "
    "other another such more",
    "O": "he she it they we i you him them us me who's there everyone nobody anyone someone nothing something what",
    "X": "be is are was were been being am 's 're has have had having do does did doing get got",
    "M": "will would can could may might shall should must ought 'll 'd cannot won't wouldn't can't couldn't shouldn't",
    "P": "of in on at by for with from into onto over under against between among amid about through throughout across toward "
    "towards upon within without near outside inside behind beyond around along alongside per via despite during like "
    "including regarding concerning following ahead because_of unlike versus off up out down back away aboard beneath",
    "R": "who which whom whose where",
    "S": "that if whether because although though while when as after before since until unless than so once whereas lest how why",
    "C": "and or but nor & yet",
    "G": "not n't never neither hardly barely",
    "B": "also already now then still just even only again ever soon later earlier today yesterday tomorrow too very too "
    "recently once together however meanwhile instead almost nearly far here abroad home publicly jointly directly "
    "reportedly allegedly repeatedly previously briefly well yet tonight first twice",
}
_CLOSED = {word: tag for tag, words in _CLOSED_TAGS.items() for word in words.split()}
_CONTRACTED_NOT = frozenset("isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't ain't".split())
_NEGATED_MODALS = frozenset("cannot won't wouldn't can't couldn't shouldn't mustn't".split())
_BE = frozenset("be is are was were been being am 's 're isn't aren't wasn't weren't".split())
_QUOTES = frozenset("“”\"")
_HARD = frozenset(";:()[]—–?!…")
_PARTICLES = frozenset("off up out down back away over in on".split())
_STEP_OVER = frozenset("BGMXTq")


@dataclass(slots=True)
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

    def add(self, tag: str, word: str, first: int, end: int, mention: Any, quoted: bool) -> None:
        """Append a unit."""
        self.tags.append(tag)
        self.words.append(word)
        self.first.append(first)
        self.end.append(end)
        self.mention.append(mention)
        self.lemma.append("")
        self.kind.append("")
        self.quoted.append(quoted)

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


@dataclass(slots=True)
class Slot:
    """Actors that fill a slot, and how surely: ``head`` they are it, ``poss`` / ``of`` they own it, ``inner`` within it."""

    mentions: list[Any]
    how: str


@dataclass(slots=True)
class VerbGroup:
    """A verb with all that belongs to it.

    Attributes:
        verb: Unit of the verb.
        start: Unit of the group's first word.
        modal: Lower-case modal, or an empty string.
        infinitive: It stands after "to".
        negated: It stands under a negation.
        passive: Its subject undergoes it.
        perfect: It has have/has/had.
        tense: past, present, ing, base.
    """

    verb: int
    start: int
    modal: str = ""
    infinitive: bool = False
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    tense: str = "past"


def parse_sentence(
    doc: Doc, first: int, end: int, mentions: Sequence[Any], lexicon: Lexicon, *, quoted: bool, headline: bool
) -> Parse:
    """Tag the tokens ``first`` to ``end`` (exclusive) as units.

    Args:
        doc: The document.
        mentions: Actor mentions inside the sentence, in order, not overlapping; each has ``token_start``, ``token_end``.
        lexicon: For the forms of verbs.
        quoted: Whether the sentence starts inside a quotation.
        headline: Whether it is a headline (present tense tells the past).
    """
    parse = Parse()
    lowers, words = doc.lowers, doc.words
    upcoming = iter(mentions)
    mention = next(upcoming, None)
    i, inside = first, quoted
    while i < end:
        while mention is not None and mention.token_start < i:
            mention = next(upcoming, None)
        if mention is not None and mention.token_start == i:
            parse.add("A", lowers[mention.token_end - 1], i, mention.token_end, mention, inside)
            i = mention.token_end
            continue
        low = lowers[i]
        if low in _QUOTES:
            inside = words[i] == "“" or (words[i] == '"' and not inside)
            parse.add("q", low, i, i + 1, None, inside)
        elif low == "(" and (close := _gloss_end(lowers, i, end)):
            while mention is not None and mention.token_start < close:
                mention = next(upcoming, None)
            i = close  # "US Africa Command (AFRICOM) Commander": the gloss is no part of the clause
            continue
        else:
            parse.add(_raw_tag(low, words[i], parse.tags[-1] if parse.tags else ""), low, i, i + 1, None, inside)
        i += 1
    _find_verbs(parse, lexicon, headline)
    return parse


def _gloss_end(lowers: list[str], i: int, end: int) -> int:
    """Return the token after a short bracket that opens at ``i``, or 0."""
    return next((k + 1 for k in range(i + 2, min(i + 6, end)) if lowers[k] == ")"), 0)


def _raw_tag(low: str, word: str, previous: str) -> str:
    if low == "'s":
        return "X" if previous == "O" else "'"
    tag = _CLOSED.get(low)
    if tag:
        return tag
    if low == "to":
        return "T"
    if low == "," or low in _HARD or low == ".":
        return "," if low == "," else ";"
    if low in _CONTRACTED_NOT:
        return "X"
    if low.endswith("ly") and len(low) > 4 and word[0].islower() and low not in ("ally", "family", "reply", "supply", "rally", "italy"):
        return "B"
    return "N"


def _find_verbs(parse: Parse, lexicon: Lexicon, headline: bool) -> None:
    """Turn ``N`` units that are verbs here into ``V``, from left to right."""
    tags, words = parse.tags, parse.words
    forms, nouns = lexicon.verb_forms, lexicon.nouns
    n = len(tags)
    for u in range(n):
        tag, word = tags[u], words[u]
        if tag == "P" and word in ("following", "including", "concerning", "regarding"):
            continue
        if tag == "T":  # "to" before anything that is not a base verb is a preposition
            follower = _skip(parse, u + 1, "BG")
            if follower < n and (
                tags[follower] == "X"
                or (tags[follower] == "N" and any(k == "base" for _, k in forms.get(words[follower], ())))
            ):
                continue
            tags[u] = "P"
            continue
        if tag != "N" or word not in forms:
            continue
        choice = _verb_here(parse, u, forms[word], word in nouns, headline)
        if choice:
            tags[u] = "V"
            parse.lemma[u], parse.kind[u] = choice


def _skip(parse: Parse, u: int, tags: str) -> int:
    while u < len(parse.tags) and parse.tags[u] in tags:
        u += 1
    return u


def _skip_back(parse: Parse, u: int, tags: str) -> int:
    while u >= 0 and parse.tags[u] in tags:
        u -= 1
    return u


def _verb_here(
    parse: Parse, u: int, kinds: tuple[tuple[str, str], ...], noun_too: bool, headline: bool
) -> tuple[str, str] | None:
    """Say which verb form unit ``u`` is here, if it is one."""
    tags = parse.tags
    p = _skip_back(parse, u - 1, "BGq")
    prev = tags[p] if p >= 0 else ""
    follower = tags[u + 1] if u + 1 < len(tags) else ""
    by_kind = {kind: lemma for lemma, kind in reversed(kinds)}
    if "base" in by_kind and (prev in "TM" and prev or (prev == "X" and parse.words[p] in _DO)):
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
        if prev in ("D", "'") and follower != "A" or (noun_too and prev in ("A", "N") and follower != "A"):
            return None
        if noun_too and prev in ("P", "V", "C", "") and follower in ("P", ",", ";", "C", ""):
            return None  # "after meeting in", "held a meeting": the noun
        return by_kind["ing"], "ing"
    if "s" in by_kind:
        if prev in ("O", "R") or (prev == "S" and u and tags[u - 1] == "S"):
            return by_kind["s"], "s"
        if prev in ("A", "N", ",", "q", "C", "V") and (not noun_too or headline or follower in ("A", "D", "O", "S", "T")):
            return by_kind["s"], "s"
        return None
    if "base" in by_kind:
        if prev in ("O", "R") and parse.words[p] not in ("it", "he", "she", "whose", "her", "what"):
            return by_kind["base"], "base"
        if prev in ("A", "N", ",", "C") and not noun_too and follower in ("A", "D", "O", "S", "T", "P"):
            return by_kind["base"], "base"
        if prev in ("A", "N") and noun_too and follower in ("A", "D", "O") and p >= 0 and _plural(parse, p):
            return by_kind["base"], "base"
        if prev == "C" and follower in ("A", "D", "O") and any(t == "V" for t in tags[:p]):
            return by_kind["base"], "base"
    return None


_DO = frozenset("do does did don't doesn't didn't".split())


def _plural(parse: Parse, u: int) -> bool:
    mention = parse.mention[u]
    if mention is not None:
        return bool(getattr(mention, "plural", False))
    return parse.words[u].endswith("s")


def verb_group(parse: Parse, verb: int) -> VerbGroup:
    """Collect the auxiliaries, modal and negation that belong to the verb at unit ``verb``."""
    group = VerbGroup(verb, verb)
    kind = parse.kind[verb]
    group.tense = {"past": "past", "s": "present", "base": "present", "ing": "ing", "part": "past"}[kind]
    be = have = False
    u = verb - 1
    while u >= 0 and parse.tags[u] in _STEP_OVER:
        tag, word = parse.tags[u], parse.words[u]
        if tag == "G" or word in _CONTRACTED_NOT or word in _NEGATED_MODALS:
            group.negated = True
        if tag == "X":
            be = be or word in _BE
            have = have or word in ("has", "have", "had", "having", "hasn't", "haven't", "hadn't")
            if word in ("is", "are", "'s", "'re", "am") and not have:
                group.tense = "present"
        elif tag == "M":
            group.modal = word
        elif tag == "T":
            group.infinitive = True
            group.start = u
            group.negated = group.negated or (u > 0 and parse.tags[u - 1] == "G")
            break
        group.start = u
        u -= 1
    group.passive = kind in ("part", "past") and be or (kind == "part" and not have and not be)
    group.progressive = kind == "ing" and be
    group.perfect = have
    if "no" in parse.words[max(0, group.start - 3) : group.start]:
        group.negated = True
    return group


def chunk_left(parse: Parse, u: int) -> int:
    """Return the first unit of the noun chunk that ends at unit ``u``."""
    while u > 0 and parse.tags[u - 1] in "ANDB'" and not (parse.tags[u] == "D"):
        u -= 1
    return u


def chunk_right(parse: Parse, u: int) -> int:
    """Return the unit after the noun chunk that starts at unit ``u``."""
    n = len(parse.tags)
    while u < n and parse.tags[u] in "DBq":
        u += 1
    while u < n and (parse.tags[u] in "AN'" or (parse.tags[u] == "D" and parse.tags[u - 1] in "'")):
        u += 1
    return u


def actors_in_chunk(parse: Parse, start: int, end: int) -> Slot | None:
    """Return the actors of a noun chunk: the one it is, or the one whose it is."""
    last = end - 1
    while last >= start and parse.tags[last] in "'B":
        last -= 1
    if last < start:
        return None
    if parse.tags[last] == "A":
        found = [parse.mention[last]]
        k = last - 1  # "A B" without a break: title and name, both one person's words
        while k >= start and parse.tags[k] == "A":
            k -= 1
        return Slot(found, "head")
    inner = [parse.mention[u] for u in range(start, last) if parse.tags[u] == "A"]
    if not inner:
        return None
    owner = any(parse.tags[u] == "'" for u in range(start, last)) or getattr(inner[-1], "possessive", False)
    return Slot([inner[-1]], "poss" if owner else "inner")


def noun_phrase(parse: Parse, u: int, *, pair: bool = False) -> tuple[Slot | None, int]:
    """Read the noun phrase that starts at unit ``u`` with its coordination.

    Args:
        pair: It must be a list ("between A and B"), so that a verb after it does not split it.

    Returns:
        The actors that it names (None for none) and the unit after it.
    """
    n = len(parse.tags)
    end = chunk_right(parse, u)
    slot = actors_in_chunk(parse, u, end) if end > u else None
    if slot is None and end < n and parse.words[end] == "of":
        inner_end = chunk_right(parse, end + 1)
        inner = actors_in_chunk(parse, end + 1, inner_end) if inner_end > end + 1 else None
        if inner and end > u:
            slot, end = Slot(inner.mentions, "of"), inner_end
    if slot is None:
        return None, end
    while end < n:  # A, B and C; A as well as B
        nxt = end
        while nxt < n and (parse.tags[nxt] in ",C" or parse.words[nxt] in ("as", "well", "along", "together", "with")) and nxt - end < 4:
            nxt += 1
        if nxt == end or (parse.words[nxt - 1] == "with" and nxt - end < 2) or not any(
            parse.tags[k] in ",C" or parse.words[k] in ("well", "along", "together") for k in range(end, nxt)
        ):
            break
        more_end = chunk_right(parse, nxt)
        more = actors_in_chunk(parse, nxt, more_end) if more_end > nxt else None
        if more is None or more.how != "head" or (more_end < n and parse.tags[more_end] in "VXM" and not pair):
            break
        if parse.tags[end] == "," and nxt - end == 1 and not _list_goes_on(parse, more_end):
            break
        slot.mentions = slot.mentions + more.mentions
        end = more_end
    return slot, end


def _list_goes_on(parse: Parse, u: int) -> bool:
    """A comma joins a list only where a coordinator comes later: "A, B and C"."""
    for k in range(u, min(u + 24, len(parse.tags))):
        if parse.tags[k] == "C" and parse.words[k] in ("and", "or"):
            return True
        if parse.tags[k] not in "A,NDP'":
            return False
    return False


def subject_of(parse: Parse, group: VerbGroup, depth: int = 0) -> tuple[Slot | None, str]:
    """Find who is the subject of a verb group.

    Returns:
        The slot (None where no actor is) and how it was found: direct, comma, relative, shared, control, participle, none.
    """
    u = group.start - 1
    u = _skip_back(parse, u, "BGq" if group.infinitive else "Bq")
    if u < 0:
        return _main_subject_right(parse, group, depth)
    tag = parse.tags[u]
    if group.infinitive:
        return _control(parse, group, u, depth)
    if tag == "R" or (tag == "S" and parse.words[u] == "that" and u and parse.tags[u - 1] in "AN,"):
        return _antecedent(parse, u), "relative"
    if parse.kind[group.verb] == "ing" and not group.progressive:
        if tag == "P" and parse.words[u] in _OBJECT_DOES:
            done_to = _object_before(parse, u - 1)
            if done_to:
                return done_to, "control"
        if tag in "P,SC" or tag == ";":
            return _shared(parse, group, u, depth, "participle")
    if tag == "C":
        return _shared(parse, group, u, depth, "shared")
    if tag == ",":
        return _over_comma(parse, group, u, depth)
    if tag == "O":
        return None, f"pronoun:{parse.words[u]}"
    if tag in "AN'P":
        slot = _with_owner(parse, _phrase_left(parse, u)[0], u)
        return (slot, "direct") if slot else (None, "none")
    if tag == "S" and parse.kind[group.verb] == "past":
        return None, "none"
    if tag == "V":  # "denied invading", "began shelling"
        return _shared(parse, group, u + 1, depth, "shared")
    return _shared(parse, group, u, depth, "shared") if tag == ";" else (None, "none")


# "accused X of attacking", "stopped X from entering": the object does it; "met X after visiting": the subject.
_OBJECT_DOES = frozenset("of for from into over with".split())


def _object_before(parse: Parse, u: int) -> Slot | None:
    """Return the actors of the object that ends at unit ``u``, where it is one of an active verb."""
    k = _skip_back(parse, u, "ANDB'")
    if k == u or k < 0 or parse.tags[k] != "V" or verb_group(parse, k).passive:
        return None
    return noun_phrase(parse, k + 1)[0]


def _phrase_left(parse: Parse, u: int) -> tuple[Slot | None, bool]:
    """Read the noun phrase that ends at unit ``u``: its head is the leftmost chunk, over prepositions and lists."""
    heads: list[tuple[int, int]] = []
    k = u
    while k >= 0:
        start = chunk_left(parse, k)
        heads.append((start, k + 1))
        before = start - 1
        if before >= 1 and parse.tags[before] == "P" and parse.tags[before - 1] in "AN'" and parse.words[before] not in ("by",):
            k = before - 1
            heads = [] if parse.words[before] != "of" or actors_in_chunk(parse, chunk_left(parse, k), k + 1) else heads[-1:]
            continue
        break
    if not heads:
        return None, False
    start, end = heads[-1]
    slot = actors_in_chunk(parse, start, end)
    if slot is None and len(heads) > 1:
        inner = actors_in_chunk(parse, *heads[0])
        return (Slot(inner.mentions, "of"), True) if inner else (None, False)
    if slot is None:
        return None, False
    before = start - 1
    if slot.how == "head" and before >= 1 and parse.tags[before] == "C" and parse.words[before] in ("and", "or", "&"):
        left = _list_left(parse, before - 1)
        if parse.tags[before - 1] != "," or len(left) > 1:  # "A met B, and C met D": a new clause, no list
            slot.mentions = left + slot.mentions
    return slot, True


def _list_left(parse: Parse, u: int) -> list[Any]:
    """Collect the actors of a list that ends before its "and": "A, B" in "A, B and C"."""
    out: list[Any] = []
    while u >= 0:
        if parse.tags[u] == ",":
            u -= 1
        start = chunk_left(parse, u)
        if start > u or u < 0:
            break
        slot = actors_in_chunk(parse, start, u + 1)
        if slot is None or slot.how != "head":
            break
        out = slot.mentions + out
        if start == 0 or parse.tags[start - 1] != ",":
            break
        u = start - 2
    return out


def _with_owner(parse: Parse, slot: Slot | None, u: int) -> Slot | None:
    """Add whose they are: "X, whose forces attacked"."""
    before = chunk_left(parse, u) - 1
    if before > 0 and parse.words[before] == "whose":
        owner = _antecedent(parse, before)
        return Slot((slot.mentions if slot else []) + owner.mentions, slot.how if slot else owner.how) if owner else slot
    return slot


def _antecedent(parse: Parse, u: int) -> Slot | None:
    k = _skip_back(parse, u - 1, "Bq,P")
    if k < 0 or parse.tags[k] not in "AN'":
        return None
    slot, _ = _phrase_left(parse, k)
    if parse.words[u] == "whose" and slot:
        return Slot(slot.mentions, "poss")
    return slot


def _over_comma(parse: Parse, group: VerbGroup, u: int, depth: int) -> tuple[Slot | None, str]:
    """The subject before an insertion between commas: "X, the head of Y, met"."""
    k = u - 1
    while k > 0 and parse.tags[k] != ",":
        if parse.tags[k] in ";":
            return None, "none"
        k -= 1
    opener = parse.tags[k + 1] if k + 1 < u else ""
    if k > 0 and parse.tags[k] == ",":
        verbs_inside = any(parse.tags[i] == "V" and parse.kind[i] in ("past", "s") for i in range(k + 1, u))
        if not verbs_inside or opener in "RS" or parse.tags[k - 1] == "A":
            slot, _ = _phrase_left(parse, k - 1) if parse.tags[k - 1] in "AN'" else (None, False)
            if slot:
                return slot, "comma"
    return _shared(parse, group, u, depth, "shared")


def _shared(parse: Parse, group: VerbGroup, u: int, depth: int, how: str) -> tuple[Slot | None, str]:
    """The subject of the nearest finite verb on the left, shared by a coordinated or participial verb."""
    if depth > 3:
        return None, "none"
    k = u - 1
    while k >= 0:
        if parse.tags[k] == "V" and parse.kind[k] in ("past", "s", "base", "part"):
            earlier = verb_group(parse, k)
            if not (parse.kind[k] == "part" and not earlier.perfect and earlier.start == k):
                slot, _ = subject_of(parse, earlier, depth + 1)
                return slot, how
        if parse.tags[k] == ";" and how == "shared":
            break
        k -= 1
    return _main_subject_right(parse, group, depth) if how == "participle" else (None, "none")


def _main_subject_right(parse: Parse, group: VerbGroup, depth: int) -> tuple[Slot | None, str]:
    """The subject of the first finite verb on the right: "Speaking in Paris, X said"."""
    if depth > 3 or parse.kind[group.verb] not in ("ing", "part", "past"):
        return None, "none"
    comma = next((k for k in range(group.verb, len(parse.tags)) if parse.tags[k] == ","), -1)
    if comma < 0:
        return None, "none"
    slot, _ = noun_phrase(parse, comma + 1)
    return (slot, "participle") if slot else (None, "none")


def _control(parse: Parse, group: VerbGroup, u: int, depth: int) -> tuple[Slot | None, str]:
    """The subject of an infinitive: the governor's object where it has one, else the governor's subject."""
    if depth > 3:
        return None, "none"
    aux = _skip_back(parse, u, "NB")
    if aux >= 0 and parse.tags[aux] == "X":  # "X was to meet", "X is due to meet", "X has yet to meet"
        slot, _ = subject_of(parse, VerbGroup(aux, _group_start(parse, aux)), depth + 1)
        return slot, "control"
    governor = governor_of(parse, group)
    if governor < 0:
        return None, "none"
    if parse.tags[u] in "AN'":
        slot, _ = noun_phrase(parse, governor + 1)
        if slot and parse.tags[governor] == "V":
            return slot, "control"
    if parse.tags[governor] == "V":
        slot, _ = subject_of(parse, verb_group(parse, governor), depth + 1)
        return slot, "control"
    return None, "none"


def _group_start(parse: Parse, u: int) -> int:
    """Return the first unit of the auxiliaries that end at unit ``u``."""
    while u > 0 and parse.tags[u - 1] in "XMGB":
        u -= 1
    return u


def governor_of(parse: Parse, group: VerbGroup) -> int:
    """Return the unit of the verb that governs an infinitive or gerund, or -1."""
    k = group.start - 1
    while k >= 0:
        if parse.tags[k] == "V":
            return k
        if parse.tags[k] in ";S" or (parse.tags[k] in "R" and k < group.start - 1):
            return -1
        k -= 1
    return -1


def complements(parse: Parse, u: int) -> tuple[Slot | None, dict[str, Slot]]:
    """Read what follows a word from unit ``u`` on within its clause.

    Returns:
        The direct object's actors (None for none), and the actors after each preposition.
    """
    n = len(parse.tags)
    obj: Slot | None = None
    after: dict[str, Slot] = {}
    u = _skip(parse, u, "Bq")
    if u < n and parse.tags[u] in "ADN'":
        obj, u = noun_phrase(parse, u)
    steps = 0
    while u < n and steps < 40:
        steps += 1
        tag = parse.tags[u]
        if tag == "P":
            slot, nxt = noun_phrase(parse, u + 1, pair=parse.words[u] in ("between", "among"))
            if slot and parse.words[u] not in after:
                after[parse.words[u]] = slot
            u = max(nxt, u + 1)
        elif tag in "NABqD'":
            u += 1
        elif tag == "," and u + 1 < n and parse.tags[u + 1] in "PB":
            u += 1
        elif tag == "C" and u + 1 < n and parse.tags[u + 1] == "P":
            u += 1
        else:
            break
    return obj, after
