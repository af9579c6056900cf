"""The lexicon of engagement wordings, read from the reviewed tables in ``seeds/reference`` and indexed by head word.

What belongs here: loading, inflecting and indexing ``verbs.csv``, ``triggers.csv``, ``idioms.csv``, ``frames.csv`` and
``word_classes.csv``. What does not: deciding anything about a sentence. A new wording is a row there, never a line
here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from sys import intern

from pipelines.parsing.reference import Reference
from pipelines.parsing.words.closed_words import TAGS
from pipelines.parsing.words.inflection import american, inflect, spellings

GAP = "_"
MAX_GAP = 5


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of ``triggers.csv``, or of ``idioms.csv``: a phrase that tells no act though its words may, of no type.

    Attributes:
        rule_id: Names the row in ``rule_id`` columns: type, part of speech and wording.
        pos: ``v`` verb, ``n`` noun, ``m`` modal, ``e`` a judging word in reported speech (a whole word class).
        tail: What must follow the head word: each element a set of lower-case words, or None for a gap of up to
            ``MAX_GAP`` words.
        frame: Slot to participant role.
        status: The status the wording itself gives, or empty.
        asks: The sets of words of the tail: a sentence without a word of each cannot hold the wording.
        strength: Of ten uses of the wording in political news, how many tell such an act (1 to 9).
    """

    rule_id: str
    pos: str
    head: str
    tail: tuple[frozenset[str] | str | None, ...]
    engagement_type: str
    mode: str | None
    frame: dict[str, str]
    frame_name: str
    status: str
    asks: tuple[frozenset[str], ...] = ()
    strength: str = "5"

    @property
    def size(self) -> int:
        """How many words or actors must follow the head word."""
        return sum(element is not None for element in self.tail)


