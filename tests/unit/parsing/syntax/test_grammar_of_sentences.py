"""Who stands in which slot of a word: subjects and objects through passives, relative clauses, lists and control."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.syntax.complements import complements
from pipelines.parsing.syntax.phrases import noun_phrase
from pipelines.parsing.syntax.subjects import subject_of
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.syntax.verbs import verb_group

SUBJECTS = [
    ("[Ada] met [Bo].", "met", ["Ada"]),
    ("[Ada] and [Cy] met [Bo].", "met", ["Ada", "Cy"]),
    ("[Ada], [Dee] and [Cy] met [Bo].", "met", ["Ada", "Dee", "Cy"]),
    ("[Ada] later also met [Bo].", "met", ["Ada"]),
    ("On Monday [Ada] met [Bo].", "met", ["Ada"]),
    ("[Ada], the head of the council, met [Bo].", "met", ["Ada"]),
    ("[Ada], who was elected in May, met [Bo].", "met", ["Ada"]),
    ("[Ada] has met [Bo].", "met", ["Ada"]),
    ("[Ada] will meet [Bo].", "meet", ["Ada"]),
    ("[Ada] did not meet [Bo].", "meet", ["Ada"]),
    ("[Ada] was to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] is due to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] is likely to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] has yet to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] was to have met [Bo].", "met", ["Ada"]),
    ("[Ada] plans to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] refused to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] agreed to attack [Bo].", "attack", ["Ada"]),
    ("[Ada] is weighing whether to attack [Bo].", "attack", ["Ada"]),
    ("[Ada] debated how to attack [Bo].", "attack", ["Ada"]),
    ("[Ada] asked [Cy] to attack [Bo].", "attack", ["Cy"]),
    ("[Ada] demanded that [Cy] pull back, and warned [Bo].", "warned", ["Ada"]),
    ("[Ada] demanded that [Cy] pull back and warned [Bo].", "pull", ["Cy"]),
    ("[Ada] urged [Cy] not to attack [Bo].", "attack", ["Cy"]),
    ("[Ada] ordered [Cy] to attack [Bo].", "attack", ["Cy"]),
    ("[Ada] is expected to visit [Bo].", "visit", ["Ada"]),
    ("[Ada] denied attacking [Bo].", "attacking", ["Ada"]),
    ("[Ada] accused [Cy] of attacking [Bo].", "attacking", ["Cy"]),
    ("[Ada] blamed [Cy] for bombing [Bo].", "bombing", ["Cy"]),
    ("[Cy] was accused of bombing [Bo].", "bombing", ["Cy"]),
    ("[Ada] arrested [group:men] suspected of bombing [Bo].", "bombing", ["men"]),
    ("[Ada] arrested three men suspected of bombing [Bo].", "bombing", []),
    ("[Ada] arrested a man accused by [Cy] of bombing [Bo].", "bombing", []),
    (
        "[Ada] jailed [Cy], the leader of [organization:Left], to ten years in prison for bombing [Bo].",
        "bombing",
        ["Cy"],
    ),
    ("[Ada] fined [Cy] two million euros for bombing [Bo].", "bombing", ["Cy"]),
    ("[Ada] left [Cy] with two boats for bombing [Bo].", "bombing", ["Ada"]),
    ("[Ada] met [Cy] after visiting [Bo].", "visiting", ["Ada"]),
    ("[Dee] was hit by [Ada] and [Cy] was taken to [Bo].", "taken", ["Cy"]),
    ("[Dee] was hit by [Ada] and [Cy], a former clerk, was taken to [Bo].", "taken", ["Cy"]),
    ("[Dee] met [Ada] and [Cy] criticized [Bo].", "criticized", ["Cy"]),
    ("[Dee] said [Ada] and [Cy] criticized [Bo].", "criticized", ["Ada", "Cy"]),
    ("The sons of [Ada] and [Cy] criticized [Bo].", "criticized", ["Ada", "Cy"]),
    ("[Ada] left the city before attacking [Bo].", "attacking", ["Ada"]),
    ("[Ada] visited [Cy] and met [Bo].", "met", ["Ada"]),
    ("[Ada] visited [Cy], signed a treaty and met [Bo].", "met", ["Ada"]),
    ("[Ada], who met [Bo], left the city.", "met", ["Ada"]),
    ("[Ada], whose troops attacked [Bo], left the city.", "attacked", ["Ada"]),
    ("[Ada], whose [group:guards] attacked [Bo], left the city.", "attacked", ["guards", "Ada"]),
    ("The man who attacked [Bo] left the city.", "attacked", []),
    ("[Ada] said that [Cy] attacked [Bo].", "attacked", ["Cy"]),
    ("[Ada] said [Cy] attacked [Bo].", "attacked", ["Cy"]),
    ("Speaking in the city, [Ada] met [Bo].", "met", ["Ada"]),
    ("After [Cy] left, [Ada] met [Bo].", "met", ["Ada"]),
    ("[state:Iran]'s troops attacked [Bo].", "attacked", ["Iran"]),
    ("The army of [state:Iran] attacked [Bo].", "attacked", ["Iran"]),
    ("[*state:Iranian] troops attacked [Bo].", "attacked", ["Iranian"]),
    ("[Ada] of [state:Iran] met [Bo].", "met", ["Ada"]),
    ("The storm destroyed the city.", "destroyed", []),
    ("[Ada], D-Mass., met [Bo].", "met", ["Ada"]),
    ("[Ada] Jr. met [Bo].", "met", ["Ada"]),
    ("The majority leader, [Ada] of [state:Chad], met [Bo].", "met", ["Ada"]),
    ("[Ada] long opposed [Bo].", "opposed", ["Ada"]),
    ("[Ada], R-Ohio, the top envoy on the [Cy] panel, met [Bo].", "met", ["Ada"]),
    ("The top envoy on the panel, [Ada], met [Bo].", "met", ["Ada"]),
    ("[Cy] and [Ada] (R., La.) met [Bo].", "met", ["Cy", "Ada"]),
    ("[Ada], named to lead [state:Chad], met [Bo].", "met", ["Ada"]),
    ("The judge [Ada] named to hear [Cy] met [Bo].", "met", ["Ada"]),
    ("The [group:mayors] suing [Cy] to stop the plan met [Bo].", "met", ["mayors"]),
    ("The men trying to kill [Cy] met [Bo].", "met", []),
    ("[Cy] said it was wrong for [Ada] to attack [Bo].", "attack", ["Ada"]),
    ("[Cy] left for [Ada] to attack [Bo].", "attack", ["Cy"]),
    ("[Ada], [Cy] to meet [Bo]", "meet", ["Ada", "Cy"]),
    ("[state:Chad] to meet [Bo]", "meet", ["Chad"]),
    ("[state:Chad]'s envoy in Nairobi, [Ada], met [Bo].", "met", ["Ada"]),
    ("One of those elders, [Ada], met [Bo].", "met", ["Ada"]),
    ("[Ada] blamed [Cy] for having written of [Dee], and met [Bo].", "met", ["Ada"]),
    ("[Ada] blamed [Cy] after [Dee] left, and met [Bo].", "met", ["Ada"]),
    ("[Ada] used a speech on the offer by [Cy] to praise [Bo].", "praise", ["Ada"]),
    ("[group:Officials] involved in the arrest of [Cy] met [Bo].", "met", ["Officials"]),
    ("[Ada] is considering meeting [Bo].", "meeting", ["Ada"]),
    ("[Ada] was calling [Cy] and met [Bo].", "met", ["Ada"]),
    ("[Ada] blamed [Cy] of [state:Ohio] for attacking [Bo].", "attacking", ["Cy"]),
    ("[Ada] was the first to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] was the first [group:governor] to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] became the first sitting [person:governor] to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] is in [state:Chad] to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] phoned [Cy] to invite [Bo].", "invite", ["Ada"]),
    ("[Ada] travelled to [state:Chad] to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] left for [state:Chad] to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] appealed to [Cy] to release [Bo].", "release", ["Cy"]),
    ("[Ada] pleaded with [Cy] to release [Bo].", "release", ["Cy"]),
    ("[Ada] criticised [Cy]'s refusal to meet [Bo].", "meet", ["Cy"]),
    ("[Ada] rejected a [*state:Chadian] offer to meet [Bo].", "meet", ["Chadian"]),
    ("[Ada] welcomed a decision by [state:Chad] to release [Bo].", "release", ["Chad"]),
    ("[Ada] announced a plan to meet [Bo].", "meet", ["Ada"]),
    ("[Ada] last week met [Bo].", "met", ["Ada"]),
    ("[Ada] on 5 May met [Bo].", "met", ["Ada"]),
    ("[Ada], who was elected in May, on Tuesday met [Bo].", "met", ["Ada"]),
    ("[Ada], the mayor, last month met [Bo].", "met", ["Ada"]),
    ("[Ada], who last week met [Bo], left the city.", "met", ["Ada"]),
    ("[Ada] and [Cy] each met [Bo].", "met", ["Ada", "Cy"]),
    ("[Ada], [Cy] meet [Bo]", "meet", ["Ada", "Cy"]),
    ("[Ada] said that [Cy] was ill and urged [Bo] to leave.", "urged", ["Ada"]),
    ("[Ada] said [Cy] had lied, and criticised [Bo].", "criticised", ["Ada"]),
    ("[Ada] said [Cy] met with [Dee] and thanked [Bo].", "thanked", ["Cy"]),
    ("[Ada] said [Cy] hid from [Dee] and thanked [Bo].", "thanked", ["Ada"]),
    ("[Ada] said [Cy] came late and attacked [Bo].", "attacked", ["Cy"]),
    ("[Ada] wrote to [Cy] on Monday urging [Bo] to leave.", "urging", ["Ada"]),
    ("[Ada] received a letter from [Cy] urging [Bo] to leave.", "urging", ["Cy"]),
    ("[Ada] has long supported [Bo].", "supported", ["Ada"]),
    ("[Ada], a former [*organization:Guild] ally who attacked [Bo], left the city.", "attacked", ["Ada"]),
    ("[Ada], a former [*organization:Guild] ally whose men attacked [Bo], left the city.", "attacked", ["Ada"]),
    ("[Ada], whose party has always supported [Bo], left the city.", "supported", ["Ada"]),
    ("[Ada] filed a suit against [Cy] seeking the release of [Bo].", "seeking", ["Ada"]),
    ("[Ada] met [Cy], accused of bombing [Bo].", "accused", ["Cy"]),
    ("[Ada] left the city, accompanied by [Bo].", "accompanied", ["Ada"]),
    ("[Ada] issued a statement condemning [Bo].", "condemning", ["Ada"]),
    ("[Ada] is close to attacking [Bo].", "attacking", ["Ada"]),
    ("[Ada] is ill and attacked [Bo].", "attacked", ["Ada"]),
    ("[Ada] said [Cy] was ill and left [Bo].", "left", ["Ada"]),
    ("[Ada], meeting in the capital, condemned [Bo].", "meeting", ["Ada"]),
    ("[Ada] — who was elected in May — met [Bo].", "met", ["Ada"]),
    ("[group:Gunmen] travelling with [Cy] attacked [Bo].", "attacked", ["Gunmen"]),
    ("[Ada] and others met [Bo].", "met", ["Ada"]),
    ("[Ada] has, of course, met [Bo].", "met", ["Ada"]),
    ("[Ada] has in the meantime met [Bo].", "met", ["Ada"]),
    ("[Ada] invited [Cy] to speak and praised [Bo].", "praised", ["Ada"]),
    ("[Ada] urged [Cy] to leave, condemning [Bo].", "condemning", ["Ada"]),
    ("Speaking in [state:Chad], [Ada] met [Bo].", "speaking", ["Ada"]),
    ("Speaking in the capital, central [state:Chad], [Ada] met [Bo].", "speaking", ["Ada"]),
    ("[Bo] was attacked by [Ada].", "attacked", ["Bo"]),
    ("[Bo] has been attacked by [Ada].", "attacked", ["Bo"]),
    ("The finance minister, [Ada], met [Bo].", "met", ["Ada"]),
    ("The [head] of mission, [person:Ada], met [Bo].", "met", ["Ada"]),
    ("[Ada], who as a [mayor] met [Bo], left.", "met", ["Ada"]),
    ("The [group:mayor], [Ada], met [Bo].", "met", ["Ada"]),
    ("While [Cy] wrote to [Dee], the [organization:union]'s head, [Ada], met [Bo].", "met", ["Ada"]),
    ("[Ada], who like other [group:mayors] had met [Bo], left.", "met", ["Ada"]),
    ("[Ada] said the press “should mind its own business” and accused [Bo].", "accused", ["Ada"]),
    ("[Ada] sold the ship — a step that won praise — and met [Bo].", "met", ["Ada"]),
    ("[Ada] - a friend of [Cy] in the east - met [Bo].", "met", ["Ada"]),
    ("[Ada], former judges [Cy] and [Dee], and [Eve] met [Bo].", "met", ["Ada", "Cy", "Dee", "Eve"]),
    ("[Ada] met [Cy] and [Dee], and [Eve] left.", "left", ["Eve"]),
    ("[Cy] sent a letter to [Ada], who has met [Bo].", "met", ["Ada"]),
    ("[Cy] sent weapons to [state:Chad], which has attacked [Bo].", "attacked", ["Chad"]),
    ("[state:Chad]'s envoy to [state:Mali], [Ada], met [Bo].", "met", ["Ada"]),
    ("[Ada], along with [Cy] and [Dee], met [Bo].", "met", ["Ada", "Cy", "Dee"]),
    ("Neither [Ada] nor [Cy] met [Bo].", "met", ["Ada", "Cy"]),
    ("The raid, which [Ada] condemned, killed [Bo].", "killed", []),
]
OBJECTS = [
    ("[Ada] met [Bo].", "met", ["Bo"], {}),
    ("[Ada] met [Bo] and [Cy].", "met", ["Bo", "Cy"], {}),
    ("[Ada] met [Bo], [Cy] and [Dee].", "met", ["Bo", "Cy", "Dee"], {}),
    ("[Ada] met [Bo] and [Cy] said no.", "met", ["Bo"], {}),
    ("[Ada] met with [Bo].", "met", [], {"with": ["Bo"]}),
    ("[Ada] met with [Bo] and [Cy].", "met", [], {"with": ["Bo", "Cy"]}),
    ("[Ada] met the wife of [Bo].", "met", ["Bo"], {}),
    ("[Ada] met [Bo]'s wife.", "met", ["Bo"], {}),
    ("[Bo] was met by [Ada].", "met", [], {"by": ["Ada"]}),
    ("[Bo] was attacked on Monday by [Ada].", "attacked", [], {"by": ["Ada"]}),
    ("[Ada] imposed sanctions on [state:Iran].", "imposed", [], {"on": ["Iran"]}),
    ("[Ada] sent weapons to [state:Iran].", "sent", [], {"to": ["Iran"]}),
    ("[Ada] met, together with [Cy], [Bo].", "met", [], {"with": ["Cy"]}),
    ("[Ada] attacked [Bo], and [Cy] left.", "attacked", ["Bo"], {}),
    ("[Ada] met [Bo] as well as [Cy].", "met", ["Bo", "Cy"], {}),
    ("[Ada] met.", "met", [], {}),
    ("[Ada] met [Bo], [Cy] and [Dee] said.", "met", ["Bo"], {}),
    ("[Ada] met [Bo], mayor of the town, and [Cy], a general.", "met", ["Bo", "Cy"], {}),
    ("[Ada] met [Bo], the head of the council in [state:Mali], and [Cy].", "met", ["Bo", "Cy"], {}),
    ("[Ada] met [Bo], mayor of the town, and [Cy] left.", "met", ["Bo"], {}),
    ("[Ada] met [Bo], mayor of the town, and left.", "met", ["Bo"], {}),
    ("[Ada] was met by [Bo] and [Cy], a former clerk, was taken away.", "met", [], {"by": ["Bo"]}),
    ("[Ada] was met by [Bo] and [Cy], a former clerk, on Monday.", "met", [], {"by": ["Bo", "Cy"]}),
]
GROUPS = [
    ("[Bo] arrested in the city.", "arrested", {"passive": True}),
    ("[Bo] urged to leave.", "urged", {"passive": True}),
    ("[Bo] shot dead by [Ada].", "shot", {"passive": True}),
    ("[Ada] killed at least [group:two guards].", "killed", {"passive": False}),
    ("[Ada] arrested [Bo].", "arrested", {"passive": False}),
    ("[Ada] has long supported [Bo].", "supported", {"perfect": True, "passive": False}),
    ("[Ada] met [Bo].", "met", {"tense": "past", "passive": False, "perfect": False}),
    ("[Ada] denied visiting [Bo].", "visiting", {"tense": "ing"}),
    ("After visiting President [Bo], [Ada] left.", "visiting", {"tense": "ing"}),
    ("[Ada] meets [Bo].", "meets", {"tense": "present"}),
    ("[Ada] has met [Bo].", "met", {"perfect": True, "passive": False}),
    ("They've met [Bo].", "met", {"perfect": True, "passive": False}),
    ("She'd met [Bo].", "met", {"perfect": True, "modal": ""}),
    ("She'd been met by [Bo].", "met", {"perfect": True, "modal": "", "passive": True}),
    ("She'd be met by [Bo].", "met", {"modal": "'d", "passive": True}),
    ("She'd meet [Bo].", "meet", {"modal": "'d"}),
    ("I'm meeting [Bo].", "meeting", {"progressive": True, "tense": "present"}),
    ("She's met [Bo].", "met", {"perfect": True, "passive": False}),
    ("She's met by [Bo].", "met", {"perfect": False, "passive": True}),
    ("[Ada] was attacked.", "attacked", {"passive": True}),
    ("[Ada] has been attacked.", "attacked", {"passive": True, "perfect": True}),
    ("[Ada] may be attacked.", "attacked", {"passive": True, "modal": "may"}),
    ("[Ada] is attacking [Bo].", "attacking", {"progressive": True}),
    ("[Ada] will attack [Bo].", "attack", {"modal": "will", "negated": False}),
    ("[Ada] will not attack [Bo].", "attack", {"modal": "will", "negated": True}),
    ("[Ada] won't attack [Bo].", "attack", {"modal": "won't", "negated": True}),
    ("[Ada] didn't attack [Bo].", "attack", {"negated": True}),
    ("[Ada] never attacked [Bo].", "attacked", {"negated": True}),
    ("[Ada] wants to attack [Bo].", "attack", {"infinitive": True}),
    ("[Ada] could soon attack [Bo].", "attack", {"modal": "could"}),
]
NOT_VERBS = [
    ("The attack on [Bo] failed.", "attack"),
    ("[Ada] held a meeting with [Bo].", "meeting"),
    ("The detained journalists left.", "detained"),
    ("[Ada] met the leaders of divided [state:Cyprus].", "divided"),
    ("[Ada] spoke of plans.", "plans"),
    ("The visit of [Ada] ended.", "visit"),
    ("The strikes killed ten.", "strikes"),
    ("[Ada] praised [its] comments.", "comments"),
    ("[Ada] praised [their] proposed budget.", "proposed"),
    ("The council took a position on taxes.", "position"),
    ("It was a serious mistake in [state:Chad].", "mistake"),
    ("After talks with [Ada] the council left.", "talks"),
    ("It was a meeting [Ada] is hosting.", "meeting"),
    ("[Ada] met former seals of the navy.", "seals"),
    ("An annual report to [Ada] told of it.", "report"),
    ("The two sides met [Bo].", "sides"),
    ("Rebel positions have been shelled by [state:Chad].", "positions"),
    ("The election results were rejected by [Bo].", "results"),
    ("[Ada] met visiting Premier [Bo].", "visiting"),
    ("[Ada] spoke with visiting President [Bo] and left.", "visiting"),
    ("Talks between [Ada] and the visiting [Bo] went well.", "visiting"),
]
VERBS = [
    ("Farmers deny blocking the road.", "deny"),
    ("[They] refuse.", "refuse"),
    ("[They] call it a farce.", "call"),
    ("Gunmen attack [state:Chad].", "attack"),
    ("[She]'s demanding that [Bo] leave.", "demanding"),
    ("[Ada] vowed to back the plan.", "back"),
    ("The states which back [Ada] met.", "back"),
    ("The villagers had [their] houses burnt.", "had"),
    ("[Ada] said a rocket hit the port.", "hit"),
    ("The bank cut its rate.", "cut"),
]


def verb_at(parse: Parse, word: str) -> int:
    units = [u for u, w in enumerate(parse.words) if w == word and parse.tags[u] == "V"]
    assert units, f"{word} is no verb in {list(zip(parse.words, parse.tags, strict=True))}"
    return units[-1]


@pytest.mark.parametrize(("text", "verb", "who"), SUBJECTS)
def test_subjects(text: str, verb: str, who: list[str]) -> None:
    sentence = marked(text)
    parse = sentence.parse()
    slot, _ = subject_of(parse, verb_group(parse, verb_at(parse, verb)))
    assert (sentence.of(slot.mentions) if slot else []) == who


@pytest.mark.parametrize(("text", "verb", "done_to", "after"), OBJECTS)
def test_objects_and_what_follows_prepositions(
    text: str, verb: str, done_to: list[str], after: dict[str, list[str]]
) -> None:
    sentence = marked(text)
    parse = sentence.parse()
    slot, prepositions = complements(parse, verb_at(parse, verb) + 1)
    assert (sentence.of(slot.mentions) if slot else []) == done_to
    assert {word: sentence.of(s.mentions) for word, s in prepositions.items()} == after


@pytest.mark.parametrize(("text", "verb", "facts"), GROUPS)
def test_verb_groups(text: str, verb: str, facts: dict[str, object]) -> None:
    parse = marked(text).parse()
    group = verb_group(parse, verb_at(parse, verb))
    assert {name: getattr(group, name) for name in facts} == facts


@pytest.mark.parametrize(("text", "word"), NOT_VERBS)
def test_forms_that_are_nouns_or_adjectives_here(text: str, word: str) -> None:
    parse = marked(text).parse()
    assert [parse.tags[u] for u, w in enumerate(parse.words) if w == word] == ["N"]


def test_a_heading_of_two_actors_has_its_verb_after_them() -> None:
    parse = marked("[state:Chad], [state:Mali] sign treaty").parse(headline=True)
    assert parse.tags == ["A", ",", "A", "V", "N"]


@pytest.mark.parametrize(("text", "tag"), [("defends [state:Chad]", "N"), ("says [state:Chad]", "V")])
def test_a_heading_has_one_verb_but_for_what_is_said(text: str, tag: str) -> None:
    parse = marked(f"Mayor {text} strikes pirates").parse(headline=True)
    assert parse.tags[parse.words.index("strikes")] == tag


def test_what_follows_an_adjective_is_no_verb() -> None:
    parse = marked("[Ada] phoned the [*state:Chadian] ally [Bo].").parse()
    assert [parse.tags[u] for u, w in enumerate(parse.words) if w == "ally"] == ["N"]


def test_what_follows_his_is_no_verb() -> None:
    sentence = marked("[Ada] criticised [Cy] for [his] comments.")
    sentence.spans[-1].is_pronoun = sentence.spans[-1].possessive = True
    parse = sentence.parse()
    assert [parse.tags[u] for u, w in enumerate(parse.words) if w == "comments"] == ["N"]


@pytest.mark.parametrize(("text", "word"), VERBS)
def test_forms_that_are_verbs_here(text: str, word: str) -> None:
    parse = marked(text).parse()
    assert [parse.tags[u] for u, w in enumerate(parse.words) if w == word] == ["V"]


@pytest.mark.parametrize("text", ["Nor has [Ada] said so.", "[Ada] went back to [state:Chad]."])
def test_auxiliaries_and_adverbs_are_no_verbs(text: str) -> None:
    parse = marked(text).parse()
    assert [parse.tags[u] for u, w in enumerate(parse.words) if w in ("has", "back")] in (["X"], ["P"])


def test_a_pair_is_read_to_its_end_before_a_verb() -> None:
    sentence = marked("Talks between [Ada] and [Bo] began.")
    slot, _ = noun_phrase(sentence.parse(), 2, pair=True)
    assert slot is not None
    assert sentence.of(slot.mentions) == ["Ada", "Bo"]
