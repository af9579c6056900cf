"""Whether a past form is what stands before it undergoes: "two killed in raid", "was arrested in May and jailed".

What belongs here: passives without their auxiliary. What does not: which other form a word is (``form_here``).
"""

from __future__ import annotations

from pipelines.parsing.syntax.before_forms import must_be_subject
from pipelines.parsing.syntax.particles import PARTICLES
from pipelines.parsing.syntax.units import Parse, skip, skip_back
from pipelines.parsing.words.closed_words import BE

UNDERGONE = frozenset(
    "abduct accuse arrest assassinate behead blacklist convict deport detain evacuate execute expel extradite free "
    "hospitalise hospitalize hurt imprison indict injure jail kidnap kill murder oust sentence suspect wound "
    "affiliate align appoint associate ban bar base broadcast capture displace elect involve issue locate obtain "
    "publish recapture release sanction station strand trap".split()
)
_OPENS_OBJECT = frozenset("about around at between over that up".split())  # "killed about 20", "suspects that"
# Verbs that take an object before or after such a particle, and what is theirs "by" somebody: "set up by", not
# "backed down by".
_PARTED = frozenset(
    "bring broker call carry cut draft gun hammer hand hold knock lay lead lock pick push put roll round rule seal "
    "send set shoot shut spell strike tear throw turn vote wipe work".split()
)
_APART = PARTICLES | {"apart", "forward", "over", "together"}
_MADE_TO = frozenset("allow encourage force invite order permit summon tell urge".split())


def is_undergone(parse: Parse, u: int, lemma: str, follower: str) -> bool:
    """Say whether what stands before a past form undergoes it: "two killed in raid", "minister urged to resign".

    Args:
        parse: The sentence.
        u: The form's unit.
        lemma: Its verb.
        follower: The tag of the unit after it, or an empty string.
    """
    if follower == "T":
        return lemma in _MADE_TO
    if lemma in UNDERGONE and follower in ("P", "S", ";", "") and not must_be_subject(parse, u - 1):
        return u + 1 >= len(parse.words) or parse.words[u + 1] not in _OPENS_OBJECT
    if lemma in _AGREED and parse.tags[u - 1] == "N" and follower == "P":  # "an agreement signed in Paris by X"
        k = skip(parse, u + 1, "ANDBP'")
        return "by" in parse.words[u + 1 : k]
    if follower == "C" and _goes_on_by(parse, u + 1, lemma):
        return True
    k = skip(parse, u + 1, "B")  # "killed by", "killed yesterday by", "shot dead by", "shot down by"
    if k < len(parse.words) and (parse.words[k] == "dead" or (lemma in _PARTED and parse.words[k] in _APART)):
        k = skip(parse, k + 1, "B")
    if k >= len(parse.words) or parse.words[k] != "by" or lemma in _WITH_BY:
        return False
    return lemma not in _DONE_BY_DOING or not "".join(parse.words[k + 1 : k + 2]).endswith("ing")


def _goes_on_by(parse: Parse, joint: int, lemma: str) -> bool:
    """Say whether an "and" joins what is undergone to more of it: "arrested and beaten by", "killed and wounded in"."""
    k = skip(parse, joint + 1, "B")
    behind = parse.words[k + 1 : k + 2]
    if parse.words[joint] != "and" or parse.tags[k : k + 1] != ["N"] or not parse.words[k].endswith(_PARTICIPLES):
        return False
    return behind == ["by"] or (lemma in UNDERGONE and parse.tags[k + 1 : k + 2] == ["P"])


_PARTICIPLES = tuple("ed en ught own ot ung built held hit hurt made paid sent sold struck torn".split())


def done_by_somebody(parse: Parse, u: int) -> bool:
    """Say whether a "by" with an actor follows a form: "armed by the Greek army", not "rose by a tenth"."""
    actor = skip(parse, u + 2, "DN")
    return parse.words[u + 1 : u + 2] == ["by"] and parse.tags[actor : actor + 1] == ["A"]


def lacks_object(parse: Parse, u: int, lemma: str) -> bool:
    """Say whether what must follow an object follows a verb: "was hissed at by X and threatened with Y"."""
    return parse.words[u + 1 : u + 2] != [] and parse.words[u + 1] in _BEHIND_OBJECT.get(lemma, ())


# Verbs that do without an object only where what stands before them undergoes them, and what follows then.
_BEHIND_OBJECT = {
    **dict.fromkeys(("strip", "rob", "deprive", "acquit", "absolve"), ("of",)),
    **dict.fromkeys(("praise", "criticise", "criticize", "condemn", "blame", "thank", "punish", "scold"), ("for",)),
    **dict.fromkeys(("threaten", "reward", "entrust", "saddle", "credit"), ("with",)),
    **dict.fromkeys(("subject", "sentence", "escort", "drag"), ("from", "into", "out", "to")),
    **dict.fromkeys(("prevent", "exclude", "exempt", "spare"), ("from",)),
}

_WITH_BY = frozenset(("abide", "drop", "stand", "stop"))  # "X stood by Y": nobody is stood

# "X responded by sending troops", "began by thanking".
_DONE_BY_DOING = frozenset("answer begin close conclude end follow open reply respond react retaliate start".split())


_AGREED = frozenset("adopt approve broker conclude draft impose mediate negotiate propose reach seal sign".split())


def after_passive(parse: Parse, u: int) -> bool:
    """Say whether the last verb before ``u`` is a passive: "was arrested in May and | jailed"."""
    k = next((k for k in range(u - 1, -1, -1) if parse.tags[k] in "V;S"), 0)
    auxiliary = skip_back(parse, k - 1, "B")
    return parse.kind[k] == "part" and auxiliary >= 0 and parse.words[auxiliary] in BE
