"""Body text of saved pages against what a person marked: ``python -m benchmarks.pages``.

Scores the reader beside plain trafilatura in the same run, over ``../shared/html``. What a page's word-level F1 is: the
harmonic mean of precision and recall over the multisets of its lower-case words.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipelines.reading import html
from pipelines.records import RawArticle
from pipelines.settings import PROJECT_ROOT

PAGES = PROJECT_ROOT.parent / "shared" / "html"
GOOD = 0.90
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """Mean F1 over the pages, the share of pages of at least ``GOOD``, and pages read in a second."""

    mean: float
    good_share: float
    pages_per_second: float


def by_reader(data: bytes, url: str) -> str:
    found = html.page(url, data, url)
    return found.text if isinstance(found, RawArticle) else ""


def by_trafilatura(data: bytes, url: str) -> str:
    import trafilatura

    return trafilatura.extract(data, url=url) or ""


def score(extract: Callable[[bytes, str], str], folder: Path = PAGES) -> Score:
    """Return how well a function from a page's bytes and url to its text does on the pages of a folder."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    start = time.perf_counter()
    texts = [extract((folder / page["file"]).read_bytes(), page["url"]) for page in gold]
    seconds = time.perf_counter() - start
    figures = [word_f1(text, page["text"]) for text, page in zip(texts, gold, strict=True)]
    good = sum(figure >= GOOD for figure in figures)
    return Score(sum(figures) / len(figures), good / len(figures), len(figures) / seconds)


def word_f1(text: str, gold: str) -> float:
    """Return the F1 of two texts' words; 1.0 where both have none."""
    found, wanted = (Counter(_WORD.findall(words.lower())) for words in (text, gold))
    return 2 * (found & wanted).total() / total if (total := found.total() + wanted.total()) else 1.0


def main() -> None:
    """Run the command."""
    print(f"{'':18s} mean F1   pages >= {GOOD:.2f}   pages/s")
    for name, extract in (("communique", by_reader), ("plain trafilatura", by_trafilatura)):
        figures = score(extract)
        print(f"{name:18s} {figures.mean:.4f}    {figures.good_share:7.1%}   {figures.pages_per_second:11.1f}")


if __name__ == "__main__":
    main()
