"""The word lists of actor recognition, compiled from the reference tables.

What belongs here: turning rows into lookups. What does not: deciding what a stretch of text is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from pipelines.parsing.reference import Reference
from pipelines.parsing.words.inflection import inflect, spellings

V = TypeVar("V")
_POSSESSIVE = re.compile(r"(?<=\w)('s?)(?!\w)")


@dataclass(frozen=True, slots=True)
class Title:
    """A title: ``honorific``, ``rank`` or ``post``; ``alone`` where it can stand for its holder."""

    text: str
    kind: str
    sector: str
    gender: str
    alone: bool


@dataclass(frozen=True, slots=True)
class OrgHead:
    """The noun that makes a name an organization's; ``common`` where it does so in lower case too, ``needs_owner``
    where it does so only after whose it is ("Russian intelligence").
    """

    text: str
    sector: str
    common: bool
    needs_owner: bool


@dataclass(frozen=True, slots=True)
class NamesakePlace:
    """The words of a text that tell a state from a place elsewhere of its name."""

    here: frozenset[str]
    elsewhere: frozenset[str]


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """A noun for people or states that act together."""

    text: str
    sector: str
    kind: str
    plural: bool


class Phrases(Generic[V]):
    """Phrases of one or more words with a value each, found longest first."""

    __slots__ = ("by_first",)

    def __init__(self, items: Iterable[tuple[str, V]]) -> None:
        """Index phrases by their first word; words are apart by spaces, and so is an apostrophe that ends one."""
        index: dict[str, list[tuple[tuple[str, ...], V]]] = {}
        for phrase, value in items:
            words = tuple(_POSSESSIVE.sub(r" \1", phrase).split())
            index.setdefault(words[0], []).append((words[1:], value))
        self.by_first = {first: sorted(rest, key=lambda r: -len(r[0])) for first, rest in index.items()}

    def at(self, lowers: list[str], start: int, end: int) -> tuple[int, V] | None:
        """Return (end, value) of the longest phrase that starts at a token, the stops of abbreviations passed over."""
        options = self.by_first.get(lowers[start]) if start < len(lowers) else None
        if options is None:
            return None
        for rest, value in options:
            i = start + 1
            for word in rest:
                if i < end and lowers[i] == ".":
                    i += 1
                if i >= end or lowers[i] != word:
                    break
                i += 1
            else:
                return i, value
        return None


@dataclass(frozen=True, slots=True)
class ActorLexicon:
    """All word lists, ready for lookup by lower-case token."""

    titles: Phrases[Title]
    abbreviations: dict[str, str]
    org_heads: Phrases[OrgHead]
    groups: Phrases[GroupNoun]
    portfolios: Phrases[str]
    offices: dict[str, frozenset[str]]
    state_leaders: dict[str, list[tuple[str, str, str]]]
    not_names: Phrases[str]
    namesake_places: dict[str, NamesakePlace]
    post_words: frozenset[str]
    given: dict[str, str]
    ambiguous_given: frozenset[str]
    short_forms: dict[str, frozenset[str]]
    particles: frozenset[str]
    hyphen_particles: frozenset[str]
    verbs: frozenset[str]
    past_verbs: frozenset[str]
    speech: frozenset[str]
    auxiliaries: frozenset[str]
    holders: frozenset[str]
    openers: frozenset[str]
    acts: frozenset[str]
    act_nouns: frozenset[str]
    addresses: frozenset[str]
    words: dict[str, frozenset[str]]


def build_lexicon(reference: Reference) -> ActorLexicon:
    """Compile the word lists of a reference."""
    words: dict[str, set[str]] = {}
    for row in reference.rows("actor_words"):
        words.setdefault(row["word_class"], set()).add(row["word"])
    given = reference.rows("given_names")
    described = (
        ("titles", "title"),
        ("org_heads", "head"),
        ("group_nouns", "noun"),
        ("group_nouns", "singular"),
        ("portfolios", "portfolio"),
    )
    particles = reference.rows("name_particles")
    finite, past, speech = _verbs(reference)
    return ActorLexicon(
        titles=Phrases((r["title"], _title(r)) for r in reference.rows("titles")),
        abbreviations={r["abbreviation"]: r["title"] for r in reference.rows("title_abbreviations")},
        org_heads=Phrases(
            (r["head"], OrgHead(r["head"], r["sector"], bool(r["common"]), r["common"] == "owner"))
            for r in reference.rows("org_heads")
        ),
        groups=Phrases(_groups(reference)),
        portfolios=Phrases((r["portfolio"], r["sector"]) for r in reference.rows("portfolios")),
        offices=_offices(reference),
        state_leaders=_state_leaders(reference),
        not_names=Phrases((r["word"], r["why"]) for r in reference.rows("not_names")),
        namesake_places={r["name"]: _namesake_place(r) for r in reference.rows("namesake_places")},
        post_words=frozenset(r["word"] for r in reference.rows("post_modifiers")),
        given={r["given_name"]: r["gender"] for r in given},
        ambiguous_given=frozenset(r["given_name"] for r in given if r["ambiguous"]),
        short_forms=_short_forms(reference),
        particles=frozenset(r["particle"] for r in particles if r["joins"] == "inside"),
        hyphen_particles=frozenset(r["particle"] for r in particles),
        verbs=finite,
        past_verbs=past,
        speech=speech,
        auxiliaries=frozenset(words.get("auxiliary", ())),
        holders=_holders(reference),
        openers=frozenset(r[c].split()[0] for table, c in described for r in reference.rows(table) if r[c]),
        acts=_acts(reference),
        act_nouns=_act_nouns(reference),
        addresses=_addresses(reference),
        words={name: frozenset(members) for name, members in words.items()},
    )


def _act_nouns(reference: Reference) -> frozenset[str]:
    """Return the nouns with which wordings begin, but for those of people: in "fighters stormed X" they do it."""
    people = {row["noun"] for row in reference.rows("group_nouns") if row["singular"]}
    return frozenset(_heads(reference, "n")) - people


def _short_forms(reference: Reference) -> dict[str, frozenset[str]]:
    """Return for each given name its short forms, and for each short form the names it is short for."""
    found: dict[str, set[str]] = {}
    for row in reference.rows("short_given_names"):
        for one, other in ((row["short"], row["given_name"]), (row["given_name"], row["short"])):
            found.setdefault(one, set()).add(other)
    return {name: frozenset(others) for name, others in found.items()}


def _namesake_place(row: dict[str, str]) -> NamesakePlace:
    return NamesakePlace(
        frozenset(row["state_cues"].lower().split(";")), frozenset(row["place_cues"].lower().split(";"))
    )


_AS_A_RULE = 6  # of ten uses


def _title(row: dict[str, str]) -> Title:
    return Title(row["title"], row["title_kind"], row["sector"], row["gender"], row["alone"] == "1")


def _offices(reference: Reference) -> dict[str, frozenset[str]]:
    """Return for each title the offices that it may mean: "premier" and "prime minister" are one."""
    rows = reference.rows("offices")
    return {t: frozenset(r["office"] for r in rows if r["title"] == t) for t in {r["title"] for r in rows}}


def _state_leaders(reference: Reference) -> dict[str, list[tuple[str, str, str]]]:
    """Return by state which office leads it from when to when, where that is not its president's."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for row in reference.rows("state_leaders"):
        found.setdefault(row["country_iso3"], []).append((row["office"], row["valid_from"], row["valid_to"]))
    return found


