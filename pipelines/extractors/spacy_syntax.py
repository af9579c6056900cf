"""What a dependency parse says about a verb: its wording, who fills its slots, whether it happened, who says so.

What belongs here: the labels of the two schemes that spaCy's pipelines use (ClearNLP's and Universal Dependencies'),
and what follows from them. What does not: actors, claims, any wording. Tokens are spaCy's; nothing here imports it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from typing import Any

from pipelines.parsing.words.lexicon import MAX_GAP, Lexicon, Trigger

_SUBJECT = frozenset(("nsubj",))
_PASSIVE_SUBJECT = frozenset(("nsubjpass", "nsubj:pass"))
_OBJECT = frozenset(("dobj", "obj", "iobj", "dative"))
_PREPOSITION = frozenset(("prep", "agent"))
_AUXILIARY = frozenset(("aux", "aux:pass", "auxpass"))
_BELOW = frozenset(("xcomp", "ccomp", "pcomp", "advcl"))
_RELATIVE = frozenset(("relcl", "acl:relcl"))
_MODIFIER = frozenset(("amod", "compound", "poss", "nmod", "nmod:poss"))
_RELATIVE_WORDS = frozenset(("who", "which", "that", "whom"))
_NEGATIONS = frozenset(("not", "n't", "n’t", "never"))
_MODALS = {
    "will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned",
    **dict.fromkeys(("would", "'d", "’d", "could", "may", "might", "can", "should", "must", "ought"), "proposed"),
}  # fmt: skip
_GOVERNS = {"deny": "not_occurred", "plan": "planned", "propose": "proposed"}
_LONGEST_CHAIN = 4


_AS_A_RULE = 6  # of ten uses


def wordings_at(verb: Any, lexicon: Lexicon, named: Container[int]) -> Iterator[tuple[Trigger, int]]:
    """Yield the wordings that a token opens and that tell an act as a rule, the longest of each type, with their ends.

    Args:
        verb: A token.
        lexicon: The wordings.
        named: Tokens that name an actor.
    """
    rows = lexicon.heads.get(verb.lower_, ())
    lemmas = {lemma for lemma, _ in lexicon.verb_forms.get(verb.lower_, ())}
    if verb.pos_ not in ("VERB", "") or not lemmas:
        return
    types = set()
    for trigger in rows:  # longest first
        if trigger.pos != "v" or trigger.head not in lemmas or int(trigger.strength) < _AS_A_RULE:
            continue
        end = _tail_end(verb.doc, verb.i + 1, verb.sent.end, trigger.tail, named)
        if end >= 0 and trigger.engagement_type not in types:
            types.add(trigger.engagement_type)
            yield trigger, end


def _tail_end(doc: Any, at: int, stop: int, tail: Sequence[frozenset[str] | str | None], named: Container[int]) -> int:
    """Return the token after a wording's tail where it matches from a token on, else -1."""
    if not tail:
        return at
    first, rest = tail[0], tail[1:]
    reach = MAX_GAP if first is None or isinstance(first, str) or len(first) > 1 else 1
    for here in range(at, min(at + reach + (first is None), stop)):
        if first is None:
            end = _tail_end(doc, here, stop, rest, named)
        elif isinstance(first, str):  # "{actor}": it stays outside where it ends the wording
            end = (at if not rest else _tail_end(doc, here + 1, stop, rest, named)) if here in named else -1
        else:
            end = _tail_end(doc, here + 1, stop, rest, named) if doc[here].lower_ in first else -1
        if end >= 0:
            return end
        if doc[here].pos_ in ("VERB", "PUNCT") or doc[here].is_punct:
            return -1
    return -1


def slots(verb: Any, end: int) -> Iterator[tuple[str, Any]]:
    """Yield (slot, head of the phrase that fills it) of the wording from a verb up to a token, coordination unfolded.

    Slots are named as in ``frames.csv``: ``subj``, ``obj``, or the preposition.
    """
    for name, token in _slots(verb, end):
        yield name, token
        yield from ((name, other) for other in token.conjuncts if other.i > token.i)


