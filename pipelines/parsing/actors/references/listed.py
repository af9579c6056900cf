"""People told by a list of whose they are: "the leaders of Britain, France and Italy", "envoys from Chad and Niger".

What belongs here: that such words mean the states and bodies of the list, or their heads where the article names them
all. What does not: words for several that list nobody (``collectives``).
"""

from __future__ import annotations

from dataclasses import replace

from pipelines.parsing.actors.model import Candidate, Mention
from pipelines.parsing.actors.references.collectives import BySentence, mention_of
from pipelines.parsing.actors.references.offices import head_of
from pipelines.parsing.actors.scan import Scan

_BETWEEN = frozenset((",", "and", "the"))


def listed_at(scan: Scan, candidates: list[Candidate], named: BySentence, noun: int) -> Mention | None:
    """Return the mention of all whose people a noun with a list behind it tells of, or None."""
    if scan.lowers[noun + 1 : noun + 2] not in (["of"], ["from"]) or not scan.has("sent_by", scan.lowers[noun]):
        return None
    here = named.get(scan.sentence_of[noun], [])
    owners = _owners(scan, candidates, here, noun + 2)
    if len(owners) < 2:
        return None
    heads = [head_of(scan, candidates, candidates[owner].country, scan.lowers[noun]) for owner in owners]
    start = next((m.token_start for m in here if m.token_start <= noun < m.token_end), noun)
    mention = mention_of(scan, start, noun + 1, tuple(owners if -1 in heads else heads))
    return replace(mention, is_pronoun=False)  # it says itself whom it means


def _owners(scan: Scan, candidates: list[Candidate], here: list[Mention], token: int) -> list[int]:
    """Return the states and bodies of the list that starts at a token and holds an "and"."""
    starts = {m.token_start: m for m in here if candidates[m.actor_id].kind in ("state", "organization")}
    out, joined = [], False
    while token < scan.size:
        if token in starts and not starts[token].attributive:
            out.append(starts[token].actor_id)
            token = starts[token].token_end
        elif scan.lowers[token] in _BETWEEN:
            joined = joined or scan.lowers[token] == "and"
            token += 1
        else:
            break
    return list(dict.fromkeys(out)) if joined else []
