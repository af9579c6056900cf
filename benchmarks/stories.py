"""Near-duplicates over real news and copies made from it: precision and recall of pairs, and what must stay apart.

Run: ``python benchmarks/stories.py [SHARED]`` (default: the folder ``shared`` beside the repository). Copies are of
four kinds: one word in twenty changed; sentences cut; another article's head and tail put on; two articles' texts
merged. A merged copy belongs to two originals, of which a story can hold one only: the pairs with the other are counted
apart. Then the time on 100,000 texts.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import polars as pl

from pipelines.linking.stories import gather, similar_pairs

SHARED = Path(__file__).resolve().parents[2] / "shared"
Pairs = set[tuple[str, str]]


@dataclass(frozen=True)
class Text:
    """A text and the originals it was made from (their numbers)."""

    text: str
    origins: frozenset[int]

    @property
    def article_id(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()


def corpus(shared: Path = SHARED, limit: int | None = None) -> list[str]:
    """Return the corpus's texts, title first, each once."""
    with gzip.open(shared / "corpus" / "news.jsonl.gz", "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line, _ in zip(lines, range(limit or 1 << 30), strict=False))
        return list(dict.fromkeys(f"{record.get('title') or ''}\n\n{record['text']}" for record in records))


def with_copies(texts: list[str], share: float = 0.25, seed: int = 7) -> list[Text]:
    """Return the texts and, for a share of the longer ones, a copy of each kind."""
    dice = random.Random(seed)
    long = [n for n, text in enumerate(texts) if len(text) > 600]
    chosen = dice.sample(long, int(len(long) * share))
    words = " ".join(dice.sample(texts, min(300, len(texts)))).split()
    made = [Text(text, frozenset({n})) for n, text in enumerate(texts)]
    for n, other in zip(chosen, [*chosen[1:], chosen[0]], strict=True):
        copies = (change(texts[n], words, dice), cut(texts[n], dice), dress(texts[n], texts[other]))
        made += [Text(copy, frozenset({n})) for copy in copies]
    pairs = zip(chosen[::10], chosen[1::10], strict=False)
    return made + [Text(merge(texts[a], texts[b]), frozenset({a, b})) for a, b in pairs]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def change(text: str, words: list[str], dice: random.Random) -> str:
    """Change one word in twenty."""
    return " ".join(dice.choice(words) if dice.random() < 0.05 else word for word in text.split(" "))


def cut(text: str, dice: random.Random) -> str:
    """Leave between half and six in seven of the sentences."""
    parts = sentences(text)
    kept = sorted(dice.sample(range(len(parts)), max(1, int(len(parts) * dice.uniform(0.5, 0.85)))))
    return " ".join(parts[n] for n in kept)


def dress(text: str, other: str) -> str:
    """Put another text's first and last two sentences around this one."""
    parts = sentences(other)
    return "\n\n".join([" ".join(parts[:2]), text, " ".join(parts[-2:])])


def merge(a: str, b: str) -> str:
    """Put the greater part of one text before the lesser part of another."""
    first, second = sentences(a), sentences(b)
    return " ".join(first[: max(2, len(first) * 6 // 10)]) + "\n\n" + " ".join(second[: max(1, len(second) * 4 // 10)])


def write(texts: Iterable[tuple[str, str]], path: Path) -> None:
    pl.DataFrame(list(texts), schema=["article_id", "clean_text"], orient="row").write_parquet(path)


def stories(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the group of each text that shares its text with another."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.parquet"
        write(texts, path)
        return gather(similar_pairs([str(path)]))


def pairs_of(groups: Iterable[Iterable[str]]) -> Pairs:
    return {pair for members in groups for pair in combinations(sorted(set(members)), 2)}


def true_pairs(texts: list[Text]) -> Pairs:
    """Return the pairs that have an original in common."""
    families = defaultdict(list)
    for text in texts:
        for origin in text.origins:
            families[origin].append(text.article_id)
    return pairs_of(families.values())


def found_pairs(group: dict[str, str]) -> Pairs:
    members = defaultdict(list)
    for article, name in group.items():
        members[name].append(article)
    return pairs_of(members.values())


@dataclass(frozen=True)
class Result:
    """What was found of the pairs; ``divided`` counts missed pairs of merged copies with their lesser original."""

    true: int
    found: int
    right: int
    divided: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        """Of the pairs that stories, each article in one, can hold."""
        return self.right / (self.true - self.divided)


def measure(texts: list[Text]) -> Result:
    truth = true_pairs(texts)
    found = found_pairs(stories((text.article_id, text.text) for text in texts))
    merged = {text.article_id for text in texts if len(text.origins) > 1}
    reached = {article for pair in found & truth for article in pair}
    missed = [pair for pair in truth - found if merged & set(pair)]
    divided = sum(1 for pair in missed if merged & set(pair) <= reached)
    return Result(len(truth), len(found), len(found & truth), divided)


def same_event(shared: Path = SHARED) -> tuple[int, list[tuple[str, str]]]:
    """Return how many pairs of articles tell one event, and the headlines of those taken for one text."""
    lines = (shared / "clusters" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    title = {str(n): str(record.get("title")) for n, record in enumerate(records)}
    group = stories((str(n), f"{title[str(n)]}\n\n{record['text']}") for n, record in enumerate(records))
    events = defaultdict(list)
    for n, record in enumerate(records):
        events[record["cluster"]].append(str(n))
    return len(pairs_of(events.values())), [(title[a], title[b]) for a, b in sorted(found_pairs(group))]


def seconds_for(count: int, texts: list[Text], seed: int = 3) -> float:
    """Return the seconds that a set of so many texts takes: these, and others shuffled from their words."""
    dice = random.Random(seed)
    words = " ".join(text.text for text in dice.sample(texts, min(500, len(texts)))).split()
    filled = ((str(n), " ".join(dice.choices(words, k=dice.randint(150, 700)))) for n in range(count - len(texts)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.parquet"
        write([*((text.article_id, text.text) for text in texts), *filled], path)
        begun = time.perf_counter()
        gather(similar_pairs([str(path)]))
        return time.perf_counter() - begun


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    texts = with_copies(corpus(shared))
    result = measure(texts)
    print(f"{len(texts)} texts, {result.true} true pairs, {result.divided} of merged copies with the other original")
    print(f"precision {result.precision:.4f}  recall {result.recall:.4f}")
    count, joined = same_event(shared)
    print(f"one event told by several: {count} pairs, {len(joined)} taken for one text")
    for a, b in joined:
        print(f"    {a[:60]} | {b[:60]}")
    print(f"100,000 texts: {seconds_for(100_000, texts):.1f} s")


if __name__ == "__main__":
    main()
