"""Whether a candidate is an actor of the article: it acts or is acted on, and is not only mentioned.

What belongs here: the cues and the linear model over them. What does not: the weights (``actor_weights.csv``, fitted by
``benchmarks/fit_actor_weights.py`` and reviewed) and anything about single engagements.
"""

from __future__ import annotations

from math import exp, log

from pipelines.parsing.actors.context import word_after
from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.reference import Reference

Cues = dict[str, float]
_BEFORE = {
    "by": "agent", "with": "with", "against": "with", "between": "with", "and": "and", "or": "and", "to": "to", "of": "of",
    "for": "for", "from": "from", "on": "on", "in": "in", "at": "in", "that": "that", "as": "as", "like": "like",
    "including": "like", "than": "like", "while": "that", "when": "that", "if": "that", "but": "that", "says": "that",
}  # fmt: skip


def scores(scan: Scan, candidates: list[Candidate], reference: Reference) -> list[float]:
    """Return for each candidate the probability that it is an actor of the article."""
    weights = reference.compiled(_weights)
    return [_probability(cues(scan, c), weights.get(c.kind, {})) if weights else 1.0 for c in candidates]


def _weights(reference: Reference) -> dict[str, dict[str, float]]:
    table: dict[str, dict[str, float]] = {}
    for row in reference.rows("actor_weights"):
        table.setdefault(row["actor_kind"], {})[row["cue"]] = float(row["weight"])
    return table


def _probability(found: Cues, weights: dict[str, float]) -> float:
    total = sum(weights.get(cue, 0.0) * value for cue, value in found.items())
    return 1.0 / (1.0 + exp(-max(-30.0, min(30.0, total))))


def cues(scan: Scan, candidate: Candidate) -> Cues:
    """Return the cues of one candidate: name of the cue to its strength (0 is left out)."""
    real = [m for m in candidate.mentions if not m.is_pronoun]
    found: Cues = {"bias": 1.0, "mentions": log(len(real) or 1), f"sector_{candidate.sector or 'none'}": 1.0}
    found[f"method_{candidate.method}"] = 1.0
    for mention in real:
        for cue in _mention_cues(scan, mention):
            found[cue] = found.get(cue, 0.0) + 1.0
    for cue in [c for c in found if c.startswith("m_")]:
        count = found.pop(cue)
        found[f"any{cue[1:]}"] = 1.0
        found[f"all{cue[1:]}"] = count / len(real)
    first = min((m.token_start for m in real if m.token_start >= scan.title_end), default=0)
    found["late"] = first / max(1, scan.size)
    found["in_title"] = float(any(m.token_start < scan.title_end for m in real))
    found["has_country"] = float(bool(candidate.country))
    found["in_registry"] = float(bool(candidate.registry_id))
    found["has_post"] = float(bool(candidate.posts))
    found["pronouns"] = log(1 + len(candidate.mentions) - len(real))
    found["one_word"] = float(" " not in candidate.name)
    return found


def _mention_cues(scan: Scan, m: Mention) -> list[str]:
    lowers, lex = scan.lowers, scan.lex
    found = []
    after = word_after(scan, m.token_end)
    if m.possessive:
        found.append("m_possessive")
    elif after in lex.speech:
        found.append("m_speaks")
    elif after in lex.verbs:
        found.append("m_subject")
    if m.attributive:
        found.append("m_attributive")
    if m.is_place_like:
        found.append("m_place")
    start = m.token_start
    while start and lowers[start - 1] in ("the", "a", "an", "both", "president", "mr"):
        start -= 1
    before = lowers[start - 1] if start else ""
    if before in _BEFORE:
        found.append("m_after_" + _BEFORE[before])
    elif before in lex.verbs:
        found.append("m_object")
    elif scan.has("locative", before):
        found.append("m_after_in")
    if start in scan.firsts:
        found.append("m_opens")
    return found
