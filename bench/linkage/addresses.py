#!/usr/bin/env python3
# How often the program reads province, city and district as people have tagged them: bench/linkage/addresses.py FILE, a file of
# github.com/leodotnet/neural-chinese-address-parsing (one character and its tag a line). Wanted: 99.5 %, 98 %, 97 % of those named, and 200,000
# addresses a second. Names are compared without 省, 市, 区 and the like.
import csv, os, re, subprocess, sys, time

root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
program = os.environ.get("LAOYOU", os.path.join(root, "build/laoyou"))
endings = re.compile("(?<=..)((维吾尔|壮族|回族|土家族|畲族|哈尼族|彝族|苗族|侗族|瑶族|傣族|藏族|羌族|满族|蒙古族?|布依族)*(自治区|自治州|自治县|自治旗|地区|省|市|县|区|州|盟))$")

addresses, tags = [], []
for block in open(sys.argv[1], encoding="utf-8").read().replace("\r", "").split("\n\n"):
    lines = [line for line in block.split("\n") if line]
    if not lines:
        continue
    named, characters = {}, []
    for line in lines:
        character, _, tag = line.rpartition(" ")
        characters.append(character or " ")
        kind = tag[2:]
        if tag.startswith("B"):
            named[kind] = ""
        if kind:
            named[kind] = named.get(kind, "") + (character or " ")
    addresses.append("".join(characters))
    tags.append(named)

def read(lines):
    return subprocess.run([program, "linkage", "address"], input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout

answers = list(csv.DictReader(read(addresses).splitlines()))
for tag, column in (("prov", "province"), ("city", "city"), ("district", "district")):
    named = [(tags[i][tag], answers[i][column]) for i in range(len(addresses)) if tag in tags[i]]
    right = sum(endings.sub("", want) == endings.sub("", got) for want, got in named)
    print(f"{column:9} {100 * right / len(named):6.2f} %  of {len(named)}")
begun = time.time(); read(addresses[:1]); start = time.time() - begun
begun = time.time(); read(addresses * 40)
print(f"{40 * len(addresses) / max(1e-9, time.time() - begun - start):.0f} addresses a second, read and written")
