#!/usr/bin/env python3
"""Flushes of the disk that fail at a commit, then a power cut: what was answered "stored" is there, what was answered "not stored" is not.

Usage: failed_flush.py [ROUNDS, 10]. Needs a C compiler (CC, else cc): the flush is made to fail by a library loaded before the system's own.
"""

import os
import signal
import subprocess
import sys
import tempfile

from program import Program, code_of, finish, reading

LIBRARY = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
static int fails(void) { const char* sign = getenv("FLUSH_FAILS_WHILE_THERE"); return sign && access(sign, F_OK) == 0; }
int fsync(int file) { if (fails()) { errno = EIO; return -1; } return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file); }
int fdatasync(int file) { if (fails()) { errno = EIO; return -1; } return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file); }
"""


def build(folder):
    source, library = os.path.join(folder, "flush.c"), os.path.join(folder, "flush.so")
    with open(source, "w", encoding="ascii") as file:
        file.write(LIBRARY)
    subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    return library


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    codes, lost, untrue = {}, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        sign = os.path.join(folder, "sign")
        with Program(environment={"LD_PRELOAD": build(folder), "FLUSH_FAILS_WHILE_THERE": sign}) as program:
            for turn in range(rounds):
                client = program.client("liuzhou")
                good = f"good{turn}"
                stored = client.send("POST", "/api/readings", reading(3 * turn, good))[0]
                open(sign, "w", encoding="ascii").close()
                bad = f"bad{turn}"
                status, answer = client.send("POST", "/api/readings", reading(3 * turn + 1, bad))
                os.remove(sign)
                program.stop(signal.SIGKILL)
                program.start()
                text = program_text(program, good, bad)
                codes[f"{status} {code_of(answer)}"] = codes.get(f"{status} {code_of(answer)}", 0) + 1
                lost += stored == 201 and good not in text
                untrue += status != 201 and code_of(answer) != "store.outcome_unknown" and bad in text
                lost += status == 201 and bad not in text
    finish({"what": "failed_flush", "rounds": rounds, "answers": codes, "lost": lost, "said_not_stored_and_is": untrue}, lost=0, said_not_stored_and_is=0)


def program_text(program, *words):
    """Which of the words stand in the database's readings."""
    export = program.client("liuzhou", timeout_s=60)
    export.send("GET", "/health")
    import http.client
    line = http.client.HTTPConnection("127.0.0.1", program.port, timeout=60)
    line.request("GET", "/api/readings/export?plan=liuzhou&format=csv", headers=export.headers)
    text = line.getresponse().read().decode()
    line.close()
    return {word for word in words if word in text}


if __name__ == "__main__":
    main()
