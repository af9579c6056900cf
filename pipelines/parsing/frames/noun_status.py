"""Whether an act that a noun tells happened, from what stands before the noun and the verb over or under it.

What belongs here: "talks with X were called off", "a planned visit". What does not: acts told by a verb (``status``).
"""

from __future__ import annotations

from pipelines.parsing.frames.conditions import is_over
from pipelines.parsing.frames.given_up import classes_of
from pipelines.parsing.frames.occasions import is_occasion, is_reason
from pipelines.parsing.frames.status import BY_CLASS, CUES, MODALS, unruled, verb_status
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.syntax.verbs import verb_group
from pipelines.parsing.words.lexicon import Lexicon

_PREDICATE_REACH = 20  # units
_IS = frozenset("is are was were 's 're isn't aren't wasn't weren't be been".split())
_GOES_ON = frozenset("continue drag remain proceed progress rage".split())
_SPANS, _SPAN_REACH = frozenset(("day", "hour", "week", "month", "year")), 5
_BEFORE = {
    **dict.fromkeys(
        ("possibility of", "prospect of", "prospects for", "call for", "calls for", "plan for", "plans for", "idea of",
         "chance of",
         "chances of", "hopes of", "hopes for", "talk of", "threat of", "risk of", "offer of", "push for", "ready for",
         "readiness for", "open to", "willingness for", "interested in", "interest in"),
        "proposed",
    ),
    **dict.fromkeys(
        ("instead of", "cancellation of", "cancelation of", "scrapping of", "absence of", "lack of"), "not_occurred"
    ),
}  # fmt: skip
# What talks do by themselves, so that after them it is their own verb: "talks opened in Rome".
_BY_ITSELF = frozenset("begin conclude continue end escalate expand finish open resume start".split())
_SETS_IN = frozenset("begin open resume start".split())
_SAID_OF_IT = {
    "out of the question": "not_occurred", "off the table": "not_occurred", "under way": "ongoing",
    "underway": "ongoing", "in progress": "ongoing", "on the table": "proposed", "unlikely": "proposed",
    "in doubt": "proposed", "out of reach": "not_occurred", "elusive": "not_occurred", "far off": "proposed",
    "on track": "planned", "days away": "planned", "weeks away": "planned", "on the agenda": "planned",
    "on the calendar": "planned", "on the cards": "planned", "on hold": "not_occurred",
}  # fmt: skip
_LEADING_UP = (
    "ahead of", "before", "in advance of", "preparation for", "preparations for", "prepare for", "run-up to",
    "prior to", "eve of",
)  # fmt: skip
_WHEN_REACH = 10  # units after a noun in which it is told when
_SCHEDULED = frozenset("schedule plan expect set slate intend".split())


def noun_status(parse: Parse, start: int, noun: int, end: int, lexicon: Lexicon, *, headline: bool) -> tuple[str, int]:
    """Return the status of an act told by a noun, and the unit of the verb that rules it (-1 for none).

    Args:
        parse: The sentence.
        lexicon: For what verbs govern.
        headline: Whether it is a headline.
        start: First unit of the noun chunk.
        noun: The noun's unit.
        end: Unit after the noun's own prepositional phrases.
    """
    first = start - 1 if start and parse.words[start - 1] == "no" else start  # "no such request"
    if start and parse.words[start - 1] == "not" and "single" in parse.words[start:noun]:
        return "not_occurred", _ruling_verb(parse, start)
    for k in range(first, noun):
        status = CUES.get(parse.words[k])
        if parse.words[k] in _IN_VAIN and parse.words[noun] in lexicon.classes["talks"]:
            continue  # "their failed summit": they held it
        if status and parse.tags[k] in "NDGB":
            ruler = _ruling_verb(parse, start)
            dropped = status == "planned" and _dropped(parse, start, end, ruler, lexicon)
            return "not_occurred" if dropped else status, ruler
    ruler, told = _ruling_verb(parse, start), predicate_of(parse, end, lexicon)
    if ruler >= 0 and told >= 0 and "say" in classes_of(parse, ruler, lexicon) and parse.tags[start - 1] in "VS":
        ruler = -1  # "said talks with X would resume"
    if _is_not_in(parse, start):
        return "not_occurred", ruler
    if is_reason(parse, ruler, start, lexicon):
        return "occurred", -1
    if is_occasion(parse, ruler, start):
        group = verb_group(parse, ruler)
        ahead = not group.negated and verb_status(parse, group, lexicon, headline=headline, lasting=False)
        return ahead or "occurred", ruler
    if ruler >= 0 and ruler < start:
        status = _status_under(parse, ruler, lexicon, headline)
        if status != "occurred" or parse.tags[start - 1] == "V":
            return status, ruler
    before = " ".join([parse.words[k] for k in range(max(0, start - 4), start) if parse.tags[k] != "q"])
    if before.endswith(_LEADING_UP) and not is_over(parse.words[noun + 1 : noun + _WHEN_REACH]):
        return "planned", ruler
    put = next((status for words, status in _BEFORE.items() if before.endswith(words)), "") or _there(parse, start)
    put = put or ("proposed" if _is_sought(parse, start) else "")
    if put:
        dropped = told >= 0 and ruler < 0 and _comes_to_nothing(parse, told, lexicon)  # "plans for talks fell through"
        return "not_occurred" if dropped else put, ruler
    if told >= 0 and (ruler < 0 or start == 0) and _heads(parse, start):
        if parse.tags[told] == "V":
            return _status_as_subject(parse, told, lexicon, headline), told
        return _status_by_copula(parse, told), ruler
    return "occurred", ruler


