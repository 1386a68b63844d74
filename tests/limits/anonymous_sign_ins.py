#!/usr/bin/env python3
"""100 strangers who sign in with wrong names, each again as soon as it is answered: what a signed-in person's changes take meanwhile.

Three phases: nobody else; 100 strangers who only ask for /health (what the strangers' own programs take of this machine's processors); the
100 who sign in. Usage: anonymous_sign_ins.py [SECONDS a phase, 15]. Limit: p50 and p99 at most twice those of the second phase (times below 10 ms
count as 10: what one flush varies by).
"""

import multiprocessing
import sys
import threading
import time

from program import Client, Program, finish, percentile, reading

STRANGERS = 100


def strangers(port, ends_at, answers, signing_in):
    """The attack, in a process of its own so that it does not wait for the measuring one. Each stranger has an address of its own."""
    counts = {}
    lock = threading.Lock()

    def attack(number):
        client = Client(port, headers={"X-Forwarded-For": f"198.51.{number // 200}.{1 + number % 200}"})
        attempt = 0
        while time.time() < ends_at:
            attempt += 1
            try:
                status, _ = client.sign_in(f"nobody{number}x{attempt}", "wrong password 1") if signing_in else client.send("GET", "/health")
            except OSError:
                status = 0
            with lock:
                counts[status] = counts.get(status, 0) + 1

    threads = [threading.Thread(target=attack, args=(number,)) for number in range(STRANGERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    answers.put(counts)


def changes(client, first, seconds):
    """Milliseconds of each change, made one after the other."""
    times, wrong = [], 0
    ends_at = time.time() + seconds
    serial = first
    while time.time() < ends_at:
        began = time.perf_counter()
        status, _ = client.send("POST", "/api/readings", reading(serial, f"月报{serial}"))
        times.append((time.perf_counter() - began) * 1000)
        wrong += status != 201
        serial += 1
        time.sleep(0.01)
    return times, wrong


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 15
    with Program("--behind-proxy") as program:
        client = program.client("liuzhou")
        changes(client, 0, 2)
        alone, wrong_alone = changes(client, 1_000, seconds)
        times, wrong, counts = {}, wrong_alone, {}
        for first, phase in [(6_000, "asking"), (12_000, "signing_in")]:
            answers = multiprocessing.Queue()
            attack = multiprocessing.Process(target=strangers, args=(program.port, time.time() + seconds + 2, answers, phase == "signing_in"))
            attack.start()
            time.sleep(1)
            times[phase], wrong_beside = changes(client, first, seconds)
            wrong += wrong_beside
            counts[phase] = {str(status): count for status, count in sorted(answers.get().items())}
            attack.join()
    figures = {"what": "anonymous_sign_ins", "strangers": STRANGERS, "wrong": wrong, "changes_alone": len(alone), "alone_p50_ms": percentile(alone, 0.5), "alone_p99_ms": percentile(alone, 0.99)}
    for phase, taken in times.items():
        figures |= {f"changes_{phase}": len(taken), f"{phase}_p50_ms": percentile(taken, 0.5), f"{phase}_p99_ms": percentile(taken, 0.99)}
    for share in ("p50", "p99"):
        figures[f"ratio_{share}"] = figures[f"signing_in_{share}_ms"] / max(10, figures[f"asking_{share}_ms"])
    finish(figures | {"strangers_answers": counts}, ratio_p50=2, ratio_p99=2, wrong=0)


if __name__ == "__main__":
    main()
