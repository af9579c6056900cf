"""What was rejected is read again after a fix; the sums stay right, and nothing vanishes."""

from __future__ import annotations

import json
import os

import duckdb
import pytest
from stub_coder import StubCoder
from texts import ALPHA, BROKEN, CHARLIE, ECHO, GERMAN

from pipelines.building.landing import count_if_known, land
from pipelines.building.ledger import open_ledger
from pipelines.building.notes import Outcome
from pipelines.building.places import places
from pipelines.building.progress import silent
from pipelines.building.retrying import rejected_records, retry
from pipelines.building.staging import stage
from pipelines.building.versions import current_versions
from pipelines.schemas import REJECTION_REASONS

EVERY_REASON = list(REJECTION_REASONS)


@pytest.fixture
def build(settings, ledger):
    """Land and stage, or retry and stage, and publish the rejections as the marts have them."""

    def run(*paths, reasons=None, own=None):
        now = own or settings
        version = current_versions(now).coder
        if reasons:
            retry(reasons, now, ledger, silent)
        else:
            land(list(paths), now, ledger, silent)
        stage(now, ledger, version, silent)
        with duckdb.connect(str(settings.warehouse_path)) as connection:
            connection.execute("create schema if not exists marts")
            for table, those in (("rejected_article", "!="), ("quarantined_claim", "=")):
                connection.execute(
                    f"create or replace table marts.{table} as "
                    f"from read_parquet('{places(settings).staging}/rejection/*.parquet') "
                    f"where reason_code {those} 'coder_failed'"
                )
        return ledger.totals(version)

    return run


def reasons_of(staged) -> dict[str, str]:
    frame = staged("rejection")
    return dict(zip(frame["source_uri"], frame["reason_code"], strict=True))


def test_a_mended_file_is_accepted_and_its_rejection_goes(build, folder, ledger, staged):
    source = folder("in", a=ALPHA, b="")
    assert build(source) == Outcome(accepted=1, rejected=1)
    folder("in", b=CHARLIE)
    assert build(reasons=EVERY_REASON) == Outcome(accepted=2)
    assert staged("rejection").is_empty()
    assert ledger.records() == 2


def test_what_is_still_refused_stays_as_it_was(build, folder, staged):
    source = folder("in", a=ALPHA, b="", c="\x00\x01\x02\x03")
    assert build(source) == Outcome(accepted=1, rejected=2)
    before = staged("rejection").sort("source_uri")
    assert build(reasons=EVERY_REASON) == Outcome(accepted=1, rejected=2)
    assert staged("rejection").sort("source_uri").equals(before)


def test_a_file_that_is_gone_stays_rejected(build, folder, staged):
    source = folder("in", a=ALPHA, b="")
    build(source)
    (source / "b.txt").unlink()
    assert build(reasons=EVERY_REASON) == Outcome(accepted=1, rejected=1)
    assert reasons_of(staged) == {"in/b.txt": "empty"}


def test_only_the_reasons_asked_for_are_tried_again(build, folder, staged):
    source = folder("in", short="Too short.", none="")
    build(source)
    folder("in", short=ALPHA, none=CHARLIE)
    assert build(reasons=["too_short"]) == Outcome(accepted=1, rejected=1)
    assert reasons_of(staged) == {"in/none.txt": "empty"}


def test_a_line_mended_in_a_file_of_many(build, settings, tmp_path, staged):
    path = tmp_path / "feed.jsonl"
    good = [json.dumps({"text": text}) for text in (ALPHA, ECHO)]
    path.write_text("\n".join([good[0], '{"text": broken', good[1]]), encoding="utf-8")
    assert build(path) == Outcome(accepted=2, rejected=1)
    path.write_text("\n".join([good[0], json.dumps({"text": CHARLIE}), good[1]]), encoding="utf-8")
    assert build(reasons=EVERY_REASON) == Outcome(accepted=3)


