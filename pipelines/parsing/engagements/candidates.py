"""All candidate claims of an article: every wording in every sentence with its frame filled, and the cues to judge it
by.

What belongs here: walking the sentences. What does not: keeping or dropping (``settling``), joining (``tellings``).
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from typing import Any

from pipelines.parsing.document import Doc
from pipelines.parsing.engagements.answers import put_answered
from pipelines.parsing.engagements.attendance import attendances
from pipelines.parsing.engagements.company import Company
from pipelines.parsing.engagements.cues import cues_of
from pipelines.parsing.engagements.neighbours import add_neighbours
from pipelines.parsing.engagements.speakers import find_speeches, last_speaker, speaker_of
from pipelines.parsing.engagements.told import Told
from pipelines.parsing.engagements.tweeted import put_quoted, tweeted_in
from pipelines.parsing.engagements.works import SENTENCES, Read, put_author
from pipelines.parsing.frames.frames import fill_frame
from pipelines.parsing.frames.harm import is_no_riot
from pipelines.parsing.frames.imagined import is_imagined, only_names
from pipelines.parsing.frames.ruled_out import is_ruled_out
from pipelines.parsing.frames.told_frames import is_denied
from pipelines.parsing.frames.triggers import find_matches
from pipelines.parsing.syntax.tagging import parse_sentence
from pipelines.parsing.syntax.units import Parse
from pipelines.parsing.words.lexicon import Lexicon


def find_candidates(doc: Doc, mentions: Sequence[Any], lexicon: Lexicon, *, has_title: bool) -> list[Told]:
    """Return the candidate claims of an article, in order.

    Args:
        doc: The article's text.
        mentions: Its actor mentions in order, not overlapping (``token_start``, ``token_end``, ``actor_id``, ...).
        lexicon: The wordings.
        has_title: Whether the first sentence is the headline.
    """
    by_sentence: dict[int, list[Any]] = defaultdict(list)
    for mention in mentions:
        by_sentence[doc.sentence_at(mention.token_start)].append(mention)
    heads = lexicon.heads
    out: list[Told] = []
    carried: Any = None
    previous: Parse | None = None
    read: deque[Read] = deque(maxlen=SENTENCES)
    company = Company(mentions, by_sentence[0] if has_title else [])
    open_quote = False
    paragraphs, tweets = frozenset(doc.paragraph_starts), tweeted_in(doc, by_sentence)
    for index, (first, end) in enumerate(doc.sentences):
        if index in paragraphs:
            open_quote = False
        lowers = doc.lowers[first:end]
        if heads.keys().isdisjoint(lowers) and not by_sentence[index]:
            open_quote, previous = _quote_state(lowers, open_quote), None
            continue
        headline = has_title and index == 0
        tweet = tweets.get(index)
        heading = headline or (tweet is None and doc.is_heading(index))
        parse = parse_sentence(doc, first, end, by_sentence[index], lexicon, quoted=open_quote, headline=headline)
        if tweet is not None:
            put_quoted(parse, tweet)
        speeches = find_speeches(parse, lexicon)
        teller = tweet.writer if tweet is not None else carried
        if not speeches and not any(parse.quoted):
            carried = carried if open_quote else None
        for match in find_matches(parse, lexicon):
            told_by = speaker_of(match.unit, parse, speeches, teller or _only_speaker(speeches))
            if match.trigger.pos == "e" and (told_by is None or is_denied(parse, match)):
                continue
            candidate = fill_frame(parse, match, lexicon, headline=headline, speaker=told_by)
            if is_no_riot(candidate) or is_ruled_out(parse, candidate):
                continue
            if is_imagined(parse, match.unit) or only_names(parse, match.unit):
                continue
            put_answered(candidate, parse, out, index, previous)
            put_author(candidate, parse, out, read)
            around = company.around(candidate)
            told = Told(candidate, index, parse, told_by, parse.first[match.unit], around=around, heading=heading)
            told.carried = teller
            told.cues = cues_of(told, headline, lexicon.fields)
            out.append(told)
            company.add_candidate(candidate)
        if out and not heading and index - out[-1].sentence <= _ATTENDED:
            _add_attendances(out, parse, index)
        if speeches and tweet is None:
            carried = last_speaker(parse, speeches)
        previous = None if heading else parse
        read.append(Read(index, parse, speeches, frozenset(parse.lemma)))
        company.add_sentence(by_sentence[index])
        open_quote = _quote_state(lowers, open_quote)
    add_neighbours(out, len(doc.sentences))
    return out


def _add_attendances(out: list[Told], parse: Parse, index: int) -> None:
    """Tell the talks of the sentences before, and of this one so far, who is told here to have been there."""
    for found in attendances(parse):
        found.sentence = index
        for told in reversed(out):
            if index - told.sentence > _ATTENDED:
                break
            before = told.sentence < index or told.candidate.match.unit < found.unit or found.beside is not None
            if before and not told.heading and told.candidate.match.trigger.engagement_type == "CONSULT":
                told.followed.append(found)


_ATTENDED = 3  # sentences
_QUOTES = frozenset('“”"')


def _only_speaker(speeches: list[Any]) -> Any:
    return speeches[0].speaker if speeches else None


def _quote_state(lowers: list[str], open_quote: bool) -> bool:
    if _QUOTES.isdisjoint(lowers):
        return open_quote
    for word in lowers:
        if word == "“":
            open_quote = True
        elif word == "”":
            open_quote = False
        elif word == '"':
            open_quote = not open_quote
    return open_quote
