"""A candidate claim where it stands in its article: what every judgement of it asks.

What belongs here: the record. What does not: how it comes about (``candidates``), what speaks for it (``cues``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from pipelines.parsing.engagements.attendance import Attendance
from pipelines.parsing.frames.slots import Candidate
from pipelines.parsing.named_cues import Cues
from pipelines.parsing.syntax.units import Parse


@dataclass(slots=True)
class Told:
    """A candidate claim where it stands.

    Attributes:
        candidate: The filled frame.
        sentence: Index of its sentence.
        parse: The sentence's parse.
        speaker: Mention of who says so, as far as the words may reach, or None.
        carried: Who spoke in the sentences before, if anybody, and may speak on in a quotation.
        token: Token of the wording's first word.
        cues: Names of all that is known of it, for the linear judgement.
        around: Mentions of actors that it may leave unsaid, each with why (``company.around``).
        before: The nearest candidate before it in its sentence, or None.
        after: The nearest one after it, or None.
        earlier: The last one before it in the article that is of its type and tells of one of its actors, or None.
        heading: It stands in the headline, in a heading or in a caption.
        score: Probability that it is a claim, once judged.
        followed: Who is told near it to have been at talks, where it tells of some.
    """

    candidate: Candidate
    sentence: int
    parse: Parse
    speaker: Any
    token: int
    cues: Cues = field(default_factory=Cues)
    around: tuple[tuple[str, Any], ...] = ()
    heading: bool = False
    before: Candidate | None = None
    after: Candidate | None = None
    earlier: Candidate | None = None
    score: float = 0.0
    carried: Any = None
    followed: list[Attendance] = field(default_factory=list)