def test_a_reader_that_was_mended_takes_the_same_bytes(build, settings, folder, staged, monkeypatch):
    from pipelines.reading import txt

    def refuse(source, settings):
        raise ValueError("a fault of the reader")

    with monkeypatch.context() as patch:
        patch.setattr(txt, "read", refuse)
        source = folder("in", a=ALPHA, b=CHARLIE)
        assert build(source) == Outcome(rejected=2)
        assert build(reasons=EVERY_REASON) == Outcome(rejected=2)
    assert build(reasons=EVERY_REASON) == Outcome(accepted=2)
    assert staged("rejection").is_empty()


def test_what_other_settings_allow_is_accepted(build, settings, folder):
    source = folder("in", a=ALPHA, german=GERMAN)
    assert build(source) == Outcome(accepted=1, rejected=1)
    own = settings.model_copy(update={"languages": ("en", "de")})
    assert build(reasons=["unsupported_language"], own=own) == Outcome(accepted=2)


def test_a_rebuild_from_the_ledger_knows_what_was_withdrawn(build, settings, ledger, folder, staged):
    source = folder("in", b="")
    build(source)
    folder("in", b=CHARLIE)
    totals = build(reasons=EVERY_REASON)
    ledger.forget_version(current_versions(settings).coder)
    assert build(source) == totals == Outcome(accepted=1)
    assert staged("rejection").is_empty()


def test_a_fault_that_comes_back_is_rejected_again(build, folder, staged):
    source = folder("in", a=ALPHA, b="")
    build(source)
    folder("in", b=CHARLIE)
    build(reasons=EVERY_REASON)
    folder("in", b="")
    assert build(source) == Outcome(accepted=2, rejected=1)
    assert reasons_of(staged) == {"in/b.txt": "empty"}


def test_a_kill_before_the_staged_rows_are_mended_leaves_no_half_truth(build, settings, ledger, folder, staged):
    source = folder("in", a=ALPHA, b="")
    build(source)
    contents = ledger.contents()
    (source / "b.txt").write_text(CHARLIE, encoding="utf-8")
    retry(EVERY_REASON, settings, ledger, silent)
    assert ledger.contents() != contents, "a run that comes next must not think that there is nothing to do"
    assert build(source) == Outcome(accepted=2)
    assert staged("rejection").is_empty()
    assert rejected_records(settings, EVERY_REASON) == []


@pytest.fixture
def mended(monkeypatch):
    """Mend the stub coder, and watch which texts it is given from then on."""

    def mend():
        given = []

        def watched(coder, article):
            given.append(article.clean_text)
            return original(coder, article)

        original = StubCoder.extract
        monkeypatch.setattr(StubCoder, "breaks_at", "nowhere")
        monkeypatch.setattr(StubCoder, "extract", watched)
        return given

    return mend


def test_what_the_coder_failed_on_is_coded_at_the_next_try_and_nothing_else_is(build, folder, staged, mended):
    source = folder("in", a=ALPHA, b=BROKEN, c=CHARLIE)
    assert build(source) == Outcome(accepted=3)
    assert reasons_of(staged) == {"in/b.txt": "coder_failed"}
    given = mended()
    assert build(source) == Outcome(accepted=3)
    assert given == [], "nobody asked for another try"
    assert build(reasons=["coder_failed"]) == Outcome(accepted=3)
    assert given == [BROKEN.strip()]
    assert staged("rejection").is_empty()
    assert staged("article").height == 3
    assert {"Foxtrot", "Golf"} <= set(staged("article_actor")["name"])


def test_the_rows_are_those_of_a_coder_that_never_failed(build, settings, ledger, folder, staged, mended):
    source = folder("in", a=ALPHA, b=BROKEN.replace("said", "met"), c=CHARLIE)
    build(source)
    mended()
    build(reasons=["coder_failed"])
    tables = ("article", "article_source", "article_actor", "actor_mention", "engagement_claim", "claim_participant")
    after_all = {table: staged(table) for table in tables}
    ledger.forget_version(current_versions(settings).coder)
    build(source)
    for table in tables:
        assert staged(table).equals(after_all[table]), table


