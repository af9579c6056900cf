"""Pages, feeds and messages that tests of several formats use. Nothing else belongs here."""

from __future__ import annotations

STORY = (
    "The foreign minister received the ambassador in the capital on Tuesday and spoke with her about the border.",
    "Both sides agreed to meet again in spring, an official of the ministry said after the talks had ended.",
    "The ambassador thanked the minister for the welcome and said that her government stood by its promises.",
)


def page(head: str = "", *, title: str = "Minister receives ambassador", body: str = "", attributes: str = "") -> str:
    """Return a page with the story, a menu above it and a foot below."""
    story = body or "".join(f"<p>{text}</p>" for text in STORY)
    return (
        f"<!DOCTYPE html><html {attributes}><head><title>{title} | The Post</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{story}</article><footer><p>All rights reserved</p></footer></body></html>"
    )
