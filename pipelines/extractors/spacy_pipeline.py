"""A coder on any spaCy pipeline that has named entities and a dependency parse. Extra: ``spacy``.

What belongs here: from entities to actors, and from the verbs of our lexicon with their dependents to claims; types,
modes and parts are those of the lexicon's rows. What does not: the grammar of dependencies (``spacy_syntax``), any
wording. Entities that name a country, an organization or a person of the registry get its row.
"""

from __future__ import annotations

import os
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pipelines.extractors import spacy_syntax as syntax
from pipelines.parsing.actors.gazetteer import Gazetteer, build_gazetteer
from pipelines.parsing.actors.model import Entry
from pipelines.parsing.dates import choose_date, find_dates
from pipelines.parsing.document import parse_document
from pipelines.parsing.extractors import UnknownExtractorError
from pipelines.parsing.quoted import ExtractionFailed, QuotedActor, QuotedClaim, QuotedPart, assemble
from pipelines.parsing.reference import FOLDER, load_reference
from pipelines.parsing.words.lexicon import Lexicon, Trigger, build_lexicon
from pipelines.records import AHEAD, Article, DateBounds, ExtractionResult

ADAPTER_VERSION = "1"
OPTION = "COMMUNIQUE_SPACY_PIPELINE"
DEFAULT_PIPELINE = "en_core_web_sm"
# No probability comes with a parse; what it is worth, `communique evaluate` tells.
CONFIDENCE = 0.5
_KINDS = {"PERSON": "person", "PER": "person", "ORG": "organization", "NORP": "group", "GPE": "state"}
_PLACES = ("GPE", "LOC", "FAC")
_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_ARTICLE_WORD = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


class SpacyExtractor:
    """The coder (``Extractor`` protocol)."""

    name = "spacy"

    def __init__(self, pipeline: Any = None, reference_dir: Path = FOLDER) -> None:
        """Make the coder.

        Args:
            pipeline: A loaded pipeline, or its name or path; from ``COMMUNIQUE_SPACY_PIPELINE`` where not given.
            reference_dir: Folder of the registry and the lexicon.

        Raises:
            UnknownExtractorError: The extra is not installed, or the pipeline cannot be loaded.
        """
        self._nlp = _loaded(pipeline)
        reference = load_reference(reference_dir)
        self._lexicon = reference.compiled(build_lexicon)
        self._gazetteer = reference.compiled(build_gazetteer)
        meta = self._nlp.meta
        self.version = f"{ADAPTER_VERSION}+{meta['lang']}_{meta['name']}-{meta['version']}+{reference.version()}"

    def extract(self, article: Article) -> ExtractionResult:
        """Code one article.

        Raises:
            ExtractionFailed: The pipeline fails on the text, or gives no dependency parse.
        """
        coding = _Coding(article, self._gazetteer, self._lexicon)
        for start, parsed in self._parsed(article.clean_text):
            coding.read(start, parsed)
        return assemble(article, coding.actors(), coding.claims, self.name)

    def _parsed(self, text: str) -> Iterator[tuple[int, Any]]:
        """Yield each paragraph's offset and parse: a headline runs into no sentence."""
        spans = [match.span() for match in _PARAGRAPH.finditer(text)]
        try:
            parses = list(self._nlp.pipe(text[start:end] for start, end in spans))
        except Exception as error:  # a pipeline is anybody's code
            raise ExtractionFailed(f"the pipeline failed: {type(error).__name__}: {error}") from error
        for (start, _), parsed in zip(spans, parses, strict=True):
            if not parsed.has_annotation("DEP"):
                raise ExtractionFailed("the pipeline gives no dependency parse; take one with a parser")
            yield start, parsed


def _loaded(pipeline: Any) -> Any:
    if pipeline is not None and not isinstance(pipeline, str | Path):
        return pipeline
    try:
        import spacy
    except ImportError as error:
        raise UnknownExtractorError("The coder 'spacy' needs an extra: pip install 'communique[spacy]'.") from error
    name = pipeline or os.environ.get(OPTION) or DEFAULT_PIPELINE
    try:
        return spacy.load(name)
    except OSError as error:
        raise UnknownExtractorError(f"spaCy has no pipeline {str(name)!r}: install it, or set {OPTION}.") from error