def test_what_fails_again_stays_listed_and_the_next_try_is_asked_for_anew(build, ledger, folder, staged, mended):
    build(folder("in", a=ALPHA, b=BROKEN))
    before = ledger.contents()
    build(reasons=["coder_failed"])
    assert reasons_of(staged) == {"in/b.txt": "coder_failed"}
    assert ledger.contents() == before
    given = mended()
    build(reasons=["empty"])
    assert given == []
    build(reasons=["coder_failed"])
    assert staged("rejection").is_empty()
    assert ledger.contents() != before


def test_a_kill_before_the_next_try_leaves_it_to_the_next_run(build, settings, ledger, folder, staged, mended):
    source = folder("in", a=ALPHA, b=BROKEN)
    build(source)
    before = ledger.contents()
    retry(["coder_failed"], settings, ledger, silent)
    assert ledger.contents() != before
    mended()
    build(source)
    assert staged("rejection").is_empty()


def age(path) -> None:
    """Let a file look as if it had rested for an hour: times of the last moments are not believed."""
    then = path.stat().st_mtime_ns - 3_600 * 10**9
    os.utime(path, ns=(then, then))


@pytest.fixture
def readings(monkeypatch):
    """The files that are read from now on."""
    from pipelines.building import landing

    read = []

    def watched(source, settings):
        read.append(source.path.name)
        yield from original(source, settings)

    original = landing.read_source
    monkeypatch.setattr(landing, "read_source", watched)
    return read


def test_a_file_as_it_was_is_not_read_again(settings, ledger, folder, readings):
    source = folder("in", a=ALPHA, b="")
    assert land([source], settings, ledger, silent).read == 2
    assert readings == ["a.txt", "b.txt"]
    assert land([source], settings, ledger, silent).read == 2
    assert count_if_known([source], settings, ledger) == 2
    assert readings == ["a.txt", "b.txt"]


def test_another_time_alone_is_no_change(settings, ledger, folder, readings):
    source = folder("in", a=ALPHA)
    land([source], settings, ledger, silent)
    age(source / "a.txt")
    assert count_if_known([source], settings, ledger) == 1
    assert readings == ["a.txt"]


@pytest.mark.parametrize("text", [CHARLIE, CHARLIE.ljust(len(ALPHA))[: len(ALPHA)]], ids=["other size", "same size"])
def test_a_change_is_seen_though_the_time_is_the_same(text, settings, ledger, folder, readings):
    source = folder("in", a=ALPHA)
    age(source / "a.txt")
    land([source], settings, ledger, silent)
    state = (source / "a.txt").stat()
    folder("in", a=text)
    os.utime(source / "a.txt", ns=(state.st_mtime_ns, state.st_mtime_ns))
    assert count_if_known([source], settings, ledger) is None
    assert land([source], settings, ledger, silent).new == 1


def test_a_file_is_read_again_when_settings_read_it_otherwise(settings, ledger, folder, readings):
    source = folder("in", a=ALPHA)
    land([source], settings, ledger, silent)
    land([source], settings.model_copy(update={"hosts": ("news.example",)}), ledger, silent)
    assert readings == ["a.txt", "a.txt"]


def test_a_run_killed_within_a_file_reads_it_to_its_end_next_time(settings, ledger, tmp_path, readings):
    path = tmp_path / "feed.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in (ALPHA, CHARLIE, ECHO)), encoding="utf-8")

    def killed(stage, done, total):
        if done == 3:
            raise KeyboardInterrupt

    own = settings.model_copy(update={"batch_size": 1})
    with pytest.raises(KeyboardInterrupt):
        land([path], own, ledger, killed)
    assert land([path], own, ledger, silent).new == 1
    assert readings == ["feed.jsonl"] * 2


def test_a_ledger_of_an_earlier_version_opens(settings):
    import sqlite3

    path = places(settings).ledger
    path.parent.mkdir(parents=True)
    old = sqlite3.connect(path)
    old.execute("create table record (key blob primary key, seq integer not null) without rowid")
    old.execute("insert into record values (x'00', 1)")
    old.commit()
    old.close()
    with open_ledger(path) as ledger:
        assert ledger.knows(b"\x00")
        assert ledger.origins([b"\x00"]) == []
