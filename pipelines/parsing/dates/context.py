"""What the words around a date expression make of it: the clause's date, a noun's, a name's, or none at all.

What belongs here: looking left and right of an expression that ``grammar`` found. What does not: its meaning.
"""

from __future__ import annotations

from pipelines.parsing.dates.grammar import Form
from pipelines.parsing.dates.words import CODE, OTHER
from pipelines.parsing.document import Doc

_RELATIONS = {
    CODE[name]: name.lower() for name in ("SINCE", "UNTIL", "BY", "BEFORE", "AFTER", "FROM", "BETWEEN", "DURING")
}
_PREPOSITIONS = frozenset(
    CODE[name]
    for name in "IN ON SINCE UNTIL BY FROM TO DURING OF BEFORE AFTER BETWEEN AND OVER AT FOR WITHIN DASH".split()
)
_DETERMINERS = frozenset(CODE[name] for name in ("THE", "DET", "POSS", "AN", "THIS", "THAT"))
_PASSED = frozenset(CODE[name] for name in ("THE", "AT", "LAST", "DET"))
_BEFORE_AFTER = frozenset((CODE["BEFORE"], CODE["AFTER"]))
_PARTS = frozenset((CODE["PART"], CODE["DAWN"]))
_AHEAD = frozenset(("ahead", "advance", "prior"))
_STRAY_YEAR = frozenset(CODE[name] for name in ("MORE", "ABOUT", "CARD"))
_TOP = 2  # sentences, a headline among them
_HANDLE = 3  # words: "(@ annlee)"
# Words after "the May 12" or "in 2014" that start something new rather than carry on as the noun that it dates.
_FUNCTION_WORDS = frozenset(
    "a an the and or but that which who whom whose when where while as if than because after before since "
    "until by with without for from in into of on onto at to over under during through between against among "
    "about amid around his her its their our my your he she it they we i you this these those is was are were "
    "be been being has had have will would can could may might shall should must did do does not also again "
    "still then there said says say told alone only just both either neither per via following".split()
)


def relation_of(doc: Doc, codes: str, start: int) -> str | None:
    """Return the preposition before an expression that changes what it says of the clause, or None."""
    before = start - 1
    if before >= 0 and codes[before] in _PASSED:
        before -= 1
    if before > 0 and codes[before] in (CODE["OF"], CODE["TO"]) and doc.lowers[before - 1] in _AHEAD:
        return "before"  # "ahead of his Tuesday meeting", "in advance of Saturday's vote"
    if before > 0 and codes[before] == CODE["FOLL"] and codes[before - 1] != CODE["THE"]:
        return "after"  # "following Monday's raid", not "the following Monday"
    if before >= 0 and codes[before] in _BEFORE_AFTER and codes[start] in _PARTS:
        return None  # "before dawn on Wednesday", "after midnight on Sunday": of that day
    return _RELATIONS.get(codes[before]) if before >= 0 else None


def has_surname_may(doc: Doc, codes: str) -> bool:
    """Say whether May is somebody's name here ("Theresa May", "Mrs. May"): then it is a month only beside a number."""
    may = CODE["MAMB"]
    at = codes.find(may, 1)
    while at > 0:
        before = doc.words[at - 1] if doc.words[at - 1] != "." or at < 2 else doc.words[at - 2]
        if (
            doc.words[at] == "May"
            and codes[at - 1] in (OTHER, CODE["STOP"])
            and before[:1].isupper()
            and len(before) > 1
        ):
            return doc.sentence_at(at - 1) == doc.sentence_at(at)
        at = codes.find(may, at + 1)
    return False


def kind_of(doc: Doc, codes: str, form: Form, start: int, end: int, surname_may: bool) -> str | None:
    """Return the kind of an expression where it stands, or None where it is no date at all."""
    before = codes[start - 1] if start else OTHER
    after = codes[end] if end < len(codes) else OTHER
    if form.name == "month" and not _is_month(doc, codes, start, end, surname_may):
        return None
    if form.name in ("day_of_month", "season") and _name_or_noun_follows(doc, start, end):
        return None
    if form.name == "last_night" and before == CODE["THE"]:  # the last of several
        return None
    if form.name == "period_rim" and doc.lowers[end - 1] == "day":  # "at the end of the day": when all is said
        return None
    if form.name == "year":
        return _year_kind(doc, codes, start, end)
    if form.kind == "gap":
        opens = start == doc.sentences[doc.sentence_at(start)][0]
        return "gap" if _clause_follows(doc, end) and not opens else "anchor"
    if after == CODE["POSS"] and form.kind not in ("anchor", "gap"):
        return "possessive"
    if form.kind in ("calendar", "weekday") and before in _DETERMINERS and _noun_follows(doc, end):
        return "modifier"
    if form.kind == "calendar" and _in_dateline(doc, start, end):
        return "dateline"
    if form.kind == "calendar" and _under_post(doc, start):
        return "stamp"
    dated = CODE["YEAR"] in codes[start:end] or CODE["OLDYEAR"] in codes[start:end]
    return "absolute" if form.kind == "calendar" and dated else form.kind


