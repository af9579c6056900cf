"""Who says what a pronoun opens, outside quotations: "X said it would", "X and Y said they would".

What belongs here: the speaker of words that are reported, where a pronoun in them takes the speaker up. What does not:
quotations (``quotations``), pronouns in any other place (``pronouns``).
"""

from __future__ import annotations

from pipelines.parsing.actors.context import word_after
from pipelines.parsing.actors.model import Mention
from pipelines.parsing.actors.references.quotations import TO_WHOM, is_subject, speaks
from pipelines.parsing.actors.scan import Scan


def says_so(scan: Scan, here: list[Mention], token: int) -> Mention | None:
    """Return who says what a pronoun opens, who so means himself: "while X said it would", "X said on Monday his"."""
    verb = token - 1 - (scan.lowers[token - 1] == "that")
    while verb > 0 and (scan.has("day", scan.lowers[verb]) or scan.lowers[verb] == "on"):
        verb -= 1
    if scan.lowers[verb] not in scan.lex.speech:
        verb = _told(scan, verb)
    if scan.lowers[verb] not in scan.lex.speech or scan.quoted[token]:
        return None
    tellers = (m for m in reversed(here) if m.token_end <= verb < m.token_end + _NEAR_VERB and is_subject(scan, m))
    return next((m for m in tellers if _tells(scan, m, verb)), None)


def _tells(scan: Scan, mention: Mention, verb: int) -> bool:
    """Say whether a subject's verb is one of saying: "X said", "X has told"."""
    after = word_after(scan, mention.token_end)
    has = after in scan.lex.auxiliaries and after == scan.lowers[verb - 1]
    return has or after == scan.lowers[verb]


def _told(scan: Scan, end: int) -> int:
    """Return the "told" of "told him that", if only whom one tells stands behind it up to a token, else the token."""
    for verb in range(end - 1, max(0, end - _TOLD_WHOM) - 1, -1):
        word = scan.lowers[verb]
        if word in TO_WHOM:
            return verb
        if word == "," or word in scan.lex.verbs:
            break
    return end


_TOLD_WHOM = 5  # words
_NEAR_VERB = 20  # tokens, with an apposition between


def says_afterwards(scan: Scan, token: int) -> bool:
    """Say whether "he" has said the clause before, of others: "X met Y, he said."; not "Asked about X, he said it"."""
    if scan.lowers[token - 1] != "," or scan.quoted[token - 2] or word_after(scan, token + 1) not in scan.lex.speech:
        return False
    verb = next((k for k in range(token + 1, scan.size) if scan.lowers[k] in scan.lex.speech), token)
    after = verb + 1
    while after < scan.size and (scan.has("day", scan.lowers[after]) or scan.lowers[after] == "on"):
        after += 1
    return after >= scan.size or scan.lowers[after] == "."


def means_to(scan: Scan, token: int) -> bool:
    """Say whether "it" will or has done what is told: "it would send", but not "it would be wrong to"."""
    will, does = scan.lowers[token + 1 : token + 2], scan.lowers[token + 2 : token + 3]
    return bool(will) and will[0] in _WILL and does != ["be"] and does != ["been"] and does != ["take"]


_WILL = frozenset("would will could may might must had has 'd 'll should".split())


def first_joined(scan: Scan, here: list[Mention], mention: Mention) -> Mention:
    """Return the first of those whom "and" joins to a mention, with no comma before it: X of "X and Y said"."""
    before = {m.token_end: m for m in here}
    start = mention.token_start - (scan.lowers[mention.token_start - 1] == "the")
    first = before.get(start - 1) if start and scan.lowers[start - 1] == "and" else None
    return first or mention


def says_last(scan: Scan, mention: Mention) -> bool:
    """Say whether somebody says what the clause before told, at the end of its sentence: "..., minister X said"."""
    says = speaks(scan, mention) or (is_subject(scan, mention) and word_after(scan, mention.token_end) in TO_WHOM)
    if not says:
        return False
    first, end = scan.doc.sentences[scan.sentence_of[mention.token_start]]
    return "," in scan.lowers[first : mention.token_start] and end - mention.token_end <= _LAST_WORDS


_LAST_WORDS = 6
