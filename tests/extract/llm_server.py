"""A real HTTP server on this machine that speaks the protocol of chat completions; tests tell it what to answer."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Answer:
    """What the server sends: a status, headers, a body; `seconds` it waits before, and between pieces of the body."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    pieces: int = 1


def completion(content: Any, *, finish: str = "stop", usage: Any = "default", **message: Any) -> Answer:
    """A completion whose message says `content` (an object becomes JSON text)."""
    text = content if isinstance(content, str) or content is None else json.dumps(content, ensure_ascii=False)
    body: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "choices": [{"index": 0, "message": {"role": "assistant", "content": text, **message}, "finish_reason": finish}],
    }
    if usage is not None:
        body["usage"] = {"prompt_tokens": 1000, "completion_tokens": 200} if usage == "default" else usage
    return Answer(body=json.dumps(body).encode())


class Server:
    """`answer` is called with each request's body and number (from 0); `seen` keeps bodies, `headers` their headers."""

    def __init__(self) -> None:
        self.answer: Callable[[dict[str, Any], int], Answer] = lambda body, number: completion({"claims": [], "wording": []})
        self.seen: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self.at_once = 0
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.url = ""

    def always(self, answer: Answer) -> None:
        self.answer = lambda body, number: answer

    def in_turn(self, *answers: Answer) -> None:
        self.answer = lambda body, number: answers[min(number, len(answers) - 1)]

    def report(self, number: int = -1) -> str:
        """The user message of a request."""
        return self.seen[number]["messages"][1]["content"]


@contextmanager
def run_server() -> Iterator[Server]:
    server = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            with server.lock:
                number = len(server.seen)
                server.seen.append(body)
                server.headers.append(dict(self.headers.items()))
                server.paths.append(self.path)
                server.at_once += 1
                server.most_at_once = max(server.most_at_once, server.at_once)
            try:
                self._send(server.answer(body, number))
            except OSError:
                pass  # the client went away, as it should when it has waited long enough
            finally:
                with server.lock:
                    server.at_once -= 1

        def do_GET(self) -> None:
            with server.lock:
                server.paths.append(f"GET {self.path}")
            self._send(Answer(status=204))

        def _send(self, answer: Answer) -> None:
            time.sleep(answer.seconds)
            self.send_response(answer.status)
            for name, value in {"Content-Type": "application/json", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            size = max(1, -(-len(answer.body) // answer.pieces))
            for at in range(0, len(answer.body), size):
                self.wfile.write(answer.body[at : at + size])
                self.wfile.flush()
                if answer.pieces > 1:
                    time.sleep(answer.seconds or 0.05)

        def log_message(self, *args: Any) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    server.url = f"http://127.0.0.1:{httpd.server_address[1]}/v1"
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        httpd.shutdown()
        httpd.server_close()
        thread.join(timeout=5)
