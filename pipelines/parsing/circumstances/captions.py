"""Sentences under pictures: their days are those of the pictures, months or years before the story.

What belongs here: telling such sentences by their set phrases. What does not: which date dates which act (``when``).
"""

from __future__ import annotations

import re

from pipelines.parsing.document import Doc

_OPENS = re.compile(
    r"(file\s+(photo|picture|image)\b|(picture|photo|photograph|image)s?\s+(was\s+)?(taken|dated)\b)", re.IGNORECASE
)
_CREDIT = re.compile(r"(REUTERS/|\(?(AP|AFP|Getty)\s+(Photo|Images)\b|(Handout|Courtesy)\s+via\b)")
_DATED = re.compile(r"\b(19|20)\d\d\s*\.?\s*$")  # "in Oslo, Norway, May 4, 2017."
_CREDITED = re.compile(r"\((AP|AFP)\s+Photo/|\(REUTERS/|\bfile\s+photo\b|\bGetty\s+Images\b", re.IGNORECASE)
# One of these is in every such sentence or beside it: a cheap look that spares the expressions.
_MARKS = ("REUTERS/", "hoto", "HOTO", "Getty", "icture taken", "mage taken", " PICTURE")


def captions_of(doc: Doc) -> frozenset[int]:
    """Return the sentences that stand under pictures: "FILE PHOTO: ... May 4, 2017.", and those that end
    in a day and are followed by a credit ("REUTERS/Ann Lee").
    """
    text, under = doc.text, set()
    if not any(mark in text for mark in _MARKS):
        return frozenset()
    for number, (first, end) in enumerate(doc.sentences):
        start, stop = doc.span(first, end)
        if _OPENS.match(text, start) or _CREDITED.search(text, start, stop):
            under.add(number)
        elif _CREDIT.match(text, start) and number and _DATED.search(doc.slice(*doc.sentences[number - 1])):
            under.add(number - 1)
    return frozenset(under)
