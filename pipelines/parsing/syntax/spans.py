"""The actors of a text as units for the grammar: one span each, groups folded into whom they belong to, pronouns
resolved.

What belongs here: the bridge from ``actors`` to ``units``. What does not: recognition, and any judgement on acts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from typing import Any

from pipelines.parsing.actors import ActorsFound
from pipelines.parsing.document import Doc
from pipelines.parsing.words.belonging import OF_A_BODY, OF_A_PERSON, OF_A_STATE, OF_ONE_SPOKEN_OF
from pipelines.parsing.words.premodifiers import is_adjective

_HE = frozenset("he she him his her himself herself".split())
_IT = frozenset("it its itself".split())
_THEY = frozenset("they them their themselves".split())
_POSSESSIVE = frozenset("his her its their".split())
_LOOK_BACK, _OFTENEST = 4, 5


@dataclass(slots=True)
class ActorSpan:
    """An actor mention as the engagement side sees it: one unit of a sentence.

    Attributes:
        actor_id: The actor that acts here: the body that a group belongs to, the person that a pronoun stands for.
        named_id: The actor that the words name, where it is another one (the group itself), else the same.
        standing: Probability (0 to 1) that the actor is one of the article's actors at all.
        sector: PLOVER sector of the actor that acts, or empty.
        often: How often the article mentions it: 1 once, 2 twice or so, 3 four times or more ..., 5 at most.
        described: Its last word is a common noun ("its ambassador"), which a wording may ask for.
        fellows: The others whom the same words stand for ("they", "the two leaders"), one span each.
    """

    token_start: int
    token_end: int
    actor_id: int
    named_id: int
    kind: str
    country: str | None
    standing: float = 1.0
    plural: bool = False
    possessive: bool = False
    is_pronoun: bool = False
    is_place_like: bool = False
    attributive: bool = False
    described: bool = False
    sector: str = ""
    often: int = 1
    fellows: tuple[ActorSpan, ...] = ()


def everyone(spans: Iterable[ActorSpan]) -> list[ActorSpan]:
    """Return spans, each followed by its fellows."""
    return [one for span in spans for one in (span, *span.fellows)]


def spans_of(doc: Doc, found: ActorsFound) -> list[ActorSpan]:
    """Return the mentions as spans in order, at each place the longest and no other; pronouns where they resolve."""
    spans: list[ActorSpan] = []
    often = Counter([m.actor_id for m in found.mentions])
    last = 0
    inner: dict[int, Any] = {}
    ordered = sorted(found.mentions, key=lambda m: (m.token_start, -m.token_end))
    for mention in ordered:
        if mention.token_start < last:
            if mention.token_end == spans[-1].token_end and mention.token_start == spans[-1].token_start:
                spans[-1].fellows += (_span(doc, mention, found),)  # "Israeli-Palestinian"
            inner.setdefault(spans[-1].token_start, mention)
            continue
        if is_adjective(doc, mention):
            continue
        spans.append(_span(doc, mention, found))
        last = mention.token_end
    adjectives = {m.token_start for m in found.mentions if m.method == "demonym"}
    for before, span, after in zip([None, *spans], spans, [*spans[1:], None], strict=False):
        owner = inner.get(span.token_start)
        joined = before is not None and _is_joined(doc, before, span, adjectives)
        _fold(doc, span, after if owner is None and _comes_next(doc, span, after) else owner, found, joined=joined)
    for span in everyone(spans):
        span.often = min(often[span.actor_id].bit_length(), _OFTENEST)
    return _with_countries(doc, _with_pronouns(doc, spans), found)


def _span(doc: Doc, mention: Any, found: ActorsFound) -> ActorSpan:
    first, *others = mention.member_of or (mention.actor_id,)
    span = span_of(doc, mention, first, found)
    span.fellows = tuple(span_of(doc, mention, other, found) for other in others)
    return span


def span_of(doc: Doc, mention: Any, actor_id: int, found: ActorsFound) -> ActorSpan:
    """Return a mention of an actor as a span."""
    actor = found.actors[actor_id]
    return ActorSpan(
        mention.token_start,
        mention.token_end,
        actor_id,
        actor_id,
        actor.actor_kind,
        actor.country_iso3,
        found.scores[actor_id],
        mention.plural,
        mention.possessive,
        mention.is_pronoun,
        mention.is_place_like,
        mention.attributive,
        not mention.is_pronoun and doc.words[mention.token_end - 1].islower(),
        actor.sector or "",
    )


def _is_joined(doc: Doc, before: ActorSpan, span: ActorSpan, adjectives: set[int]) -> bool:
    """Say whether a bare adjective stands for people told behind it: "Turkish" in "Turkish and Greek ministers"."""
    bare = before.token_start in adjectives or doc.words[before.token_start].isupper()  # "US"
    beside = span.token_start == before.token_end + 1 and doc.lowers[before.token_end] == "and"
    return bare and beside and before.kind == "state" and span.plural and span.sector in _PUBLIC


_PUBLIC = frozenset(("GOV", "MIL"))  # sectors of those who act for a state


def _fold(doc: Doc, span: ActorSpan, owner: Any, found: ActorsFound, *, joined: bool) -> None:
    if owner is None or owner.actor_id == span.actor_id:
        return
    kind = found.actors[owner.actor_id].actor_kind
    behind = owner.token_end >= span.token_end
    speaks = doc.lowers[span.token_end : span.token_end + 1] == ["for"] if behind else True
    noun = doc.lowers[span.token_end - 1] if speaks else _noun_of(doc, span, owner)
    nouns = OF_ONE_SPOKEN_OF if owner.is_pronoun else OF_A_BODY  # "its forces": who they are, only the owner tells
    of_body = noun in nouns and (owner.is_pronoun or kind in ("organization", "group"))
    whole = kind == "state" and not found.actors[span.actor_id].registry_id  # and not one of its two governments
    of_state = whole and (joined or noun in OF_A_STATE or _are_officials(doc, span, owner, noun))
    of_person = kind == "person" and noun in OF_A_PERSON  # "the senator's office"
    if of_state or of_person or of_body:
        span.actor_id, span.kind, span.standing = owner.actor_id, kind, found.scores[owner.actor_id]
        span.sector = found.actors[owner.actor_id].sector or ""
        others = (owner if isinstance(owner, ActorSpan) else _span(doc, owner, found)).fellows
        span.fellows = tuple(_fellow(span, other) for other in others)


def _fellow(span: ActorSpan, other: ActorSpan) -> ActorSpan:
    """Return another one for whom a group's words stand: "officials of the two countries" are of both."""
    return replace(other, token_start=span.token_start, token_end=span.token_end, is_pronoun=False)


