"""Which verb form a unit is, if it is a verb there: "the cut" is none, "they cut" is one.

What belongs here: one unit whose word may be a verb, by the units beside it. What does not: walking the sentence
(``verb_forms``).
"""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.parsing.syntax.before_forms import is_adjective_here, is_guest_here, tells_only_whose
from pipelines.parsing.syntax.undergone import after_passive, done_by_somebody, is_undergone, lacks_object
from pipelines.parsing.syntax.units import Parse, over_aside, skip_back
from pipelines.parsing.words.closed_words import DOERS

Form = tuple[str, str]  # lemma and kind


@dataclass(slots=True)
class _Beside:
    """A unit whose word may be a verb, and what stands beside it.

    Attributes:
        by_kind: Its lemma in each form that it may be.
        noun_too: Whether it may be a noun.
        p: The unit before it, insertions passed over; -1 for none.
        prev: That one's tag, "D" also for what stands before nouns only; "" for none.
        follower: The tag of the unit after it, or "".
    """

    parse: Parse
    u: int
    by_kind: dict[str, str]
    noun_too: bool
    headline: bool
    p: int
    prev: str
    follower: str

    @property
    def word(self) -> str:
        return self.parse.words[self.u]

    @property
    def word_before(self) -> str:
        return self.parse.words[self.p]


def form_here(parse: Parse, u: int, kinds: tuple[Form, ...], *, noun_too: bool, headline: bool) -> Form | None:
    """Return lemma and form of a unit where it is a verb, else None.

    Args:
        parse: The sentence, its verbs up to the unit found.
        u: The unit.
        kinds: Lemma and form of every verb that the word may be.
        noun_too: Whether the word may be a noun.
        headline: Whether the sentence is one.
    """
    p = skip_back(parse, over_aside(parse, u - 1), "BGq")
    follower = parse.tags[u + 1] if u + 1 < len(parse.tags) else ""
    by_kind = {kind: lemma for lemma, kind in reversed(kinds)}
    at = _Beside(parse, u, by_kind, noun_too, headline, p, _tag_before(parse, p), follower)
    if "base" in by_kind and ((at.prev in "TM" and at.prev) or (at.prev == "X" and at.word_before in _DO)):
        return by_kind["base"], "base"
    if "past" in by_kind or "part" in by_kind:
        return _past(at)
    for kind, is_kind in _OTHERS:
        if kind in by_kind:
            return (by_kind[kind], kind) if is_kind(at) else None
    return None


def _tag_before(parse: Parse, p: int) -> str:
    """Return the tag of the unit before a form; that of an article where it says that a noun follows."""
    tag = parse.tags[p] if p >= 0 else ""
    mention = parse.mention[p] if tag == "A" else None
    if mention is not None and (parse.words[p] in _WHOSE or (mention.is_pronoun and mention.possessive)):
        return "D"  # "his comments"
    if tag == "A" and p and is_adjective_here(parse, p):
        return "D"  # "his Chadian ally", "the Chadian backers"
    return "D" if tag == "N" and parse.words[p] in _ADJECTIVES else tag  # "former seals", "fresh strikes"


def _past(at: _Beside) -> Form | None:
    """Tell "X cut ties" from "X was cut off" and "the cut"."""
    lemma = at.by_kind.get("past") or at.by_kind["part"]
    takes_it = at.prev == "N" and at.follower in ("A", "D")  # "a rocket hit the port", "the bank cut its rate"
    if "base" in at.by_kind and at.prev in ("D", "'", "P", "N") and at.noun_too and not takes_it:
        return None  # "the cut", "a set", "hit": a noun
    if at.noun_too and at.follower in ("P", "") and (at.prev == "'" or at.word_before in _ARTICLES):
        return None  # "a shot at the title"
    if at.prev == "X":
        return at.by_kind.get("part", lemma), "part"
    if _only_describes(at):
        return None
    if "past" not in at.by_kind:
        return at.by_kind["part"], "part"
    return lemma, "part" if "part" in at.by_kind and _is_undergone_here(at, lemma) else "past"


def _only_describes(at: _Beside) -> bool:
    """Say whether a participle only describes the noun after it."""
    parse, p, prev, follower = at.parse, at.p, at.prev, at.follower
    if prev in ("D", "'") and follower in ("N", "A"):  # "the detained journalists", but "X and Y each detained them"
        return not (at.word_before in _EACH and p and parse.tags[p - 1] == "A")
    if prev == "P" and follower == "A" and at.word_before in _BEFORE_NOUNS:
        return True  # "of divided Cyprus"
    if prev in ("P", ",", "") and follower == "N" and "past" in at.by_kind and at.u and parse.tags[at.u - 1] == "P":
        return True
    # "suspended planned tariffs"
    return prev == "V" and follower in ("N", "A") and at.word in _IN_STORE and _takes_it(parse, p)


