"""Who plays which part in an act, by the grammar of the sentence that tells it."""

from __future__ import annotations

import pytest
from marked import marked

PARTS = [
    # a clause that tells of whom it is done to
    ("[state:Chad], whom [state:Mali] has bombed, complained.", "ASSAULT", {"source": ["Mali"], "target": ["Chad"]}),
    ("[Ada], with whom [Bo] met, left.", "CONSULT", {"participant": ["Bo", "Ada"]}),
    ("[Ada] told [Bo] that [state:Mali] would bomb the port.", "ASSAULT", {"source": ["Mali"]}),
    # what stands inside a wording
    ("[Ada] called on [Bo] to stop praising [Cy].", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] wrote to [Bo] requesting a list.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] said that the army of [state:Chad] must leave.", "REQUEST", {"source": ["Ada"], "target": ["Chad"]}),
    ("[Ada] ordered the crowd to leave the [organization:Palace].", "COERCE", {"source": ["Ada"]}),
    ("[state:Chad]'s [state:Mali] sanctions stand.", "SANCTION", {"source": ["Chad"], "target": ["Mali"]}),
    ("[Ada] denounced [Bo]'s [state:Mali] policy.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] unveiled [Bo]'s sanctions on [state:Chad].", "SANCTION", {"source": ["Ada"], "target": ["Chad"]}),
    ("[Ada] threatened to dismantle the [group:brigade].", "THREATEN", {"source": ["Ada"], "target": ["brigade"]}),
    ("[Bo] was told by [Ada] to leave.", "REQUEST", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] has since criticised [Bo].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] criticised three bodies — including [Bo] — on Monday.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    # who cries out, and who decides
    (
        "[group:Students] took to the streets of Lome demanding that [Bo] resign.",
        "REQUEST",
        {"source": ["Students"], "target": ["Bo"]},
    ),
    ("[Ada] passed a motion rejecting remarks by [Bo].", "REJECT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] insisted that [*state:Chad] release a sailor.", "RETREAT", {"source": ["Chad"]}),
    ("Dozens of [group:protesters] marched against [Bo].", "PROTEST", {"source": ["protesters"], "target": ["Bo"]}),
    # the subject of "be" and a participle undergoes it
    ("[Ada] and [Bo] were expelled from [state:Chad].", "COERCE", {"target": ["Ada", "Bo"], "source": ["Chad"]}),
    ("[Ada] and [Bo] must leave.", "REQUEST", {"target": ["Ada", "Bo"]}),
    # who sent what strikes, whose force moves, who does what another is judged for
    ("A drone launched by [state:Chad] hit [Ada].", "ASSAULT", {"source": ["Chad"], "target": ["Ada"]}),
    (
        "A bomb planted by [organization:Ulm] in the city wounded [Ada].",
        "ASSAULT",
        {"source": ["Ulm"], "target": ["Ada"]},
    ),
    (
        "The withdrawal of [group:troops] from [state:Chad] began.",
        "RETREAT",
        {"source": ["troops"], "target": ["Chad"]},
    ),
    ("The withdrawal of troops by [state:Mali] began.", "RETREAT", {"source": ["Mali"]}),
    ("[Ada] blames [Bo] for the raid and [state:Chad] for arming [Cy].", "AID", {"source": ["Chad"], "target": ["Cy"]}),
    (
        "[Ada] approved a package of arms for [state:Chad] worth two euros.",
        "AID",
        {"source": ["Ada"], "target": ["Chad"]},
    ),
    (
        "[group:Chiefs] from across [*state:Chad] urged [Ada] to go.",
        "REQUEST",
        {"source": ["Chiefs"], "target": ["Ada"]},
    ),
    ("[Ada] received a delegation from [state:Chad].", "CONSULT", {"host": ["Ada"], "guest": ["Chad"]}),
    # nouns
    ("In a letter to [Ada], [Bo] called for calm.", "REQUEST", {"target": ["Ada"], "source": ["Bo"]}),
    ("During a visit to [state:Chad], [Bo] fell ill.", "CONSULT", {"host": ["Chad"], "guest": ["Bo"]}),
    ("[Ada] was ousted in a military coup.", "COERCE", {"target": ["Ada"]}),
    ("They read the treaty that [Ada] reached with [Bo].", "AGREE", {"participant": ["Ada", "Bo"]}),
    ("The sanctions [Ada] imposed on [state:Chad] hurt.", "SANCTION", {"source": ["Ada"], "target": ["Chad"]}),
    ("[Ada] rejected calls from [Bo] to leave.", "REQUEST", {"source": ["Bo"]}),
    ("[Ada] won the backing of [Bo].", "SUPPORT", {"target": ["Ada"], "source": ["Bo"]}),
    ("The raid, which [Ada] blamed on [Bo], killed ten guards.", "ASSAULT", {}),
    ("The raid, which [Ada] condemned, shut the port.", "ASSAULT", {}),
    ("The raid, which [state:Chad] carried out at dawn, shut the port.", "ASSAULT", {"source": ["Chad"]}),
    ("The talks, which [Ada] held with [Bo] in May, failed.", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] renewed her praise of [Bo].", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] left the city after talks with [Bo].", "CONSULT", {"participant": ["Bo", "Ada"]}),
    ("After talks between [Ada] and [Bo], [Cy] left.", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] said at a summit with [Bo] that he left.", "CONSULT", {"participant": ["Bo", "Ada"]}),
    ("[Ada] imposed sanctions on states, including [Bo].", "SANCTION", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] met [group:mayors], including [Bo].", "CONSULT", {"participant": ["Ada", "mayors", "Bo"]}),
    ("They read a treaty [Ada] and [Bo] had reached.", "AGREE", {"participant": ["Ada", "Bo"]}),
    ("They read the treaty reached in May between [Ada] and [Bo].", "AGREE", {"participant": ["Ada", "Bo"]}),
    ("They read the peace deal brokered by [Ada].", "AGREE", {"mediator": ["Ada"]}),
    ("[Ada] told [Bo] in a phone call that he left.", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("In a phone call, [Ada] thanked [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada] blamed [Bo] in a phone call.", "CONSULT", {"participant": ["Ada"]}),
    ("A plane shot down by [state:Chad] burned.", "ASSAULT", {"source": ["Chad"]}),
    ("The raid carried out last week by [state:Chad] failed.", "ASSAULT", {"source": ["Chad"]}),
    ("They fled from [state:U.S.]-led raids.", "ASSAULT", {"source": ["U.S."]}),
    ("They left [state:U.S.]-[state:Chad] talks.", "CONSULT", {"participant": ["U.S.", "Chad"]}),
    ("Talks are expected to be held between [Ada] and [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[Ada]'s military support of [Bo] goes on.", "AID", {"source": ["Ada"], "target": ["Bo"]}),
    ("The military support of [Ada] goes on.", "AID", {"source": ["Ada"]}),
    ("In a meeting at the [organization:Palace], [Ada] and [Bo] talked.", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("Drones were delivered to [state:Chad].", "AID", {"target": ["Chad"]}),
    ("The [group:troops] of [state:Chad] were deployed.", "MOBILIZE", {"source": ["troops"]}),
    ("[organization:Chad's military] strikes went on.", "ASSAULT", {"source": ["Chad's military"]}),
    ("[Ada] postponed the drills with [state:Chad].", "COOPERATE", {"participant": ["Chad", "Ada"]}),
    ("[Ada] had a long briefing with [Bo].", "CONSULT", {"participant": ["Bo", "Ada"]}),
    # who did what is judged
    ("[Ada] denounced the raid by [state:Chad].", "ACCUSE", {"source": ["Ada"], "target": ["Chad"]}),
    ("[Ada] rejected an offer by [state:Chad].", "REJECT", {"source": ["Ada"], "target": ["Chad"]}),
    # who undergoes and who does it between commas
    ("[state:Chad], backed by [state:Mali], struck camp.", "SUPPORT", {"source": ["Mali"], "target": ["Chad"]}),
    # whom one charges does it, whatever stands between
    (
        "[state:Chad] accused [state:Niger] on Monday, in a note, of bombing [state:Mali].",
        "ASSAULT",
        {"source": ["Niger"], "target": ["Mali"]},
    ),
    (
        "[state:Chad] warned [state:Niger] last week against bombing [state:Mali].",
        "ASSAULT",
        {"source": ["Niger"], "target": ["Mali"]},
    ),
    (
        "[state:Chad] was accused on Monday of bombing [state:Mali].",
        "ASSAULT",
        {"source": ["Chad"], "target": ["Mali"]},
    ),
    ("[Ada], accused by [Bo] of bombing [state:Mali], fled.", "ASSAULT", {"source": ["Ada"], "target": ["Mali"]}),
    ("The treaty signed by [state:Chad] and [state:Mali] held.", "AGREE", {"participant": ["Chad", "Mali"]}),
    ("Sanctions imposed by [Ada] on [state:Chad] hurt.", "SANCTION", {"source": ["Ada"], "target": ["Chad"]}),
    ("[Ada], whom [Bo] accuses of bombing [state:Mali], fled.", "ASSAULT", {"source": ["Ada"], "target": ["Mali"]}),
    ("[Ada] gave [*state:Chad] weapons.", "AID", {"source": ["Ada"], "target": ["Chad"]}),
    ("The release of five [group:sailors] by [state:Chad].", "RETREAT", {"target": ["sailors"], "source": ["Chad"]}),
    ("[Ada] is in town to meet [Bo].", "CONSULT", {"guest": ["Ada"], "host": ["Bo"]}),
    ("[Ada] spoke by phone with [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[group:Rebels] armed by [Bo] and [Cy] bombed [Dee].", "ASSAULT", {"source": ["Rebels"], "target": ["Dee"]}),
    ("[group:Rebels] captured in [state:Mali] fled.", "COERCE", {"target": ["Rebels", "Mali"]}),
    ("[Ada] discussed [state:Chad] with [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    (
        "[Ada] imposed sanctions on [group:clerks] from [state:Mali], including [Bo].",
        "SANCTION",
        {"source": ["Ada"], "target": ["clerks", "Bo"]},
    ),
    # what is done to somebody's things
    ("[Ada] downed a [*state:Chadian] drone.", "ASSAULT", {"source": ["Ada"], "target": ["Chadian"]}),
    ("[Ada] froze [Bo]'s assets.", "SANCTION", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] launched [*state:Chadian] strikes.", "ASSAULT", {"source": ["Ada"]}),
    ("[Ada] hit [*state:Chadian] targets in May.", "ASSAULT", {"source": ["Ada"], "target": ["Chadian"]}),
    ("[Ada] pulled her tanks out of [state:Chad].", "RETREAT", {"source": ["Ada"], "target": ["Chad"]}),
    # whose the act is in which somebody suffers, and between whom it goes on
    ("[Ada] was killed in a [*state:Chadian] raid.", "ASSAULT", {"target": ["Ada"], "source": ["Chadian"]}),
    ("[Ada] was killed in a raid.", "ASSAULT", {"target": ["Ada"]}),
    ("[Ada] died in [Bo]'s drone attack.", "ASSAULT", {"source": ["Bo"], "target": ["Ada"]}),
    ("[Ada] was hurt in a raid by [Bo].", "ASSAULT", {"source": ["Bo"], "target": ["Ada"]}),
    ("Fighting broke out between [Ada] and [Bo].", "ASSAULT", {"participant": ["Ada", "Bo"]}),
    ("Talks resumed in May between [Ada] and [Bo].", "CONSULT", {"participant": ["Ada", "Bo"]}),
    ("[group:Chadian troops] entered the city.", "MOBILIZE", {"source": ["Chadian troops"]}),
    ("[Ada] was hurt in an attack later blamed on [Bo].", "ASSAULT", {"source": ["Bo"], "target": ["Ada"]}),
    ("A blast in the port claimed by [Bo] hurt ten.", "ASSAULT", {"source": ["Bo"]}),
    ("The release of [Ada], held by [Bo], was put off.", "RETREAT", {"target": ["Ada"]}),
    (
        "The release of two [group:sailors] held by [Bo] was put off.",
        "RETREAT",
        {"target": ["sailors"], "source": ["Bo"]},
    ),
    # passives that share what makes them so
    ("[Ada] was arrested in May and accused of theft by [Bo].", "ACCUSE", {"target": ["Ada"], "source": ["Bo"]}),
    ("[Ada] was arrested in May and accused [Bo] of theft.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] was detained in May on a [*state:Chadian] warrant.", "COERCE", {"target": ["Ada"]}),
    ("[Ada] sent troops towards [state:Chad].", "MOBILIZE", {"source": ["Ada"], "target": ["Chad"]}),
    ("[Ada] was booed by [Bo] and threatened with jail by [Cy].", "THREATEN", {"target": ["Ada"], "source": ["Cy"]}),
    ("[Ada] was booed by [Bo] and threatened [Cy].", "THREATEN", {"source": ["Ada"], "target": ["Cy"]}),
    ("[Ada] was booed by [Bo] and thanked for the show by [Cy].", "SUPPORT", {"target": ["Ada"], "source": ["Cy"]}),
    ("[Ada] arrested and beaten by [Bo] was freed by [Cy].", "COERCE", {"target": ["Ada"], "source": ["Bo"]}),
    ("[Ada] arrested and beaten by [Bo] was freed by [Cy].", "RETREAT", {"target": ["Ada"], "source": ["Cy"]}),
    ("[Ada], praised by [Bo] and attacked by [Cy], left.", "ASSAULT", {"target": ["Ada"], "source": ["Cy"]}),
    ("[Ada] arrested and beat [Bo].", "COERCE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] arrested and expelled [Bo] in May.", "COERCE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] will arm and later train [Bo].", "AID", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] attacked and [Bo] left [Cy].", "ASSAULT", {"source": ["Ada"]}),
    ("[Ada] attacked, and praised [Cy].", "ASSAULT", {"source": ["Ada"]}),
    ("[Ada]'s arrest of [Bo], a mayor, was condemned by [Cy].", "ACCUSE", {"source": ["Cy"], "target": ["Ada"]}),
    # whom a verb is done to besides
    ("[Ada] accused [Bo] of lying and [Cy] of theft.", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] accused [Bo] of lying and [Cy] of hiding it.", "ACCUSE", {"source": ["Ada"], "target": ["Bo", "Cy"]}),
    ("[Ada] thanked [Bo] for rifles and [Cy] for boots.", "SUPPORT", {"source": ["Ada"], "target": ["Bo", "Cy"]}),
    ("[Ada] accused [Bo] of killing Dee and [Cy] of [state:Chad].", "ACCUSE", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] thanked [Bo] for rifles and [Cy] left for Rome.", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] met first with [Bo] and then with [Cy].", "CONSULT", {"participant": ["Ada", "Bo", "Cy"]}),
    # words between
    ("[Ada]'s decision to expel [Bo] was wrong.", "SANCTION", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] and [Bo] have all criticised [Cy].", "ACCUSE", {"source": ["Ada", "Bo"], "target": ["Cy"]}),
    ("[Ada] and [Bo] will both criticise [Cy].", "ACCUSE", {"source": ["Ada", "Bo"], "target": ["Cy"]}),
    ("[Ada], who has since shipped rifles to [state:Chad], left.", "AID", {"source": ["Ada"], "target": ["Chad"]}),
    ("[Ada] retaliated by shelling [Bo].", "ASSAULT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] fired more than a dozen rockets at [Bo].", "ASSAULT", {"source": ["Ada"], "target": ["Bo"]}),
    # what belongs to another word
    ("[Ada]'s decision to arm [Bo] drew criticism from [Cy].", "ACCUSE", {"source": ["Cy"], "target": ["Ada"]}),
    ("[Ada] praised [Bo] despite complaints from [Cy] about [Dee].", "SUPPORT", {"source": ["Ada"], "target": ["Bo"]}),
    ("[Ada] phoned [Bo] regarding the row between [Cy] and [Dee].", "CONSULT", {"participant": ["Ada", "Bo"]}),
]


