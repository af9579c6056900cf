"""A run of fetching: lists to pages, host by host in turn, into one WARC file.

What belongs here: the order of things. What does not: the things themselves (``client``, ``robots``, ``lists``, ...).
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from pipelines.fetching.client import Answer, Client
from pipelines.fetching.lists import listed
from pipelines.fetching.robots import Robots
from pipelines.fetching.seen import Seen
from pipelines.fetching.warcs import Warc, warc_in
from pipelines.settings import Settings

_OK = 200
_UNCHANGED = 304
_MAX_LISTS = 1_000


@dataclass(slots=True)
class Fetched:
    """What a run did: pages kept, lists and pages unchanged since, pages known from before, and what failed and why."""

    pages: int = 0
    unchanged: int = 0
    known: int = 0
    failed: dict[str, str] = field(default_factory=dict)


def fetch(
    targets: Sequence[str],
    settings: Settings,
    sleep: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Fetched:
    """Bring the pages that feeds, sitemaps and lists of urls name into the inbox.

    A page that was fetched before is not asked for again, unless it is a target itself; then only if it has changed.

    Args:
        targets: Urls of lists or of pages, and paths of files that list them.
        settings: Where the inbox is; how to ask.
        sleep: Waits for so many seconds.
        clock: Returns seconds that only grow.

    Raises:
        OSError: A file is not there, or the inbox cannot be written.
    """
    with Seen(settings.state_dir / "fetched.sqlite") as seen:
        run = _Run(settings, seen, sleep, clock)
        with warc_in(settings.inbox_dir) as warc:
            for url in _in_turn(run.pages(targets, warc)):
                if run.done.pages >= settings.fetch_max_pages:
                    run.to_be_continued = True
                    break
                run.page(url, warc)
        # Only now is what was fetched in the inbox: a run that is killed before fetches it again.
        run.note_lists()
        seen.keep()
        return run.done


class _Run:
    def __init__(
        self, settings: Settings, seen: Seen, sleep: Callable[[float], None], clock: Callable[[], float]
    ) -> None:
        self.done = Fetched()
        self.to_be_continued = False
        self._lists: dict[str, Answer] = {}
        self._settings, self._seen, self._sleep, self._clock = settings, seen, sleep, clock
        self._next: dict[str, float] = {}
        self._robots = Robots(Client(settings, sleep, clock).get, settings.fetch_user_agent)
        self._client = Client(settings, sleep, clock, self._before)

    def pages(self, targets: Sequence[str], warc: Warc) -> list[str]:
        """Return the pages that the targets name; a target that is a page itself is kept on the way."""
        queue, asked, found = deque(targets), set[str](), dict[str, None]()
        while queue and len(asked) < _MAX_LISTS:
            target = queue.popleft()
            if target in asked:
                continue
            asked.add(target)
            answer = _local(target) or self._get(target, self._seen.conditions(target))
            if answer is None:
                continue
            named = listed(answer.text, answer.url, self._settings.max_document_bytes)
            if named is None:
                self._keep(answer, target, warc)
                continue
            if answer.headers:
                self._lists[target] = answer
            queue.extend(named.lists)
            found |= dict.fromkeys(named.pages)
        return list(found)

    def note_lists(self) -> None:
        """Note the lists as known, unless some of what they name is still to be fetched."""
        if not self.to_be_continued:
            for url, answer in self._lists.items():
                self._seen.note(url, answer.headers)

    def page(self, url: str, warc: Warc) -> None:
        """Fetch one page that was not fetched before."""
        if self._seen.knows(url):
            self.done.known += 1
        elif answer := self._get(url, {}):
            self._keep(answer, url, warc)

    def _keep(self, answer: Answer, url: str, warc: Warc) -> None:
        warc.add(answer)
        self._seen.note(url, answer.headers)
        self.done.pages += 1

    def _get(self, url: str, conditions: dict[str, str]) -> Answer | None:
        """Return an answer worth keeping, or None; why not is counted."""
        answer = self._client.get(url, conditions)
        if answer.status == _UNCHANGED and not answer.error:
            self.done.unchanged += 1
        elif answer.error or answer.status != _OK:
            self.done.failed[url] = answer.error or f"status {answer.status}"
            self.to_be_continued |= answer.may_pass
        else:
            return answer
        return None

    def _before(self, url: str) -> str | None:
        """Ask robots.txt, and wait until the host may be asked again."""
        if not self._robots.allows(url):
            return "forbidden by robots.txt"
        host = urlsplit(url).netloc.lower()
        if (wait := self._next.get(host, 0.0) - self._clock()) > 0:
            self._sleep(min(wait, self._settings.fetch_max_wait))
        self._next[host] = self._clock() + max(self._settings.fetch_delay, self._robots.delay(url))
        return None


def _local(target: str) -> Answer | None:
    """Return a file of this machine as if it were fetched; None for an address.

    Raises:
        OSError: It is neither.
    """
    if target.lower().startswith(("http://", "https://")):
        return None
    return Answer("", _OK, text=Path(target).read_bytes())


def _in_turn(urls: Sequence[str]) -> Iterator[str]:
    """Yield the urls host by host in turn, so that the wait for one host is spent on the others."""
    nth: Counter[str] = Counter()
    places: list[tuple[int, int, str]] = []
    for url in urls:
        host = urlsplit(url).netloc.lower()
        places.append((nth[host], len(places), url))
        nth[host] += 1
    return (url for _, _, url in sorted(places))
