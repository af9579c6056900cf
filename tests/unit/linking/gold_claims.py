"""Annotated articles as a perfect coder would stage them, so that linking is measured apart from coding.

Run as a script to see which pairs are missed: ``PYTHONPATH=tests/unit/linking python -m gold_claims``.
"""

from __future__ import annotations

import json
import tempfile
from itertools import combinations
from pathlib import Path
from typing import Any

import staged_tables as staged

from pipelines.linking import tables
from pipelines.linking.engagements import Told, link_claims
from pipelines.linking.identity import link_actors
from pipelines.linking.once import load_once_only
from pipelines.linking.registry import load_registry
from pipelines.linking.wording import load_common_words
from pipelines.parsing.names import normalise_name

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold"
REFERENCE = Path(__file__).resolve().parents[3] / "seeds" / "reference"


def load(name: str) -> Any:
    """Return one of the annotation files."""
    return json.loads((GOLD / name).read_text(encoding="utf-8"))


def stage(folder: Path, annotations: list[dict[str, Any]], order: int = 1) -> None:
    """Write the annotations as staged tables, one batch for each article, in the order given or turned round."""
    for number, annotation in enumerate(annotations[::order]):
        ref, batch = annotation["article"], f"b{number:03d}"
        published = annotation["published_on"] or {"earliest": None, "latest": None}
        staged.write(folder, "article", [staged.article(ref, published["earliest"], until=published["latest"])], batch)
        for table, rows in _rows(annotation).items():
            staged.write(folder, table, rows, batch)


def _rows(annotation: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    ref = staged.article_id(annotation["article"])
    number = {actor["id"]: n for n, actor in enumerate(annotation["actors"])}
    claim = {engagement["id"]: n for n, engagement in enumerate(annotation["engagements"])}
    return {
        "article_actor": [_actor(ref, n, actor) for n, actor in enumerate(annotation["actors"])],
        "engagement_claim": [_claim(ref, n, e, number, claim) for n, e in enumerate(annotation["engagements"])],
        "claim_participant": [
            {
                "article_id": ref,
                "claim_id": n,
                "actor_id": number[actor],
                "participant_role": role,
                "is_principal": True,
            }
            for n, engagement in enumerate(annotation["engagements"])
            for actor, role in engagement["participants"]
        ],
    }


def _actor(ref: str, n: int, actor: dict[str, Any]) -> dict[str, Any]:
    registry_id = f"state:{actor['country']}" if actor["kind"] == "state" and actor["country"] else None
    return {
        "article_id": ref, "actor_id": n, "name": actor["name"], "actor_kind": actor["kind"],
        "sector": actor["sector"], "country_iso3": actor["country"], "registry_id": registry_id,
    }  # fmt: skip


def _claim(ref: str, n: int, e: dict[str, Any], number: dict[str, int], claim: dict[str, int]) -> dict[str, Any]:
    when = {side: staged.date.fromisoformat(day) for side, day in (e["date"] or {}).items() if day}
    return {
        "article_id": ref, "claim_id": n, "engagement_type": e["type"], "mode": e["mode"], "status": e["status"],
        "trigger_start": n, "evidence_text": e["evidence"],
        "started_earliest": when.get("earliest"), "started_latest": when.get("latest"),
        "place_key": e["place"] and f"place:{normalise_name(e['place'], 'organization')}",
        "country_iso3": e["country"], "same_as": claim.get(e.get("same_as")),
        "attributed_to": number.get(e["attributed_to"]),
    }  # fmt: skip


def link(folder: Path) -> dict[tuple[str, int], str]:
    """Link what is staged; engagement key by article and claim."""
    articles = tables.read(folder, "article", ["article_id", "published_earliest", "published_latest"])
    actors = tables.read(folder, "article_actor")
    links = link_actors(actors, articles, load_registry(REFERENCE)).links
    keyed = actors.join(links, on=["article_id", "actor_id"])
    claims, participants = (tables.read(folder, t) for t in ("engagement_claim", "claim_participant"))
    words = load_once_only(REFERENCE), load_common_words(REFERENCE)
    linked = link_claims(Told(claims, participants, keyed, articles, *words))
    return {(a, c): key for a, c, key in linked.iter_rows()}


def pairs(clusters: dict[str, Any], kind: str) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Return the pairs that must share a key (``same``, across articles) or must not (``distinct``)."""
    found = [(tuple(a), tuple(b)) for group in clusters[kind] for a, b in combinations(group, 2)]
    return [(a, b) for a, b in found if kind == "distinct" or a[0] != b[0]]


def measure(folder: Path) -> dict[str, list[tuple[Any, bool]]]:
    """Stage and link the wire articles; each pair with whether it shares a key."""
    annotations, clusters = load("wire.json"), load("wire_clusters.json")
    stage(folder, annotations)
    keys = link(folder)
    number = {(a["article"], e["id"]): n for a in annotations for n, e in enumerate(a["engagements"])}
    return {
        kind: [
            ((a, b), len({keys[staged.article_id(r[0]), number[r]] for r in (a, b)}) == 1)
            for a, b in pairs(clusters, kind)
        ]
        for kind in ("same", "distinct")
    }


def main() -> None:
    """Print how many pairs are joined and kept apart, and those that are not as they should be."""
    with tempfile.TemporaryDirectory() as folder:
        result = measure(Path(folder))
    for kind, wanted in (("same", True), ("distinct", False)):
        wrong = [pair for pair, joined in result[kind] if joined is not wanted]
        print(kind, len(result[kind]) - len(wrong), "of", len(result[kind]))
        for pair in wrong:
            print("  ", pair)


if __name__ == "__main__":
    main()
