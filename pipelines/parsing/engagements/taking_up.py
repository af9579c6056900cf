"""Wordings that name an act as one already known: "joined the talks", "the accord was signed by X".

What belongs here: whether the words speak of an act that was told before. What does not: of which one (``settling``).
"""

from __future__ import annotations

from collections.abc import Set

from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import chunk_left, chunk_right
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import verb_group

_ACTS = {
    "AGREE": frozenset(
        "accord accords agreement arrangement arrangements ceasefire compromise contract deal declaration memorandum "
        "pact protocol settlement treaty truce understanding".split()
    ),
    "ASSAULT": frozenset(
        "airstrike airstrikes ambush assault attack attacks blast blasts bombardment bombing bombings clash clashes "
        "explosion explosions killing killings massacre raid raids shelling shooting strike strikes violence".split()
    ),
    "COERCE": frozenset("arrest arrests crackdown deportation detention detentions seizure".split()),
    "CONSULT": frozenset(
        "call conference consultations conversation conversations dialogue discussion discussions gathering meeting "
        "meetings negotiations session summit talks".split()
    ),
    "MOBILIZE": frozenset("deployment deployments launch launches test tests".split()),
    "PROTEST": frozenset("demonstration demonstrations march protest protests rallies rally strike".split()),
    "RETREAT": frozenset("exchange release swap withdrawal".split()),
    "SANCTION": frozenset("embargo expulsion expulsions penalties sanctions tariffs".split()),
}
_KNOWN = frozenset(("the", "this", "these", "that", "those", "both"))
_ANOTHER = frozenset(
    "annual another earlier first fresh further future last latest more new next other planned previous proposed "
    "recent second separate similar third upcoming".split()
)
_WHOSE = frozenset("against among at between in into near of on outside over with".split())  # they tell which act it is


def takes_up(parse: Parse, match: Match) -> bool:
    """Say whether a wording speaks of an act by nothing but "the meeting", "the attack": one that was told before.

    Args:
        parse: The sentence.
        match: The wording in it.
    """
    if match.trigger.pos == "n":
        return match.end == match.unit + 1 and _is_known(parse, match.unit, match)
    if match.trigger.pos != "v" or parse.tags[match.unit] != "V":
        return False
    last = match.end - 1
    if match.trigger.engagement_type == "CONSULT" and _tells_company(parse, match):
        return True
    if last > match.unit and parse.tags[last] == "N":  # "joined the talks"
        return _is_known(parse, last, match)
    over = match.end + (parse.words[match.end : match.end + 1] in _WHEREIN)
    after = chunk_right(parse, over)
    if after > over and parse.tags[over - 1] == "P" and _is_known(parse, after - 1, match):
        return True  # "claimed responsibility for the attack", "were killed in the blast"
    before = skip_back(parse, verb_group(parse, match.unit).start - 1, "B,")
    return before >= 0 and _is_known(parse, before, match)  # "the meeting was attended by X", "the strike killed X"


_WHEREIN = (["by"], ["during"], ["in"])


def act_named(parse: Parse, match: Match) -> frozenset[str]:
    """Return the types that the act may be of which the object of a wording names as one told before: "condemned the
    attack", "called the arrest a mistake", "welcomed their release"; nothing where it names none.

    Args:
        parse: The sentence.
        match: The wording in it.
    """
    noun = known_noun(parse, match, ACTS)
    return NO_ACT if noun < 0 else _TYPES[parse.words[noun]]


def judges(match: Match) -> bool:
    """Say whether a wording tells that somebody speaks or acts for or against something that others did."""
    frame, kind = match.trigger.frame, match.trigger.engagement_type
    return frame.get("against" if kind == "PROTEST" else "obj") == "target" and kind in _JUDGING


_JUDGING = frozenset(("ACCUSE", "PROTEST", "REJECT", "SUPPORT"))


