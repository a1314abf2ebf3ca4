#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gives what `whereof generate` prints to the programs that read it: bash, zsh, fish, man. Those that are absent are skipped.

usage: check_generated.py WHEREOF
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

WHEREOF = sys.argv[1]
problems = []


def run(*words):
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)


def generated(folder, name):
    made = run(WHEREOF, "generate", name)
    if made.returncode != 0 or not made.stdout:
        problems.append(f"generate {name}: exit {made.returncode}: {made.stderr}")
    path = pathlib.Path(folder, f"whereof.{name}")
    path.write_text(made.stdout, encoding="utf-8")
    return path


def quiet(what, *words):
    done = run(*words)
    if done.returncode != 0 or done.stderr:
        problems.append(f"{what}: exit {done.returncode}: {done.stderr[:500]}")
    return done.stdout


def completed_by_bash(script, *words):
    listed = " ".join(f"'{word}'" for word in words)
    return set(quiet("bash completion", "bash", "--norc", "-c",
                     f"source {script}; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _whereof; printf '%s\\n' \"${{COMPREPLY[@]}}\"").split())


def check_bash(script):
    quiet("bash -n", "bash", "-n", script)
    commands = re.findall(r"^  (\w+) ", run(WHEREOF, "--help").stdout, re.M)
    if not set(commands) <= completed_by_bash(script, "whereof", "") or len(commands) < 10:
        problems.append("bash: not every command of --help is offered")
    for command in commands:
        options = set(re.findall(r"^  (?:-\w,)?(--[\w-]+)", run(WHEREOF, command, "--help").stdout, re.M))
        offered = completed_by_bash(script, "whereof", command, "--")
        if options != offered:
            problems.append(f"bash: {command}: --help has {options - offered}, completion has {offered - options}")
    for words, want in ((("check", "--format", "js"), {"json"}), (("check", "--format", "=", "sa"), {"sarif"}),
                        (("search", "x", "--in", ""), {"claims"}), (("generate", "z"), {"zsh"}), (("chec",), {"check"}),
                        (("check", "--db", "x"), {""}), (("nonsense", ""), {""})):
        got = completed_by_bash(script, "whereof", *words) or {""}
        if not want <= got:
            problems.append(f"bash: {words}: offers {got}, not {want}")


def main():
    checks = {
        "bash": check_bash,
        "zsh": lambda script: quiet("zsh -n", "zsh", "-n", script),
        "fish": lambda script: quiet("fish --no-execute", "fish", "--no-execute", script),
        "man": lambda page: quiet("man", "man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", page),
    }
    with tempfile.TemporaryDirectory(prefix="whereof-generated-") as folder:
        for name, check in checks.items():
            path = generated(folder, name)
            if shutil.which(name):
                check(path)
            else:
                print(f"skipped: {name} is not installed")
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main()