def _slots(verb: Any, end: int) -> Iterator[tuple[str, Any]]:
    passive = any(child.dep_ in _PASSIVE_SUBJECT for child in verb.children)
    yield from (("obj" if passive else "subj", token) for token in subjects(verb))
    for word in verb.doc[verb.i : end]:
        for child in word.children:
            if child.dep_ in _OBJECT and child.i >= end:
                yield "obj", child
            for preposition, token in _prepositional(child):
                yield "subj" if passive and preposition == "by" else preposition, token


def _prepositional(child: Any) -> Iterator[tuple[str, Any]]:
    if child.dep_ in _PREPOSITION:
        yield from ((child.lower_, below) for below in child.children if below.dep_ == "pobj")
    elif child.dep_.split(":")[0] in ("obl", "nmod"):
        yield from ((below.lower_, child) for below in child.children if below.dep_ == "case")


def subjects(verb: Any, depth: int = 0) -> list[Any]:
    """Return the subject of a verb, its own or that of the verb it goes with: "agreed to meet", "met and praised"."""
    for child in verb.children:
        if child.dep_ in _SUBJECT | _PASSIVE_SUBJECT:
            relative = child.lower_ in _RELATIVE_WORDS and verb.dep_ in _RELATIVE
            return [verb.head] if relative else [child]
    if verb.dep_ in ("conj", "xcomp") and depth < _LONGEST_CHAIN:
        return subjects(verb.head, depth + 1)
    return []


def status_of(verb: Any, lexicon: Lexicon, depth: int = 0) -> str:
    """Return the status of the act that a verb tells, from its negation, its modal and what governs it."""
    if any(child.dep_ == "neg" or child.lower_ in _NEGATIONS for child in verb.children):
        return "not_occurred"
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in _AUXILIARY]
    modal = next((_MODALS[word] for word in auxiliaries if word in _MODALS), None)
    conditional = any(child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether") for child in verb.children)
    if modal is not None or conditional:
        return "proposed" if conditional or modal is None else modal
    return _governed(verb, lexicon, depth, infinitive="to" in [child.lower_ for child in verb.children])


def _governed(verb: Any, lexicon: Lexicon, depth: int, infinitive: bool) -> str:
    if verb.dep_ == "conj" and depth < _LONGEST_CHAIN:
        return status_of(verb.head, lexicon, depth + 1)
    if verb.dep_ not in _BELOW or verb.head.i == verb.i:
        return "proposed" if infinitive and verb.dep_ == "acl" else "occurred"
    classes = governs(verb.head, lexicon)
    for name, status in _GOVERNS.items():
        if name in classes and (name == "deny" or "say" not in classes or infinitive):
            return status
    if infinitive and depth < _LONGEST_CHAIN and classes & {"begin", "did", "see"}:
        return status_of(verb.head, lexicon, depth + 1)
    return "proposed" if infinitive else "occurred"


def governs(verb: Any, lexicon: Lexicon) -> frozenset[str]:
    """Return the classes of what stands under a verb (``say``, ``plan``, ``deny`` ...)."""
    lemmas = [lemma for lemma, _ in lexicon.verb_forms.get(verb.lower_, ())]
    return frozenset().union(*(lexicon.governs.get(lemma, frozenset()) for lemma in lemmas))


def speakers(verb: Any, lexicon: Lexicon) -> list[Any]:
    """Return who says that it is so: the subject of the verb of saying above."""
    said = verb.dep_ == "ccomp" and "say" in governs(verb.head, lexicon)
    return subjects(verb.head) if said else []


def naming_token(token: Any, named: Container[int]) -> int | None:
    """Return the token that names the actor of a phrase by its head: the head itself, or what modifies it."""
    if token.i in named:
        return int(token.i)
    return next((int(child.i) for child in token.children if child.dep_ in _MODIFIER and child.i in named), None)
