"""Sentences with their actors marked by hand, so that grammar is tested without the recognition of actors.

``[Macron] met [state:Germany]``: a person unless a kind stands before the colon (``state``, ``organization``,
``group``); a ``*``
before the name makes it attributive ("[*state:Turkish] troops").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.engagements.candidates import find_candidates
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.reference import load_reference
from pipelines.parsing.syntax.spans import ActorSpan
from pipelines.parsing.syntax.tagging import parse_sentence
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.words.lexicon import Lexicon, build_lexicon

_MARK = re.compile(r"\[(\*?)(?:(\w+):)?([^\]]+)\]")


@dataclass
class Marked:
    """A text, its actors' names by id, and their mentions."""

    doc: Doc
    names: list[str] = field(default_factory=list)
    spans: list[ActorSpan] = field(default_factory=list)

    def told(self, *, has_title: bool = False) -> list[Told]:
        return find_candidates(self.doc, self.spans, lexicon(), has_title=has_title)

    def parse(self, *, headline: bool = False) -> Parse:
        return parse_sentence(self.doc, 0, len(self.doc.words), self.spans, lexicon(), quoted=False, headline=headline)

    def parts(self, kind: str, *, but: tuple[str, ...] = ()) -> list[dict[str, list[str]]]:
        """Return who fills which part of each candidate of a type; those told in the ways ``but`` left out."""
        found: list[dict[str, list[str]]] = []
        for told in self.told():
            if told.candidate.match.trigger.engagement_type == kind:
                found.append({})
                for role, mention, how, _ in told.candidate.slots:
                    if how not in but:
                        found[-1].setdefault(role, []).append(self.names[mention.actor_id])
        return found

    def of(self, mentions: list[ActorSpan]) -> list[str]:
        return [self.names[m.actor_id] for m in mentions]


def lexicon() -> Lexicon:
    return load_reference().compiled(build_lexicon)


def marked(text: str) -> Marked:
    """Read a text with marks."""
    plain, places, last = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        places.append((len(plain), len(plain) + len(mark[3]), mark[2] or "person", mark[3], bool(mark[1])))
        plain, last = plain + mark[3], mark.end()
    out = Marked(parse_document(plain + text[last:]))
    for start, end, kind, name, attributive in places:
        if name not in out.names:
            out.names.append(name)
        out.spans.append(_span(out, start, end, kind, name, attributive))
    return out


def _span(out: Marked, start: int, end: int, kind: str, name: str, attributive: bool) -> ActorSpan:
    doc, actor = out.doc, out.names.index(name)
    first, last = doc.starts.index(start), doc.ends.index(end)
    possessive = last + 1 < len(doc.words) and doc.lowers[last + 1] in ("'s", "'")
    described = doc.words[last].islower()
    return ActorSpan(
        *(first, last + 1, actor, actor, kind, None),
        possessive=possessive,
        attributive=attributive,
        described=described,
    )
