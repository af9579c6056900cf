"""An endpoint with OpenAI's chat interface on loopback, that answers as it is told, well or badly."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Endpoint:
    """Its replies are given one after the other, the last for ever; ``requests`` keeps what was asked."""

    url: str
    replies: list[Reply]
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)


def sends(body: bytes | str, status: int = 200, **headers: str) -> Reply:
    """A reply of these bytes."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        data = body.encode() if isinstance(body, str) else body
        handler.send_response(status)
        for name, value in {"Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return reply


def writes(content: Any, finish_reason: str = "stop") -> Reply:
    """A reply in which the model writes this: text as it is, anything else as JSON."""
    told = content if isinstance(content, str) else json.dumps(content)
    message = {"role": "assistant", "content": told}
    return sends(json.dumps({"choices": [{"message": message, "finish_reason": finish_reason}]}))


def hangs(seconds: float) -> Reply:
    """A reply that does not come in time."""
    return lambda handler: time.sleep(seconds)


def trickles(seconds: float) -> Reply:
    """A reply that keeps coming in single bytes, each in time, and never ends."""

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)

    return reply


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    """A reply whose connection ends before its length is reached."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"choices": [')


@contextmanager
def endpoint(*replies: Reply) -> Iterator[Endpoint]:
    """Serve these replies on a free port of loopback."""
    served = Endpoint("", list(replies))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            served.requests.append(json.loads(asked) | {"path": self.path})
            served.headers.append(dict(self.headers))
            with suppress(OSError):  # the client gave up, as it should
                served.replies[min(len(served.requests), len(served.replies)) - 1](self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    served.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
