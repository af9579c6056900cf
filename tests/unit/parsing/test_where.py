"""Where an act happened: the countries that may be it, and what speaks for each."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.actors import recognise
from pipelines.parsing.circumstances import Circumstances
from pipelines.parsing.circumstances.asides import aside_of
from pipelines.parsing.circumstances.at_home import Home, home_of_doers
from pipelines.parsing.circumstances.nearness import is_event, is_topic, names_event, thing_before
from pipelines.parsing.circumstances.where import CountryOption, choose_where
from pipelines.parsing.coder import DefaultCoder, told_in
from pipelines.parsing.document import parse_document
from pipelines.parsing.engagements.participants import actors_in_reach
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.linear import LinearModel
from pipelines.parsing.places import find_places
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds


def cues(text: str) -> dict[str, set[str]]:
    """Return the cues of each country for the last wording of a text; the frame alone says who takes part."""
    reference, doc = load_reference(), parse_document(text)
    article = Article("a", text, "a", "")
    found = recognise(doc, article, reference)
    told = told_in(doc, found, article, reference)[-1]
    parts = [reach for reach in actors_in_reach(told) if reach.role]
    return {o.iso3: o.cues for o in Circumstances(doc, found, article, reference).scene.options(told, parts)}


def test_adjectives_tell_countries() -> None:
    """The Kenyan capital is a place, though nothing names Kenya."""
    options = cues("A court sat in the Kenyan capital. Ugandan rebels attacked the convoy on Zambian soil.")
    assert "adjective_before=soil" in options["ZMB"]
    assert "adjective_here" in options["ZMB"]
    assert "adjective_back1" in options["KEN"]


def test_bodies_of_no_country_act_at_their_seat() -> None:
    """What the Security Council says, it says in New York."""
    options = cues("The U.N. Security Council condemned the raid on the village.")
    assert "seat_here" in options["USA"]


def test_thing_before_a_place() -> None:
    """The preposition before a place goes with a word: the summit is in Cairo, the convoy goes to it."""
    doc = parse_document("The summit in the Egyptian city of Cairo ended. Envoys met at the port of Mombasa.")
    assert thing_before(doc, doc.words.index("Mombasa")) == "port"
    doc = parse_document("The summit in nearby Cairo ended.")
    assert thing_before(doc, doc.words.index("Cairo")) == "summit"
    assert thing_before(doc, 1) == ""


def test_whose_home_and_what_is_named_are_looked_at_together() -> None:
    """A doer accuses at home, whatever else the sentence names; a target is attacked at home."""
    options = cues("In Uganda, Zambia accused Kenya of dishonesty.")
    assert any(cue.startswith("role=s+here=") and cue.endswith("kind=ACCUSE") for cue in options["ZMB"])
    assert "role=+here=named+way=words" in options["UGA"]
    assert "slot=obj/words" in options["KEN"]
    assert any(cue.startswith("role=t+here=") for cue in options["KEN"])


def test_datelines_stand_against_the_doers_home() -> None:
    """What is said where the reporter is, is said abroad if the speaker is from elsewhere."""
    options = cues("NAIROBI (Savanna) - Zambia accused Uganda of dishonesty.")
    assert "dateline=yes+doer=elsewhere+way=words" in options["KEN"]
    assert not any(cue.startswith("dateline=") for cue in options["ZMB"])


def test_events_reach_the_sentences_around_them() -> None:
    """The summit told before is where its guests talk, and those who stood beside its place more than others."""
    options = cues("Zambia and Uganda sent envoys to the summit in Nairobi. Later Zambia met with Uganda.")
    assert "event=near+way=dealings" in options["KEN"]
    assert "company=all+way=dealings" in options["KEN"]
    assert not any(cue.startswith("event=") for cue in options["ZMB"])


def test_a_summit_on_a_country_is_not_held_there() -> None:
    """The Nairobi summit is in Nairobi, the Zambia summit anywhere."""
    options = cues("Envoys came to the Zambia summit. The Nairobi summit ended. Later Zambia met with Uganda.")
    assert any(cue.startswith("event=") for cue in options["KEN"])
    assert not any(cue.startswith("event=") for cue in options["ZMB"])


def test_what_a_place_belongs_to() -> None:
    """An attack in a town is there; talks about an attack in a town need not be."""
    assert (
        "here:thing_is=act" in cues("Zambia condemned the attack in Nairobi. Rebels staged attacks in Kampala.")["UGA"]
    )
    assert "here:thing_is=event" in cues("In a speech in Nairobi, Zambia accused Uganda of dishonesty.")["KEN"]


def home(text: str) -> Home | None:
    """Return the home of those who do the last wording of a text."""
    reference, doc = load_reference(), parse_document(text)
    found = recognise(doc, Article("a", text, "a", ""), reference)
    told = told_in(doc, found, Article("a", text, "a", ""), reference)[-1]
    parts = [reach for reach in actors_in_reach(told) if reach.role]
    return home_of_doers(Kept(told, "occurred", parts, mode=told.candidate.match.trigger.mode), found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Zambia accused Uganda of dishonesty.", Home("ZMB", True)),
        ("Zambia sanctioned Uganda.", Home("ZMB", True)),
        ("Zambian President Moses Banda accused Uganda of dishonesty.", Home("ZMB", False)),
        ("Zambia's ambassador to Kenya, Moses Banda, accused Uganda of dishonesty.", None),
        ("Zambia test-fired a missile.", Home("ZMB", True)),
        ("Zambia carried out a missile test.", Home("ZMB", True)),
        ("Zambia deployed missiles.", None),
        ("The United States and Zambia held joint military exercises.", Home("ZMB", False)),
        ("American and Zambian forces began drills.", Home("ZMB", False)),
        ("Uganda and Zambia held joint military exercises.", None),
        ("Uganda was a dictatorship, Zambian President Moses Banda said.", Home("ZMB", False)),
        ("Zambia vetoed a resolution.", None),
        ("Zambian police arrested two Kenyan teachers.", Home("ZMB", False)),
        ("Zambian soldiers arrested two Kenyan teachers.", None),
        ("Zambia shelled Uganda.", None),
        ("Zambia held talks with Uganda.", None),
        ("Zambia's embassy in Nairobi accused Uganda of dishonesty.", Home("KEN", True)),
        ("The Zambian ambassador to Kenya accused Uganda of dishonesty.", Home("KEN", True)),
        ("Zambian President Moses Banda sanctioned Uganda.", Home("ZMB", False)),
    ],
)
def test_governments_speak_and_decree_at_home(text: str, expected: Home | None) -> None:
    """A state or body is sure to, a person may be on a journey, an envoy is on one; a deed may be done abroad."""
    assert home(text) == expected


def test_the_home_of_those_who_speak_outdoes_what_else_is_told() -> None:
    """Of a state always, of a person where the other country is not sure and nothing tells of a stay there."""
    model = LinearModel({"likelier": 1.0, "sure": 5.0})
    there, at_home = CountryOption("KEN", cues={"likelier"}), CountryOption("ZMB")
    assert choose_where([there, at_home], model) is there
    assert choose_where([there, at_home], model, Home("ZMB", True)) is at_home
    assert choose_where([there, at_home], model, Home("ZMB", False)) is at_home
    assert choose_where([there, at_home], model, Home("UGA", True)) is there
    there.cues.add("stay=all")
    assert choose_where([there, at_home], model, Home("ZMB", False)) is there
    there.cues = {"sure"}
    assert choose_where([there, at_home], model, Home("ZMB", False)) is there
    assert choose_where([there, at_home], model, Home("ZMB", True)) is at_home
    there.cues.add("event=here+way=words")  # "accused X of lying at a summit in Nairobi"
    assert choose_where([there, at_home], model, Home("ZMB", True)) is there


def test_the_nearest_places_come_first() -> None:
    """Of two towns the nearer one to the wording is the likelier, and one after it more than one behind verbs."""
    options = cues("In Lusaka a spokesman said that rebels attacked soldiers in Kampala.")
    assert "nearest=0" in options["UGA"]
    assert "next_after=clear" in options["UGA"]
    assert "nearest=1" in options["ZMB"]


def test_clubs_and_names_of_events() -> None:
    """The G-7 in a town is a meeting there; the town can be in the name of what is there, a country is its topic."""
    doc = parse_document("Talks at the G-7 in Nairobi ended. The Development Summit in Kampala began.")
    assert is_event(thing_before(doc, doc.words.index("Nairobi")))
    assert is_event(thing_before(doc, doc.words.index("Kampala")))
    assert not is_event("convoy")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Envoys signed the Hamburg grain accord.", True),
        ("They met in an old Moscow mansion.", True),
        ("Moscow denied the talks.", False),
        ("Moscow said talks failed.", False),
        ("The Zambia talks ended.", False),
    ],
)
def test_places_in_names(text: str, named: bool) -> None:
    """A city before a noun names what is there; a government before its verb does not."""
    doc = parse_document(text)
    assert [names_event(doc, place) for place in find_places(doc)] == [named]


def test_visitors_stay_where_they_are() -> None:
    """What a visitor says in later sentences it says where it was told to be; its host is at home."""
    options = cues("Zambia and Uganda met in Nairobi. Officials came late. Zambia accused Uganda of dishonesty.")
    assert "stay=all+way=words" in options["KEN"]
    assert "stay=none+way=words" in options["ZMB"]
    options = cues("Uganda's envoys arrived from Cairo for a visit to Lusaka. Uganda met with Zambia.")
    assert "stay=none" in options["EGY"]
    assert "stay=some" in options["ZMB"]


def test_places_before_where() -> None:
    """What "where" tells happens at the place before it."""
    options = cues("In Lusaka envoys flew to Nairobi where Zambia met with Uganda.")
    assert "where/dealings" in options["KEN"]
    assert "where" not in options["ZMB"]


def test_whether_others_take_part() -> None:
    """What those of one country do among themselves they do at home."""
    options = cues("Zambia accused Uganda of dishonesty in Kenya.")
    assert "alone=part+way=words" in options["ZMB"]
    assert "alone=no+way=words" in options["KEN"]


def test_times_part_no_place_from_what_is_told_of_it() -> None:
    """What a place goes with stands before the day as well."""
    doc = parse_document("The envoys met on Tuesday in Nairobi. Talks late last week in Mombasa failed.")
    assert thing_before(doc, doc.words.index("Nairobi")) == "met"
    assert thing_before(doc, doc.words.index("Mombasa")) == "talks"


def test_who_was_somewhere_stays_there() -> None:
    """Being at a place or meeting somebody there is staying there, too."""
    options = cues("Zambian President Moses Banda was in Nairobi on Monday. Moses Banda accused Uganda of dishonesty.")
    assert "stay=all+way=words" in options["KEN"]
    options = cues("Moses Banda of Zambia met with Ruth Okello in Nairobi. Moses Banda accused Uganda of dishonesty.")
    assert "stay=all+way=words" in options["KEN"]


def test_a_summit_with_a_country_is_not_held_there() -> None:
    """The summit in Kenya is, the one with Zambia may be anywhere."""
    options = cues("Envoys praised the summit with Zambia. A summit in Kenya ended. Later Zambia met with Uganda.")
    assert any(cue.startswith("event=") for cue in options["KEN"])
    assert not any(cue.startswith("event=") for cue in options["ZMB"])


def test_who_serves_a_body_of_no_country_is_at_its_seat() -> None:
    """The Secretary-General is a Portuguese, and speaks in New York."""
    options = cues("The Secretary-General of the United Nations, Antonio Guterres, condemned Zambia.")
    assert "seat=source" in options["USA"]
    assert "PRT" not in options


def test_who_rules_a_state_meanwhile_stays_there() -> None:
    """The chair of the African Union is a president, and goes on ruling from Kigali."""
    reference, doc = load_reference(), parse_document("Rwandan President Paul Kagame condemned Zambia.")
    day = DateBounds(date(2018, 6, 4), date(2018, 6, 4))
    article = Article("a", doc.text, "a", "", published=day, published_basis="metadata")
    found = recognise(doc, article, reference)
    told = told_in(doc, found, article, reference)[-1]
    options = Circumstances(doc, found, article, reference).scene.options(told, actors_in_reach(told))
    assert "ETH" not in {option.iso3 for option in options}


@pytest.mark.parametrize(
    ("text", "talked_of"),
    [
        ("The envoys discussed the war in Yemen.", True),
        ("The envoys discussed violence in northern Yemen.", True),
        ("The envoys held talks in Yemen.", False),
        ("The envoys met on Monday in Yemen.", False),
        ("A fight between farmers in Yemen went on.", False),
    ],
)
def test_what_goes_on_in_a_place_is_talked_of_anywhere(text: str, talked_of: bool) -> None:
    doc = parse_document(text)
    assert [is_topic(doc, place) for place in find_places(doc)] == [talked_of]


def test_words_are_not_spoken_where_their_topic_is() -> None:
    """A place that is talked of is loose for what is done by words, and stays where for deeds."""
    reference, doc = load_reference(), parse_document("Envoys of Uganda and Kenya discussed the war in Yemen.")
    article = Article("a", doc.text, "a", "")
    scenes = Circumstances(doc, recognise(doc, article, reference), article, reference)
    assert [place.locative for place in scenes.places if place.iso3 == "YEM"] == [True]
    assert scenes.talked_of is not scenes.scene


def countries(text: str) -> set[str | None]:
    """Return where the acts of a text happened."""
    return {claim.country_iso3 for claim in DefaultCoder(load_reference()).extract(Article("a", text, "a", "")).claims}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In Kabul, a senator praised Barack Obama, who withdrew all American troops from Iraq.", "IRQ"),
        ("France pulled its last soldiers out of Niger, a minister said in Dakar.", "NER"),
        ("The president announced in Hanoi the withdrawal of American troops from South Korea.", "KOR"),
    ],
)
def test_troops_leave_the_country_that_they_are_withdrawn_from(text: str, country: str) -> None:
    """Whoever orders it, and wherever."""
    assert country in countries(text)


def test_what_is_no_country_is_not_left() -> None:
    """A pact is left at home."""
    assert "FRA" not in countries("The United States withdrew from the Paris accord, a minister said in Bonn.")


def test_against_whom_an_exercise_is_does_not_host_it() -> None:
    """American forces train with those who do."""
    text = "The United States and South Korea held joint exercises on Monday as a warning to North Korea."
    claims = DefaultCoder(load_reference()).extract(Article("a", text, "a", "")).claims
    assert [claim.country_iso3 for claim in claims if claim.mode == "exercise"] == ["KOR"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("President Moses Banda of Zambia received tribal elders from across northern Kenya.", "ZMB"),
        ("President Moses Banda of Zambia, on a visit to Nairobi, received Kenyan elders.", "KEN"),
        ("Premier Li Qiang met visiting Nepali Prime Minister K.P. Sharma Oli on Tuesday.", "CHN"),
    ],
)
def test_hosts_receive_at_home(text: str, country: str) -> None:
    """Unless told to be elsewhere."""
    assert countries(text) == {country}


def test_an_embassy_speaks_where_it_is() -> None:
    """Its name tells, though no place is named beside it."""
    assert countries("The U.S. Embassy in Tripoli condemned the attack.") == {"LBY"}
    assert countries("China's embassy in Canberra rejected the allegations.") == {"AUS"}
    assert countries("China's foreign ministry rejected the allegations.") == {"CHN"}


def test_a_town_that_looks_like_a_name_is_a_place() -> None:
    """Behind "in", where no known person is meant."""
    assert countries("Zambia and Uganda held talks at a summit in Sharm el-Sheikh.") == {"EGY"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Zambia's president, who visited Nairobi last month, met the Ugandan envoy on Monday.", "ZMB"),
        ("Ugandan police arrested a Kenyan singer who had fled from Mombasa.", "UGA"),
        ("German police arrested a man who fought in Syria.", "DEU"),
        ("Gunmen who had trained in Pakistan attacked a police post in Srinagar.", "IND"),
        ("Zambian President Moses Banda, fresh from a trip to Nairobi, ordered troops to the border.", "ZMB"),
        ("Gunmen attacked pilgrims who had gathered in Karbala.", "IRQ"),
        ("Rebels killed a general who had fled to Mombasa.", "KEN"),
        ("Zambia's president, who met the Kenyan envoy in Nairobi last month, spoke of hope.", "KEN"),
        ("Zambia's president met the Kenyan envoy, who arrived in Lusaka on Sunday.", "ZMB"),
    ],
)
def test_what_an_aside_tells_of_before_is_not_where_the_act_is(text: str, country: str) -> None:
    """Who has come to a place is there; where somebody was last month says nothing."""
    assert country in countries(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A man who lived in Lyon fled.", "who lived in Lyon"),
        ("The envoy, back from a visit to Lyon, spoke.", "from a visit to Lyon"),
        ("The envoy, who won in Lyon in 2019, spoke.", "who won in Lyon in 2019"),
        ("The envoy, who won in Lyon, spoke.", None),
        ("Police said that the envoy lived in Lyon.", None),
        ("A man who fled, which hurt, was in Lyon.", None),
        ("The envoy came from a visit, and went to Lyon.", None),
        ("After a visit to Lyon, the envoy told parliament so.", "After a visit to Lyon"),
        ("After a visit to Lyon, the envoy told reporters so.", None),
        ("Days ahead of a trip to Lyon, the envoy spoke.", "ahead of a trip to Lyon"),
        ("Before flying to Lyon for talks, the envoy spoke.", "Before flying to Lyon for talks"),
        ("The envoy spoke before flying to Lyon for talks.", None),
        ("Before leaving for Lyon, the envoy spoke.", "Before leaving for Lyon"),
        ("Before the war, the envoy was in Lyon.", None),
    ],
)
def test_how_far_an_aside_reaches(text: str, told: str | None) -> None:
    doc = parse_document(text)
    asides = [aside_of(doc, place) for place in find_places(doc)]
    assert [doc.slice(a.start, a.end) if a else None for a in asides] == [told]


def places(text: str) -> set[tuple[str | None, str | None]]:
    """Return the places and countries where the acts of a text happened."""
    claims = DefaultCoder(load_reference()).extract(Article("a", text, "a", "")).claims
    return {(claim.place_text, claim.country_iso3) for claim in claims}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Houthi fighters attacked a cargo ship in the Red Sea.", ("Red Sea", None)),
        ("In the Black Sea, Russian jets attacked a Ukrainian boat.", ("Black Sea", None)),
        ("Britain sent a warship to the Red Sea.", ("Red Sea", None)),
        ("Russia fired missiles from the Black Sea at Odesa.", ("Odesa", "UKR")),
        ("Zambia condemned an attack in the Red Sea.", (None, "ZMB")),
        ("Germany sent troops to the Baltic states.", (None, "DEU")),
        ("Houthi gunmen killed a Russian envoy in Aden after a journey through the Red Sea.", ("Aden", "YEM")),
    ],
)
def test_what_is_done_at_sea_is_done_in_no_country(text: str, where: tuple[str, str | None]) -> None:
    assert where in places(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Emmanuel Macron spoke by phone with Narendra Modi.", None),
        ("Xi Jinping and Joe Biden held a video call on Monday.", None),
        ("Joe Biden phoned Nancy Pelosi on Monday.", "USA"),
    ],
)
def test_a_call_between_countries_happens_in_neither(text: str, where: str | None) -> None:
    """One within a country happens there."""
    assert countries(text) == {where}


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("In Nairobi, Kenya, police arrested two men.", ("Nairobi", "KEN")),
        ("Gunmen killed a judge in Mexico's Sinaloa state.", ("Sinaloa", "MEX")),
        ("Palestinian militants fired rockets from Gaza at the Israeli city of Ashkelon.", ("Ashkelon", "ISR")),
        ("Gunmen from Gaza attacked soldiers.", ("Gaza", "PSE")),
        ("The Zambian minister flew to Nairobi via Kampala for talks with Kenya.", ("Nairobi", "KEN")),
        ("An Italian tourist was stabbed in the Egyptian resort of Hurghada.", ("Hurghada", "EGY")),
    ],
)
def test_the_town_tells_where_and_what_is_aimed_at(text: str, where: tuple[str, str]) -> None:
    """Not the country told with it, and not where one set out from or passed through."""
    assert where in places(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("U.S. envoy Amos Hochstein met Lebanese parliament speaker Nabih Berri.", "LBN"),
        ("Lebanese parliament speaker Nabih Berri met the French ambassador.", "LBN"),
        ("U.S. envoy Amos Hochstein met Lebanese parliament speaker Nabih Berri in Paris.", "FRA"),
    ],
)
def test_envoys_meet_people_where_these_are_at_home(text: str, country: str) -> None:
    """Unless another place is told."""
    assert country in countries(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Saudi Arabia executed three Ethiopians.", "SAU"),
        ("Belarus released 14 political prisoners, who were driven to Lithuania.", "BLR"),
        ("American soldiers killed three Ethiopians in Iraq.", "IRQ"),
        ("Wagner fighters pulled out of Bakhmut.", "UKR"),
    ],
)
def test_prisoners_are_executed_and_freed_at_home(text: str, country: str) -> None:
    """Soldiers kill abroad, and leave where they were."""
    assert countries(text) == {country}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The European Union sanctioned three generals in Myanmar.", "BEL"),
        ("A London-based group accused Kenya of torture.", "GBR"),
        ("A U.S.-based group accused Kenya of torture.", "USA"),
        ("Zambia sanctioned a Dubai-based bank.", "ZMB"),
    ],
)
def test_bodies_of_no_country_decide_at_their_seat_and_groups_speak_where_they_are_based(
    text: str, country: str
) -> None:
    assert countries(text) == {country}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The talks between Libya and Niger ended.", [True, True]),
        ("They met on the border between Libya and Niger.", [False, False]),
        ("The talks between Libya and Niger in Oslo ended.", [True, True, False]),
    ],
)
def test_those_between_whom_something_is_may_be_anywhere(text: str, topics: list[bool]) -> None:
    """But for what lies between them."""
    doc = parse_document(text)
    assert [is_topic(doc, place) for place in find_places(doc)] == topics


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Oman hosted talks between the United States and Iran.", "OMN"),
        ("Bolivia's president condemned the coup in Peru and recalled his ambassador from Lima.", "BOL"),
        ("The Turkish consul in Erbil was expelled from Baghdad.", "IRQ"),
    ],
)
def test_hosts_and_those_who_recall_somebody_are_at_home(text: str, country: str) -> None:
    assert countries(text) == {country}


def test_whom_a_text_names_tells_which_namesake_it_means() -> None:
    """No word of it tells the country of the Seychelles' capital but who is met there."""
    text = "Seychelles President Wavel Ramkalawan met Indian officials in Victoria."
    assert ("Victoria", "SYC") in places(text)


