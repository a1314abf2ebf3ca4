#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds what whereof prints for programs against the schemas and parsers of others, with hostile files among the inputs.

usage: check_schemas.py WHEREOF SOURCE_DIR

SARIF needs the schema in ../shared/data/formats/sarif-schema (or below $WHEREOF_SHARED_DATA); without it that part is skipped.
"""
import csv
import html.parser
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import jsonschema

WHEREOF, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
problems = []

HOSTILE = (b"# <b>&\x00 \xff\xfe title ]]> | `x` ::error::x\n\nA 2023 trial </style><script>alert(1)</script> found =1+1 [1,2,9].\n\n"
           b"## References\n\n1. \xc3\x28 Smith J. =cmd|'/c calc'!A1 <img src=x onerror=alert(1)>. Lancet. 2019;1:1. "
           b"doi:10.1016/S0140-6736(18)30480-X\n2. Doe \xe2\x80\xae J. javascript:alert(1) @team #3. 2020. https://www.x.example/\">\n")


class Home:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="whereof-schemas-")
        self.path = pathlib.Path(self.folder.name)
        (self.path / "corpus").symlink_to(SOURCE / "corpus")
        (self.path / "hostile \"<&>.md").write_bytes(HOSTILE)

    def run(self, *words, stdin=b""):
        env = {"HOME": str(self.path), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        env |= {k: v for k, v in os.environ.items() if k.endswith("SAN_OPTIONS")}
        done = subprocess.run([WHEREOF, *words], cwd=self.path, env=env, capture_output=True, check=False, timeout=240, input=stdin)
        if done.returncode not in (0, 1, 2) or b"Sanitizer" in done.stderr:
            problems.append(f"whereof {' '.join(words)}: exit {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
        return done.stdout.decode("utf-8")


def shared_schema():
    folder = pathlib.Path(os.environ.get("WHEREOF_SHARED_DATA", SOURCE / "../shared/data"))
    found = sorted(folder.glob("formats/sarif-schema/*.json"))
    return json.loads(found[0].read_text(encoding="utf-8")) if found else None


def hold(name, document, schema):
    validator = jsonschema.validators.validator_for(schema)(schema)
    for error in list(validator.iter_errors(document))[:5]:
        problems.append(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")


def check_sarif(home, inputs):
    schema = shared_schema()
    if schema is None:
        print("skipped: there is no SARIF schema beside the checkout")
        return
    document = json.loads(home.run("check", *inputs, "--format", "sarif"))
    hold("sarif", document, schema)
    run = document["runs"][0]
    if not run["results"] or not run["invocations"][0]["toolExecutionNotifications"]:
        problems.append("sarif: no results or no notifications to look at")


def check_other_parsers(home, inputs):
    suites = xml.etree.ElementTree.fromstring(home.run("check", *inputs, "--format", "junit"))
    cases = suites.findall("testsuite/testcase")
    for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        if int(suites.get(attribute)) != len(suites.findall(f"testsuite/testcase/{tag}")):
            problems.append(f"junit: {attribute} are not the {tag} elements")
    if int(suites.get("tests")) != len(cases) or not cases:
        problems.append("junit: tests are not the test cases")
    rows = list(csv.reader(io.StringIO(home.run("check", *inputs, "--format", "csv"), newline="")))
    if len({len(row) for row in rows}) != 1 or any(cell[:1] in "=+-@\t\r" for row in rows for cell in row if cell):
        problems.append("csv: rows of unlike length, or a formula")


class Page(html.parser.HTMLParser):
    """Follows what is open, and keeps ids, links and references to ids."""

    VOID = {"meta", "br", "hr", "img", "input", "link"}

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.wanted, self.links, self.tags, self.faults = [], [], set(), [], set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            elif name in ("aria-describedby", "aria-labelledby"):
                self.wanted.add(value)
            elif name in ("href", "src"):
                self.links.append(value)
            if name.startswith("on") or name == "style":
                self.faults.append(f"attribute {name}")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> at {self.getpos()} closes something else")


def check_html(home, inputs):
    text = home.run("check", *inputs, "--format", "html")
    page = Page()
    page.feed(text)
    page.close()
    faults = page.faults + [f"left open: {tag}" for tag in page.open]
    faults += [f"<{tag}>" for tag in page.tags & {"script", "iframe", "object", "embed", "form", "img", "link", "base"}]
    faults += [f"id twice: {one}" for one in sorted({i for i in page.ids if page.ids.count(i) > 1})]
    inside = {link[1:] for link in page.links if link.startswith("#")} | page.wanted
    faults += [f"no such id: {one}" for one in sorted(inside - set(page.ids))]
    faults += [f"link to {one}" for one in page.links if not one.startswith(("#", "http://", "https://"))]
    if not {"a1-r1", "a1-m1", "open", "chart-title"} <= set(page.ids) or "Content-Security-Policy" not in text:
        faults.append("references, markers, chart, open questions or policy are missing")
    problems.extend(f"html: {fault}" for fault in faults[:10])


def main():
    home = Home()
    inputs = [str(p.relative_to(SOURCE)) for p in sorted((SOURCE / "corpus/articles").iterdir())] + ["hostile \"<&>.md", "nothere.md"]
    check_sarif(home, inputs)
    check_other_parsers(home, inputs)
    check_html(home, inputs)
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
