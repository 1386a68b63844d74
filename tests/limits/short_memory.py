#!/usr/bin/env python3
"""A process that may not have more memory than it has and some: a right password is never answered "wrong", and nobody is locked.

Usage: short_memory.py [MIB of address space beyond what the server holds once it serves, 20]. A process limited to 512 MB from the start is tried too.
"""

import resource
import sys
import threading

from program import MIB, Program, finish

SIGN_INS_EACH = 6
PEOPLE = ["liuzhou", "yufeng", "honghe", "karamay", "guizhou", "shenyang"]


def sign_ins(program):
    """Everybody with the right password, several times, all at once."""
    counts = {}
    lock = threading.Lock()

    def person(name):
        for _ in range(SIGN_INS_EACH):
            try:
                status, code = program.client(timeout_s=20).sign_in(name)
            except OSError:
                status, code = 0, "no answer"
            with lock:
                counts[f"{status} {code}".strip()] = counts.get(f"{status} {code}".strip(), 0) + 1

    threads = [threading.Thread(target=person, args=(name,)) for name in PEOPLE]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counts


def untrue(counts):
    """Answers to a right password that are neither a session nor "come again"."""
    return sum(count for answer, count in counts.items() if not answer.startswith(("200", "503")))


def main():
    spare_mib = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with Program() as program:
        short_program = program
        most = int((program.memory_mib("VmSize") + spare_mib) * MIB)
        resource.prlimit(program.process.pid, resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))
        short = sign_ins(program)
        resource.prlimit(program.process.pid, resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        locked = sum(program.client().sign_in(name)[0] != 200 for name in PEOPLE)
    with Program(limit=(resource.RLIMIT_DATA, (512 * MIB, 512 * MIB))) as program:
        small = sign_ins(program)
        alive = program.process.poll() is None
    never_ended = [*program.stuck, *short_program.stuck]
    finish({"what": "short_memory", "stuck": never_ended, "stuck_threads": len(never_ended), "short": short, "untrue": untrue(short), "locked": locked, "at_512_mib": small, "untrue_at_512_mib": untrue(small), "ended": int(not alive)},
           stuck_threads=0, untrue=0, locked=0, untrue_at_512_mib=0, ended=0)


if __name__ == "__main__":
    main()
