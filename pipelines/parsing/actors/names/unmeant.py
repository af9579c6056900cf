"""Aliases of the registry that a text does not mean: common words, places, what only describes.

What belongs here: taking such aliases back before names are read. What does not: which of several meanings an alias has
(``meanings``).
"""

from __future__ import annotations

from itertools import compress

from pipelines.parsing.actors.gazetteer import Alias, Gazetteer
from pipelines.parsing.actors.scan import Scan
from pipelines.parsing.places.gazetteer import load_gazetteer


def drop_unmeant(scan: Scan, gazetteer: Gazetteer) -> None:
    """Forget the aliases of a text that are not meant, and shorten those of which only the state is meant."""
    named = _named(scan)
    for i, (end, alias) in list(scan.aliases.items()):
        if (
            _is_common_word(scan, i, end, alias)
            or (alias.kind == "state" and _is_elsewhere(scan, i))
            or (alias.kind == "state" and _is_of_talks(scan, i, end, alias))
            or (alias.is_doubtful and not _is_spoken_for(scan, i, alias))
            or (alias.kind == "group" and _names_more(scan, i, end))
            or (_is_foreign(alias, named) and not _tells_town(scan, alias))
            or (scan.lowers[i] in _AMERICA and end == i + 1 and _is_in_name(scan, i))
        ):
            del scan.aliases[i]
        elif end - i > 1 and end < scan.size and is_of_military(scan, end - 1):
            _leave_state(scan, gazetteer, i, end)


def _is_common_word(scan: Scan, i: int, end: int, alias: Alias) -> bool:
    """Say whether the text writes an acronym as the common word it also is: "Plan", "Let"; "IS" among CAPITALS."""
    if end > i + 1 or not alias.words[0].isupper():
        return False
    if scan.words[i].isupper():
        return alias.kind != "state" and _is_word(scan, i) and any(_is_in_capitals(scan, k) for k in (i - 1, i + 1))
    return _is_word(scan, i) or scan.lowers[i] in scan.lex.not_names.by_first


def _is_word(scan: Scan, i: int) -> bool:
    """Say whether the text or the lexicon has a token in lower case, too."""
    return scan.lowers[i] in scan.vocabulary or scan.lowers[i] in scan.lex.verbs


def _is_in_capitals(scan: Scan, i: int) -> bool:
    """Say whether a word in CAPITALS stands at a token that is no acronym of the registry."""
    if not 0 <= i < scan.size or i in scan.aliases:
        return False
    return len(scan.words[i]) > 1 and scan.words[i].isalpha() and scan.words[i].isupper()


def _is_spoken_for(scan: Scan, i: int, alias: Alias) -> bool:
    """Say whether a word of the text, or the country named right before, speaks for one meaning of an alias."""
    country = next((a.senses[0].entry.country for end, a in (scan.aliases.get(i - 1, (-1, alias)),) if end == i), "")
    return any(
        not sense.cues.isdisjoint(scan.said) or (country and country in (sense.entry.country, sense.country))
        for sense in alias.senses
    )


def _names_more(scan: Scan, i: int, end: int) -> bool:
    """Say whether a name goes on behind the alias that it starts with: "the West Wing"."""
    return (
        scan.lowers[i] == "the"
        and end < scan.size
        and bool(scan.caps[end])
        and not scan.headline[end]
        and not scan.starts_sentence(end)
    )


def _named(scan: Scan) -> dict[str, set[str]]:
    """Return by country (ISO 3166-1 alpha-3) the aliases of its actors that the text has."""
    found: dict[str, set[str]] = {}
    for i, (end, alias) in scan.aliases.items():
        for sense in alias.senses:
            found.setdefault(sense.entry.country or sense.country, set()).add(" ".join(scan.lowers[i:end]))
    return found


