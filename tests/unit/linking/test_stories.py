"""One story for one text: copies are found, tellings of the same event stay apart, and each story has one lead."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import staged_tables as staged

from benchmarks import stories as benchmark
from pipelines.linking import tables
from pipelines.linking.copies import Pair
from pipelines.linking.stories import gather, link_stories

needs_shared = pytest.mark.skipif(not benchmark.SHARED.is_dir(), reason="the corpus is not here")


def prose(seed: int, words: int = 240) -> str:
    """Return made-up text: sentences of made-up words, so that no two seeds share any."""
    dice = random.Random(seed)
    made = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 9))) for _ in range(words)]
    return " ".join(word + ("." if n % 12 == 11 else "") for n, word in enumerate(made))


def link(folder: Path, *articles: dict[str, object]) -> dict[str, tuple[str, bool]]:
    return {article: (story, lead) for article, story, lead, _ in rows_of(folder, *articles)}


def rows_of(folder: Path, *articles: dict[str, object]) -> list[tuple[str, str, bool, list[str] | None]]:
    staged.write(folder, "article", articles)
    rows = tables.read(folder, "article", ["article_id", "published_earliest", "word_count"])
    return link_stories(folder, rows).rows()


def stories_of(folder: Path, *texts: str) -> list[str]:
    linked = link(folder, *(staged.article(text) for text in texts))
    return [linked[staged.article_id(text)][0] for text in texts]


def test_copies_of_every_kind_are_one_story(tmp_path: Path) -> None:
    original, other, dice = prose(1), prose(2), random.Random(0)
    copies = (
        benchmark.change(original, other.split(), dice),
        benchmark.cut(original, dice),
        benchmark.dress(original, other),
    )
    found = stories_of(tmp_path, original, other, *copies)
    assert len({found[0], *found[2:]}) == 1
    assert found[0] != found[1]


def test_a_merged_copy_joins_one_story_and_does_not_bridge_two(tmp_path: Path) -> None:
    first, second = prose(1), prose(2)
    found = stories_of(tmp_path, first, second, benchmark.merge(first, second))
    assert found[2] == found[0] != found[1]


def test_a_merged_copy_names_the_other_story_too(tmp_path: Path) -> None:
    first, second = prose(1), prose(2)
    texts = (first, second, benchmark.merge(first, second))
    rows = {article: (story, also) for article, story, _, also in rows_of(tmp_path, *map(staged.article, texts))}
    a, b, merged = (rows[staged.article_id(text)] for text in texts)
    assert (a[1], b[1]) == (None, None)
    assert merged == (a[0], [b[0]])


def test_a_copy_in_another_outlet_s_frame_names_no_other_story(tmp_path: Path) -> None:
    first, second = prose(1), prose(2)
    copy = staged.article(benchmark.dress(first, second))
    rows = rows_of(tmp_path, staged.article(first), staged.article(second), copy)
    assert [also for *_, also in rows] == [None, None, None]


def test_a_shared_quotation_makes_no_story(tmp_path: Path) -> None:
    quote = prose(9, 60)
    found = stories_of(tmp_path, prose(1) + " " + quote, prose(2) + " " + quote)
    assert found[0] != found[1]


def test_the_lead_is_the_earliest_then_the_longest(tmp_path: Path) -> None:
    text = prose(1)
    early, late = (
        staged.article("early", "2024-03-01", text + " end"),
        staged.article("late", "2024-03-02", text + " now a longer end"),
    )
    long = staged.article("long", "2024-03-01", text + " and here is more")
    undated = staged.article("undated", None, text + " one two three four five six")
    linked = link(tmp_path, undated, late, early, long)
    assert len({story for story, _ in linked.values()}) == 1
    assert [article for article, (_, lead) in linked.items() if lead] == [long["article_id"]]


def test_every_article_has_a_story_and_every_story_one_lead(tmp_path: Path) -> None:
    linked = link(tmp_path, *(staged.article(prose(n % 5) + " " + "more " * n) for n in range(20)))
    leads = [story for story, lead in linked.values() if lead]
    assert len(linked) == 20
    assert sorted(leads) == sorted({story for story, _ in linked.values()})


def test_no_articles_are_no_stories(tmp_path: Path) -> None:
    assert link_stories(
        tmp_path, tables.read(tmp_path, "article", ["article_id", "published_earliest", "word_count"])
    ).is_empty()


def test_a_text_without_words_is_its_own_story(tmp_path: Path) -> None:
    assert len(set(stories_of(tmp_path, "x", "", prose(1)))) == 3


def test_gather_takes_the_order_of_pairs_from_likeness() -> None:
    pairs = [Pair("a", "b", 1.0, 0.9), Pair("b", "c", 0.7, 0.7)]
    assert gather(pairs) == {"a": "a", "b": "a", "c": "c"}


@needs_shared
def test_copies_of_real_news_are_found_and_nothing_else() -> None:
    shared, one_key = benchmark.measure(benchmark.with_copies(benchmark.corpus(limit=1000)))
    assert min(shared.precision, shared.recall) >= 0.98
    assert one_key.precision >= 0.99


@needs_shared
def test_one_event_told_by_several_outlets_is_not_one_story() -> None:
    pairs, joined = benchmark.same_event()
    assert pairs > 300
    assert len(joined) <= 0.01 * pairs
