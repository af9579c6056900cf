"""How good a coding is: annotated articles on one side, coded ones on the other, and every difference between them.

What belongs here: reading annotations (``gold``) and coded articles (``warehouse`` from a published file, ``memory``
from a coder), matching the two (``matching``), counting (``scoring``, ``figures``), and showing it (``report`` as HTML,
``tables`` as text).
What does not: coding, and any write to a warehouse. ``shared/tools/score.py`` is the referee: its figures are these.
"""
