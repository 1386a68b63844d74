#!/usr/bin/env python3
"""Each storage call of a day's work fails once: the first, the second, … up to the last. Nothing answered is lost, nothing is half done.

A round is: an institution is made, a paper is laid to it, a sheet of rows is read in by a job, a value is corrected (which tells its reporter). In
round n the n-th call on a file of the data folder fails (EIO and ENOSPC in turn). Then the server is killed with kill -9 and started again, and what
is there is held against what was answered. When a round has fewer calls than n, every call has had its turn.

Usage: every_failing_call.py [EVERY, 1: only each EVERY-th call] [MOST, 100000: ends after so many]. Needs a C compiler (CC, else cc).
"""

import hashlib
import mmap
import os
import signal
import struct
import subprocess
import sys
import tempfile
import time

from program import Program, binary, code_of, finish, reading

# Counts the calls on files below STORAGE_FOLDER in shared memory (two numbers: calls so far, the call that fails) and lets one of them fail.
LIBRARY = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>
static long* board;
static const char* folder;
__attribute__((constructor)) static void begin(void) {
  folder = getenv("STORAGE_FOLDER");
  const char* name = getenv("STORAGE_BOARD");
  if (!folder || !name) return;
  int (*real)(const char*, int, ...) = dlsym(RTLD_NEXT, "open");
  int file = real(name, O_RDWR);
  board = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  close(file);
}
static int fails_now(void) {
  long call = __atomic_add_fetch(&board[0], 1, __ATOMIC_SEQ_CST);
  if (call != board[1]) return 0;
  errno = call % 2 ? EIO : ENOSPC;
  return 1;
}
static int fails_at(const char* path) { return board && path && !strncmp(path, folder, strlen(folder)) && fails_now(); }
static int fails_on(int file) {
  if (!board || file < 3) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  long length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails_at(path);
}
#define ON_FILE(type, name, takes, gives) type name takes { static type (*real) takes; if (!real) real = dlsym(RTLD_NEXT, #name); return fails_on(file) ? -1 : real gives; }
#define AT_PATH(type, name, takes, gives) type name takes { static type (*real) takes; if (!real) real = dlsym(RTLD_NEXT, #name); return fails_at(path) ? -1 : real gives; }
ON_FILE(int, fsync, (int file), (file))
ON_FILE(int, fdatasync, (int file), (file))
ON_FILE(int, ftruncate, (int file, off_t size), (file, size))
ON_FILE(int, ftruncate64, (int file, off64_t size), (file, size))
ON_FILE(ssize_t, write, (int file, const void* data, size_t size), (file, data, size))
ON_FILE(ssize_t, writev, (int file, const struct iovec* parts, int count), (file, parts, count))
ON_FILE(ssize_t, pwrite, (int file, const void* data, size_t size, off_t at), (file, data, size, at))
ON_FILE(ssize_t, pwrite64, (int file, const void* data, size_t size, off64_t at), (file, data, size, at))
ON_FILE(ssize_t, pread, (int file, void* data, size_t size, off_t at), (file, data, size, at))
ON_FILE(ssize_t, pread64, (int file, void* data, size_t size, off64_t at), (file, data, size, at))
AT_PATH(int, rename, (const char* path, const char* to), (path, to))
AT_PATH(int, unlink, (const char* path), (path))
AT_PATH(int, mkdir, (const char* path, mode_t mode), (path, mode))
#define OPENS(name) int name(const char* path, int flags, ...) { \
  static int (*real)(const char*, int, ...); if (!real) real = dlsym(RTLD_NEXT, #name); \
  va_list rest; va_start(rest, flags); mode_t mode = va_arg(rest, mode_t); va_end(rest); \
  return fails_at(path) ? -1 : real(path, flags, mode); }
OPENS(open)
OPENS(open64)
"""

REGION = "650203001001"
ROWS = 40
ENDED = ("done", "failed", "cancelled", "interrupted")


def build(folder):
    source, library = os.path.join(folder, "calls.c"), os.path.join(folder, "calls.so")
    with open(source, "w", encoding="ascii") as file:
        file.write(LIBRARY)
    subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-O1", "-w", "-o", library, source, "-ldl"], check=True)
    return library


class Board:
    """The numbers that the server's processes share with this one: how many calls there were, and which one fails (0: none)."""

    def __init__(self, name):
        with open(name, "wb") as file:
            file.write(bytes(4096))
        with open(name, "r+b") as file:
            self.memory = mmap.mmap(file.fileno(), 4096)

    def fail_at(self, call):
        self.memory[0:16] = struct.pack("qq", 0, call)

    def calls(self):
        return struct.unpack("q", self.memory[0:8])[0]


