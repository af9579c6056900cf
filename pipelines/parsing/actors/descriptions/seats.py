"""Posts of which each place has one, told of several places at once: "the mayors of Turin and Lyon".

What belongs here: telling that such a list of places belongs to the post and that no place in it acts. What does not:
the posts of sovereign states, which stand for these (``references.listed``); other groups (``nominal``).
"""

from __future__ import annotations

from pipelines.parsing.actors.model import Find
from pipelines.parsing.actors.scan import Scan

_SEATED = frozenset("archbishops bishops governors mayors sheriffs".split())
_HEADED = frozenset(("police chiefs", "fire chiefs", "attorneys general"))
_JOINING = frozenset((",", "and"))
_NO_PLACES = frozenset(("state", "demonym"))  # a sovereign state is an actor by itself
_ACTORS = frozenset(("person", "organization", "group"))
_LONGEST = 3  # words of a place's name


def join_seats(scan: Scan) -> None:
    """Let the find of such posts reach to the end of the places that are listed behind it; no place is a find then."""
    posts = [f for f in scan.finds if f.kind == "group" and f.plural and _is_seat(f)]
    for find in posts:
        end = _end_of_places(scan, find.end + 1) if scan.lowers[find.end : find.end + 1] == ["of"] else -1
        if end > 0:
            for inner in [f for f in scan.finds if find.end <= f.start < end]:
                scan.finds.remove(inner)
                scan.by_start.pop(inner.start, None)
                scan.by_end.pop(inner.end, None)
            scan.lengthen(find, end)


def _is_seat(find: Find) -> bool:
    return find.title in _HEADED or find.title.rpartition(" ")[2] in _SEATED


def _end_of_places(scan: Scan, start: int) -> int:
    """Return the end of a list of two or more places that starts at a token, -1 where there is none."""
    end, places, closed = start, 0, False
    while not closed:
        place = _end_of_place(scan, end)
        if place < 0:
            return -1
        places, end = places + 1, place
        joint = scan.lowers[end : end + 2]
        closed = places > 1 and "and" in scan.lowers[start:end] and joint[:1] != ["and"]
        if not closed:
            if not joint or joint[0] not in _JOINING:
                return -1
            end += 1 + (joint == [",", "and"])
    return end


def _end_of_place(scan: Scan, start: int) -> int:
    """Return the end of the capitalised name at a token, -1 where there is none or it is a state's or a body's."""
    find = scan.by_start.get(start)
    if find is not None:
        return -1 if find.kind in _NO_PLACES or (find.kind in _ACTORS and find.method != "head_noun") else find.end
    end = start
    while end < min(start + _LONGEST, scan.size) and scan.caps[end] and end not in scan.firsts:
        end += 1
    return end if end > start and not scan.has("day", scan.lowers[start]) else -1
