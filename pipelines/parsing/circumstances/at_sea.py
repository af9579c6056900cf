"""What is done at sea is done in no country: "attacked a tanker in the Red Sea".

What belongs here: telling that a sea is where an act happened. What does not: waters that are a country's ("off the
Yemeni coast"), which are places like others (``where``).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipelines.parsing.circumstances.joined import way_of
from pipelines.parsing.circumstances.nearness import between_cues, is_left
from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.settling import Kept
from pipelines.parsing.places import PlaceMention

_LANDS = frozenset("nations states republics countries coast region port ports shore shores islands".split())
_SAILED = frozenset(("bound", "headed", "heading"))  # for a sea, and not there
_CLEAR = frozenset(("verbs=right0", "verbs=left0"))


def sea_of(doc: Doc, kept: Kept, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """Return the sea where an act is told to be done, or None.

    Args:
        doc: The text.
        kept: The act.
        places: The places of the text, in order.
    """
    if way_of(kept.kind) != "deeds" and kept.mode != "exercise":
        return None
    first, end = doc.sentences[kept.told.sentence]
    here = [place for place in places if first <= place.token_start < end and place.locative]
    nearest = min(here, key=lambda place: abs(place.token_start - kept.told.token), default=None)
    if nearest is None or nearest.kind != "sea" or nearest.iso3 or is_left(doc, nearest.token_start):
        return None
    if not _LANDS.isdisjoint(doc.lowers[nearest.token_end : nearest.token_end + 1]):
        return None
    cues = between_cues(doc, kept.told, nearest.token_start, nearest.token_end)
    sailed = not _SAILED.isdisjoint(doc.lowers[max(first, nearest.token_start - 4) : nearest.token_start])
    return None if sailed or _CLEAR.isdisjoint(cues) or any(cue.startswith("clause=") for cue in cues) else nearest
