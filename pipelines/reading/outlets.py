"""Which outlet an article comes from: its key and its domain.

What belongs here: names and domains to keys that are the same from run to run. What does not: facts about outlets.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

UNKNOWN = "unknown"
_NOT_KEY = re.compile(r"[^a-z0-9]+")
_SUBDOMAIN = re.compile(r"^(?:www\d?|m|mobile|amp|edition)\.")


def source_key(name: str | None, domain: str | None) -> str:
    """Return the outlet's key: made from its name where it has one, else from its domain, else ``unknown``."""
    folded = unicodedata.normalize("NFKD", name or domain or "").encode("ascii", "ignore").decode().lower()
    return _NOT_KEY.sub("_", folded).strip("_") or UNKNOWN


def domain_of(declared: str | None, url: str | None) -> str | None:
    """Return the outlet's domain as declared, or that of the url; lower case, without ``www.``; None where unknown."""
    host = (declared or _host(url or "")).strip().lower()
    return _SUBDOMAIN.sub("", host) or None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
