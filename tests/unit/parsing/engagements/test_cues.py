"""What is told to the judgements: names of facts, an actor by its kind and never by its name."""

from __future__ import annotations

from marked import lexicon, marked

from pipelines.parsing.engagements.participants import actors_in_reach
from pipelines.parsing.engagements.status_cues import status_cues, status_of_wording

SENTENCE = "On Monday [Ada] met [state:Chad] in secret."
OF_NOUNS = "[Ada] and [state:Chad] hope to hold talks after [state:Chad]'s visit to [Ada]."


def test_words_count_by_engagement_type() -> None:
    (told,) = (t for t in marked(SENTENCE).told() if t.candidate.match.trigger.engagement_type == "CONSULT")
    assert {"CONSULT~~secret", "CONSULT~secret", "CONSULT~~<person>", "CONSULT~~<state>"} <= told.cues


def test_no_cue_names_an_actor() -> None:
    for told in [*marked(SENTENCE).told(), *marked(OF_NOUNS).told()]:
        reaches = [cue for reach in actors_in_reach(told) for cue in reach.cues]
        cues = [*told.cues, *reaches, *status_cues(told, lexicon().fields)]
        assert cues
        assert [cue for cue in cues if "ada" in cue.lower().split("~")[-1] or "chad" in cue.lower()] == []


def test_status_hears_the_words_on_either_side() -> None:
    told = marked("[Ada] never met [Bo] alone.").told()[0]
    cues = status_cues(told, lexicon().fields)
    assert {"left=never", "right=alone", "w-1=never"} <= cues


def test_status_hears_the_form_of_a_verb_and_what_it_depends_on() -> None:
    told = marked("[Ada] is close to meeting [Bo] and [Cy] has not tried to meet [Dee].").told()
    first, *_, second = (status_cues(t, lexicon().fields) for t in told)
    assert {"on=to:ing", "on=close_to:ing"} <= first
    assert {"form=present+infinitive", "on=try:to", "governor=try:to", "governor=try:to:past::True"} <= second


def test_a_wording_may_tell_its_status_where_its_verb_is_told_of_somebody() -> None:
    def told(text: str) -> list[str | None]:
        return [status_of_wording(t) for t in marked(text).told()]

    assert "planned" in told("[Ada] has scheduled a meeting with [Bo].")
    assert "planned" not in told("[Ada] attended a previously scheduled meeting with [Bo].")
    assert "planned" not in told("[Ada] may have scheduled a meeting with [Bo].")
    assert "planned" not in told("[state:Chad] pledged aid to [state:Mali].")


def test_status_hears_the_phrase_of_a_noun_and_the_verb_over_it() -> None:
    told = marked("[Ada] will not mention the planned talks with [Bo].").told()
    cues = next(status_cues(t, lexicon().fields) for t in told if t.candidate.match.trigger.pos == "n")
    assert {"phrase=planned", "before_phrase=not_mention", "ruler=present+modal+negated:will"} <= cues


def test_an_actor_is_told_the_way_to_the_wording() -> None:
    told = marked("[Ada], who left early, met [Bo].").told()
    (met,) = (t for t in told if t.candidate.match.trigger.engagement_type == "CONSULT")
    ways = {cue for reach in actors_in_reach(met) for cue in reach.cues if ":path=" in cue}
    assert any(":left:path=" in way and "V" in way for way in ways)
    assert any(way.endswith(":right:path=") for way in ways)


def test_an_actor_is_told_its_part_in_the_act_beside_and_who_surely_takes_part() -> None:
    told = marked("[Ada] accused [Bo] of bombing [state:Chad].").told()
    (raid,) = (t for t in told if t.candidate.match.trigger.engagement_type == "ASSAULT")
    cues = {reach.mention.actor_id: reach.cues for reach in actors_in_reach(raid)}
    assert {"prev=a:ACCUSE:False", "slot=none:sure=ab", "is_speaker:False:ab"} <= cues[0]
    assert "prev=b:ACCUSE:True" in cues[1]


def test_an_actor_is_told_the_way_from_where_it_fills_the_frame() -> None:
    sentence = marked("[Ada] met, he said, [Bo] near [*Ada]'s house.")
    met = next(t for t in sentence.told() if t.candidate.match.trigger.engagement_type == "CONSULT")
    (ada,) = (reach for reach in actors_in_reach(met) if reach.mention.actor_id == 0)
    assert "in:left:path=" in ada.cues


def test_an_act_hears_the_acts_beside_it_and_what_lies_between() -> None:
    refusal, strike = marked("[Ada] refused to openly bomb [state:Chad].").told()
    assert {"next=ASSAULT:REJECT", "next_way=openly:ASSAULT"} <= refusal.cues
    assert {"prev=REJECT:ASSAULT", "prev_way=openly:REJECT:ASSAULT"} <= strike.cues
    assert (refusal.after, strike.before) == (strike.candidate, refusal.candidate)
    assert f"prev={refusal.candidate.status}" in status_cues(strike, lexicon().fields)


def test_an_act_hears_of_what_sector_and_country_its_parties_are() -> None:
    (told,) = (t for t in marked("[Ada] condemned [state:Chad].").told() if t.candidate.slots)
    assert {"sector=a:unknown", "abroad=unknown:ACCUSE", "often=b:1:ACCUSE"} <= told.cues


def test_an_act_knows_the_last_one_of_its_type_and_actors() -> None:
    first, other, again = marked("[Ada] met [Bo]. [Cy] met [Dee]. [Bo] met [Ada].").told()
    assert (first.earlier, other.earlier, again.earlier) == (None, None, first.candidate)
    assert "earlier=occurred" in status_cues(again, lexicon().fields)
