"""One request at a time: time-outs, sizes, redirects, and trying again.

What belongs here: what a single url takes, whatever its server does. What does not: which urls (``run``), what robots
may (``robots``). Nothing raises for what a server does: every way it can go wrong is an ``Answer`` with ``error``.
"""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from pipelines.settings import Settings

_MAX_REDIRECTS = 5
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
_CHUNK_BYTES = 1 << 16
_FIRST_WAIT = 1.0
_NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a request.

    Attributes:
        url: The url that was asked for in the end, after redirects.
        status: The HTTP status; 0 where there was none.
        payload: The body as sent, still packed where the server packed it.
        text: The body unpacked.
        error: Why there is nothing to keep, or None.
        may_pass: Whether the error may be over when it is tried again.
    """

    url: str
    status: int = 0
    reason: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    payload: bytes = b""
    text: bytes = b""
    error: str | None = None
    may_pass: bool = False


class Client:
    """Asks for urls, one after the other; ``sleep`` and ``clock`` can be swapped in tests."""

    def __init__(
        self,
        settings: Settings,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        before: Callable[[str], str | None] = lambda url: None,
    ) -> None:
        """Set up.

        Args:
            settings: Time-outs, sizes, and what to be called.
            sleep: Waits for so many seconds.
            clock: Returns seconds that only grow.
            before: Called with each url before it is asked for, redirects too; what it returns forbids it.
        """
        import urllib3

        self._settings, self._sleep, self._clock, self._before = settings, sleep, clock, before
        self._pool = urllib3.PoolManager(
            headers={"User-Agent": settings.fetch_user_agent, "Accept-Encoding": "gzip, deflate", "Accept": "*/*"},
            timeout=urllib3.Timeout(connect=settings.fetch_timeout, read=settings.fetch_timeout),
            retries=False,
        )

    def get(self, url: str, conditions: Mapping[str, str] | None = None) -> Answer:
        """Ask for a url until it is answered, is refused for good, or the attempts are used up."""
        answer = Answer(url)
        for attempt in range(self._settings.fetch_attempts):
            answer = self._follow(url, conditions or {})
            if not answer.may_pass or attempt + 1 == self._settings.fetch_attempts:
                break
            self._sleep(min(_wait(answer, attempt), self._settings.fetch_max_wait))
        return answer

    def _follow(self, url: str, conditions: Mapping[str, str]) -> Answer:
        passed = {url}
        for _ in range(_MAX_REDIRECTS + 1):
            if forbidden := self._forbidden(url):
                return Answer(url, error=forbidden)
            answer = self._ask(url, conditions)
            if answer.status not in _REDIRECTS or answer.error:
                return answer
            url = urljoin(url, answer.headers.get("location", ""))
            if url in passed:
                return Answer(url, answer.status, error="redirects in a circle")
            passed.add(url)
        return Answer(url, error=f"more than {_MAX_REDIRECTS} redirects")

    def _forbidden(self, url: str) -> str | None:
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError:
            return "not a url"
        if parts.scheme not in ("http", "https") or not host:
            return "not an address of the web"
        if not self._settings.fetch_private_hosts and _is_private(host, port):
            return "a host of a private network; COMMUNIQUE_FETCH_PRIVATE_HOSTS=true allows it"
        return self._before(url)

    def _ask(self, url: str, conditions: Mapping[str, str]) -> Answer:
        import urllib3

        headers = {**self._pool.headers, **conditions}
        response = None
        try:
            response = self._pool.request(
                "GET", url, headers=headers, redirect=False, preload_content=False, decode_content=False
            )
            return self._answer(url, response)
        except urllib3.exceptions.LocationValueError as error:
            return Answer(url, error=f"not a url: {error}")
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            return Answer(url, error=f"{type(error).__name__}: {' '.join(str(error).split())[:200]}", may_pass=True)
        finally:
            if response is not None:
                response.close()

    def _answer(self, url: str, response: Any) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        told: dict[str, Any] = {"status": response.status, "reason": response.reason or "", "headers": headers}
        if response.status in _AGAIN:
            return Answer(url, **told, error=f"status {response.status}", may_pass=True)
        if response.status in _REDIRECTS or response.status == _NOT_MODIFIED:
            return Answer(url, **told)
        payload, error = self._payload(response)
        if error:
            return Answer(url, **told, error=error)
        text = unpacked(payload, headers.get("content-encoding", ""), self._settings.max_document_bytes)
        if text is None:
            return Answer(url, **told, error="packed in a way that cannot be undone, or unpacks beyond the limit")
        return Answer(url, **told, payload=payload, text=text)

    def _payload(self, response: Any) -> tuple[bytes, str | None]:
        """Read the body within size and time.

        Raises:
            urllib3.exceptions.HTTPError: The body stalls, or ends before the length that was announced.
        """
        limit, ends = self._settings.max_document_bytes, self._clock() + self._settings.fetch_deadline
        chunks, size = [], 0
        # read1 gives what has come: waiting for whole chunks, a server that drips would never meet the deadline.
        while chunk := response.read1(_CHUNK_BYTES):
            size += len(chunk)
            if size > limit:
                return b"", f"larger than {limit:,} bytes"
            if self._clock() > ends:
                return b"", f"not done after {self._settings.fetch_deadline:g} seconds"
            chunks.append(chunk)
        return b"".join(chunks), None


def unpacked(payload: bytes, encoding: str, limit: int) -> bytes | None:
    """Return a body with gzip or deflate taken off; None where that fails or gives more than ``limit`` bytes."""
    encoding = encoding.strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        return None
    if encoding in ("", "identity") or not payload:
        return payload
    # Some servers send deflate bare, others in the wrapping that the standard asks for.
    for window in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):
        unpacker = zlib.decompressobj(window)
        try:
            text = unpacker.decompress(payload, limit + 1)
        except zlib.error:
            continue
        return text if len(text) <= limit and unpacker.eof else None
    return None


def _wait(answer: Answer, attempt: int) -> float:
    """Return how long to wait before trying again: as the server asks, else twice as long each time."""
    asked = answer.headers.get("retry-after", "")
    if asked.strip().isdigit():
        return float(asked)
    try:
        return max(0.0, parsedate_to_datetime(asked).timestamp() - time.time())
    except (TypeError, ValueError):
        return float(_FIRST_WAIT * 2**attempt)


def _is_private(host: str, port: int | None) -> bool:
    """Tell whether a name leads into a private network: feeds may name any address, and we see more than the web."""
    try:
        found = socket.getaddrinfo(host, port or 443, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)
