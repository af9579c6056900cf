"""Frames of acts told by a noun: "talks with X", "X's attack on Y", "X faced criticism".

What belongs here: who stands beside a noun of doing, owns it, or is told by a clause after it. What does not: verbs
(``frames``), the verb around a noun (``ruling``), and whether the act happened (``noun_status``).
"""

from __future__ import annotations

from pipelines.parsing.frames.gathered import put_gathered
from pipelines.parsing.frames.harm import answerable, of_no_doer, put_named, put_undergoer
from pipelines.parsing.frames.inside import whose_deed
from pipelines.parsing.frames.mediators import put_mediator
from pipelines.parsing.frames.noun_status import noun_status
from pipelines.parsing.frames.objects import of_whom_asked, undergoer_of_noun
from pipelines.parsing.frames.ruling import is_done_by_known, put_after_passive, put_fronted, put_ruling
from pipelines.parsing.frames.slots import Candidate, put, put_after
from pipelines.parsing.frames.told_frames import said_to_be
from pipelines.parsing.frames.triggers import Match
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.units import Parse, skip
from pipelines.parsing.syntax.verbs import verb_group
from pipelines.parsing.words.lexicon import Lexicon


def noun_frame(parse: Parse, match: Match, lexicon: Lexicon, headline: bool) -> Candidate:
    """Fill the frame of a wording that is a noun."""
    frame = match.trigger.frame
    start = chunk_left(parse, match.unit)
    if start and parse.tags[start] != "D" and parse.tags[start - 1] == "D":
        start -= 1
    last = parse.words[match.end - 1]
    if match.trigger.tail and (parse.tags[match.end - 1] in "PT" or parse.kind[match.end - 1] == "ing"):
        first, after = complements(parse, match.end)
    else:
        first, after = None, complements(parse, match.end)[1]
    status, ruler = noun_status(parse, start, match.unit, match.end, lexicon, headline=headline)
    candidate = Candidate(match, status)
    if frame.get("of") == "source" and ("by" in after or _is_owned(parse, start, match.unit)):
        frame = {**frame, "of": "target"}  # "X's support of Y", but "the support of X"
    if match.trigger.tail and first:
        put(candidate, first, last, frame.get(last) or of_no_doer(frame, last))
    tried = match.trigger.engagement_type in _TRIED and parse.kind[match.end - 1] == "base"
    if tried and "to" in parse.words[match.unit : match.end]:
        put(candidate, complements(parse, match.end)[0], "obj", frame.get("obj"))  # "an attempt to oust X"
    put_named(candidate, parse, frame)
    if match.trigger.engagement_type == "PROTEST" and parse.tags[match.end - 1] == "V":  # "protesters marched"
        who = actors_in_chunk(parse, chunk_left(parse, match.end - 2), match.end - 1)
        put(candidate, who, "subj", frame.get("subj"))
        if parse.lemma[match.end - 1] == "protest":  # "thousands protested X"
            put(candidate, complements(parse, match.end)[0], "obj", frame.get("obj"))
    put_mediator(candidate, parse)
    put_gathered(candidate, parse)
    put(candidate, of_whom_asked(parse, match, after), "for", frame.get("obj"))
    if "by" in after:
        put(candidate, after.pop("by"), "by", frame.get("by"))
    for preposition, slot in after.items():
        put_after(candidate, slot, preposition, frame.get(preposition))
    _owners(candidate, parse, start, match.unit)
    _put_between(candidate, parse)
    if not is_done_by_known(candidate):
        put(candidate, answerable(parse, match.end, match.trigger.engagement_type), "by", frame.get("by"))
    put_ruling(candidate, parse, start, ruler, lexicon)
    put_undergoer(candidate, parse, start, ruler)
    if parse.tags[match.end - 1] not in "PTS":
        _told_after(candidate, parse, lexicon)
    elif first:
        _put_maker(candidate, parse, lexicon)
    put_fronted(candidate, parse, start)
    if match.trigger.engagement_type == "ACCUSE" and all(role != "target" for role, _, _, _ in candidate.slots):
        put(candidate, whose_deed(parse, said_to_be(parse, match.unit)[1], lexicon), "subj", "target")
    put(candidate, undergoer_of_noun(parse, match, start), "obj", frame.get("obj"))
    _noun_cues(candidate, parse, start, ruler, lexicon)
    return candidate


_TRIED = frozenset(("ACCUSE", "ASSAULT", "COERCE", "REQUEST", "SANCTION"))


def _is_owned(parse: Parse, start: int, noun: int) -> bool:
    """Say whether an actor's possessive stands before a noun: "Chad's arms", "its arms"."""
    if parse.mention[noun] is not None and parse.words[noun] in _FORCES:
        return True
    return any(
        parse.mention[u] is not None and (parse.tags[u + 1] == "'" or parse.mention[u].possessive)
        for u in range(start, noun)
    )