def _groups(reference: Reference) -> Iterable[tuple[str, GroupNoun]]:
    for row in reference.rows("group_nouns"):
        yield row["noun"], GroupNoun(row["noun"], row["sector"], row["group_kind"], True)
        if row["singular"]:
            yield row["singular"], GroupNoun(row["noun"], row["sector"], row["group_kind"], False)


def _holders(reference: Reference) -> frozenset[str]:
    """Return the nouns for people in a body: the last words of posts, and of groups in the singular and plural."""
    posts = {r["title"].split()[-1] for r in reference.rows("titles") if r["title_kind"] == "post"}
    groups = {r[c].split()[-1] for r in reference.rows("group_nouns") for c in ("noun", "singular") if r[c]}
    return frozenset(posts | groups | {"member", "members"})


def _irregular(reference: Reference) -> dict[str, tuple[str, str]]:
    """Return lemma to past and participle."""
    return {r["lemma"]: (r["past"], r["participle"]) for r in reference.rows("verbs")}


def _acts(reference: Reference) -> frozenset[str]:
    """Return all forms of the verbs that open a wording of an engagement as a rule."""
    irregular = _irregular(reference)
    return frozenset(
        form for head in _heads(reference, "v") for form in inflect(head, *irregular.get(head, ("", ""))).values()
    )


