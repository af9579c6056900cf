"""Aliases of the registry that a text does not mean: common words, places, what only describes.

What belongs here: taking such aliases back before names are read. What does not: which of several meanings an alias has
(``proper``).
"""

from __future__ import annotations

from pipelines.parsing.actors.gazetteer import Alias, Gazetteer
from pipelines.parsing.actors.scan import Scan


def drop_unmeant(scan: Scan, gazetteer: Gazetteer) -> None:
    """Forget the aliases of a text that are not meant, and shorten those of which only the state is meant."""
    for i, (end, alias) in list(scan.aliases.items()):
        if _is_common_word(scan, i, end, alias) or (alias.kind == "state" and _is_elsewhere(scan, i)):
            del scan.aliases[i]
        elif end - i > 1 and end < scan.size and is_of_military(scan, end - 1):
            _leave_state(scan, gazetteer, i, end)


def _is_common_word(scan: Scan, i: int, end: int, alias: Alias) -> bool:
    """Say whether the text writes an acronym as the common word it also is: "Plan", "Let"."""
    word, lex = scan.lowers[i], scan.lex
    return (
        end == i + 1
        and alias.words[0].isupper()
        and not scan.words[i].isupper()
        and (word in scan.vocabulary or word in lex.not_names.by_first or word in lex.verbs)
    )


def _is_elsewhere(scan: Scan, i: int) -> bool:
    """Say whether a text speaks, by its other words, of the place elsewhere that a state's name is, too: Georgia of the
    U.S.
    """
    told = scan.lex.namesake_places.get(scan.lowers[i])
    return told is not None and len(told.elsewhere & scan.said) > len(told.here & scan.said)


def is_of_military(scan: Scan, i: int) -> bool:
    """Say whether a token is "military" before a noun that it describes: "military aid", "military drills"."""
    return scan.lowers[i] == "military" and i + 1 < scan.size and scan.has("military_noun", scan.lowers[i + 1])


def _leave_state(scan: Scan, gazetteer: Gazetteer, i: int, end: int) -> None:
    """Take a state for itself whose "military" only describes what it does: "Chad's military aid"."""
    whose = end - 1 - (scan.lowers[end - 2] == "'s")
    state = gazetteer.alias(" ".join(scan.lowers[i:whose]))
    if state is not None:
        scan.aliases[i] = whose, state
