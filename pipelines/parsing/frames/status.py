"""Whether an act happened: occurred, ongoing, planned, proposed or not_occurred, from the grammar around its word.

What belongs here: tense, modality, negation, conditionals and what governs the act. What does not: acts told by a noun
(``noun_status``), which act it is.
"""

from __future__ import annotations

from pipelines.parsing.frames.conditions import condition_follows, is_conditional, is_leaving, lies_ahead
from pipelines.parsing.frames.given_up import classes_of, given_up
from pipelines.parsing.frames.settled import settled
from pipelines.parsing.syntax.infinitives import governor_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import VerbGroup, as_coordinated, verb_group
from pipelines.parsing.words.lexicon import Lexicon

_WORDS = {
    "planned": "planned upcoming scheduled forthcoming next expected future imminent due set slated poised likely "
    "ready "
    "prepared about plan plans planning decision intention intent order orders preparation preparations intends "
    "impending "
    "looming pending ahead prospective eventual",
    "proposed": "proposed possible potential would-be hypothetical further prospect prospects possibility call calls "
    "request "
    "demand demands proposal threat effort efforts attempt attempts offer need power ability right mandate willing "
    "able free "
    "eager open hoped-for desire hope hopes bid push pressure idea option options considering chance calling if "
    "unless whether",
    "not_occurred": "cancelled canceled postponed scrapped aborted unable unwilling reluctant refusal failure no "
    "without never "
    "failed nor neither stalled averted",
    "ongoing": "ongoing continuing current continued present raging",
}
CUES = {word: status for status, words in _WORDS.items() for word in words.split()}
MODALS = {
    "will": "planned",
    "'ll": "planned",
    "shall": "planned",
    "won't": "not_occurred",
    "would": "proposed",
    "'d": "proposed",
    "could": "proposed",
    "may": "proposed",
    "might": "proposed",
    "can": "proposed",
    "should": "proposed",
    "must": "proposed",
    "ought": "proposed",
    "cannot": "not_occurred",
    "can't": "not_occurred",
    "wouldn't": "not_occurred",
    "couldn't": "not_occurred",
    "shouldn't": "proposed",
}
# "would have met": it did not come to it.
_COUNTERFACTUAL = frozenset("would 'd could should ought".split())
BY_CLASS = (("deny", "not_occurred"), ("plan", "planned"), ("propose", "proposed"))
_BE = frozenset("be is are was were".split())


def verb_status(
    parse: Parse, group: VerbGroup, lexicon: Lexicon, *, headline: bool, lasting: bool, depth: int = 0
) -> str:
    """Return the status of the act that a verb group tells.

    Args:
        parse: The sentence.
        group: The verb with its auxiliaries.
        lexicon: For what verbs govern.
        depth: How many governing verbs were climbed so far.
        headline: The sentence is a headline, where the present tells the past and "to" the future.
        lasting: The act goes on for a while (fighting, stationing), so that a present tense means ongoing.
    """
    group = as_coordinated(parse, group)
    certain = settled(parse, group)
    if certain:
        return certain
    conditional = is_conditional(parse, group)
    if group.negated:
        return "not_occurred"
    if group.modal:
        if group.perfect and group.modal in _COUNTERFACTUAL and parse.kind[group.verb] == "part":
            return "not_occurred"
        status = MODALS.get(group.modal, "proposed")
        if group.modal in ("would", "'d") and not conditional and _reported(parse, group, lexicon):
            status = "proposed" if condition_follows(parse, group.verb) else "planned"
        return "proposed" if conditional and status == "planned" and group.start != 0 else status
    if group.infinitive:
        return _infinitive(parse, group, lexicon, headline, depth)
    if conditional:
        return "proposed"
    above = _under_that(parse, group, lexicon)
    if above:
        return above
    if parse.kind[group.verb] == "ing" and not group.progressive:
        return _gerund(parse, group, lexicon, headline, depth)
    if not (group.perfect or headline or depth) and lies_ahead(parse, group):
        return "planned"
    if group.progressive or (group.tense == "present" and not group.passive):
        told = headline and not group.progressive  # "X attacks Y" over a story: it has
        told = told or (group.perfect and "had" in parse.words[group.start : group.verb])
        return "ongoing" if lasting and not told else "occurred"
    if group.passive and group.tense == "present" and lasting:
        return "ongoing"
    return "occurred"


