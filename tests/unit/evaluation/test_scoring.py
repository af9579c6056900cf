"""Figures worked out by hand; that they are the referee's in general is tested in test_referee."""

from __future__ import annotations

from datetime import date

import pytest

from pipelines.evaluation.coded import CodedActor, CodedArticle, CodedClaim, CodedEngagement
from pipelines.evaluation.figures import Evaluation, Prf, total
from pipelines.evaluation.gold import GoldSet, gold_article
from pipelines.evaluation.matching import locate, norm
from pipelines.evaluation.scoring import evaluate
from pipelines.evaluation.session import Coding, compare
from pipelines.evaluation.tables import agreement
from pipelines.records import DateBounds

TEXT = "Brun met Dahl in Bern on 3 May. Falk blamed Dahl. Brun may aid Falk."
ANNOTATION = {
    "article": "a.txt",
    "actors": [
        {"id": "brun", "kind": "person", "name": "Alda Brun", "mentions": ["Brun"]},
        {"id": "dahl", "kind": "person", "name": "Corin Dahl", "mentions": ["Dahl"]},
        {"id": "falk", "kind": "group", "name": "Falk", "mentions": ["Falk"]},
    ],
    "engagements": [
        {
            "id": "e1", "type": "CONSULT", "mode": "meeting", "status": "occurred", "country": "CHE", "place": "Bern",
            "participants": [["brun", "participant"], ["dahl", "participant"]],
            "date": {"earliest": "2024-05-03", "latest": "2024-05-03"}, "evidence": "Brun met Dahl in Bern on 3 May",
        },
        {
            "id": "e2", "type": "ACCUSE", "mode": None, "status": "occurred", "country": None, "date": None,
            "participants": [["falk", "source"], ["dahl", "target"]], "evidence": "Falk blamed Dahl",
        },
        {
            "id": "e3", "type": "AID", "mode": None, "status": "proposed", "country": None, "date": None,
            "participants": [["brun", "source"], ["falk", "target"]], "evidence": "Brun may aid Falk", "optional": True,
        },
    ],
}  # fmt: skip
GOLD = GoldSet("made", False, (gold_article(ANNOTATION),))


def claim(
    quote: str, status: str = "occurred", confidence: float = 0.85, day: date | None = None, **other: str
) -> CodedClaim:
    start = TEXT.index(quote)
    bounds = DateBounds(day, day)
    return CodedClaim(
        start, start + len(quote), start, quote.split()[1], other.get("mode"), status, bounds, other.get("country"),
        confidence, "row", "coder 1",
    )  # fmt: skip


def engagement(kind: str, told: CodedClaim, *parts: tuple[str, str]) -> CodedEngagement:
    return CodedEngagement(f"{kind}{told.char_start}", kind, (told,), parts)


ACTORS = {
    "A": CodedActor("Brun", "person", frozenset({"brun"})),
    "B": CodedActor("Dahl", "organization", frozenset({"dahl"})),
    "C": CodedActor("Bern", "state", frozenset({"bern"})),
}
MEETING = engagement(
    "CONSULT",
    claim("Brun met Dahl", day=date(2024, 5, 4), mode="meeting", country="DEU"),
    ("A", "host"),
    ("B", "guest"),
)
SWAPPED = engagement("ACCUSE", claim("Falk blamed Dahl", "planned", 0.35), ("B", "source"))
OPTIONAL = engagement("AID", claim("Brun may aid", confidence=0.95), ("A", "source"))
INVENTED = engagement("ASSAULT", claim("Falk blamed Dahl", confidence=0.31), ("A", "source"), ("B", "target"))


def measured(*told: CodedEngagement) -> Evaluation:
    article = CodedArticle(TEXT, ACTORS, told)
    return evaluate(GOLD, {"a.txt": article}.get, "coder")


def test_detection_full_and_types() -> None:
    found = measured(MEETING, SWAPPED, OPTIONAL, INVENTED)
    assert found.prf("detection") == Prf(2, 1, 0)
    assert found.prf("full") == Prf(1, 2, 1)
    assert [found.prf("type", t) for t in ("CONSULT", "ACCUSE", "ASSAULT", "AID")] == [
        Prf(1, 0, 0), Prf(1, 0, 0), Prf(0, 1, 0), Prf(0, 0, 0),
    ]  # fmt: skip
    assert found.as_dict()["detection"] == {"precision": 0.667, "recall": 1.0, "f1": 0.8}


