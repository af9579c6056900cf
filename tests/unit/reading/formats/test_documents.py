from __future__ import annotations

import io
import mailbox
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from pipelines.reading import press
from tests.unit.reading.formats.pages import STORY, page

NEXIS = [
    "Minister receives ambassador", "The Post", "November 18, 2019 Monday",
    "Copyright 2019 The Post All Rights Reserved",
    "Section: WORLD; Pg. 4", "Length: 60 words", "Byline: Ann Lee", "Body", *STORY, "Load-Date: November 19, 2019",
    "End of Document",
]  # fmt: skip
FACTIVA = [
    "Minister receives ambassador", "By Ann Lee", "60 words", "18 November 2019", "The Post", "(c) 2019 The Post",
    *STORY, "Document POST000020191118efbi0001x",
]  # fmt: skip
PROQUEST = [
    "____________________________________", "Title: Minister receives ambassador", "Author: Ann Lee",
    "Publication title: The Post", "Publication date: Nov 18, 2019", "Full text:", *STORY, "Subject: Diplomacy",
]  # fmt: skip


def _docx(paragraphs: list[str], part: str = "word/document.xml") -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in paragraphs)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as document:
        document.writestr("[Content_Types].xml", "<Types/>")
        document.writestr("word/_rels/document.xml.rels", "<Relationships/>")
        document.writestr(part, f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def _rtf(paragraphs: list[str]) -> bytes:
    return (r"{\rtf1\ansi " + "\\par\n".join(paragraphs) + "}").encode()


@pytest.mark.parametrize("export", [NEXIS, FACTIVA, PROQUEST], ids=["nexis", "factiva", "proquest"])
@pytest.mark.parametrize(("name", "make"), [("a.docx", _docx), ("a.rtf", _rtf)])
def test_each_article_of_an_export_is_one(read: Callable, name: str, make: Callable, export: list[str]) -> None:
    found = read(name, make(export * 3))
    assert [record.source_uri for record in found] == [f"in/{name}#{number}" for number in (1, 2, 3)]
    for record in found:
        assert record.text == "\n\n".join(STORY)
        assert (record.title, record.byline, record.source_name) == (
            "Minister receives ambassador", "Ann Lee", "The Post",
        )  # fmt: skip
        assert "18" in record.published_raw


def test_a_document_of_one_article_goes_by_its_own_name(read: Callable) -> None:
    (found,) = read("a.docx", _docx(list(STORY)))
    assert (found.source_uri, found.text, found.reader) == ("in/a.docx", "\n\n".join(STORY), "docx")


@pytest.mark.parametrize(("name", "make"), [("a.docx", _docx), ("a.rtf", _rtf)])
def test_a_document_s_first_line_is_its_title(read: Callable, name: str, make: Callable) -> None:
    (found,) = read(name, make(["Minister receives ambassador", *STORY]))
    assert (found.title, found.text) == ("Minister receives ambassador", "\n\n".join(STORY))


def test_a_story_without_marks_of_a_database_is_left_whole() -> None:
    story = ["A title", "In May 2019 he said: no.", "Note: this is text.", *STORY]
    (found,) = press.split(iter(story))
    assert (found.paragraphs, found.fields) == (story, {})


def test_a_docx_is_known_by_its_content(read: Callable) -> None:
    assert read("no-suffix", _docx(list(STORY)))[0].reader == "docx"


def test_another_office_file_is_refused(read: Callable, reasons: Callable) -> None:
    assert reasons(read("a.docx", _docx([], "xl/workbook.xml"))) == ["unsupported_format"]


def test_an_rtf_keeps_its_characters(read: Callable) -> None:
    (found,) = read("a.rtf", rb"{\rtf1\ansi\ansicpg1252 Caf\'e9 and \u8220?quotes\u8221? stay, as the host said.}")
    assert found.text == "Café and “quotes” stay, as the host said."


def _message(**parts: str) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "The Post <news@post.example>", "Minister receives ambassador – café"
    message["Date"] = "Mon, 18 Nov 2019 10:00:00 +0200"
    message.set_content(parts.get("plain", "View this in a browser."))
    if "html" in parts:
        message.add_alternative(parts["html"], subtype="html")
    return message


def test_a_newsletter_is_its_page(read: Callable) -> None:
    (found,) = read("a.eml", _message(html=page()).as_bytes())
    assert all(text in found.text for text in STORY)
    assert (found.title, found.source_name, found.source_domain) == (
        "Minister receives ambassador – café", "The Post", "post.example",
    )  # fmt: skip
    assert found.published_raw == "Mon, 18 Nov 2019 10:00:00 +0200"


def test_a_newsletter_of_many_items_is_kept_whole(read: Callable) -> None:
    cells = "".join(f"<tr><td><h2>Item {i}</h2><div>{text}</div></td></tr>" for i, text in enumerate(STORY * 4))
    (found,) = read("a.eml", _message(html=f"<html><body><table>{cells}</table></body></html>").as_bytes())
    assert all(text in found.text for text in STORY)


def test_plain_text_where_there_is_no_page(read: Callable) -> None:
    (found,) = read("message", _message(plain="\n\n".join(STORY)).as_bytes())
    assert (found.reader, found.text.strip()) == ("mail", "\n\n".join(STORY))


def test_a_box_of_messages(read: Callable, tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "box")
    for number in range(3):
        box.add(_message(plain=f"{STORY[number]}\n\nFrom here on he spoke alone."))
    box.close()
    found = read("newsletters", (tmp_path / "box").read_bytes())
    assert [record.source_uri for record in found] == [f"in/newsletters#{number}" for number in (1, 2, 3)]
    assert found[2].text.strip() == f"{STORY[2]}\n\nFrom here on he spoke alone."


@pytest.mark.parametrize("headers", ["Content-Type: text/html; charset=none-such", "Content-Type: ;;;", "Date: \udcff"])
def test_odd_headers_are_borne(read: Callable, headers: str) -> None:
    data = f"From: a@b.example\n{headers}\n\n{STORY[0]}\n".encode("utf-8", "surrogateescape")
    (found,) = read("a.eml", data)
    assert found.source_uri == "in/a.eml"


def test_a_message_over_the_limit_is_refused_and_the_next_is_read(read: Callable, reasons: Callable) -> None:
    head = "From a@b.example Mon Nov 18 10:00:00 2019\nFrom: a@b.example\n\n"
    assert reasons(read("box", head + "word " * 5_000 + "\n" + head + STORY[0] + "\n", max_document_bytes=2_000)) == [
        "limit_exceeded",
        None,
    ]
