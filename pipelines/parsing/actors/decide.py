"""Whether a candidate is an actor of the article: it acts or is acted on, and is not only mentioned.

What belongs here: the cues and the linear model over them. What does not: the weights (``actor_weights.csv``, fitted by
``benchmarks/fit_actor_weights.py`` and reviewed) and anything about single engagements.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from math import exp, fsum, log
from sys import intern

from pipelines.parsing.actors.context import act_before, in_post, word_after, word_before
from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.reference import Reference

Cues = dict[str, float]
ANY = "any"
WORD_MARKS = "<>~="  # how cues begin that are words
_ENOUGH = 10  # mentions read of one candidate; more tell no more
_NEAR = 6  # words read on either side of a mention
_CLOSED = frozenset(
    "by with against between and or to of for from on in at that as like including than while when if but told tell "
    'according about among over after before around behind under both because where whether since until , ( " : - '
    "is was are were be been has have had".split()
)


def scores(scan: Scan, candidates: list[Candidate], reference: Reference) -> list[float]:
    """Return for each candidate the probability that it is an actor of the article."""
    weights = reference.compiled(actor_model)
    company = crowd(scan, candidates)
    return [
        _probability(_facts(scan, c, company), _words_around(scan, c), weights.get(judged_as(c), _NONE))
        if weights
        else 1.0
        for c in candidates
    ]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one kind of candidate: of facts by name, of words by the mark of where they stand."""

    facts: dict[str, float]
    words: dict[str, dict[str, float]]


_AROUND = "<>~"  # right before a mention, right after it, near it
_NONE = Weights({}, {mark: {} for mark in _AROUND})


def actor_model(reference: Reference) -> dict[str, Weights]:
    """Return the weights of each kind: those of ``any`` kind, and its own added to them."""
    table: dict[str, dict[str, float]] = {}
    for row in reference.rows("actor_weights"):
        table.setdefault(row["judged_as"], {})[row["cue"]] = float(row["weight"])
    shared = table.pop(ANY, {})
    return {
        kind: _by_mark(shared | {cue: weight + shared.get(cue, 0.0) for cue, weight in own.items()})
        for kind, own in table.items()
    }


def _by_mark(weights: dict[str, float]) -> Weights:
    words: dict[str, dict[str, float]] = {mark: {} for mark in _AROUND}
    for cue, weight in weights.items():
        if cue[0] in _AROUND:
            words[cue[0]][intern(cue[1:])] = weight
    return Weights({cue: weight for cue, weight in weights.items() if cue[0] not in _AROUND}, words)


def _probability(found: Cues, around: dict[str, set[str]], weights: Weights) -> float:
    known = weights.facts
    told = [known[cue] * value for cue, value in found.items() if cue in known]
    for mark, words in around.items():
        told += filter(None, map(weights.words[mark].get, words))
    total = fsum(told)
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


@dataclass(frozen=True, slots=True)
class Company:
    """What the article holds beside a candidate.

    Attributes:
        most: For each candidate (by ``id``) how many candidates its fullest sentence names.
        mentions: Mentions of the candidate that has most.
        kin: For each country the cues of the kinds (of bodies with sectors) of its candidates, with their number.
    """

    most: dict[int, int]
    mentions: int
    kin: dict[str, Counter[str]]


def crowd(scan: Scan, candidates: list[Candidate]) -> Company:
    """Return what the candidates of an article are to each other."""
    sentences: dict[int, set[int]] = {}
    for candidate in candidates:
        for mention in candidate.mentions:
            sentences.setdefault(scan.sentence_of[mention.token_start], set()).add(id(candidate))
    most: dict[int, int] = {}
    for named in sentences.values():
        size = len(named)
        for key in named:
            if most.get(key, 0) < size:
                most[key] = size
    kin: dict[str, Counter[str]] = {}
    for candidate in candidates:
        if candidate.country:
            kin.setdefault(candidate.country, Counter())[_kin_kind(candidate)] += 1
    return Company(most, max((len(c.mentions) for c in candidates), default=1), kin)


def _kin_kind(candidate: Candidate) -> str:
    kind = candidate.kind
    return f"kin_{kind}_{candidate.sector}" if kind == "organization" else f"kin_{kind}"


def judged_as(candidate: Candidate) -> str:
    """Return the kind of candidate that has weights of its own: the actor's kind, or how little is known of it."""
    if candidate.kind == "person" and not candidate.words:
        return "unnamed"
    if candidate.kind == "organization" and candidate.sector == "JRN":
        return "press"
    if candidate.kind == "organization" and not candidate.registry_id:
        if candidate.method in ("single", "weak", "acronym"):
            return "unknown"
        return "named" if candidate.name[:1].isupper() and candidate.name.split()[-1][0].isupper() else "institution"
    return candidate.kind


def cues(scan: Scan, candidate: Candidate, company: Company) -> Cues:
    """Return the cues of one candidate: name of the cue to its strength (0 is left out); ``company`` from ``crowd``."""
    around = _words_around(scan, candidate)
    return _facts(scan, candidate, company) | {f"{mark}{word}": 1.0 for mark in around for word in around[mark]}


