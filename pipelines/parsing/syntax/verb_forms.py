"""Which units of a sentence are verbs there, and in which form: "the cut" is none, "they cut" is one.

What belongs here: telling a verb from a noun or adjective of the same form by the units beside it. What does not: the
group that a verb heads (``verbs``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.before_forms import is_adjective_here, must_be_subject, tells_only_whose
from pipelines.parsing.syntax.particles import PARTICLES
from pipelines.parsing.syntax.units import Parse, over_aside, skip, skip_back
from pipelines.parsing.words.lexicon import Lexicon


def find_verbs(parse: Parse, lexicon: Lexicon, headline: bool) -> None:
    """Turn ``N`` units that are verbs here into ``V``, from left to right."""
    tags, words = parse.tags, parse.words
    forms, nouns = lexicon.verb_forms, lexicon.nouns
    n = len(tags)
    for u, word in enumerate(words):
        tag = tags[u]
        if word in ("long", "since") and u and tags[u - 1] == "X":  # "has long supported", "has since supported"
            tags[u] = "B"
        elif tag == "N":
            kinds = forms.get(word)
            choice = _verb_here(parse, u, kinds, word in nouns, headline) if kinds else None
            if choice:
                tags[u] = "V"
                parse.lemma[u], parse.kind[u] = choice
        elif tag == "X" and word in _HAVE and u and words[u + 1 : u + 2] != ["long"] and _has_itself(parse, u, forms):
            tags[u] = "V"
            parse.lemma[u], parse.kind[u] = "have", _HAVE[word]
        elif word == "back" and _back_is_verb(parse, u):
            tags[u], parse.lemma[u], parse.kind[u] = "V", "back", "base"
        elif tag == "T":  # "to" before anything that is not a base verb is a preposition
            follower = skip(parse, u + 1, "BG")
            if follower < n and (
                tags[follower] == "X"
                or (words[follower] == "back" and _back_is_verb(parse, follower))
                or (tags[follower] == "N" and any(k == "base" for _, k in forms.get(words[follower], ())))
            ):
                continue
            tags[u] = "P"


def _back_is_verb(parse: Parse, u: int) -> bool:
    """Say whether "back" is the verb: "vowed to back the plan", "countries which back it"."""
    p = skip_back(parse, u - 1, "BG")
    return p >= 0 and parse.tags[p] in "TMR" and any(tag in "ADNO" for tag in parse.tags[u + 1 : u + 2])


_HAVE = {"have": "base", "has": "s", "had": "past", "having": "ing"}


def _has_itself(parse: Parse, u: int, forms: dict[str, tuple[tuple[str, str], ...]]) -> bool:
    """Say whether a form of "have" is the verb itself: what follows opens a noun phrase and is no participle."""
    follower = skip(parse, u + 1, "BGq")
    if follower >= len(parse.tags):
        return False
    if parse.tags[follower] == "A":  # "who had their homes burnt", and not "nor has Iran said"
        return parse.tags[u - 1] in "ANR"
    if parse.tags[follower] not in "DN" and parse.words[follower] != "until":
        return False
    return not any(kind in ("part", "past") for _, kind in forms.get(parse.words[follower], ()))


def _verb_here(
    parse: Parse, u: int, kinds: tuple[tuple[str, str], ...], noun_too: bool, headline: bool
) -> tuple[str, str] | None:
    """Say which verb form unit ``u`` is here, if it is one."""
    tags = parse.tags
    p = skip_back(parse, over_aside(parse, u - 1), "BGq")
    prev = tags[p] if p >= 0 else ""
    if prev == "A" and (parse.words[p] in _WHOSE or (parse.mention[p].is_pronoun and parse.mention[p].possessive)):
        prev = "D"  # "his comments"
    elif prev == "A" and p and is_adjective_here(parse, p):
        prev = "D"  # "his Chadian ally", "the Chadian backers"
    elif prev == "N" and parse.words[p] in _ADJECTIVES:
        prev = "D"  # "former seals", "fresh strikes"
    follower = tags[u + 1] if u + 1 < len(tags) else ""
    by_kind = {kind: lemma for lemma, kind in reversed(kinds)}
    if "base" in by_kind and ((prev in "TM" and prev) or (prev == "X" and parse.words[p] in _DO)):
        return by_kind["base"], "base"
    if "past" in by_kind or "part" in by_kind:
        lemma = by_kind.get("past") or by_kind["part"]
        if "base" in by_kind and prev in ("D", "'", "P", "N") and noun_too:
            return None  # "the cut", "a set", "hit": a noun
        if prev == "X":
            return by_kind.get("part", lemma), "part"
        if prev in ("D", "'") and follower in ("N", "A") and not (parse.words[p] in _EACH and p and tags[p - 1] == "A"):
            return None  # "the detained journalists", but "X and Y each detained journalists"
        if prev == "P" and follower == "A" and parse.words[p] in _BEFORE_NOUNS:
            return None  # "of divided Cyprus"
        if prev in ("P", ",", "") and follower == "N" and "past" in by_kind and u and tags[u - 1] == "P":
            return None
        if prev == "V" and follower in ("N", "A") and parse.words[u] in _IN_STORE and _takes_it(parse, p):
            return None  # "suspended planned tariffs"
        if "past" not in by_kind:
            return by_kind["part"], "part"
        if "part" in by_kind and prev in ("N", "A", ",", "") and _undergone(parse, u, lemma, follower):
            return lemma, "part"
        if "part" in by_kind and prev == "C" and _after_passive(parse, p):  # "was jailed in May and accused of theft"
            suffered = lemma in _SUFFERED and follower in ("P", ",", ";", "")
            return lemma, "part" if suffered or _undergone(parse, u, lemma, follower) else "past"
        return lemma, "past"
    if "ing" in by_kind:
        if (prev in ("D", "'") and (follower != "A" or (noun_too and parse.words[p] in _ARTICLES))) or (
            noun_too and prev in ("A", "N") and follower not in ("A", "D", "O")
        ):
            return None
        if noun_too and prev in ("P", "V", "C", "S", ",", "") and _is_subject(parse, u, follower):
            return None  # "fighting broke out", "the capital, where fighting has raged": the noun
        if noun_too and prev in ("P", "V", "C", "") and follower in ("P", ",", ";", "C", ""):
            return None  # "after meeting in", "held a meeting": the noun
        return by_kind["ing"], "ing"
    if "s" in by_kind:
        if prev in ("O", "R") or (prev == "S" and u and tags[u - 1] == "S" and not (noun_too and _is_time(parse, p))):
            return by_kind["s"], "s"
        object_too = noun_too or parse.words[u] == "plans"
        if prev == "V" and follower in ("P", "T") and (parse.kind[p] == "ing" or (object_too and _takes_it(parse, p))):
            return None  # "rejecting remarks by X", "dropped plans to"
        if prev == "A" and follower in ("S", "T") and noun_too and tells_only_whose(parse, p):
            return None  # "dismissed Chadian claims that"
        if prev == "N" and (parse.words[p] in _SEVERAL or (follower in ("M", "X") and by_kind["s"] not in _SAY)):
            return None  # "the two sides met", "rebel sides have met", but "whom the court says was jailed"
        if prev == "V" and follower == "S" and noun_too and parse.kind[p] != "part":
            return None  # "denied reports that X attacked"
        if prev in ("A", "N", ",", "q", "C", "V") and (
            not noun_too or (headline and not _has_verb(parse, p)) or follower in ("A", "D", "O", "S", "T")
        ):
            return by_kind["s"], "s"
        return None
    if "base" in by_kind:
        if (prev == "N" and p and parse.words[p - 1] in ("a", "an")) or (prev == "A" and tells_only_whose(parse, p)):
            return None  # "an annual report", "rejects Chadian plan"
        if prev == "A" and (parse.words[p] in _THEY or parse.words[u] == "say" or _is_demanded(parse, p)):
            return by_kind["base"], "base"
        if prev in ("O", "R") and parse.words[p] not in ("it", "he", "she", "whose", "her", "what"):
            return by_kind["base"], "base"
        if prev in ("A", "N", ",", "C") and not noun_too and follower in ("A", "D", "O", "S", "T", "P"):
            return by_kind["base"], "base"
        if prev in ("A", "N") and _plural(parse, p) and (follower in ("A", "D", "O") if noun_too else follower):
            return by_kind["base"], "base"
        if headline and prev == "A" and _pair_heads(parse, p) and parse.words[u] != "trade":
            return by_kind["base"], "base"
        if prev == "C" and follower in ("A", "D", "O") and any(t == "V" for t in tags[:p]):
            return by_kind["base"], "base"
        if prev == "C" and follower == "P" and not noun_too and _bare_before(parse, p):
            return by_kind["base"], "base"
    return None


def _takes_it(parse: Parse, u: int) -> bool:
    """Say whether what follows a verb may be its object: not after "X said", nor after "the men killed"."""
    return parse.kind[u] in ("past", "s", "base") and parse.lemma[u] not in _SAY


_IN_STORE = frozenset("alleged expected planned promised proposed scheduled suspected threatened".split())
_SEVERAL = frozenset("two three four five six seven eight nine ten dozen hundred thousand million".split())
_SAY = frozenset("allege believe claim remain say stand suggest think".split())


def _is_subject(parse: Parse, u: int, follower: str) -> bool:
    """Say whether a form in "-ing" has its verb right after it: "fighting has killed", "shelling resumed"."""
    return follower in ("X", "M") or (follower == "N" and parse.words[u + 1] in _GO_ON)


_GO_ON = frozenset(
    "began broke continued continues eased ended ensued erupted escalated flared intensified persisted raged rages "
    "resumed resumes spread started stopped subsided".split()
)
UNDERGONE = frozenset(
    "abduct accuse arrest assassinate behead blacklist convict deport detain evacuate execute expel extradite free "
    "hospitalise hospitalize hurt imprison indict injure jail kidnap kill murder oust sentence suspect wound "
    "affiliate align appoint associate ban bar base broadcast capture displace elect involve issue locate obtain "
    "publish recapture release sanction station strand trap".split()
)
_BEFORE_NOUNS = frozenset("of for with from against between among amid into".split())
_OPENS_OBJECT = frozenset("about around at between over that up".split())  # "killed about 20", "suspects that"
# Verbs that take an object before or after such a particle, and what is theirs "by" somebody: "set up by", not
# "backed down by".
_PARTED = frozenset(
    "bring broker call carry cut draft gun hammer hand hold knock lay lead lock pick push put roll round rule seal "
    "send set shoot shut spell strike tear throw turn vote wipe work".split()
)
_APART = PARTICLES | {"apart", "forward", "over", "together"}
_MADE_TO = frozenset("allow encourage force invite order permit summon tell urge".split())


def _undergone(parse: Parse, u: int, lemma: str, follower: str) -> bool:
    """Say whether what stands before a past form undergoes it: "two killed in raid", "minister urged to resign"."""
    if follower == "T":
        return lemma in _MADE_TO
    if lemma in UNDERGONE and follower in ("P", "S", ";", "") and not must_be_subject(parse, u - 1):
        return u + 1 >= len(parse.words) or parse.words[u + 1] not in _OPENS_OBJECT
    if lemma in _AGREED and parse.tags[u - 1] == "N" and follower == "P":  # "an agreement signed in Paris by X"
        k = skip(parse, u + 1, "ANDBP'")
        return "by" in parse.words[u + 1 : k]
    k = skip(parse, u + 1, "B")  # "killed by", "killed yesterday by", "shot dead by", "shot down by"
    if k < len(parse.words) and (parse.words[k] == "dead" or (lemma in _PARTED and parse.words[k] in _APART)):
        k = skip(parse, k + 1, "B")
    if k >= len(parse.words) or parse.words[k] != "by":
        return False
    return lemma not in _DONE_BY_DOING or not "".join(parse.words[k + 1 : k + 2]).endswith("ing")


# "X responded by sending troops", "began by thanking".
_DONE_BY_DOING = frozenset("answer begin close conclude end follow open reply respond react retaliate start".split())


def _after_passive(parse: Parse, u: int) -> bool:
    """Say whether the last verb before ``u`` is a passive: "was arrested in May and | jailed"."""
    k = next((k for k in range(u - 1, -1, -1) if parse.tags[k] in "V;S"), 0)
    auxiliary = skip_back(parse, k - 1, "B")
    return parse.kind[k] == "part" and auxiliary >= 0 and parse.words[auxiliary] in _BE


_SUFFERED = frozenset(
    "bring charge dismiss fine fire fly hand hold interrogate order put question remove sack send summon take "
    "transfer".split()
)
_BE = frozenset("are be been being is was were".split())


_AGREED = frozenset("adopt approve broker conclude draft impose mediate negotiate propose reach seal sign".split())


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
    that = skip_back(parse, u - 1, "AD'")
    return (
        that > 0
        and parse.words[that] == "that"
        and not _DEMANDS.isdisjoint((parse.lemma[that - 1], parse.words[that - 1]))
    )


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
