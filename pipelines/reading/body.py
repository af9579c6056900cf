"""The story of a page, without the page: trafilatura, and what to do where it finds too little.

What belongs here: which extraction to believe. What does not: metadata (``page_meta``), cleaning of text.
"""

from __future__ import annotations

import logging
from typing import Any

_ENOUGH_WORDS = 40
# A page that carries its own text for machines is believed where the extraction found less than this share of it.
_MISSED_SHARE = 0.5
_OPTIONS: tuple[dict[str, Any], ...] = ({"fast": True}, {"favor_recall": True})
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def body_text(tree: Any, told: str | None = None) -> str:
    """Return a page's story, its paragraphs apart by a blank line; empty where none is found.

    The quick extraction comes first: without the second opinions of other extractors it is both faster and, on the
    annotated pages, better. Only where it finds hardly anything the slow one is asked.

    Args:
        tree: The page, as ``markup.parse_html`` gives it; it is left as it was.
        told: The story as the page's own metadata has it (``articleBody``), if so.
    """
    text = ""
    for options in _OPTIONS:
        text = max(text, _extract(tree, options), key=_words)
        if _words(text) >= _ENOUGH_WORDS:
            break
    return told if told and _words(text) < _MISSED_SHARE * _words(told) else text


def _extract(tree: Any, options: dict[str, Any]) -> str:
    from copy import deepcopy

    import trafilatura

    found = trafilatura.extract(deepcopy(tree), include_comments=False, include_tables=True, **options)
    lines = (line.removeprefix("- ").strip() for line in (found or "").splitlines())
    return "\n\n".join(line for line in lines if line)


def _words(text: str) -> int:
    return len(text.split())
