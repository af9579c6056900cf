"""Which rows of the lexicon match in a sentence, and which parts the frames give to whom."""

from __future__ import annotations

import pytest
from marked import lexicon, marked

from pipelines.parsing.frames.triggers import find_matches

MATCHES = [
    ("[Ada] met [Bo].", ["CONSULT"]),
    ("[Ada] met with [Bo].", ["CONSULT"]),
    ("[Ada] held talks with [Bo].", ["CONSULT"]),
    ("[Ada] held lengthy talks with [Bo].", ["CONSULT"]),
    ("[Ada] paid a visit to [state:Chad].", ["CONSULT"]),
    ("[Ada] visited [state:Chad].", ["CONSULT"]),
    ("[Ada] received [Bo].", ["CONSULT"]),
    ("[Bo] was received by [Ada].", ["CONSULT"]),
    ("The parcel was received by [Ada].", []),
    ("They were received by [Ada].", ["CONSULT"]),
    ("[Ada] received [state:Chad]'s [Bo].", ["CONSULT"]),
    ("[Ada] received [state:Chad]'s parcel.", []),
    ("[Ada] received the parcel.", []),
    ("[Ada] signed an agreement with [Bo].", ["AGREE"]),
    ("[Ada] and [Bo] reached an agreement.", ["AGREE"]),
    ("[state:Chad] attacked [state:Niger].", ["ASSAULT"]),
    ("[state:Chad] attacked [state:Niger] on Tuesday.", ["ASSAULT"]),
    ("[Ada] attacked [Bo] over his record.", ["ACCUSE"]),
    ("[Ada], who is charged with overseeing the vote, slept.", []),
    ("[Ada] expressed no doubt about [Bo].", []),
    ("[state:Chad] carried out strikes on [state:Niger].", ["ASSAULT"]),
    ("[state:Chad] bombed [state:Niger].", ["ASSAULT"]),
    ("[state:Chad] imposed sanctions on [state:Niger].", ["SANCTION"]),
    ("[state:Chad] expelled the ambassador.", ["SANCTION"]),
    ("[state:Chad] sent troops to [state:Niger].", ["MOBILIZE"]),
    ("[state:Chad] sent 200 troops to [state:Niger].", ["MOBILIZE"]),
    ("[state:Chad] sent [group:soldiers] to [state:Niger].", ["MOBILIZE"]),
    ("[state:Chad] deployed soldiers.", ["MOBILIZE"]),
    ("[state:Chad] took in [group:refugees].", ["AID"]),
    ("[Ada] was extradited for fraud.", ["COERCE"]),
    ("Thousands of farmers rallied near the palace.", ["PROTEST"]),
    ("The [group:prisoner] exchange began.", ["RETREAT", "AGREE"]),
    ("[Ada] said there would be no talks until [state:Niger] left.", ["REJECT"]),
    ("[group:Riot police] lined the square.", ["MOBILIZE"]),
    ("[state:Chad] has troops in [state:Niger].", ["MOBILIZE"]),
    ("An earthquake struck [state:Chad].", []),
    ("[state:Chad] stormed into the final.", []),
    ("[state:Chad] has sent troops to [state:Niger].", ["MOBILIZE"]),
    ("[state:Chad] called home [its ambassador].", ["RETREAT", "SANCTION"]),
    ("[Ada] had dinner with [Bo].", ["CONSULT"]),
    ("[state:Chad] withdrew its troops from [state:Niger].", ["RETREAT"]),
    ("[state:Chad] condemned [state:Niger].", ["ACCUSE"]),
    ("[state:Chad] accused [state:Niger].", ["ACCUSE"]),
    ("[Ada] urged [Bo] to leave.", ["REQUEST"]),
    ("[Ada] called on [Bo] to leave.", ["REQUEST"]),
    ("[Ada] rejected the plan.", ["REJECT"]),
    ("[Ada] threatened [Bo].", ["THREATEN"]),
    ("[Ada] praised [Bo].", ["SUPPORT"]),
    ("[Ada] hailed [Bo].", ["SUPPORT"]),
    ("[Ada] hails from [state:Chad].", []),
    ("[Ada] declined to meet [Bo].", ["REJECT", "CONSULT"]),
    ("[Ada] declined to comment on [Bo].", []),
    ("[Ada] declined on Friday to name [Bo].", []),
    ("[Ada] struck a hopeful tone on [state:Chad].", []),
    ("[Ada] struck a deal with [state:Chad].", ["AGREE"]),
    ("[state:Chad] struck [state:Niger].", ["ASSAULT"]),
    ("The row threatens to overshadow the fair.", []),
    ("[Ada] was killed in a train crash.", []),
    ("[Ada] was killed in a raid.", ["ASSAULT"]),
    ("[Ada] should have left.", []),
    ("[Ada] joined [Bo].", []),
    ("[Ada] pulled off a surprise.", []),
    ("A deal signed in May by [state:Chad] held.", ["AGREE"]),
    ("A tanker seized on Monday by [state:Chad] sank.", ["COERCE"]),
    ("[state:Chad] pulled its troops off the island.", ["RETREAT"]),
    ("[Ada] took charge of the works.", []),
    ("[Ada] voted for [Bo].", []),
    ("[group:Soldiers] came under mortar fire.", ["ASSAULT"]),
    ("[Ada] said [Bo] should have gone.", []),
    ("[state:Chad] seeks to sell its oil.", []),
    ("[Ada] did not answer an email seeking comment.", []),
    ("When it comes to a new agreement, [Ada] waits.", ["AGREE"]),
    ("The firefighters battled the blaze.", []),
    ("[Ada] refused to say more.", []),
    ("[Ada] signed up for the course of [Bo].", []),
    ("[Ada] held a news conference.", []),
    ("[state:Chad] stopped the airstrikes.", ["RETREAT", "ASSAULT"]),
    ("[state:Chad] stopped short of airstrikes.", ["ASSAULT"]),
    ("[state:Chad] captured the town.", ["COERCE"]),
    ("[state:Chad] captured world headlines.", []),
    ("[Ada] voiced her attacks against [Bo].", ["ACCUSE"]),
    ("[state:Chad] vowed to confront [state:Niger].", ["THREATEN"]),
    ("The men calling themselves the Sons of [state:Chad] left.", []),
    ("[Ada] is in no mood to meet [Bo].", []),
    ("[state:Chad] put [Bo] on its sanctions list.", ["SANCTION"]),
    ("[Ada] cancelled a stop in Rome.", ["CONSULT"]),
    ("[state:Chad] struck gold in May.", []),
    ("[state:Chad] put [Bo] on its guest list.", []),
    ("[Ada] is in the port to meet [Bo].", ["CONSULT"]),
    ("[state:Chad] and [state:Niger] held a joint exercise.", ["COOPERATE"]),
    ("[state:Chad] gave humanitarian aid to [state:Niger].", ["AID"]),
    ("The police arrested [Ada].", ["COERCE"]),
    ("The attack on [state:Niger] began.", ["ASSAULT"]),
    ("The talks between [Ada] and [Bo] ended.", ["CONSULT"]),
    ("[Ada] called Monday for a truce.", ["REQUEST", "RETREAT"]),
    ("[Ada] spoke last week with [Bo].", ["CONSULT"]),
    ("[Ada] held on Tuesday night talks with [Bo].", ["CONSULT"]),
    ("[Ada] ruled that out.", ["REJECT"]),
    ("[Ada] has ruled it out.", ["REJECT"]),
    ("[state:Chad] gave the go-ahead.", ["CONCEDE"]),
    ("Troops were sent to [state:Niger].", ["MOBILIZE"]),
    ("The accord was finally clinched in [state:Niger].", ["AGREE", "AGREE"]),
    ("The border between [state:Chad] and [state:Niger] has been closed to traders.", ["COERCE"]),
    ("[Ada] described [its] leaders as hardened criminals.", ["ACCUSE"]),
    ("The plan faces [group:opposition] from [Ada].", ["REJECT"]),
    ("[*state:Chadian] [group:military] attack on [state:Niger].", ["ASSAULT"]),
    ("[Ada] vented her anger at [Bo].", ["ACCUSE"]),
    ("[Ada] ripped into [Bo].", ["ACCUSE"]),
    ("[Ada] poured cold water on the plan.", ["REJECT"]),
    ("[Ada] stuck up for [Bo].", ["SUPPORT"]),
    ("[Ada] tipped her hat to [Bo].", ["SUPPORT"]),
    ("[state:Chad] scrambled fighters.", ["MOBILIZE"]),
    ("[Ada] tendered her resignation.", ["RETREAT"]),
    ("[state:Chad] tore up the treaty.", ["SANCTION"]),
    ("Teachers walked off the job.", ["PROTEST"]),
    ("[Ada]'s proposal was shot down by [Bo].", ["REQUEST", "REJECT"]),
    ("The reservists were called up by [state:Chad].", ["MOBILIZE"]),
    ("The school was turned down by [Bo].", ["REJECT"]),
    ("The plane was shot down by [state:Chad].", ["ASSAULT"]),
    ("[Ada] tear-gassed [group:miners].", ["ASSAULT"]),
    ("[Ada] reversed [Bo]'s policy.", ["REJECT"]),
    ("[Ada] turned over the records to [Bo].", ["COOPERATE"]),
    ("[state:Chad] extradited a trafficker to [state:Niger].", ["COOPERATE"]),
    ("[Ada] parted ways with [Bo] over the dam.", ["REJECT"]),
    ("[Ada] sent the National Guard to Lagos.", ["MOBILIZE"]),
    ("[Ada] patched things up with [Bo].", ["AGREE"]),
    ("[Ada] gave [Bo] the boot.", ["SANCTION"]),
    ("[Ada] clashed with [Bo].", ["ACCUSE"]),
    ("[state:Chad] clashed with [state:Niger].", ["ASSAULT"]),
    ("[Ada] texted [Bo].", ["CONSULT"]),
    ("[Ada] read the text of [Bo].", []),
    ("[Ada] met [Bo]'s demands.", ["CONCEDE", "REQUEST"]),
    ("The weather was fine in the mountains.", []),
    ("[Ada] read a book about birds.", []),
]
ROLES = [
    ("[Ada] met [Bo].", "CONSULT", {"Ada": "participant", "Bo": "participant"}),
    ("[Ada] and [Cy] met [Bo].", "CONSULT", {"Ada": "participant", "Cy": "participant", "Bo": "participant"}),
    ("[Ada], [Dee] and [Cy] met [Bo].", "CONSULT", dict.fromkeys(("Ada", "Dee", "Cy", "Bo"), "participant")),
    ("[Ada] met with [Bo] in the capital.", "CONSULT", {"Ada": "participant", "Bo": "participant"}),
    ("[Ada] visited [state:Chad].", "CONSULT", {"Ada": "guest", "Chad": "host"}),
    ("[Ada] paid a visit to [state:Chad].", "CONSULT", {"Ada": "guest", "Chad": "host"}),
    ("The visit of [Ada] to [state:Chad] ended.", "CONSULT", {"Ada": "guest", "Chad": "host"}),
    ("[Ada]'s visit to [state:Chad] ended.", "CONSULT", {"Ada": "guest", "Chad": "host"}),
    ("[Ada] received [Bo].", "CONSULT", {"Ada": "host", "Bo": "guest"}),
    ("[Bo] was received by [Ada].", "CONSULT", {"Ada": "host", "Bo": "guest"}),
    ("[Ada] hosted [Bo].", "CONSULT", {"Ada": "host", "Bo": "guest"}),
    ("[Bo] was hosted by [Ada].", "CONSULT", {"Ada": "host", "Bo": "guest"}),
    ("Talks between [Ada] and [Bo] were held.", "CONSULT", {"Ada": "participant", "Bo": "participant"}),
    ("[Ada] held talks with [Bo].", "CONSULT", {"Ada": "participant", "Bo": "participant"}),
    ("[state:Chad] attacked [state:Niger].", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    ("[state:Niger] was attacked by [state:Chad].", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    ("[state:Niger] was attacked on Monday by [state:Chad].", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    ("[state:Chad]'s attack on [state:Niger] failed.", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    ("An attack by [state:Chad] on [state:Niger] failed.", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    ("[Ada] accused [state:Chad] of attacking [state:Niger].", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    ("[Ada] accused [state:Chad] of attacking [state:Niger].", "ACCUSE", {"Ada": "source", "Chad": "target"}),
    ("[state:Chad] was accused by [Ada] of spying.", "ACCUSE", {"Ada": "source", "Chad": "target"}),
    ("[Ada] condemned [state:Chad].", "ACCUSE", {"Ada": "source", "Chad": "target"}),
    ("[state:Chad] denied attacking [state:Niger].", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    ("[state:Chad] wants to attack [state:Niger].", "ASSAULT", {"Chad": "source", "Niger": "target"}),
    (
        "[Ada] ordered [group:the guards] to attack [state:Niger].",
        "ASSAULT",
        {"the guards": "source", "Niger": "target", "Ada": "source"},
    ),
    ("[Ada], whose troops attacked [state:Niger], met [Bo].", "ASSAULT", {"Ada": "source", "Niger": "target"}),
    ("[Ada], whose troops attacked [state:Niger], met [Bo].", "CONSULT", {"Ada": "participant", "Bo": "participant"}),
    ("[Ada], who attacked [state:Niger], met [Bo].", "ASSAULT", {"Ada": "source", "Niger": "target"}),
    ("[state:Chad] imposed sanctions on [state:Niger].", "SANCTION", {"Chad": "source", "Niger": "target"}),
    ("Sanctions were imposed on [state:Niger] by [state:Chad].", "SANCTION", {"Chad": "source", "Niger": "target"}),
    ("[Ada]'s arrest angered the town.", "COERCE", {"Ada": "target"}),
    ("[state:Chad]'s arrest of [Ada] angered the town.", "COERCE", {"Chad": "source", "Ada": "target"}),
    ("[state:Chad]'s arrest of two men angered the town.", "COERCE", {"Chad": "source"}),
    ("The arrest of [Ada] by [state:Chad] angered the town.", "COERCE", {"Chad": "source", "Ada": "target"}),
    ("[Ada] alleged that [state:Chad] was late.", "ACCUSE", {"Ada": "source", "Chad": "target"}),
    ("[Ada] was there in solidarity with [state:Chad].", "SUPPORT", {"Chad": "target"}),
    ("[state:Chad] was under pressure from [state:Niger].", "REQUEST", {"Niger": "source", "Chad": "target"}),
    ("It came at the request of [state:Niger].", "REQUEST", {"Niger": "source"}),
    ("[Ada] has been in touch with [Bo].", "CONSULT", {"Ada": "participant", "Bo": "participant"}),
    ("[Ada], who is critical of [Bo], left.", "ACCUSE", {"Ada": "source", "Bo": "target"}),
    ("[Ada] voiced concern that [Bo] was late.", "ACCUSE", {"Ada": "source", "Bo": "target"}),
    ("[Ada] recommended in May that [Bo] leave.", "REQUEST", {"Ada": "source", "Bo": "target"}),
    ("[Ada] called for an inquiry that [Bo] can trust.", "REQUEST", {"Ada": "source"}),
    ("[*state:Chadian] and [*state:Malian] sanctions hurt.", "SANCTION", {"Chadian": "source", "Malian": "source"}),
    ("[Ada] urged [Bo] to leave.", "REQUEST", {"Ada": "source", "Bo": "target"}),
    ("[Bo] was urged by [Ada] to leave.", "REQUEST", {"Ada": "source", "Bo": "target"}),
    ("[Ada] rejected a demand from [Bo].", "REJECT", {"Ada": "source", "Bo": "target"}),
    ("[Ada] praised [Bo].", "SUPPORT", {"Ada": "source", "Bo": "target"}),
    ("[Bo] was praised by [Ada].", "SUPPORT", {"Ada": "source", "Bo": "target"}),
    ("[state:Chad] sent weapons to [state:Niger].", "AID", {"Chad": "source", "Niger": "target"}),
    ("[state:Chad] signed a treaty with [state:Niger].", "AGREE", {"Chad": "participant", "Niger": "participant"}),
    (
        "A treaty between [state:Chad] and [state:Niger] was signed.",
        "AGREE",
        {"Chad": "participant", "Niger": "participant"},
    ),
    (
        "[Ada] mediated talks between [state:Chad] and [state:Niger].",
        "CONSULT",
        {"Ada": "mediator", "Chad": "participant", "Niger": "participant"},
    ),
]


@pytest.mark.parametrize(("text", "kinds"), MATCHES)
def test_which_wordings_match(text: str, kinds: list[str]) -> None:
    found = find_matches(marked(text).parse(), lexicon())
    strong = [m for m in found if int(m.trigger.strength) >= 6 and not m.outdone]
    assert [m.trigger.engagement_type for m in strong if m.trigger.pos != "e"] == kinds  # "e": only in reported speech


@pytest.mark.parametrize(("text", "kind", "roles"), ROLES)
def test_parts_in_an_act(text: str, kind: str, roles: dict[str, str]) -> None:
    sentence = marked(text)
    ways = [
        {sentence.names[mention.actor_id]: role for role, mention, _, _ in told.candidate.slots}
        for told in sentence.told()
        if told.candidate.match.trigger.engagement_type == kind
    ]
    assert roles in ways


@pytest.mark.parametrize(
    ("text", "blames"),
    [("[Ada] called it an attack on farmers.", True), ("[Ada] called the attack a mishap.", False)],
)
def test_what_an_act_is_called_is_told_after_it(text: str, blames: bool) -> None:
    found = find_matches(marked(text).parse(), lexicon())
    assert any("attack" in words for m in found for words in m.trigger.asks) is blames


def test_the_longest_wording_covers_the_noun_inside_it() -> None:
    found = find_matches(marked("[Ada] held talks with [Bo].").parse(), lexicon())
    assert [m.trigger.pos for m in found] == ["v"]


def test_who_ends_a_wording_is_its_object() -> None:
    text = marked("[state:Chad] killed three [group:refugees] in the camp.")
    told = next(t for t in text.told() if t.candidate.match.trigger.engagement_type == "ASSAULT")
    assert ("target", "refugees") in [(role, text.names[m.actor_id]) for role, m, _, _ in told.candidate.slots]


def test_a_deed_that_somebody_tells_of_another_is_an_allegation() -> None:
    text = marked("[state:Chad] says [state:Niger] has been shelling its villages.")
    rules = {m.trigger.rule_id for m in find_matches(text.parse(), lexicon())}
    assert "ACCUSE:v:say {actor} _ {deed}" in rules


@pytest.mark.parametrize(
    ("word", "kind"), [("thoughtless", "ACCUSE"), ("petulant", "ACCUSE"), ("steadfast", "SUPPORT")]
)
def test_words_of_judgement_tell_of_whom_they_are_said(word: str, kind: str) -> None:
    text = marked(f"[Ada] said the speech of [Bo] was {word}.")
    judged = next(t.candidate for t in text.told() if t.candidate.match.trigger.engagement_type == kind)
    assert {(role, text.names[m.actor_id]) for role, m, _, _ in judged.slots} == {("source", "Ada"), ("target", "Bo")}


def test_who_mocks_stands_after_a_wording_of_be() -> None:
    text = marked("[Ada] was slammed by [Bo].")
    told = [t.candidate for t in text.told() if t.candidate.match.trigger.rule_id.startswith("ACCUSE:v:be slammed")]
    assert ("source", "Bo") in {(role, text.names[m.actor_id]) for role, m, _, _ in told[0].slots}


@pytest.mark.parametrize(
    "text",
    [
        "[Ada] declined to offer any details.",
        "[Ada] talked up the plan of [Bo].",
        "[Ada] slammed the coast of [state:Chad].",
    ],
)
def test_phrases_that_tell_no_act(text: str) -> None:
    assert marked(text).told() == []
