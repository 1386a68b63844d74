#!/usr/bin/env python3
"""10,000 silent sockets of strangers, and 5,000 event streams that strangers and viewers try to open: /health and signed-in work go on.

Each socket comes from another address of this machine (127.x.y.z, as many as there are sockets; 127.0.0.1 is the server's and the operator's),
or, with "one" as third argument, all from one. A signed-in person works over a connection that stays, another opens a new one for each change.
Usage: crowd.py [SOCKETS, 10000] [STREAMS, 5000] [many|one]. Limit: /health and changes all answered, each within two seconds.
"""

import resource
import selectors
import socket
import sys
import threading
import time

from program import Program, finish, percentile, reading


class Crowd:
    """Sockets that are opened, and opened again when the server closes them."""

    def __init__(self, network, port, first_bytes, count, spread):
        self.network, self.port, self.first_bytes, self.count, self.spread = network, port, first_bytes, count, spread
        self.selector, self.stop, self.opened, self.refused = selectors.DefaultSelector(), threading.Event(), 0, 0
        self.thread = threading.Thread(target=self.run)
        self.sockets = set()

    def open_one(self):
        serial = (self.opened + self.refused) % self.spread
        source = f"127.{self.network}.{serial // 250}.{serial % 250 + 1}"
        try:
            line = socket.create_connection(("127.0.0.1", self.port), timeout=2, source_address=(source, 0))
            line.sendall(self.first_bytes)
            line.setblocking(False)
        except OSError:
            self.refused += 1
            return
        self.sockets.add(line)
        self.selector.register(line, selectors.EVENT_READ)
        self.opened += 1

    def run(self):
        while not self.stop.is_set():
            for _ in range(min(50, self.count - len(self.sockets))):
                self.open_one()
            for key, _ in self.selector.select(0.02):
                line = key.fileobj
                try:
                    gone = not line.recv(65536)
                except BlockingIOError:
                    gone = False
                except OSError:
                    gone = True
                if gone:
                    self.selector.unregister(line)
                    self.sockets.discard(line)
                    line.close()
        for line in self.sockets:
            line.close()


def stream_request(viewer):
    cookie = f"Cookie: {viewer.headers['Cookie']}\r\n" if viewer else ""
    return f"GET /api/events HTTP/1.1\r\nHost: laoyou\r\n{cookie}Accept: text/event-stream\r\n\r\n".encode()


def ask(what, count, times, wrong):
    for turn in range(count):
        began = time.time()
        try:
            good = what(turn)
        except OSError:
            good = False
        times.append(time.time() - began)
        wrong[0] += not good
        time.sleep(0.05)


def change(program, turn):
    """A value reported over a connection of its own, opened for it."""
    hurried = program.client()
    hurried.headers = program.hurried_headers
    return hurried.send("POST", "/api/readings", reading(25_000 + turn, "月报"))[0] == 201


def main():
    sockets = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    streams = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
    spread = 1 if sys.argv[3:] == ["one"] else 10_000
    most = 2 * (sockets + streams) + 10_000
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, resource.getrlimit(resource.RLIMIT_NOFILE)[1]), resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    with Program() as program:
        viewers = [program.client("baijiantan"), program.client("honghe"), None]
        writer = program.client("liuzhou")
        writer.send("GET", "/api/accounts/me")  # as a page does once it is signed in: from here the connection is an account's
        program.hurried_headers = program.client("liuzhou").headers
        crowds = [Crowd(1, program.port, b"", sockets, spread)]
        crowds += [Crowd(2 + number, program.port, stream_request(viewer), streams // len(viewers), spread) for number, viewer in enumerate(viewers)]
        for crowd in crowds:
            crowd.thread.start()
        time.sleep(5)
        works = {"health": lambda _: program.client(timeout_s=20).send("GET", "/health")[0] == 200,
                 "changes": lambda turn: writer.send("POST", "/api/readings", reading(turn, "月报"))[0] == 201,
                 "hurried": lambda turn: change(program, turn)}
        times, wrong = {name: [] for name in works}, {name: [0] for name in works}
        asking = [threading.Thread(target=ask, args=(work, 100, times[name], wrong[name])) for name, work in works.items()]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
        memory = program.memory_mib("VmRSS")
        for crowd in crowds:
            crowd.stop.set()
        for crowd in crowds:
            crowd.thread.join()
    figures = {"what": "crowd", "addresses": spread, "held": [len(crowd.sockets) for crowd in crowds], "opened": [crowd.opened for crowd in crowds], "refused": [crowd.refused for crowd in crowds], "memory_mib": memory}
    for name in works:
        figures |= {f"{name}_wrong": wrong[name][0], f"{name}_p99_s": percentile(times[name], 0.99)}
    finish(figures, **{f"{name}_wrong": 0 for name in works}, **{f"{name}_p99_s": 2 for name in works})


if __name__ == "__main__":
    main()
