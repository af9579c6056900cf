"""One article laid out for recognition: tokens, lookups and the finds made so far.

What belongs here: the state that the rules share and the small questions they all ask of it. What does not: the rules.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress, islice
from operator import ne

from pipelines.parsing.actors.gazetteer import Alias, Gazetteer
from pipelines.parsing.actors.lexicon import ActorLexicon
from pipelines.parsing.actors.model import Find
from pipelines.parsing.document import Doc
from pipelines.parsing.tweets import find_tweets
from pipelines.records import Article

NONE: frozenset[str] = frozenset()
QUOTES = frozenset("\"“”'‘’")
_BOUNDS = frozenset('"“”\n')  # of quotations


class Scan:
    """The working state of one article; lives for one call of ``recognise``."""

    __slots__ = (
        "after", "aliases", "by_end", "by_start", "caps", "compounds", "day", "doc", "finds", "firsts", "headline",
        "is_dated", "lex", "lowers", "quoted", "rivals", "said", "said_by", "sentence_of", "size", "taken", "title_end",
        "tweets", "vocabulary", "words",
    )  # fmt: skip

    def __init__(self, doc: Doc, article: Article, lexicon: ActorLexicon, gazetteer: Gazetteer) -> None:
        """Lay out an article: which tokens are capitalised, where sentences start, where aliases match."""
        self.doc, self.words, self.lowers, self.lex = doc, doc.words, doc.lowers, lexicon
        self.size = len(doc.words)
        self.said = frozenset(doc.lowers)
        self.aliases: dict[int, tuple[int, Alias]] = gazetteer.find(doc)
        self.rivals = gazetteer.rivals
        # A word that is not its own lower-case form holds a capital somewhere; only those need a closer look.
        self.caps = bytearray(map(ne, doc.words, doc.lowers))
        for i in compress(range(self.size), self.caps):
            if not doc.words[i][0].isupper():
                self.caps[i] = _hidden_capital(doc.words[i], lexicon)
        self.firsts = {first for first, _ in doc.sentences} | _after_datelines(doc)
        self.sentence_of = doc.sentence_of
        self.title_end = self._title_end(article)
        self.vocabulary = frozenset(doc.words[self.title_end :])
        self.headline = self._headlines()
        self.tweets = {tweet.signed: tweet for tweet in find_tweets(doc)}
        self.quoted = self._quotations()
        self.finds: list[Find] = []
        self.by_start: dict[int, Find] = {}
        self.by_end: dict[int, Find] = {}
        self.after: dict[int, str] = {}
        self.taken = bytearray(self.size + 1)
        self.compounds: set[int] = set()
        self.said_by: dict[int, int] = {}  # token in a quotation to the place of the candidate who says it
        published = article.published
        day = published.latest or published.earliest
        self.day = day.isoformat() if day else ""
        self.is_dated = day is not None and published.earliest == published.latest

    def _title_end(self, article: Article) -> int:
        if not article.title:
            return 0
        return bisect_left(self.doc.starts, len(article.title))

    def _headlines(self) -> bytearray:
        """Mark the tokens of sentences written With Capitals Throughout or IN CAPITALS, where these tell nothing."""
        marked = bytearray(self.size)
        for first, end in self.doc.sentences:
            if 2 * sum(self.caps[first:end]) < end - first:
                continue
            long = [i for i in range(first, end) if len(self.words[i]) > 3 and self.words[i][0].isalpha()]
            if end - first > 40 or (self.words[end - 1] == "." and first >= self.title_end):
                marks = sum(self.words[i].isupper() for i in long)
            else:
                marks = sum(self.caps[i] for i in long)
            if len(long) > 2 and marks >= 0.75 * len(long):
                marked[first:end] = b"\1" * (end - first)
        return marked

    def _quotations(self) -> bytearray:
        """Mark the tokens inside quotation marks, and the words of tweets; a quotation that is not closed ends with its
        paragraph.
        """
        inside = bytearray(self.size)
        opened = -1
        for i in compress(range(self.size), map(_BOUNDS.__contains__, self.lowers)):
            mark = self.lowers[i]
            if opened >= 0 and mark != "“":
                inside[opened:i] = b"\1" * (i - opened)
                opened = -1
            elif mark in '"“':
                opened = i
        for tweet in self.tweets.values():
            inside[tweet.first : tweet.signed] = b"\1" * (tweet.signed - tweet.first)
        return inside

    def starts_sentence(self, token: int) -> bool:
        """Say whether a capital at this token may be owed to its position alone."""
        return (
            token in self.firsts
            or (token > 0 and self.words[token - 1] in QUOTES)
            or (token > 0 and self.words[token - 1] in ":;•-–—")
        )

    def has(self, name: str, word: str) -> bool:
        """Say whether a lower-case word is in a class of ``actor_words``."""
        return word in self.lex.words.get(name, NONE)

    def add(self, find: Find) -> Find:
        """Keep a find; its tokens are taken from now on."""
        self.finds.append(find)
        self.by_start[find.start] = find
        self.by_end[find.end] = find
        for i in range(find.start, find.end):
            self.taken[i] = 1
        return find

    def stretch(self, find: Find, start: int) -> None:
        """Let a find start earlier (a title before the name)."""
        if start < find.start:
            self.by_start.pop(find.start, None)
            find.start = start
            self.by_start[start] = find

    def lengthen(self, find: Find, end: int) -> None:
        """Let a find end later, its name too; no other find may stand there."""
        self.by_end.pop(find.end, None)
        for i in range(find.end, end):
            self.taken[i] = 1
        find.end = find.head_end = end
        self.by_end[end] = find


def _after_datelines(doc: Doc) -> set[int]:
    """Return the tokens after datelines, whose capital tells as little as a sentence's: "OSLO (Savanna) - Police"."""
    found: set[int] = set()
    for first, end in doc.sentences[:_TOP]:
        if doc.words[first].isupper() and len(doc.words[first]) > 1:
            stop = min(end - 1, first + _DATELINE)
            dashes = (k for k in range(first + 1, stop) if doc.words[k] in _DASHES and doc.words[k + 1] not in _DASHES)
            found.update(dash + 1 for dash in islice(dashes, 1))
    return found


_TOP, _DATELINE = 12, 14  # sentences; tokens
_DASHES = frozenset("-–—")


def _hidden_capital(word: str, lexicon: ActorLexicon) -> bool:
    """Say whether a token is a name behind a particle: al-Dbeibah, d'Estaing."""
    for mark in "-'’":
        head, found, rest = word.partition(mark)
        if found and rest and rest[0].isupper() and head.lower() in lexicon.hyphen_particles:
            return True
    return False