_IN_VAIN = frozenset(("failed", "stalled"))


def _dropped(parse: Parse, start: int, end: int, ruler: int, lexicon: Lexicon) -> bool:
    """Whether what was planned came to nothing: "a planned visit was cancelled", "called off a planned visit"."""
    if ruler >= 0 and parse.tags[start - 1] in "VDP" and "cancel" in classes_of(parse, ruler, lexicon):
        return not (verb_group(parse, ruler).negated or verb_group(parse, ruler).modal)
    told = predicate_of(parse, end, lexicon) if _heads(parse, start) else -1
    return told >= 0 and parse.tags[told] == "V" and _status_as_subject(parse, told, lexicon, False) == "not_occurred"


def _is_sought(parse: Parse, start: int) -> bool:
    """Whether an act is what talks are about, and no known one: "talks on a truce", not "talks on the 2015 accord"."""
    article, about = parse.words[start : start + 1], parse.words[max(0, start - 2) : start]
    return article in (["a"], ["an"]) and len(about) == 2 and about[0] in _TALKS and about[1] in _ABOUT_IT


_TALKS = frozenset(
    "agreement breakthrough consensus consultations details discussion discussions negotiations progress talks terms "
    "work".split()
)
_ABOUT_IT = frozenset("about for of on over regarding toward towards".split())


def _there(parse: Parse, start: int) -> str:
    """The status by "there will be", "there should be", "there were no" before a noun."""
    k = skip_back(parse, start - 1, "B")
    begin = max(0, k - 3)
    if k < 1 or parse.words[k] not in _IS or "there" not in parse.words[begin:k]:
        return ""
    if "G" in parse.tags[begin:k]:
        return "not_occurred"
    modal = next((word for word, tag in zip(parse.words[begin:k], parse.tags[begin:k], strict=True) if tag == "M"), "")
    return MODALS.get(modal, "")


def _is_not_in(parse: Parse, start: int) -> bool:
    """Whether somebody is said not to be at it: "is not in talks with X"."""
    k = skip_back(parse, start - 2, "BG")
    return parse.words[start - 1] == "in" and k >= 0 and parse.words[k] in _IS and "G" in parse.tags[k : start - 1]


def _heads(parse: Parse, start: int) -> bool:
    """Whether a noun phrase may be a subject: none after a preposition, but "a round of talks"."""
    if not start or parse.tags[start - 1] != "P":
        return True
    return parse.words[start - 1] == "of" and parse.words[max(0, start - 2)] in _SO_MUCH


_SO_MUCH = frozenset(
    "bout couple day days flurry hours months number pair phase raft round rounds series set spate string wave "
    "waves week weeks year years".split()
)


def predicate_of(parse: Parse, end: int, lexicon: Lexicon) -> int:
    """Return the unit of the verb, or of the bare form of "be", of which the noun before ``end`` is the subject.

    What is told in between is passed by: "the visit that was set for May has been scrapped", "talks held in Rome
    ended". -1 where there is none.
    """
    passed, k, last = False, end, min(end + _PREDICATE_REACH, len(parse.tags))
    while 0 <= k < last:
        tag = parse.tags[k]
        if tag == ";" or (tag == "C" and not _joins_nouns(parse, k)):
            return -1
        if tag == ",":
            k = _after_apposition(parse, k)
            continue
        if tag == "R" or (tag == "S" and parse.words[k] == "that"):
            passed = True
        elif tag == "V":
            if not (passed or _modifies(parse, k, lexicon)):
                return k
            passed = False
        elif tag == "X" and parse.words[k] in _IS and not passed and _is_bare(parse, k):
            return k
        k += 1
    return -1


def _joins_nouns(parse: Parse, k: int) -> bool:
    """Whether a coordinator stands between nouns: "talks between X and the Y"; not "talks ended and X left"."""
    follower = skip(parse, k + 1, "D")
    return parse.tags[k - 1] in "AN" and parse.tags[follower : follower + 1] in (["A"], ["N"])


def _after_apposition(parse: Parse, comma: int) -> int:
    """Return the unit after an apposition or a relative clause between two commas, or -1."""
    closes = next((k for k in range(comma + 1, min(comma + 16, len(parse.tags))) if parse.tags[k] in ",;"), -1)
    if closes < 0 or parse.tags[closes] == ";":
        return -1
    verb = next((k for k in range(comma + 1, closes) if parse.tags[k] == "V"), -1)
    if verb >= 0 and parse.tags[comma + 1] != "R" and not _only_tells_more(parse, comma + 1, verb):
        return -1
    return closes + 1


