"""Coders by name: the built-in one, those that other packages offer as entry points, and any by import string.

What belongs here: finding a coder and making one. What does not: coding, and any coder's own code.
"""

from __future__ import annotations

import inspect
from importlib import import_module, metadata
from pathlib import Path
from typing import Any, cast

from pipelines.records import Extractor

GROUP = "communique.extractors"
DEFAULT = "communique"
# The adapters name their extra when its library is missing.
BUILT_IN = {
    DEFAULT: "pipelines.parsing.coder:DefaultCoder",
    "spacy": "pipelines.extractors.spacy_pipeline:SpacyExtractor",
    "openai": "pipelines.extractors.openai_compatible:OpenAICompatibleExtractor",
}


class UnknownExtractorError(ValueError):
    """No coder is known by that name, or what the import string names cannot be loaded."""


def load_extractor(name: str, reference_dir: Path) -> Extractor:
    """Return the coder of that name.

    A class or function is called to make the coder, with ``reference_dir=`` when it takes an argument of that name; any
    other object is the coder itself.

    Args:
        name: A built-in name, an entry point of the group ``communique.extractors``, or ``package.module:attribute``.
        reference_dir: Folder of the reference tables.

    Raises:
        UnknownExtractorError: Nothing is found by that name, or it is no coder.
    """
    target = _find(name)
    if inspect.isclass(target) or inspect.isroutine(target):
        takes_reference = "reference_dir" in inspect.signature(target).parameters
        target = target(reference_dir=reference_dir) if takes_reference else target()
    missing = [part for part in ("name", "version", "extract") if not hasattr(target, part)]
    if missing:
        raise UnknownExtractorError(f"The coder {name!r} lacks {', '.join(missing)}: see pipelines.records.Extractor.")
    return cast(Extractor, target)


def _find(name: str) -> Any:
    address = name if ":" in name else BUILT_IN.get(name)
    if address is None:
        return _entry_point(name).load()
    module, _, attribute = address.partition(":")
    try:
        return getattr(import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise UnknownExtractorError(f"The coder {name!r} cannot be loaded: {error}.") from error


def _entry_point(name: str) -> metadata.EntryPoint:
    offered = {point.name: point for point in metadata.entry_points(group=GROUP)}
    if name not in offered:
        known = ", ".join(sorted({*offered, *BUILT_IN}))
        raise UnknownExtractorError(f"There is no coder {name!r}; known: {known}, or give 'package.module:attribute'.")
    return offered[name]