def test_a_body_named_by_a_capital_does_not_hide_the_place() -> None:
    assert ("Brussels", "BEL") in places("Aleksandar Vucic cancelled a trip to Brussels to meet Kaja Kallas.")
    assert places("Talks between Brussels and London failed on Monday.").isdisjoint(
        {("Brussels", "BEL"), ("London", "GBR")}
    )


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("KHARTOUM - Sudan's army retook the town of Barakwena from the rebels.", ("Barakwena", "SDN")),
        ("Rebels attacked the village of New Kalonge in eastern Congo on Monday.", ("New Kalonge", "COD")),
        ("KHARTOUM - Sudan's army fought rebels in a village of Nuba herders.", ("KHARTOUM", "SDN")),
    ],
)
def test_a_town_that_no_gazetteer_lists_is_where_it_happened(text: str, where: tuple[str, str]) -> None:
    assert where in places(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Viktor Orban spoke in Budapest on Thursday. Police there detained a Russian diplomat.", ("Budapest", "HUN")),
        ("Emmanuel Macron flew to Bamako. He met Assimi Goita there on Monday.", ("Bamako", "MLI")),
        ("French troops fought rebels in Gao. Chad attacked the French forces there in May.", ("Gao", "MLI")),
    ],
)
def test_there_is_the_town_told_last(text: str, where: tuple[str, str]) -> None:
    assert where in places(text)


