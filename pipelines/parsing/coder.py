"""The default coder: an article in, its actors, their mentions and posts, and the engagements it claims, out.

What belongs here: the order of the steps and the assembly of records. What does not: any rule of English, any I/O but
the reading of the reference tables and of its own source. Pure: the same article and tables, the same answer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from pipelines.parsing.actors import ActorsFound, recognise
from pipelines.parsing.circumstances import Circumstances, topics_of
from pipelines.parsing.document import Doc, parse_document
from pipelines.parsing.engagements.attending import add_attending
from pipelines.parsing.engagements.attributing import who_says
from pipelines.parsing.engagements.candidates import find_candidates
from pipelines.parsing.engagements.destinations import add_hosts
from pipelines.parsing.engagements.modes import choose_mode
from pipelines.parsing.engagements.participants import Reach, actors_in_reach
from pipelines.parsing.engagements.postings import add_posted
from pipelines.parsing.engagements.settling import Kept, settle
from pipelines.parsing.engagements.status_cues import (
    status_cues,
    status_of_modal,
    status_of_wording,
    status_settled,
)
from pipelines.parsing.engagements.taking_part import choose_participants
from pipelines.parsing.engagements.tellings import join_tellings
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.engagements.visits import visits_around
from pipelines.parsing.linear import claim_model, mode_models, participant_model, status_model
from pipelines.parsing.reference import Reference
from pipelines.parsing.syntax.spans import spans_of
from pipelines.parsing.words.lexicon import build_lexicon
from pipelines.records import (
    Article,
    EngagementClaim,
    ExtractionResult,
    LocalActor,
    ObservedRole,
    Participant,
)

PACKAGE = Path(__file__).resolve().parent
_LEAST_OF_SPEAKERS = 0.3  # the least chance of being an actor at all of who is only said to say something
LEAST_WORTH = 0.34  # of a claim that stands (``settle``); by cross-validation


@cache
def code_version(folder: Path = PACKAGE) -> str:
    """Return a short hash of the coder's source: nobody has to remember that another source is another coder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:8]


def told_in(doc: Doc, found: ActorsFound, article: Article, reference: Reference) -> list[Told]:
    """Return the candidate claims of an article, in order, not yet judged."""
    return find_candidates(doc, spans_of(doc, found), reference.compiled(build_lexicon), has_title=bool(article.title))