def _comes_next(doc: Doc, span: ActorSpan, after: ActorSpan | None) -> bool:
    """Say whether a group's words lead to those after them: "leaders of Chad", "fighters from the Rangers"."""
    if after is not None and doc.lowers[span.token_end] == "for":  # "a spokesman for X"
        return doc.lowers[span.token_end - 1] in OF_A_PERSON and after.token_start == span.token_end + 1
    if after is None or doc.lowers[span.token_end] not in ("of", "from"):
        return False
    between = doc.lowers[span.token_end + 1 : after.token_start]
    town = doc.lowers[span.token_end] == "from" and after.sector == "" and doc.words[after.token_start].istitle()
    return between == ["the"] or not (between or town)  # "fighters from Zuwara" are no body


def _noun_of(doc: Doc, span: ActorSpan, owner: Any) -> str:
    """Return the noun of a group told by whose it is: "130 members of the Senate"; nothing where more tells who."""
    of = owner.token_start - 1 - (doc.lowers[owner.token_start - 1] == "the")
    told = doc.lowers[span.token_start : of - 1]
    plain = all(word in _HOW_MANY or word.isdigit() for word in told) or bool(getattr(owner, "fellows", ()))
    return doc.lowers[of - 1] if plain and span.kind == "group" and doc.lowers[of] in ("of", "from") else ""


_HOW_MANY = frozenset(
    "the some many several most other all two three four five six seven eight nine ten dozens hundreds scores of top "
    "senior more than a few".split()
)


def _are_officials(doc: Doc, span: ActorSpan, owner: Any, noun: str) -> bool:
    """Say whether a group is a state's officials or leaders, told by nothing more: "senior Chinese officials", but not
    "Chinese trade officials".
    """
    between = doc.lowers[owner.token_end : span.token_end - 1]
    return noun in ("officials", "leaders") and all(word in ("government", "state") for word in between)


