"""What is kept from run to run changes no answer: articles come, go and come again, or are sampled in another way."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
import staged_tables as staged

from benchmarks import stories as benchmark
from pipelines.linking import copies, tables
from pipelines.linking.copies import Pair, similar_pairs
from pipelines.linking.stories import link_stories

Row = dict[str, object]


def prose(dice: random.Random, words: int = 200) -> str:
    made = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 9))) for _ in range(words)]
    return " ".join(word + ("." if n % 12 == 11 else "") for n, word in enumerate(made))


def articles() -> list[Row]:
    """Return texts, copies of them, texts merged of two, all with one page's foot, and a text of one word."""
    dice = random.Random(4)
    texts, foot = [prose(dice) for _ in range(8)], prose(dice, 60)
    made = [benchmark.cut(text, dice) for text in texts[:6]]
    made += [benchmark.change(text, foot.split(), dice) for text in texts]
    made += [benchmark.merge(a, b) for a, b in pairwise(texts)]
    rows = [staged.article(f"{text} {foot}", f"2024-03-{1 + n:02d}") for n, text in enumerate([*texts, *made])]
    dice.shuffle(rows)
    return [*rows, staged.article("x")]


def stage(folder: Path, rows: Iterable[Row], batch: str = "b1") -> None:
    staged.write(folder, "article", rows, batch)


def pairs(folder: Path) -> list[Pair]:
    return similar_pairs([str(file) for file in tables.files(folder, "article")], folder)


def links(folder: Path) -> list[tuple[object, ...]]:
    found = tables.read(folder, "article", ["article_id", "published_earliest", "word_count"])
    return sorted(link_stories(folder, found).rows())


def whole(folder: Path, rows: Iterable[Row]) -> tuple[list[Pair], list[tuple[object, ...]]]:
    """Return the pairs and links of articles that were never seen before."""
    stage(folder, rows)
    return pairs(folder), links(folder)


@pytest.mark.parametrize("many", [copies.MANY, 12])
def test_articles_in_three_batches_give_what_all_at_once_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    """Also where a shingle that all texts have, the foot of the page, becomes too common on the way."""
    monkeypatch.setattr(copies, "MANY", many)
    rows = articles()
    for n in range(3):
        stage(tmp_path / "step", rows[n::3], f"b{n}")
        links(tmp_path / "step")
    expected = whole(tmp_path / "whole", rows)
    assert len(expected[0]) > len(rows) / 2
    assert (pairs(tmp_path / "step"), links(tmp_path / "step")) == expected


def test_articles_that_go_take_their_pairs_along(tmp_path: Path) -> None:
    rows = articles()
    before = whole(tmp_path / "step", rows)
    stage(tmp_path / "step", rows[::2])
    expected = whole(tmp_path / "whole", rows[::2])
    assert 0 < len(expected[0]) < len(before[0])
    assert (pairs(tmp_path / "step"), links(tmp_path / "step")) == expected
    stage(tmp_path / "step", rows)
    assert (pairs(tmp_path / "step"), links(tmp_path / "step")) == before


def test_a_batch_without_articles_and_the_end_of_all_articles(tmp_path: Path) -> None:
    stage(tmp_path, [], "b0")
    assert pairs(tmp_path) == []
    assert whole(tmp_path, articles())[0]
    stage(tmp_path, [])
    assert (pairs(tmp_path), links(tmp_path)) == ([], [])


def test_texts_seen_before_are_not_read_again(tmp_path: Path) -> None:
    """They are blanked behind the back of the next run, whose new article has nothing in common with them."""
    rows = articles()
    before = whole(tmp_path, rows)[0]
    stage(tmp_path, [{**row, "clean_text": ""} for row in rows])
    stage(tmp_path, [staged.article(prose(random.Random(99)))], "b2")
    assert before
    assert pairs(tmp_path) == before


def test_what_was_found_in_another_way_is_found_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = articles()
    whole(tmp_path / "step", rows)
    monkeypatch.setattr(copies, "SAMPLE", 2)
    expected = whole(tmp_path / "whole", rows)
    assert (pairs(tmp_path / "step"), links(tmp_path / "step")) == expected
    for table in ("story_sketch", "story_overlap"):
        (kept,) = (tmp_path / "step" / table).iterdir()
        assert kept.name == f"{copies.version()}.parquet"