class DefaultCoder:
    """The coder that needs no model: a shallow parse over the reviewed lexicons (``Extractor`` protocol)."""

    name = "communique"

    def __init__(self, reference: Reference | None = None, reference_dir: Path | None = None) -> None:
        self.reference = reference or (Reference(reference_dir) if reference_dir else Reference())
        self.version = f"{code_version()}+{self.reference.version()}"

    def extract(self, article: Article) -> ExtractionResult:
        """Code one article."""
        doc = parse_document(article.clean_text)
        found = recognise(doc, article, self.reference)
        kept = self.claims(doc, found, article)
        for one in kept:
            one.mode = choose_mode(one.told, self.reference.compiled(mode_models))
        circumstances = Circumstances(doc, found, article, self.reference)
        where = [circumstances.where(k) for k in kept]
        add_hosts(kept, where, doc, found)
        add_posted(kept, doc, found)
        used = {r.mention.actor_id for k in kept for r in k.participants}
        lexicon = self.reference.compiled(build_lexicon)
        speakers = [who_says(k, lexicon, found.said_by) for k in kept]
        used |= {actor for actor in speakers if actor is not None and found.scores[actor] >= _LEAST_OF_SPEAKERS}
        _, ids = found.keep(used)
        actors, mentions, roles = found.records(doc, ids)
        when = [circumstances.when(k) for k in kept]
        started = [begin for begin, _ in when]
        join_tellings(kept, started, [w.country_iso3 if w.text else None for w in where])
        visits = visits_around(kept, started, [w.country_iso3 for w in where])
        behalf = on_behalf(actors, roles)
        numbers = {id(k): n for n, k in enumerate(kept)}
        claims = tuple(
            replace(
                self._record(doc, k, ids, behalf, speaker),
                place_text=place.text,
                place_key=place.place_key,
                place_note=place.note,
                country_iso3=place.country_iso3,
                started=begin,
                ended=end,
                same_as=numbers[id(k.same_as)] if k.same_as is not None else None,
                parent=visits.get(n),
            )
            for n, (k, (begin, end), place, speaker) in enumerate(zip(kept, when, where, speakers, strict=True))
        )
        return ExtractionResult(
            article.article_id, actors, mentions, roles, claims, circumstances.published, circumstances.published_basis
        )

    def claims(self, doc: Doc, found: ActorsFound, article: Article) -> list[Kept]:
        """Return the claims that stand, in text order."""
        told = told_in(doc, found, article, self.reference)
        judge = self.reference.compiled(claim_model)
        for one in told:
            one.score = judge.probability(one.cues)
        judged = [self._judged(one) for one in told if one.score >= LEAST_WORTH]  # no claim is worth more than that
        standing = settle([kept for kept in judged if kept.participants], LEAST_WORTH)
        add_attending(standing)
        return standing

    def _judged(self, told: Told) -> Kept:
        participants = choose_participants(told, actors_in_reach(told), self.reference.compiled(participant_model))
        cues = status_cues(told, self.reference.compiled(build_lexicon).fields)
        status, chance = self.reference.compiled(status_model).likeliest(cues)
        if status == "occurred":
            status = status_of_modal(told) or status
        certain = status_settled(told)
        return Kept(told, certain or status_of_wording(told) or status, participants, 1.0 if certain else chance)

    def _record(
        self,
        doc: Doc,
        kept: Kept,
        ids: dict[int, int],
        behalf: dict[int, int],
        speaker: int | None,
    ) -> EngagementClaim:
        """Put down what the claim itself tells: the act, who takes part, and the words that it rests on."""
        told, match = kept.told, kept.told.candidate.match
        first, end = doc.sentences[told.sentence]
        start_char, end_char = doc.span(first, end)
        trigger_start, trigger_end = doc.starts[told.token], doc.ends[told.parse.end[match.end - 1] - 1]
        return EngagementClaim(
            engagement_type=match.trigger.engagement_type,
            mode=kept.mode,
            status=kept.status,
            participants=_participants(kept.participants, ids, behalf),
            sentence_index=told.sentence,
            char_start=start_char,
            char_end=end_char,
            trigger_text=doc.text[trigger_start:trigger_end],
            trigger_start=trigger_start,
            rule_id=match.trigger.rule_id,
            confidence=round(told.score, 3),
            attributed_to=None if speaker is None else ids.get(speaker),
            topic=topics_of(doc, told, self.reference),
        )


def _participants(reaches: Sequence[Reach], ids: dict[int, int], behalf: dict[int, int]) -> tuple[Participant, ...]:
    seen: set[int] = set()
    out: list[Participant] = []
    for reach in sorted(reaches, key=lambda r: (-r.score, r.mention.token_start)):
        actor = ids[reach.mention.actor_id]
        if actor not in seen:
            seen.add(actor)
            principal = reach.score >= 0.5 or not out
            out.append(Participant(actor, reach.role, principal, behalf.get(actor)))
    return tuple(out)


def on_behalf(actors: Sequence[LocalActor], roles: Sequence[ObservedRole]) -> dict[int, int]:
    """Return for whom the persons of an article act, by the posts that it says they hold.

    Args:
        actors: The article's actors.
        roles: Their posts; a post once held counts for nothing.

    Returns:
        Person to the body of the post, or to the state that it is a post of, where the article names either.
    """
    states = {a.country_iso3: a.actor_id for a in actors if a.actor_kind == "state" and a.country_iso3}
    out: dict[int, int] = {}
    for role in roles:
        body = role.organization_id if role.organization_id is not None else states.get(role.country_iso3 or "")
        if body is not None and body != role.actor_id and not role.role_title.lower().startswith(_ONCE):
            out.setdefault(role.actor_id, body)
    return out


_ONCE = ("former", "ex-", "late", "ousted", "outgoing")
