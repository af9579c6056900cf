"""A coder small enough to know by heart: capitalised words act, "met" is an engagement, "BREAK" breaks it."""

from __future__ import annotations

import re
from dataclasses import replace

from pipelines.records import ActorMention, Article, EngagementClaim, ExtractionResult, LocalActor, Participant


class StubCoder:
    name = "stub"
    version = "1"
    breaks_at = "BREAK"

    def extract(self, article: Article) -> ExtractionResult:
        text = article.clean_text
        if self.breaks_at in text:
            raise RuntimeError("broken on purpose")
        names = dict.fromkeys(m.group() for m in re.finditer(r"\b[A-Z][a-z]{3,}\b", text))
        ids = {name: i for i, name in enumerate(names)}
        mentions = [
            ActorMention(ids[m.group()], m.start(), m.end(), m.group(), "surname", 0.9)
            for m in re.finditer(r"\b[A-Z][a-z]{3,}\b", text)
        ]
        return ExtractionResult(
            article.article_id,
            tuple(LocalActor(i, name, "person") for name, i in ids.items()),
            tuple(mentions),
            claims=tuple(_claims(text, ids)),
        )


def _claims(text: str, ids: dict[str, int]) -> list[EngagementClaim]:
    found = re.finditer(r"\b([A-Z][a-z]{3,}) (met) ([A-Z][a-z]{3,})\b", text)
    return [
        EngagementClaim(
            "CONSULT", "meeting", "occurred",
            (Participant(ids[m.group(1)], "participant"), Participant(ids[m.group(3)], "participant")),
            0, m.start(), m.end(), m.group(2), m.start(2), "stub", 0.9,
        )
        for m in found
    ]  # fmt: skip


class Inventor(StubCoder):
    """Claims twice, the first time with a quote past the end of the text."""

    def extract(self, article: Article) -> ExtractionResult:
        found = super().extract(article)
        true = found.claims[0]
        false = replace(true, char_start=len(article.clean_text) + 5, char_end=len(article.clean_text) + 9)
        return replace(found, claims=(false, replace(true, same_as=0)))


class Astray(StubCoder):
    """Names an actor that it does not list."""

    def extract(self, article: Article) -> ExtractionResult:
        return replace(super().extract(article), actors=())
