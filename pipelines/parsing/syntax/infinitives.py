"""Whose an infinitive or a gerund is, by the words before it: "urged X to leave", "X's vow to leave", "accused X of".

What belongs here: the verbs and nouns that tell so. What does not: the search for a subject (``subjects``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.lists import list_left
from pipelines.parsing.syntax.phrases import noun_phrase, phrase_left
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

# "called on X to leave", "waited for X to leave", "appealed to X to leave": X leaves; "met with X to talk",
# "left for X to talk": who met, who left.
_CALLED = {
    **dict.fromkeys(("on", "upon"), frozenset("call prevail lean rely count depend".split())),
    "for": frozenset("call ask push press wait pray plead pay vote allow arrange argue".split()),
    "to": frozenset("appeal signal".split()),
    "with": frozenset("plead".split()),
}
# "urged X to leave": X leaves; after other verbs the infinitive tells why it was done: "phoned X to protest".
_MADE_TO = frozenset(
    "accuse advise allow appoint arm ask assign assist authorise authorize beg believe bribe bring cause challenge "
    "charge choose "
    "clear coax coerce command commission compel condition convince dare deploy designate direct dispatch drive elect "
    "empower enable encourage enlist entice entitle entreat expect favor favour fear forbid force free fund get give "
    "have help "
    "hire implore incite induce inspire instruct intend invite lead leave license like lobby mean mobilise mobilize "
    "motivate move "
    "name need nominate nudge oblige order pay permit persuade petition pick pledge prefer prepare press pressure "
    "prod prompt propel provoke push recommend recruit remind request require sanction schedule see select send set "
    "show spur "
    "summon supply trigger inspire motivate support task teach tell tempt train trust urge want warn watch wish".split()
)


def made_to(parse: Parse, governor: int) -> Slot | None:
    """Return the actors whom an active verb makes to do what the infinitive after them says."""
    lemma, n = parse.lemma[governor], len(parse.words)
    first = governor + 1
    if first + 1 < n and lemma in _CALLED.get(parse.words[first], ()):
        first += 1
    elif lemma not in _MADE_TO:
        return None
    if verb_group(parse, governor).passive:
        return None
    slot, end = noun_phrase(parse, first)
    return _named_after(parse, end) or slot


def charged(parse: Parse, of: int) -> Slot | None:
    """Return whom a verb charges, punishes or hinders, over what stands between: "accused X on Monday, in a speech,
    of", "sentenced X to a year in prison for", "imposed a fine on X for"; nobody where only a noun tells who it is
    ("jailed a clerk for").
    """
    k = of - 1
    while k >= 0 and parse.tags[k] not in "VX;":
        k -= 1
    if k < 0 or parse.tags[k] != "V" or verb_group(parse, k).passive:
        return None
    first = k + 1 if parse.words[of] in _CHARGES.get(parse.lemma[k], ()) else _after_penalty(parse, k, of)
    if not first or parse.tags[first] not in "ADNO":  # "sued for"
        return None
    slot, end = noun_phrase(parse, first)
    return _named_after(parse, end) or slot or Slot([], "head")  # "stopped an envoy, X, from"


def _after_penalty(parse: Parse, k: int, of: int) -> int:
    """Return the unit at which those begin on whom a penalty lies: X of "imposed a fine on X for"; 0 for none."""
    if parse.words[of] != "for":
        return 0
    on = next((u for u in range(k + 2, of) if parse.words[u] in ("against", "on")), 0)
    return on + 1 if on and parse.words[on - 1] in _PENALTIES else 0


_PENALTIES = frozenset(
    "ban bans case censure charges complaint complaints criticism embargo fine fines indictment lawsuit lawsuits "
    "penalties penalty proceedings sanction sanctions sentence sentences suit tariffs verdict warrant".split()
)
_CHARGES = {
    **dict.fromkeys("absolve accuse acquit clear convict suspect".split(), ("of",)),
    **dict.fromkeys(
        "ban bar block deter discourage dissuade exclude hinder keep preclude prevent prohibit restrain stop".split(),
        ("from",),
    ),
    **dict.fromkeys(("advise", "caution", "warn"), ("against",)),
    **dict.fromkeys("bully coax coerce force goad pressure push shame talk trick".split(), ("into",)),
    "charge": ("with",),
    **dict.fromkeys(
        "admonish applaud arrest berate blacklist blame blast castigate censure chastise chide commend condemn "
        "congratulate convict credit criticise criticize decorate denounce deport detain dismiss excoriate execute "
        "expel fault fine fire forgive hail honor honour imprison indict jail lambast lambaste oust pardon penalise "
        "penalize praise prosecute punish rebuke reprimand reproach reward sack sanction scold sentence slam sue "
        "suspend thank upbraid".split(),
        ("for",),
    ),
}


def _named_after(parse: Parse, end: int) -> Slot | None:
    """Return who is named between commas after a phrase that only describes them: "sent an envoy, X, to meet Y"."""
    last = parse.mention[end - 1]
    if parse.tags[end : end + 1] != [","] or not (parse.tags[end - 1] == "N" if last is None else last.described):
        return None
    slot, stop = noun_phrase(parse, end + 1)
    return slot if slot and slot.how == "head" and parse.tags[stop : stop + 1] == [","] else None


_INTENTS = frozenset(
    "ability agreement agreements attempt attempts authority bid bids campaign capability chance choice commitment "
    "commitments consent "
    "decision decisions desire determination duty effort efforts eagerness failure freedom hesitation inability "
    "intent intention "
    "intentions manoeuvre maneuver mandate mission move moves obligation offer offers opportunity permission plan "
    "plans pledge pledges "
    "power powers preference preparations pressure promise promises proposal proposals push quest readiness refusal "
    "reluctance resolve "
    "right rights scheme strategy struggle threat threats unwillingness vow vows will willingness".split()
)


def whose_intent(parse: Parse, u: int) -> Slot | None:
    """Return whose intent an infinitive tells, where the noun before it says so: "X's vow to", "a plan by X to"."""
    start = chunk_left(parse, u)
    if parse.tags[u] == "N" and parse.words[u] in _INTENTS:
        owner = actors_in_chunk(parse, start, u + 1)
        joined = list_left(parse, start - 2)[0] if start > 1 and parse.words[start - 1] == "and" else []
        return Slot(joined + owner.mentions, "head") if owner else None  # "X and Y's efforts to"
    if start > 1 and parse.words[start - 1] == "by" and parse.words[start - 2] in _INTENTS:
        return noun_phrase(parse, start)[0]
    return None


def for_whom(parse: Parse, u: int) -> Slot | None:
    """Return for whom it is so, who does what the infinitive tells: "it was wrong for X to", "no need for X to", "the
    call by Y for X to", "left it to X to".
    """
    start = chunk_left(parse, u)
    opens = start > 1 and parse.words[start - 1] == "for" and (parse.tags[start - 2] == "N" or _asked(parse, start - 2))
    opens = opens or (start > 1 and parse.words[start - 1] == "to" and parse.words[start - 2] in _LEFT)
    slot = actors_in_chunk(parse, start, u + 1) if opens else None
    return slot if slot and slot.how == "head" else None


def _asked(parse: Parse, u: int) -> bool:
    """Say whether who asks stands up to a unit: "a call by X | for Y to"."""
    by = chunk_left(parse, u) - 1
    return by > 0 and parse.words[by] in ("by", "from") and parse.tags[by - 1] == "N"


_LEFT = frozenset("down fallen falls fell it left up".split())  # "it is up to X to", "it fell to X to"


def headed(parse: Parse, u: int) -> Slot | None:
    """Return who stands before the infinitive of a heading: "X to meet Y"; a heading has no article, no verb before."""
    start = chunk_left(parse, u)
    if parse.tags[u] != "A" or "V" in parse.tags[:u] or parse.tags[start] == "D":
        return None
    if start and parse.words[start - 1] == "by":  # "order by X to meet Y"
        return None
    return phrase_left(parse, u)


def governor_of(parse: Parse, group: VerbGroup) -> int:
    """Return the unit of the verb that governs an infinitive or gerund, or -1."""
    k = group.start - 1
    while k >= 0:
        if parse.tags[k] == "V":
            return k
        asked = k == group.start - 1 and parse.words[k] in ("whether", "how", "as")  # "weighed whether to leave"
        asked = asked or parse.words[k : k + 3] == ["so", "far", "as"]
        if (parse.tags[k] in ";S" and not asked) or (parse.tags[k] in "R" and k < group.start - 1):
            return -1
        k -= 1
    return -1
