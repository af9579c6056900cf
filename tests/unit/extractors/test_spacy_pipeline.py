from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pytest

pytest.importorskip("spacy")

import spacy
from hand_parsed import pipeline

from pipelines.extractors.spacy_pipeline import SpacyExtractor
from pipelines.parsing.extractors import UnknownExtractorError, load_extractor
from pipelines.parsing.quoted import ExtractionFailed
from pipelines.parsing.reference import FOLDER
from pipelines.records import Article, DateBounds, ExtractionResult

DAY = date(2024, 5, 8)  # a Wednesday
PEOPLE = ["Marco Neri", "Neri", "Salem Darwish", "Olga Brandt"]


def coded(text: str, parses: dict[str, str], **entities: list[str]) -> ExtractionResult:
    nlp = pipeline(parses, **({"PERSON": PEOPLE, "GPE": ["France", "Germany", "Rome"], "NORP": ["Turkish"]} | entities))
    article = Article("a" * 64, text, "https://made.invalid/1", "b" * 64, published=DateBounds(DAY, DAY, "day"))
    return SpacyExtractor(nlp).extract(article)


def one(sentence: str, parse: str, **entities: list[str]) -> tuple[str, str | None, str, list[tuple[str, str]]]:
    """Type, mode, status and (name, part) of the one claim of a sentence."""
    result = coded(sentence, {sentence: parse}, **entities)
    (claim,) = result.claims
    parts = [(result.actors[p.actor_id].name, p.role) for p in claim.participants]
    return claim.engagement_type, claim.mode, claim.status, parts


def test_subject_object_and_coordination() -> None:
    told = one(
        "Marco Neri received Salem Darwish and Olga Brandt.",
        "Marco/1/compound Neri/2/nsubj received/2/ROOT Salem/4/compound Darwish/2/dobj and/4/cc Olga/7/compound "
        "Brandt/4/conj ./2/punct",
    )
    assert told == (
        "CONSULT",
        "meeting",
        "occurred",
        [("Marco Neri", "host"), ("Salem Darwish", "guest"), ("Olga Brandt", "guest")],
    )


def test_passive_with_agent() -> None:
    told = one(
        "Salem Darwish was received by Marco Neri.",
        "Salem/1/compound Darwish/3/nsubjpass was/3/auxpass received/3/ROOT by/3/agent Marco/6/compound "
        "Neri/4/pobj ./3/punct",
    )
    assert told == ("CONSULT", "meeting", "occurred", [("Salem Darwish", "guest"), ("Marco Neri", "host")])


def test_the_same_in_universal_dependencies() -> None:
    told = one(
        "Salem Darwish was received by Marco Neri.",
        "Salem/1/compound Darwish/3/nsubj:pass was/3/aux:pass received/3/ROOT by/6/case "
        "Marco/6/compound Neri/3/obl:agent ./3/punct",
    )
    assert told == ("CONSULT", "meeting", "occurred", [("Salem Darwish", "guest"), ("Marco Neri", "host")])


def test_prepositional_object_of_a_wording_of_several_words() -> None:
    told = one(
        "Marco Neri held long talks with Salem Darwish.",
        "Marco/1/compound Neri/2/nsubj held/2/ROOT long/4/amod talks/2/dobj with/4/prep "
        "Salem/7/compound Darwish/5/pobj ./2/punct",
    )
    assert told == ("CONSULT", "meeting", "occurred", [("Marco Neri", "participant"), ("Salem Darwish", "participant")])


@pytest.mark.parametrize(
    ("sentence", "parse", "status"),
    [
        (
            "Germany did not invade France.",
            "Germany/3/nsubj did/3/aux not/3/neg invade/3/ROOT France/3/dobj ./3/punct",
            "not_occurred",
        ),
        ("Germany may invade France.", "Germany/2/nsubj may/2/aux invade/2/ROOT France/2/dobj ./2/punct", "proposed"),
        ("Germany will invade France.", "Germany/2/nsubj will/2/aux invade/2/ROOT France/2/dobj ./2/punct", "planned"),
        (
            "Germany denied invading France.",
            "Germany/1/nsubj denied/1/ROOT invading/1/xcomp France/2/dobj ./1/punct",
            "not_occurred",
        ),
        ("Germany invaded France.", "Germany/1/nsubj invaded/1/ROOT France/1/dobj ./1/punct", "occurred"),
    ],
)
def test_status(sentence: str, parse: str, status: str) -> None:
    result = coded(sentence, {sentence: parse})
    told = {
        c.engagement_type: (c.status, [result.actors[p.actor_id].name for p in c.participants]) for c in result.claims
    }
    assert told["ASSAULT"] == (status, ["Germany", "France"])
    assert {a.name: (a.actor_kind, a.country_iso3, a.registry_id) for a in result.actors} == {
        "Germany": ("state", "DEU", "state:DEU"), "France": ("state", "FRA", "state:FRA"),
    }  # fmt: skip


