"""``communique why``: the claims under an engagement, so that anyone can check it. Nothing else belongs here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any

import typer

from pipelines.commands.common import CommandError, WarehouseOption, settings_for, shown, warehouse_connection

if TYPE_CHECKING:
    import duckdb

_ENGAGEMENT = """
select
    engagement.*, place.place_name,
    (
        select string_agg(actor.canonical_name || ' (' || part.participant_role || ')', ', '
            order by part.participant_role desc, actor.canonical_name)
        from marts.bridge_engagement_actor as part join marts.dim_actor as actor using (actor_key)
        where part.engagement_key = engagement.engagement_key
    ) as participants
from marts.fct_engagement as engagement left join marts.dim_place as place using (place_key)
where engagement.engagement_key = ?
"""
_CLAIMS = """
select
    claim.*, article.title, article.source_uri, article.clean_text, speaker.canonical_name as speaker,
    coalesce(article.source_name, article.source_key) as outlet, article.published_earliest, article.published_latest
from marts.fct_engagement_mention as claim
join marts.dim_article as article using (article_id)
left join marts.dim_actor as speaker on speaker.actor_key = claim.attributed_to_actor_key
where claim.engagement_key = ?
order by article.published_earliest nulls last, article.source_uri, claim.char_start
"""
_MARKS = ("»", "«")
_BOLD = ("\033[1m", "\033[0m")
Row = dict[str, Any]


def why(
    key: Annotated[str, typer.Argument(metavar="ENGAGEMENT_KEY", help="engagement_key of marts.fct_engagement.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Show the claims an engagement rests on.

    For each claim: the outlet and its date, the sentence with the trigger marked, who says so, which rule coded it.
    """
    settings = settings_for(warehouse)
    with warehouse_connection(settings) as connection:
        engagements = _rows(connection, _ENGAGEMENT, key)
        if not engagements:
            listing = 'communique sql "select engagement_key from fct_engagement"'
            where = shown(settings.warehouse_dir)
            raise CommandError(f"there is no engagement {key!r}; list them: {listing} --warehouse {where}")
        print(headline(engagements[0]))
        for number, claim in enumerate(_rows(connection, _CLAIMS, key), start=1):
            print()
            print(told(number, claim, _BOLD if sys.stdout.isatty() else _MARKS))


def headline(engagement: Row) -> str:
    """Return who did what, when and where, in a few lines."""
    kind = "/".join(filter(None, (engagement["engagement_type"], engagement["mode"])))
    where = engagement["place_name"] or engagement["country_iso3"] or "place not told"
    when = bounds(engagement["started_earliest"], engagement["started_latest"])
    return (
        f"{engagement['engagement_key']}: {kind}, {engagement['status']}\n"
        f"  who    {engagement['participants'] or 'nobody named'}\n"
        f"  when   {when}\n"
        f"  where  {where}\n"
        f"  claims {engagement['mention_count']} in {engagement['article_count']} articles of "
        f"{engagement['source_count']} outlets, confidence {engagement['confidence']:.2f}"
    )


def told(number: int, claim: Row, marks: tuple[str, str]) -> str:
    """Return one claim: outlet, date, sentence with the trigger marked, who says so, which rule coded it."""
    published = bounds(claim["published_earliest"], claim["published_latest"])
    return (
        f"{number}. {claim['outlet']}, {published}: {claim['title'] or claim['source_uri']}\n"
        f"   {sentence(claim, marks)}\n"
        f"   says: {claim['speaker'] or 'the article itself'}; status: {claim['status']}; rule: {claim['rule_id']} "
        f"({claim['extractor']} {claim['extractor_version']}); confidence {claim['confidence']:.2f}\n"
        f"   from: {claim['source_uri']}, characters {claim['char_start']}-{claim['char_end']}"
    )


def bounds(earliest: Any, latest: Any) -> str:
    """Return two days as a person would write them; ``date not told`` where both are open."""
    if earliest is None and latest is None:
        return "date not told"
    return str(earliest) if earliest == latest else f"{earliest or '...'} to {latest or '...'}"


def sentence(claim: Row, marks: tuple[str, str]) -> str:
    """Return the sentences that a claim's evidence lies in, on one line, the trigger between two marks."""
    text: str = claim["clean_text"]
    start, end = _sentence_span(text, claim["char_start"], claim["char_end"])
    at = claim["trigger_start"]
    after = at + len(claim["trigger_text"])
    return " ".join(f"{text[start:at]}{marks[0]}{text[at:after]}{marks[1]}{text[after:end]}".split())


def _sentence_span(text: str, char_start: int, char_end: int) -> tuple[int, int]:
    from pipelines.parsing.document import parse_document

    doc = parse_document(text)
    spans = [doc.span(first, end) for first, end in doc.sentences]
    touched = [span for span in spans if span[1] > char_start and span[0] < char_end]
    return min([char_start, *(span[0] for span in touched)]), max([char_end, *(span[1] for span in touched)])


def _rows(connection: duckdb.DuckDBPyConnection, query: str, key: str) -> list[Row]:
    found = connection.execute(query, [key])
    names = [column[0] for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
