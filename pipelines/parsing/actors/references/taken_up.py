"""Words for a body, a crowd or a state named before: "the militants", "the terror group", "the group", "the country".

What belongs here: finding which such words take up, and only where one alone can be meant, or a list of them ("the
companies"). What does not: other words for several actors (``collectives``), bodies taken up by a noun of their own
name (``book``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.both import joined
from pipelines.parsing.actors.references.collectives import DESCRIBING, mention_of, told_by_name
from pipelines.parsing.actors.references.undergoing import outside_doers
from pipelines.parsing.actors.scan import Scan

_BACK, _FAR = 4, 8  # sentences back to a body; to the rebels of an article
_MODIFIERS = 3  # words, the noun among them
_NEAR = 3  # to a state
_INSIDE = frozenset("in of across around from into inside outside throughout within".split())
_CHARGING = frozenset("accuse accused accuses accusing suspect suspected suspects".split())
_NO_GROUP = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "IGO", "JRN", "PTY"))


def body_at(scan: Scan, candidates: list[Candidate], named: dict[int, list[Mention]], token: int) -> Mention | None:
    """Return the mention of the body that "the militants", "the terror group", "the company" at a token takes up: the
    last one of that sort that the sentences before name, if it is the only one there; else None.
    """
    start = _definite(scan, token)
    if start < 0 or _is_described(scan, start, token):
        return None
    sentence = scan.sentence_of[token]
    if scan.has("state_noun", scan.lowers[token]):
        return _state_at(scan, candidates, named, start, token)
    fits, rebels = _sort_meant(scan, start, token)
    if not rebels and _is_known(candidates, named.get(sentence, []), token):
        return None
    land = next((find.country for find in map(scan.by_start.get, range(start, token)) if find is not None), "")
    for back in range(_FAR if rebels and not land else _BACK):
        here = [m for m in named.get(sentence - back, ()) if m.token_end <= start]
        meant = (m for m in here if not land or candidates[m.actor_id].country == land)
        bodies = told_by_name(candidates, [m for m in meant if fits(candidates[m.actor_id])])
        if bodies:
            known = any(m.token_end == token + 1 and m.actor_id in bodies for m in named.get(sentence, ()))
            return mention_of(scan, start, token + 1, tuple(bodies)) if len(bodies) == 1 and not known else None
    return None


def _is_described(scan: Scan, start: int, noun: int) -> bool:
    """Say whether more is told of whom a phrase means; "accused the country of lying" tells no more of it."""
    charged = start > 1 and scan.lowers[start - 2] in _CHARGING
    return not charged and not DESCRIBING.isdisjoint(scan.lowers[noun + 1 : noun + 2])


def bodies_at(scan: Scan, candidates: list[Candidate], named: dict[int, list[Mention]], token: int) -> Mention | None:
    """Return the mention of the bodies that "the companies", "the airlines" at a token takes up: those that "and" joins
    in a sentence shortly before, unless some are told there by this very noun; else None.
    """
    start, one = _definite(scan, token), _singular(scan.lowers[token])
    if start < 0 or _is_described(scan, start, token):
        return None
    fits = next((fits for name, fits in _SORTS.items() if scan.has(name, one)), _is_private)
    fits = _is_business if fits is _is_company else fits
    for back in range(1, _JOINED_BACK + 1):
        here = named.get(scan.sentence_of[token] - back, [])
        if any(scan.lowers[m.token_end - 1] in (one, scan.lowers[token]) for m in here):
            return None  # "a dozen tech companies"
        lists = (joined(scan, here, m) for m in here)
        members = next((ids for ids in lists if len(ids) > 1 and all(fits(candidates[n]) for n in ids)), ())
        if members:
            return mention_of(scan, start, token + 1, members)
    return None


_JOINED_BACK = 2  # sentences


def _singular(noun: str) -> str:
    return noun.removesuffix("ies") + "y" if noun.endswith("ies") else noun.removesuffix("s")


def nouns_for_bodies(words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return the plurals of the nouns for companies, papers, charities and groups in the classes of ``actor_words``."""
    classes = ("charity_noun", "company_noun", "media_noun")
    ones = frozenset(("group",)).union(*(words.get(name, ()) for name in classes))
    return frozenset(one[:-1] + "ies" if one.endswith("y") else one + "s" for one in ones)


def _state_at(
    scan: Scan, candidates: list[Candidate], named: dict[int, list[Mention]], start: int, noun: int
) -> Mention | None:
    """Return the mention of the one state that this sentence or the nearest before names, where "the country" acts or
    is acted on; None where it is a place.
    """
    sentence = scan.sentence_of[noun]
    doers = outside_doers(scan, named.get(sentence, ()), start)
    acts = "".join(scan.lowers[noun + 1 : noun + 2]) in scan.lex.verbs and scan.lowers[start - 2] not in _INSIDE
    if not (acts or doers):
        return None
    for back in range(_NEAR):
        here = [m for m in named.get(sentence - back, ()) if m.token_end <= start]
        states = {m.actor_id for m in here if candidates[m.actor_id].kind == "state"} - {*doers}
        if states:
            return mention_of(scan, start, noun + 1, tuple(states)) if len(states) == 1 else None
    return None


def _is_known(candidates: list[Candidate], here: list[Mention], token: int) -> bool:
    """Say whether a noun has taken up a body of its own name already: "the agency", of an Energy Agency."""
    there = (candidates[m.actor_id] for m in here if m.token_end == token + 1)
    return any(c.kind == "organization" and not c.name.islower() for c in there)


