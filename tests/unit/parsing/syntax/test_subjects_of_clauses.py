"""Whose the verbs of dependent clauses are: of gerunds, of clauses cut short, beside others, under another's will."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.verbs import verb_group

SUBJECTS = [
    # who is judged, punished or hindered does it; where nothing but a noun tells who, nobody named does
    ("[Ada] jailed a clerk for attacking [Bo].", "attacking", []),
    ("[Ada] praised two divers for freeing [Bo].", "freeing", []),
    ("[Ada] accused the firm of arming [Bo].", "arming", []),
    ("[Ada] charged the firm with arming [Bo].", "arming", []),
    ("[Ada] stopped the crowd from attacking [Bo].", "attacking", []),
    ("[Ada] dissuaded the chief from attacking [Bo].", "attacking", []),
    ("[Ada] sued the bank in May, in Lome, for arming [Bo].", "arming", []),
    ("[Ada] imposed sanctions on the bank for arming [Bo].", "arming", []),
    ("[Ada] brought charges against the bank for arming [Bo].", "arming", []),
    ("[Ada] imposed sanctions on [organization:Ulm] for arming [Bo].", "arming", ["Ulm"]),
    ("[Ada] was fined for arming [Bo].", "arming", ["Ada"]),
    ("[Ada] was praised by the board for arming [Bo].", "arming", ["Ada"]),
    ("[Ada] jailed them for attacking [Bo].", "attacking", []),
    ("[Ada] accused him of attacking [Bo].", "attacking", []),
    ("[Ada] apologised to [Cy] for attacking [Bo].", "attacking", ["Ada"]),
    ("[Ada] left the city for a week, attacking [Bo].", "attacking", ["Ada"]),
    ("[Ada] won a prize for arming [Bo].", "arming", ["Ada"]),
    ("[Ada] used the fund for arming [Bo].", "arming", ["Ada"]),
    # what was done or undergone before, without a subject of its own
    ("[Ada] left after being accused of theft by [Bo].", "accused", ["Ada"]),
    ("[Ada] left after having met [Bo].", "met", ["Ada"]),
    ("After being expelled by [Bo], [Ada] left.", "expelled", ["Ada"]),
    ("Before being freed, [Ada] met [Bo].", "freed", ["Ada"]),
    ("[Ada] left the town, having asked for a letter from [Bo].", "asked", ["Ada"]),
    ("[Dee] read of [Ada], a clerk from Lome, being freed by [Bo].", "freed", ["Ada"]),
    ("[Ada], speaking after meeting [Bo], praised [Cy].", "meeting", ["Ada"]),
    ("[Ada], before flying home after meeting [Bo], praised [Cy].", "meeting", ["Ada"]),
    # who stands by somebody is not stood
    ("[Ada] stood by [Bo] on Monday.", "stood", ["Ada"]),
    # over a clause on what stands before the verb
    ("The clerk jailed by [state:Chad] thanked [Bo].", "thanked", []),
    ("The clerk jailed by [state:Chad] in 2019 thanked [Bo].", "thanked", []),
    ("A [clerk] jailed by [state:Chad] in May thanked [Bo].", "thanked", ["clerk"]),
    ("The minister whose aide was jailed by [state:Chad] met [Bo].", "met", []),
    ("The [minister] whose aide was jailed by [state:Chad] met [Bo].", "met", ["minister"]),
    ("[Ada], whose aide was jailed by [state:Chad], met [Bo].", "met", ["Ada"]),
    ("The [group:rebels] whom [state:Chad] armed attacked [Bo].", "attacked", ["rebels"]),
    ("The [group:rebels] [state:Chad] armed attacked [Bo].", "attacked", ["rebels"]),
    ("The arms [state:Chad] sent [state:Mali] vanished.", "vanished", ["Chad"]),
    ("The offer [state:Chad] made to [state:Mali] failed.", "failed", ["Chad"]),
    ("The clerk [state:Chad] jailed thanked [Bo].", "thanked", []),
    ("The clerk [state:Chad] jailed was freed by [Bo].", "freed", []),
    ("The missiles [state:Chad] fired killed [Bo].", "killed", ["Chad"]),
    ("The captain and [state:Chad] met [Bo].", "met", ["Chad"]),
    ("The militia that [state:Chad] finances attacked [Bo].", "attacked", []),
    ("The [group:militia] that [state:Chad] finances attacked [Bo].", "attacked", ["militia"]),
    ("The guns that [state:Chad] sent to [state:Mali] killed [Bo].", "killed", []),
    ("[Ada] said in a view that there was no doubt [state:Chad] attacked [Bo].", "attacked", ["Chad"]),
    ("[Ada] told [Bo] that the [group:rebels] [state:Chad] armed attacked [Cy].", "attacked", ["rebels"]),
    ("[Ada] told [Bo] that [state:Chad] armed [state:Mali] and attacked [Cy].", "attacked", ["Chad"]),
    ("[Ada] said in a note to [Bo] that [state:Chad] attacked [Cy].", "attacked", ["Chad"]),
    # in a phrase that opens the sentence, before who does it
    ("Also attending the talks were [Ada] and [Bo].", "attending", ["Ada", "Bo"]),
    ("Among those who condemned the raid were [Ada] and [Bo].", "condemned", ["Ada", "Bo"]),
    ("Among those who later condemned [Cy] was [Bo].", "condemned", ["Bo"]),
    ("Among those backing [Cy] were [Ada] and [Bo].", "backing", ["Ada", "Bo"]),
    ("Joining [Cy] in condemning [Dee] were [Ada] and [Bo].", "condemning", ["Ada", "Bo"]),
    ("Joining [Cy] in condemning [Dee] were [Ada] and [Bo].", "joining", ["Ada", "Bo"]),
    ("Arming [Cy] was [state:Chad]'s plan.", "arming", []),
    ("Arming [Cy] was wrong, [Bo] said.", "arming", ["Bo"]),
    ("Among the men [Ada] jailed was [Bo].", "jailed", ["Ada"]),
    ("Among those whom [Ada] jailed was [Bo].", "jailed", ["Ada"]),
    ("Among those who left, [Ada] said, were [Bo] and [Cy].", "said", ["Ada"]),
    # beside others
    ("[state:Chad] as well as [state:Mali] attacked [Bo].", "attacked", ["Chad", "Mali"]),
    ("[state:Chad], as well as [state:Mali], attacked [Bo].", "attacked", ["Chad", "Mali"]),
    ("[state:Chad] and not [state:Mali] attacked [Bo].", "attacked", ["Chad"]),
    ("[state:Chad], not [state:Mali], attacked [Bo].", "attacked", ["Chad"]),
    ("[state:Chad] but not [state:Mali] attacked [Bo].", "attacked", ["Chad"]),
    ("[state:Chad] rather than [state:Mali] attacked [Bo].", "attacked", ["Chad"]),
    ("Not [state:Chad] but [state:Mali] attacked [Bo].", "attacked", ["Mali"]),
    ("Not only [state:Chad] but also [state:Mali] attacked [Bo].", "attacked", ["Chad", "Mali"]),
    ("Neither [state:Chad] nor [state:Mali] attacked [Bo].", "attacked", ["Chad", "Mali"]),
    ("Unlike [state:Chad], [state:Mali] attacked [Bo].", "attacked", ["Mali"]),
    ("[Ada] met [Bo] and, with [Cy], attacked [Dee].", "attacked", ["Ada", "Cy"]),
    ("[Ada] met [Bo] and, together with [Cy], attacked [Dee].", "attacked", ["Ada", "Cy"]),
    ("[Ada] met [Bo], with [Cy] calling it off.", "calling", ["Cy"]),
    ("[Ada] joined [Bo] in condemning [Cy].", "condemning", ["Ada", "Bo"]),
    ("[Ada] was joined by [Bo] and [Dee] in condemning [Cy].", "condemning", ["Ada", "Bo", "Dee"]),
    ("[Ada] followed [Bo] in condemning [Cy].", "condemning", ["Ada", "Bo"]),
    ("[Ada] met [Bo] in condemning [Cy].", "condemning", ["Ada"]),
    ("[Ada] joined the army in May, condemning [Cy].", "condemning", ["Ada"]),
    # under another's will
    ("[Ada] helped [state:Mali] bomb [Bo].", "bomb", ["Mali"]),
    ("[Ada] let [state:Mali] attack [Bo].", "attack", ["Mali"]),
    ("[Ada] agreed to let [state:Mali] attack [Bo].", "attack", ["Mali"]),
    ("[Ada] made [state:Mali] free [Bo].", "free", ["Mali"]),
    ("[Ada] watched [state:Mali] attack [Bo].", "attack", ["Mali"]),
    ("[Ada] left it to [state:Mali] to attack [Bo].", "attack", ["Mali"]),
    ("It fell to [state:Mali] to attack [Bo].", "attack", ["Mali"]),
    ("It is up to [state:Mali] to attack [Bo].", "attack", ["Mali"]),
    ("[Ada] forbade [state:Mali] to attack [Bo].", "attack", ["Mali"]),
    ("[Ada] promised [state:Mali] to free [Bo].", "free", ["Ada"]),
    ("[Ada] agreed with [state:Mali] to free [Bo].", "free", ["Ada"]),
    ("A call by [Ada] for [state:Mali] to free [Bo] failed.", "free", ["Mali"]),
    ("[Ada]'s call for [state:Mali] to free [Bo] failed.", "free", ["Mali"]),
    ("An order by [Ada] to free [Bo] came late.", "free", []),
]


@pytest.mark.parametrize(("text", "verb", "expected"), SUBJECTS)
def test_subject(text: str, verb: str, expected: list[str]) -> None:
    sentence = marked(text)
    parse = sentence.parse()
    group = verb_group(parse, parse.words.index(verb))
    slot, _ = subject_of(parse, group)
    assert sentence.of(slot.mentions if slot else []) == expected
