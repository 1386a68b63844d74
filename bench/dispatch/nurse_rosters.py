"""The public nurse rosters against the best known costs.

  nurse_rosters.py LAOYOU FOLDER [SECONDS]

FOLDER holds nrp/Instance<N>.txt and nrp_best_known.csv (a column for each method). Instances of up to 60 days; processor seconds, seed 1.
"""
import csv
import json
import pathlib
import subprocess
import sys


def best_known(folder):
    with open(folder / "nrp_best_known.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            costs = [int(cost) for name, cost in row.items() if name != "instance" and cost]
            yield int(row["instance"]), min(costs)


def days(path):
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    return int(lines[lines.index("SECTION_HORIZON") + 1])


def main(program, folder, seconds):
    gaps = []
    print(f"{'instance':>8} {'cost':>8} {'best':>8} {'gap %':>8}")
    for number, best in best_known(folder):
        path = folder / "nrp" / f"Instance{number}.txt"
        if days(path) > 60:
            continue
        words = [program, "dispatch", "roster", "--format", "nrp", str(path), "--seconds", seconds, "--clock", "cpu"]
        answer = json.loads(subprocess.run(words, capture_output=True, text=True, check=False).stdout)
        gap = 100 * (answer["cost"] - best) / best
        gaps.append(gap)
        print(f"{number:>8} {answer['cost']:>8} {best:>8} {gap:>8.2f}{'' if answer['valid'] else '  breaks rules'}", flush=True)
    print(f"mean gap {sum(gaps) / len(gaps):.2f} %")


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "30")
