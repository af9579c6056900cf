"""The coder's version: it follows the source, so that what codes otherwise is told apart."""

from __future__ import annotations

from pipelines.parsing.coder import DefaultCoder, code_version
from pipelines.parsing.reference import load_reference


def test_another_source_is_another_version(tmp_path):
    (tmp_path / "rules.py").write_text("x = 1\n", "utf-8")
    before = code_version(tmp_path)
    (tmp_path / "rules.py").write_text("x = 2\n", "utf-8")
    code_version.cache_clear()
    assert code_version(tmp_path) != before


def test_a_claim_names_source_and_tables():
    reference = load_reference()
    assert DefaultCoder(reference).version == f"{code_version()}+{reference.version()}"
