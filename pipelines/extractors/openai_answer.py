"""The answer that is asked of an endpoint: its schema, its validation, and the records it becomes.

What belongs here: the answer's shape. What does not: the request, and looking quotes up (``parsing.quoted``).
"""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, WithJsonSchema

from pipelines.parsing.quoted import QuotedActor, QuotedClaim, QuotedPart, bounds
from pipelines.parsing.reference import Reference
from pipelines.schemas import ACTOR_KINDS, ENGAGEMENT_TYPES, PARTICIPANT_ROLES, STATUSES


class BrokenAnswerError(ValueError):
    """What came back is no answer of the schema; the message says where it breaks."""


def _one_of(values: tuple[str, ...]) -> Any:
    def check(value: str) -> str:
        if value not in values:
            raise ValueError(f"{value!r} is none of {', '.join(values)}")
        return value

    return Annotated[str, AfterValidator(check), WithJsonSchema({"type": "string", "enum": list(values)})]


class _Strict(BaseModel):
    """Every field is asked for and no other taken, as strict endpoints want it."""

    model_config = ConfigDict(extra="forbid")


class Actor(_Strict):
    """An actor of the article."""

    id: str
    name: str
    kind: _one_of(ACTOR_KINDS)  # type: ignore[valid-type]
    sector: str | None
    country: str | None
    mentions: list[str]


class Part(_Strict):
    """An actor's part."""

    actor: str
    role: _one_of(PARTICIPANT_ROLES)  # type: ignore[valid-type]
    principal: bool
    on_behalf_of: str | None


class Engagement(_Strict):
    """An engagement that the article tells."""

    type: _one_of(ENGAGEMENT_TYPES)  # type: ignore[valid-type]
    mode: str | None
    status: _one_of(STATUSES)  # type: ignore[valid-type]
    participants: list[Part]
    quote: str
    trigger: str
    attributed_to: str | None
    started_earliest: str | None
    started_latest: str | None
    ended_earliest: str | None
    ended_latest: str | None
    place: str | None
    country: str | None
    same_as: int | None
    confidence: float


class Answer(_Strict):
    """All that is asked about an article."""

    actors: list[Actor] = Field()
    engagements: list[Engagement] = Field()


def answer_schema() -> dict[str, Any]:
    """Return the JSON schema of an answer."""
    return Answer.model_json_schema()


def parse_answer(content: str) -> Answer:
    """Return an answer from what the model wrote; a fence or a remark around the object is passed over.

    Raises:
        BrokenAnswerError: It holds no JSON object of the schema.
    """
    try:
        return Answer.model_validate(json.loads(content[content.find("{") : content.rfind("}") + 1]))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise BrokenAnswerError(f"the answer breaks its schema at {where}: {first['msg']}") from error
    except (ValueError, RecursionError) as error:
        raise BrokenAnswerError(f"the answer is no whole JSON object: {error}") from error


class Codes:
    """The codes of the reference data; what is none of them is left open rather than passed on."""

    def __init__(self, reference: Reference) -> None:
        self.modes = {(row["engagement_type"], row["mode"]) for row in reference.rows("engagement_types")}
        self.sectors = {row["sector"] for row in reference.rows("sectors")}
        self.countries = {row["iso3"] for row in reference.rows("countries")}

    def actors(self, answer: Answer) -> list[QuotedActor]:
        """Return the answer's actors."""
        return [
            QuotedActor(
                a.id,
                a.name,
                a.kind,
                tuple(a.mentions),
                _known(a.sector, self.sectors),
                _known(a.country, self.countries),
            )
            for a in answer.actors
        ]

    def claims(self, answer: Answer, rule_id: str) -> list[QuotedClaim]:
        """Return the answer's engagements, as coded by the rule that is named."""
        return [self._claim(engagement, rule_id) for engagement in answer.engagements]

    def _claim(self, told: Engagement, rule_id: str) -> QuotedClaim:
        return QuotedClaim(
            engagement_type=told.type,
            mode=told.mode if (told.type, told.mode) in self.modes else None,
            status=told.status,
            parts=tuple(QuotedPart(p.actor, p.role, p.principal, p.on_behalf_of) for p in told.participants),
            quote=told.quote,
            trigger=told.trigger,
            rule_id=rule_id,
            confidence=told.confidence,
            attributed_to=told.attributed_to,
            started=bounds(_day(told.started_earliest), _day(told.started_latest)),
            ended=bounds(_day(told.ended_earliest), _day(told.ended_latest)),
            place_text=told.place or None,
            country=_known(told.country, self.countries),
            same_as=told.same_as,
        )


def _known(code: str | None, codes: set[str]) -> str | None:
    return code if code in codes else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