class _Coding:
    """One article while its paragraphs are read."""

    def __init__(self, article: Article, gazetteer: Gazetteer, lexicon: Lexicon) -> None:
        self.claims: list[QuotedClaim] = []
        self._doc = parse_document(article.clean_text)
        self._gazetteer = gazetteer
        self._lexicon = lexicon
        self._dates = find_dates(self._doc, article.published)
        self._found: dict[str, tuple[str, str, Entry | None, set[str]]] = {}
        self._used: set[str] = set()

    def read(self, start: int, parsed: Any) -> None:
        """Read a paragraph that starts at an offset of the text."""
        named = {}
        for entity in parsed.ents:
            if (key := self._actor(entity)) is not None:
                named.update(dict.fromkeys(range(entity.start, entity.end), key))
        for token in parsed:
            for trigger, end in syntax.wordings_at(token, self._lexicon, named):
                self._claim(start, token, end, trigger, named)

    def actors(self) -> list[QuotedActor]:
        """Return the actors; a state that only stands in the text as a place is none."""
        return [
            QuotedActor(key, name, kind, tuple(sorted(quotes)), *_known(entry))
            for key, (name, kind, entry, quotes) in self._found.items()
            if kind != "state" or key in self._used
        ]

    def _entry(self, name: str) -> Entry | None:
        """Return the registry's row that a whole name stands for; a capital here stands for a place."""
        doc = parse_document(name)
        end, alias = self._gazetteer.find(doc).get(0, (0, None))
        if alias is None or end != len(doc.words) or alias.senses[0].alias_type == "capital":
            return None
        return alias.senses[0].entry

    def _actor(self, entity: Any) -> str | None:
        """Return the key of the actor that an entity names; None for places, dates and the like."""
        kind = _KINDS.get(entity.label_)
        bare = _POSSESSIVE.sub("", _ARTICLE_WORD.sub("", entity.text))
        entry = self._entry(bare)
        if not bare or kind is None or (kind == "state" and entry is None):
            return None
        key = entry.registry_id if entry else self._known_as(bare, kind)
        name, kind = (entry.name, entry.kind) if entry else (bare, kind)
        self._found.setdefault(key, (name, kind, entry, set()))[3].add(bare)
        return key

    def _known_as(self, name: str, kind: str) -> str:
        """Return the key of an unregistered actor: a person's surname is the person named in full before."""
        for key, (full, other, _, _) in self._found.items():
            if kind == other == "person" and full.split()[-1:] == name.split():
                return key
        return f"{kind}:{name.casefold()}"

    def _claim(self, start: int, verb: Any, end: int, trigger: Trigger, named: Mapping[int, str]) -> None:
        parts = self._parts(verb, end, trigger, named)
        if not parts:
            return
        speaker = self._keys(syntax.speakers(verb, self._lexicon), named)
        status = syntax.status_of(verb, self._lexicon)
        status = trigger.status if trigger.status and status == "occurred" else status
        place, country = self._place(verb, end)
        at = start + verb.idx
        self._used |= {*parts, *speaker}
        self.claims.append(QuotedClaim(
            engagement_type=trigger.engagement_type, mode=trigger.mode, status=status,
            parts=tuple(QuotedPart(key, role) for key, role in parts.items()),
            quote=verb.sent.text, trigger=verb.doc[verb.i : end].text, hint=at,
            rule_id=trigger.rule_id, confidence=CONFIDENCE, attributed_to=next(iter(speaker), None),
            started=self._when(at, status), place_text=place, country=country,
        ))  # fmt: skip

    def _parts(self, verb: Any, end: int, trigger: Trigger, named: Mapping[int, str]) -> dict[str, str]:
        """Return actor to part, the first part of each."""
        parts: dict[str, str] = {}
        for slot, token in syntax.slots(verb, end):
            role = trigger.frame.get(slot)
            if role is not None:
                for key in self._keys([token], named):
                    parts.setdefault(key, role)
        return parts

    @staticmethod
    def _keys(tokens: list[Any], named: Mapping[int, str]) -> list[str]:
        """Return the actors that some heads of phrases name, by themselves or as "the Turkish government" does."""
        found = (syntax.naming_token(token, named) for token in tokens)
        return list(dict.fromkeys(named[at] for at in found if at is not None))

    def _place(self, verb: Any, end: int) -> tuple[str | None, str | None]:
        for slot, token in syntax.slots(verb, end):
            if slot in ("in", "at") and token.ent_type_ in _PLACES:
                entity = next(e for e in token.doc.ents if e.start <= token.i < e.end)
                entry = self._entry(entity.text)
                return entity.text, entry.country or None if entry else None
        return None, None

    def _when(self, offset: int, status: str) -> DateBounds:
        first, ahead = max(0, bisect_right(self._doc.starts, offset) - 1), status in AHEAD
        end = bisect_left(self._doc.starts, offset + 1)
        chosen = choose_date(self._doc, self._dates, first, max(end, first + 1), future=ahead)
        return chosen.resolve(ahead) if chosen is not None else DateBounds()


def _known(entry: Entry | None) -> tuple[str | None, str | None, str | None]:
    """Return sector, country and row of the registry."""
    return (entry.sector or None, entry.country or None, entry.registry_id) if entry else (None, None, None)
