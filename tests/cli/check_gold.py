#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds what whereof says of corpus/articles against the gold labels in corpus/gold, both ways.

usage: check_gold.py WHEREOF SOURCE_DIR

Every row of citations.tsv and claims.tsv must be met, and nothing may be found that is not in them.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

WHEREOF, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
problems = []


def rows(name):
    lines = (SOURCE / "corpus/gold" / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def run(home, *words):
    env = dict(os.environ, HOME=home, LANG="C.UTF-8")
    done = subprocess.run([WHEREOF, *words], cwd=SOURCE / "corpus/articles", env=env, capture_output=True, text=True,
                          check=False, timeout=240)
    if done.returncode not in (0, 1):
        sys.exit(f"whereof {' '.join(words)}: exit {done.returncode}\n{done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def letters(text):
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", text).casefold())


def check_citations(home, articles):
    got = {(line["path"], line["index"]): line for line in run(home, "check", *articles, "--format", "ndjson")}
    fields = {}
    for line in run(home, "export", *articles, "--format", "ndjson"):
        fields[line["path"], line["index"]] = line["csl"]
    for article, index, label, family, year, doi, pmid, headline, wrong, _ in rows("citations.tsv"):
        key = article, int(index)
        line, csl = got.pop(key, None), fields.get(key, {})
        if line is None:
            problems.append(f"{article} {index}: no such citation was found")
            continue
        author = (csl.get("author") or [{}])[0]
        facts = {"label": (label, line["label"] or "-"), "headline": (headline, line["headline"]),
                 "family": (family, author.get("family") or "-"), "DOI": (doi, csl.get("DOI") or "-"),
                 "PMID": (pmid, csl.get("PMID") or "-"),
                 "year": (year, str(((csl.get("issued") or {}).get("date-parts") or [["-"]])[0][0])),
                 "wrong_fields": (wrong, ",".join(line["wrong_fields"]) or "-")}
        for name, (want, have) in facts.items():
            if have not in want.split("|"):
                problems.append(f"{article} {index}: {name} is {have}, expected {want}" +
                                (f" ({line['reason']})" if name in ("headline", "wrong_fields") else ""))
    problems.extend(f"{path} {index}: not in the gold list" for path, index in got)


def check_claims(home, articles):
    got = {}
    for line in run(home, "export", *articles, "--what", "claims", "--format", "ndjson"):
        got[line["path"], letters(line["text"])] = line
    for article, cited, references, text in rows("claims.tsv"):
        line = got.pop((article, letters(text)), None)
        if line is None:
            problems.append(f"{article}: no claim «{text}»")
            continue
        have = ",".join(map(str, line["references"])) or "-"
        if have != references or (cited == "yes") != bool(line["references"]):
            problems.append(f"{article}: «{text}» rests on {have}, expected {references}")
    problems.extend(f"{path}: a claim that is not in the gold list: «{line['text']}» {line['references']}"
                    for (path, _), line in got.items())


with tempfile.TemporaryDirectory(prefix="whereof-gold-") as home:
    names = sorted({row[0] for row in rows("citations.tsv")})
    check_citations(home, names)
    check_claims(home, names)
print("\n".join(problems) if problems else "gold: every citation and claim of the corpus is as labelled")
sys.exit(1 if problems else 0)
