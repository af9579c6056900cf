"""Fetching from a server on this machine that does all that servers should not."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipelines.cli import app
from pipelines.fetching import Fetched, fetch
from pipelines.fetching.client import Client, unpacked
from pipelines.fetching.lists import listed, sources
from pipelines.reading import read_paths
from pipelines.records import RawArticle
from pipelines.settings import PROJECT_ROOT, Settings, get_settings
from tests.unit.reading.formats.pages import STORY, page

PAGE = page().encode()
Handler = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """A server: ``answers`` by path, and the requests that came, as (path, headers)."""

    root: str
    answers: dict[str, Handler] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


def send(status: int = 200, body: bytes = b"", **headers: str) -> Handler:
    """Answer with a status, a body and headers (underscores stand for dashes)."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        told = {"Content-Type": "text/html", "Content-Length": str(len(body))}
        told |= {name.replace("_", "-").title(): value for name, value in headers.items()}
        for name, value in told.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def in_order(*answers: Handler) -> Handler:
    """Give one answer after the other, the last one from then on."""
    left = list(answers)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


@pytest.fixture
def server() -> Iterator[Server]:
    class Handle(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            found.answers.get(self.path, send(404))(self)

        def log_message(self, *_: Any) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handle)
    http.daemon_threads = True
    found = Server(f"http://127.0.0.1:{http.server_port}")
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield found
    found.released.set()
    http.shutdown()
    http.server_close()


@pytest.fixture
def options(tmp_path: Path) -> dict[str, Any]:
    return {
        "warehouse_dir": tmp_path / "warehouse", "fetch_private_hosts": True, "fetch_delay": 0.0, "fetch_timeout": 0.3,
        "fetch_deadline": 1.0, "max_document_bytes": 200_000,
    }  # fmt: skip


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def run(options: dict[str, Any], waits: list[float]) -> Callable[..., Fetched]:
    return lambda *targets, **more: fetch(targets, get_settings(**options | more), sleep=waits.append)


def _read(options: dict[str, Any]) -> list[Any]:
    settings = get_settings(**options)
    return list(read_paths([settings.inbox_dir], settings)) if list(settings.inbox_dir.iterdir()) else []


def _list(server: Server, *paths: str) -> None:
    body = "".join(f"<url><loc>{server.root}{path}</loc></url>" for path in paths)
    server.answers["/map.xml"] = send(body=f"<urlset>{body}</urlset>".encode(), etag='"v1"')


def test_what_a_list_names_lies_in_the_inbox_and_is_read(server: Server, run: Callable, options: dict) -> None:
    _list(server, "/a", "/b")
    server.answers |= {"/a": send(body=PAGE), "/b": send(body=gzip.compress(PAGE), content_encoding="gzip")}
    assert run(f"{server.root}/map.xml") == Fetched(pages=2)
    found = _read(options)
    assert [record.source_uri for record in found] == [f"{server.root}/a", f"{server.root}/b"]
    assert all(isinstance(record, RawArticle) and STORY[0] in record.text for record in found)


def test_a_feed_an_index_a_file_of_urls_and_a_page(server: Server, run: Callable, tmp_path: Path) -> None:
    feed = f"<rss><channel><item><link>{server.root}/a</link></item></channel></rss>"
    index = f"<sitemapindex><sitemap><loc>{server.root}/map.xml.gz</loc></sitemap></sitemapindex>"
    inner = gzip.compress(f"<urlset><url><loc>{server.root}/b</loc></url></urlset>".encode())
    server.answers |= {path: send(body=PAGE) for path in ("/a", "/b", "/c", "/d")}
    server.answers |= {
        "/feed": send(body=feed.encode()),
        "/index": send(body=index.encode()),
        "/map.xml.gz": send(body=inner),
    }
    (tmp_path / "urls.txt").write_text(f"# a list\n{server.root}/c\n")
    targets = (f"{server.root}/feed", f"{server.root}/index", str(tmp_path / "urls.txt"), f"{server.root}/d")
    assert run(*targets) == Fetched(pages=4)


