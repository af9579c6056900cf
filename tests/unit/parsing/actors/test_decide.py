"""Whether a candidate is an actor: what its cues weigh together."""

from __future__ import annotations

from math import exp

import pytest

from pipelines.parsing.actors import candidates_of
from pipelines.parsing.actors.decide import ANY, crowd, cues, judged_as, scores
from pipelines.parsing.document import parse_document
from pipelines.parsing.reference import Reference, load_reference
from pipelines.records import Article

TEXT = "In Accra, Ama Boateng met rebels on Monday. The rebels and Boateng later told reporters of a truce."
ROWS = (
    (ANY, "bias", -0.5),
    (ANY, "~met", 0.75),
    ("person", "~met", 0.5),
    ("person", ">met", 1.25),
    (ANY, "<the", 0.25),
)


def test_a_candidate_is_worth_what_its_cues_weigh_shared_and_of_its_kind() -> None:
    doc, article = parse_document(TEXT), Article(TEXT, TEXT, TEXT, "")
    scan, kept, _ = candidates_of(doc, article, load_reference())
    rows = tuple({"judged_as": kind, "cue": cue, "weight": str(weight)} for kind, cue, weight in ROWS)
    every = tuple({"judged_as": judged_as(c), "cue": "bias", "weight": "0"} for c in kept)
    judged = scores(scan, kept, Reference(tables={"actor_weights": (*rows, *every)}))
    company = crowd(scan, kept)
    for candidate, score in zip(kept, judged, strict=True):
        found, kinds = cues(scan, candidate, company), (ANY, judged_as(candidate))
        total = sum(weight * found.get(cue, 0.0) for kind, cue, weight in ROWS if kind in kinds)
        assert score == pytest.approx(1 / (1 + exp(-total)))
    assert len({round(score, 6) for score in judged}) > 1
