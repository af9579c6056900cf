"""Whose word a claim is: what a verb of saying surely reports, and when the saying is itself the act."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds

CODER = DefaultCoder(load_reference())
DAY = DateBounds(date(2019, 3, 5), date(2019, 3, 5))

# (text, type, words of the claim, who says so)
SURELY = [
    ("Emmanuel Macron defended the plan, saying that Chad had bombed Niger.", "ASSAULT", "bombed", "Emmanuel Macron"),
    ("Vladimir Putin issued a statement saying Chad had bombed Niger.", "ASSAULT", "bombed", "Vladimir Putin"),
    ("Angela Merkel did say that Chad had bombed Niger.", "ASSAULT", "bombed", "Angela Merkel"),
    ("Emmanuel Macron accuses Chad of having bombed Niger.", "ASSAULT", "bombed", "Emmanuel Macron"),
    ("Chad bombed Niger, Emmanuel Macron said Monday, denying a report.", "ASSAULT", "bombed", "Emmanuel Macron"),
    ("Chad bombed Niger, Angela Merkel said after talks in Paris.", "ASSAULT", "bombed", "Angela Merkel"),
    ("Mali left, Angela Merkel said, and has bombed Niger since.", "ASSAULT", "bombed", "Angela Merkel"),
    ("The planes were, Paris alleges, bombed by Turkey; Egypt is silent.", "ASSAULT", "bombed", "France"),
    ("While Angela Merkel says Mali is calm, Chad bombed Niger.", "ASSAULT", "bombed", None),
    ("Mali, which Angela Merkel said should stay, bombed Niger.", "ASSAULT", "bombed", None),
    ("Angela Merkel said Mali would stay, a day after Chad bombed Niger.", "ASSAULT", "bombed", None),
    ("Angela Merkel told reporters that Mali, which bombed Niger, should stay.", "ASSAULT", "bombed", None),
    ("Angela Merkel declared the pact void, bombed Niger and left.", "ASSAULT", "bombed", None),
    ("Chad bombed Niger, a charge that Mali denies.", "ASSAULT", "bombed", None),
    ("Chad bombed Niger; Angela Merkel said Mali was calm.", "ASSAULT", "bombed", None),
    ("Chad bombed Niger; Mali is calm, Angela Merkel said.", "ASSAULT", "bombed", None),
    ("Asked whether Chad had bombed Niger, Angela Merkel said: “We will see.”", "ASSAULT", "bombed", None),
    ("Chad bombed Niger in a raid on what Angela Merkel knew.", "ASSAULT", "bombed", None),
    ("Emmanuel Macron is alleging that Chad bombed Niger.", "ASSAULT", "bombed", "Emmanuel Macron"),
    ("Angela Merkel said Mali would sell the port, a move that China denounced.", "ACCUSE", "denounced", None),
    ("Angela Merkel said Mali would sell the port — a move China denounced.", "ACCUSE", "denounced", None),
    ("Angela Merkel said Mali was calm, after Chad bombed Niger.", "ASSAULT", "bombed", None),
    ("Chad bombed Niger as envoys were responding to Angela Merkel.", "ASSAULT", "bombed", None),
    ("Angela Merkel spoke during a visit to Ankara.", "CONSULT", "visit", None),
    ("Mali accused Chad of bombing Niger, a claim Chad rejected.", "REJECT", "rejected", None),
    ("Mali accused Chad of bombing Niger, which Chad denied.", "ASSAULT", "bombing", "Mali"),
    (
        "Egypt sent envoys to Bamako, where Chad bombed Niger, killing two, according to NATO.",
        "ASSAULT",
        "bombed",
        "NATO",
    ),
    ("Egypt urged Mali to leave Bamako, where Chad bombed Niger, according to NATO.", "REQUEST", "urged", None),
    ("Chad bombed Niger, which borders Mali, according to NATO.", "ASSAULT", "bombed", "NATO"),
    ("Chad bombed Niger; Mali was calm, according to NATO.", "ASSAULT", "bombed", None),
    ("Mali, which bombed Niger, has left Kidal, according to NATO.", "ASSAULT", "bombed", None),
    ("According to a report by NATO, Chad bombed Niger.", "ASSAULT", "bombed", "NATO"),
    ("Chad bombed Niger, according to documents released by NATO.", "ASSAULT", "bombed", "NATO"),
    ("Chad bombed Niger, according to plans for a port.", "ASSAULT", "bombed", None),
    ("NATO found that Chad had bombed Niger.", "ASSAULT", "bombed", "NATO"),
    ("An inquiry by NATO showed that Chad bombed Niger.", "ASSAULT", "bombed", "NATO"),
    ("NATO found Chad had bombed Niger and left.", "ASSAULT", "bombed", None),
    ("NATO never found that Chad bombed Niger.", "ASSAULT", "bombed", None),
    ("Mali repeated claims by Egypt that Chad bombed Niger.", "ASSAULT", "bombed", "Egypt"),
    ("Angela Merkel condemned Mali on Monday, warning Chad of war.", "ACCUSE", "condemned", None),
    ("Angela Merkel said Mali would sell the port, an offer that China rejected.", "REJECT", "rejected", None),
    ("Angela Merkel said Mali was calm, and China condemned Chad.", "ACCUSE", "condemned", None),
    ("Angela Merkel said Germany would never accept Chad's claim.", "REJECT", "never accept", None),
    ("Angela Merkel said France would never accept Chad's claim.", "REJECT", "never accept", "Angela Merkel"),
    ("Angela Merkel said Chad must leave Niger.", "REQUEST", "must", None),
    ("Angela Merkel was quoted as saying that Chad bombed Niger.", "ASSAULT", "bombed", "Angela Merkel"),
    ("The paper quoted Angela Merkel as saying Chad bombed Niger.", "ASSAULT", "bombed", "Angela Merkel"),
    ("Chad's army, says Angela Merkel, bombed Niger.", "ASSAULT", "bombed", "Angela Merkel"),
    (
        "Angela Merkel said Mali was calm, and Emmanuel Macron told reporters that Chad bombed Niger.",
        "ASSAULT",
        "bombed",
        "Emmanuel Macron",
    ),
    ("Angela Merkel said Mali was calm, but she met Emmanuel Macron in Paris.", "CONSULT", "met", None),
]
OVER_SENTENCES = [
    ("“Mali is calm. Chad bombed Niger last week. It is a shame,” Angela Merkel said.", "Angela Merkel"),
    ("Angela Merkel said: “Mali is calm.”\n\nLater, Chad bombed “the hideouts” of Niger.", None),
    (
        "Emmanuel Macron came to Bamako. “It is hard. The West is late. Nobody is calm. Chad bombed Niger and hid "
        "behind Vladimir Putin,” he said.",
        "Emmanuel Macron",
    ),
    ("Angela Merkel said it was over. Vladimir Putin bombed Niger, she said.", "Angela Merkel"),
    ("Emmanuel Macron said it was over. Vladimir Putin bombed Niger, he said on Monday.", "Emmanuel Macron"),
]
OWN_ACTS = [
    ("NATO said its jets had bombed Libya.", "ASSAULT", "bombed", "NATO"),
    ("Sergei Lavrov said he had met Mevlut Cavusoglu in Ankara.", "CONSULT", "met", "Sergei Lavrov"),
    ("Sergei Lavrov said he would meet Mevlut Cavusoglu in Ankara.", "CONSULT", "meet", None),
    ("Egypt said it was sending troops to Sudan.", "MOBILIZE", "sending troops", None),
    ("Turkey said it condemned the coup in Mali.", "ACCUSE", "condemned", None),
    ("Sergei Lavrov said he had urged Israel to leave Gaza.", "REQUEST", "urged", "Sergei Lavrov"),
    ("Sergei Lavrov said Russia would send troops to Syria.", "MOBILIZE", "send troops", "Sergei Lavrov"),
    ("Egypt claims to have bombed Libya.", "ASSAULT", "bombed", "Egypt"),
    ("Egypt admitted bombing Libya.", "ASSAULT", "bombing", "Egypt"),
    ("Egypt was seen bombing Libya.", "ASSAULT", "bombing", None),
    ("Sergei Lavrov condemned Israel.", "ACCUSE", "condemned", None),
    ("Sergei Lavrov said he would meet Mevlut Cavusoglu, NATO said.", "CONSULT", "meet", "NATO"),
    ("Sergei Lavrov said his talks with Mevlut Cavusoglu were frank.", "CONSULT", "talks", "Sergei Lavrov"),
]


def speaker(text: str, kind: str, words: str) -> str | None:
    result = CODER.extract(Article("a" * 64, text, "a", "0", published=DAY, published_basis="metadata"))
    told = [c for c in result.claims if c.engagement_type == kind and words in c.trigger_text]
    assert len(told) == 1
    return None if told[0].attributed_to is None else result.actors[told[0].attributed_to].name


@pytest.mark.parametrize(("text", "kind", "words", "who"), [*SURELY, *OWN_ACTS])
def test_whose_word_it_is(text: str, kind: str, words: str, who: str | None) -> None:
    assert speaker(text, kind, words) == who


@pytest.mark.parametrize(("text", "who"), OVER_SENTENCES)
def test_whose_word_it_is_over_sentences(text: str, who: str | None) -> None:
    assert speaker(text, "ASSAULT", "bombed") == who