@pytest.mark.parametrize(("text", "kind", "parts"), PARTS)
def test_parts(text: str, kind: str, parts: dict[str, list[str]]) -> None:
    assert parts in marked(text).parts(kind)


def test_a_phrase_is_less_sure_of_a_part_that_somebody_nearer_plays() -> None:
    sentence = marked("[Ada] criticised [Bo]'s deal with [state:Mali].")
    slots = {sentence.names[m.actor_id]: how for t in sentence.told()[:1] for _, m, how, _ in t.candidate.slots}
    assert slots == {"Ada": "head", "Bo": "poss", "Mali": "deep"}


def test_where_somebody_is_jailed_is_less_surely_whom() -> None:
    sentence = marked("[Ada] was jailed in [state:Chad].")
    slots = [(sentence.names[m.actor_id], how) for t in sentence.told() for _, m, how, _ in t.candidate.slots]
    assert ("Chad", "head") not in slots


def test_a_verb_that_makes_something_else_is_told_less_surely() -> None:
    sentence = marked("[Ada] launched an inquiry into the raid.")
    (raid,) = {t.candidate.slots[0][2:] for t in sentence.told() if t.parse.words[t.candidate.match.unit] == "raid"}
    assert raid == ("far", "far")


def test_who_took_no_part_in_a_fight_between_two_is_neither() -> None:
    sentence = marked("[Ada] took no part in the fighting between [state:Chad] and [state:Niger].")
    parts = {
        sentence.names[m.actor_id] for t in sentence.told() for _, m, _, name in t.candidate.slots if name == "far"
    }
    assert parts == set()