def _only_tells_more(parse: Parse, first: int, verb: int) -> bool:
    """Whether a participle opens what is told between two commas: "a visit, originally set for June, was put off"."""
    return parse.kind[verb] in ("part", "past") and skip(parse, first, "B") == verb


def _modifies(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb after a noun only tells more of it: "talks held in Rome", "a call to leave"."""
    group = verb_group(parse, verb)
    if group.infinitive:
        return group.start == 0 or parse.tags[skip_back(parse, group.start - 1, "BG")] != "X"
    if group.start < verb:
        return False
    light = parse.kind[verb] == "past" and "light" in classes_of(parse, verb, lexicon)
    light = light and parse.lemma[verb] not in _BY_ITSELF
    return parse.kind[verb] in ("part", "ing") or (light and parse.tags[verb + 1 : verb + 2] == ["P"])


def _is_bare(parse: Parse, k: int) -> bool:
    """Whether a form of "be" has no verb after it: "is possible"."""
    follower = skip(parse, k + 1, "BGXT")
    return follower < len(parse.tags) and parse.tags[follower] != "V"


def _status_by_copula(parse: Parse, verb: int) -> str:
    """The status by what is said of the act with "be": "is possible", "are under way", "is out of the question"."""
    after = parse.words[verb + 1 : verb + 6]
    phrase = " ".join(after)
    status = next((said for words, said in _SAID_OF_IT.items() if words in phrase), "")
    status = status or next((CUES[word] for word in after[:3] if word in CUES), "")
    if not status and parse.tags[verb - 1] == "M":  # "will be the first", "would be a mistake"
        return "planned" if parse.words[verb - 1] in ("will", "'ll") else "proposed"
    if "not" in after[:2] and status in ("planned", "proposed"):
        return "not_occurred"
    return status or "occurred"


def _ruling_verb(parse: Parse, start: int) -> int:
    for k in range(start - 1, max(-1, start - 8), -1):
        if parse.tags[k] == "V":
            return k
        if parse.tags[k] in ";SR":
            return -1
    return -1


def _status_under(parse: Parse, verb: int, lexicon: Lexicon, headline: bool) -> str:
    classes = classes_of(parse, verb, lexicon)
    group = verb_group(parse, verb)
    if "light" not in classes:
        for name, status in BY_CLASS:
            if name in classes and not (name == "plan" and "say" in classes):
                undenied = unruled(parse, verb) if name == "deny" else "not_occurred"
                return undenied if group.negated else status
    status = verb_status(parse, group, lexicon, headline=headline, lasting=False)
    if status == "occurred" and "begin" in classes and group.tense == "present":
        return "ongoing"
    if parse.lemma[verb] in ("seek", "propose", "demand") and status == "occurred":
        return "proposed"
    if parse.lemma[verb] in ("plan", "schedule", "prepare", "announce") and status == "occurred":
        return "planned" if parse.lemma[verb] != "announce" else "occurred"
    return status


def _comes_to_nothing(parse: Parse, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb undoes its subject: "was cancelled", "fell through", "failed to materialize"."""
    if parse.tags[verb] != "V":
        return False
    group = verb_group(parse, verb)
    if "cancel" in classes_of(parse, verb, lexicon):
        return not (group.negated or group.modal or group.infinitive)
    missed = parse.lemma[verb] == "fail" and parse.tags[verb + 1 : verb + 3] == ["T", "V"]
    return missed and "happen" in classes_of(parse, verb + 2, lexicon)


def _status_as_subject(parse: Parse, verb: int, lexicon: Lexicon, headline: bool) -> str:
    group = verb_group(parse, verb)
    classes = classes_of(parse, verb, lexicon)
    wished = parse.words[group.start] == "be"  # "ordered that sanctions be lifted"
    if wished or group.infinitive or (group.modal and "cancel" not in classes):  # "is still to take place", "may end"
        return verb_status(parse, group, lexicon, headline=headline, lasting=False)
    undone = "cancel" in classes or _comes_to_nothing(parse, verb, lexicon)
    if undone or (group.negated and (group.passive or "happen" in classes)):
        return "not_occurred"
    if parse.lemma[verb] in _SCHEDULED and group.passive:
        return "planned"
    if parse.lemma[verb] in _SETS_IN and group.tense == "present" and not (group.perfect or headline):
        return "planned"  # "talks resume on Monday"
    if "happen" in classes and group.progressive and group.tense == "present":
        return "ongoing"
    if parse.lemma[verb] == "enter" and not _SPANS.isdisjoint(parse.words[verb + 1 : verb + _SPAN_REACH]):
        return "ongoing"  # "fighting entered its fourth day"
    if parse.lemma[verb] in _GOES_ON:
        said = _status_by_copula(parse, verb) if parse.lemma[verb] == "remain" else "occurred"
        return said if said != "occurred" else "ongoing"
    return "occurred"