def _is_undergone_here(at: _Beside, lemma: str) -> bool:
    if at.prev == "A" and at.word_before in DOERS and at.p == at.u - 1 and at.p and at.parse.tags[at.p - 1] in "ANS,":
        return False  # "the sailors it seized in May"
    if at.prev in ("N", "A", ",", ""):
        return is_undergone(at.parse, at.u, lemma, at.follower)
    if at.prev == "C" and done_by_somebody(at.parse, at.u):  # "praised by X and | armed by Y"
        return is_undergone(at.parse, at.u, lemma, at.follower)
    if at.prev != "C" or not after_passive(at.parse, at.p):  # "was jailed in May and accused of theft"
        return False
    suffered = lemma in _SUFFERED and at.follower in ("P", ",", ";", "")
    return suffered or lacks_object(at.parse, at.u, lemma) or is_undergone(at.parse, at.u, lemma, at.follower)


def _is_ing(at: _Beside) -> bool:
    """Tell "X is fighting" from "the fighting"."""
    prev, follower = at.prev, at.follower
    if prev in ("D", "'") and (follower != "A" or (at.noun_too and at.word_before in _ARTICLES)):
        return False
    if prev == "D" and at.word in _IN_STATE and at.parse.mention[at.u + 1].described:
        return False  # "the sitting president"
    if at.word == "visiting" and at.p >= 0 and is_guest_here(at.parse, at.p, at.u + 1):
        return False
    if not at.noun_too:
        return True
    if prev in ("A", "N") and follower not in ("A", "D", "O"):
        return False
    if prev in ("P", "V", "C", "S", ",", "") and _is_subject(at.parse, at.u, follower):
        return False  # "fighting broke out", "the capital, where fighting has raged"
    # "after meeting in", "held a meeting"
    return not (prev in ("P", "V", "C", "") and follower in ("P", ",", ";", "C", ""))


def _is_s(at: _Beside) -> bool:
    """Tell "X plans raids" from "the plans"."""
    parse, p, prev, follower, noun_too = at.parse, at.p, at.prev, at.follower, at.noun_too
    after_two = prev == "S" and at.u and parse.tags[at.u - 1] == "S"
    if prev in ("O", "R") or (after_two and not (noun_too and _is_time(parse, p))):
        return True
    if _is_plural_noun(at):
        return False
    if prev == ";" and at.word_before in _DASHES and not noun_too:
        return True  # "the premier — once a rebel — denounces it"
    if prev not in ("A", "N", ",", "q", "C", "V"):
        return False
    return not noun_too or (at.headline and not _has_verb(parse, p)) or follower in ("A", "D", "O", "S", "T")


_IN_STATE = frozenset("departing incoming outgoing remaining ruling sitting surviving visiting warring".split())


def _is_plural_noun(at: _Beside) -> bool:
    parse, p, prev, follower = at.parse, at.p, at.prev, at.follower
    object_too = at.noun_too or at.word == "plans"
    if prev == "V" and follower in ("P", "T") and (parse.kind[p] == "ing" or (object_too and _takes_it(parse, p))):
        return True  # "rejecting remarks by X", "dropped plans to"
    if prev == "A" and follower in ("S", "T") and at.noun_too and tells_only_whose(parse, p):
        return True  # "dismissed Chadian claims that"
    if prev == "N" and (at.word_before in _SEVERAL or (follower in ("M", "X") and at.by_kind["s"] not in _SAY)):
        return True  # "the two sides met", "rebel sides have met", but "whom the court says was jailed"
    # "denied reports that X attacked"
    return prev == "V" and follower == "S" and at.noun_too and parse.kind[p] != "part"


def _is_base(at: _Beside) -> bool:
    """Tell "they plan raids" from "a plan"."""
    parse, p, prev = at.parse, at.p, at.prev
    if (prev == "N" and p and parse.words[p - 1] in ("a", "an")) or (prev == "A" and tells_only_whose(parse, p)):
        return False  # "an annual report", "rejects Chadian plan"
    if prev == "A" and (at.word_before in _THEY or at.word == "say" or _is_demanded(parse, p)):
        return True
    if prev in ("O", "R") and at.word_before not in ("it", "he", "she", "whose", "her", "what"):
        return True
    if prev == "C" and _goes_on_bare(at):
        return True
    if prev in ("A", "N", ",", "C") and not at.noun_too and at.follower in ("A", "D", "O", "S", "T", "P"):
        return True
    if prev in ("A", "N") and _plural(parse, p) and (at.follower in ("A", "D", "O") if at.noun_too else at.follower):
        return True
    return at.headline and prev == "A" and _pair_heads(parse, p) and at.word != "trade"


