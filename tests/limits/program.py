"""The program under attack: started on a free port of this machine in a folder of its own, ended by its process id."""

import contextlib
import http.client
import json
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PASSWORD = "laoyou-demo-2026"
MIB = 1 << 20
STOPS_WITHIN_S = 60  # four times what the server gives its connections to drain


def binary():
    """The program to measure: LAOYOU, else build/laoyou."""
    return os.environ.get("LAOYOU", os.path.join(REPOSITORY, "build", "laoyou"))


class Client:
    """One person at a browser: one connection, opened anew when it was lost."""

    def __init__(self, port, host="127.0.0.1", timeout_s=60, headers=None):
        self.port, self.host, self.timeout_s = port, host, timeout_s
        self.headers = dict(headers or {})
        self.connection = None

    def send(self, method, path, body=None, content_type="application/json", accept=None):
        """Status and parsed JSON (None for other answers). A connection that broke before an answer is an OSError."""
        headers = dict(self.headers)
        if body is not None:
            headers["Content-Type"] = content_type
            if not isinstance(body, bytes):
                body = json.dumps(body).encode()
        if accept:
            headers["Accept"] = accept
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.host, self.port, timeout=self.timeout_s)
        try:
            self.connection.request(method, path, body, headers)
            answer = self.connection.getresponse()
            text = answer.read()
        except (http.client.HTTPException, OSError) as failure:
            self.connection.close()
            self.connection = None
            raise OSError(str(failure)) from failure
        if answer.headers.get("Connection", "").lower() == "close":
            self.connection.close()
            self.connection = None
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            self.headers["Cookie"] = cookie.split(";")[0]
        try:
            return answer.status, json.loads(text)
        except ValueError:
            return answer.status, None

    def sign_in(self, name, password=PASSWORD):
        """Status and the problem's code ("" when signed in)."""
        status, answer = self.send("POST", "/api/accounts/sign-in", {"name": name, "password": password})
        if status == 200:
            self.headers["X-CSRF-Token"] = answer["csrf_token"]
        return status, code_of(answer)


def code_of(answer):
    return answer.get("code", "") if isinstance(answer, dict) else ""


class Program:
    """A server over the demonstration's data, in a temporary folder or on `database`."""

    def __init__(self, *options, database=None, environment=None, limit=None, folder=None):
        self.options, self.environment, self.limit = list(options), dict(os.environ, **(environment or {})), limit
        self.kept = contextlib.ExitStack()
        self.folder = folder or self.kept.enter_context(tempfile.TemporaryDirectory(prefix="laoyou-limits-"))
        self.data = os.path.join(self.folder, "data")
        self.where = ["--data", self.data] + (["--database", database] if database else [])
        self.process = None
        self.port = 0
        self.stuck = []  # not empty: it had to be killed

    def __enter__(self):
        if not os.path.exists(os.path.join(self.data, "laoyou.key")):
            subprocess.run([binary(), "demo", *self.where, "--plan", self.plans()], check=True, stdout=subprocess.DEVNULL)
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.kept.close()

    @staticmethod
    def plans():
        return os.environ.get("LAOYOU_PLANS", os.path.join(REPOSITORY, "plans"))

    def start(self):
        """Returns when the server says its port; a server that ends instead is a RuntimeError with what it said."""
        before = (lambda: resource.setrlimit(*self.limit)) if self.limit else None
        with open(os.path.join(self.folder, "said"), "wb") as said:
            self.process = subprocess.Popen([binary(), "serve", *self.where, "--plan", self.plans(), "--port", "0", "--log", os.path.join(self.folder, "log"), *self.options],
                                            stdout=said, stderr=subprocess.STDOUT, preexec_fn=before, env=self.environment)
        gives_up = time.time() + 120
        while True:
            if time.time() > gives_up:
                self.stop(signal.SIGKILL)
                raise RuntimeError("neither served nor ended")
            said = self.said()
            found = re.search(r"http://[^/]*:(\d+)/", said)
            if found:
                self.port = int(found.group(1))
                return
            if self.process.poll() is not None:
                raise RuntimeError(said)
            time.sleep(0.05)

    def said(self):
        with open(os.path.join(self.folder, "said"), encoding="utf-8") as said:
            return said.read()

    def stop(self, how=signal.SIGTERM):
        if self.process is None:
            return None
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            code = self.process.wait(timeout=STOPS_WITHIN_S)
        except subprocess.TimeoutExpired:
            self.stuck = self.where_it_waits()
            self.process.kill()
            code = self.process.wait()
        self.process = None
        return code

    def where_it_waits(self):
        """What each thread of a process that does not end is at, as the kernel tells it: a measurement never waits for ever."""
        threads = f"/proc/{self.process.pid}/task"
        waits = []
        for thread in sorted(os.listdir(threads)):
            with contextlib.suppress(OSError), open(f"{threads}/{thread}/comm", encoding="utf-8") as name, open(f"{threads}/{thread}/wchan", encoding="ascii") as at:
                waits.append(f"{name.read().strip()} {at.read().strip()}")
        return waits

    def client(self, name=None, **options):
        client = Client(self.port, **options)
        if name:
            status, code = client.sign_in(name)
            if status != 200:
                raise RuntimeError(f"{name} was not signed in: {status} {code}")
        return client

    def memory_mib(self, field="VmHWM"):
        """VmRSS: now; VmHWM: the most so far; VmSize, VmData: addresses."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            return int(re.search(rf"^{field}:\s+(\d+) kB", status.read(), re.M).group(1)) / 1024


def reading(serial, source):
    """A value that nobody has reported: another county, day and indicator for each serial below 50,000. liuzhou may report it."""
    counties = ["450202", "450203", "450204", "450205", "450206", "450222", "450223", "450224", "450225", "450226"]
    days = serial // len(counties)
    day = time.strftime("%Y-%m-%d", time.gmtime(1704067200 + 86400 * (days % 1000)))  # from 2024-01-01
    indicator = ["bed_total", "slot_total", "county_care_centres", "major_care_projects", "monthly_visit_rate"][days // 1000 % 5]
    return {"plan": "liuzhou", "indicator": indicator, "region": counties[serial % len(counties)] + "000000", "period": day, "value": 16, "source": source, "confirmed": True}


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("nan")


def finish(figures, **limits):
    """Prints one line and ends: exit code 1 where a figure is beyond its limit; a limit is the most, or (least, most)."""
    beyond = []
    for name, limit in limits.items():
        least, most = limit if isinstance(limit, tuple) else (float("-inf"), limit)
        if not least <= figures[name] <= most:
            beyond.append(name)
    print(json.dumps({key: round(value, 3) if isinstance(value, float) else value for key, value in figures.items()} | {"beyond": beyond}, ensure_ascii=False))
    sys.exit(1 if beyond else 0)
