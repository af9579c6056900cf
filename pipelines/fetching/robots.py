"""What a host's robots.txt allows, and how long it wants to be left alone between requests.

What belongs here: RFC 9309 as far as it concerns us. What does not: requests; a function that makes them is given.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from pipelines.fetching.client import Answer

_MAX_BYTES = 500 * 1024
_SERVER_ERROR = 500
_CLIENT_ERROR = 400


class Robots:
    """Remembers each host's rules; asks for them once."""

    def __init__(self, ask: Callable[[str], Answer], agent: str) -> None:
        """Set up: ``ask`` fetches a url; ``agent`` is our name, of which the first word counts."""
        self._ask, self._agent = ask, agent.split("/")[0]
        self._rules: dict[str, RobotFileParser] = {}

    def allows(self, url: str) -> bool:
        """Tell whether a url may be fetched."""
        return self._of(url).can_fetch(self._agent, url)

    def delay(self, url: str) -> float:
        """Return the seconds that the host asks for between two requests, 0 where it does not say."""
        rules = self._of(url)
        rate = rules.request_rate(self._agent)
        asked = rules.crawl_delay(self._agent)
        return max(float(asked or 0), rate.seconds / rate.requests if rate and rate.requests else 0.0)

    def _of(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        if root not in self._rules:
            self._rules[root] = _parsed(self._ask(f"{root}/robots.txt"))
        return self._rules[root]


def _parsed(answer: Answer) -> RobotFileParser:
    """Return the rules: none where there is no such file, all forbidden where the server fails (RFC 9309, 2.3.1)."""
    rules = RobotFileParser()
    if _CLIENT_ERROR <= answer.status < _SERVER_ERROR and answer.status not in (408, 425, 429):
        lines: list[str] = []
    elif answer.error or not answer.status or answer.status >= _CLIENT_ERROR:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = answer.text[:_MAX_BYTES].decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    rules.parse(lines)
    # Without a time of reading the library forbids everything.
    rules.modified()
    return rules