def _is_foreign(alias: Alias, named: dict[str, set[str]]) -> bool:
    """Say whether an acronym is short for a body of a country that the text does not speak of: another body is meant.

    American bodies are told of without a word of their country, and so are those of no other name: the BBC.
    """
    return len(alias.words) == 1 and all(
        sense.alias_type == "acronym"
        and sense.entry.kind == "organization"
        and sense.entry.name.upper() != alias.words[0]
        and sense.entry.country not in _ANYWHERE
        and len(named[sense.entry.country]) < 2
        for sense in alias.senses
    )


_ANYWHERE = ("", "USA")


def _tells_town(scan: Scan, alias: Alias) -> bool:
    """Say whether the text names a town of an acronym's country: "the RSF captured El Fasher"."""
    lands = {sense.entry.country for sense in alias.senses}
    gazetteer = load_gazetteer()
    names = (scan.words[i : i + n] for i in compress(range(scan.size), scan.caps) for n in (2, 1))
    found = (gazetteer.lookup(" ".join(name))[:1] for name in names if len(name[0]) > 1 and name[-1][0].isupper())
    return any(place[0].iso3 in lands for place in found if place)


def _is_elsewhere(scan: Scan, i: int) -> bool:
    """Say whether a text speaks, by its other words, of the place elsewhere that a state's name is, too: Georgia of the
    U.S.
    """
    told = scan.lex.namesake_places.get(scan.lowers[i])
    return told is not None and len(told.elsewhere & scan.said) > len(told.here & scan.said)


def _is_of_talks(scan: Scan, i: int, end: int, alias: Alias) -> bool:
    """Say whether a capital is only where talks are held or a deal was made: "the Vienna nuclear talks"."""
    if not i or scan.lowers[i - 1] not in _ITS or alias.senses[0].alias_type != "capital":
        return False
    noun = end + scan.has("topic_of_talks", scan.lowers[end]) if end < scan.size else end
    return noun < scan.size and not scan.caps[noun] and scan.has("talks_or_deal", scan.lowers[noun])


_ITS = frozenset(
    "a another any both earlier further last latest previous recent renewed that the these this those".split()
)
_AMERICA = frozenset(("america", "usa"))


def _is_in_name(scan: Scan, i: int) -> bool:
    """Say whether a body's name goes on before "America" or "USA", or behind the latter: "Enroll America", "USA
    Swimming", and not "In America", "Make America Great", "America First".
    """
    if scan.headline[i]:
        return False
    behind = scan.lowers[i] == "usa" and _is_plain_name(scan, i + 1)
    return behind or (i > 0 and _is_plain_name(scan, i - 1) and i not in scan.firsts)


def _is_plain_name(scan: Scan, i: int) -> bool:
    """Say whether a capitalised word is a name of no known actor, no title, no slogan's verb and no small word."""
    if i >= scan.size or not scan.caps[i] or i in scan.aliases or any(end == i + 1 for end, _ in _near(scan, i)):
        return False
    lex, word = scan.lex, scan.lowers[i]
    slogan = word in lex.verbs and (i in scan.firsts or scan.caps[i + 2 : i + 3] == b"\1")
    if slogan or word in lex.post_words or scan.has("function", word) or scan.has("opener", word):
        return False
    return not any(words.at(scan.lowers, i, scan.size) for words in (lex.titles, lex.not_names, lex.groups))


def _near(scan: Scan, i: int) -> list[tuple[int, Alias]]:
    """Return the aliases that start shortly before a token."""
    return [scan.aliases[j] for j in range(max(0, i - _LONG), i) if j in scan.aliases]


_LONG = 4


def is_of_military(scan: Scan, i: int) -> bool:
    """Say whether a token is "military" before a noun that it describes: "military aid", "military drills"."""
    return scan.lowers[i] == "military" and i + 1 < scan.size and scan.has("military_noun", scan.lowers[i + 1])


def _leave_state(scan: Scan, gazetteer: Gazetteer, i: int, end: int) -> None:
    """Take a state for itself whose "military" only describes what it does: "Chad's military aid"."""
    whose = end - 1 - (scan.lowers[end - 2] == "'s")
    state = gazetteer.alias(" ".join(scan.lowers[i:whose]))
    if state is not None:
        scan.aliases[i] = whose, state