def test_subject_of_a_relative_clause_and_of_a_second_verb() -> None:
    text = "Olga Brandt, who met Salem Darwish, praised Marco Neri and criticized France."
    parse = (
        "Olga/1/compound Brandt/8/nsubj ,/1/punct who/4/nsubj met/1/relcl Salem/6/compound Darwish/4/dobj ,/1/punct "
        "praised/8/ROOT Marco/10/compound Neri/8/dobj and/8/cc criticized/8/conj France/12/dobj ./8/punct"
    )
    result = coded(text, {text: parse})
    names = [a.name for a in result.actors]
    told = [(c.engagement_type, [names[p.actor_id] for p in c.participants]) for c in result.claims]
    assert told == [
        ("CONSULT", ["Olga Brandt", "Salem Darwish"]),
        ("SUPPORT", ["Olga Brandt", "Marco Neri"]),
        ("ACCUSE", ["Olga Brandt", "France"]),
    ]


def test_modifier_names_the_actor_and_the_speaker_is_told() -> None:
    text = "Neri said the Turkish army attacked France."
    parse = "Neri/1/nsubj said/1/ROOT the/4/det Turkish/4/amod army/5/nsubj attacked/1/ccomp France/5/dobj ./1/punct"
    result = coded(text, {text: parse})
    (claim,) = [c for c in result.claims if c.engagement_type == "ASSAULT"]
    assert [(result.actors[p.actor_id].country_iso3, p.role) for p in claim.participants] == [
        ("TUR", "source"),
        ("FRA", "target"),
    ]
    assert claim.attributed_to is not None
    assert result.actors[claim.attributed_to].name == "Neri"


def test_evidence_date_place_and_later_mentions() -> None:
    first, second = "Marco Neri praised Olga Brandt.", "Neri met Salem Darwish in Rome on Monday."
    text = f"A headline\n\n{first} {second}\n\n{second}"
    parses = {
        "A headline": "A/1/det headline/1/ROOT",
        first: "Marco/1/compound Neri/2/nsubj praised/2/ROOT Olga/4/compound Brandt/2/dobj ./2/punct",
        second: "Neri/1/nsubj met/1/ROOT Salem/3/compound Darwish/1/dobj in/1/prep Rome/4/pobj on/1/prep "
        "Monday/6/pobj ./1/punct",
    }
    result = coded(text, parses)
    praise, meeting, again = result.claims
    assert text[meeting.char_start : meeting.char_end] == second
    assert text[meeting.trigger_start :].startswith("met Salem")
    assert again.char_start == text.rindex(second)
    assert (meeting.started, meeting.place_text) == (DateBounds(date(2024, 5, 6), date(2024, 5, 6), "day"), "Rome")
    assert (praise.started, praise.place_text, praise.sentence_index, meeting.sentence_index) == (
        DateBounds(),
        None,
        1,
        2,
    )
    assert meeting.rule_id.startswith("CONSULT:v:meet")
    assert [a.name for a in result.actors] == ["Marco Neri", "Olga Brandt", "Salem Darwish"]
    assert [m.surface_text for m in result.mentions if m.actor_id == 0] == ["Marco Neri", "Neri", "Neri"]


def test_a_verb_without_an_actor_claims_nothing_and_a_mere_place_is_no_actor() -> None:
    text = "Somebody attacked the pass in France."
    parse = "Somebody/1/nsubj attacked/1/ROOT the/3/det pass/1/dobj in/3/prep France/4/pobj ./1/punct"
    result = coded(text, {text: parse}, PERSON=[])
    assert (result.claims, result.actors) == ((), ())


def test_a_pipeline_without_a_parse_fails_by_name() -> None:
    article = Article("a" * 64, "Marco Neri met Olga Brandt.", "u", "b" * 64)
    with pytest.raises(ExtractionFailed, match="no dependency parse"):
        SpacyExtractor(spacy.blank("en")).extract(article)


def test_a_pipeline_that_breaks_fails_by_name() -> None:
    def broken(doc: Any) -> Any:
        raise KeyError("weights")

    spacy.language.Language.component("broken_pipe", func=broken)
    nlp = spacy.blank("en")
    nlp.add_pipe("broken_pipe")
    with pytest.raises(ExtractionFailed, match="KeyError"):
        SpacyExtractor(nlp).extract(Article("a" * 64, "Some text.", "u", "b" * 64))


def test_it_is_loaded_by_name_or_path(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    address = "pipelines.extractors.spacy_pipeline:SpacyExtractor"
    monkeypatch.setenv("COMMUNIQUE_SPACY_PIPELINE", "no_such_pipeline")
    with pytest.raises(UnknownExtractorError, match="no_such_pipeline"):
        load_extractor(address, FOLDER)
    nlp = spacy.blank("en")
    nlp.meta["name"] = "made"
    nlp.to_disk(tmp_path / "made")
    monkeypatch.setenv("COMMUNIQUE_SPACY_PIPELINE", str(tmp_path / "made"))
    made = load_extractor(address, FOLDER)
    assert made.name == "spacy"
    assert made.version.startswith("1+en_made-")


def test_without_spacy_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UnknownExtractorError, match=r"communique\[spacy\]"):
        SpacyExtractor("en_core_web_sm")
