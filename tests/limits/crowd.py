#!/usr/bin/env python3
"""10,000 silent sockets of strangers, and 5,000 event streams that two viewers try to open: /health and signed-in work go on.

The strangers come from another address of this machine (OTHER_ADDRESS, else the first that is not loopback), as clients of a network do; the
viewers come from there too. Usage: crowd.py [SOCKETS, 10000] [STREAMS, 5000]. Limit: /health and changes all answered, each within two seconds.
"""

import os
import resource
import selectors
import socket
import subprocess
import sys
import threading
import time

from program import Program, finish, percentile, reading


def other_address():
    return os.environ.get("OTHER_ADDRESS") or subprocess.run(["hostname", "-I"], check=True, capture_output=True, text=True).stdout.split()[0]


class Crowd:
    """Sockets that are opened, and opened again when the server closes them."""

    def __init__(self, address, port, first_bytes, count):
        self.address, self.port, self.first_bytes, self.count = address, port, first_bytes, count
        self.selector, self.stop, self.opened, self.refused = selectors.DefaultSelector(), threading.Event(), 0, 0
        self.thread = threading.Thread(target=self.run)
        self.sockets = set()

    def open_one(self):
        try:
            line = socket.create_connection((self.address, self.port), timeout=2)
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
    return f"GET /api/events HTTP/1.1\r\nHost: laoyou\r\nCookie: {viewer.headers['Cookie']}\r\nAccept: text/event-stream\r\n\r\n".encode()


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


def main():
    sockets = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    streams = int(sys.argv[2]) if len(sys.argv) > 2 else 5_000
    most = sockets + streams + 2_000
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, max(most, resource.getrlimit(resource.RLIMIT_NOFILE)[1])))
    with Program("--address", "0.0.0.0") as program:
        viewers = [program.client("baijiantan"), program.client("honghe")]
        writer = program.client("liuzhou", host=other_address())
        crowds = [Crowd(other_address(), program.port, b"", sockets)]
        crowds += [Crowd(other_address(), program.port, stream_request(viewer), streams // 2) for viewer in viewers]
        for crowd in crowds:
            crowd.thread.start()
        time.sleep(5)
        health, changes, wrong_health, wrong_changes = [], [], [0], [0]
        asking = [threading.Thread(target=ask, args=(lambda _: program.client(timeout_s=20).send("GET", "/health")[0] == 200, 100, health, wrong_health)),
                  threading.Thread(target=ask, args=(lambda turn: writer.send("POST", "/api/readings", reading(turn, "月报"))[0] == 201, 100, changes, wrong_changes))]
        for thread in asking:
            thread.start()
        for thread in asking:
            thread.join()
        memory = program.memory_mib("VmRSS")
        for crowd in crowds:
            crowd.stop.set()
        for crowd in crowds:
            crowd.thread.join()
        figures = {"what": "crowd", "held": [len(crowd.sockets) for crowd in crowds], "opened": [crowd.opened for crowd in crowds], "refused": [crowd.refused for crowd in crowds],
                   "health_wrong": wrong_health[0], "changes_wrong": wrong_changes[0], "health_p99_s": percentile(health, 0.99), "changes_p99_s": percentile(changes, 0.99), "memory_mib": memory}
    finish(figures, health_wrong=0, changes_wrong=0, health_p99_s=2, changes_p99_s=2)


if __name__ == "__main__":
    main()