def _owners(candidate: Candidate, parse: Parse, start: int, noun: int) -> None:
    frame = candidate.match.trigger.frame
    sided = any(role in ("source", "guest") for role, _, _, _ in candidate.slots)
    undergone = parse.words[candidate.match.end - 1] == "of" or any(
        role == "target" for role, _, _, _ in candidate.slots
    )
    pair = start > 1 and start < noun and parse.tags[start - 2 : start + 1] == ["A", "C", "A"]
    if pair and not parse.mention[start].is_pronoun:
        start -= 2  # "A's and B's visit", "British and French sanctions"
    opens = parse.mention[noun] is not None and parse.mention[noun].described and not sided
    opens = opens or parse.words[noun] in _FORCES or candidate.match.trigger.head == "{troops}"
    owned = False
    for u in range(start, noun + opens):  # "soldiers crossed into X": they do it
        mention = parse.mention[u]
        if mention is None:
            continue
        owner = (u + 1 < noun and parse.tags[u + 1] == "'") or getattr(mention, "possessive", False)
        name = "poss" if owner else "mod"
        role = frame.get(name)
        if sided and role in ("source", "guest"):
            role = "target" if role == "source" else role
        elif undergone and role == "target":  # "X's arrest of Y", but "X's arrest"
            role = "source"
        elif owned and role == "source" and not undergone:  # "X's Y sanctions"
            role = "target"
        owned = owned or owner
        put(candidate, Slot([mention], "head"), name, role)


def _put_between(candidate: Candidate, parse: Parse) -> None:
    """Add those whose talks the last noun of a wording tells: "a round of X-Y talks"."""
    match, frame = candidate.match, candidate.match.trigger.frame
    last = match.end - 1
    if last > match.unit + 1 and frame.get("mod") == "participant" and parse.tags[last] == "N":
        mentions = [m for m in parse.mention[max(match.unit + 1, chunk_left(parse, last)) : last] if m is not None]
        put(candidate, Slot(mentions, "head"), "mod", "participant")


_FORCES = frozenset(("military", "police"))  # who they are opens the wording: "US military aid", "police raid"


def _told_after(candidate: Candidate, parse: Parse, lexicon: Lexicon) -> None:
    """Add the sides that a clause after the noun tells: "the deal X struck with Y", "sanctions that X imposed on Y"."""
    k, n, frame = candidate.match.end, len(parse.tags), candidate.match.trigger.frame
    if k < n and parse.kind[k] == "part" and _makes(parse.lemma[k], lexicon):  # "sanctions imposed by X on Y"
        put_after_passive(candidate, parse, k)
        return
    if parse.words[k : k + 2] == [",", "which"]:
        k += 2
    elif k < n and parse.words[k] in ("that", "which"):
        k += 1
    elif k < n and parse.kind[k] in ("past", "part") and parse.tags[k + 1 : k + 2] in _NO_OBJECT:
        if _makes(parse.lemma[k], lexicon):
            _put_sides(candidate, parse, k)
        return
    subject, end = noun_phrase(parse, k, pair=True)
    verb = skip(parse, end, "XMGB")
    if subject is None or verb >= n or parse.tags[verb] != "V" or parse.tags[verb + 1 : verb + 2] not in _NO_OBJECT:
        return
    if verb_group(parse, verb).passive or not _makes(parse.lemma[verb], lexicon):
        return
    put(candidate, subject, "light", frame.get("subj"))
    _put_sides(candidate, parse, verb)


def _put_maker(candidate: Candidate, parse: Parse, lexicon: Lexicon) -> None:
    """Add who did what a noun tells, behind to whom: "a lawsuit against X brought by Y"."""
    k = noun_phrase(parse, candidate.match.end)[1]
    by = k + 1 + (parse.words[k + 1 : k + 2] == ["out"])  # "carried out by"
    made = parse.kind[k : k + 1] in (["part"], ["past"]) and _makes(parse.lemma[k], lexicon)
    if made and parse.words[by : by + 1] == ["by"]:
        frame = candidate.match.trigger.frame
        put(candidate, noun_phrase(parse, by + 1)[0], "by", frame.get("by") or frame.get("subj"))


def _put_sides(candidate: Candidate, parse: Parse, verb: int) -> None:
    """Add the sides after the verb of a noun's clause: "the deal reached in May between X and Y"."""
    frame = candidate.match.trigger.frame
    for preposition, slot in complements(parse, verb + 1)[1].items():
        put(candidate, slot, preposition, frame.get(preposition))


_NO_OBJECT: tuple[list[str], ...] = ([], ["P"], [";"], [","], ["B"], ["T"])


def _makes(lemma: str, lexicon: Lexicon) -> bool:
    return lemma in ("bring", "have", "negotiate") or "light" in lexicon.governs.get(lemma, frozenset())


def _noun_cues(candidate: Candidate, parse: Parse, start: int, ruler: int, lexicon: Lexicon) -> None:
    cues = candidate.cues
    unit = candidate.match.unit
    head = parse.tags[unit + 1] if unit + 1 < len(parse.tags) else "$"
    cues.add(f"after={head}")
    if head == "N":
        cues.add("noun_modifies_noun")
    determiner = parse.words[start] if parse.tags[start] == "D" else parse.tags[start]
    cues.add(f"det={determiner}")
    if ruler >= 0:
        side = "over" if ruler < start else "under"
        cues.add(f"{side}={parse.lemma[ruler]}")
        for name in lexicon.governs.get(parse.lemma[ruler], ()):
            cues.add(f"{side}:{name}")
        if parse.tags[start - 1] == "V":
            cues.add("direct_object")
    if start and parse.tags[start - 1] == "P":
        cues.add(f"in={parse.words[start - 1]}")
