#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs one golden case of the whole program and compares stdout, stderr and the exit codes.

usage: run_case.py WHEREOF CASE_FOLDER SOURCE_DIR      BLESS=1 in the environment rewrites what is expected

A case folder holds
  commands   one command line a line, without "whereof"; "$CORPUS" is the repository's corpus folder, "$CASE" the case's own;
             "< FILE" at the end gives standard input. All run in one empty folder with a home of their own.
  expected   what they print to stdout, each after a line "$ command"; "! text" lines are stderr, "= N" the exit code; today's date is TODAY
"""
import datetime
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile


def run_commands(whereof, case, source):
    out = []
    with tempfile.TemporaryDirectory(prefix="whereof-case-") as folder:
        env = {"HOME": folder, "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        for key in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if key in os.environ:
                env[key] = os.environ[key]
        for line in (case / "commands").read_text(encoding="utf-8").splitlines():
            if not line.strip():
                continue
            command, _, stdin = line.partition(" < ")
            words = [w.replace("$CORPUS", "corpus").replace("$CASE", "case") for w in shlex.split(command)]
            for name, target in (("corpus", source / "corpus"), ("case", case)):
                link = pathlib.Path(folder, name)
                if not link.exists():
                    link.symlink_to(target)
            data = pathlib.Path(folder, stdin.strip().replace("$CORPUS", "corpus").replace("$CASE", "case"))
            done = subprocess.run([whereof, *words], cwd=folder, env=env, capture_output=True, check=False,
                                  input=data.read_bytes() if stdin else b"", timeout=120)
            out.append(f"$ {line}")
            out += done.stdout.decode("utf-8", "backslashreplace").replace(folder, "$HOME").splitlines()
            out += ["! " + x for x in done.stderr.decode("utf-8", "backslashreplace").replace(folder, "$HOME").splitlines()]
            out.append(f"= {done.returncode}")
    return "\n".join(out).replace(datetime.date.today().isoformat(), "TODAY") + "\n"


def main():
    whereof, case, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    got = run_commands(whereof, case, source)
    expected = case / "expected"
    if os.environ.get("BLESS"):
        expected.write_text(got, encoding="utf-8")
        return
    want = expected.read_text(encoding="utf-8")
    if got == want:
        return
    import difflib

    sys.stdout.writelines(difflib.unified_diff(want.splitlines(True), got.splitlines(True), "expected", "got"))
    sys.exit(1)


main()
