"""Words for several actors back to all of them: "the two leaders", "both sides", "the pair"; states in compounds."""

from __future__ import annotations

import pytest

MET = "Anna Keller met Mark Haddad on Monday. Foreign Minister Jane Roe and Defence Minister Tom Poe stood by. "
PAIRS = [
    ("Anna Keller met Mark Haddad on Monday. The two men spoke at length.", "two men", {"Anna Keller", "Mark Haddad"}),
    ("Anna Keller met Mark Haddad on Monday. The leaders spoke at length.", "leaders", {"Anna Keller", "Mark Haddad"}),
    ("Anna Keller met Mark Haddad on Monday. The two spoke at length.", "two", {"Anna Keller", "Mark Haddad"}),
    ("Anna Keller met Mark Haddad on Monday. Russia blamed the pair for it.", "pair", {"Anna Keller", "Mark Haddad"}),
    (MET + "The two ministers agreed.", "two ministers", {"Jane Roe", "Tom Poe"}),
    ("Defence Minister Jane Roe and her Libyan counterpart Omar Saad met. The ministers agreed.", "ministers",
     {"Jane Roe", "Omar Saad"}),
    ("President Jane Roe met her Libyan counterpart, Omar Saad, in Bonn. The presidents agreed.", "presidents",
     {"Jane Roe", "Omar Saad"}),
    ("Russia and Libya signed a treaty. Both countries praised it.", "Both countries", {"Russia", "Libya"}),
    ("Russia and Libya signed a treaty. The countries praised it.", "countries", {"Russia", "Libya"}),
    ("Russia and Libya fell out. NATO spoke. Trade between the two countries stopped.", "two countries",
     {"Russia", "Libya"}),
    ("Russia, Libya and Mexico met. The three East African states agreed.", "three East African states",
     {"Russia", "Libya", "Mexico"}),
    ("Germany thanked both governments after Russia and Libya had talked. The two governments agreed.",
     "two governments", {"Russia", "Libya"}),
    ("Russia and Libya fell out. NATO said their two countries should talk.", "two countries", {"Russia", "Libya"}),
    ("Anna Keller met Mark Haddad. There was little love lost between the two.", "two",
     {"Anna Keller", "Mark Haddad"}),
    ('Anna Keller met Mark Haddad. "We will both go," Jane Roe said.', "both", set()),
    ("Russia and Libya fell out. The two armies met.", "two armies", {"Russia", "Libya"}),
    ("Russia and Libya fell out. Both navies met.", "Both navies", {"Russia", "Libya"}),
    ("Russia and Libya fell out. The foreign ministers met.", "foreign ministers", {"Russia", "Libya"}),
    ("Russia and Libya fell out. Each side blamed the other.", "Each side", {"Russia", "Libya"}),
    ("Russia and Libya fell out. Each country accused the other of lying.", "Each country", {"Russia", "Libya"}),
    ("Russia and Libya fell out. Each blamed the other.", "Each", {"Russia", "Libya"}),
    ("Anna Keller met Mark Haddad on Monday. Each leader praised the other.", "Each leader",
     {"Anna Keller", "Mark Haddad"}),
    ("Russia and Libya fell out. Each side blamed the weather.", "Each side", set()),
    ("Russia and Libya fell out. Each country must pay.", "Each country", set()),
    ("Taliban fighters attacked the port. Russia fled. Both sides fired.", "Both sides", {"Taliban", "Russia"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "members"), PAIRS)
def test_words_for_several_stand_for_all_of_them(told, text, words, members):
    assert {name for name in told(text).names if words in told(text).surfaces(name)} == members


@pytest.mark.parametrize(
    "text",
    [
        "Russia and Libya fell out. The two firms met.",
        "Russia and Libya fell out. The ministers met.",
        "Russia, Niger and Libya fell out. The foreign ministers met.",
        "Russia and Libya fell out. The foreign ministers of the club met.",
    ],
)
def test_firms_and_ministers_of_anybody_are_no_states(told, text):
    assert told(text).surfaces("Libya") == ["Libya"]


STATES = [
    ("The Libyan delegation condemned Niger and praised Mexico. Both governments agreed.", {"Libya", "Russia"}),
    ("Libyan President Omar Saad met Russian Foreign Minister Ivan Orlov. The two countries will trade.",
     {"Libya", "Russia"}),
    ("Omar Saad met Ivan Orlov of the German Foreign Ministry. Libyan President Saad left. The two countries "
     "will trade.", {"Libya", "Germany"}),
    ("At the Jordan summit Libya thanked Russia. The two countries will trade.", {"Libya", "Russia"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "members"), STATES)
def test_two_states_are_those_that_act_or_whose_people_do(told, text, members):
    found = told("Libya and Russia held talks. Germany watched. " + text)
    last = found.doc.sentence_at(len(found.doc.words) - 1)
    first, _ = found.doc.sentences[last]
    taken_up = [m for m in found.found.mentions if m.token_start >= first and m.member_of]
    assert {found.names[n] for m in taken_up for n in m.member_of} == members


def test_leaders_are_no_ministers_nor_deputies(told):
    found = told(
        "Chancellor Anna Keller and Vice Chancellor Tom Poe met President Ivan Orlov and Foreign Minister Jane Roe. "
        "The two leaders agreed."
    )
    assert {name for name in found.names if "two leaders" in found.surfaces(name)} == {"Anna Keller", "Ivan Orlov"}


def test_a_noun_that_may_be_a_verb_leaves_the_two_to_it(told):
    found = told("Anna Keller met Mark Haddad. Police named the two suspects.")
    assert not any("two" in found.surfaces(name) for name in ("Anna Keller", "Mark Haddad"))


def test_the_leaders_of_two_countries_are_those_who_lead_them(told):
    found = told(
        "German Chancellor Anna Keller flew to Moscow. Russian President Ivan Orlov was glad. Germany and Russia are "
        "neighbours no more. It was the first meeting of the leaders of the two countries."
    )
    assert "leaders" in found.surfaces("Anna Keller")
    assert "leaders" in found.surfaces("Ivan Orlov")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Keller met Mark Haddad. The leaders of the rebels were absent.", "leaders"),
        ("Anna Keller met Mark Haddad. The two men who had shot at them fled.", "two men"),
        ("Anna Keller met Mark Haddad. Two lawmakers were arrested.", "lawmakers"),
        ("Russia and Libya talked. Leaders in both parties objected.", "both parties"),
        ("Russia and Libya talked. The Arab countries objected.", "countries"),
        ("Russia and Libya talked. The leaders of Mexico objected.", "leaders"),
    ],
)
def test_words_that_describe_somebody_new_take_nobody_up(told, text, words):
    found = told(text)
    named = {"Anna Keller", "Mark Haddad", "Russia", "Libya"} & set(found.names)
    assert not any(words in found.surfaces(name) for name in named)