def _facts(scan: Scan, candidate: Candidate, company: Company) -> Cues:
    real = [m for m in candidate.mentions if not m.is_pronoun]
    found: Cues = {"bias": 1.0, "mentions": log(len(real) or 1), f"sector_{candidate.sector or 'none'}": 1.0}
    found[f"method_{candidate.method}"] = 1.0
    seen: dict[str, int] = {}
    for mention in real[:_ENOUGH]:
        for cue in _mention_cues(scan, mention):
            seen[cue] = seen.get(cue, 0) + 1
    size = min(len(real), _ENOUGH)
    for cue, count in seen.items():
        any_name, all_name = _names_of(cue)
        found[any_name] = 1.0
        found[all_name] = count / size
    found["company"] = log(company.most[id(candidate)])
    found["share"] = len(candidate.mentions) / company.mentions
    own = _kin_kind(candidate)
    for kind, count in company.kin.get(candidate.country, {}).items():
        if count > 1 or kind != own:
            found[kind] = 1.0
    for find in candidate.owned:
        found[f"owns_{find.sector or 'none'}"] = found[f"owns_{find.kind}"] = 1.0
        found[f"owned_{find.kind}_{_verb_class(scan, word_after(scan, find.end))}"] = 1.0
        found[f"owned_{find.kind}_act_{act_before(scan, find.start)}"] = 1.0
    if candidate.kind == "group" or candidate.method == "head_noun":
        found[f"noun_{candidate.noun}"] = 1.0
    for word in candidate.name.lower().split()[-2:]:
        found[f"={word}"] = 1.0
    starts = [m.token_start for m in real]
    in_body = [start for start in starts if start >= scan.title_end]
    found["late"] = min(in_body, default=0) / max(1, scan.size)
    found["in_title"] = float(len(in_body) < len(starts))
    found["has_country"] = float(bool(candidate.country))
    found["in_registry"] = float(bool(candidate.registry_id))
    found["has_owner"] = float(candidate.has_owner)
    found["has_post"] = float(bool(candidate.posts))
    found["pronouns"] = log(1 + len(candidate.mentions) - len(real))
    found["one_word"] = float(" " not in candidate.name)
    return found


def _words_around(scan: Scan, candidate: Candidate) -> dict[str, set[str]]:
    """Return the words around a candidate's mentions, each within its sentence, by the mark of where they stand."""
    lowers = scan.lowers
    around: dict[str, set[str]] = {mark: set() for mark in _AROUND}
    for m in [m for m in candidate.mentions if not m.is_pronoun][:_ENOUGH]:
        first, end = scan.doc.sentences[scan.sentence_of[m.token_start]]
        before = lowers[max(first, m.token_start - _NEAR) : m.token_start]
        after = lowers[m.token_end : end if m.token_end + _NEAR > end else m.token_end + _NEAR]
        around["<"].add(before[-1] if before else "")
        around[">"].add(after[0] if after else "")
        around["~"].update(before, after)
    return around


def _verb_class(scan: Scan, word: str) -> str:
    """Return what kind of verb a word is: ``speaks``, ``auxiliary``, ``acts``, ``verb``, or nothing."""
    lex = scan.lex
    if word in lex.speech:
        return "speaks"
    if word in lex.auxiliaries:
        return "auxiliary"
    return "acts" if word in lex.acts else "verb" if word in lex.verbs else ""


_ARTICLES = frozenset(
    (
        "the",
        "a",
        "an",
        "his",
        "her",
        "their",
        "its",
        "some",
        "other",
        "these",
        "those",
        "all",
        "any",
        "no",
        "many",
        "more",
    )
)
_QUANTITIES = frozenset(
    "two three four five six seven eight nine ten several dozens hundreds thousands many some most more".split()
)


_CREDITED = frozenset(("/", "|", "@", "contributed"))
_CREDITING = frozenset(("/", "|", "@", "©"))


def _is_credit(scan: Scan, m: Mention) -> bool:
    """Say whether a name stands in a credit: "Name/Agency", "Name (@handle)", "contributed to this report"."""
    end, words = m.token_end, scan.words
    if end >= scan.size:
        return False
    if scan.lowers[end] in _CREDITED or (m.token_start and words[m.token_start - 1] in _CREDITING):
        return True
    return words[end] == "(" and words[end + 1 : end + 2] == ["@"]


@cache
def _names_of(cue: str) -> tuple[str, str]:
    """Return the names of a mention's cue over all of a candidate's mentions: it holds of any, of what share."""
    return f"any{cue[1:]}", f"all{cue[1:]}"


def _mention_cues(scan: Scan, m: Mention) -> list[str]:
    if m.attributive:
        return ["m_attributive"]
    lex = scan.lex
    found = []
    after = word_after(scan, m.token_end)
    if m.possessive:
        found.append("m_possessive")
    elif does := _verb_class(scan, after):
        found.append(f"m_{does}")
    if act := act_before(scan, m.token_start):
        found.append(f"m_act_{act}")
    if m.method == "registry" and scan.lowers[m.token_end - 1] in lex.holders:
        found.append("m_by_members")
    if m.plural and m.method == "demonym":
        found.append("m_people")
    if m.is_place_like:
        found.append("m_place")
    if m.method == "head_noun":
        found.append("m_described")
    if in_post(scan, m.token_start):
        found.append("m_in_post")
    if _is_credit(scan, m):
        found.append("m_credit")
    before = word_before(scan, m.token_start)
    if m.token_start and (word := scan.lowers[m.token_start - 1]) in _ARTICLES:
        found.append(f"m_det_{word}")
    if scan.lowers[m.token_start] in _QUANTITIES:
        found.append("m_quantity")
    press = scan.by_end.get(m.token_start - 1)
    if before in ("'s", "'", "’") and press is not None and press.sector == "JRN":
        found.append("m_press_person")
    if before in _CLOSED:
        found.append(f"m_after_{before}")
    elif before in lex.verbs:
        found.append("m_object")
    elif scan.has("locative", before):
        found.append("m_after_in")
    elif not before:
        found.append("m_opens")
    return found