def _goes_on_bare(at: _Beside) -> bool:
    """Say whether a form after "and" goes on after a verb before it: "will fly to X and meet Y"."""
    if at.follower in ("A", "D", "O") and "V" in at.parse.tags[: at.p]:
        return True
    return at.follower == "P" and not at.noun_too and _bare_before(at.parse, at.p)


_OTHERS = (("ing", _is_ing), ("s", _is_s), ("base", _is_base))


def _takes_it(parse: Parse, u: int) -> bool:
    """Say whether what follows a verb may be its object: not after "X said", nor after "the men killed"."""
    return parse.kind[u] in ("past", "s", "base") and parse.lemma[u] not in _SAY


_IN_STORE = frozenset(
    "alleged convicted deposed disgraced exiled expected imprisoned jailed ousted planned promised proposed retired "
    "scheduled suspected threatened".split()
)
_SEVERAL = frozenset("two three four five six seven eight nine ten dozen hundred thousand million".split())
_DASHES = frozenset("—–-")
_SAY = frozenset("allege believe claim remain say stand suggest think".split())


def _is_subject(parse: Parse, u: int, follower: str) -> bool:
    """Say whether a form in "-ing" has its verb right after it: "fighting has killed", "shelling resumed"."""
    return follower in ("X", "M") or (follower == "N" and parse.words[u + 1] in _GO_ON)


_GO_ON = frozenset(
    "began broke continued continues eased ended ensued erupted escalated flared intensified persisted raged rages "
    "resumed resumes spread started stopped subsided".split()
)
_BEFORE_NOUNS = frozenset("of for with from against between among amid into".split())
_SUFFERED = frozenset(
    "bring charge dismiss fine fire fly hand hold interrogate order put question remove sack send summon take "
    "transfer".split()
)


def _bare_before(parse: Parse, u: int) -> bool:
    """Whether the last verb before ``u`` is bare after a modal or "to": "will fly to X and | meet with Y"."""
    k = next((k for k in range(u - 1, -1, -1) if parse.tags[k] in "V;"), 0)
    return k > 0 and parse.kind[k] == "base" and parse.tags[skip_back(parse, k - 1, "BG")] in "MT"


def _pair_heads(parse: Parse, u: int) -> bool:
    """Whether a heading opens with two actors, the second at ``u``: "Chad, Mali | sign treaty"."""
    return u == 2 and parse.tags[0] == "A" and parse.tags[1] in ",C"


def _has_verb(parse: Parse, u: int) -> bool:
    """Whether the clause up to ``u`` has its verb: "Mayor defends Mali | raids", not "Mayor says Mali | raids"."""
    for k in range(u, -1, -1):
        if parse.tags[k] in ";,CSR":
            return False
        if parse.kind[k] in ("s", "past", "part"):
            return parse.lemma[k] not in _THAT_MAY_LACK
    return False


_THAT_MAY_LACK = frozenset(
    "admit believe claim confirm deny expect fear hint hope insist know report say see show suggest think warn".split()
)


def _is_time(parse: Parse, u: int) -> bool:
    """Whether a subordinator may be a preposition as well: "after talks", "before strikes"."""
    return parse.words[u] in ("after", "before", "since", "until", "as", "than")


def _is_demanded(parse: Parse, u: int) -> bool:
    """Whether what an actor is to do follows its unit, without an ending: "insisted that Chad | release him"."""
    that = skip_back(parse, u, "AD'")
    if 0 <= that < u and parse.lemma[that] in _BARE and parse.tags[u + 2 : u + 3] in (["A"], ["D"], ["O"]):
        return True  # "demanded Chad | release the men", "helped Chad | bomb the port"
    return (
        that > 0
        and parse.words[that] == "that"
        and not _DEMANDS.isdisjoint((parse.lemma[that - 1], parse.words[that - 1]))
    )


_BARE = frozenset("bid demand hear help let make see watch".split())
_DEMANDS = frozenset("ask demand insist proposal propose recommend request require suggest urge".split())
_ARTICLES = frozenset(("a", "an", "the"))
_ADJECTIVES = frozenset("former fresh further joint major new recent senior top".split())
_EACH = frozenset(("each", "both", "all"))
_WHOSE = frozenset("his its their our my your".split())
_THEY = frozenset("they we i".split())
_DO = frozenset("do does did don't doesn't didn't".split())


def _plural(parse: Parse, u: int) -> bool:
    mention = parse.mention[u]
    if mention is not None:
        return bool(getattr(mention, "plural", False))
    return parse.words[u].endswith(("s", "men")) and not parse.words[u].endswith(("ss", "us", "is"))
