"""Solves the public routing series with `laoyou dispatch` and prints each cost beside the best known one.

    public_series.py PROGRAM DATA_FOLDER [solomon|homberger|homberger400|hhcrsp|vrptwsyn ...] [--seed K]

DATA_FOLDER holds vrptw/, hhcrsp/, vrptwsyn/ and their *_best_known.csv. Seconds are processor seconds of one thread.
"""
import csv
import json
import pathlib
import subprocess
import sys

SECONDS = {"solomon": 10, "homberger": 10, "homberger400": 30, "vrptwsyn": 4}


def solve(program, series_format, file, seconds, seed):
    words = [program, "dispatch", "solve", "--format", series_format, str(file), "--seconds", str(seconds), "--clock", "cpu", "--seed", str(seed)]
    return json.loads(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def rows(file):
    with open(file, newline="", encoding="utf-8") as text:
        yield from csv.DictReader(text)


def cases(data, series):
    """Name, format, file, seconds, best known."""
    if series in ("solomon", "homberger", "homberger400"):
        best_known = "vrptw_400_best_known.csv" if series == "homberger400" else "vrptw_best_known.csv"
        for row in rows(data / best_known):
            large = "_" in row["instance"]
            name = row["instance"].lower() if large else row["instance"]
            if large == (series != "solomon"):
                yield row["instance"], "solomon", data / "vrptw" / f"{name}.txt", SECONDS[series], float(row["distance_dimacs"])
    elif series == "hhcrsp":
        for row in rows(data / "hhcrsp_best_known.csv"):
            seconds = 20 if int(row["patients"]) <= 50 else 60
            yield row["group"], series, data / series / f"{row['instance']}.json", seconds, float(row["iolab_uniud_best_checked"])
    else:
        for row in rows(data / "vrptwsyn_best_known.csv"):
            yield row["instance"], series, (data / series / row["file"]).with_suffix(".json"), SECONDS[series], float(row["best_units"])


def measure(program, data, series, seed):
    print(f"{series}\n{'instance':10} {'cost':>10} {'best':>10} {'gap %':>8} {'s':>6}")
    gaps = []
    for name, series_format, file, seconds, best in cases(data, series):
        answer = solve(program, series_format, file, seconds, seed)
        gaps.append(100 * (answer["cost"] - best) / best)
        print(f"{name:10} {answer['cost']:10.3f} {best:10.3f} {gaps[-1]:8.3f} {answer['seconds']:6.1f}", flush=True)
    print(f"mean gap {sum(gaps) / len(gaps):.4f} %, largest {max(gaps):.4f} %\n")


def main():
    words = sys.argv[1:]
    seed = int(words.pop(words.index("--seed") + 1)) if "--seed" in words else 1
    words = [word for word in words if word != "--seed"]
    if len(words) < 2:
        sys.exit(__doc__)
    for series in words[2:] or ["solomon", "homberger", "hhcrsp", "vrptwsyn"]:
        measure(words[0], pathlib.Path(words[1]), series, seed)


main()