def _with_pronouns(doc: Doc, spans: Sequence[ActorSpan]) -> list[ActorSpan]:
    taken = {t for s in spans for t in range(s.token_start, s.token_end)}
    by_sentence: dict[int, list[ActorSpan]] = {}
    for span in spans:
        by_sentence.setdefault(doc.sentence_at(span.token_start), []).append(span)
    out = list(spans)
    for t in compress(range(len(doc.lowers)), map(_PRONOUNS.__contains__, doc.lowers)):
        if t in taken or _stands_for_nothing(doc, t):
            continue
        low, index = doc.lowers[t], doc.sentence_at(t)
        referent = _referent(low, t, index, by_sentence)
        if referent is not None:
            span = replace(
                referent,
                token_start=t,
                token_end=t + 1,
                possessive=low in _POSSESSIVE and low != "her",
                is_pronoun=True,
                is_place_like=False,
                plural=low in _THEY,
                attributive=False,
            )
            out.append(span)
            by_sentence.setdefault(index, []).append(span)
            by_sentence[index].sort(key=lambda s: s.token_start)
    return sorted(out, key=lambda s: s.token_start)


# "It is expected", "it remains unclear", "it has been": what follows an "it" that mostly means nobody.
# "It comes to", "make it clear".
_EMPTY = frozenset(
    "is was 's will would has had seems seemed appears remains takes took became becomes comes came turns turned clear "
    "difficult easier easy hard harder illegal impossible necessary plain possible".split()
)


def _stands_for_nothing(doc: Doc, token: int) -> bool:
    if doc.lowers[token] != "it":
        return False
    return doc.lowers[token - 1] in _BEFORE_THINGS or not _EMPTY.isdisjoint(doc.lowers[token + 1 : token + 2])


# "Part of it", "do it", "about it": mostly an act or a thing that is told of, and nobody.
_BEFORE_THINGS = frozenset("about at by do does doing did done for from in into made make of on over to with".split())


_PRONOUNS = _HE | _IT | _THEY


def _with_countries(doc: Doc, spans: list[ActorSpan], found: ActorsFound) -> list[ActorSpan]:
    """Let "his country", "whose nation" be the state of the person of whom it is told, where the text names it."""
    if _LANDS.isdisjoint(doc.lowers):
        return spans
    states = {a.country_iso3: n for n, a in reversed(list(enumerate(found.actors))) if a.actor_kind == "state"}
    out: list[ActorSpan] = []
    for span in spans:
        land = span.token_end + (doc.lowers[span.token_end : span.token_end + 1] == ["own"])
        whose = doc.lowers[span.token_end : span.token_end + 3]
        state = states.get(span.country) if span.kind == "person" else None
        if state is None or span.country is None:
            out.append(span)
        elif span.is_pronoun and span.possessive and doc.lowers[land : land + 1] in _LAND:
            out.append(_state(doc, span.token_start, land + 1, state, found))
        else:
            out.append(span)
            if whose[:2] == [",", "whose"] and whose[2:] in _LAND:
                out.append(_state(doc, span.token_end + 2, span.token_end + 3, state, found))
    return out


_LANDS = frozenset(("country", "nation"))
_LAND = [[word] for word in _LANDS]


def _state(doc: Doc, start: int, end: int, actor_id: int, found: ActorsFound) -> ActorSpan:
    actor = found.actors[actor_id]
    standing, country = found.scores[actor_id], actor.country_iso3
    return ActorSpan(start, end, actor_id, actor_id, "state", country, standing, sector=actor.sector or "")


def _referent(low: str, token: int, index: int, by_sentence: dict[int, list[ActorSpan]]) -> ActorSpan | None:
    """Return what a pronoun stands for: the first fitting actor of this sentence before it, else of the sentences
    before.
    """
    fits = _fits_he if low in _HE else _fits_it if low in _IT else _fits_they
    here = [s for s in by_sentence.get(index, ()) if s.token_start < token and fits(s)]
    if here:
        return here[0]
    for back in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        before = [s for s in by_sentence.get(back, ()) if fits(s)]
        if before:
            return before[0]
    return None


def _fits_he(span: ActorSpan) -> bool:
    return span.kind == "person" and not span.plural


def _fits_it(span: ActorSpan) -> bool:
    return span.kind in ("organization", "state") and not span.is_place_like and not span.attributive


def _fits_they(span: ActorSpan) -> bool:
    return (span.kind == "group" or span.plural) and not span.is_place_like
