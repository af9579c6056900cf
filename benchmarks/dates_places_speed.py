"""Time of the date and place scans beside that of splitting the same texts, in one run (CPU seconds per 900 tokens).

dates_places_speed.py ARTICLES.jsonl[.gz] [--articles N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from pipelines.parsing.dates import find_dates
from pipelines.parsing.document import parse_document
from pipelines.parsing.places import find_places, load_gazetteer
from pipelines.records import DateBounds

PUBLISHED = DateBounds(date(2017, 5, 5), date(2017, 5, 5), "day")


def texts(path: Path, limit: int) -> list[str]:
    """Return the first articles' titles and bodies."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        rows = map(json.loads, islice(lines, limit))
        return [f"{row.get('title') or ''}\n\n{row['text']}" for row in rows]


def timed(work: Callable[[Any], Any], items: Iterable[Any]) -> tuple[float, list[Any]]:
    """Return the CPU seconds that the work took over all items, and its results."""
    started = time.process_time()
    results = [work(item) for item in items]
    return time.process_time() - started, results


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles-read", type=int, default=1000)
    options = parser.parse_args()
    load, _ = timed(lambda _: load_gazetteer(), [None])
    splitting, docs = timed(parse_document, texts(options.articles, options.articles_read))
    per = 900_000 / sum(len(doc.words) for doc in docs)
    dates, _ = timed(lambda doc: find_dates(doc, PUBLISHED), docs)
    places, _ = timed(find_places, docs)
    print(f"gazetteer loaded in {load:.2f} s")
    for name, seconds in (("splitting", splitting), ("dates", dates), ("places", places)):
        print(f"{name}: {seconds * per:.3f} ms per 900 tokens ({seconds / splitting:.2f} of splitting)")


if __name__ == "__main__":
    main()
