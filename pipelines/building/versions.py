"""Versions as hashes of what they stand for: the same files, the same version, on every machine.

What belongs here: which files bear on the coding of an article, and which on the warehouse as a whole. What does not:
comparing versions and acting on it (``staging``, ``summary``).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from pipelines.parsing.extractors import DEFAULT, load_extractor
from pipelines.settings import Settings

PACKAGE = Path(__file__).resolve().parent.parent
# A change in any of these can change the staged rows of an article.
_CODER_CODE = (
    "records.py", "schemas.py", "reading/**/*.py", "parsing/**/*.py", "building/coding.py", "building/rows.py",
)  # fmt: skip
# And these, besides, the warehouse that is made of them.
_BUILDING_CODE = ("building/**/*.py", "linking/**/*.py")
_CODER_SETTINGS = ("extractor", "languages", "max_article_chars", "min_article_words")
# What a file gives when it is read depends on these.
_READING_CODE = ("records.py", "reading/**/*.py")
_READING_SETTINGS = (
    "archive_max_bytes", "archive_max_depth", "archive_max_members", "archive_max_ratio", "columns", "hosts",
    "max_article_chars", "max_document_bytes",
)  # fmt: skip
DBT_FILES = ("*.yml", "models/**/*.*", "macros/**/*.*", "tests/**/*.*")


def files_hash(root: Path, patterns: Iterable[str]) -> str:
    """Return a hash (16 hex digits) of the files under ``root`` that match: their names and their bytes."""
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in root.glob(pattern) if path.is_file()}):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(root).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()[:16]


def text_hash(*parts: str) -> str:
    """Return a hash (16 hex digits) of some texts in their order."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Versions:
    """What a run is made of, taken once at its start so that an edit in mid-run changes nothing.

    Attributes:
        code: The package's version and a hash of all its code: ``0.1.0+1a2b3c4d``.
        parser: Hash of the code and the settings that turn a record into staged rows, and of the version that a coder
            from outside tells of itself: another model is another coder.
        reference: Hash of the registry and the lexicons.
        building: Hash of the code that makes the warehouse of the staged rows, the dbt project included.
    """

    code: str
    parser: str
    reference: str
    building: str

    @property
    def coder(self) -> str:
        """What staged files are named by: parser and reference version in one (12 hex digits)."""
        return text_hash(self.parser, self.reference)[:12]

    def fingerprint(self, contents: Iterable[str]) -> str:
        """Return a hash of all that a warehouse follows from: the versions, and what landed (``Ledger.contents``)."""
        return text_hash(self.parser, self.reference, self.building, *contents)


def current_versions(settings: Settings) -> Versions:
    """Return the versions as the files stand now.

    Raises:
        UnknownExtractorError: The settings name no coder, or one that cannot be made here.
    """
    return Versions(
        code=f"{_package_version()}+{files_hash(PACKAGE, ['**/*.py'])[:8]}",
        parser=_parser_version(settings),
        reference=files_hash(settings.reference_dir, ["**/*.csv", "**/*.y*ml"]),
        building=text_hash(files_hash(PACKAGE, _BUILDING_CODE), files_hash(settings.dbt_project_dir, DBT_FILES)),
    )


def reading_version(settings: Settings) -> str:
    """Return a hash of the code and the settings that decide what a file gives when it is read."""
    return text_hash(files_hash(PACKAGE, _READING_CODE), _options(settings, _READING_SETTINGS))


def _package_version() -> str:
    try:
        return version("communique")
    except PackageNotFoundError:
        return "0"


def _parser_version(settings: Settings) -> str:
    return text_hash(files_hash(PACKAGE, _CODER_CODE), _options(settings, _CODER_SETTINGS), *_from_outside(settings))


def _from_outside(settings: Settings) -> list[str]:
    """Return the version of a coder other than our own: of its source and its options nothing is known here."""
    if settings.extractor == DEFAULT:
        return []
    return [load_extractor(settings.extractor, settings.reference_dir).version]


def _options(settings: Settings, names: Iterable[str]) -> str:
    return "\0".join(f"{name}={getattr(settings, name)}" for name in names)
