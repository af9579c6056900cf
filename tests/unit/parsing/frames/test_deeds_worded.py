"""Deeds in the words of news, and the same words where they tell none."""

from __future__ import annotations

import pytest
from marked import marked

DEEDS = [
    ("[state:Chad] gave 20 ambulances to [state:Niger].", "AID", "humanitarian"),
    ("[state:Chad] gave [state:Niger] 20 ambulances.", "AID", "humanitarian"),
    ("[state:Chad] flew in medics.", "AID", "humanitarian"),
    ("[state:Chad] has taken in 600 [group:Nigeriens].", "AID", "humanitarian"),
    ("[organization:The bank] unlocked two billion euros for [state:Niger].", "AID", "economic"),
    ("[state:Chad] handed [state:Niger] two batteries.", "AID", "military"),
    ("[state:Chad] kitted out militias in the south.", "AID", "military"),
    ("[state:Chad] and [state:Niger] sailed together.", "COOPERATE", "exercise"),
    ("[state:Chad] fed [state:Niger] intelligence on rebels.", "COOPERATE", "intelligence"),
    ("[state:Chad] and [state:Niger] fielded a joint force.", "COOPERATE", "military"),
    ("[group:Activists] glued themselves to a runway.", "PROTEST", "obstruct"),
    ("[group:Activists] poured onto the streets of the capital.", "PROTEST", "demo"),
    ("[Ada] stopped eating in prison.", "PROTEST", "hunger"),
    ("[group:Activists] smeared paint over the door.", "PROTEST", "vandalize"),
    ("[state:Chad] declared a general mobilisation.", "MOBILIZE", "troops"),
    ("[state:Chad] tried out a new missile.", "MOBILIZE", "weapons"),
    ("[state:Chad] abandoned the town.", "RETREAT", "withdraw"),
    ("[state:Chad] allowed 50 trucks of food into the enclave.", "RETREAT", "access"),
    ("Guns fell silent between [state:Chad] and [state:Niger].", "RETREAT", "ceasefire"),
    ("[group:Rebels] burned their rifles.", "RETREAT", "disarm"),
    ("[state:Chad] closed its skies to [*state:Nigerian] planes.", "COERCE", "restrict"),
    ("[state:Chad] threw [Ada] into a penal colony.", "COERCE", "arrest"),
    ("[state:Chad] dumped migrants in the desert.", "COERCE", "deport"),
    ("[state:Chad] pulled [organization:Radio Lake] off the air.", "COERCE", "censor"),
    ("[state:Chad] flooded [state:Niger] with fake news.", "COERCE", "misinformation"),
    ("[state:Chad] axed aid to [state:Niger].", "SANCTION", "discontinue"),
    ("[state:Chad] stormed out of the bloc.", "SANCTION", "withdraw"),
    ("[organization:The court] condemned three men to death.", "SANCTION", "convict"),
    ("[state:Chad] showered the town with rockets.", "ASSAULT", "heavy-weapons"),
    ("[group:Rebels] put the village to the torch.", "ASSAULT", "destroy"),
    ("[group:Police] set about [group:protesters] with truncheons.", "ASSAULT", "beat"),
    ("[group:Rebels] dragged hostages into the forest.", "ASSAULT", "abduct"),
]


@pytest.mark.parametrize(("text", "kind", "mode"), DEEDS)
def test_a_deed(text: str, kind: str, mode: str) -> None:
    triggers = [told.candidate.match.trigger for told in marked(text).told()]
    assert (kind, mode) in [(t.engagement_type, t.mode or "") for t in triggers]


@pytest.mark.parametrize(
    ("text", "kind", "told"),
    [
        ("Weapons sent by [state:Chad] to [group:rebels] were lost.", "AID", True),
        ("Weapons sent a signal to [state:Chad].", "AID", False),
        ("The refugees from [state:Chad] were sheltered by [state:Niger].", "AID", True),
        ("Roads to the border were blocked by [group:farmers].", "PROTEST", True),
        ("The border of the roads was blocked by [group:farmers].", "PROTEST", True),
        ("Talk of the border was blocked by [group:farmers].", "PROTEST", False),
    ],
)
def test_what_undergoes_it(text: str, kind: str, told: bool) -> None:
    assert (kind in [one.candidate.match.trigger.engagement_type for one in marked(text).told()]) is told


@pytest.mark.parametrize(
    ("text", "sector", "kind"),
    [
        ("[state:Chad] pulled out of [organization:the Lake Union].", "IGO", "SANCTION"),
        ("[state:Chad] left [organization:the Lake Union].", "IGO", "SANCTION"),
        ("[state:Chad] pulled out of [organization:the Lake Bank].", "BUS", "RETREAT"),
    ],
)
def test_to_leave_a_body_of_states(text: str, sector: str, kind: str) -> None:
    text_of = marked(text)
    text_of.spans[-1].sector = sector
    assert text_of.told()[0].candidate.match.trigger.engagement_type == kind


NO_DEEDS = [
    ("[organization:Rovers] crushed [organization:Wanderers] 4-1.", "ASSAULT"),
    ("[Ada] shot to fame in May.", "ASSAULT"),
    ("[Ada] stormed the charts.", "ASSAULT"),
    ("[Ada] killed herself.", "ASSAULT"),
    ("[Ada] bombed at the box office.", "ASSAULT"),
    ("[state:Chad] fought corruption.", "ASSAULT"),
    ("[state:Chad] fell in the culture wars.", "ASSAULT"),
    ("[organization:The bank] raided the pensions of savers.", "COERCE"),
    ("[Ada] occupied the seat of [Bo].", "COERCE"),
    ("[Ada] took over from [Bo].", "COERCE"),
    ("[Ada] held the government hostage.", "ASSAULT"),
    ("Stocks rallied in London.", "PROTEST"),
    ("[organization:The bank] froze out rivals.", "SANCTION"),
    ("[state:Chad] banned plastic bags.", "SANCTION"),
    ("[Ada] withdrew her lawsuit.", "RETREAT"),
    ("[state:Chad] opened a new airport.", "RETREAT"),
    ("[organization:The studio] released a film.", "RETREAT"),
    ("[organization:The firm] deployed new software.", "MOBILIZE"),
    ("[organization:The team] marched into the final.", "MOBILIZE"),
    ("Talks ended in May but his agreement stood.", "SANCTION"),
]


@pytest.mark.parametrize(("text", "kind"), NO_DEEDS)
def test_no_deed(text: str, kind: str) -> None:
    assert kind not in [told.candidate.match.trigger.engagement_type for told in marked(text).told()]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[state:Chad] crushed the [group:rebels].", "ASSAULT"),
        ("[group:Rebels] shot [Ada].", "ASSAULT"),
        ("[group:Soldiers] occupied the town.", "COERCE"),
        ("[group:Rebels] took over the station.", "COERCE"),
        ("[group:Workers] rallied in London.", "PROTEST"),
        ("[state:Chad] banned imports of [*state:Nigerian] beef.", "SANCTION"),
        ("[state:Chad] withdrew from the town.", "RETREAT"),
        ("[state:Chad] released two [group:sailors].", "RETREAT"),
        ("[state:Chad] deployed soldiers.", "MOBILIZE"),
    ],
)
def test_the_same_word_of_a_deed(text: str, kind: str) -> None:
    assert kind in [told.candidate.match.trigger.engagement_type for told in marked(text).told()]