def _reported(parse: Parse, group: VerbGroup, lexicon: Lexicon) -> bool:
    for k in range(group.start - 1, -1, -1):
        if parse.tags[k] == "V":
            return bool(classes_of(parse, k, lexicon) & {"say", "plan"}) and parse.kind[k] in ("past", "part")
        if parse.tags[k] in ";q":
            return False
    return False


def _under_that(parse: Parse, group: VerbGroup, lexicon: Lexicon) -> str:
    """The status that a verb above a that-clause gives, as in "denied that X attacked"."""
    for k in range(group.start - 1, max(-1, group.start - 12), -1):
        if parse.tags[k] in ";,R":
            return ""
        if parse.tags[k] == "V" and not _is_what_is_told(parse, k):
            between = parse.words[k + 1 : group.start]
            classes = classes_of(parse, k, lexicon)
            if "deny" in classes and ("that" in between or parse.lemma[k] == "deny"):
                return "" if verb_group(parse, k).negated else "not_occurred"
            if "plan" in classes and group.progressive:  # "announced that it was sending troops"
                return "planned"
            bare = parse.words[group.start] == "be" and not group.infinitive  # "ordered that troops be sent"
            if "that" in between and (bare or (parse.kind[group.verb] == "base" and "say" not in classes)):
                return next((status for name, status in BY_CLASS[1:] if name in classes), "")
            return ""
    return ""


def _is_what_is_told(parse: Parse, k: int) -> bool:
    """Whether what looks like a verb is the noun that a that-clause goes with: "denied reports that X attacked"."""
    return k > 0 and parse.tags[k - 1] == "V" and parse.words[k + 1 : k + 2] == ["that"]


def _infinitive(parse: Parse, group: VerbGroup, lexicon: Lexicon, headline: bool, depth: int) -> str:
    k = group.start - 1
    while k >= 0 and parse.tags[k] in "Bq":
        k -= 1
    if k < 0:
        return "planned" if headline else "proposed"
    word = parse.words[k]
    if parse.tags[k] == "X":
        if group.perfect and word in ("was", "were"):  # "was to have met"
            return "not_occurred"
        if word in ("have", "has", "had"):
            return "not_occurred" if "yet" in parse.words[k : group.start + 1] else "proposed"
        return "planned" if word in _BE else "proposed"
    if parse.tags[k] == "N" and word in CUES:
        missed = CUES[word] == "planned" and (group.perfect or given_up(parse, k, lexicon))  # "was due to have met"
        return "not_occurred" if missed else CUES[word]
    if parse.tags[k] == "A" and headline and not any(t == "V" for t in parse.tags[:k]):
        return "planned"
    governor = governor_of(parse, group)
    if governor < 0 or depth > 3 or word in ("whether", "how"):
        return "proposed"
    return _governed(parse, governor, lexicon, headline, depth)


def _governed(parse: Parse, governor: int, lexicon: Lexicon, headline: bool, depth: int) -> str:
    classes = classes_of(parse, governor, lexicon)
    group = verb_group(parse, governor)
    if parse.lemma[governor] == "go" and parse.kind[governor] == "ing" and group.progressive:  # "is going to meet X"
        return "not_occurred" if group.negated else "planned"
    for name, status in BY_CLASS:
        if name in classes:
            negated = group.negated or (group.modal in ("won't", "cannot", "can't"))
            undenied = unruled(parse, governor) if status == "not_occurred" else "not_occurred"
            return undenied if negated else status
    if is_leaving(parse, governor) and group.tense == "present" and not (group.perfect or group.negated or group.modal):
        return "planned"  # "leaves for Rome to meet X"
    above = verb_status(parse, group, lexicon, headline=headline, lasting=False, depth=depth + 1)
    if classes & {"begin", "cause", "did", "see"} or above != "occurred":
        goes_on = group.tense == "present" or (group.perfect and "had" not in parse.words[group.start : governor])
        return "ongoing" if "begin" in classes and goes_on and above == "occurred" else above
    return "proposed"


def unruled(parse: Parse, verb: int) -> str:
    """The status of what is not denied: "did not rule out an attack" leaves it possible, "did not avoid" does not."""
    return "proposed" if parse.lemma[verb] in ("rule", "exclude") else "occurred"


