"""Who says the words of a quotation, by the words around it: "...," said X; X said: "..."; also over paragraphs; and
of a tweet, by its signature.

What belongs here: the speaker of each quotation in an article. What does not: whom the words inside mean
(``pronouns``), reported speech without quotation marks.
"""

from __future__ import annotations

from pipelines.parsing.actors.context import word_after, word_before
from pipelines.parsing.actors.model import Mention
from pipelines.parsing.actors.scan import Scan

_AFTER = 4  # tokens from the end of a quotation to who said it
# "Talks with the minister broke down": who stands behind these does nothing.
_GOVERNING = frozenset("of with by to for from at on in into against between about over under".split())


def is_subject(scan: Scan, mention: Mention) -> bool:
    """Say whether a mention stands before a verb, and does what it tells."""
    if mention.possessive or word_after(scan, mention.token_end) not in scan.lex.verbs:
        return False
    if scan.lowers[mention.token_start - 1] == "," and scan.lowers[mention.token_end] in scan.lex.verbs:
        return True  # "After talks with X, Y said": no list, which would have an "and"
    return word_before(scan, mention.token_start) not in _GOVERNING


def speaks(scan: Scan, mention: Mention) -> bool:
    """Say whether a mention is the subject of a verb of saying."""
    verb = mention.token_start - 1
    if scan.lowers[verb] in scan.lex.speech and mention.token_start not in scan.firsts:
        return scan.lowers[verb] not in TO_WHOM or scan.lowers[verb - 1] in _BEFORE_TELLER  # "said Jane Roe"
    return is_subject(scan, mention) and word_after(scan, mention.token_end) in scan.lex.speech


# "Told Jane Roe": she hears it.
TO_WHOM = frozenset("assured asked informed reminded tell telling tells told warned".split())
_BEFORE_TELLER = frozenset((",", '"', "”"))


def speakers(scan: Scan, named: dict[int, list[Mention]]) -> dict[int, int]:
    """Return for each token inside a quotation whose speaker the text tells the place of that actor.

    Args:
        scan: The article.
        named: The mentions by sentence, with the pronouns outside quotations.
    """
    runs = _runs(scan)
    said = [_teller(scan, named, start, end) for start, end in runs]
    for k in range(len(runs) - 2, -1, -1):  # a quotation that its paragraph ends goes on in the next
        if said[k] < 0 and scan.words[runs[k][1] : runs[k][1] + 1] == ["\n"] and runs[k + 1][0] == runs[k][1] + 1:
            said[k] = said[k + 1]
    for k in range(1, len(runs)):
        if said[k] < 0 and (
            "\n" not in scan.words[runs[k - 1][1] : runs[k][0]] or _goes_on(scan, runs[k - 1], runs[k])
        ):
            said[k] = said[k - 1]
    return {
        token: actor
        for (start, end), actor in zip(runs, said, strict=True)
        if actor >= 0
        for token in range(start, end)
    }


def _goes_on(scan: Scan, before: tuple[int, int], run: tuple[int, int]) -> bool:
    """Say whether a quotation that is a paragraph of its own goes on with one of the paragraph before, no question."""
    start, end = run
    alone = scan.words[start - 1] == "\n" and scan.words[end + 1 : end + 2] in ([], ["\n"])
    between = scan.words[before[1] : start - 1]
    return alone and "\n" not in between and scan.words[before[1] - 1] != "?"


def _runs(scan: Scan) -> list[tuple[int, int]]:
    """Return the quotations as tokens: (first, end)."""
    out, start = [], scan.quoted.find(1)
    while start >= 0:
        end = scan.quoted.find(0, start)
        end = end if end >= 0 else scan.size
        out.append((start, end))
        start = scan.quoted.find(1, end)
    return out


def _teller(scan: Scan, named: dict[int, list[Mention]], start: int, end: int) -> int:
    """Return who is told right after a quotation, or else before it in its sentence, to say it; or -1."""
    tweet = scan.tweets.get(end)
    if tweet is not None:
        return next(
            (m.actor_id for m in named.get(scan.sentence_of[end + 1], ()) if end < m.token_end <= tweet.end), -1
        )
    last = [m for m in named.get(scan.sentence_of[end - 1], ()) if end < m.token_start and not m.member_of]
    found = _behind(scan, last, end)
    if found is None:
        first = named.get(scan.sentence_of[start], ())
        before = [m for m in first if m.token_end <= start and not scan.quoted[m.token_start] and not m.member_of]
        found = next((m for m in reversed(before) if speaks(scan, m)), None)
        if found is None and scan.lowers[start - 1] == ":":  # "Jane Roe was blunt: '...'"
            found = next((m for m in before if is_subject(scan, m)), None)
    return found.actor_id if found is not None else -1


def _behind(scan: Scan, mentions: list[Mention], end: int) -> Mention | None:
    """Return who says a quotation behind it: "...," Jane Roe said; "...," said X's aide Jane Roe.

    Args:
        scan: The article.
        mentions: Those of its last sentence behind it, in order.
        end: The quotation's end.
    """
    if scan.lowers[end + 1 : end + 2] and scan.lowers[end + 1] in scan.lex.speech:
        start, reach = end + 2, _TITLE
    else:
        start, reach = end + 1, _AFTER
    for n, mention in enumerate(mentions):
        if mention.token_start - start > reach or not _is_phrase(scan, start, mention.token_start):
            return None
        if not (mention.possessive or (mention.attributive and mentions[n + 1 : n + 2])):
            return mention if reach == _TITLE or speaks(scan, mention) or _says(scan, mention) else None
        start = mention.token_end
    return None


def _says(scan: Scan, mention: Mention) -> bool:
    """Say whether the next verb behind a mention is one of saying: "Jane Roe of Ohio, a Whig, said"."""
    verbs = (word for word in scan.lowers[mention.token_end : mention.token_end + _FAR] if word in scan.lex.verbs)
    return next(verbs, "") in scan.lex.speech


_FAR = 12  # tokens


def _is_phrase(scan: Scan, start: int, end: int) -> bool:
    """Say whether the words between belong to the phrase that begins before them: "former chief of staff"."""
    words = scan.lowers[start:end]
    return _APART.isdisjoint(words) and not any(
        word.endswith(("ed", "ing")) and word in scan.lex.verbs for word in words
    )


_TITLE = 8  # tokens of a post before a name
_APART = frozenset(", ; : — – ( \n that who which in on at after before about as while when during".split(" "))
