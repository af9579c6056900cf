"""The one registry of staged tables: polars schemas, Parquet files, dbt sources and docs all come from here.

What belongs here: each staged table's columns, types and meaning, and the closed lists that other parts share. What
does not: code that reads or writes them. Types are named as strings so that importing this module imports no data frame
library; ``polars_schema`` turns them into polars' own when asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

ENGAGEMENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
# What is said, not done, and done by saying it: "is urging" has urged.
SPEECH_TYPES = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
STATUSES = ("occurred", "ongoing", "planned", "proposed", "not_occurred")
PARTICIPANT_ROLES = ("source", "target", "host", "guest", "participant", "mediator")
ACTOR_KINDS = ("person", "organization", "state", "group")
DATE_PRECISIONS = ("day", "week", "month", "quarter", "year", "range", "unknown")
PUBLISHED_BASES = ("metadata", "url", "dateline", "text", "tenure", "none")
REJECTION_REASONS = {
    "empty": "No text after cleaning.",
    "too_long": "Longer than the limit in the settings (max_article_chars).",
    "too_short": "Fewer words than the limit in the settings (min_article_words).",
    "undecodable": "The bytes are not text in any encoding that was tried.",
    "malformed": "The file or record breaks its format (bad JSON, cut-off gzip, broken archive).",
    "missing_field": "A record without a field that holds text.",
    "unsupported_format": "No reader takes this kind of file.",
    "no_articles": "A file that is read to its end and holds no article: an empty feed, crawl, table or archive.",
    "no_body": "A page in which no story's text was found: a section front, a gallery, an empty shell.",
    "not_a_page": "A crawl's response that is no page: an error status, a redirect, an image, a script.",
    "url_only": "A url without its text (sitemap, list of urls); `communique fetch` brings what is behind it.",
    "missing_extra": "This needs an optional part of the installation; the detail names it.",
    "unsupported_language": "Not English; kept for the day a coder for its language exists.",
    "limit_exceeded": "An archive or page beyond the limits on size, ratio, count or depth.",
    "coder_failed": "The coder raised an error on this article; see the detail.",
    "quote_not_found": "A claim whose quote is not in the article's text.",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its type is ``str``, ``int``, ``float``, ``bool``, ``date``, ``datetime`` or ``list[str]``."""

    name: str
    dtype: str
    description: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A staged table: one Parquet file per batch under ``<state>/staging/<name>/``."""

    name: str
    description: str
    columns: tuple[Column, ...]


def _c(name: str, dtype: str, description: str, nullable: bool = False) -> Column:
    return Column(name, dtype, description, nullable)


_ARTICLE_ID = _c("article_id", "str", "SHA-256 (hex) of the article's clean text.")
_BATCH = _c("batch_id", "str", "The landing batch that brought the row in.")


def _bounds(prefix: str, what: str) -> tuple[Column, ...]:
    return (
        _c(f"{prefix}_earliest", "date", f"First day the text allows for {what}.", True),
        _c(f"{prefix}_latest", "date", f"Last day the text allows for {what}.", True),
        _c(f"{prefix}_precision", "str", f"How far {what} is known: day, week, month, quarter, year, range, unknown."),
    )


_TABLES = (
    Table("article", "One row per distinct clean text accepted.", (
        _ARTICLE_ID,
        _c("source_key", "str", "Key of the outlet."),
        _c("source_name", "str", "Name of the outlet.", True),
        _c("source_domain", "str", "Domain of the outlet.", True),
        _c("source_uri", "str", "Url or path the text was first read from."),
        _c("title", "str", "Headline.", True),
        _c("byline", "str", "Author line as given.", True),
        _c("dateline", "str", "Place that the story is datelined from, as worded.", True),
        _c("agency", "str", "Agency credited at the head of the story.", True),
        *_bounds("published", "publication"),
        _c("published_basis", "str", "Where the date comes from: metadata, url, dateline, text, tenure, none."),
        _c("language", "str", "ISO 639-1 code of the text's language."),
        _c("word_count", "int", "Words in the clean text."),
        _c("clean_text", "str", "Title, blank line, paragraphs."),
        _c("notes", "str", "What was left out of the text, or of its date not believed, when it was read.", True),
        _c("raw_sha256", "str", "SHA-256 (hex) of the bytes first read."),
        _c("ingested_at", "datetime", "When the text was first read (UTC)."),
        _BATCH,
    )),
    Table("article_source", "One row per record that was read and accepted, exact duplicates too.", (
        _ARTICLE_ID,
        _c("source_uri", "str", "Url or path of this record."),
        _c("source_key", "str", "Key of the outlet of this record."),
        _c("source_name", "str", "Name of the outlet of this record.", True),
        _c("source_domain", "str", "Domain of the outlet of this record.", True),
        _c("raw_sha256", "str", "SHA-256 (hex) of the record's bytes."),
        _c("reader", "str", "Module that read the record."),
        _c("ingested_at", "datetime", "When it was read (UTC)."),
        _BATCH,
    )),
    Table("rejection", "One row per record that was read and not accepted.", (
        _c("source_uri", "str", "Url or path of the record."),
        _c("raw_sha256", "str", "SHA-256 (hex) of the record's bytes."),
        _c("reason_code", "str", "Why: one of the closed list."),
        _c("detail", "str", "What was wrong and the way out."),
        _c("reader", "str", "Module that refused it."),
        _c("first_bytes", "str", "Leading bytes as printable text."),
        _c("rejected_at", "datetime", "When it was refused (UTC)."),
        _BATCH,
    )),
    Table("article_actor", "One row per actor of an article, its mentions folded.", (
        _ARTICLE_ID,
        _c("actor_id", "int", "Index of the actor within the article."),
        _c("name", "str", "Fullest name in the article, or the registry's canonical name."),
        _c("actor_kind", "str", "person, organization, state or group."),
        _c("sector", "str", "PLOVER sector code.", True),
        _c("country_iso3", "str", "Country the actor belongs to.", True),
        _c("registry_id", "str", "Row of the registry, where known.", True),
        _BATCH,
    )),
    Table("actor_mention", "One row per place where an article names an actor.", (
        _ARTICLE_ID,
        _c("actor_id", "int", "Index of the actor within the article."),
        _c("char_start", "int", "Offset of the first character in clean_text."),
        _c("char_end", "int", "Offset after the last character."),
        _c("surface_text", "str", "The characters themselves."),
        _c("resolution_method", "str", "How the mention was resolved to its actor."),
        _c("confidence", "float", "0 to 1."),
        _BATCH,
    )),
    Table("actor_role", "Posts that articles say their actors hold.", (
        _ARTICLE_ID,
        _c("actor_id", "int", "Who holds the post."),
        _c("role_title", "str", "The post as told."),
        _c("organization_id", "int", "The organization's index within the article.", True),
        _c("country_iso3", "str", "Country of the post.", True),
        _c("char_start", "int", "Offset of the evidence."),
        _c("char_end", "int", "Offset after the evidence."),
        _BATCH,
    )),
    Table("engagement_claim", "One row per claim: one article says, in one place, that an engagement is so.", (
        _ARTICLE_ID,
        _c("claim_id", "int", "Index of the claim within the article."),
        _c("engagement_type", "str", "PLOVER type."),
        _c("mode", "str", "PLOVER mode, or one of the contract's.", True),
        _c("status", "str", "occurred, ongoing, planned, proposed or not_occurred."),
        _c("attributed_to", "int", "Actor index of who says so; NULL = the article.", True),
        _c("sentence_index", "int", "Index of the sentence within the article."),
        _c("char_start", "int", "Offset of the evidence in clean_text."),
        _c("char_end", "int", "Offset after the evidence."),
        _c("evidence_text", "str", "The evidence itself."),
        _c("trigger_text", "str", "The words that carry the act."),
        _c("trigger_start", "int", "Offset of the trigger in clean_text."),
        *_bounds("started", "its beginning"),
        *_bounds("ended", "its end"),
        _c("place_text", "str", "Where, as worded.", True),
        _c("place_key", "str", "Resolved place.", True),
        _c("place_note", "str", "Why the place was not resolved.", True),
        _c("country_iso3", "str", "Country where it happened.", True),
        _c("topic", "list[str]", "PLOVER contexts."),
        _c("same_as", "int", "Earlier claim of the article that tells the same engagement.", True),
        _c("parent", "int", "Claim that this one is a part of.", True),
        _c("rule_id", "str", "Lexicon row or rule that coded it."),
        _c("extractor", "str", "Name of the coder."),
        _c("extractor_version", "str", "Version of the coder and its reference data."),
        _c("confidence", "float", "0 to 1."),
        _BATCH,
    )),
    Table("claim_participant", "One row per actor and part in a claim.", (
        _ARTICLE_ID,
        _c("claim_id", "int", "Index of the claim within the article."),
        _c("actor_id", "int", "Index of the actor within the article."),
        _c("participant_role", "str", "source, target, host, guest, participant or mediator."),
        _c("is_principal", "bool", "False for those only present."),
        _c("on_behalf_of", "int", "Actor index that this one acted for.", True),
        _BATCH,
    )),
    Table("actor_link", "Linking: which warehouse actor an article's actor is (rewritten whole each run).", (
        _ARTICLE_ID,
        _c("actor_id", "int", "Index of the actor within the article."),
        _c("actor_key", "str", "Stable key of the actor."),
        _c("linked_by", "str", "registry, decision or name."),
    )),
    Table("actor_redirect", "Linking: keys that were merged away.", (
        _c("old_key", "str", "Key that is no more."),
        _c("new_key", "str", "Key that stands for it."),
        _c("since_run", "str", "Run that merged them."),
    )),
    Table("claim_link", "Linking: which engagement a claim tells of (rewritten whole each run).", (
        _ARTICLE_ID,
        _c("claim_id", "int", "Index of the claim within the article."),
        _c("engagement_key", "str", "Stable key of the engagement."),
    )),
    Table("story_link", "Linking: near-duplicate articles share a story (rewritten whole each run).", (
        _ARTICLE_ID,
        _c("story_key", "str", "Key of the story."),
        _c("is_story_lead", "bool", "The earliest and longest of its story."),
        _c("also_story_keys", "list[str]", "Other stories that a merged text has much of.", True),
    )),
    Table("place", "Places that claims resolved to (rewritten whole each run).", (
        _c("place_key", "str", "Stable key of the place."),
        _c("place_name", "str", "Name."),
        _c("place_kind", "str", "city, country, state, region, site, island, sea, river or mountain."),
        _c("country_iso3", "str", "Country.", True),
        _c("latitude", "float", "Degrees north.", True),
        _c("longitude", "float", "Degrees east.", True),
    )),
    Table("meta_run", "One row per published run, written by the publisher.", (
        _c("run_id", "str", "Name of the run."),
        _c("published_at", "datetime", "When it was published (UTC)."),
        _c("code_version", "str", "Version of the code that made it."),
        _c("reference_version", "str", "Version of the reference data it used."),
        _c("table_counts", "str", "Rows per published table, as a JSON object."),
    )),
)  # fmt: skip

TABLES: dict[str, Table] = {table.name: table for table in _TABLES}


def polars_schema(table: str) -> dict[str, Any]:
    """Return the polars schema of a staged table: column name to polars type, in order."""
    import polars as pl

    types = {
        "str": pl.String, "int": pl.Int64, "float": pl.Float64, "bool": pl.Boolean, "date": pl.Date,
        "datetime": pl.Datetime("us", "UTC"), "list[str]": pl.List(pl.String),
    }  # fmt: skip
    return {column.name: types[column.dtype] for column in TABLES[table].columns}