def _gerund(parse: Parse, group: VerbGroup, lexicon: Lexicon, headline: bool, depth: int) -> str:
    k = group.start - 1
    while k >= 0 and parse.tags[k] in "Bq":
        k -= 1
    if k >= 0 and parse.tags[k] == "P":
        told = _after_preposition(parse, k)
        if told:
            return told
    if k >= 0 and parse.tags[k] in "VP" and depth < 3:
        governor = (
            k if parse.tags[k] == "V" else next((j for j in range(k, max(-1, k - 6), -1) if parse.tags[j] == "V"), -1)
        )
        if governor >= 0:
            classes = classes_of(parse, governor, lexicon)
            if "deny" in classes and parse.lemma[governor] not in ("fail", "oppose"):
                return unruled(parse, governor) if verb_group(parse, governor).negated else "not_occurred"
            if parse.words[k] == "against" and parse.lemma[governor] in _AGAINST:
                return _AGAINST[parse.lemma[governor]]
            if "begin" in classes:
                return "ongoing"
            if "plan" in classes and parse.words[k] == "to":  # "looks forward to meeting X"
                return "planned"
            if "propose" in classes and (k == governor or (k == governor + 1 and parse.words[k] in _ABOUT)):
                return "proposed"
    return _beside(parse, group, k, lexicon, headline, depth)


_ABOUT = frozenset("about at for of on".split())
_AGAINST = dict.fromkeys(("advise", "caution", "counsel", "warn"), "proposed") | dict.fromkeys(
    ("decide", "opt", "vote"), "not_occurred"
)
_WITH = frozenset("by while through".split())
_PAPERS = frozenset("agreement bill deal decree law legislation measure order plan proclamation resolution".split())
_AHEAD = ("planned", "proposed", "not_occurred")


def _beside(parse: Parse, group: VerbGroup, k: int, lexicon: Lexicon, headline: bool, depth: int) -> str:
    """The status of what comes with another act: "will calm X by promising aid", "will go to X, meeting Y".

    Args:
        parse: The sentence.
        group: The participle.
        k: What stands before it.
        lexicon: For what verbs govern.
        headline: Whether it is a headline.
        depth: How many governing verbs were climbed so far.
    """
    by = k >= 0 and parse.words[k] in _WITH
    joined = by or parse.tags[k] == "," or parse.words[k] in _PAPERS
    if k < 1 or depth > 2 or not joined or _speaks(parse, group.verb, lexicon):
        return "occurred"
    main = next((j for j in range(k - 1, -1, -1) if parse.tags[j] in "V;" and parse.kind[j] != "ing"), -1)
    if main < 0 or parse.tags[main] != "V":
        return "occurred"
    group = as_coordinated(parse, verb_group(parse, main))
    if not (group.modal or group.negated or (group.infinitive and _is_put(parse, group, lexicon))):
        return "occurred"
    above = verb_status(parse, group, lexicon, headline=headline, lasting=False, depth=depth + 1)
    return above if above in (_AHEAD if by else _AHEAD[:2]) else "occurred"


def _speaks(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Whether it is said with what was said before, not done with it: "..., accusing X of", "..., urging X to"."""
    return not classes_of(parse, verb, lexicon).isdisjoint(("say", "charge", "propose"))


def _is_put(parse: Parse, group: VerbGroup, lexicon: Lexicon) -> bool:
    """Whether an infinitive is planned or asked for, no mere purpose."""
    governor = governor_of(parse, group)
    put = not classes_of(parse, governor, lexicon).isdisjoint(("plan", "propose"))
    return governor >= 0 and (put or bool(verb_group(parse, governor).modal))


_PHRASES = {
    "instead of": "not_occurred", "short of": "not_occurred", "close to": "proposed", "aimed at": "proposed",
    "capable of": "proposed", "point of": "planned", "favor of": "proposed", "favour of": "proposed",
    "alternative to": "not_occurred", "way of": "proposed", "opposed to": "proposed", "intent on": "planned",
    "opted against": "not_occurred", "decided against": "not_occurred", "clear of": "not_occurred",
    "away from": "not_occurred",
}  # fmt: skip


def _after_preposition(parse: Parse, k: int) -> str:
    """The status of what a preposition puts in prospect: "without", "the possibility of", "open to", "short of"."""
    if parse.words[k] == "without":
        return "not_occurred"
    before = parse.words[k - 1] if k else ""
    return _PHRASES.get(
        f"{before} {parse.words[k]}", CUES.get(before, "") if parse.words[k] in ("of", "to", "for") else ""
    )
