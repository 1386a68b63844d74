#!/usr/bin/env python3
"""The largest sheets that are taken, and 60 bodies of which all but the end is sent: what memory they take together.

Usage: large_bodies.py. Limit: 300 MB at the peak, and /health answered within a second meanwhile.
"""

import io
import socket
import threading
import time
import zipfile

from program import MIB, Program, finish

HALF_SENT = 60
LARGEST = 32 * MIB


def bomb():
    """A workbook of some 32 kB whose sheet unpacks to 32 MiB of blanks, repeated in its texts."""
    blanks = b" " * LARGEST
    parts = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                       b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
                           b'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
                                      b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
                                      b'<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>' + blanks + b"</t></si></sst>",
        "xl/worksheets/sheet1.xml": b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' + blanks +
                                    b'<row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def half_sent(program, reporter, held):
    """Opens an import and sends all of its body but the last MiB; keeps the connection."""
    head = f"POST /api/readings/import?plan=liuzhou&format=csv HTTP/1.1\r\nHost: 127.0.0.1:{program.port}\r\nContent-Type: text/csv\r\nContent-Length: {LARGEST}\r\n"
    for name in ("Cookie", "X-CSRF-Token"):
        head += f"{name}: {reporter.headers[name]}\r\n"
    line = socket.create_connection(("127.0.0.1", program.port), timeout=20)
    held.append(line)
    try:
        line.sendall(head.encode() + b"\r\n")
        for _ in range(31):
            line.sendall(b"," * MIB)
    except OSError:
        pass  # refused: that is an answer too


def slowest_health_s(program, stop, slowest):
    while not stop.is_set():
        began = time.time()
        status, _ = program.client(timeout_s=30).send("GET", "/health")
        slowest[0] = max(slowest[0], time.time() - began if status == 200 else 99)
        time.sleep(0.1)


def main():
    with Program() as program:
        reporter = program.client("yufeng")
        at_rest = program.memory_mib()
        stop, slowest, held = threading.Event(), [0.0], []
        watch = threading.Thread(target=slowest_health_s, args=(program, stop, slowest))
        watch.start()
        senders = [threading.Thread(target=half_sent, args=(program, reporter, held)) for _ in range(HALF_SENT)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        half = program.memory_mib()
        answers = {}
        for kind, body, content_type in [("csv", b"," * LARGEST, "text/csv"), ("csv_rows", b",a\n" * (LARGEST // 3), "text/csv"),
                                         ("xlsx", bomb(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]:
            client = program.client("yufeng", timeout_s=120)
            try:
                status, answer = client.send("POST", f"/api/readings/import?plan=liuzhou&format={kind[:4].rstrip('_')}&dry_run=true", body, content_type)
            except OSError:
                status, answer = 0, None
            answers[kind] = f"{status} {(answer or {}).get('code', '')}"
        for line in held:
            line.close()
        time.sleep(0.5)
        for kind, body, content_type in [("csv", b"," * LARGEST, "text/csv"), ("csv_rows", b",a\n" * (LARGEST // 3), "text/csv"),
                                         ("xlsx", bomb(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]:
            status, answer = program.client("yufeng", timeout_s=120).send("POST", f"/api/readings/import?plan=liuzhou&format={kind[:4].rstrip('_')}&dry_run=true", body, content_type)
            answers[kind + "_alone"] = f"{status} {(answer or {}).get('code', '')}"
        stop.set()
        watch.join()
        peak = program.memory_mib()
    finish({"what": "large_bodies", "at_rest_mib": at_rest, "half_sent_mib": half, "peak_mib": peak, "slowest_health_s": slowest[0], "answers": answers}, peak_mib=300, slowest_health_s=1)


if __name__ == "__main__":
    main()
