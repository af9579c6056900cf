"""How an actor without a slot stands to those who fill the slots of an act."""

from __future__ import annotations

import pytest
from marked import marked

from pipelines.parsing.engagements.beside import beside_cues, fillers_of


@pytest.mark.parametrize(
    ("text", "who", "cues"),
    [
        ("[state:Chad]'s envoy [Ada] praised [Bo].", "Chad", {"to_r='_N", "to_r='_N:subj", "to_r='_N:subj:state"}),
        ("[Ada] praised [Bo] in front of [Cy].", "Cy", {"to_l=in_N_of", "to_l=in_N_of:obj"}),
        ("[Ada] praised [Bo] and spoke in May to [Cy].", "Cy", {"under=speak:to"}),
        ("[Ada] praised [Bo] while [Cy] slept.", "Cy", {"to_l=S", "to_l=S:obj:person"}),
    ],
)
def test_cues(text: str, who: str, cues: set[str]) -> None:
    sentence = marked(text)
    (told,) = [t for t in sentence.told() if t.candidate.match.trigger.engagement_type == "SUPPORT"]
    units = [u for u, m in enumerate(told.parse.mention) if m is not None and sentence.of([m]) == [who]]
    fillers = fillers_of(told.parse, told.candidate)
    assert cues <= set(beside_cues(told.parse, fillers, units[0], told.parse.mention[units[0]].kind))
