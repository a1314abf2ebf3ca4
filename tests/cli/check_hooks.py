#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Does what pre-commit would do with .pre-commit-hooks.yaml: gives each hook, with the arguments that docs/ci.md shows, files of
every name that it asks for. The command line has to be one that whereof takes, and each file one that it reads.

usage: check_hooks.py WHEREOF SOURCE_DIR
"""
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

WHEREOF, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
ARTICLES, DOCUMENTS = SOURCE / "corpus" / "articles", SOURCE / "corpus" / "articles-documents"
WEB_OF_SCIENCE = b"FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Smith, J\nTI Low back pain\nPY 2018\nER\n\nEF\n"
SAMPLES = {
    "md": ARTICLES / "sore-back.md", "markdown": ARTICLES / "sore-back.md", "txt": ARTICLES / "small-ache.txt",
    "html": ARTICLES / "vertebrae.html", "htm": ARTICLES / "vertebrae.html",
    "docx": DOCUMENTS / "sore-back.docx", "odt": DOCUMENTS / "clinic-letter.odt", "epub": DOCUMENTS / "clinic-letter.epub",
    "pdf": DOCUMENTS / "sore-back.pdf",
    "bib": b"@article{smith, title = {Low back pain}, year = 2018}\n",
    "ris": b"TY  - JOUR\nTI  - Low back pain\nPY  - 2018\nER  - \n",
    "nbib": b"PMID- 1\nTI  - Low back pain\nDP  - 2018\n",
    "enw": b"%0 Journal Article\n%T Low back pain\n%D 2018\n",
    "ciw": WEB_OF_SCIENCE, "isi": WEB_OF_SCIENCE,
}
problems = []


def hooks():
    """The hooks of the file, which has nothing but a list of flat maps."""
    out = []
    for line in (SOURCE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r"(- |  )(\w+): (.*)", line):
            if found[1] == "- ":
                out.append({})
            out[-1][found[2]] = found[3]
    return out


def shown_arguments():
    """What docs/ci.md gives each hook: its id and args."""
    text = (SOURCE / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = re.findall(r"- id: (\S+)\n\s+args: \[(.*)\]", text)
    return {name: [word.strip('"') for word in re.findall(r'"[^"]*"|[^,\s]+', words)] for name, words in shown}


def read_by(hook, arguments, file, home):
    words = shlex.split(hook["entry"])
    if words[0] != "whereof":
        problems.append(f"{hook['id']}: expected a command of whereof, found {words[0]}")
    done = subprocess.run([WHEREOF, *words[1:], *arguments, "--format", "json", file], cwd=home, capture_output=True, text=True,
                          env={"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}, check=False, timeout=120)
    if done.returncode not in (0, 1):
        problems.append(f"{hook['id']} {file}: exit {done.returncode}: {done.stderr.strip()}")
        return
    if not json.loads(done.stdout)["articles"][0]["references"]:
        problems.append(f"{hook['id']} {file}: no reference was read")


def main():
    all_hooks, shown = hooks(), shown_arguments()
    if not all_hooks or not shown or set(shown) - {hook["id"] for hook in all_hooks}:
        problems.append(f"expected hooks, and in docs/ci.md arguments for them, found {shown}")
    with tempfile.TemporaryDirectory(prefix="whereof-hooks-") as folder:
        home = pathlib.Path(folder)
        for hook in all_hooks:
            extensions = re.fullmatch(r"\\\.\(([a-z|]+)\)\$", hook["files"])[1].split("|")
            for extension in extensions:
                sample, file = SAMPLES[extension], f"draft.{extension}"
                home.joinpath(file).write_bytes(sample if isinstance(sample, bytes) else sample.read_bytes())
                if not re.search(hook["files"], file):
                    problems.append(f"{hook['id']} does not ask for {file}")
                read_by(hook, shown.get(hook["id"], []), file, home)
    print("\n".join(problems))
    sys.exit(1 if problems else 0)


main()