def test_a_group_whose_words_all_stand_for_others_is_none(told):
    found = told("Russia and Libya signed a treaty. The two countries praised it. They will meet again.")
    assert "countries" not in found.names
    assert "They" in found.surfaces("Libya")


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("The US-led invasion went on.", {"United States"}),
        ("The Russia-Libya summit ended.", {"Russia", "Libya"}),
        ("German–Russian talks failed.", {"Germany", "Russia"}),
        ("A German-American singer left.", set()),
        ("The NATO-Russia talks failed.", {"NATO", "Russia"}),
        ("A Libya-Taliban deal is near.", {"Libya", "Taliban"}),
        ("The North Ruritania-Libya summit ended.", {"North Ruritania", "Libya"}),
        ("The Libya-North Ruritania summit ended.", {"North Ruritania", "Libya"}),
        ("Russo-German talks failed.", {"Germany", "Russia"}),
        ("The Russia-U.S. talks failed.", {"United States", "Russia"}),
        ("Jean-Yves Martin left.", set()),
    ],
)
def test_states_and_bodies_stand_in_compounds(told, text, states):
    names = {"United States", "Russia", "Libya", "Germany", "North Ruritania", "NATO", "Taliban"}
    assert set(told(text).names) & names == states


def test_a_compound_may_only_describe_a_group(told):
    found = told("Russian-backed fighters shelled the town.")
    assert "Russian-backed fighters" in found.names


