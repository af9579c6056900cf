"""Speed of the coder alone, beside an Aho-Corasick and regex pass over the same texts in the same run.

coder_speed.py ARTICLES.jsonl[.gz] [--articles-read N] [--processes 1 2]

Prints articles of 800 words a second on each number of processes, and the ratio to the pass: what a machine's load does
to one, it does to the other.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import ahocorasick_rs

from pipelines.parsing.coder import DefaultCoder
from pipelines.parsing.reference import load_reference
from pipelines.records import Article, DateBounds

PUBLISHED = DateBounds(date(2017, 5, 5), date(2017, 5, 5), "day")
WORDS = 800
WORD = re.compile(r"\w+|[^\w\s]")


def articles(path: Path, limit: int) -> list[Article]:
    """Return the first articles of a file of JSON lines."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        return [_article(json.loads(line)) for line in islice(lines, limit)]


def _article(row: dict[str, Any]) -> Article:
    text = f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]
    key = hashlib.sha256(text.encode()).hexdigest()
    return Article(key, text, key, key, title=row.get("title"), published=PUBLISHED, published_basis="metadata")


@cache
def coder() -> DefaultCoder:
    return DefaultCoder(load_reference())


@cache
def names() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick([row["alias"] for row in load_reference().rows("actor_aliases")])


def code(batch: list[Article]) -> int:
    """Code a batch; return how many claims it makes."""
    return sum(len(coder().extract(article).claims) for article in batch)


def scan(batch: list[Article]) -> int:
    """Find the registry's aliases and all words with their places; return how many there are."""
    return sum(
        len(names().find_matches_as_indexes(article.clean_text))
        + len([m.span() for m in WORD.finditer(article.clean_text)])
        for article in batch
    )


def rate(work: Callable[[list[Article]], int], batches: list[list[Article]], processes: int, words: int) -> float:
    """Return the articles of ``WORDS`` words a second that this work does on so many processes, start-up left out."""
    if processes == 1:
        work(batches[0])
        started = time.perf_counter()
        for batch in batches:
            work(batch)
        return words / WORDS / (time.perf_counter() - started)
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(work, [batches[0]] * processes * 2))
        started = time.perf_counter()
        list(pool.map(work, batches))
        return words / WORDS / (time.perf_counter() - started)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles-read", type=int, default=400)
    parser.add_argument("--processes", type=int, nargs="*", default=[1, 2])
    options = parser.parse_args()
    read = articles(options.articles, options.articles_read)
    words = sum(len(article.clean_text.split()) for article in read)
    batches = [read[k : k + 20] for k in range(0, len(read), 20)]
    for processes in options.processes:
        coding, scanning = rate(code, batches, processes, words), rate(scan, batches, processes, words)
        print(
            f"{processes} process(es): coder {coding:.0f} articles of {WORDS} words/s, scan {scanning:.0f}/s, "
            f"the coder takes {scanning / coding:.0f} times as long"
        )


if __name__ == "__main__":
    main()
