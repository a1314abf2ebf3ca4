#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the session that opens README.md and compares what it prints; checks that every command is documented.

usage: check_readme.py WHEREOF SOURCE_DIR      BLESS=1 in the environment writes the real output into README.md

The session is the first ```console block: lines "$ whereof …" run from the repository, what follows is their stdout.
"""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

WHEREOF, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
readme = SOURCE / "README.md"
text = readme.read_text(encoding="utf-8")
block = re.search(r"```console\n(.*?)```", text, re.S)
if not block:
    sys.exit("README.md has no ```console session")

out = []
with tempfile.TemporaryDirectory(prefix="whereof-readme-") as home:
    env = dict(os.environ, HOME=home, LANG="C.UTF-8", COLUMNS="100")
    env.pop("XDG_DATA_HOME", None)
    env.pop("WHEREOF_DB", None)
    for line in block.group(1).splitlines():
        if not line.startswith("$ "):
            continue
        words = shlex.split(line[2:])
        assert words[0] == "whereof", line
        done = subprocess.run([WHEREOF, *words[1:]], cwd=SOURCE, env=env, capture_output=True, text=True, check=False, timeout=120)
        out.append(line)
        out.append(done.stdout.replace(home, "~").rstrip("\n"))
got = "\n".join(out) + "\n"
if os.environ.get("BLESS"):
    readme.write_text(text[: block.start(1)] + got + text[block.end(1):], encoding="utf-8")
elif got != block.group(1):
    import difflib

    sys.stdout.writelines(difflib.unified_diff(block.group(1).splitlines(True), got.splitlines(True), "README.md", "real output"))
    sys.exit(1)
