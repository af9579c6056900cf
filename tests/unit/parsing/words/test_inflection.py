"""The forms of English verbs."""

from __future__ import annotations

import pytest

from pipelines.parsing.words.inflection import inflect, spellings

REGULAR = [
    ("attack", "attacks", "attacked", "attacking"),
    ("accuse", "accuses", "accused", "accusing"),
    ("agree", "agrees", "agreed", "agreeing"),
    ("deny", "denies", "denied", "denying"),
    ("deploy", "deploys", "deployed", "deploying"),
    ("stop", "stops", "stopped", "stopping"),
    ("ban", "bans", "banned", "banning"),
    ("commit", "commits", "committed", "committing"),
    ("admit", "admits", "admitted", "admitting"),
    ("transfer", "transfers", "transferred", "transferring"),
    ("expel", "expels", "expelled", "expelling"),
    ("acquit", "acquits", "acquitted", "acquitting"),
    ("equip", "equips", "equipped", "equipping"),
    ("regret", "regrets", "regretted", "regretting"),
    ("overstep", "oversteps", "overstepped", "overstepping"),
    ("conquer", "conquers", "conquered", "conquering"),
    ("visit", "visits", "visited", "visiting"),
    ("offer", "offers", "offered", "offering"),
    ("order", "orders", "ordered", "ordering"),
    ("open", "opens", "opened", "opening"),
    ("clash", "clashes", "clashed", "clashing"),
    ("impeach", "impeaches", "impeached", "impeaching"),
    ("discuss", "discusses", "discussed", "discussing"),
    ("veto", "vetoes", "vetoed", "vetoing"),
    ("tie", "ties", "tied", "tying"),
    ("raid", "raids", "raided", "raiding"),
    ("seize", "seizes", "seized", "seizing"),
    ("free", "frees", "freed", "freeing"),
    ("destroy", "destroys", "destroyed", "destroying"),
    ("vow", "vows", "vowed", "vowing"),
    ("annex", "annexes", "annexed", "annexing"),
    ("pay", "pays", "payed", "paying"),
    ("hug", "hugs", "hugged", "hugging"),
    ("back", "backs", "backed", "backing"),
    ("abduct", "abducts", "abducted", "abducting"),
    ("condemn", "condemns", "condemned", "condemning"),
    ("co-host", "co-hosts", "co-hosted", "co-hosting"),
    ("re-arm", "re-arms", "re-armed", "re-arming"),
    ("tear-gas", "tear-gases", "tear-gassed", "tear-gassing"),
    ("pistol-whip", "pistol-whips", "pistol-whipped", "pistol-whipping"),
    ("cold-shoulder", "cold-shoulders", "cold-shouldered", "cold-shouldering"),
    ("airdrop", "airdrops", "airdropped", "airdropping"),
    ("ally", "allies", "allied", "allying"),
    ("rebel", "rebels", "rebelled", "rebelling"),
]
FORMS = [(row[0], kind, form) for row in REGULAR for kind, form in zip(("s", "past", "ing"), row[1:], strict=True)]
IRREGULAR = [
    ("meet", "met", "", {"base": "meet", "s": "meets", "past": "met", "part": "meeted", "ing": "meeting"}),
    ("meet", "met", "met", {"base": "meet", "s": "meets", "past": "met", "part": "met", "ing": "meeting"}),
    ("give", "gave", "given", {"base": "give", "s": "gives", "past": "gave", "part": "given", "ing": "giving"}),
    ("withdraw", "withdrew", "withdrawn", {"past": "withdrew", "part": "withdrawn", "ing": "withdrawing"}),
    ("force-feed", "fed", "fed", {"past": "force-fed", "part": "force-fed", "ing": "force-feeding"}),
    ("beat", "beat", "beaten", {"past": "beat", "part": "beaten", "ing": "beating"}),
]
BRITISH = [
    ("cancel", "cancelled", "canceled"),
    ("destabilize", "destabilised", "destabilized"),
    ("paralyze", "paralysing", "paralyzing"),
    ("initial", "initialled", "initialed"),
    ("quarrel", "quarrelled", "quarreled"),
    ("signal", "signalled", "signaled"),
]


@pytest.mark.parametrize(("lemma", "kind", "form"), FORMS)
def test_regular_verbs(lemma: str, kind: str, form: str) -> None:
    assert inflect(lemma)[kind] == form


@pytest.mark.parametrize(("lemma", "past", "participle", "forms"), IRREGULAR)
def test_irregular_forms_are_told_by_the_table(lemma: str, past: str, participle: str, forms: dict[str, str]) -> None:
    made = inflect(lemma, past, participle)
    assert {kind: made[kind] for kind in forms} == forms


@pytest.mark.parametrize(("lemma", "british", "american"), BRITISH)
def test_both_spellings(lemma: str, british: str, american: str) -> None:
    forms = {form for _, form in spellings(inflect(lemma))}
    assert {british, american} <= forms


def test_a_verb_with_two_vowels_before_l_has_one_spelling() -> None:
    assert sorted(form for _, form in spellings(inflect("reveal"))) == [
        "reveal",
        "revealed",
        "revealed",
        "revealing",
        "reveals",
    ]


def test_seize_has_one_spelling() -> None:
    assert "seise" not in {form for _, form in spellings(inflect("seize"))}
