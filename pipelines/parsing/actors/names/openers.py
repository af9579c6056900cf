"""Words that owe their capital to where they stand: the first of a sentence, those of a headline.

What belongs here: passing over them. What does not: what the names behind them are (``proper``).
"""

from __future__ import annotations

from pipelines.parsing.actors.names.run import Run
from pipelines.parsing.actors.scan import Scan


def only_opens(scan: Scan, start: int) -> bool:
    """Say whether a word is capitalised for no other reason than that it opens a sentence ("The", "He")."""
    if start not in scan.firsts or start + 1 >= scan.size or scan.caps[start + 1]:
        return False
    word = scan.lowers[start]
    return scan.has("opener", word) and start not in scan.aliases and word not in scan.lex.titles.by_first


def skip_opener(run: Run) -> None:
    """Pass over words that are capitalised because they open a sentence (or stand in a headline)."""
    scan = run.scan
    opens = scan.starts_sentence(run.start) or run.start < scan.title_end
    while opens and run.pos < run.end and run.pos not in scan.aliases:
        word = scan.lowers[run.pos]
        at_start = run.pos == run.start
        common = at_start and word in scan.vocabulary and word not in scan.lex.given
        common = common and word not in scan.lex.titles.by_first and not _heads_org(run) and not _opens_a_place(run)
        common = common or (at_start and _is_group(run))
        if not common and not (scan.has("opener", word) and _opens(run, word)):
            return
        run.pos += 1


def _opens_a_place(run: Run) -> bool:
    """Say whether a word begins a longer name that is nobody's: "New Mexico", in a text that tells of new laws."""
    known = run.scan.lex.not_names.at(run.scan.lowers, run.pos, run.end)
    return known is not None and known[0] > run.pos + 1


def _is_group(run: Run) -> bool:
    """Say whether a stretch is one word for people that its sentence opens with: "Farmers blocked"."""
    group = run.scan.lex.groups.at(run.scan.lowers, run.pos, run.end)
    return run.end == run.pos + 1 and group is not None and group[1].plural


def _opens(run: Run, word: str) -> bool:
    """Say whether an opener does not begin a body's name or a title ("National Security Council")."""
    lex, lowers = run.scan.lex, run.scan.lowers
    if lex.titles.at(lowers, run.pos, run.end) or lex.not_names.at(lowers, run.pos, run.end):
        return False
    return not run.scan.has("may_name", word) or not _heads_org(run)


def _heads_org(run: Run) -> bool:
    return any(start > run.pos for start, _, _ in run.heads)
