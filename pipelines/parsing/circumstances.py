"""When, where and about what: the circumstances of a claim, from the expressions around it.

What belongs here: choosing among the dates and places that ``dates`` and ``places`` found. What does not: finding them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pipelines.parsing.actors import ActorsFound
from pipelines.parsing.dates import choose_date, find_dates, story_date
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.candidates import Told
from pipelines.parsing.engagements.merge import Kept
from pipelines.parsing.reference import Reference
from pipelines.records import Article, DateBounds

_AHEAD = frozenset(("planned", "proposed"))
_PERFECT = frozenset(("perfect",))


@dataclass(frozen=True, slots=True)
class Where:
    """Where it happened, as far as told."""

    text: str | None = None
    place_key: str | None = None
    note: str | None = None
    country_iso3: str | None = None


class Circumstances:
    """The dates and places of one article, ready to be asked claim by claim."""

    def __init__(self, doc: Doc, found: ActorsFound, article: Article) -> None:
        self.doc = doc
        self.found = found
        self.article = article
        self.dates = find_dates(doc, article.published)
        self.story = story_date(self.dates)
        self.countries = Counter(a.country_iso3 for m in found.mentions if (a := found.actors[m.actor_id]).country_iso3)

    def published(self) -> tuple[DateBounds | None, str | None]:
        """Return the bounds of publication that the text gives, where the article has none of its own."""
        return None, None

    def when(self, kept: Kept) -> tuple[DateBounds, DateBounds]:
        """Return when the act began and when it ended, as far as told."""
        told = kept.told
        first, end = told.token, told.parse.end[told.candidate.match.end - 1]
        ahead = kept.status in _AHEAD
        chosen = choose_date(self.doc, self.dates, first, end, future=ahead)
        if chosen is None and not ahead and kept.status == "occurred" and not told.candidate.cues & _PERFECT:
            chosen = self.story
        if chosen is None:
            return DateBounds(), DateBounds()
        return chosen.resolve(ahead), DateBounds()

    def where(self, kept: Kept) -> Where:
        """Return where it happened: the place told in the sentence, else the country of who was acted on."""
        order = ("host", "target", "participant", "source", "guest")
        by_role = {r.role: self.found.actors[r.mention.actor_id].country_iso3 for r in reversed(kept.participants)}
        country = next((by_role[role] for role in order if by_role.get(role)), None)
        return Where(country_iso3=country or (self.countries.most_common(1)[0][0] if self.countries else None))


def _contexts(reference: Reference) -> dict[str, list[str]]:
    contexts: dict[str, list[str]] = {}
    for row in reference.rows("context_words"):
        contexts.setdefault(row["word"], []).append(row["context"])
    return contexts


def topics_of(doc: Doc, told: Told, reference: Reference) -> tuple[str, ...]:
    """Return the PLOVER contexts that the sentence's words tell, sorted."""
    contexts = reference.compiled(_contexts)
    first, end = doc.sentences[told.sentence]
    return tuple(sorted({c for low in doc.lowers[first:end] for c in contexts.get(low, ())}))