# Done to who governs, never to a place: whoever is thanked, accused, asked.
_TO_GOVERNMENTS = frozenset("SUPPORT ACCUSE REQUEST REJECT THREATEN AID SANCTION CONCEDE".split())


def _addresses(reference: Reference) -> frozenset[str]:
    """Return the words of acts that only governments can be the object of: "thanked", "sanctions", not "attacked"."""
    types: dict[tuple[str, str], Counter[bool]] = {}
    for row in reference.rows("triggers"):
        if row["pos"] in ("v", "n") and int(row["strength"]) >= _AS_A_RULE:
            head = (row["trigger"].split()[0], row["pos"])
            types.setdefault(head, Counter())[row["engagement_type"] in _TO_GOVERNMENTS] += 1
    heads = [head for head, told in types.items() if told[True] > _MOSTLY * told[False]]
    irregular = _irregular(reference)
    verbs = (spellings(inflect(word, *irregular.get(word, ("", "")))) for word, pos in heads if pos == "v")
    return frozenset(form for forms in verbs for _, form in forms) | {word for word, pos in heads if pos == "n"}


_MOSTLY = 8


def _heads(reference: Reference, pos: str) -> set[str]:
    """Return the head words of the wordings that tell an engagement more often than not."""
    rows = reference.rows("triggers")
    return {r["trigger"].split()[0] for r in rows if r["pos"] == pos and int(r["strength"]) >= _AS_A_RULE}


def _verbs(reference: Reference) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return all finite forms, the past forms, and the forms of verbs of saying."""
    finite: set[str] = {r["word"] for r in reference.rows("actor_words") if r["word_class"] == "auxiliary"}
    past: set[str] = set()
    speech: set[str] = set()
    for row in reference.rows("verbs"):
        forms = spellings(inflect(row["lemma"], row["past"], row["participle"]))  # "criticised" beside "criticized"
        finite |= {form for kind, form in forms if kind in ("base", "s", "past")}
        past |= _pasts(forms)
        if "say" in row["governs"].split():
            speech |= {form for _, form in forms}
    told = {form for head in _verb_heads(reference) for form in _pasts(spellings(inflect(head)))}
    told -= _modifiers(reference)
    return frozenset(finite | told), frozenset(past | told), frozenset(speech)


def _pasts(forms: Iterable[tuple[str, str]]) -> set[str]:
    return {form for kind, form in forms if kind == "past"}


def _verb_heads(reference: Reference) -> set[str]:
    """Return the regular verbs that open wordings and stand in no table of verbs: "neutralize militants"."""
    heads = {r["trigger"].split()[0] for r in reference.rows("triggers") if r["pos"] == "v"}
    return heads - {r["lemma"] for r in reference.rows("verbs")}


def _modifiers(reference: Reference) -> set[str]:
    """Return the words that describe people as a rule, whatever verb they are forms of: "armed", "masked"."""
    known = {r["word"] for r in reference.rows("actor_words") if r["word_class"] == "group_modifier"}
    return known | {r["word"] for r in reference.rows("post_modifiers")}
