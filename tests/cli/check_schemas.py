#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds what whereof prints for programs against its own schemas (schema/json) and the schemas and parsers of others,
with hostile files among the inputs.

usage: check_schemas.py WHEREOF SOURCE_DIR

SARIF needs the schema in ../shared/data/formats/sarif-schema (or below $WHEREOF_SHARED_DATA); without it that part is skipped.
"""
import csv
import html.parser
import io
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import jsonschema

try:  # what newer versions of jsonschema look references up with
    import referencing
    import referencing.jsonschema
except ImportError:
    referencing = None

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


def own_schemas():
    return {path.name.removesuffix(".schema.json"): json.loads(path.read_text(encoding="utf-8"))
            for path in sorted((SOURCE / "schema/json").glob("*.schema.json"))}


class Own:
    """The project's schemas, which refer to each other by $id; counts what each has seen."""

    def __init__(self):
        self.schemas = own_schemas()
        self.seen = dict.fromkeys(self.schemas, 0)
        store = {schema["$id"]: schema for schema in self.schemas.values()}
        self.validators = {}
        for name, schema in self.schemas.items():
            jsonschema.Draft202012Validator.check_schema(schema)
            if referencing:
                known = [(i, referencing.jsonschema.DRAFT202012.create_resource(one)) for i, one in store.items()]
                others = {"registry": referencing.Registry().with_resources(known)}
            else:
                others = {"resolver": jsonschema.RefResolver(schema["$id"], schema, store=store)}
            self.validators[name] = jsonschema.Draft202012Validator(schema, **others)

    def hold(self, name, document, command):
        self.seen[name] += 1
        for error in list(self.validators[name].iter_errors(document))[:3]:
            problems.append(f"{name}: {command}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}")
        if self.seen[name] > 5:
            return
        # A schema that takes anything would be no test.
        for key in list(document):
            if key not in ("raw", "explanation", "comparison", "counts") and key in self.required(name):
                less = {k: v for k, v in document.items() if k != key}
                if self.validators[name].is_valid(less):
                    problems.append(f"{name}: {command}: takes a document without {key}")
        if self.validators[name].is_valid(document | {"unexpected": 1}):
            problems.append(f"{name}: {command}: takes members that it does not name")

    def required(self, name):
        return self.schemas[name].get("required", [])


OWN_LINES = {  # schema of each line: commands
    "check-line": ["check corpus/articles HOSTILE --format ndjson", "check --all --format ndjson", "check suppressed.md --format ndjson"],
    "finding-line": ["check corpus/articles HOSTILE --format ndjson --what findings", "check suppressed.md --format ndjson --what findings"],
    "skipped-line": ["check nothere.md noise.docx --format ndjson", "check nothere.md --format ndjson --what findings"],
    "citation-line": ["check --input-format ndjson citations.ndjson --format ndjson"],
    "change-line": ["check --all --changed --format ndjson --authority empty.db"],
    "search-line": ["search pain --format ndjson --limit 50", "search 'early PT beats delayed PT' --format ndjson --explain"],
    "conflict-line": ["search --conflicts --format ndjson", "search --conflicts --format ndjson --limit 1 --db many.db"],
    "parse-line": ["parse references.txt", "parse references.txt --explain --format ndjson", "parse ids.ndjson --input-format ndjson"],
    "parse-document-line": ["parse --documents documents.ndjson"],
    "acceptance-line": ["accept --list --format ndjson"],
}
LAST_LINES = {"skipped": "skipped-line", "left_out": "conflicts-end-line"}  # by their first member
OWN_DOCUMENTS = {
    "check": ["check corpus/articles HOSTILE nothere.md --format json", "check --all --format json",
              "check corpus/articles/small-ache.txt --baseline baseline.json --format json", "check list.ris --format json"],
    "changes": ["check --all --changed --format json --authority other.db"],
    "config": ["config --format json"],
    "search": ["search 'back pain' --format json", "search nothingofthekind --format json",
               "search abstracted --in works --format json --explain"],
    "conflicts": ["search --conflicts --format json", "search --conflicts --format json --db many.db"],
    "show": ["show corpus/articles/sore-back.md --format json", "show corpus/articles/early-care.xml --format json",
             "show yes.md#c1 --format json", "show yes.md#r1 --format json", "show w1 --format json", "show list.ris#r1 --format json",
             "show many.md --format json --db many.db", "show many.md#c1 --format json --db many.db"],
    "error": ["search x --db none.db --format json", "parse nothere.txt", "check corpus/articles/sore-back.md --authority x.md --format json"],
}


