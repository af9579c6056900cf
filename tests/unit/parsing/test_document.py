"""Where a sentence ends, and which sentences are headings."""

from __future__ import annotations

import pytest

from pipelines.parsing.document import parse_document


def sentences(text: str) -> list[str]:
    doc = parse_document(text)
    return [doc.slice(first, end) for first, end in doc.sentences]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("He was lying.”The senator disagreed.", 2),
        ("It has a clear stance.Republicans disagree.", 2),
        ("Read it at example.com today.", 1),
        ("He wrote to a.b.Smith about it.", 1),
        ("It rose 3.Five of them left.", 1),
        ("The U.S.Army left.", 1),
        ("He met Peter W. Bodde. Then he left.", 2),
    ],
)
def test_a_space_lost_between_sentences_still_parts_them(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("She thanked Sens. Ada Pell and Tom Reed. Then she left.", 2),
        ("It blamed lawmakers like Reps. Ada Pell and Tom Reed.", 1),
        ("The firm trains sales reps. The rest left.", 2),
        ("The court heard Pell v. Reed on Monday.", 1),
    ],
)
def test_a_title_of_several_and_versus_end_no_sentence(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_heading_is_a_paragraph_that_nothing_ends() -> None:
    doc = parse_document("Envoys meet\n\nThey met. They left.\n\nA day later\n\nThe talks go on:\n\n“We agree”")
    assert [doc.is_heading(k) for k in range(len(doc.sentences))] == [True, False, False, True, False, False]


def test_a_sentence_of_a_paragraph_of_several_is_no_heading() -> None:
    doc = parse_document("They met. They left")
    assert [doc.is_heading(k) for k in (0, 1)] == [False, False]


@pytest.mark.parametrize(
    ("text", "lowers"),
    [
        ("‘We’ll go,’ he said.", "“ we 'll go , ” he said ."),
        ("The sides' talks 'failed'.", "the sides ' talks “ failed ” ."),
        ("“It’s ‘done’,” he said.", "“ it 's ‘ done ' , ” he said ."),
        ("In the '90s he left.", "in the ' 90s he left ."),
    ],
)
def test_single_quotation_marks_are_read_as_double_where_there_are_no_double_ones(text, lowers):
    assert " ".join(parse_document(text).lowers) == lowers


def test_a_verb_run_together_with_its_pronoun_is_a_token_of_its_own() -> None:
    doc = parse_document("They’re here, she'd left, I’ve met Sa'd and we don't mind.")
    assert " ".join(doc.lowers) == "they 're here , she 'd left , i 've met sa'd and we don't mind ."


def test_links_glued_to_a_name_are_left_out_of_its_sentence() -> None:
    links = "Mara Jean (MJ) OkoroOkoro sues city over parks Council in uproar: report MORE"
    doc = parse_document(f"On Monday Governor Mara Okoro {links}'s aides met Boris Tal. He wants MORE.")
    assert [doc.slice(first, end) for first, end in doc.sentences][1:] == ["He wants MORE."]
    assert doc.words[3:9] == ["Mara", "Okoro", "'s", "aides", "met", "Boris"]
    assert doc.text[doc.starts[6] :].startswith("aides met")


def test_a_hyphen_parts_a_word_from_letters_with_stops() -> None:
    assert parse_document("Iran-U.S. talks; al-Arabi").words == ["Iran", "-", "U.S.", "talks", ";", "al-Arabi"]
    assert parse_document("(R-N.Y.)").words[:2] == ["(", "R-N"]


def test_a_pronoun_and_the_verb_run_together_with_it_are_two_words() -> None:
    doc = parse_document("They’ve met; I'm sure she'll say who’d go. O'Dea and Sa'd don't.")
    words = "they 've met ; i 'm sure she 'll say who 'd go . o'dea and sa'd don't ."
    assert " ".join(doc.lowers) == words