def test_nothing_is_fetched_twice(server: Server, run: Callable, options: dict) -> None:
    _list(server, "/a")
    server.answers["/a"] = send(body=PAGE)
    run(f"{server.root}/map.xml")
    assert run(f"{server.root}/map.xml") == Fetched(known=1)
    assert server.paths().count("/a") == 1
    assert len(list(get_settings(**options).inbox_dir.iterdir())) == 1


def test_a_list_is_asked_for_only_if_changed(server: Server, run: Callable) -> None:
    _list(server, "/a")
    server.answers |= {"/a": send(body=PAGE)}
    run(f"{server.root}/map.xml")
    server.answers["/map.xml"] = send(304)
    assert run(f"{server.root}/map.xml") == Fetched(unchanged=1)
    assert [headers.get("if-none-match") for path, headers in server.asked if path == "/map.xml"] == [None, '"v1"']


def test_a_page_is_asked_for_by_its_date(server: Server, run: Callable) -> None:
    when = "Mon, 18 Nov 2019 10:00:00 GMT"
    server.answers["/a"] = in_order(send(body=PAGE, last_modified=when), send(304))
    assert [run(f"{server.root}/a") for _ in range(2)] == [Fetched(pages=1), Fetched(unchanged=1)]
    assert server.asked[-1][1]["if-modified-since"] == when


def test_a_list_of_which_something_is_missing_is_gone_through_again(server: Server, run: Callable) -> None:
    _list(server, "/a")
    server.answers["/a"] = in_order(send(503), send(503), send(503), send(body=PAGE))
    assert list(run(f"{server.root}/map.xml").failed.values()) == ["status 503"]
    assert run(f"{server.root}/map.xml") == Fetched(pages=1)


@pytest.mark.parametrize(("status", "asked"), [(429, "7"), (503, "7")])
def test_a_server_that_asks_for_time_gets_it(
    server: Server, run: Callable, waits: list[float], status: int, asked: str
) -> None:
    server.answers["/a"] = in_order(send(status, retry_after=asked), send(body=PAGE))
    assert run(f"{server.root}/a") == Fetched(pages=1)
    assert waits == [7.0]


def test_a_server_that_fails_is_asked_again_after_longer_and_longer(
    server: Server, run: Callable, waits: list[float]
) -> None:
    server.answers["/a"] = send(500)
    assert run(f"{server.root}/a", fetch_attempts=4).failed == {f"{server.root}/a": "status 500"}
    assert waits == [1.0, 2.0, 4.0]
    assert len(server.paths()) == 4


def test_no_wait_is_longer_than_allowed(server: Server, run: Callable, waits: list[float]) -> None:
    server.answers["/a"] = in_order(send(429, retry_after="86400"), send(body=PAGE))
    run(f"{server.root}/a", fetch_max_wait=9)
    assert waits == [9.0]


@pytest.mark.parametrize("status", [403, 404, 410])
def test_what_is_refused_for_good_is_not_asked_again(server: Server, run: Callable, status: int) -> None:
    server.answers["/a"] = send(status)
    assert run(f"{server.root}/a").failed == {f"{server.root}/a": f"status {status}"}
    assert server.paths() == ["/a"]


def _stall(server: Server, body: bytes = b"") -> Handler:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(body)
        handler.wfile.flush()
        server.released.wait(20)

    return answer


def _drip(server: Server) -> Handler:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not server.released.wait(0.05):
            handler.wfile.write(b"<")
            handler.wfile.flush()

    return answer


def test_servers_that_do_not_come_to_an_end(server: Server, run: Callable) -> None:
    server.answers |= {
        "/silent": lambda handler: server.released.wait(20),
        "/half": _stall(server, PAGE[:50]),
        "/drip": _drip(server),
    }
    done = run(*(f"{server.root}{path}" for path in ("/silent", "/half", "/drip")), fetch_attempts=1)
    assert done.pages == 0
    assert {reason.split(":")[0] for reason in done.failed.values()} == {"ReadTimeoutError", "not done after 1 seconds"}


