from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.reading.formats.pages import STORY, page

TEXT = "\n\n".join(STORY)
FILES = {"a.txt": TEXT.encode(), "deep/b.html": page().encode(), "c.bin": b"\x00\x01", "__MACOSX/._a.txt": b"x"}


def _zip(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def _tar(files: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


FORMS = {
    "a.zip": _zip, "a.tar": _tar, "a.tar.gz": lambda f: _tar(f, "w:gz"), "a.tgz": lambda f: _tar(f, "w:gz"),
    "a.tar.bz2": lambda f: bz2.compress(_tar(f)), "a.tar.xz": lambda f: lzma.compress(_tar(f)),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_each_file_inside_is_read_as_if_it_lay_there(read: Callable, name: str) -> None:
    found = read(name, FORMS[name](FILES))
    told = [(record.source_uri, record.reader, getattr(record, "reason_code", None)) for record in found]
    assert told == [
        (f"in/{name}/a.txt", "txt", None),
        (f"in/{name}/deep/b.html", "html", None),
        (f"in/{name}/c.bin", "paths", "unsupported_format"),
    ]


@pytest.mark.parametrize("make", [_zip, _tar])
@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt", "a/../../evil.txt"])
def test_no_name_leads_out_of_the_archive(read: Callable, tmp_path: Path, make: Callable, name: str) -> None:
    before = set(tmp_path.rglob("*"))
    (found,) = read("a.zip", make({name: TEXT.encode()}))
    assert found.text == TEXT
    assert ".." not in found.source_uri
    assert found.source_uri.startswith("in/a.zip/")
    assert {path.name for path in tmp_path.rglob("*")} - {path.name for path in before} == {"in", "a.zip"}


def test_links_are_not_followed(read: Callable, reasons: Callable) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("passwd.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert reasons(read("a.tar", out.getvalue())) == ["no_articles"]


def test_a_bomb_is_refused_and_its_neighbour_is_read(read: Callable, reasons: Callable) -> None:
    bomb = _zip({"bomb.txt": b" " * (100 << 20), "a.txt": TEXT.encode()})
    assert len(bomb) < 200_000
    assert reasons(read("a.zip", bomb, archive_max_ratio=10)) == ["limit_exceeded", None]


def test_a_gzip_bomb_is_refused(read: Callable, reasons: Callable, tmp_path: Path) -> None:
    data = gzip.compress(b" " * (100 << 20))
    assert reasons(read("a.jsonl.gz", data, archive_max_ratio=10)) == ["limit_exceeded"]


def test_no_more_bytes_than_allowed_all_files_together(read: Callable, reasons: Callable) -> None:
    files = {f"{number}.txt": TEXT.encode() * 10 for number in range(5)}
    assert reasons(read("a.zip", _zip(files), archive_max_bytes=25 * len(TEXT)))[-1] == "limit_exceeded"


def test_no_more_files_than_allowed(read: Callable, reasons: Callable) -> None:
    files = {f"{number}.txt": TEXT.encode() for number in range(5)}
    assert reasons(read("a.tar", _tar(files), archive_max_members=3)) == [None] * 3 + ["limit_exceeded"]


def test_archives_within_archives_to_a_depth(read: Callable, reasons: Callable) -> None:
    data = _zip({"a.txt": TEXT.encode()})
    for _ in range(2):
        data = _zip({"inner.zip": data})
    assert reasons(read("a.zip", data, archive_max_depth=3)) == [None]
    assert reasons(read("a.zip", data, archive_max_depth=2)) == ["limit_exceeded"]


def test_an_encrypted_or_broken_member_costs_itself_alone(read: Callable, reasons: Callable) -> None:
    data = bytearray(_zip({"a.txt": TEXT.encode(), "b.txt": TEXT.encode()}))
    data[60] ^= 0xFF
    assert reasons(read("a.zip", bytes(data))) == ["malformed", None]


@pytest.mark.parametrize("name", FORMS)
def test_an_archive_cut_off_is_a_rejection(read: Callable, reasons: Callable, name: str) -> None:
    whole = FORMS[name]({"a.txt": TEXT.encode() * 50, "b.txt": bytes(range(256)) * 50})
    assert "malformed" in reasons(read(name, whole[: len(whole) // 2]))


def test_an_empty_archive_does_not_vanish(read: Callable, reasons: Callable) -> None:
    assert reasons(read("a.zip", _zip({}))) == ["no_articles"]
