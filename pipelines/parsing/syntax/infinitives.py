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
    of", "sentenced X to a year in prison for".
    """
    k = of - 1
    while k >= 0 and parse.tags[k] not in "VX;":
        k -= 1
    charges = k >= 0 and parse.words[of] in _CHARGES.get(parse.lemma[k], ())
    if not charges or verb_group(parse, k).passive:
        return None
    slot, end = noun_phrase(parse, k + 1)
    return _named_after(parse, end) or slot  # "stopped an envoy, X, from"


_CHARGES = {
    **dict.fromkeys(("absolve", "accuse", "acquit", "clear", "convict", "suspect"), ("of",)),
    **dict.fromkeys(("bar", "block", "discourage", "hinder", "keep", "prevent", "prohibit", "stop"), ("from",)),
    **dict.fromkeys(("caution", "warn"), ("against",)),
    **dict.fromkeys(
        "applaud arrest blacklist blame blast castigate censure chastise chide commend condemn convict credit "
        "criticise criticize denounce detain execute expel fault fine hail honor honour imprison indict jail "
        "lambast lambaste oust praise prosecute punish rebuke reprimand sanction scold sentence slam sue "
        "suspend thank".split(),
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
    """Return for whom it is so, who does what the infinitive tells: "it was wrong for X to", "no need for X to"."""
    start = chunk_left(parse, u)
    if start < 2 or parse.words[start - 1] != "for" or parse.tags[start - 2] != "N":
        return None
    slot = actors_in_chunk(parse, start, u + 1)
    return slot if slot and slot.how == "head" else None


def headed(parse: Parse, u: int) -> Slot | None:
    """Return who stands before the infinitive of a heading: "X to meet Y"; a heading has no article, no verb before."""
    if parse.tags[u] != "A" or "V" in parse.tags[:u] or parse.tags[chunk_left(parse, u)] == "D":
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
