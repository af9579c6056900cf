"""A small registry beside the real word lists, so that these tests hold whatever the registry grows to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from pipelines.parsing.actors import ActorsFound, recognise
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.reference import Reference, load_reference
from pipelines.records import Article, DateBounds

_ACTORS = """person:khalifa-haftar|Khalifa Haftar|person|MIL|LBY
person:barack-obama|Barack Obama|person|GOV|USA
person:angela-merkel|Angela Merkel|person|GOV|DEU
person:rosa-ejik|Rosa Ejik|person|OPP|NGA
person:lars-holm|Lars Holm|person|GOV|NOR
person:ivo-brandt|Ivo Brandt|person|GOV|DEU
org:libyan-national-army|Libyan National Army|organization|MIL|LBY
person:erik-thorsen|Erik Thorsen|person|GOV|DEU
org:nato|NATO|organization|IGO|
org:us-africom|United States Africa Command|organization|MIL|USA
org:un-security-council|United Nations Security Council|organization|IGO|
org:let|Lashkar-e-Taiba|organization|REB|PAK
org:taliban|Taliban|organization|REB|AFG
org:germany-foreign-ministry|German Foreign Ministry|organization|GOV|DEU
group:african-leaders|African leaders|group|GOV|
group:world-powers|World powers|group|GOV|
org:ennahar|Ennahar|organization|PTY|LBY
org:clearwater|Clearwater|organization|NGO|
org:eastern-observers|Eastern Observers|organization|IGO|
org:savanco|Savanco|organization|BUS|LBY
org:us-senate|U.S. Senate|organization|LEG|USA
org:us-national-guard|National Guard|organization|MIL|USA
state:LBY|Libya|state|GOV|LBY
state:USA|United States|state|GOV|USA
state:RUS|Russia|state|GOV|RUS
state:DEU|Germany|state|GOV|DEU
state:JOR|Jordan|state|GOV|JOR
state:GEO|Georgia|state|GOV|GEO
state:NER|Niger|state|GOV|NER
state:NGA|Nigeria|state|GOV|NGA
state:ARM|Armenia|state|GOV|ARM
state:MEX|Mexico|state|GOV|MEX
state:XNR|North Ruritania|state|GOV|XNR
state:XSR|South Ruritania|state|GOV|XSR"""
_ALIASES = """person:khalifa-haftar|Khalifa Hifter|transliteration
person:khalifa-haftar|Haftar|short
person:barack-obama|Obama|short
person:angela-merkel|Merkel|short
person:erik-thorsen|Thorsen|short
org:libyan-national-army|LNA|acronym
org:us-africom|US Africa Command|name
org:us-africom|AFRICOM|acronym
org:un-security-council|Security Council|short
org:us-senate|Senate|short
org:let|LeT|acronym
org:germany-foreign-ministry|German foreign ministry|name
state:USA|U.S.|acronym
state:USA|US|acronym
state:USA|American|demonym
state:USA|Americans|demonym
state:USA|Washington|capital
state:RUS|Russian|demonym
state:RUS|Moscow|capital
state:LBY|Libyan|demonym
state:LBY|Tripoli|capital
state:DEU|German|demonym
state:ARM|Armenian|demonym
state:XNR|North Ruritanian|demonym
state:XSR|South Ruritanian|demonym"""
_ROLES = """person:barack-obama|president||USA|2009-01-20|2017-01-20
person:angela-merkel|chancellor||DEU|2005-11-22|2021-12-08
person:erik-thorsen|governor of hesse||DEU|2010-01-01|2018-01-01
person:lars-holm|secretary general|org:nato||2014-10-01|2024-10-01
person:ivo-brandt|deputy secretary general|org:nato||2014-10-01|2024-10-01
person:ivo-brandt|president|org:un-security-council||2014-10-01|2024-10-01"""


def _rows(text: str, columns: str) -> tuple[dict[str, str], ...]:
    return tuple(dict(zip(columns.split(), line.split("|"), strict=True)) for line in text.splitlines())


@pytest.fixture(scope="session")
def reference() -> Reference:
    tables = {
        "actors": _rows(_ACTORS, "registry_id canonical_name actor_kind sector country_iso3"),
        "actor_aliases": _rows(_ALIASES, "registry_id alias alias_type"),
        "actor_roles": _rows(_ROLES, "registry_id role_title organization_id country_iso3 valid_from valid_to"),
        "ambiguous_aliases": (),
        "countries": (),
    }
    return Reference(tables=tables)


class Told:
    """What was found in a text, asked for by name."""

    def __init__(self, doc: Doc, found: ActorsFound) -> None:
        self.doc, self.found = doc, found
        self.names = [a.name for a in found.actors]

    def actor(self, name: str) -> int:
        assert name in self.names, f"{name!r} is not among {self.names}"
        return self.names.index(name)

    def kind(self, name: str) -> str:
        return self.found.actors[self.actor(name)].actor_kind

    def surfaces(self, name: str) -> list[str]:
        """Return the mentions of an actor as written, places left out."""
        index = self.actor(name)
        return [
            self.doc.slice(m.token_start, m.token_end)
            for m in self.found.mentions
            if (m.actor_id == index or index in m.member_of) and not m.is_place_like
        ]

    def roles(self, name: str) -> list[str]:
        return [r.role_title for r in self.found.roles if r.actor_id == self.actor(name)]


@pytest.fixture(scope="session")
def told(reference: Reference) -> Callable[..., Told]:
    return _reader(reference)


@pytest.fixture(scope="session")
def told_of_all() -> Callable[..., Told]:
    """What is found with the whole registry."""
    return _reader(load_reference())


def _reader(reference: Reference) -> Callable[..., Told]:
    def read(text: str, title: str | None = None, day: date | None = date(2015, 6, 1)) -> Told:
        full = f"{title}\n\n{text}" if title else text
        article = Article("a", full, "a.txt", "0", title, published=DateBounds(day, day, "day"))
        doc = parse_document(full)
        return Told(doc, recognise(doc, article, reference))

    return read