class Round:
    """One day's work; keeps what was answered, so that what is there can be held against it."""

    def __init__(self, turn, album):
        self.turn, self.album = turn, album
        self.name, self.prefix = f"断{turn}点", f"断{turn}表"
        self.paper = paper()
        self.answers = {}
        self.file = self.job = self.value = None

    def ask(self, what, client, *request, **more):
        status, answer = client.send(*request, **more)
        self.answers[what] = (status, code_of(answer))
        return (answer or {}) if status < 300 else {}

    def work(self, client, corrected):
        self.ask("record", client, "POST", "/api/institutions", {"region": REGION, "name": self.name, "kind": "nursery"})
        self.file = self.ask("file", client, "POST", f"/api/institutions/{self.album}/files?field=papers&name=p{self.turn}.pdf", self.paper, content_type="application/octet-stream").get("id")
        sheet = "地区,名称,性质\n" + "".join(f"{REGION},{self.prefix}-{row}x,养老机构\n" for row in range(ROWS))
        self.job = self.ask("job", client, "POST", "/api/institutions/import_job?format=csv", sheet.encode(), content_type="text/csv").get("id")
        self.value = 1000 + self.turn
        self.ask("correction", client, "PUT", f"/api/readings/{corrected}", {"value": self.value, "source": "survey", "confirmed": True})
        self.wait_for_job(client)

    def wait_for_job(self, client):
        for _ in range(300):
            status, answer = client.send("GET", f"/api/jobs/{self.job}") if self.job else (200, {"state": "failed"})
            if status == 200 and answer["state"] in ENDED:
                return answer["state"]
            time.sleep(0.02)
        return "never ended"

    def wrong(self, client, corrected):
        """What is there and was not to be, or the other way round; in words."""
        return list(self.wrong_record(client)) + list(self.wrong_file(client)) + list(self.wrong_job(client)) + list(self.wrong_correction(client, corrected))

    def differs(self, what, there):
        status, code = self.answers[what]
        if code in ("store.outcome_unknown", "api.outcome_unknown"):
            return False
        return there != (status < 300)

    def wrong_record(self, client):
        count = count_of(client, self.name)
        if count > 1 or self.differs("record", count == 1):
            yield f"record: {self.answers['record']}, {count} there"

    def wrong_file(self, client):
        if not self.file:
            return
        data = fetch(client, f"/api/institutions/{self.album}/files/{self.file}")
        if hashlib.sha256(data).digest() != hashlib.sha256(self.paper).digest():
            yield f"file: answered, {len(data)} bytes there"
        client.send("POST", f"/api/institutions/{self.album}/files/{self.file}/remove", {})

    def wrong_job(self, client):
        state, count = self.wait_for_job(client), count_of(client, self.prefix)
        if state == "never ended" or (count not in (0, ROWS)) or (self.job and (state == "done") != (count == ROWS)):
            yield f"job: {state}, {count} rows there"

    def wrong_correction(self, client, corrected):
        status, answer = client.send("GET", "/api/readings?plan=karamay&indicator=bed_total&region=650203000000&page_rows=200")
        values = [row["value"] for row in answer["rows"] if row["id"] == corrected] if status == 200 else []
        if len(values) != 1 or self.differs("correction", values == [self.value]):
            yield f"correction to {self.value}: {self.answers['correction']}, {status} {values}"


def paper():
    """One empty page, and 40,000 signs that nobody else has."""
    text = f"%PDF-1.4\n%{os.urandom(20_000).hex()}\n"
    places = []
    for number, what in enumerate(("/Type /Catalog /Pages 2 0 R", "/Type /Pages /Kids [3 0 R] /Count 1", "/Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]"), 1):
        places.append(len(text))
        text += f"{number} 0 obj\n<< {what} >>\nendobj\n"
    table = len(text)
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    return f"{text}xref\n0 4\n0000000000 65535 f \n{rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode()


def count_of(client, words):
    import urllib.parse

    return client.send("GET", f"/api/institutions?search={urllib.parse.quote(words)}&count=true&rows=1")[1]["total"]


def fetch(client, path):
    import http.client

    line = http.client.HTTPConnection("127.0.0.1", client.port, timeout=60)
    line.request("GET", path, headers=client.headers)
    data = line.getresponse().read()
    line.close()
    return data


def in_spite_of_it(work):
    """A day's work goes on though the connection broke: nothing was answered then."""
    try:
        work()
    except OSError:
        pass


def main():
    every, most = (int(sys.argv[1]) if len(sys.argv) > 1 else 1), (int(sys.argv[2]) if len(sys.argv) > 2 else 100_000)
    answers, wrong, died = {}, [], 0
    with tempfile.TemporaryDirectory() as folder:
        board = Board(os.path.join(folder, "board"))
        data = os.path.join(folder, "data")
        environment = {"STORAGE_FOLDER": data, "STORAGE_BOARD": os.path.join(folder, "board")}
        with Program(environment={"LD_PRELOAD": build(folder), **environment}, folder=folder) as program:
            client = program.client("karamay")
            album = client.send("POST", "/api/institutions", {"region": REGION, "name": "断点之册", "kind": "elderly_home"})[1]["row"]["id"]
            corrected = program.client("admin").send("POST", "/api/readings", reading_of_karamay())[1]["id"]
            call, rounds = every, 0
            while rounds < most:
                client = program.client("karamay")
                round_ = Round(call, album)
                board.fail_at(call)
                in_spite_of_it(lambda: round_.work(client, corrected))
                calls, _ = board.calls(), board.fail_at(0)
                died += program.process.poll() is not None
                program.stop(signal.SIGKILL)
                program.start()
                for what in ("record", "file", "job", "correction"):
                    key = " ".join(map(str, round_.answers.setdefault(what, (0, "api.outcome_unknown"))))
                    answers[key] = answers.get(key, 0) + 1
                for words in round_.wrong(program.client("karamay"), corrected):
                    wrong.append(words)
                    print(f"call {call}: {words}", file=sys.stderr, flush=True)
                rounds += 1
                if calls < call:
                    break
                call += every
            program.stop()
            verified = subprocess.run([binary(), "journal", "verify", "--data", program.data], stdout=subprocess.DEVNULL, check=False).returncode
    finish({"what": "every_failing_call", "rounds": rounds, "calls": call, "answers": answers, "died": died, "wrong": len(wrong), "journal": verified}, wrong=0, died=0, journal=0)


def reading_of_karamay():
    return {"plan": "karamay", "indicator": "bed_total", "region": "650203000000", "period": "2025-H1", "value": 1000, "source": "survey", "confirmed": True}


if __name__ == "__main__":
    main()
