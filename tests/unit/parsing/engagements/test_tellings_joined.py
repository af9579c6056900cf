"""Which candidates of an article stand as claims, and which tell one act again."""

from __future__ import annotations

from datetime import date

import pytest
from marked import Marked, marked

from pipelines.parsing.engagements.participants import Reach
from pipelines.parsing.engagements.settling import Kept, settle
from pipelines.parsing.engagements.tellings import join_tellings
from pipelines.parsing.engagements.told import Told
from pipelines.records import DateBounds


def kept(told: Told, score: float) -> Kept:
    told.score = score
    reaches = [Reach(mention, role, set(), 0.9) for role, mention, _, _ in told.candidate.slots]
    return Kept(told, told.candidate.status, reaches)


def settled(
    text: str | Marked,
    scores: tuple[float, ...] = (),
    days: tuple[DateBounds, ...] = (),
    lands: tuple[str | None, ...] = (),
) -> list[Kept]:
    told = (marked(text) if isinstance(text, str) else text).told()
    claims = settle([kept(one, score) for one, score in zip(told, scores or (0.9,) * len(told), strict=True)], 0.45)
    join_tellings(claims, days or (DateBounds(),) * len(claims), lands or (None,) * len(claims))
    return claims


def test_two_acts_of_a_sentence_both_stand() -> None:
    assert [k.kind for k in settled("[Ada] met [Bo] and condemned [state:Chad].")] == ["CONSULT", "ACCUSE"]


def test_one_act_worded_twice_in_a_sentence_is_told_once() -> None:
    claims = settled("[Ada] met [Bo] and consulted with [Bo].", (0.7, 0.8))
    assert [(k.kind, k.told.score) for k in claims] == [("CONSULT", 0.8)]


def test_meetings_with_others_in_one_sentence_both_stand() -> None:
    claims = settled("[Ada] met [Bo], and [Cy] met [Dee].")
    assert [sorted(k.ids) for k in claims] == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    ("lands", "acts"), [(("FRA", "CHN", "PER"), 2), (("FRA", "PER", "PER"), 1), (("", "", "PER"), 1)]
)
def test_talks_with_others_of_another_land_are_talks_of_their_own(lands: tuple[str, ...], acts: int) -> None:
    text = marked("[Ada] met [group:envoys] on the island and later held a long telephone conversation with [Cy].")
    for span, land in zip(text.spans, lands, strict=True):
        span.country = land
    claims = settled(text)
    assert len(claims) == acts
    assert acts == 1 or [len(k.ids) for k in claims] == [2, 2]


def test_talks_with_another_person_are_talks_of_their_own_as_two_verbs_tell() -> None:
    assert len(settled("[Ada] met [Bo] on the island and later held a long telephone conversation with [Cy].")) == 2
    assert len(settled("[Ada] met [Bo] on the island and later held a long telephone conversation with [Bo].")) == 1


def test_what_each_does_to_the_other_are_two_acts_of_a_sentence() -> None:
    claims = settled("[state:Chad] condemned [state:Mali] after [state:Mali] condemned [state:Chad].")
    assert [k.kind for k in claims] == ["ACCUSE", "ACCUSE"]
    claims = settled("[state:Chad] condemned [state:Mali] after [state:Niger] condemned [state:Mali].")
    assert [sorted(k.ids) for k in claims] == [[0, 1], [1, 2]]


@pytest.mark.parametrize(
    ("again", "joined"), [("[state:Chad] accused [state:Mali]", True), ("[state:Mali] accused [state:Chad]", False)]
)
def test_what_the_other_does_in_return_is_another_act(again: str, joined: bool) -> None:
    first, second = settled(f"[state:Chad] accused [state:Mali]. It rained. Later {again}.")
    assert (second.same_as is first) is joined


def test_a_later_telling_points_to_the_first() -> None:
    first, second = settled("[Ada] met [Bo]. In the evening [Ada] consulted with [Bo].")
    assert first.same_as is None
    assert second.same_as is first


def test_a_third_telling_points_to_the_first_too() -> None:
    claims = settled("[Ada] met [Bo]. Later [Ada] met [Bo]. At last [Ada] met [Bo].")
    assert [k.same_as for k in claims] == [None, claims[0], claims[0]]


def test_tellings_of_other_days_are_other_acts() -> None:
    monday, march, year = (
        DateBounds(date(2020, 3, 2), date(2020, 3, 2), "day"),
        DateBounds(date(2020, 3, 1), date(2020, 3, 31), "month"),
        DateBounds(date(2021, 1, 1), date(2021, 12, 31), "year"),
    )
    text = "[Ada] met [Bo]. Later [Ada] met [Bo]. At last [Ada] met [Bo]. [Ada] met [Bo]."
    claims = settled(text, days=(monday, year, march, year))
    assert [k.same_as for k in claims] == [None, None, claims[0], claims[1]]


