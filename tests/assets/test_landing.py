from __future__ import annotations

import json
from pathlib import Path

import polars as pl
import pytest
from texts import ALPHA, CHARLIE, ECHO

from pipelines.building.landing import count_if_known, land, read_batch
from pipelines.building.places import places
from pipelines.building.progress import silent
from pipelines.records import Rejection


def test_what_is_read_is_kept_as_the_reader_found_it(settings, ledger, folder):
    landed = land([folder("in", a=ALPHA, b="")], settings, ledger, silent)
    (batch_id,) = landed.batch_ids
    kept = read_batch(places(settings).landing, batch_id)
    assert len(kept) == 2
    assert kept[0].text.strip() == ALPHA.strip()
    assert kept[0].source_uri == "in/a.txt"
    assert (landed.read, landed.new) == (2, 2)


def test_reading_the_same_again_adds_nothing(settings, ledger, folder):
    source = folder("in", a=ALPHA, b=CHARLIE)
    land([source], settings, ledger, silent)
    again = land([source], settings, ledger, silent)
    assert (again.read, again.new, again.batch_ids) == (2, 0, ())
    assert ledger.records() == 2
    assert len(list(places(settings).landing.glob("*.parquet"))) == 1


def test_a_changed_file_is_a_new_record_and_the_old_one_stays(settings, ledger, folder):
    land([folder("in", a=ALPHA)], settings, ledger, silent)
    landed = land([folder("in", a=CHARLIE)], settings, ledger, silent)
    assert (landed.new, ledger.records()) == (1, 2)


@pytest.mark.parametrize("batch_size", [1, 500])
def test_a_record_told_twice_in_one_file_lands_once(batch_size, settings, ledger, tmp_path):
    settings = settings.model_copy(update={"batch_size": batch_size})
    line = json.dumps({"url": "https://news.example/a", "title": "Talks", "text": ALPHA})
    path = tmp_path / "feed.jsonl"
    path.write_text(f"{line}\n{line}\n", encoding="utf-8")
    landed = land([path], settings, ledger, silent)
    assert (landed.read, landed.new) == (2, 1)


def test_batches_are_bounded_and_named_by_their_content(settings, tmp_path, folder):
    from pipelines.building.ledger import open_ledger

    source = folder("in", a=ALPHA, b=CHARLIE, c=ECHO)
    names = []
    for state in ("one", "two"):
        own = settings.model_copy(update={"warehouse_dir": tmp_path / state, "batch_size": 2})
        with open_ledger(places(own).ledger) as ledger:
            names.append(land([source], own, ledger, silent).batch_ids)
    assert names[0] == names[1]
    assert len(names[0]) == 2


def test_a_batch_that_was_written_but_not_noted_lands_again(settings, ledger, folder, monkeypatch):
    """As after a kill between the file and the note."""
    source = folder("in", a=ALPHA)
    with monkeypatch.context() as patch:
        patch.setattr(type(ledger), "land", _killed)
        try:
            land([source], settings, ledger, silent)
        except KeyboardInterrupt:
            assert ledger.records() == 0
    assert land([source], settings, ledger, silent).new == 1
    assert len(list(places(settings).landing.glob("*"))) == 1


def test_a_batch_kept_before_a_field_existed_can_be_read(settings, ledger, folder):
    (batch_id,) = land([folder("in", a=ALPHA)], settings, ledger, silent).batch_ids
    path = places(settings).landing / f"{batch_id}.parquet"
    pl.read_parquet(path).drop("byline", "first_bytes").write_parquet(path)
    (record,) = read_batch(places(settings).landing, batch_id)
    assert (record.text.strip(), record.byline) == (ALPHA.strip(), None)


def test_a_path_that_is_not_there_is_a_rejection(settings, ledger, tmp_path):
    landed = land([tmp_path / "nowhere.txt"], settings, ledger, silent)
    (record,) = read_batch(places(settings).landing, landed.batch_ids[0])
    assert isinstance(record, Rejection)
    assert record.source_uri.endswith("nowhere.txt")


def test_counting_stops_at_the_first_news(settings, ledger, folder):
    source = folder("in", a=ALPHA, b=CHARLIE)
    land([source], settings, ledger, silent)
    assert count_if_known([source], settings, ledger) == 2
    folder("in", c=ECHO)
    assert count_if_known([source], settings, ledger) is None


def test_progress_is_told(settings, ledger, folder):
    told: list[tuple[str, int, int]] = []
    land([folder("in", a=ALPHA, b=CHARLIE)], settings, ledger, lambda *step: told.append(step))
    assert told == [("reading", 1, 0), ("reading", 2, 0)]


def _killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_landing_creates_nothing_outside_the_state(settings, ledger, folder, tmp_path: Path):
    source = folder("in", a=ALPHA)
    before = sorted(path.name for path in source.iterdir())
    land([source], settings, ledger, silent)
    assert sorted(path.name for path in source.iterdir()) == before
    assert {path.name for path in settings.warehouse_dir.iterdir()} == {"state"}