def test_redirects_are_followed_and_not_for_ever(server: Server, run: Callable, options: dict) -> None:
    server.answers |= {
        "/moved": send(301, location="/a"), "/a": send(body=PAGE), "/x": send(302, location="/y"),
        "/y": send(302, location="/x"), "/self": send(307, location="/self"), "/nowhere": send(302),
        "/file": send(302, location="file:///etc/passwd"),
        **{f"/{number}": send(302, location=f"/{number + 1}") for number in range(20)},
    }  # fmt: skip
    done = run(*(f"{server.root}{path}" for path in ("/moved", "/x", "/self", "/nowhere", "/file", "/0")))
    assert done.pages == 1
    assert sorted(done.failed.values()) == [
        "more than 5 redirects", "not an address of the web",
        "redirects in a circle", "redirects in a circle", "redirects in a circle",
    ]  # fmt: skip
    assert [record.source_uri for record in _read(options)] == [f"{server.root}/a"]


def test_bombs_and_giants_are_left(server: Server, run: Callable) -> None:
    server.answers |= {
        "/bomb": send(body=gzip.compress(b" " * 5_000_000), content_encoding="gzip"),
        "/giant": send(body=b" " * 300_000),
        "/lie": send(body=b"not packed", content_encoding="gzip"),
        "/odd": send(body=PAGE, content_encoding="br"),
    }
    done = run(*(f"{server.root}{path}" for path in ("/bomb", "/giant", "/lie", "/odd")))
    assert (done.pages, len(done.failed)) == (0, 4)


def test_wrong_lengths(server: Server, run: Callable, options: dict) -> None:
    server.answers |= {
        "/short": send(body=PAGE, content_length=str(len(PAGE) + 100)),
        "/long": send(body=PAGE + b"more than was announced", content_length=str(len(PAGE))),
        "/none": send(body=PAGE, content_length="many"),
    }
    done = run(*(f"{server.root}{path}" for path in ("/short", "/long", "/none")), fetch_attempts=1)
    assert f"{server.root}/short" in done.failed
    assert all(STORY[2] in record.text for record in _read(options))
    assert done.pages >= 1


def test_wrong_charsets_are_kept_as_fetched_and_read(server: Server, run: Callable, options: dict) -> None:
    body = page(title="Café talks").encode()
    server.answers |= {
        "/a": send(body=body, content_type="text/html; charset=iso-8859-1"),
        "/b": send(body=body, content_type="text/html; charset=no-such"),
    }
    run(f"{server.root}/a", f"{server.root}/b")
    assert [record.title for record in _read(options)] == ["Café talks"] * 2


def test_robots_are_obeyed(server: Server, run: Callable, waits: list[float]) -> None:
    rules = b"User-agent: *\nDisallow: /private\nCrawl-delay: 5\n"
    server.answers |= {"/robots.txt": send(body=rules), "/a": send(body=PAGE), "/private/b": send(body=PAGE)}
    server.answers["/moved"] = send(301, location="/private/b")
    done = run(*(f"{server.root}{path}" for path in ("/a", "/private/b", "/moved")))
    assert (done.pages, set(done.failed.values())) == (1, {"forbidden by robots.txt"})
    assert "/private/b" not in server.paths()
    assert [round(wait) for wait in waits] == [5]


@pytest.mark.parametrize(("status", "pages"), [(404, 1), (403, 1), (500, 0), (429, 0)])
def test_a_host_that_cannot_tell_its_rules_is_left_alone(
    server: Server, run: Callable, status: int, pages: int
) -> None:
    server.answers |= {"/robots.txt": send(status), "/a": send(body=PAGE)}
    assert run(f"{server.root}/a").pages == pages


def test_hosts_are_asked_no_faster_than_told(server: Server, run: Callable, waits: list[float]) -> None:
    _list(server, "/a", "/b")
    server.answers |= {"/a": send(body=PAGE), "/b": send(body=PAGE)}
    run(f"{server.root}/map.xml", fetch_delay=30)
    assert len(waits) == 2
    assert all(28 < wait <= 30 for wait in waits)


def test_private_networks_are_left_alone_unless_allowed(server: Server, run: Callable) -> None:
    server.answers["/a"] = send(body=PAGE)
    done = run(f"{server.root}/a", "http://localhost:1/", "http://[::1]:1/", fetch_private_hosts=False)
    assert all("private network" in reason for reason in done.failed.values())
    assert (len(done.failed), server.asked) == (3, [])


@pytest.mark.parametrize(
    "url", ["http://", "http://[", "http://a:b/", "ftp://a.example/", "http://\udcff.example/", "http://127.0.0.1:1/"]
)
def test_what_is_no_address_is_no_traceback(options: dict, url: str) -> None:
    assert Client(get_settings(**options), sleep=lambda _: None).get(url).error