def known_noun(parse: Parse, match: Match, nouns: Set[str]) -> int:
    """Return the unit of the noun that a wording is said of, where it names nobody and something told before: "the
    attack" of "condemned the attack", "the plan" of "called the plan reckless"; else -1.

    Args:
        parse: The sentence.
        match: The wording in it.
        nouns: Those that count.
    """
    if nouns.isdisjoint(parse.words):
        return -1
    if match.trigger.engagement_type == "PROTEST":
        noun = _noun_protested(parse, match)
    elif match.trigger.pos == "v" and parse.tags[match.unit] == "V":
        noun = _noun_said_of(parse, match, nouns)
    else:
        return -1
    return noun if noun >= 0 and noun != match.unit and parse.words[noun] in nouns and _is_told(parse, noun) else -1


def _is_told(parse: Parse, noun: int) -> bool:
    """Say whether a phrase names nobody and something told before: "the attack", "his arrest", "the plan"."""
    start = chunk_left(parse, noun)
    told = parse.words[start:noun]
    undergone = parse.words[noun] in _UNDERGONE and parse.words[start] in _THEIRS
    if not undergone and (_KNOWN.isdisjoint(told) or not all(_is_plain(parse, u) for u in range(start, noun))):
        return False
    return parse.words[noun + 1 : noun + 2] not in _WHICH and _ANOTHER.isdisjoint(told)


def _noun_protested(parse: Parse, match: Match) -> int:
    """Return the unit of the noun that people protest against: "law" in "rallied in Lome against the law"."""
    near = range(match.unit, min(len(parse.words), match.end + _OF_WHAT))
    against = next((u for u in near if parse.words[u] in ("against", "over")), -1)
    return chunk_right(parse, against + 1) - 1 if against >= 0 else -1


def _noun_said_of(parse: Parse, match: Match, nouns: Set[str]) -> int:
    """Return the unit of the noun that a wording is said of: "arrests" in "called the arrests illegal"."""
    group, noun = verb_group(parse, match.unit), match.end - 1
    if group.passive:
        return skip_back(parse, group.start - 1, "B")
    over = chunk_right(parse, match.unit + 1) - 1 if match.trigger.tail[:1] == (None,) else noun
    if (
        over not in (match.unit, noun)
        and (parse.words[over] in nouns or parse.words[noun] not in nouns)
        and parse.tags[noun] not in "VT"
    ):
        noun = over
    elif noun == match.unit or parse.tags[noun] != "N":
        noun = max(noun, chunk_right(parse, match.end) - 1)
    if parse.words[noun] in nouns:
        return noun
    if parse.words[match.end : match.end + 1] in _TOUCHING:  # "voiced concern over the raid"
        return chunk_right(parse, match.end + 1) - 1
    return noun - 1 if parse.words[noun - 1] in nouns and noun - 1 > match.unit else noun


_TOUCHING = (["about"], ["against"], ["at"], ["over"])