def test_what_is_of_no_day_does_not_join_acts_of_different_days() -> None:
    monday, year = DateBounds(date(2020, 3, 2), date(2020, 3, 2), "day"), DateBounds(date(2021, 1, 1), None, "range")
    text = "[Ada] met [Bo]. Later [Ada] met [Bo]. At last [Ada] met [Bo]."
    claims = settled(text, days=(DateBounds(), monday, year))
    assert [k.same_as for k in claims] == [None, claims[0], None]


def test_nobody_meets_in_two_countries_at_once() -> None:
    text = "[Ada] met [Bo]. Later [Ada] met [Bo]. At last [Ada] met [Bo]."
    assert [k.same_as is None for k in settled(text, lands=(None, "CHE", "FIN"))] == [True, False, True]
    text = "[Ada] attacked [Bo]. Later [Ada] attacked [Bo]."
    assert [k.same_as is None for k in settled(text, lands=("CHE", "FIN"))] == [True, False]


def test_another_type_or_other_actors_are_another_act() -> None:
    claims = settled("[Ada] met [Bo]. [Ada] met [Cy]. [Ada] condemned [Bo].")
    assert [k.same_as for k in claims] == [None, None, None]


def test_claims_stand_in_the_order_of_the_text() -> None:
    claims = settled("[Ada] met [Bo]. [Ada] condemned [Cy].", (0.5, 0.9))
    assert [k.kind for k in claims] == ["CONSULT", "ACCUSE"]


def test_a_noun_that_names_two_of_three_takes_up_their_act_and_a_verb_tells_another() -> None:
    claims = settled("[Ada] met [Bo] and [Cy]. The meeting between [Ada] and [Bo] was short. Later [Ada] met [Bo].")
    assert [k.same_as for k in claims] == [None, claims[0], None]


def test_a_noun_that_names_one_of_two_takes_up_what_a_verb_told_of_them() -> None:
    claims = settled("[state:Chad] shelled [state:Mali]. The bombardment by [state:Chad] went on.")
    assert [k.same_as for k in claims] == [None, claims[0]]


def test_the_noun_takes_up_an_act_whatever_its_date_and_another_one_is_another_act() -> None:
    monday = DateBounds(date(2020, 3, 2), date(2020, 3, 2), "day")
    year = DateBounds(date(2019, 1, 1), date(2019, 12, 31), "year")
    first, second = settled("[Ada] met [Bo]. The talks between [Ada] and [Bo] were short.", days=(year, monday))
    assert second.same_as is first
    first, second = settled("[Ada] met [Bo]. Another meeting of [Ada] and [Bo] was short.", days=(year, monday))
    assert second.same_as is None


@pytest.mark.parametrize(
    ("again", "joined"),
    [
        ("[Ada] condemned [Bo] and [Cy] over the leaking tanks of the harbour.", True),
        ("[Ada] condemned [Bo] and [Cy] over the price of school meals.", False),
        ("[Bo] and [Cy] condemned [Ada] over the leaking tanks of the harbour.", False),
        ("[Dee] condemned [Cy] over the leaking tanks of the harbour.", False),
    ],
)
def test_what_is_told_of_the_same_in_the_same_words_is_one_act(again: str, joined: bool) -> None:
    first, second = settled(f"[Ada] condemned [Bo] over the leaking tanks of the harbour. It rained. {again}")
    assert (second.same_as is first) is joined


def test_a_worthier_act_told_beside_it_takes_from_what_a_claim_is_worth() -> None:
    assert [k.kind for k in settled("[Ada] met [Bo] and condemned [Cy].", (0.9, 0.6))] == ["CONSULT"]
    far = "[Ada] met [Bo] and on the very same day in the small town where she was born condemned [Cy]."
    assert [k.kind for k in settled(far, (0.9, 0.6))] == ["CONSULT", "ACCUSE"]
    assert [k.kind for k in settled("[Ada] met [Bo]. [Ada] condemned [Cy].", (0.9, 0.6))] == ["CONSULT", "ACCUSE"]


def test_an_act_told_with_some_of_its_actors_in_the_next_sentence_is_worth_less() -> None:
    assert [k.told.sentence for k in settled("[Ada] met [Bo]. [Ada] met [Cy].", (0.9, 0.48))] == [0]
    assert [k.told.sentence for k in settled("[Ada] met [Bo]. [Dee] met [Cy].", (0.9, 0.48))] == [0, 1]
    assert [k.told.sentence for k in settled("[Ada] met [Bo]. It rained. [Ada] met [Cy].", (0.9, 0.48))] == [0, 2]


