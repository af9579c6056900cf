"""Who is in an article: every person, organization, state and group that acts or is acted on, with all its mentions.

What belongs here: the one call that the coder makes, and its order of steps. What does not: the rules themselves.
"""

from __future__ import annotations

from pipelines.parsing.actors.decide import scores
from pipelines.parsing.actors.descriptions.federal import find_federal
from pipelines.parsing.actors.descriptions.nominal import find_descriptions
from pipelines.parsing.actors.descriptions.papers import name_papers
from pipelines.parsing.actors.descriptions.peoples import find_crowds, group_counted
from pipelines.parsing.actors.descriptions.phrases import widen
from pipelines.parsing.actors.descriptions.roles import join_appositions, observed_roles
from pipelines.parsing.actors.descriptions.seats import join_seats
from pipelines.parsing.actors.descriptions.tails import name_whole
from pipelines.parsing.actors.gazetteer import build_gazetteer
from pipelines.parsing.actors.identity.book import Book
from pipelines.parsing.actors.identity.homes import settle_homes
from pipelines.parsing.actors.identity.persons import fill
from pipelines.parsing.actors.lexicon import build_lexicon
from pipelines.parsing.actors.model import ActorsFound, Candidate, Mention
from pipelines.parsing.actors.names.cases import drop_cases
from pipelines.parsing.actors.names.compounds import find_compounds, find_halves, find_pairs
from pipelines.parsing.actors.names.proper import find_names
from pipelines.parsing.actors.names.shared import read_shared
from pipelines.parsing.actors.names.unmeant import drop_unmeant
from pipelines.parsing.actors.references.pronouns import resolve_pronouns
from pipelines.parsing.actors.references.quotations import speakers
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.document import Doc
from pipelines.parsing.reference import Reference
from pipelines.records import Article, LocalActor

__all__ = ["ActorsFound", "Mention", "recognise"]


def recognise(doc: Doc, article: Article, reference: Reference) -> ActorsFound:
    """Find the actors of an article.

    Args:
        doc: ``article.clean_text`` as tokens.
        article: The article; its title and date help, its by-line does not count.
        reference: The registry and the word lists.

    Returns:
        All candidates with their scores, mentions in order of the text, and the posts they are said to hold.
    """
    return candidates_of(doc, article, reference)[2]


def candidates_of(doc: Doc, article: Article, reference: Reference) -> tuple[Scan, list[Candidate], ActorsFound]:
    """Return the working state and the candidates beside what was found, for fitting the weights."""
    gazetteer = reference.compiled(build_gazetteer)
    scan = Scan(doc, article, reference.compiled(build_lexicon), gazetteer)
    drop_cases(scan)
    drop_unmeant(scan, gazetteer)
    read_shared(scan, gazetteer)
    find_compounds(scan, gazetteer)
    find_halves(scan, gazetteer)
    find_pairs(scan, gazetteer)
    find_names(scan)
    find_federal(scan)
    group_counted(scan)
    find_descriptions(scan)
    find_crowds(scan)
    join_seats(scan)
    name_papers(scan)
    join_appositions(scan)
    book = Book(scan, gazetteer)
    fill(book)
    kept = _number(book.candidates)
    pronouns = resolve_pronouns(scan, kept)
    kept, pronouns = _without_taken_back(kept, pronouns)
    numbers = {id(c): n for n, c in enumerate(kept)}
    named = [m for c in kept for m in c.mentions]
    roles = observed_roles(
        scan, book.candidates, {i: numbers[id(c)] for i, c in enumerate(book.candidates) if id(c) in numbers}
    )
    for mention in pronouns:
        kept[mention.actor_id].mentions.append(mention)
    judged = scores(scan, kept, reference)
    widen(scan, kept)
    name_whole(scan, kept)
    everything = sorted([*named, *pronouns], key=lambda m: (m.token_start, -m.token_end))
    settle_homes(kept, everything)
    said_by = speakers(scan, _by_sentence(scan, everything)) if 1 in scan.quoted else {}
    found = ActorsFound([_local(i, c) for i, c in enumerate(kept)], judged, everything, roles, said_by)
    return scan, kept, found


def _by_sentence(scan: Scan, mentions: list[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(scan.sentence_of[mention.token_start], []).append(mention)
    return found


def _number(candidates: list[Candidate]) -> list[Candidate]:
    """Return the candidates that have mentions, their places written into these."""
    kept = [c for c in candidates if c.mentions]
    for index, candidate in enumerate(kept):
        for mention in candidate.mentions:
            mention.actor_id = index
    return kept


def _without_taken_back(candidates: list[Candidate], pronouns: list[Mention]) -> tuple[list[Candidate], list[Mention]]:
    """Leave out the groups whose words turned out to stand for others, and pronouns that stood for them."""
    kept = _number(candidates)
    places = {id(c): n for n, c in enumerate(kept)}
    moved = {n: places[id(c)] for n, c in enumerate(candidates) if id(c) in places}
    pronouns = [m for m in pronouns if m.actor_id in moved and moved.keys() >= set(m.member_of)]
    for mention in pronouns:
        mention.actor_id = moved[mention.actor_id]
        mention.member_of = tuple([moved[m] for m in mention.member_of])
    return kept, pronouns


def _local(index: int, candidate: Candidate) -> LocalActor:
    return LocalActor(
        index,
        candidate.name,
        candidate.kind,
        candidate.sector or None,
        candidate.country or None,
        candidate.registry_id or None,
    )