def _sort_meant(scan: Scan, start: int, noun: int) -> tuple[Callable[[Candidate], bool], bool]:
    """Return how to tell the bodies that a phrase may mean, and whether these are rebels."""
    word = scan.lowers[noun]
    if scan.has("crowd_noun", word):
        return partial(_is_crowd, scan.lex.words["crowd_noun"]), True
    if scan.has("troop_noun", word):
        return _is_troops, False
    if word in _ON_AIR:
        return _is_on_air, False
    sort = next((fits for name, fits in _SORTS.items() if scan.has(name, word)), None)
    if sort is not None:
        return sort, False
    rebels = word.endswith("s") or word == "militia" or any(scan.has("rebel_word", w) for w in scan.lowers[start:noun])
    return _is_rebels if rebels else _is_private, rebels


def _is_agency(candidate: Candidate) -> bool:
    public = candidate.kind == "organization" and candidate.sector in ("GOV", "SPY", "COP")
    return public and not _RULES.intersection(candidate.name.lower().split())


_RULES = frozenset("house administration government ministry presidency cabinet council office".split())


def _is_company(candidate: Candidate) -> bool:
    return candidate.kind == "organization" and candidate.sector in ("BUS", "")


def _is_business(candidate: Candidate) -> bool:
    """Say whether one of several may be a company: the press may, too."""
    return _is_company(candidate) or _is_press(candidate)


def _is_press(candidate: Candidate) -> bool:
    return candidate.kind == "organization" and candidate.sector == "JRN"


def _is_on_air(candidate: Candidate) -> bool:
    """Say whether the press may be a network, which no paper is."""
    return _is_press(candidate) and _PRINT.isdisjoint(candidate.name.lower().split())


_ON_AIR = frozenset(("broadcaster", "channel", "network"))
_PRINT = frozenset(
    "atlantic gazette globe guardian herald journal magazine post telegraph times tribune yorker".split()
)


def _is_panel(candidate: Candidate) -> bool:
    return candidate.kind == "organization" and not _PANELS.isdisjoint(candidate.name.lower().split())


# The judges of a court of appeals are "the panel", too.
_PANELS = frozenset("committee commission panel council board subcommittee appeals appeal circuit".split())


def _is_league(candidate: Candidate) -> bool:
    return candidate.kind == "organization" and candidate.sector == "IGO"


def _is_court(candidate: Candidate) -> bool:
    court = candidate.sector == "JUD" or "court" in candidate.name.lower().split()
    return candidate.kind == "organization" and court


def _is_party(candidate: Candidate) -> bool:
    return candidate.kind == "organization" and candidate.sector == "PTY"


def _is_charity(candidate: Candidate) -> bool:
    return candidate.kind == "organization" and candidate.sector == "NGO"


def _is_mission(candidate: Candidate) -> bool:
    """Say whether a body is one that others sent: a mission, a force of observers."""
    return candidate.kind == "organization" and not _SENT.isdisjoint(candidate.name.lower().split())


_SENT = frozenset(("force", "mission", "monitors", "observers", "operation"))


_SORTS = {
    "agency_noun": _is_agency,
    "charity_noun": _is_charity,
    "company_noun": _is_company,
    "court_noun": _is_court,
    "media_noun": _is_press,
    "mission_noun": _is_mission,
    "panel_noun": _is_panel,
    "party_noun": _is_party,
    "league_noun": _is_league,
}


def _is_troops(candidate: Candidate) -> bool:
    """Say whether a candidate is an army, or a force told apart: "Chadian troops", later "the soldiers"."""
    told_apart = candidate.kind == "organization" or (candidate.kind == "group" and " " in candidate.name)
    return told_apart and candidate.sector == "MIL"


def _is_rebels(candidate: Candidate) -> bool:
    """Say whether a candidate is an armed body, or a group of rebels told apart: "Syrian rebels", "the M23 rebels"."""
    told_apart = candidate.kind == "organization" or (candidate.kind == "group" and " " in candidate.name)
    return told_apart and candidate.sector == "REB"


def _is_crowd(nouns: frozenset[str], candidate: Candidate) -> bool:
    """Say whether a candidate is a crowd told apart: "Iranian protesters", later "the demonstrators"."""
    return candidate.kind == "group" and " " in candidate.name and candidate.noun in nouns


def _is_private(candidate: Candidate) -> bool:
    is_group = candidate.sector == "IGO" and candidate.name.startswith("Group ")  # of seven, of twenty
    return candidate.kind == "organization" and (is_group or candidate.sector not in _NO_GROUP)


def _definite(scan: Scan, noun: int) -> int:
    """Return where a phrase starts behind its "the": "the militant group"; -1 where it has no such form."""
    for start in range(noun, max(0, noun - _MODIFIERS), -1):
        if scan.lowers[start - 1] == "the":
            return start
        word, find = scan.lowers[start - 1], scan.by_end.get(start)
        of_a_land = find is not None and find.kind == "demonym" and find.start == start - 1
        if not (of_a_land or scan.has("rebel_word", word) or scan.has("body_modifier", word) or word.endswith(_ALLIED)):
            return -1
    return -1


_ALLIED = ("-aligned", "-backed", "-based", "-led", "-linked")
