"""Who says what, within a sentence and over the sentences of a quotation."""

from __future__ import annotations

import pytest
from marked import marked

SPEAKERS = [
    ("[state:Chad] attacked [state:Niger].", None),
    ("[Ada] said [state:Chad] attacked [state:Niger].", "Ada"),
    ("[Ada] said that [state:Chad] had attacked [state:Niger].", "Ada"),
    ("[Ada] told reporters that [state:Chad] attacked [state:Niger].", "Ada"),
    ("[state:Chad] attacked [state:Niger], [Ada] said.", "Ada"),
    ("[state:Chad] attacked [state:Niger], said [Ada].", "Ada"),
    ("“[state:Chad] attacked [state:Niger],” [Ada] said.", "Ada"),
    ("\"[state:Chad] attacked [state:Niger],\" said [Ada].", "Ada"),
    ("[Ada], the envoy, said [state:Chad] attacked [state:Niger].", "Ada"),
    ("The envoy, [Ada], warned [Bo] that [state:Chad] attacked [state:Niger].", "Ada"),
    ("According to [Ada], [state:Chad] attacked [state:Niger].", "Ada"),
    ("[state:Chad] attacked [state:Niger], according to [Ada].", "Ada"),
    ("[Ada] claimed that [state:Chad] attacked [state:Niger].", "Ada"),
    ("[Ada] announced that [state:Chad] had attacked [state:Niger].", "Ada"),
    ("[Ada] accused [state:Chad] of attacking [state:Niger].", "Ada"),
    ("[Ada] blamed [state:Chad] for attacking [state:Niger].", "Ada"),
    ("[state:Chad] was accused by [Ada] of attacking [state:Niger].", "Ada"),
    ("[state:Chad] was accused of attacking [state:Niger].", None),
    ("[Ada] met [Bo] after [state:Chad] attacked [state:Niger].", None),
    ("“[state:Chad] attacked [state:Niger],” [Ada], the envoy, told [organization:Radio One].", "Ada"),
    ("[group:Rebels] say [state:Chad] attacked [state:Niger].", "Rebels"),
    ("[state:Chad] attacked [state:Niger], [group:rebels] say.", "rebels"),
    ("[Ada] will not say whether [state:Chad] attacked [state:Niger].", None),
    ("[Bo] welcomed [Ada]'s claim that [state:Chad] attacked [state:Niger].", "Ada"),
    ("[Ada] went so far as to say [state:Chad] attacked [state:Niger].", "Ada"),
    ("[Ada] went on to say that [state:Chad] attacked [state:Niger].", "Ada"),
    ("[Ada] declined to say whether [state:Chad] attacked [state:Niger].", None),
    ("[Ada]: [state:Chad] attacked [state:Niger]", "Ada"),
]  # fmt: skip
OVER_SENTENCES = [
    ("“We will hold on,” [Ada] said. “[state:Chad] attacked [state:Niger].”", "Ada"),
    ("[Ada] said it was over. [state:Chad] attacked [state:Niger].", None),
    ("[Ada] said: “It is over. [state:Chad] attacked [state:Niger].”", "Ada"),
    ("[Ada] said [Bo] thinks it is over.\n\n“[state:Chad] attacked [state:Niger].”", "Ada"),
    ("[Ada] said it was over, and [Bo] said so too.\n\n“[state:Chad] attacked [state:Niger].”", "Bo"),
]


def speaker(text: str) -> str | None:
    sentence = marked(text)
    told = [
        t
        for t in sentence.told()
        if t.candidate.match.trigger.engagement_type == "ASSAULT" and t.candidate.match.trigger.pos == "v"
    ]
    assert len(told) == 1
    return None if told[0].speaker is None else sentence.names[told[0].speaker.actor_id]


@pytest.mark.parametrize(("text", "who"), SPEAKERS)
def test_speaker_in_a_sentence(text: str, who: str | None) -> None:
    assert speaker(text) == who


@pytest.mark.parametrize(("text", "who"), OVER_SENTENCES)
def test_speaker_over_sentences(text: str, who: str | None) -> None:
    assert speaker(text) == who


def test_several_speak_together() -> None:
    sentence = marked("[Ada], [Bo] and [Cy] said [state:Chad] had meddled in the vote.")
    (speaker,) = {sentence.names[m.actor_id] for t in sentence.told() if t.speaker for m in t.speaker.fellows[:1]}
    assert speaker == "Bo"
