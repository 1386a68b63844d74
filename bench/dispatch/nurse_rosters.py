"""The public nurse rosters against the best known costs, each roster judged here once more, from the file alone.

  nurse_rosters.py LAOYOU FOLDER [SECONDS] [THREADS] [INSTANCES]

FOLDER holds nrp/Instance<N>.txt and nrp_best_known.csv (a column for each method and its time). INSTANCES as in 1,2,8; unnamed: all in the table.
Processor seconds divided by the threads, seed 1. "10 min" is the best of the methods given ten minutes, "best" that of all.
"""
import csv
import json
import pathlib
import subprocess
import sys


def best_known(folder):
    with open(folder / "nrp_best_known.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            costs = {name: int(cost) for name, cost in row.items() if name != "instance" and cost}
            yield int(row["instance"]), min(cost for name, cost in costs.items() if name.endswith("10min")), min(costs.values())


def sections(path):
    parts, name = {}, ""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if line.startswith("SECTION_"):
            name = line[len("SECTION_"):]
        elif line and not line.startswith("#"):
            parts.setdefault(name, []).append(line.split(","))
    return parts


def stretches(row):
    """(on duty, length, touches an edge of the plan) of consecutive days alike."""
    first = 0
    for day in range(1, len(row) + 1):
        if day == len(row) or (row[day] == "off") != (row[first] == "off"):
            yield row[first] != "off", day - first, first == 0 or day == len(row)
            first = day


def broken_rules(parts, rows):
    minutes = {kind[0]: int(kind[1]) for kind in parts["SHIFTS"]}
    never_next = {kind[0]: set(kind[2].split("|")) if len(kind) > 2 and kind[2] else set() for kind in parts["SHIFTS"]}
    days_off = {line[0]: {int(day) for day in line[1:]} for line in parts.get("DAYS_OFF", [])}
    for carer, most_of, most, least, most_row, least_row, least_off, weekends in parts["STAFF"]:
        row = rows[carer]
        time = sum(minutes[kind] for kind in row if kind != "off")
        if not int(least) <= time <= int(most):
            yield f"{carer}: {time} minutes"
        for pair in most_of.split("|"):
            kind, limit = pair.split("=")
            if row.count(kind) > int(limit):
                yield f"{carer}: too often {kind}"
        if any(after in never_next.get(before, ()) for before, after in zip(row, row[1:])):
            yield f"{carer}: succession"
        for on, length, edge in stretches(row):
            if (on and length > int(most_row)) or (not edge and length < int(least_row if on else least_off)):
                yield f"{carer}: {length} days in a row"
        if sum(any(kind != "off" for kind in row[day:day + 2]) for day in range(5, len(row), 7)) > int(weekends):
            yield f"{carer}: weekends"
        if any(row[day] != "off" for day in days_off.get(carer, ())):
            yield f"{carer}: day off"


def cost(parts, rows):
    total = 0
    for section, wanted in (("SHIFT_ON_REQUESTS", True), ("SHIFT_OFF_REQUESTS", False)):
        total += sum(int(price) for carer, day, kind, price in parts.get(section, []) if (rows[carer][int(day)] == kind) != wanted)
    for day, kind, wanted, under, over in parts["COVER"]:
        given = sum(row[int(day)] == kind for row in rows.values())
        total += int(under) * max(0, int(wanted) - given) + int(over) * max(0, given - int(wanted))
    return total


def main(program, folder, seconds="60", threads="2", instances=""):
    folder = pathlib.Path(folder)
    asked = {int(number) for number in instances.split(",")} if instances else None
    print("| instance | days × carers × kinds | cost | bound | 10 min | best | to 10 min, % | to best, % | seconds |\n|---|---|---|---|---|---|---|---|---|")
    for number, ten_minutes, best in best_known(folder):
        if asked and number not in asked:
            continue
        path = folder / "nrp" / f"Instance{number}.txt"
        words = [program, "dispatch", "roster", "--format", "nrp", str(path), "--seconds", seconds, "--clock", "cpu", "--threads", threads]
        answer = json.loads(subprocess.run(words, capture_output=True, text=True, check=False).stdout)
        parts = sections(path)
        rows = {carer["carer"]: carer["days"] for carer in answer["carers"]}
        for broken in broken_rules(parts, rows):
            print(f"instance {number} breaks a rule: {broken}")
        if cost(parts, rows) != answer["cost"]:
            print(f"instance {number}: {answer['cost']} is told, {cost(parts, rows)} is so")
        size = f"{parts['HORIZON'][0][0]} × {len(rows)} × {len(parts['SHIFTS'])}"
        gaps = " | ".join(f"{100 * (answer['cost'] - known) / known:.2f}" for known in (ten_minutes, best))
        print(f"| {number} | {size} | {answer['cost']} | {answer['bound'] or '–'} | {ten_minutes} | {best} | {gaps} | {answer['seconds']:.1f} |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
