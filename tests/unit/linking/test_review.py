"""Proposals never merge; decisions do, and stay."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import staged_tables as staged
import typer
from typer.testing import CliRunner

from pipelines.building.places import places
from pipelines.commands.common import CommandError
from pipelines.commands.review import review
from pipelines.linking import link_all
from pipelines.linking.review import FILE, propose_pairs, record_decision, skeleton
from pipelines.linking.tables import read
from pipelines.settings import Settings

NAMES = ("Hussein al-Ayeb", "Hussein al-Aeb", "Jane Doe", "Ahmed Omrani", "Ahmad Umrani", "Smith", "Smith")


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    staging, reference = tmp_path / "staging", tmp_path / "reference"
    reference.mkdir()
    staged.write(staging, "article", [staged.article(f"article {n}", "2024-03-01") for n in range(len(NAMES))])
    staged.write(staging, "article_actor", [
        {"article_id": staged.article_id(f"article {n}"), "name": name, "actor_kind": "person", "country_iso3": "LBY"}
        for n, name in enumerate(NAMES)
    ])  # fmt: skip
    link_all(staging, reference, "run-1")
    return staging, reference


def pairs(folders: tuple[Path, Path]) -> set[tuple[str, str]]:
    return {(p.key_a, p.key_b) for p in propose_pairs(*folders)}


AYEB = ("person:hussein-aeb~lby", "person:hussein-ayeb~lby")


def test_likely_pairs_are_proposed_with_evidence_and_not_merged(folders: tuple[Path, Path]) -> None:
    proposal = next(p for p in propose_pairs(*folders) if (p.key_a, p.key_b) == AYEB)
    assert (proposal.name_a, proposal.country_a, proposal.articles_a, proposal.together) == (
        "Hussein al-Aeb",
        "LBY",
        1,
        0,
    )
    assert 0.88 <= proposal.likeness < 1
    assert set(AYEB) <= set(read(folders[0], "actor_link")["actor_key"])


def test_the_unlike_and_the_nameless_are_not_proposed(folders: tuple[Path, Path]) -> None:
    assert not [pair for pair in pairs(folders) if "person:jane-doe~lby" in pair or "smith" in "".join(pair)]


@pytest.mark.parametrize("decision", ["same", "different", "unsure"])
def test_a_decided_pair_is_not_proposed_again(folders: tuple[Path, Path], decision: str) -> None:
    record_decision(folders[1], *AYEB, decision, "tester")
    assert AYEB not in pairs(folders)


def test_a_decision_survives_rebuilds_and_leaves_a_redirect(folders: tuple[Path, Path]) -> None:
    staging, reference = folders
    record_decision(reference, AYEB[1], AYEB[0], "same", "tester", "one minister", date(2026, 1, 2))
    for run in ("run-2", "run-3"):
        link_all(staging, reference, run)
    assert AYEB[1] not in set(read(staging, "actor_link")["actor_key"])
    assert read(staging, "actor_redirect").rows() == [(AYEB[1], AYEB[0], "run-2")]
    assert (reference / FILE).read_text().splitlines()[1] == f"{AYEB[0]},{AYEB[1]},same,tester,2026-01-02,one minister"


def test_a_second_decision_takes_the_place_of_the_first(folders: tuple[Path, Path]) -> None:
    for decision in ("same", "different"):
        record_decision(folders[1], *AYEB, decision, "tester")
    lines = (folders[1] / FILE).read_text().splitlines()
    assert len(lines) == 2
    assert ",different," in lines[1]


@pytest.mark.parametrize(("a", "b", "decision"), [("a", "b", "maybe"), ("a", "a", "same"), ("", "b", "same")])
def test_what_is_no_decision_is_refused(folders: tuple[Path, Path], a: str, b: str, decision: str) -> None:
    with pytest.raises(ValueError, match="decision"):
        record_decision(folders[1], a, b, decision, "tester")
    assert not (folders[1] / FILE).exists()


def test_a_contradiction_is_refused_and_nothing_written(folders: tuple[Path, Path]) -> None:
    record_decision(folders[1], "a~lby", "b~lby", "same", "tester")
    record_decision(folders[1], "b~lby", "c~lby", "same", "tester")
    before = (folders[1] / FILE).read_text()
    with pytest.raises(ValueError, match="same by other rows"):
        record_decision(folders[1], "a~lby", "c~lby", "different", "tester")
    assert (folders[1] / FILE).read_text() == before


def test_skeletons_meet_over_transliteration() -> None:
    assert skeleton("qaddafi") == skeleton("gadhafi") == skeleton("kadhafi")
    assert skeleton("haftar") != skeleton("mishri")
    assert skeleton("aeiou") == "aeiou"


def test_the_command_lists_and_decides(
    folders: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(warehouse_dir=tmp_path / "warehouse", reference_dir=folders[1])
    places(settings).staging.parent.mkdir(parents=True)
    folders[0].rename(places(settings).staging)
    monkeypatch.setattr("pipelines.commands.review.settings_for", lambda _: settings)
    app = typer.Typer()
    app.command()(review)
    listed = CliRunner().invoke(app, ["--format", "csv"])
    assert ",".join(AYEB) in listed.output
    assert CliRunner().invoke(app, [*AYEB, "same", "--by", "tester"]).exit_code == 0
    assert ",".join(AYEB) not in CliRunner().invoke(app, ["--format", "csv"]).output
    assert isinstance(CliRunner().invoke(app, ["only-one"]).exception, CommandError)
    assert isinstance(CliRunner().invoke(app, [*AYEB, "perhaps"]).exception, CommandError)
