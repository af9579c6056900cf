"""How far the date expressions reach: of the engagements annotated with a date, how many have an expression that
tells it.

    date_reach.py ARTICLES.jsonl ANNOTATIONS.json [--misses N]

Counts, over the annotated dates: some expression in the sentence of the evidence gives bounds inside them (the
ceiling for any choice), the one that ``choose_date`` takes does, that one or else the story's day does, and the share
whose sentence has no expression at all.
"""

from __future__ import annotations

import argparse
import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from pipelines.parsing.dates import DateExpression, choose_date, find_dates, story_date
from pipelines.parsing.document import Doc, parse_document
from pipelines.records import AHEAD, DateBounds


def inside(bounds: DateBounds, told: dict[str, str]) -> bool:
    """Say whether bounds lie inside annotated ones."""
    if bounds.earliest is None or bounds.latest is None:
        return False
    return told["earliest"] <= bounds.earliest.isoformat() and bounds.latest.isoformat() <= told["latest"]


def published(annotation: dict[str, Any]) -> DateBounds:
    """Return the publication bounds that an annotation gives."""
    told = annotation["published_on"]
    if not told or not told.get("earliest"):
        return DateBounds()
    first, last = date.fromisoformat(told["earliest"]), date.fromisoformat(told["latest"])
    return DateBounds(first, last, "day" if first == last else "range")


def cases(articles: Path, annotations: Path) -> Iterator[tuple[Doc, list[DateExpression], int, int, dict[str, Any]]]:
    """Yield each dated engagement: text, its expressions, the evidence's tokens, the annotation."""
    texts = {row["url"]: row for row in map(json.loads, articles.read_text("utf-8").splitlines())}
    for annotation in json.loads(annotations.read_text("utf-8")):
        row = texts[annotation["article"]]
        doc = parse_document((row["title"] + "\n\n" if row.get("title") else "") + row["text"])
        found = find_dates(doc, published(annotation))
        for engagement in annotation["engagements"]:
            quote = re.search(r"\s+".join(map(re.escape, engagement["evidence"].split())), doc.text)
            if engagement.get("date") and quote:
                first = bisect_right(doc.starts, quote.start()) - 1
                yield doc, found, first, bisect_right(doc.starts, quote.end() - 1), engagement


def judge(doc: Doc, found: list[DateExpression], first: int, end: int, engagement: dict[str, Any]) -> dict[str, bool]:
    """Say of one dated engagement which ways lead inside its bounds."""
    told, future = engagement["date"], engagement["status"] in AHEAD
    sentence = doc.sentence_at(first)
    here = [e for e in found if doc.sentence_at(e.token_start) == sentence]
    near = [e for e in found if abs(doc.sentence_at(e.token_start) - sentence) <= 3]
    chosen = choose_date(doc, found, first, end, future=future)
    later = chosen or (None if future else story_date(found))
    return {
        "sentence": any(inside(e.resolve(future), told) for e in here),
        "either_tense": any(inside(b, told) for e in here for b in (e.past, e.future)),
        "within_three": any(inside(e.resolve(future), told) for e in near),
        "chosen": chosen is not None and inside(chosen.resolve(future), told),
        "chosen_or_story": later is not None and inside(later.resolve(future), told),
        "none_here": not here,
    }


def main() -> None:
    """Print the counts, and the misses when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    parser.add_argument("--of", default="sentence", help="which way's misses to print")
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for doc, found, first, end, engagement in cases(options.articles, options.annotations):
        verdict = judge(doc, found, first, end, engagement)
        counts.update(name for name, right in verdict.items() if right)
        counts["dated"] += 1
        if not verdict[options.of] and not verdict["none_here"] and options.misses > 0:
            options.misses -= 1
            print_miss(doc, found, first, engagement)
    print({name: f"{n} ({n / counts['dated']:.2f})" for name, n in counts.most_common()})


def print_miss(doc: Doc, found: list[DateExpression], first: int, engagement: dict[str, Any]) -> None:
    """Print one miss: what was told, the sentence, and what its expressions give."""
    sentence = doc.sentence_at(first)
    print(engagement["status"], engagement["date"], doc.slice(*doc.sentences[sentence])[:300])
    for e in found:
        if doc.sentence_at(e.token_start) == sentence:
            print("    ", repr(doc.slice(e.token_start, e.token_end)), e.kind, e.relation, e.past, e.future)


if __name__ == "__main__":
    main()