@dataclass(frozen=True, slots=True)
class Opening:
    """The wordings that one form opens under one tag and lemma, the one that asks for most first.

    Attributes:
        rows: The wordings.
        free: Numbers of those that ask for no word.
        asking: Word to the numbers of those that ask for it, each by that of its sets that other wordings ask for
            least: by "threat" and not by "to".
        asked: The words of ``asking``.
        unasked: The wordings that ask for no word.
    """

    rows: tuple[Trigger, ...]
    free: tuple[int, ...]
    asking: dict[str, tuple[int, ...]]
    asked: frozenset[str]
    unasked: tuple[Trigger, ...]

    def within(self, words: frozenset[str]) -> Sequence[Trigger]:
        """Return, in order, the wordings that a sentence of these words may hold."""
        asked = self.asked & words
        if not asked:
            return self.unasked
        numbers = set(self.free).union(*[self.asking[word] for word in asked])
        return [row for n in sorted(numbers) if not any(map(words.isdisjoint, (row := self.rows[n]).asks))]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables, indexed.

    Attributes:
        heads: Lower-case form of a head word to the triggers that it may open, the wording that asks for most first.
        opens: The forms that open a wording or an idiom.
        openings: The wordings and idioms that a form under a tag (``units``) and lemma can open.
        verb_forms: Form to ((lemma, form kind), ...), kinds ``base s past part ing``.
        compounds: The first two words of each wording that opens with two: ("riot", "police"), ("joint", "military").
        fields: Word form to the semantic fields that it belongs to ("military", "judge_bad").
        governs: Lemma to the classes of what stands under it (``say plan propose deny begin see light get``).
        nouns: Forms that are nouns as often as verbs, so that context must decide.
    """

    heads: dict[str, tuple[Trigger, ...]]
    opens: frozenset[str]
    openings: dict[tuple[str, str, str], Opening]
    verb_forms: dict[str, tuple[tuple[str, str], ...]]
    governs: dict[str, frozenset[str]]
    nouns: frozenset[str]
    classes: dict[str, frozenset[str]]
    fields: dict[str, tuple[str, ...]]
    compounds: frozenset[tuple[str, str]]


def build_lexicon(reference: Reference) -> Lexicon:
    """Index the lexicon; call it as ``reference.compiled(build_lexicon)``, which does so once.

    Args:
        reference: The reviewed tables.

    Raises:
        ValueError: A trigger names a frame or a word class that no table has.
    """
    verbs = {intern(row["lemma"]): row for row in reference.rows("verbs")}
    triggers = reference.rows("triggers")
    for head in (row["trigger"].split()[0] for row in triggers if row["pos"] == "v"):
        verbs.setdefault(head, {"past": "", "participle": "", "governs": ""})
    # "organise" is a form of "organize", so that the wordings of either are those of both.
    verbs = {lemma: row for lemma, row in verbs.items() if american(lemma) == lemma or american(lemma) not in verbs}
    classes: dict[str, set[str]] = defaultdict(set)
    for row in reference.rows("word_classes"):
        classes[row["word_class"]].add(intern(row["word"]))
    frames: dict[str, dict[str, str]] = defaultdict(dict)
    for row in reference.rows("frames"):
        frames[row["frame"]][row["slot"]] = row["participant_role"]
    frozen = {name: frozenset(words) for name, words in classes.items()}
    heads: dict[str, list[Trigger]] = defaultdict(list)
    nouns = set(frozen.get("noun_or_verb", ()))
    idioms = [_idiom(row, frozen) for row in reference.rows("idioms")]
    for row in triggers:
        trigger = _trigger(row, frozen, dict(frames))
        if trigger.pos == "v" and american(trigger.head) in verbs:
            trigger = replace(trigger, head=american(trigger.head))
        for form in _head_forms(trigger, verbs, frozen):
            heads[form].append(trigger)
        if trigger.pos == "n":
            nouns.add(trigger.head)
    opening = {form: list(rows) for form, rows in heads.items()}
    for idiom in idioms:
        for form in _head_forms(idiom, verbs, frozen):
            opening.setdefault(form, []).append(idiom)
    forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for lemma, row in verbs.items():
        if " " in lemma:
            continue  # "call off": governs as a whole, inflects by its verb
        for kind, form in spellings(inflect(lemma, row["past"], row["participle"])):
            forms[form].append((lemma, kind))
    order = {form: tuple(sorted(rows, key=_precedence)) for form, rows in opening.items()}
    verb_forms = {form: tuple(kinds) for form, kinds in forms.items()}
    return Lexicon(
        {form: tuple(row for row in order[form] if row.engagement_type) for form in heads},
        frozenset(order),
        _openings(order, verb_forms),
        verb_forms,
        {lemma: frozenset(row["governs"].split()) for lemma, row in verbs.items()},
        frozenset(nouns),
        frozen,
        _fields(reference, verbs),
        _compounds(heads),
    )


def _compounds(heads: dict[str, list[Trigger]]) -> frozenset[tuple[str, str]]:
    """Return the first two words of the wordings without a verb that ask for a second one right after the first."""
    return frozenset(
        (form, second)
        for form, rows in heads.items()
        for row in rows
        if row.pos in "ne" and row.tail and isinstance(row.tail[0], frozenset)
        for second in row.tail[0]
    )


def _precedence(trigger: Trigger) -> tuple[int, int, int]:
    """Order wordings that open alike: first those that ask for the most words, then those that tell the most."""
    return -trigger.size, -int(trigger.strength), -len(trigger.tail)


def _openings(
    heads: dict[str, tuple[Trigger, ...]], forms: dict[str, tuple[tuple[str, str], ...]]
) -> dict[tuple[str, str, str], Opening]:
    found: dict[tuple[str, str, str], list[Trigger]] = defaultdict(list)
    for form, rows in heads.items():
        lemmas = {lemma for lemma, _ in forms.get(form, ())}
        for trigger in rows:
            for tag in _tags_of(trigger, form):
                of_a_verb = {trigger.head} if trigger.pos == "v" else lemmas
                for lemma in of_a_verb if tag == "V" else ("",):
                    found[form, tag, lemma].append(trigger)
    often = Counter(word for rows in heads.values() for trigger in rows for words in trigger.asks for word in words)
    return {key: _opening(rows, often) for key, rows in found.items()}


def _opening(rows: list[Trigger], often: Counter[str]) -> Opening:
    asking: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(rows):
        for word in min(row.asks, key=lambda words: sum(map(often.__getitem__, words)), default=()):
            asking[word].append(n)
    free = tuple(n for n, row in enumerate(rows) if not row.asks)
    numbers = {word: tuple(numbers) for word, numbers in asking.items()}
    return Opening(tuple(rows), free, numbers, frozenset(numbers), tuple(rows[n] for n in free))


def _tags_of(trigger: Trigger, form: str) -> str:
    """Return the tags (``units``) that a form of the head word of a wording can carry."""
    if trigger.pos == "v":
        return "VX" if trigger.head in _IRREGULAR else "V"
    if trigger.pos == "m":
        return {"need": "MXNV", "have": "MXN", "ought": "MXN"}.get(trigger.head, "M")
    small = TAGS.get(form, "")  # "no talks until", "out of the question"
    return "NVB" + small if trigger.pos == "e" else "N" + small


def _fields(reference: Reference, verbs: dict[str, dict[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return every form of the words of ``semantic_fields.csv`` with its fields; a form's own row goes first."""
    fields: dict[str, tuple[str, ...]] = {}
    rows = {row["word"]: tuple(row["fields"].split()) for row in reference.rows("semantic_fields")}
    for word, names in rows.items():
        row = verbs.get(word, {"past": "", "participle": ""})
        for _, form in spellings(inflect(word, row["past"], row["participle"])):
            fields.setdefault(form, names)
    return fields | rows


