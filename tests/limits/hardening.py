#!/usr/bin/env python3
"""What a break-in would meet: the shipped systemd unit's exposure (at most 2.0), and what the linker and compiler put into the program.

Usage: hardening.py. Needs systemd-analyze (package systemd; no running systemd) and readelf.
"""

import os
import re
import subprocess

from program import REPOSITORY, binary, finish


def said(*words):
    answer = subprocess.run(words, capture_output=True, text=True, check=False)
    return answer.stdout + answer.stderr


def main():
    unit = said("systemd-analyze", "security", "--offline=true", "--no-pager", os.path.join(REPOSITORY, "docs", "laoyou.service"))
    exposure = re.search(r"exposure level[^:]*: ([\d.]+)", unit)
    segments, dynamic, symbols, notes = (said("readelf", "-W", way, binary()) for way in ("-l", "-d", "-s", "-n"))
    header = said("readelf", "-W", "-h", binary())
    stack = re.search(r"GNU_STACK.*", segments)
    finish({"what": "hardening", "exposure": float(exposure.group(1)) if exposure else 10.0, "position_independent": int("DYN" in header), "read_only_relocations": int("GNU_RELRO" in segments),
            "bound_at_start": int("BIND_NOW" in dynamic or "NOW" in dynamic), "stack_not_executable": int(stack is not None and "RWE" not in stack.group(0)),
            "stack_protector": int("__stack_chk_fail" in symbols), "fortified_calls": len(set(re.findall(r"__\w+_chk@", symbols)) - {"__stack_chk_fail@"}),
            "control_flow_marks": int("IBT" in notes)},
           exposure=2.0, position_independent=(1, 1), read_only_relocations=(1, 1), bound_at_start=(1, 1), stack_not_executable=(1, 1), stack_protector=(1, 1), fortified_calls=(1, 1000))


if __name__ == "__main__":
    main()
