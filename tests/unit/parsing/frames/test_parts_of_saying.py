"""Who takes part in acts that are done by saying: who says it where the verb is far, and of whom it is said."""

from __future__ import annotations

import pytest
from marked import marked

PARTS = [
    # who said that something was so goes on to say more
    ("[Ada] said the talks had failed, accusing [Bo] of lying.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] said [Bo] had left the hall, urging [Bo] to return.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Cy] said [Ada] had called in May, urging [Bo] to return.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    # a clause with a subject of its own tells of whom it is said
    ("[Ada] met [Bo], whom [state:Chad] accused of lying.", "ACCUSE", {"source": ["Chad"], "target": ["Bo"]}),
    (
        "[*state:Mali]'s border with [state:Niger], which [state:Chad] accuses of lying, is shut.",
        "ACCUSE",
        {"source": ["Chad"], "target": ["Niger"]},
    ),
    ("[Ada] shelled [organization:Fleet], a report which [state:Chad] condemned.", "ACCUSE", {"source": ["Chad"]}),
    ("[Ada] met [Bo], which [state:Chad] suspected of lying.", "ACCUSE", {"source": ["Chad"], "target": ["Bo"]}),
    # not whose the ground is on which somebody is blamed, nor who is told of again
    ("[Ada] blamed [Bo] for [Cy]'s fall.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] thanked [Bo] for [Bo]'s help.", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] said [Ada] did not want a visit by [Bo].", "REJECT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] expressed confidence in [Ada]'s envoys.", "SUPPORT", {"source": ["Ada"]}),
    # what is thought of a thing done is aimed at who did it
    ("[Bo] shut the port, a move condemned by [Ada].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Bo] shut the port in May, a step [Ada] welcomed.", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    (
        "[Bo] had decided to shut the port, a decision that [Ada] and [Cy] both rejected.",
        "REJECT",
        {"source": ["Ada", "Cy"], "target": ["Bo"]},
    ),
    ("The port was shut by [Bo], a move condemned by [Ada].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Bo] was expelled, a move condemned by [Ada].", "ACCUSE", {"source": ["Ada"]}),
    # what is owed is asked for by who says so
    ("[Ada] said [Bo] owed [Cy] an apology.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    # who speaks in a writing
    ("A report published by [Ada] accused [Bo] of lying.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("The study by [Ada] criticised [Bo].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    (
        "The letter, signed in May by [Ada] and [Cy], urged [Bo] to go.",
        "REQUEST",
        {"source": ["Ada", "Cy"], "target": ["Bo"]},
    ),
    ("Cars made by [Ada] praised [Bo].", "SUPPORT", {"target": ["Bo"]}),
    # an adjective tells whose the deed is that is judged, and what follows is to whom that was done
    ("[Ada] condemned [*state:Chadian] strikes on [state:Mali].", "ACCUSE", {"source": ["Ada"], "target": ["Chadian"]}),
    ("[Ada] praised [*state:Chadian] policy on [state:Mali].", "SUPPORT", {"source": ["Ada"], "target": ["Chadian"]}),
    ("[Ada] rejected [*state:Chadian] claims that [Bo] fled.", "REJECT", {"source": ["Ada"], "target": ["Chadian"]}),
    ("[Ada] dismissed [*state:Chadian] reports that [Bo] fled.", "REJECT", {"source": ["Ada"], "target": ["Chadian"]}),
    ("[Ada] rejects [*state:Chadian] plan to fill the lake.", "REJECT", {"source": ["Ada"], "target": ["Chadian"]}),
    # for whom support is voiced, not against whom
    ("[Ada] voiced support for [Bo] against [Cy].", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] expressed solidarity with [Bo].", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    # who is to suffer does nothing
    ("[Ada] said [Bo] would pay dearly.", "THREATEN", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] said [Bo] would face sanctions if he left.", "THREATEN", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] went on trial for theft.", "ACCUSE", {"target": ["Ada"]}),
    # of whom or whose a word of judgement is told
    ("[Bo]'s words to [Cy] were rude, [Ada] said.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Bo]'s move is reckless and dangerous for [Cy], [Ada] said.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    (
        "[Ada] said the [*state:Chadian] raid near [Cy] was barbaric.",
        "ACCUSE",
        {"source": ["Ada"], "target": ["Chadian"]},
    ),
    ("[Bo] shut the port, a move that drew praise from [Ada].", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    # a letter to several asks something of them
    ("[Cy] wrote to [Ada] and [Bo] urging the men to go.", "REQUEST", {"source": ["Cy"], "target": ["Ada", "Bo"]}),
    ("[Cy] sent a letter to [Ada] and [Bo] seeking help.", "REQUEST", {"source": ["Cy"], "target": ["Ada", "Bo"]}),
    # who is joined in saying it says it too
    ("[Ada] joined [Bo] in condemning [Cy].", "ACCUSE", {"source": ["Ada", "Bo"], "target": ["Cy"]}),
    ("[Ada] joined [Bo] in calling on [Cy] to go.", "REQUEST", {"source": ["Ada", "Bo"], "target": ["Cy"]}),
    ("[Ada] joined [Bo] in urging [Cy] to go.", "REQUEST", {"source": ["Ada", "Bo"], "target": ["Cy"]}),
    ("[Ada] said [Bo] was trying to undermine [Cy].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    # what one says one will do oneself, and to whom one says what is asked for
    ("[Ada] said [Ada] would destroy [Bo].", "THREATEN", {"source": ["Ada"], "target": ["Bo"]}),
    ("In a call with [Bo], [Ada] called for a truce.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada], in a letter to [Bo], demanded a truce.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] called for talks with [Bo].", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    # what is judged by the name it is given
    ("[Ada] condemned what [Ada] called [Bo]'s raid.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] hit out at what was described as [Bo]'s greed.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] denounced what she termed a raid by [Bo].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    # whom a statement condemns, and who speaks in it, wherever that was
    ("[Ada] issued a statement condemning [Bo].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] filed lawsuits against [Bo].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] sued in 2015 demanding that [Bo] resign.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] filed a brief in the high [group:court] backing [Bo].", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    # the verb is run together with its pronoun
    ("[They]'re accusing [Bo] of lying.", "ACCUSE", {"source": ["They"], "target": ["Bo"]}),
    ("[They]'ve accused [Bo] of lying.", "ACCUSE", {"source": ["They"], "target": ["Bo"]}),
    ("[He]'s accused [Bo] of lying.", "ACCUSE", {"source": ["He"], "target": ["Bo"]}),
    ("[He]'s accused of lying.", "ACCUSE", {"target": ["He"]}),
    # behind to whom it is done, and behind where it was said
    ("[Bo]'s move was an insult to voters, [Ada] said.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] said the [*state:Chadian] raids were a gross violation of the truce.", "ACCUSE", {"target": ["Chadian"]}),
    ("A lawsuit against [Bo] brought by [Ada] was dropped.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] alleged in a book that [Bo] had lied.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada]: [Bo] lied to voters", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    # who stays on amid it does not say it
    ("[Ada] stayed on amid accusations against [Bo].", "ACCUSE", {"target": ["Bo"]}),
]


@pytest.mark.parametrize(("text", "kind", "parts"), PARTS)
def test_parts(text: str, kind: str, parts: dict[str, list[str]]) -> None:
    assert parts in marked(text).parts(kind, but=("deep", "far"))


def test_an_adjective_tells_whose_a_deed_is_that_is_judged_in_the_passive() -> None:
    sentence = marked("[*state:Chadian] claims were rejected by [Ada].")
    assert ("target", "poss", "obj") in {
        (role, how, name) for t in sentence.told() for role, _, how, name in t.candidate.slots
    }


def test_a_city_tells_less_surely_whose_a_deed_is() -> None:
    sentence = marked("[Ada] condemned the [state:Lagos] attacks.")
    slots = {how for t in sentence.told() for role, _, how, _ in t.candidate.slots if role == "target"}
    assert slots == {"inner"}