def test_a_state_may_share_its_name_with_the_next(told):
    found = told("North and South Ruritania made peace. North and South Ruritanian envoys met.")
    assert len(found.surfaces("North Ruritania")) == 2


def test_nobody_is_among_the_ministers_who_is_no_minister(told):
    found = told("Anna Keller met Mark Haddad in Bonn. The ministers called for peace.")
    assert "ministers" not in found.surfaces("Anna Keller")


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("Envoys met the leaders of Russia, Libya and Mexico.", "leaders", {"Russia", "Libya", "Mexico"}),
        ("Niger thanked representatives from Russia and NATO.", "representatives", {"Russia", "NATO"}),
        ("Libyan President Omar Saad stayed. President Ivan Orlov of Russia left. The presidents of Libya and Russia "
         "will meet.", "presidents", {"Omar Saad", "Ivan Orlov"}),
        ("The leaders of Russia met Libya and Mexico.", "leaders", set()),
        ("Editors from Russia and Libya met.", "Editors", set()),
    ],
)  # fmt: skip
def test_people_told_by_a_list_are_those_listed_or_their_heads(told, text, words, members):
    several = {"Russia", "Libya", "Mexico", "NATO", "Omar Saad", "Ivan Orlov"}
    assert {name for name in several & set(told(text).names) if words in told(text).surfaces(name)} == members


OTHERS = [
    ("Russia attacked Libya. Germany urged both sides to talk.", "both sides", {"Russia", "Libya"}),
    ("Russia attacked Libya. NATO called on both sides to talk.", "both sides", {"Russia", "Libya"}),
    ("Russia attacked Libya. Germany is trying to mediate between the two sides.", "two sides", {"Russia", "Libya"}),
    ("Russia attacked Libya. Germany saw losses on both sides.", "both sides", set()),
    ("Russia shelled Libya. Libya said its troops had left. Talks between the two sides failed.", "two sides",
     {"Russia", "Libya"}),
    ("Germany hosted talks between Russia and Libya. The two sides agreed.", "two sides", {"Russia", "Libya"}),
    ("Niger hosted talks between the Libyan government and the Taliban. The two sides agreed.", "two sides",
     {"Libya", "Taliban"}),
    ("Russia, Libya and Mexico broke with Niger. The three states are angry.", "three states",
     {"Russia", "Libya", "Mexico"}),
    ("Niger accused Russia and Libya of lies. Both countries are angry.", "Both countries", {"Russia", "Libya"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "members"), OTHERS)
def test_several_are_others_than_who_does_it_to_them(told, text, words, members):
    assert {name for name in told(text).names if words in told(text).surfaces(name)} == members


SIDES = [
    ("Niger and Mexico brokered a truce between Russia and the Taliban. Both camps agreed.", "Both camps",
     {"Russia", "Taliban"}),
    ("A truce mediated by Niger and Mexico was signed by Russia and Libya. Both sides agreed.", "Both sides",
     {"Russia", "Libya"}),
    ("Germany hosted talks between Russia and Libya. Jane Roe said Omar Saad was late. Both parties agreed.",
     "Both parties", {"Russia", "Libya"}),
    ("Jane Roe debated Omar Saad. Both sides agreed.", "Both sides", {"Jane Roe", "Omar Saad"}),
    ("Russia and Libya made peace. President Jane Roe met President Omar Saad. The two foreign ministers left.",
     "foreign ministers", {"Russia", "Libya"}),
    ("Russian President Jane Roe met Libyan President Omar Saad. Russia and Libya made peace. The two presidents left.",
     "two presidents", {"Jane Roe", "Omar Saad"}),
    ("Jane Roe met Omar Saad. The two tall men left.", "men", set()),
    ("Jon Roe met Omar Saad. The two men left.", "two men", {"Jon Roe", "Omar Saad"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "members"), SIDES)
def test_sides_are_those_at_odds_and_posts_those_who_hold_them(told, text, words, members):
    found = told(text)
    several = {"Russia", "Libya", "Taliban", "Niger", "Mexico", "Jane Roe", "Jon Roe", "Omar Saad"} & set(found.names)
    assert {name for name in several if any(words in told for told in found.surfaces(name))} == members
