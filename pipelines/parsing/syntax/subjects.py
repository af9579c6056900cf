"""Who is the subject of a verb: through passives, insertions, relative clauses, lists, participles and infinitives.

What belongs here: the way from a verb to its subject. What does not: objects (``phrases``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.authors import author_before, ends_quote, said_after
from pipelines.parsing.syntax.chunks import Slot, actors_in_chunk, chunk_left
from pipelines.parsing.syntax.clauses import ends_clause_of_time
from pipelines.parsing.syntax.company import inserted_company, with_members, with_one_told_of, with_partner
from pipelines.parsing.syntax.hidden import (
    WRITINGS,
    before_dashes,
    before_verb,
    goes_on_now,
    is_spent,
    is_undergoer,
    just_before,
    object_before,
    over_dashes,
    over_reduced,
    participle_before,
    stands_alone,
    written_to,
)
from pipelines.parsing.syntax.infinitives import charged, for_whom, governor_of, headed, made_to, whose_intent
from pipelines.parsing.syntax.insertions import before_insertion, over_insertion
from pipelines.parsing.syntax.inverted import behind_inversion
from pipelines.parsing.syntax.phrases import noun_phrase, phrase_left
from pipelines.parsing.syntax.relatives import antecedent, group_start, over_clause, undergoer_before, with_owner
from pipelines.parsing.syntax.saying import SAYING, is_reported, told_with
from pipelines.parsing.syntax.units import Parse, skip_back
from pipelines.parsing.syntax.verbs import VerbGroup, verb_group

_DEEP = 3  # verbs that share a subject are followed so far


Found = tuple[Slot | None, str]
_NOBODY: Found = (None, "none")


def subject_of(parse: Parse, group: VerbGroup, depth: int = 0) -> Found:
    """Find who is the subject of a verb group: what the verb's form tells, else what stands before it.

    Returns:
        The slot (None where no actor is) and how it was found: direct, comma, relative, shared, control, participle,
        none.
    """
    last = behind_inversion(parse, group)
    if last:
        return last, "direct"
    u = before_verb(parse, group.start - 1, "BGq" if group.infinitive else "Bq")
    if u < 0:
        return _main_subject_right(parse, group, depth)
    for rule in _BY_FORM:
        found = rule(parse, group, u, depth)
        if found:
            return found
    behind = _BEHIND.get(parse.tags[u])
    return behind(parse, group, u, depth) if behind else _NOBODY


def _teller(parse: Parse, group: VerbGroup, _u: int, _depth: int) -> Found | None:
    told = parse.lemma[group.verb] in _TOLD_BEFORE or ends_quote(parse, group)
    teller = said_after(parse, group) if told else None
    return (teller, "direct") if teller else None


_TOLD_BEFORE = frozenset(("add", "explain", "say"))


def _of_infinitive(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found | None:
    return _control(parse, group, u, depth) if group.infinitive else None


def _of_relative(parse: Parse, _group: VerbGroup, u: int, _depth: int) -> Found | None:
    tag = parse.tags[u]
    opens = tag == "R" or (tag == "S" and parse.words[u] == "that" and u and parse.tags[u - 1] in "AN,")
    return (antecedent(parse, u), "relative") if opens else None


def _of_gerund(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found | None:
    tag = parse.tags[u]
    done_before = tag in _DONE_BEFORE.get(parse.words[group.start], "")
    if group.progressive or not (parse.kind[group.verb] == "ing" or done_before):
        return None
    if tag == "P" and parse.words[u] in _OBJECT_DOES:
        done_to = object_before(parse, u - 1) or _undergoer_of(parse, u - 1, depth) or charged(parse, u)
        if done_to:
            return (done_to, "control") if done_to.mentions else _NOBODY
    absolute = with_members(parse, u) if tag == "," else None
    if absolute:
        return absolute, "participle"
    shares = tag in "P,SC" or tag == ";" or written_to(parse, group, u) or is_spent(parse, u)
    if not shares:
        return None
    slot, how = _shared(parse, group, u, depth, "participle")
    return with_partner(parse, slot, u), how


# "After being accused", "of having met", "left, having met X"; but of "X, a mayor, being freed" X is.
_DONE_BEFORE = {"being": "PS", "having": "PSC,"}
# "accused X of attacking", "stopped X from entering": the object does it; "met X after visiting": the subject.
_OBJECT_DOES = frozenset("of for from into over with against".split())


def _author(parse: Parse, group: VerbGroup, u: int, _depth: int) -> Found | None:
    author = author_before(parse, group, u) if parse.tags[u] in "AN'," else None
    return (author, "direct") if author else None


_BY_FORM = (_teller, _of_infinitive, _of_relative, _of_gerund, _author)


def _behind_and(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found:
    return _shared(parse, group, u, depth, "shared")


def _behind_comma(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found:
    undergoer = just_before(parse, group, u)
    if undergoer:
        return undergoer, "comma"
    company, joint = inserted_company(parse, u)
    if company:  # "X met Y and, with Z, left"
        found, how = _shared(parse, group, joint, depth, "shared")
        return (Slot(found.mentions + company.mentions, found.how) if found else company), how
    over = over_insertion(parse, u)
    if over is None:
        return _shared(parse, group, u, depth, "shared")
    return (over, "comma") if over.mentions else _NOBODY


def _behind_pronoun(parse: Parse, _group: VerbGroup, u: int, _depth: int) -> Found:
    return None, f"pronoun:{parse.words[u]}"


def _behind_phrase(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found:
    k = chunk_left(parse, u) - 1
    if k > 0 and parse.tags[k] in "PS" and parse.tags[k - 1] == "R":  # "X, who like Y met", "X, who as a mayor met"
        return antecedent(parse, k - 1), "relative"
    told_of = over_clause(parse, group, u)
    if told_of:
        return (told_of, "direct") if told_of.mentions else _NOBODY
    reduced = over_reduced(parse, u)
    if reduced and not reduced.mentions:  # "bridges linking X with Y were destroyed"
        return _NOBODY
    slot = with_owner(parse, reduced or phrase_left(parse, u), u)
    if slot is None and parse.kind[group.verb] == "ing" and not group.progressive:
        return _in_writing(parse, group, u, depth)
    return (with_one_told_of(parse, slot, k + 1), "direct") if slot else _NOBODY


def _behind_verb(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found:
    told_of = over_clause(parse, group, u) if parse.kind[group.verb] == "past" or group.start < group.verb else None
    if told_of:  # "the rebels X armed | attacked Y"
        return (told_of, "direct") if told_of.mentions else _NOBODY
    another = parse.lemma[u] == "say" and parse.kind[group.verb] == "ing"  # "said meeting X was wrong"
    return _NOBODY if another else _shared(parse, group, u + 1, depth, "shared")  # "denied invading", "began shelling"


def _behind_dash(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found:
    slot = over_dashes(parse, u)
    return (slot, "comma") if slot else _shared(parse, group, u, depth, "shared")


_BEHIND = {
    "C": _behind_and,
    ",": _behind_comma,
    "O": _behind_pronoun,
    **dict.fromkeys("AN'P", _behind_phrase),
    "V": _behind_verb,
    ";": _behind_dash,
}


def _undergoer_of(parse: Parse, u: int, depth: int) -> Slot | None:
    """Return to whom a verb is done that ends at a unit: "X, accused by Y of attacking", "X, whom Y accuses of"; to
    nobody in "arrested men accused of attacking".
    """
    if parse.tags[u] == "V":
        group = verb_group(parse, u)
        reduced = group.passive and group.start == u and depth <= _DEEP
        return _undergoer(parse, group, depth) if reduced else undergoer_before(parse, group)[0]
    by = skip_back(parse, u, "ANDB'")
    if by < 1 or by == u or parse.words[by] != "by" or parse.tags[by - 1] != "V" or depth > _DEEP:
        return None
    group = verb_group(parse, by - 1)
    return _undergoer(parse, group, depth) if group.passive else None


def _undergoer(parse: Parse, group: VerbGroup, depth: int) -> Slot:
    return subject_of(parse, group, depth + 1)[0] or Slot([], "head")


def _in_writing(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found:
    """Who says what a writing says: "a letter from X urging", "X issued a statement denying"."""
    slot = actors_in_chunk(parse, chunk_left(parse, u), u + 1)
    if slot:
        return slot, "direct"
    k = skip_back(parse, u, "ANDBP'")
    written = not WRITINGS.isdisjoint(parse.words[k + 1 : u + 1])
    return _shared(parse, group, u, depth, "participle") if written else _NOBODY


def _shared(parse: Parse, group: VerbGroup, u: int, depth: int, how: str) -> Found:
    """The subject of the nearest finite verb on the left, shared by a coordinated or participial verb."""
    if depth > _DEEP:
        return _NOBODY
    beside = participle_before(parse, group, u)
    shared = subject_of(parse, beside, depth + 1)[0] if beside else None
    if shared:
        return shared, how
    k = told_with(parse, group, u) if how == "shared" else u - 1
    while k >= 0:
        found = _earlier(parse, group, k, u, depth, how)
        if found:
            return found
        if parse.tags[k] == ";" and how == "shared":
            opener = before_dashes(parse, k)
            if opener == k:
                break
            k = opener
        k -= 1
    if how != "participle":
        return _NOBODY
    aside = before_insertion(parse, u)
    return (aside, how) if aside else _main_subject_right(parse, group, depth)


def _earlier(parse: Parse, group: VerbGroup, k: int, u: int, depth: int, how: str) -> Found | None:
    """The subject of what stands at unit ``k``, where it is a verb of which one behind unit ``u`` is a part."""
    if parse.tags[k] == "X" and (stands_alone(parse, k, u) or goes_on_now(parse, group, k)):
        slot, _ = subject_of(parse, VerbGroup(k, group_start(parse, k)), depth + 1)  # "X is ill and met"
        return slot, how
    if parse.tags[k] != "V" or (parse.kind[k] == "ing" and not verb_group(parse, k).progressive):
        return None
    earlier = verb_group(parse, k)
    if _is_reduced(parse, earlier, group) or (earlier.infinitive and _is_finite(parse, group, u)):
        return None
    if how == "shared":
        return None if ends_clause_of_time(parse, k, u) else (subject_of(parse, earlier, depth + 1)[0], how)
    slot, found = subject_of(parse, earlier, depth + 1)
    thing = found == "relative" and slot is None and parse.lemma[group.verb] in SAYING
    undergoes = is_reported(parse, group, k) and is_undergoer(parse, group, slot)
    return None if thing or undergoes else (slot, how)  # not "hit a raid that killed ten, accusing Y"


def _is_reduced(parse: Parse, earlier: VerbGroup, group: VerbGroup) -> bool:
    """Say whether a verb has no subject to share: "accused by X", "having met X"."""
    kind, bare = parse.kind[earlier.verb], earlier.start == earlier.verb
    if parse.words[earlier.start] == "having" or (kind == "part" and bare and not earlier.perfect):
        return True
    return kind == "base" and bare and parse.kind[group.verb] == "past"


def _main_subject_right(parse: Parse, group: VerbGroup, depth: int) -> Found:
    """The subject of the first finite verb on the right: "Speaking in Paris, X said"."""
    if depth > _DEEP or parse.kind[group.verb] not in ("ing", "part", "past"):
        return _NOBODY
    first = None
    for comma in (k for k in range(group.verb, len(parse.tags)) if parse.tags[k] == ","):
        slot, end = noun_phrase(parse, comma + 1)
        if slot and end < len(parse.tags) and parse.tags[end] in "VXM":
            return slot, "participle"
        first = first or slot  # "Speaking in Paris, France, X said"
    return (first, "participle") if first else _NOBODY


def _is_finite(parse: Parse, group: VerbGroup, u: int) -> bool:
    """Say whether a verb goes with a finite one: "asked X to leave and called", "asked X to leave, calling"."""
    kind = parse.kind[group.verb]
    return kind in ("past", "s") or (kind == "ing" and parse.tags[u] == ",") or group.start < group.verb


def _control(parse: Parse, group: VerbGroup, u: int, depth: int) -> Found:
    """The subject of an infinitive: the governor's object where it has one, else the governor's subject."""
    if depth > _DEEP:
        return _NOBODY
    governor = governor_of(parse, group)
    used = governor >= 0 and parse.lemma[governor] == "use" and not verb_group(parse, governor).passive
    intender = None if used else whose_intent(parse, u)  # "used the offer by Y to praise Z": who used it
    intender = intender or for_whom(parse, u)
    if intender:
        return intender, "control"
    aux = skip_back(parse, u, "ANBDP'")
    if aux >= 0 and parse.tags[aux] == "X":  # "X was to meet", "X is due to meet", "X was in Y to meet", "X has yet to"
        slot, _ = subject_of(parse, VerbGroup(aux, group_start(parse, aux)), depth + 1)
        return slot, "control"
    if governor < 0:
        slot = headed(parse, u)
        return (slot, "direct") if slot else _NOBODY
    if parse.tags[u] in "AN',":
        slot = made_to(parse, governor)
        if slot:
            return slot, "control"
    if parse.tags[governor] == "V":
        slot, _ = subject_of(parse, verb_group(parse, governor), depth + 1)
        return slot, "control"
    return _NOBODY