def test_no_more_pages_than_allowed_and_the_rest_the_next_time(server: Server, run: Callable) -> None:
    _list(server, "/a", "/b", "/c")
    server.answers |= {path: send(body=PAGE) for path in ("/a", "/b", "/c")}
    assert [run(f"{server.root}/map.xml", fetch_max_pages=2).pages for _ in range(2)] == [2, 1]


def test_a_run_that_is_killed_fetches_again(server: Server, options: dict) -> None:
    class Killed(BaseException):
        pass

    def kill(seconds: float) -> None:
        raise Killed

    settings = get_settings(**options | {"fetch_delay": 30.0})
    server.answers |= {"/a": send(body=PAGE), "/b": send(body=PAGE)}
    with pytest.raises(Killed):
        fetch([f"{server.root}/a", f"{server.root}/b"], settings, sleep=kill)
    assert list(settings.inbox_dir.iterdir()) == []
    assert fetch([f"{server.root}/a"], get_settings(**options)).pages == 1


@pytest.mark.parametrize(
    ("payload", "encoding", "wanted"),
    [
        (b"a", "", b"a"), (gzip.compress(b"a"), "gzip", b"a"), (b"", "br", None), (b"\xff", "gzip", None),
        (b"", "gzip", b""), (gzip.compress(b"abc")[:-9], "gzip", None),
        (gzip.compress(b"a" * 101), "x-gzip", None), (gzip.compress(b"a" * 100), "GZIP", b"a" * 100),
    ],
)  # fmt: skip
def test_unpacking(payload: bytes, encoding: str, wanted: bytes | None) -> None:
    assert unpacked(payload, encoding, 100) == wanted


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", b"<rss>", b"{", b"\x1f\x8b broken", b"words, no urls", b"\x00\xff"]
)
def test_any_list_is_a_list_or_none(data: bytes) -> None:
    found = listed(data, "https://a.example/", 1_000)
    assert found is None or not found.pages


def test_links_of_a_list_are_made_absolute() -> None:
    feed = b"<rss><channel><item><link>/a#top</link></item><item><link>javascript:x</link></item></channel></rss>"
    found = listed(feed, "https://a.example/feed", 1_000)
    assert found is not None
    assert found.pages == ("https://a.example/a",)


def test_the_list_of_sources_is_sound(tmp_path: Path) -> None:
    assert sources(PROJECT_ROOT / "seeds" / "sources.yaml") == []
    (tmp_path / "s.yaml").write_text("sources:\n  - https://a.example/1\n  - url: https://a.example/2\n    note: b\n")
    assert sources(tmp_path / "s.yaml") == ["https://a.example/1", "https://a.example/2"]
    for broken in ("sources: [{no: url}]", "- a", "sources: 5", "{"):
        (tmp_path / "s.yaml").write_text(broken)
        with pytest.raises(ValueError, match="no list of sources"):
            sources(tmp_path / "s.yaml")


def test_the_command(server: Server, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_FETCH_PRIVATE_HOSTS", "true")
    server.answers["/a"] = send(body=PAGE)
    warehouse = ["--warehouse", str(settings.warehouse_dir)]
    done = CliRunner().invoke(app, ["fetch", f"{server.root}/a", *warehouse])
    assert (done.exit_code, "pages fetched           1" in done.output) == (0, True)
    failed = CliRunner().invoke(app, ["fetch", f"{server.root}/none", *warehouse])
    assert failed.exit_code == 1


def test_the_schedule_fetches_what_the_list_of_sources_names(server: Server, options: dict, tmp_path: Path) -> None:
    import dagster as dg

    from pipelines.schedules import fetch_job, fetch_schedule

    server.answers["/a"] = send(body=PAGE)
    (tmp_path / "sources.yaml").write_text(f"sources: ['{server.root}/a']\n")
    settings = get_settings(**options, seeds_dir=tmp_path)
    job = fetch_job(settings)
    assert job.execute_in_process().success
    assert len(list(settings.inbox_dir.glob("*.warc.gz"))) == 1
    assert fetch_schedule(job).default_status == dg.DefaultScheduleStatus.STOPPED