NO_ACT: frozenset[str] = frozenset()
RULED = frozenset("ACCUSE COERCE REQUEST RETREAT SANCTION".split())  # of these by courts alone
DECIDED = frozenset("AID COERCE CONCEDE MOBILIZE REJECT RETREAT SANCTION".split())
_WHICH = (["by"], ["from"], ["of"], ["that"], ["which"], ["between"], ["with"])
_THEIRS = frozenset(("their", "his", "her", "its"))
# What is done to those whose it is said to be: "their release".
_UNDERGONE = frozenset(
    "arrest arrests conviction deportation detention detentions execution executions expulsion expulsions imprisonment "
    "killing killings release".split()
)
_SAID = {
    "REQUEST": frozenset("appeal demand demands invitation plea request requests ultimatum".split()),
    "THREATEN": frozenset("threat threats ultimatum warning warnings".split()),
}
# What acts of other types are called too, beside their own nouns.
_CALLED = {
    "ban": ("SANCTION", "COERCE"),
    "crackdown": ("COERCE", "ASSAULT"),
    "decision": DECIDED,
    "execution": ("ASSAULT", "SANCTION"),
    "executions": ("ASSAULT", "SANCTION"),
    "fine": ("SANCTION",),
    "imprisonment": ("COERCE", "SANCTION"),
    "move": DECIDED,
    "operation": ("ASSAULT", "COERCE", "MOBILIZE"),
    "refusal": ("REJECT",),
    "step": DECIDED,
    "steps": DECIDED,
    "trip": ("CONSULT",),
    "visit": ("CONSULT",),
    "withdrawal": ("RETREAT", "SANCTION"),
}
_RULINGS = ("conviction", "ruling", "sentence", "sentences", "verdict", "verdicts", "warrant", "warrants")
# A "strike" is rather one of arms than of workers: the later goes before.
_ORDER = ("PROTEST", "CONSULT", "AGREE", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT")
_TYPES = (
    {noun: frozenset((kind,)) for kind in _ORDER for noun in _ACTS[kind]}
    | {noun: frozenset((kind,)) for kind, nouns in _SAID.items() for noun in nouns}
    | {noun: frozenset(kinds) for noun, kinds in _CALLED.items()}
    | dict.fromkeys(_RULINGS, RULED)
)
ACTS = frozenset(_TYPES)  # nouns that name an act told before


def _tells_company(parse: Parse, match: Match) -> bool:
    """Whether a wording only tells who came: "was accompanied by X", "X led the delegation", "X also attended"."""
    lemma, after = parse.lemma[match.unit], parse.tags[match.end : match.end + 1]
    if lemma == "accompany" or (
        lemma in ("attend", "participate") and match.end == match.unit + 1 and after not in _OBJ
    ):
        return True
    known = not _KNOWN_ONES.isdisjoint(parse.words[match.unit : match.end]) or "A" in parse.tags[match.unit : match.end]
    return parse.lemma[match.unit] in ("head", "lead") and parse.words[match.end - 1] == "delegation" and known


_OBJ = (["A"], ["D"], ["N"], ["O"])
_KNOWN_ONES = _KNOWN | {"his", "her", "its", "their"}


def is_deal(parse: Parse, match: Match) -> bool:
    """Say whether a wording tells of a deal made: "signed a pact", "agreed on a truce", not "agreed that X lied"."""
    told = parse.words[match.unit : match.end + _OF_WHAT]
    return parse.lemma[match.unit] in _SIGNING or not _ACTS["AGREE"].isdisjoint(told)


_SIGNING = frozenset("conclude ink initial seal sign strike".split())
_OF_WHAT = 5  # units


def tells_more(parse: Parse, match: Match) -> bool:
    """Say whether a verb tells of one more act than was told: "held a second meeting", "X also accused Y"."""
    if match.trigger.pos != "v" or parse.tags[match.unit] != "V":
        return False
    start = max(0, verb_group(parse, match.unit).start - 1)
    also = "also" in parse.words[start : match.unit] and parse.lemma[match.unit] not in _SPOKEN_OF
    return also or not _ANOTHER.isdisjoint(parse.words[match.unit : match.end])


_SPOKEN_OF = frozenset(("discuss", "exchange", "review", "talk"))  # "they also discussed trade" when they met


def _is_known(parse: Parse, noun: int, match: Match) -> bool:
    """Whether a phrase that ends at a noun of acts tells only that it is a known one: not "X's talks", "the talks with
    X".
    """
    if parse.words[noun] not in _ACTS.get(match.trigger.engagement_type, ()):
        return False
    start = chunk_left(parse, noun)
    told = parse.words[start:noun]
    after = parse.words[noun + 1] if noun + 1 < len(parse.words) else ""
    plain = _ANOTHER.isdisjoint(told) and all(_is_plain(parse, u) for u in range(start, noun))
    return plain and not _KNOWN.isdisjoint(told) and (after not in _WHOSE or _is_time_or_thing(parse, noun + 1))


def _is_plain(parse: Parse, u: int) -> bool:
    """Whether a word before a noun tells nobody: "the Paris talks" are no talks of anybody."""
    mention = parse.mention[u]
    return parse.tags[u] in "DN" if mention is None else mention.is_place_like


def _is_time_or_thing(parse: Parse, preposition: int) -> bool:
    """Whether no actor stands in the phrase after a preposition: "the talks on trade"."""
    end = chunk_right(parse, preposition + 1)
    return end > preposition + 1 and "A" not in parse.tags[preposition + 1 : end]
