#!/usr/bin/env python3
"""A thousand identity numbers and telephone numbers that are known, through every way in: forms, sheets as jobs (good, wrong and looked at), searches, papers, exports,
a backup. Then every file that the program has left (database, journal, log, jobs' files, papers, thumbnails, backup) is searched for each of them.

Usage: secrets_at_rest.py [PEOPLE]   500 unless told. Limit: none is found, neither as it stands nor inside a packed file.
"""

import io
import os
import random
import subprocess
import sys
import time
import urllib.parse
import zipfile
import zlib

from program import Program, binary, finish

WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
PDF = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
       b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n% SECRET\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n")


def identity_number(serial):
    """GB 11643-1999: place, day of birth, order, check digit."""
    day = time.strftime("%Y%m%d", time.gmtime(-1262304000 + 86400 * (serial * 17 % 9000)))  # from 1930-01-01
    digits = f"650203{day}{serial % 999 + 1:03d}"
    return digits + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS)) % 11]


def png(side, dice):
    """A photograph of noise: none of its bytes stand anywhere by chance."""
    def part(kind, data):
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    rows = b"".join(b"\0" + dice.randbytes(side * 3) for _ in range(side))
    head = side.to_bytes(4, "big") * 2 + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")


class Town:
    """What is entered, and what of it must lie nowhere in clear."""

    def __init__(self, program, people):
        self.official = program.client("karamay")
        self.people = [(identity_number(serial), f"139{72_000_000 + serial * 7919 % 9_999_999:08d}") for serial in range(people)]
        self.secrets = {text.encode() for pair in self.people for text in pair}

    def ask(self, method, path, body=None, content_type="application/json", wanted=(200, 201)):
        status, answer = self.official.send(method, path, body, content_type)
        if status not in wanted:
            raise RuntimeError(f"{method} {path}: {status} {answer}")
        return answer

    def job(self, path, body, content_type="application/json"):
        job = self.ask("POST", path, body, content_type)
        while job["state"] in ("queued", "running"):
            time.sleep(0.05)
            job = self.ask("GET", f"/api/jobs/{job['id']}")
        return job

    def sheet(self, people, wrong=False):
        rows = [f"克拉玛依区,张三{i},{number},{phone},{'女' if int(number[16]) % 2 == 0 else '男'}" for i, (number, phone) in enumerate(people)]
        return "\n".join(["地区,姓名,公民身份号码,电话,性别", *rows, *(["没有的地方,李四,1,2,3"] if wrong else [])]).encode()

    def enter(self):
        by_form, by_sheet, refused = self.people[:20], self.people[20:-50], self.people[-50:]
        for number, phone in by_form:
            self.ask("POST", "/api/residents", {"region": "650203000000", "name": "王五", "id_number": number, "phone": phone})
        looked_at = self.job("/api/residents/import_job?format=csv&dry_run=true", self.sheet(by_sheet), "text/csv")
        stored = self.job("/api/residents/import_job?format=csv", self.sheet(by_sheet), "text/csv")
        wrong = self.job("/api/residents/import_job?format=csv", self.sheet(refused, wrong=True), "text/csv")
        if [looked_at["state"], stored["state"], wrong["state"]] != ["done", "done", "failed"]:
            raise RuntimeError(f"{looked_at} {stored} {wrong}")

    def use(self):
        """What an office does with them: finds, opens, changes, exports, adds papers."""
        dice = random.Random(1)
        for number, phone in self.people[:20]:
            row = self.ask("GET", f"/api/residents?id_number={number}")["rows"][0]
            self.ask("GET", f"/api/residents?search={urllib.parse.quote(phone)}", wanted=(200, 422))
            self.ask("GET", f"/api/residents?phone={phone}")
            self.ask("POST", f"/api/residents/{row['id']}/reveal", {"field": "id_number", "purpose": "核对"})
            shown = {key: value for key, value in row.items() if "*" not in str(value)}  # what lists mask stays as it is
            self.ask("PUT", f"/api/residents/{row['id']}", {**shown, "phone": "138" + phone[3:]})
            self.secrets.add(b"138" + phone[3:].encode())
            self.paper(f"/api/residents/{row['id']}/files?field=papers&name=1.pdf", PDF.replace(b"SECRET", number.encode()), number.encode())
        place = self.ask("GET", "/api/institutions?rows=1")["rows"][0]
        photograph = png(200, dice)
        self.paper(f"/api/institutions/{place['id']}/files?field=photographs&name=1.png", photograph, photograph[1000:1032])
        self.job("/api/residents/export_job", {"format": "xlsx"})
        self.job("/api/residents/export_job", {"format": "csv", "id_number": self.people[0][0], "phone": self.people[0][1]})

    def paper(self, path, content, secret):
        self.ask("POST", path, content, "application/octet-stream")
        self.secrets.add(secret)


def inside(content):
    """What lies in a file: itself, and what a packed one unpacks to."""
    yield content
    if content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield archive.read(name)


def found_in(folder, secrets):
    """Each file with how many of the secrets it holds."""
    found, bytes_read = {}, 0
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                content = file.read()
            bytes_read += len(content)
            held = {secret for part in inside(content) for secret in secrets if secret in part}
            if held:
                found[os.path.relpath(path, folder)] = len(held)
    return found, bytes_read


def main():
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    with Program() as program:
        town = Town(program, people)
        town.enter()
        town.use()
        subprocess.run([binary(), "backup", os.path.join(program.folder, "kept.backup"), *program.where], check=True, stdout=subprocess.DEVNULL)
        while_it_runs, _ = found_in(program.folder, town.secrets)
        program.stop()
        at_rest, bytes_read = found_in(program.folder, town.secrets)
        for path, count in sorted((while_it_runs | at_rest).items()):
            print(f"{path}: {count} in clear", file=sys.stderr)
        # A name is no secret to who holds the disk: the same search finds it, so that it would find the others.
        names, _ = found_in(program.folder, {"张三1".encode()})
        finish({"secrets": len(town.secrets), "bytes_searched": bytes_read, "in_clear": len(while_it_runs | at_rest), "files_with_a_name": len(names)},
               in_clear=0, files_with_a_name=(1, float("inf")))


if __name__ == "__main__":
    main()
