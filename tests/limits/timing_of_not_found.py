#!/usr/bin/env python3
"""Whether the time of "not found" tells what is there: records of another city against records that are nowhere, asked in turns by one who sees neither.

For each register the share of pairs in which the record that is there took longer: a half where nothing is told.
Usage: timing_of_not_found.py [PAIRS, 3000]. Limit: 0.45 to 0.55 in every register.
"""

import random
import sys
import time

from program import Program, finish

REGISTERS = ["residents", "institutions", "households", "beds", "staff"]


def times_of(client, path):
    began = time.perf_counter()
    status, answer = client.send("GET", path)
    took = time.perf_counter() - began
    if status != 404 or answer.get("code") != "records.not_found":
        raise RuntimeError(f"{path}: {status} {answer}")
    return took


def share_longer(client, register, ids, pairs):
    longer = 0
    for _ in range(pairs):
        there = random.choice(ids)
        # Like one that might be there: of the same time, with other last digits.
        nowhere = str(int(there) ^ (1 << random.randrange(3, 9)))
        while nowhere in ids:
            nowhere = str(int(nowhere) + 1)
        paths = {"there": f"/api/{register}/{there}", "nowhere": f"/api/{register}/{nowhere}"}
        order = list(paths)
        random.shuffle(order)
        took = {which: times_of(client, paths[which]) for which in order}
        longer += took["there"] > took["nowhere"]
    return longer / pairs


def main():
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    figures = {"pairs": pairs}
    with Program() as program:
        here, elsewhere = program.client("liuzhou"), program.client("karamay")
        for register in REGISTERS:
            status, answer = elsewhere.send("GET", f"/api/{register}?rows=50")
            if status != 200 or not answer["rows"]:
                raise RuntimeError(f"{register}: {status} {answer}")
            ids = [row["id"] for row in answer["rows"]]
            share_longer(here, register, ids, 200)  # what the first questions make ready
            figures[register] = share_longer(here, register, ids, pairs)
    finish(figures, **{register: (0.45, 0.55) for register in REGISTERS})


if __name__ == "__main__":
    main()
