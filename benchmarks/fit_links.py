"""How well linking tells one act from two: ``python -m benchmarks.fit_links STAGING``, a warehouse's staged tables.

The warehouse must hold the articles that the pairs are from: ``communique build ../shared/corpus ../shared/clusters
--warehouse DIR``, then ``DIR/state/staging``. ``linked_pairs.csv`` names pairs of claims, each by its article's address
and where the words of the act begin, and says whether a reader holds them for one act. Of three samples: pairs that
linking joined before words counted for it (``joined before``), pairs of like wording with a principal in common that it
kept apart (``near``), and pairs that it joined afterwards, on which nothing was fitted (``joined``).

Prints for each sample what share of the pairs that come out as one are one, and what share of those that are one come
out so; then the weights that a fit on all samples would give beside those of ``pipelines.linking.alike``. A pair whose
claims the coder no longer makes is left out and counted. Needs scikit-learn (dependency group ``fitting``).
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path

import polars as pl
from sklearn.linear_model import LogisticRegression

from pipelines.linking import claims_told, tables
from pipelines.linking.alike import BASE, FACTS, WEIGHTS, alike, facts
from pipelines.linking.engagements import heads_told
from pipelines.linking.heads import Head, head_of
from pipelines.linking.identity import link_actors
from pipelines.linking.registry import load_registry
from pipelines.settings import get_settings

PAIRS = Path(__file__).with_name("linked_pairs.csv")
Spot = tuple[str, str, int]  # engagement type, address, where the words of the act begin
STRENGTH = 3.0


def heads_by_spot(staging: Path, reference: Path) -> dict[Spot, Head]:
    """Return the head of the engagement that each staged claim tells."""
    registry = load_registry(reference)
    dated = tables.read(staging, "article", ["article_id", "published_earliest", "published_latest"])
    told = claims_told(
        staging, reference, link_actors(tables.read(staging, "article_actor"), dated, registry), registry
    )
    heads = {(head.article_id, head.head): head for head in heads_told(told)}
    sources = tables.read(staging, "article_source", ["article_id", "source_uri"])
    spots = told.claims.join(head_of(told.claims), on=["article_id", "claim_id"]).join(sources, on="article_id")
    columns = pl.col("article_id", "head", "engagement_type", "source_uri", "trigger_start")
    return {
        (kind, uri, start): heads[article, head] for article, head, kind, uri, start in spots.select(columns).rows()
    }


def pairs_in(heads: dict[Spot, Head]) -> tuple[dict[str, list[tuple[Head, Head, bool]]], int]:
    """Return the pairs that were read, by sample, and how many of them the coder no longer makes."""
    found: dict[str, list[tuple[Head, Head, bool]]] = defaultdict(list)
    gone = 0
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            one, other = (
                heads.get((row["engagement_type"], row[f"uri_{x}"], int(row[f"start_{x}"]))) for x in ("a", "b")
            )
            if one is None or other is None:
                gone += 1
            else:
                found[row["sample"]].append((one, other, row["same"] == "yes"))
    return found, gone


def figures(pairs: list[tuple[Head, Head, bool]]) -> str:
    """Return how many pairs come out as one and are, of those that come out so and of those that are."""
    joined = [same for one, other, same in pairs if alike(other, one) > 0]
    ones = sum(same for _, _, same in pairs)
    return f"{len(pairs)} pairs, {ones} one act; come out as one: {len(joined)}, rightly {sum(joined)}"


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("staging", type=Path)
    samples, gone = pairs_in(heads_by_spot(parser.parse_args().staging, get_settings().reference_dir))
    for name, pairs in sorted(samples.items()):
        print(f"{name}: {figures(pairs)}")
    every = [pair for pairs in samples.values() for pair in pairs]
    print(f"{gone} pairs of claims that the coder does not make")
    cases = [facts(other, one) for one, other, _ in every]
    model = LogisticRegression(C=STRENGTH).fit(cases, [same for _, _, same in every])
    print(f"base {BASE} (fitted {model.intercept_[0]:.2f})")
    for name, weight, fitted in zip(FACTS, WEIGHTS, model.coef_[0], strict=True):
        print(f"{name} {weight} (fitted {fitted:.2f})")


if __name__ == "__main__":
    main()
