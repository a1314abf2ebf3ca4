#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes corpus/words/given-names.txt: words that are given names and hardly ever family names.

  scripts/make_given_names.py RECORDS... > corpus/words/given-names.txt

RECORDS are bibliographic records: CSL-JSON lines, Crossref dump pieces or PubMed XML, gzipped or not. A word is
listed when at least two persons bear it as a given name, and three times as many as bear it as a family name.
"""
import collections
import gzip
import json
import re
import sys


def read(path):
    data = open(path, "rb").read()
    return (gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data).decode("utf-8", "replace")


def persons(text):
    if text.lstrip().startswith("<"):
        for author in re.findall(r"<Author\b.*?</Author>", text, re.S):
            family = re.search(r"<LastName>(.*?)</LastName>", author)
            given = re.search(r"<ForeName>(.*?)</ForeName>", author)
            if family and given:
                yield family.group(1), given.group(1)
        return
    try:
        items = json.loads(text)["items"]
    except (ValueError, KeyError, TypeError):
        items = [json.loads(line) for line in text.splitlines() if line.strip()]
    for item in items:
        for name in item.get("author") or []:
            if isinstance(name, dict):
                yield name.get("family") or "", name.get("given") or ""


def words(name):
    return [w for w in name.split() if len(w) >= 3 and w[0].isupper() and w[1:].islower() and w.isalpha()]


def main():
    given, family = collections.Counter(), collections.Counter()
    for path in sys.argv[1:]:
        for last, first in persons(read(path)):
            given.update(words(first))
            family.update(words(last))
    listed = [w for w, n in given.items() if n >= 2 and n >= 3 * family[w]]
    sys.stdout.write("\n".join(sorted(listed, key=lambda w: w.encode())) + "\n")


main()
