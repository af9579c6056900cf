"""Lists of actors, read from either end: with posts and origins between their members, between dashes and commas."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.verbs import verb_group

SUBJECTS = [
    # posts between commas
    ("[Ada], the head of the [organization:Fleet], and [Cy], a deputy of [Dee], met [Bo].", ["Ada", "Cy"]),
    ("At a hearing on Monday, [Ada], the [speaker], and [Cy], a clerk, met [Bo].", ["Ada", "Cy"]),
    ("[state:Chad], the [state:United States] and [state:Mali] met [Bo].", ["Chad", "United States", "Mali"]),
    ("[Ada] and the speaker of parliament, [Cy], met [Bo].", ["Ada", "Cy"]),
    ("The leaders of [state:Chad] and [state:Mali], [Ada] and [Cy], met [Bo].", ["Ada", "Cy"]),
    # origins
    ("[Ada] of [state:Chad], [Cy] of [state:Mali] and [Dee] of [state:Togo] met [Bo].", ["Ada", "Cy", "Dee"]),
    # who is named of a group
    ("The two [parties] — [organization:Left] and [organization:Right] — met [Bo].", ["parties", "Left", "Right"]),
    ("Two clubs close to the brothers — [organization:Left] and [organization:Right] — met [Bo].", ["Left", "Right"]),
    ("The [states], [state:Chad], [state:Mali] and [state:Togo], met [Bo].", ["states", "Chad", "Mali", "Togo"]),
    ("[Ada], accompanied by [Cy] and [Dee], met [Bo].", ["Ada"]),
    ("[Ada], head of [organization:Left] and [organization:Right], met [Bo].", ["Ada"]),
    ("[group:Mayors], including [Cy] and [Dee], met [Bo].", ["Mayors", "Cy", "Dee"]),
    ("[Ada], as well as [Cy], met [Bo].", ["Ada", "Cy"]),
    ("A letter from [Cy] met [Bo].", ["Cy"]),
    ("[Ada] in a letter issued on Monday met [Bo].", ["Ada"]),
    ("[Ada] has often, and gladly, met [Bo].", ["Ada"]),
    ('"Chad must leave," said [Ada] after meeting [Bo].', ["Ada"]),
    # clauses that are no lists
    ("[Ada] left, and [Cy] met [Bo].", ["Cy"]),
    ("[Dee] saw [Ada], a clerk, and [Cy] met [Bo].", ["Cy"]),
]

OBJECTS = [
    ("[Dee] met [state:Chad] and its ally, [state:Mali], on Monday.", ["Chad", "Mali"]),
    ("[Dee] met [state:Chad] and [state:Togo]'s ally, [state:Mali].", ["Chad", "Mali"]),
    ("[Dee] met [state:Chad] and shut its port, [Bo] said.", ["Chad"]),
    ("[Dee] met [state:Chad] and its port, [Bo] said.", ["Chad"]),
    ("[Dee] met [state:Chad] and the ally, [state:Mali], on Monday.", ["Chad"]),
    ("[Dee] met [Ada], [Bo], Mayor [Cy], and others.", ["Ada", "Bo", "Cy"]),
    ("[Dee] met [Ada], the head of the fleet, and [Cy].", ["Ada", "Cy"]),
    ("[Dee] met [Ada] of New York, [Bo] of [state:Texas] and [Cy] of [state:Ohio].", ["Ada", "Bo", "Cy"]),
    ("[Dee] met [Ada] of [state:Ohio] and left.", ["Ada"]),
    ("[Dee] met [group:Greens] and members of her own [organization:Left].", ["Greens", "Left"]),
    ("[Dee] met [group:Greens] and [group:Blues] alike.", ["Greens", "Blues"]),
]


@pytest.mark.parametrize(("text", "who"), SUBJECTS)
def test_subjects(text: str, who: list[str]) -> None:
    sentence = marked(text)
    parse = sentence.parse()
    met = max(u for u, lemma in enumerate(parse.lemma) if lemma == "meet")
    slot, _ = subject_of(parse, verb_group(parse, met))
    assert (sentence.of(slot.mentions) if slot else []) == who


@pytest.mark.parametrize(("text", "done_to"), OBJECTS)
def test_objects(text: str, done_to: list[str]) -> None:
    sentence = marked(text)
    parse = sentence.parse()
    slot, _ = complements(parse, parse.lemma.index("meet") + 1)
    assert (sentence.of(slot.mentions) if slot else []) == done_to
