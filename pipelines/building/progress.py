"""How a build tells how far it is: a callback of (stage, done, total); a total of 0 is one not known beforehand.

What belongs here: the type, the stages' names and the silent one. What does not: any display (``cli``).
"""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
STAGES = ("reading", "coding", "linking", "building", "publishing")


def silent(stage: str, done: int, total: int) -> None:
    """Show nothing."""