def test_attributes_are_over_the_detected() -> None:
    found = measured(MEETING, SWAPPED, OPTIONAL, INVENTED)
    # e2: Falk is not among the coded actors, and Dahl stands on the wrong side: 0 of 2.
    assert {name: found.attribute(name) for name in ("status", "mode", "country", "date", "participants")} == {
        "status": (0.5, 2), "mode": (1.0, 1), "country": (0.0, 1), "date": (0.0, 1), "participants": (0.5, 4),
    }  # fmt: skip


def test_actors_by_kind_a_false_one_by_the_kind_it_was_coded_with() -> None:
    found = measured()
    assert found.prf("actors") == Prf(2, 1, 1)
    assert {kind: found.prf("kind", kind) for kind in found.labels("kind")} == {
        "person": Prf(2, 0, 0), "group": Prf(0, 0, 1), "state": Prf(0, 1, 0),
    }  # fmt: skip


def test_calibration_counts_claims_by_decile_without_those_of_optional_engagements() -> None:
    deciles = measured(MEETING, SWAPPED, OPTIONAL, INVENTED).deciles()
    assert [(d.low, d.claims, round(d.mean_confidence, 3), d.right, d.right_in_full) for d in deciles] == [
        (0.3, 2, 0.33, 1, 0), (0.8, 1, 0.85, 1, 1),
    ]  # fmt: skip


def test_findings_say_what_is_wrong() -> None:
    (article,) = measured(MEETING, INVENTED).articles
    told = {(f.outcome, (f.gold or f.coded).engagement_type, f.wrong) for f in article.findings}  # type: ignore[union-attr]
    assert told == {("right", "CONSULT", ("country", "date")), ("missed", "ACCUSE", ()), ("false", "ASSAULT", ())}


def test_a_missing_article_is_all_missed() -> None:
    found = evaluate(GOLD, lambda _: None, "coder")
    assert (found.prf("detection"), found.prf("actors"), found.as_dict()["articles_missing"]) == (
        Prf(0, 0, 2),
        Prf(0, 0, 3),
        1,
    )


def test_a_sealed_set_keeps_totals_alone_and_seals_every_sum_that_it_is_in() -> None:
    sealed = evaluate(
        GoldSet("unread", True, GOLD.articles), {"a.txt": CodedArticle(TEXT, ACTORS, (MEETING,))}.get, "coder"
    )
    assert sealed.articles == ()
    assert sealed.prf("detection") == Prf(1, 0, 1)
    assert {"per_type", "per_actor_kind", "calibration"}.isdisjoint(sealed.as_dict())
    both = total([measured(MEETING), sealed])
    assert both.prf("detection") == Prf(2, 0, 2)
    assert both.sealed
    assert "per_type" in measured(MEETING).as_dict()


def test_two_coders_side_by_side() -> None:
    one = Coding("one", {"a.txt": CodedArticle(TEXT, ACTORS, (MEETING,))}.get)
    other = Coding("other", {"a.txt": CodedArticle(TEXT, ACTORS, (MEETING, SWAPPED))}.get)
    session = compare([GOLD], [one, other])
    assert [e.prf("detection").tp for e in session.evaluations()] == [1, 2]
    ((first, second),) = session.sets
    assert agreement([(first, second)]).rows == (
        ("both", "1"),
        ("only one", "0"),
        ("only other", "1"),
        ("neither", "0"),
    )
    assert "found by" in session.tables()[-1].head


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Gen. Alda Brun's", "alda brun"),
        ("the  U.S. President", "president"),
        ("Ménière", "meniere"),
        ("the", "the"),
        (None, ""),
    ],
)
def test_names_are_compared_without_titles_case_and_accents(name: str | None, plain: str) -> None:
    assert norm(name) == plain


def test_quotes_are_found_with_white_space_folded() -> None:
    assert locate("He met\n her.", "met her") == (3, 11)
    assert locate("He met her.", "saw her") is None
