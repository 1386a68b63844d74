#!/usr/bin/env python3
"""PostgreSQL restarted again and again, in order and like a power cut, under 16 writers: nothing that was answered "stored" is lost, and nothing
that was answered "not stored" is there.

Usage: postgres_restarts.py [RESTARTS, 100]. Needs PostgreSQL's own programs (PG_BIN, else /usr/lib/postgresql/15/bin); as root it runs them as user postgres.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from program import Program, binary, code_of, finish, reading

WRITERS = 16
PG_BIN = os.environ.get("PG_BIN", "/usr/lib/postgresql/15/bin")


class Postgres:
    """A server in a temporary folder, reached by a socket there; its flushes are real."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="laoyou-postgres-")
        self.data = os.path.join(self.folder, "data")
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-instructions")
        self.control("start", "fast")

    def run(self, program, *words):
        before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*before, os.path.join(PG_BIN, program), *words], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder)

    def control(self, verb, mode):
        options = ["-o", f"-k {self.folder} -c listen_addresses= -c max_connections=90"] if verb != "stop" else []
        self.run("pg_ctl", verb, "-D", self.data, "-w", "-t", "60", "-l", os.path.join(self.folder, "log"), *([] if verb == "start" else ["-m", mode]), *options)

    def url(self):
        return f"postgresql:///postgres?user=postgres&host={self.folder}"

    def column(self, question):
        answer = subprocess.run(["psql", self.url(), "-Atc", question], check=True, capture_output=True, text=True)
        return answer.stdout.split("\n")[:-1]

    def remove(self):
        self.control("stop", "immediate")
        shutil.rmtree(self.folder)


class Writers:
    def __init__(self, program):
        self.program, self.stop = program, threading.Event()
        self.stored, self.not_stored, self.codes = set(), set(), {}
        self.lock, self.serial = threading.Lock(), 0
        self.threads = [threading.Thread(target=self.write, args=(headers,)) for headers in self.sessions()]

    def sessions(self):
        client = self.program.client("liuzhou")
        return [dict(client.headers)] * WRITERS

    def write(self, headers):
        client = self.program.client(headers=headers)
        while not self.stop.is_set():
            with self.lock:
                serial = self.serial
                self.serial += 1
            source = f"restart-{serial}"
            try:
                status, answer = client.send("POST", "/api/readings", reading(serial, source))
                code = code_of(answer)
            except OSError:
                status, code = 0, "no answer"
            with self.lock:
                self.codes[f"{status} {code}".strip()] = self.codes.get(f"{status} {code}".strip(), 0) + 1
                if status == 201:
                    self.stored.add(source)
                elif status != 0 and code != "store.outcome_unknown":
                    self.not_stored.add(source)
            time.sleep(0 if status == 201 else 0.02)


def main():
    restarts = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    postgres = Postgres()
    try:
        with Program(database=postgres.url()) as program:
            writers = Writers(program)
            for thread in writers.threads:
                thread.start()
            for turn in range(restarts):
                time.sleep(0.3)
                postgres.control("restart", "immediate" if turn % 2 else "fast")
            time.sleep(1)
            writers.stop.set()
            for thread in writers.threads:
                thread.join()
            program.stop()
            there = set(postgres.column("select source from reading where source like 'restart-%'"))
            verified = subprocess.run([binary(), "journal", "verify", *program.where], capture_output=True, check=False).returncode
    finally:
        postgres.remove()
    finish({"what": "postgres_restarts", "restarts": restarts, "writers": WRITERS, "sent": writers.serial, "answers": writers.codes, "there": len(there), "lost": len(writers.stored - there),
            "said_not_stored_and_is": len(writers.not_stored & there), "journal_verify_exit_code": verified}, lost=0, said_not_stored_and_is=0, journal_verify_exit_code=0)


if __name__ == "__main__":
    main()