@pytest.mark.parametrize(
    "text",
    [
        "Emmanuel Macron was in Bamako. He told Assimi Goita there was a plot and met Vladimir Putin in Moscow.",
        "Emmanuel Macron was in Bamako. He called for elections there and condemned Russia.",
    ],
)
def test_there_is_none_where_it_points_to_nothing_or_to_what_is_wanted(text: str) -> None:
    article = Article("a", text, "a", "")
    claims = DefaultCoder(load_reference()).extract(article).claims
    assert all(c.place_text != "Bamako" for c in claims if c.sentence_index == 1)


def where(text: str, day: date | None = None) -> list[tuple[str | None, str | None]]:
    """Return place and country of each act of a text, in order."""
    known = DateBounds(day, day, "day") if day else DateBounds()
    article = Article("a", text, text, "", published=known, published_basis="metadata" if day else "none")
    claims = DefaultCoder(load_reference()).extract(article).claims
    return [(claim.place_text, claim.country_iso3) for claim in claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Angela Merkel left on Tuesday for Amman, where she met Emmanuel Macron.", ("Amman", "JOR")),
        ("Angela Merkel leaves for Podgorica, where she will be received by Boris Johnson.", ("Podgorica", "MNE")),
        ("Angela Merkel and Emmanuel Macron met rebels from Darfur in Juba.", ("Juba", "SSD")),
    ],
)
def test_what_is_done_where_somebody_went_is_done_there(text: str, told: tuple[str, str]) -> None:
    assert where(text)[-1] == told


