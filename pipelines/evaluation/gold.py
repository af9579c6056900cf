"""Annotated articles as typed records, read from files in the gold format.

What belongs here: the format's fields and how retellings fold into the engagement that they retell. What does not: the
coded side, and scoring.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Which side of a directed act a part stands on; "*" goes with either.
SIDE = {"source": "a", "guest": "a", "host": "b", "target": "b", "participant": "*", "mediator": "m"}
SEALED = "unread"
_FIELDS = {"article", "actors", "engagements"}


class GoldError(ValueError):
    """A file is no list of annotations; the message says which file, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An annotated actor: ``names`` are its name and its mentions as they stand in the text, the name first."""

    actor_id: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldEngagement:
    """An annotated engagement, its retellings folded in.

    Attributes:
        types: The type and those accepted besides.
        modes: Its mode and those of its retellings (None among them where one has none).
        participants: (actor id, part), in the annotation's order.
        date: Bounds as ISO dates, or None where the text leaves it open.
        quotes: Its evidence and that of its retellings.
        optional: Costs nothing when missed and counts for nothing when found.
    """

    engagement_id: str
    engagement_type: str
    types: frozenset[str]
    mode: str | None
    modes: frozenset[str | None]
    status: str
    participants: tuple[tuple[str, str], ...]
    place: str | None
    country: str | None
    date: tuple[str, str] | None
    quotes: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An annotated article.

    Attributes:
        ref: What the article's ``source_uri`` ends with.
        due: How many engagements are due where the article is missing altogether.
    """

    ref: str
    actors: tuple[GoldActor, ...]
    engagements: tuple[GoldEngagement, ...]
    due: int


@dataclass(frozen=True, slots=True)
class GoldSet:
    """The annotations of one file.

    Attributes:
        name: The file's name without its suffix.
        sealed: Only totals may ever be shown: the set is kept for an honest figure (a file named ``unread.*``).
    """

    name: str
    sealed: bool
    articles: tuple[GoldArticle, ...]


def load_annotations(path: Path) -> list[dict[str, Any]]:
    """Read a JSON list of annotations; evidence is a quote, or ``[start, end, check]`` into the article's full text.

    Raises:
        GoldError: The file cannot be read, or is no such list.
    """
    try:
        annotations = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(f"{path} cannot be read as JSON: {error}.") from error
    if not isinstance(annotations, list) or not all(isinstance(a, dict) and a.keys() >= _FIELDS for a in annotations):
        raise GoldError(f"{path} is no list of annotations: each needs {', '.join(sorted(_FIELDS))}.")
    return annotations


def gold_set(path: Path, annotations: Sequence[Mapping[str, Any]], full_text: Callable[[str], str | None]) -> GoldSet:
    """Return a file's annotations as typed records.

    Args:
        path: The file; its name is the set's, and tells whether it is sealed.
        annotations: What it holds.
        full_text: Gives the text that offsets count in, by the annotation's article; None where there is none.

    Raises:
        GoldError: An annotation is not in the format, or has offsets whose text is not at hand or has changed.
    """
    try:
        articles = tuple(gold_article(resolved(one, full_text(one["article"]))) for one in annotations)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"{error.args[0]} is missing" if isinstance(error, KeyError) else error
        raise GoldError(f"{path}: not in the gold format: {problem}.") from error
    return GoldSet(path.stem, is_sealed(path), articles)


def is_sealed(path: Path) -> bool:
    """Tell whether a file of annotations, or what it links to, is one of which only totals are shown."""
    return any(p.name.split(".")[0].casefold() == SEALED for p in (path, path.resolve()))


def gold_article(annotation: Mapping[str, Any]) -> GoldArticle:
    """Return an annotation in the gold format as a typed record."""
    told = annotation["engagements"]
    actors = tuple(_actor(one) for one in annotation["actors"])
    due = sum(not e.get("optional") and not e.get("same_as") for e in told)
    return GoldArticle(annotation["article"], actors, _folded(told), due)


def _actor(told: Mapping[str, Any]) -> GoldActor:
    return GoldActor(told["id"], told.get("kind", "unknown"), (told["name"], *told["mentions"]))


def _folded(told: Sequence[Mapping[str, Any]]) -> tuple[GoldEngagement, ...]:
    """Fold each retelling into the engagement it names; one that names a retelling stands for itself."""
    tellings: dict[int, list[Mapping[str, Any]]] = {}
    heads: dict[str, int] = {}
    for number, engagement in enumerate(told):
        head = heads.get(engagement.get("same_as") or "")
        if head is None:
            heads.setdefault(engagement["id"], number)
            head = number
        tellings.setdefault(head, []).append(engagement)
    return tuple(_engagement(group) for group in tellings.values())


def _engagement(tellings: Sequence[Mapping[str, Any]]) -> GoldEngagement:
    head = tellings[0]
    date = head.get("date")
    return GoldEngagement(
        engagement_id=head["id"],
        engagement_type=head["type"],
        types=frozenset(kind for e in tellings for kind in (e["type"], *(e.get("alt_types") or ()))),
        mode=head.get("mode"),
        modes=frozenset(e.get("mode") for e in tellings),
        status=head["status"],
        participants=tuple((actor, role) for actor, role in head["participants"]),
        place=head.get("place"),
        country=head.get("country"),
        date=(date["earliest"], date["latest"]) if date else None,
        quotes=tuple(e["evidence"] for e in tellings),
        optional=bool(head.get("optional")),
    )


def quote_check(quote: str) -> str:
    """Return eight hex digits that tell whether offsets still meet the quote they were made for."""
    return hashlib.sha256(quote.encode()).hexdigest()[:8]


def resolved(annotation: Mapping[str, Any], text: str | None) -> dict[str, Any]:
    """Return the annotation with every evidence a quote.

    Args:
        annotation: Its evidence is a quote, or ``[start, end, check]``: offsets and ``quote_check`` of the quote.
        text: The text that offsets count in: title, blank line, body, as the record has them.

    Raises:
        ValueError: There are offsets, and no text for them, or not the text that was annotated.
    """
    article, told = annotation["article"], annotation["engagements"]
    quotes = [_quote(e["evidence"], text, f"{article} {e['id']}") for e in told]
    return {**annotation, "engagements": [{**e, "evidence": q} for e, q in zip(told, quotes, strict=True)]}


def _quote(evidence: Any, text: str | None, where: str) -> str:
    if isinstance(evidence, str):
        return evidence
    start, end, check = evidence
    if text is None:
        raise ValueError(f"{where}: the evidence is offsets; give the articles that they count in (--articles)")
    if quote_check(text[start:end]) != check:
        raise ValueError(f"{where}: the text has changed, annotate it again")
    return text[start:end]