def _clause_follows(doc: Doc, end: int) -> bool:
    if end >= len(doc.words):
        return False
    word = doc.words[end]
    return word[0].isalnum() and word.lower() not in ("and", "but", "or", "said", "when", "in", "on", "at")


def _name_or_noun_follows(doc: Doc, start: int, end: int) -> bool:
    """Say whether it is a part of something else: "the 5th Circuit", "the 12th floor", "Spring Hill"."""
    if end >= len(doc.words) or not doc.words[end].isalpha():
        return False
    if doc.words[end - 1].isdigit():
        return False
    named = doc.words[end][0].isupper() and (doc.words[end - 1][0].isupper() or doc.words[end - 1][0].isdigit())
    return named or (doc.words[end - 1][0].isdigit() and _noun_follows(doc, end))


def _noun_follows(doc: Doc, end: int) -> bool:
    """Say whether a lower-case content word comes next: "the May 12 deadline", "his Tuesday meeting"."""
    if end >= len(doc.words):
        return False
    word = doc.words[end]
    return word[0].islower() and word not in _FUNCTION_WORDS


def _is_month(doc: Doc, codes: str, start: int, end: int, surname_may: bool) -> bool:
    """Say whether a lone month name is a month: after a preposition, or dating a noun ("the April summit")."""
    before = codes[start - 1] if start else OTHER
    if codes[start] == CODE["MABB"]:
        return before in _PREPOSITIONS and codes[end - 1] == CODE["STOP"]
    if codes[start] == CODE["MAMB"]:
        strict = before in (CODE["IN"], CODE["SINCE"], CODE["DURING"], CODE["UNTIL"])
        named = before in _DETERMINERS and _noun_follows(doc, end)  # "a May meeting"
        return strict or (not surname_may and ((before in _PREPOSITIONS and before != CODE["AND"]) or named))
    if before in _PREPOSITIONS or before in _DETERMINERS:
        return True
    named = end < len(doc.words) and doc.words[end][0].isupper()
    return not named and (start == 0 or not doc.words[start - 1][0].isupper())


def _year_kind(doc: Doc, codes: str, start: int, end: int) -> str | None:
    """Say what a lone year is: a date, a year before a noun, a part of a name, or a plain number (None)."""
    before = codes[start - 1] if start else OTHER
    previous = doc.words[start - 1] if start else "."
    if before in _STRAY_YEAR:
        return None
    if before in _DETERMINERS or (before == OTHER and previous[0].islower()):
        if end < len(doc.words) and codes[end] == CODE["POSS"]:
            return "possessive"
        named = end < len(doc.words) and doc.words[end][0].isupper()  # "the likely 2020 Democratic nominee"
        return "modifier" if before in _DETERMINERS or named or _noun_follows(doc, end) else "absolute"
    if before == OTHER and previous[0].isupper() and doc.sentence_at(start - 1) == doc.sentence_at(start):
        return "name_year"
    return "possessive" if end < len(codes) and codes[end] == CODE["POSS"] else "absolute"


def _in_dateline(doc: Doc, start: int, end: int) -> bool:
    """Say whether a date stands in a dateline: "ISTANBUL, Nov. 28 —", nothing but names and marks before it; nothing at
    all where it opens the text.
    """
    if end >= len(doc.words) or doc.words[end] not in ("—", "–", "-", "--", "("):
        return False
    sentence = doc.sentence_at(start)
    first = doc.sentences[sentence][0]
    opens = start == first and sentence < _TOP
    return (opens or 0 < start - first <= 12) and not any(word[0].islower() for word in doc.words[first:start])


def _under_post(doc: Doc, start: int) -> bool:
    """Say whether a date stands under a post that the page shows: "— Ann Lee (@annlee) May 9, 2019"."""
    if start < _HANDLE or doc.words[start - 1] != ")":
        return False
    return any(word.startswith("@") for word in doc.words[start - _HANDLE : start - 1])