_IRREGULAR = {
    "be": frozenset(("is", "are", "was", "were", "be", "been", "being", "'s", "'re")),
    "have": frozenset(("have", "has", "had", "having")),
}


def _head_forms(
    trigger: Trigger, verbs: dict[str, dict[str, str]], classes: dict[str, frozenset[str]]
) -> set[str] | frozenset[str]:
    if trigger.head.startswith("{"):
        return classes[trigger.head[1:-1]]
    if trigger.pos != "v":
        return {trigger.head}
    if trigger.head in _IRREGULAR:
        return _IRREGULAR[trigger.head]
    row = verbs.get(trigger.head, {"past": "", "participle": ""})
    return {form for _, form in spellings(inflect(trigger.head, row["past"], row["participle"]))}


def _trigger(row: dict[str, str], classes: dict[str, frozenset[str]], frames: dict[str, dict[str, str]]) -> Trigger:
    head, *tail = map(intern, row["trigger"].split())
    if row["frame"] not in frames:
        raise ValueError(f"triggers.csv: {row['trigger']!r} names the frame {row['frame']!r}, which frames.csv lacks")
    elements = tuple(_element(word, row["trigger"], classes) for word in tail)
    return Trigger(
        rule_id=f"{row['engagement_type']}:{row['pos']}:{row['trigger']}",
        pos=row["pos"],
        head=head,
        tail=elements,
        engagement_type=row["engagement_type"],
        mode=row["mode"] or None,
        frame=frames[row["frame"]],
        frame_name=row["frame"],
        status=row["status"],
        asks=tuple(element for element in elements if isinstance(element, frozenset)),
        strength=row["strength"],
    )


def _idiom(row: dict[str, str], classes: dict[str, frozenset[str]]) -> Trigger:
    head, *tail = row["idiom"].split()
    elements = tuple(_element(word, row["idiom"], classes) for word in tail)
    asks = tuple(element for element in elements if isinstance(element, frozenset))
    return Trigger("", row["pos"], head, elements, "", None, {}, "", "", asks, "1")


def _element(word: str, wording: str, classes: dict[str, frozenset[str]]) -> frozenset[str] | str | None:
    if word == GAP:
        return None
    if word in ("{actor}", "{body}", "{person}"):  # matched against the actors found, not against words
        return word
    if word.startswith("{"):
        if word[1:-1] not in classes:
            raise ValueError(f"triggers.csv: {wording!r} names the word class {word}, which word_classes.csv lacks")
        return classes[word[1:-1]]
    return frozenset(map(intern, word.split("|")))
