#!/usr/bin/env python3
"""The database file taken away under a running server: changes are refused within a second, /health says so, and the next start refuses.

Usage: database_gone.py
"""

import glob
import os
import time

from program import Program, code_of, finish, reading


def seconds_until(limit_s, what):
    """Seconds until `what` is true, or the limit."""
    began = time.time()
    while time.time() - began < limit_s:
        if what():
            break
        time.sleep(0.01)
    return time.time() - began


def main():
    with Program() as program:
        client = program.client("liuzhou")
        stored = client.send("POST", "/api/readings", reading(0, "月报"))[0]
        for file in glob.glob(os.path.join(program.data, "laoyou.db*")):
            os.remove(file)
        began = time.time()
        status, answer = client.send("POST", "/api/readings", reading(1, "月报"))
        change_s = time.time() - began
        health_s = seconds_until(5, lambda: program.client().send("GET", "/health")[0] == 503)
        program.stop()
        try:
            program.start()
            refusal = "it serves"
        except RuntimeError as failure:
            refusal = str(failure).strip()
        figures = {"what": "database_gone", "stored_before": stored, "change_status": status, "change_code": code_of(answer), "change_s": change_s, "health_503_after_s": health_s,
                   "refuses_next_start": int("laoyou.db" in refusal and "--new" in refusal), "made_a_database": int(os.path.exists(os.path.join(program.data, "laoyou.db")))}
    finish(figures, stored_before=(201, 201), change_status=(503, 503), change_s=1, health_503_after_s=1, refuses_next_start=(1, 1), made_a_database=0)


if __name__ == "__main__":
    main()
