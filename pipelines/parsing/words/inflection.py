"""The forms of English verbs.

What belongs here: spelling rules. What does not: which verbs there are, or what they mean.
"""

from __future__ import annotations

from sys import intern

_VOWELS = frozenset("aeiou")
# Verbs of more than one syllable that double their last consonant all the same.
_DOUBLING = frozenset(
    (
        "abet abut acquit admit airdrop commit compel concur confer defer demur deter embed emit equip expel handicap "
        "incur infer kidnap occur omit outfit outstrip outwit overstep permit prefer program readmit rebel rebut "
        "recommit recur refer reequip regret remit repel resubmit submit transfer transmit unwrap worship"
    ).split()
)


def inflect(lemma: str, past: str = "", participle: str = "") -> dict[str, str]:
    """Return the forms of a verb: ``base``, ``s``, ``past``, ``part``, ``ing``."""
    stem, _, rest = lemma.partition("-")
    if rest:  # co-host, tear-gas: the last part inflects
        forms = inflect(rest, past, participle)
        return {kind: f"{stem}-{form}" for kind, form in forms.items()}
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) and not lemma.endswith("oo"):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third = lemma[:-1] + "ies"
    else:
        third = lemma + "s"
    if lemma.endswith("ie"):
        stem_ing, stem_ed = lemma[:-2] + "y", lemma[:-1]
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        stem_ing, stem_ed = lemma[:-1], lemma[:-1]
    elif lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem_ing, stem_ed = lemma, lemma[:-1] + "i"
    elif _doubles(lemma):
        stem_ing = stem_ed = lemma + lemma[-1]
    elif lemma.endswith(("ee", "oe", "ye")):
        stem_ing, stem_ed = lemma, lemma[:-1]
    else:
        stem_ing = stem_ed = lemma
    regular = stem_ed + "ed"
    return {"base": lemma, "s": third, "past": past or regular, "part": participle or regular, "ing": stem_ing + "ing"}


def spellings(forms: dict[str, str]) -> list[tuple[str, str]]:
    """Return the forms with their British doubles beside them: canceled and cancelled, organized and organised."""
    lemma = forms["base"]
    out = list(forms.items())
    if lemma.endswith(_IZE) and len(lemma) > _SHORT:
        z = len(lemma) - 2
        out += [(kind, f"{form[:z]}s{form[z + 1 :]}") for kind, form in forms.items()]
    single = len(lemma) > 3 and lemma[-2] in _VOWELS and (lemma[-3] not in _VOWELS or lemma.endswith("ial"))
    if lemma[-1] == "l" and single:
        out += [("past", lemma + "led"), ("part", lemma + "led"), ("ing", lemma + "ling")]
    return [(kind, intern(form)) for kind, form in out]


def american(lemma: str) -> str:
    """Return a verb with the ending that Americans would write: organize for organise, whether or not there is one."""
    return f"{lemma[:-2]}ze" if lemma.endswith(("ise", "yse")) else lemma


_IZE = ("ize", "yze")
_SHORT = 5  # letters: seize, prize


def _doubles(lemma: str) -> bool:
    if len(lemma) < 3 or (lemma[-1] in "aeiouwxyhckg" and lemma[-1] != "g"):
        return False
    short = lemma[-2] in _VOWELS and (lemma[-3] not in _VOWELS or lemma[-4:-2] == "qu")
    syllables = sum(a in _VOWELS and b not in _VOWELS for a, b in zip(lemma, lemma[1:] + "x", strict=False))
    return short and (syllables == 1 or lemma in _DOUBLING)