def test_a_meeting_of_some_that_is_still_to_come_is_another() -> None:
    claims = settled("[Ada] met [Bo] and [Cy]. [Ada] will meet [Bo] again.")
    assert [k.same_as for k in claims] == [None, None]


def test_a_heading_sums_up_the_act_below_that_it_shares_the_most_actors_with() -> None:
    heading, other, told = settled("[Ada] meets [Bo]\n\n[Cy] met [Ada] first. Then [Bo] and [Ada] met [Dee].")
    assert heading.told.heading
    assert (other.same_as, told.same_as) == (None, heading)


def test_a_heading_sums_up_an_act_of_its_kind_even_if_it_names_nobody_known_there() -> None:
    heading, told = settled("[Ada] meets [Bo]\n\n[Cy] met [Dee].")
    assert told.same_as is heading


def test_two_headings_are_not_of_one_act_and_a_heading_may_come_later() -> None:
    first, told, second = settled("[Ada] meets [Bo]\n\n[Ada] met [Bo].\n\n[Ada] meets [Bo]")
    assert (first.same_as, told.same_as, second.same_as) == (None, first, None)


def test_a_heading_of_another_kind_stands_alone() -> None:
    claims = settled("[Ada] condemns [Bo]\n\n[Ada] met [Bo].")
    assert [k.same_as for k in claims] == [None, None]


def test_a_claim_is_worth_what_is_sure_of_act_status_and_participants() -> None:
    (claim,) = settled("[Ada] met [Bo].", (0.8,))
    assert claim.worth == pytest.approx(0.8 * 0.99**0.5)
    claim.status_chance = 0.25
    assert claim.worth == pytest.approx(0.4 * 0.99**0.5)
    for reach in claim.participants:
        reach.score = 0.1
    assert claim.worth == pytest.approx(0.4 * 0.19**0.5)


def test_a_heading_that_nothing_below_bears_out_must_be_sure() -> None:
    assert [k.kind for k in settled("[Ada] condemns [Bo]\n\n[Ada] met [Bo].", (0.5, 0.9))] == ["CONSULT"]
    assert [k.kind for k in settled("[Ada] condemns [Bo]\n\n[Ada] met [Bo].", (0.7, 0.9))] == ["ACCUSE", "CONSULT"]
    assert [k.kind for k in settled("[Ada] condemns [Bo]\n\nIt rained.", (0.5,))] == ["ACCUSE"]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("[Ada] refused to meet [Bo].", ["CONSULT"]),
        ("[Ada] cancelled a visit to [state:Chad].", ["CONSULT"]),
        ("[Ada] and [Bo] agreed to meet in May.", ["CONSULT"]),
        ("[Ada] rejected the plan by [Bo] and will not meet [Bo].", ["REJECT", "CONSULT"]),
        ("[Ada] refused to attack [state:Chad].", ["REJECT", "ASSAULT"]),
        ("[Ada] threatened to attack [state:Chad].", ["THREATEN"]),
        ("[Ada] threatened [state:Chad] and attacked [state:Chad].", ["THREATEN", "ASSAULT"]),
    ],
)
def test_a_meeting_refused_or_agreed_to_and_a_threat_are_one_act(text: str, kinds: list[str]) -> None:
    told = [one for one in marked(text).told() if int(one.candidate.match.trigger.strength) >= 6]
    assert [k.kind for k in settle([kept(one, 0.9) for one in told], 0.45)] == kinds


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("[Ada] met [Bo] in Oslo. [Cy] joined the talks.", True),
        ("[Ada] met [Bo] in Oslo. The meeting was mediated by [Cy].", True),
        ("[Ada] met [Bo] in Oslo. [Cy] took part in another meeting.", False),
        ("[Ada] met [Bo] in Oslo. [Cy] joined talks with [Dee].", False),
        ("[state:Chad] and [state:Mali] signed a trade accord. The accord was signed by [Ada] and [Bo].", True),
        ("[group:Gunmen] attacked [state:Chad]. [organization:Hamas] claimed responsibility for the attack.", True),
        (
            "[group:Gunmen] attacked [state:Chad]. [organization:Hamas] claimed responsibility for the attack in Oran.",
            True,
        ),
        (
            "[group:Gunmen] attacked [state:Chad]. [organization:Hamas] claimed responsibility for a second attack.",
            False,
        ),
    ],
)
def test_who_is_told_of_the_talks_alone_took_part_in_those_told_before(text: str, joined: bool) -> None:
    claims = settled(text)
    assert (claims[1].same_as is claims[0]) is joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("[state:Chad] shelled [state:Mali]. Later it was known that [state:Chad] shelled them.", True),
        ("[state:Chad] expelled [group:diplomats]. [state:Chad] expelled [group:diplomats] of [state:Mali].", True),
        ("[state:Chad] condemned [state:Mali]. [state:Chad] condemned [state:Mali] and [state:Niger].", False),
        ("[Ada] met [Bo] and [Cy]. In the evening [Ada] met [state:Chad].", False),
        ("[state:Chad] agreed to leave. [state:Chad] and [state:Mali] agreed to trade.", False),
    ],
)
def test_the_same_verb_of_the_same_sides_tells_an_act_again_fuller_or_shorter(text: str, joined: bool) -> None:
    claims = settled(text)
    assert len(claims) > 1
    assert (claims[1].same_as is claims[0]) is joined


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("[state:Chad] arrested [Ada]. [Ada] was detained at the airport.", True),
        ("[state:Chad] arrested [Ada]. [Ada] was later detained at the airport.", False),
        ("[state:Chad] arrested [Ada]. [Bo] was detained at the airport.", False),
        ("[state:Chad] arrested [Ada]. [Ada] was detained by [state:Mali].", False),
    ],
)
def test_who_was_just_told_of_undergoes_it_again_by_nobody_named(text: str, joined: bool) -> None:
    claims = settled(text)
    assert (claims[1].same_as is claims[0]) is joined


