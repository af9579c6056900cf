"""Subjects that stand far from their verb: over participles, glosses, relative clauses, quotations and what is said."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.verbs import verb_group

SUBJECTS = [
    # verbs that no wording has
    ("[Ada] ducked the question, instead praising [Bo].", "praising", ["Ada"]),
    # times that go by, and "to task"
    ("[Ada] spent two weeks urging [Bo] to go.", "urging", ["Ada"]),
    ("[Ada] had spent all of May arming [Bo].", "arming", ["Ada"]),
    ("[Ada] took [Bo] to task for arming [Cy].", "arming", ["Bo"]),
    ("[Ada] went to the port for arming [Cy].", "arming", ["Ada"]),
    ("[Ada] — once a rebel — denounces [Bo].", "denounces", ["Ada"]),
    # adverbs joined by "and"
    ("[Ada] is openly and repeatedly provoking [Bo].", "provoking", ["Ada"]),
    ("[Ada] openly and repeatedly attacked [Bo].", "attacked", ["Ada"]),
    ("[Ada] left yesterday and later attacked [Bo].", "attacked", ["Ada"]),
    # who stands behind the verb of a quotation
    ('"The raid was a crime," warned [Ada].', "warned", ["Ada"]),
    ('"We will not go," argued [Ada], one of the rivals.', "argued", ["Ada"]),
    ('[Ada], known as "the judge," warned [Bo].', "warned", ["Ada"]),
    ('[Ada], a clerk from Lome, said [Bo] "has failed."', "said", ["Ada"]),
    ("[Ada], a clerk from Lome, said [Bo] has failed.", "said", ["Ada"]),
    ('"It has failed," the clerk, [Ada], said.', "said", ["Ada"]),
    # behind a quotation no verb goes on with one in it
    ('[Ada] said [Bo] "has failed the town" and hit [Cy].', "hit", ["Ada"]),
    ('[Ada] told reporters that [Bo] "has lied to us" but visited [Cy].', "visited", ["Ada"]),
    ('[Ada] called [Bo] "a man who has lied" and visited [Cy].', "visited", ["Ada"]),
    ('[Ada], a clerk, said [Bo] "has not failed" and hit both [Cy] and [Dee].', "hit", ["Ada"]),
    ('[Bo] "has failed the town" and hit [Cy].', "hit", ["Bo"]),
    ('[Ada] left; [Bo] "has failed the town" and hit [Cy].', "hit", ["Bo"]),
    ("[Ada] said that [Bo] had left and hit [Cy].", "hit", ["Bo"]),
    ('"[Bo] has failed," [Ada] said, and hit [Cy].', "hit", ["Ada"]),
    # participles side by side
    ("[Ada] left, warning [Bo] should they occupy the port but praising [Cy].", "praising", ["Ada"]),
    ("[Ada] accused [Bo] of raiding the port and bombing [Cy].", "bombing", ["Bo"]),
    # what a thing is said to be, and what it did
    ("The lottery, a [state:Chad] plan which offers a prize, attacked [Bo].", "attacked", []),
    ("[Ada], a clerk who left the city, attacked [Bo].", "attacked", ["Ada"]),
    ("[Ada] criticized a raid in [state:Chad] that killed a cook, accusing [Bo].", "accusing", ["Ada"]),
    ("[Ada] has been critical of a raid in [state:Chad] that killed a cook, accusing [Bo].", "accusing", ["Ada"]),
    ("[Ada] denounced a raid in [state:Chad] that killed [Bo].", "killed", []),
    ("Dee, a [clerk] who left the city, attacked [Bo].", "attacked", ["clerk"]),
    # ages and seats
    ("[Ada], 32, and his partner, [Cy], 40, attacked [Bo].", "attacked", ["Ada", "Cy"]),
    ("[Dee] met [Bo] and his brother [Cy], then attacked [Ada].", "attacked", ["Dee"]),
    (
        "Several [group:mayors], including Rep. [Ada], R-Pa., and Rep. [Cy], R-Ala., met.",
        "met",
        ["mayors", "Ada", "Cy"],
    ),
    ("[Ada], R-N.Y., also on the panel, called for talks.", "called", ["Ada"]),
    # relative clauses before a plural verb, and of whom "who" tells
    ("Talks in the office that targeted [group:clubs] for checks appear to contradict [Ada].", "contradict", []),
    ("[group:Mayors] who attacked [group:clubs] in May want to attack [Ada].", "want", ["Mayors"]),
    ("The quarrel between [organization:Ulm] and [Cy], who criticized [Bo], grew.", "criticized", ["Cy"]),
    ("Sen. [Ada], R-Fla., who denounced [Bo], left.", "denounced", ["Ada"]),
    ("[Ada], a clerk at the school of [organization:Ulm], who denounced [Bo], left.", "denounced", ["Ada"]),
    # with others, who do something too
    (
        "[Dee] left, with many [states], including [state:Chad] and [state:Togo], criticizing [Bo].",
        "criticizing",
        ["states", "Chad", "Togo"],
    ),
    ("[group:Rebels] used the chaos gripping the city, seizing a port and freeing [Bo].", "freeing", ["Rebels"]),
    # who is made to, and what a writing does
    ("The row triggered [Ada] to denounce [Bo].", "denounce", ["Ada"]),
    ("[Ada] issued a memorandum banning [group:sailors].", "banning", ["Ada"]),
    ("They demand [Ada] release [Bo].", "release", ["Ada"]),
    # whom a verb hinders, named after what they are
    ("[Ada] stopped one of [Bo]'s friends, [Cy], from attacking [Dee].", "attacking", ["Cy"]),
    # what is said
    ("[Ada] said meeting [Bo] would be wrong.", "meeting", []),
    ("[Ada] denied meeting [Bo].", "meeting", ["Ada"]),
    ("[Ada] has said that [organization:Ulm] is racist and has colluded with [Bo].", "colluded", ["Ulm"]),
    ("[Ada] has said that [organization:Ulm] is racist and has urged [Bo] to go.", "urged", ["Ada"]),
    ("[Ada] protested that his words were twisted and blamed [Bo].", "blamed", ["Ada"]),
]


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS)
def test_subject(text: str, verb: str, expected: list[str]) -> None:
    told = marked(text)
    parse = told.parse()
    slot, _ = subject_of(parse, verb_group(parse, parse.words.index(verb)))
    assert (told.of(slot.mentions) if slot else []) == expected
