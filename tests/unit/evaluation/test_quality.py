"""``docs/QUALITY.md`` carries the coder's current figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.quality import DOCUMENT, block, block_in, coder_session, with_block


def test_figures_are_replaced_where_they_stand() -> None:
    text = "a <!-- figures: one -->old<!-- end --> b <!-- figures: two --> kept <!-- end --> c"
    changed = with_block(text, "one", "new")
    assert (block_in(changed, "one"), block_in(changed, "two")) == ("new", "kept")
    assert with_block(changed, "one", "new") == changed
    with pytest.raises(ValueError, match="three"):
        block_in(text, "three")


def test_the_document_tells_what_a_run_measures(shared: Path) -> None:
    measured = block(coder_session())
    assert block_in(DOCUMENT.read_text("utf-8"), "coder") == measured, "the figures changed: run 'make evaluate'"
