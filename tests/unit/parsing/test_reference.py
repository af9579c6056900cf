"""The reference tables as read by Python."""

from __future__ import annotations

from pipelines.parsing.reference import Reference, load_reference


def test_a_table_is_read_once_and_kept(tmp_path):
    (tmp_path / "a.csv").write_text("x,y\n1,\u00e9\n", "utf-8")
    reference = Reference(tmp_path)
    assert reference.rows("a") == ({"x": "1", "y": "\u00e9"},)
    (tmp_path / "a.csv").unlink()
    assert reference.rows("a") == ({"x": "1", "y": "\u00e9"},)
    assert reference.rows("missing") == ()


def test_what_is_compiled_is_made_once(tmp_path):
    reference, made = Reference(tmp_path), []

    def build(source):
        made.append(source)
        return len(made)

    assert (reference.compiled(build), reference.compiled(build)) == (1, 1)


def test_the_version_follows_the_content_and_not_the_clock(tmp_path):
    (tmp_path / "a.csv").write_text("x\n1\n", "utf-8")
    before = Reference(tmp_path).version()
    assert Reference(tmp_path).version() == before
    (tmp_path / "a.csv").write_text("x\n2\n", "utf-8")
    assert Reference(tmp_path).version() != before


def test_one_folder_is_one_object(tmp_path):
    assert load_reference(tmp_path) is load_reference(tmp_path)