def prepare(home):
    """A store with conflicts and an acceptance, indexes, and inputs of every kind."""
    references = [line for p in sorted((SOURCE / "corpus/articles").iterdir()) for line in p.read_text(encoding="utf-8").splitlines()
                  if "doi" in line.lower() or "20" in line]
    (home.path / "references.txt").write_text("\n".join(references + ["", "not a reference", "= 1"]), encoding="utf-8")
    (home.path / "noise.docx").write_bytes(b"\x8f\x02\x9e\xff" * 9)
    (home.path / "x.md").write_text("# Text\n\nOne line.\n", encoding="utf-8")
    lines = [{"id": f"c{i}", "raw": line} for i, line in enumerate(references)]
    lines += [{"id": 7, "csl": {"type": "book", "title": "Back pain", "author": [{"literal": "X"}], "issued": {"raw": "n.d."}}}, {"id": 8}, {}]
    for name in ("citations.ndjson", "ids.ndjson"):
        chosen = lines if name == "citations.ndjson" else lines[:-3]
        (home.path / name).write_text("\n".join(map(json.dumps, chosen)), encoding="utf-8")
    (home.path / "documents.ndjson").write_text(
        json.dumps({"id": 3, "lines": ["Text.", "References", *references[:6]]}) + "\n" + json.dumps({"lines": []}) + "\nno JSON\n", encoding="utf-8")
    (home.path / "yes.md").write_text("# Yes\n\nGraded activity reduces pain more than bed rest [1].\n\n## References\n\n1. " + references[-1] + "\n", encoding="utf-8")
    (home.path / "no.md").write_text("# No\n\nBed rest reduces pain more than graded activity [1].\n\n## References\n\n1. " + references[-1] + "\n", encoding="utf-8")
    flagged = "Fritz JM, Childs JD. Early Versus Delayed Physical Therapy. PM&R 15 (2023): 555–563. https://pmrjournal.org/article/S1934-1482(23)00045-9"
    (home.path / "suppressed.md").write_text(
        f"# Text\n\nStudies suggest so [1].\n\n## References\n\n1. {flagged} <!-- whereof:ignore wrong_identifier — seen -->\n", encoding="utf-8")
    (home.path / "empty.jsonl").write_text('{"type":"book","title":"Another work altogether","DOI":"10.1234/a"}\n', encoding="utf-8")
    opposites = "Aspirin was better than placebo for pain [1]. Placebo was better than aspirin for pain [1].\n\n"
    (home.path / "list.ris").write_text("TY  - JOUR\nTI  - Listed\nAB  - An abstracted <b>abstract</b>.\nER  - \n", encoding="utf-8")
    (home.path / "many.md").write_text("# Many\n\n" + 12 * opposites + "## References\n\n1. " + references[-1] + "\n", encoding="utf-8")
    home.run("add", "many.md", "--db", "many.db")
    home.run("add", "corpus/articles", "hostile \"<&>.md", "yes.md", "no.md", "list.ris")
    home.run("check", "--all")
    home.run("authority", "import", "empty.jsonl", "--authority", "empty.db", "-q")
    home.run("authority", "import", "empty.jsonl", "yes.md", "--authority", "other.db", "-q")
    home.run("accept", "corpus/articles/small-ache.txt#r2", "--reason", "seen")
    home.run("check", "corpus/articles/small-ache.txt", "--format", "json", "-o", "baseline.json")


def loaded(text, command):
    try:
        return json.loads(text)
    except ValueError as error:
        problems.append(f"{command}: no JSON: {error}: {text[:200]!r}")
        return {}


def check_own(home):
    own = Own()
    prepare(home)

    def words(command):
        return ["hostile \"<&>.md" if w == "HOSTILE" else w for w in shlex.split(command)]

    for name, commands in OWN_LINES.items():
        for command in commands:
            for line in home.run(*words(command)).rstrip("\n").split("\n"):
                document = loaded(line, command)
                own.hold(LAST_LINES.get(next(iter(document), ""), name), document, command)
    for name, commands in OWN_DOCUMENTS.items():
        for command in commands:
            own.hold(name, loaded(home.run(*words(command)), command), command)
    for name, count in own.seen.items():
        if count == 0 and name != "parts":
            problems.append(f"{name}: nothing was held against this schema")


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
    check_own(home)
    for problem in problems[:40]:
        print(problem)
    sys.exit(1 if problems else 0)


main()