def test_a_refusal_to_meet_and_a_meeting_that_did_not_take_place_are_one_act() -> None:
    assert [k.kind for k in settled("[Ada] pulled out of talks with [Bo].")] == ["CONSULT"]
    assert [k.kind for k in settled("[Ada] criticized [Bo] and pulled out of talks.")] == ["ACCUSE", "CONSULT"]


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("[state:Chad] condemned [state:Mali]. Later [state:Chad] criticized [state:Mali].", True),
        ("[state:Chad] condemned [state:Mali]. Later [state:Mali] criticized [state:Chad].", False),
        ("[Ada] criticized the plan. In the evening [Ada] was mocked.", False),
        ("[state:Chad] shelled [state:Mali]. In May [state:Mali] bombed [state:Chad].", False),
    ],
)
def test_who_only_undergoes_an_act_did_not_do_it_before(text: str, joined: bool) -> None:
    claims = settled(text)
    assert len(claims) > 1
    assert (claims[1].same_as is claims[0]) is joined


@pytest.mark.parametrize(
    "text",
    [
        "[state:Chad] condemned [state:Mali] on Monday. [state:Chad] also criticized [state:Mali].",
        "[state:Chad] expelled [group:diplomats]. [state:Chad] has also expelled [group:diplomats].",
        "[Ada] met [Bo]. They held a second meeting on trade with [Bo] and [Ada].",
    ],
)
def test_what_was_also_done_is_another_act(text: str) -> None:
    claims = settled(text)
    assert len(claims) > 1
    assert all(claim.same_as is None for claim in claims)


def test_acts_of_a_kind_far_apart_in_a_sentence_are_two() -> None:
    near = "[Ada], who met [Bo] in Oslo, consulted with [Bo] and [Cy]."
    assert len(settled(near)) == 1
    far = (
        "[Ada], who met [Bo] in Oslo at a small hotel by the sea in the wet and windy autumn of the year when the old "
        "bridge fell down, consulted with [Bo] and [Cy]."
    )
    assert len(settled(far)) == 2


def test_what_is_to_come_is_not_what_happened_in_the_same_sentence() -> None:
    near = "[Ada], who met [Bo], will meet [Bo] and [Cy]."
    assert len(settled(near)) == 1
    assert len(settled("[Ada], who met [Bo] in Oslo at a small hotel by the sea, will meet [Bo] and [Cy].")) == 2
    assert len(settled("[Ada], who met [Bo] in Oslo at a small hotel by the sea, consulted with [Bo] and [Cy].")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[state:Chad] met [state:Mali]. During the session [state:Chad] and [state:Mali] also discussed fishing.",
        "[state:Chad] met [state:Mali]. The negotiations, mediated by [state:Togo], were the first in years.",
    ],
)
def test_what_was_also_discussed_and_who_mediated_tell_more_of_the_talks(text: str) -> None:
    first, *later = settled(text)
    assert later
    assert all(k.same_as is first for k in later)
