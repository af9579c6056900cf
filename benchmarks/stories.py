"""Near-duplicates over real news and copies made from it: precision and recall of pairs, and what must stay apart.

Run: ``python -m benchmarks.stories [SHARED]`` (default: the folder ``shared`` beside the repository). Copies are of
four kinds: one word in twenty changed; sentences cut; another article's head and tail put on; two articles' texts
merged. The thresholds were set on one half of the corpus, ``tuned on``; the other is ``held out``.

A pair is true when the two texts have an original in common, so a merged copy makes pairs with the copies of both its
originals. Two figures are told: of pairs that share a story (``story_key``, or one of ``also_story_keys``, where merged
texts have the second story), and of pairs that have one ``story_key``, which can hold no merged copy's other half.
Then what must stay apart, the time on 100,000 texts, and that of 200 new ones where 20,000 were linked before.
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

from pipelines.linking.copies import similar_pairs
from pipelines.linking.stories import also_in, gather

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


def stories(texts: Iterable[tuple[str, str]]) -> tuple[dict[str, str], dict[str, set[str]]]:
    """Return the group of each text that shares its text with another, and the other groups of merged texts."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.parquet"
        write(texts, path)
        pairs = similar_pairs([str(path)], Path(folder))
    group = gather(pairs)
    return group, also_in(pairs, group)


def pairs_of(groups: Iterable[Iterable[str]]) -> Pairs:
    return {pair for members in groups for pair in combinations(sorted(set(members)), 2)}


def true_pairs(texts: list[Text]) -> Pairs:
    """Return the pairs that have an original in common."""
    families = defaultdict(list)
    for text in texts:
        for origin in text.origins:
            families[origin].append(text.article_id)
    return pairs_of(families.values())


def found_pairs(group: dict[str, str], also: dict[str, set[str]]) -> Pairs:
    """Return the pairs that share a story."""
    members = defaultdict(set)
    for article, name in group.items():
        members[name].add(article)
    merged = {
        (min(article, other), max(article, other))
        for article, names in also.items()
        for name in names
        for other in members[name]
    }
    return pairs_of(members.values()) | merged


@dataclass(frozen=True)
class Result:
    """What was found of the pairs."""

    true: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        return self.right / self.found

    @property
    def recall(self) -> float:
        return self.right / self.true

    def __str__(self) -> str:
        return f"{self.true:>6} true pairs  precision {self.precision:.4f}  recall {self.recall:.4f}"


def measure(texts: list[Text]) -> tuple[Result, Result]:
    """Return the result for pairs that share any story, and for pairs of one story key."""
    truth = true_pairs(texts)
    group, also = stories((text.article_id, text.text) for text in texts)
    found = (found_pairs(group, also), found_pairs(group, {}))
    any_story, one_key = (Result(len(truth), len(pairs), len(pairs & truth)) for pairs in found)
    return any_story, one_key


def same_event(shared: Path = SHARED) -> tuple[int, list[tuple[str, str]]]:
    """Return how many pairs of articles tell one event, and the headlines of those taken for one text."""
    lines = (shared / "clusters" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    title = {str(n): str(record.get("title")) for n, record in enumerate(records)}
    group, also = stories((str(n), f"{title[str(n)]}\n\n{record['text']}") for n, record in enumerate(records))
    events = defaultdict(list)
    for n, record in enumerate(records):
        events[record["cluster"]].append(str(n))
    return len(pairs_of(events.values())), [(title[a], title[b]) for a, b in sorted(found_pairs(group, also))]


def filled(texts: list[Text], count: int, seed: int = 3) -> list[tuple[str, str]]:
    """Return id and text of so many texts: these, and others shuffled from their words; in a random order."""
    dice = random.Random(seed)
    words = " ".join(text.text for text in dice.sample(texts, min(500, len(texts)))).split()
    made = [(str(n), " ".join(dice.choices(words, k=dice.randint(150, 700)))) for n in range(count - len(texts))]
    return dice.sample([*((text.article_id, text.text) for text in texts), *made], count)


def seconds_for(*batches: list[tuple[str, str]]) -> list[float]:
    """Return the seconds that linking takes after each batch of texts has come, what earlier runs kept being there."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{n}.parquet" for n in range(len(batches))]
        for n, batch in enumerate(batches):
            write(batch, files[n])
            begun = time.perf_counter()
            gather(similar_pairs([str(file) for file in files[: n + 1]], Path(folder)))
            taken.append(time.perf_counter() - begun)
    return taken


def show_increment(texts: list[Text], count: int = 20_000, new: int = 200) -> None:
    """Print what a few new texts cost where many were linked before, beside all of them in one run."""
    rows = filled(texts, count + new)
    (at_once,), (_, then) = seconds_for(rows), seconds_for(rows[:count], rows[count:])
    print(f"{count + new:,} texts in one run: {at_once:.1f} s; {count:,} before, then {new} new: {then:.1f} s")


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    whole = corpus(shared)
    texts = with_copies(whole)
    halves = {"tuned on": with_copies(whole[::2]), "held out": with_copies(whole[1::2], seed=11), "all": texts}
    for name, half in halves.items():
        any_story, one_key = measure(half)
        print(f"{name:<9} a story in common {any_story}\n{'':<9} one story key     {one_key}")
    count, joined = same_event(shared)
    print(f"one event told by several: {count} pairs, {len(joined)} taken for one text")
    for a, b in joined:
        print(f"    {a[:60]} | {b[:60]}")
    show_increment(texts)
    print(f"100,000 texts: {seconds_for(filled(texts, 100_000))[0]:.1f} s")


if __name__ == "__main__":
    main()
