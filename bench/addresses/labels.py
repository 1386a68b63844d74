#!/usr/bin/env python3
# How well the program reads addresses as people have tagged them: bench/addresses/labels.py FILE, a file of
# github.com/leodotnet/neural-chinese-address-parsing (one character and its tag a line). A part is right when its characters and its label are exactly the
# tagged ones. Wanted: road and number F1 at least 0.90. Nothing is learned from the file, and nothing of it comes with the program.
import json, os, subprocess, sys
from collections import Counter

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
program = os.environ.get("LAOYOU", os.path.join(root, "build/laoyou"))
labels = {"country": "country", "province": "prov", "city": "city", "county": "district", "zone": "devZone", "town": "town", "community": "community", "road": "road",
          "road_number": "roadno", "side_road": "subRoad", "side_number": "subroadno", "estate": "poi", "inner_place": "subpoi", "building": "houseno", "unit": "cellno",
          "floor": "floorno", "room": "roomno", "occupant": "person", "direction": "assist", "other": "redundant"}

def tagged(path):
    for block in open(path, encoding="utf-8").read().replace("\r", "").split("\n\n"):
        parts = []
        for line in filter(None, block.split("\n")):
            character, _, tag = line.rpartition(" ")
            if tag[0] == "B" or not parts or parts[-1][0] != tag[2:]:
                parts.append([tag[2:], ""])
            parts[-1][1] += character or " "
        if parts:
            yield parts

def spans(parts):
    found, place = set(), 0
    for label, text in parts:
        found.add((label, place, place + len(text)))
        place += len(text)
    return found

wanted = list(tagged(sys.argv[1]))
lines = "\n".join("".join(text for _, text in parts) for parts in wanted) + "\n"
out = subprocess.run([program, "addresses", "--parse", "--json"], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
right, read, there = Counter(), Counter(), Counter()
for parts, line in zip(wanted, out):
    got = spans([(labels[part["part"]], part["text"]) for part in json.loads(line)["parts"]])
    want = spans(parts)
    for kind, these in ((right, got & want), (read, got), (there, want)):
        for label, _, _ in these:
            kind[label] += 1

def say(name, chosen):
    r, p, n = (sum(kind[label] for label in chosen) for kind in (right, read, there))
    print(f"{name:14} precision {r / max(1, p):.4f}  recall {r / max(1, n):.4f}  F1 {2 * r / max(1, p + n):.4f}  of {n}")

for label in labels.values():
    say(label, [label])
say("road+roadno", ["road", "roadno"])
say("all", list(set(there) | set(read)))