def test_whence_those_are_whom_somebody_meets_is_no_place() -> None:
    assert where("Angela Merkel met envoys from Mali and Chad.")[-1][0] is None


def test_where_a_sentence_tells_of_two_places_the_later_one_is_its_own() -> None:
    text = "Angela Merkel flew to Amman, where she was born, and met Emmanuel Macron in Oslo."
    assert where(text)[-1] == ("Oslo", "NOR")


def test_a_town_that_opens_a_sentence_is_where_it_is_set() -> None:
    assert where("In Belgrade, Georgia's foreign minister expressed concern over the arrest of farmers.")[0][1] == "SRB"


def test_missiles_are_tried_out_at_home() -> None:
    text = "SEOUL - North Korea fired two missiles into the sea on Sunday, South Korea's military said."
    assert where(text)[0][1] == "PRK"


def test_a_sentence_that_there_opens_is_set_there_as_a_whole() -> None:
    text = "Angela Merkel flew to Cairo in March. There she met Emmanuel Macron and signed an agreement with Joe Biden."
    assert {country for _, country in where(text)} == {"EGY"}


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Kenyan police arrested three smugglers near the border with Uganda.", "KEN"),
        ("Rebels killed five Kenyan soldiers near the border with Somalia.", "KEN"),
        ("Nigerian troops killed ten militants close to the frontier with Cameroon.", "NGA"),
        ("Kenya shelled villages across the border with Uganda.", "UGA"),
    ],
)
def test_what_a_border_is_with_is_the_other_side(text: str, country: str) -> None:
    assert where(text)[-1][1] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("A Dortmund court sentenced the Kenyan smuggler Ali Roe to four years in prison.", "DEU"),
        ("The Yokohama police arrested two Kenyan sailors.", "JPN"),
        ("The police arrested two Kenyan sailors in Chad.", "TCD"),
        ("Dortmund police arrested two Kenyan sailors in Chad.", "TCD"),
    ],
)
def test_local_bodies_act_in_the_land_of_their_town(text: str, country: str) -> None:
    assert where(text)[-1][1] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Police in Kampala killed a student from the Kenyan town of Kisumu.", "UGA"),
        ("Police killed a nurse from Zambia in Kampala.", "UGA"),
        ("Gunmen killed a nurse in the Kenyan town of Kisumu.", "KEN"),
        ("Zambia withdrew its soldiers from Kenya.", "KEN"),
    ],
)
def test_whence_somebody_is_tells_not_where_he_was_killed(text: str, country: str) -> None:
    assert where(text)[-1][1] == country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("U.N. human rights chief Volker Turk urged Chad to stop executions.", "CHE"),
        ("U.N. Secretary-General Antonio Guterres urged Chad to stop executions.", "USA"),
        ("Europol urged Chad to hand over a suspect.", "NLD"),
    ],
)
def test_who_serves_an_agency_speaks_at_its_seat(text: str, country: str) -> None:
    assert where(text, date(2024, 5, 5))[-1][1] == country
