#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How many works are read of real reference files, and whether other programs read back what is exported.

usage: bench_formats.py WHEREOF FORMATS_BENCH DATA WORK

DATA is the evaluation data; the programs asked are those that are installed: pandoc, bibutils, biber, bibclean,
citation-js and ajv (node modules, found by NODE_PATH).
"""
import csv
import glob
import gzip
import json
import os
import pathlib
import re
import resource
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET

FIELDS = ["type", "author", "title", "container", "year", "volume", "issue", "pages", "DOI"]
MODS = "{http://www.loc.gov/mods/v3}"


def run(command, **more):
    return subprocess.run(command, capture_output=True, check=False, timeout=600, **more)


def norm(text):
    """Letters and digits alone: no markup, accents as they are, dashes and quotes away."""
    text = unicodedata.normalize("NFKC", re.sub(r"<[^>]*>", "", str(text or "")))
    return re.sub(r"[\W_]+", "", text.replace("−", "-")).casefold()


def kind(csl_type):
    return {"article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
            "book": "book", "chapter": "chapter", "paper-conference": "conference", "thesis": "thesis",
            "report": "report"}.get(csl_type, "other")


def whole_pages(text):
    """The last page spelt out: 284-7 is 284-287."""
    parts = re.split(r"\s*[-–—‒]+\s*", str(text or "").strip())
    if len(parts) == 2 and parts[1].isdigit() and len(parts[1]) < len(parts[0]):
        parts[1] = parts[0][: len(parts[0]) - len(parts[1])] + parts[1]
    return norm("to".join(parts[:1] if len(set(parts)) == 1 else parts))


def surname(name):
    if name.get("family") is None:
        return norm(name.get("literal") or name.get("given"))
    return norm(name.get("non-dropping-particle", "") + name["family"])


def core_of_csl(item):
    parts = (item.get("issued") or {}).get("date-parts") or [[""]]
    names = [surname(n) for n in item.get("author", [])]
    return {"type": kind(item.get("type")), "author": [n for n in names if n != "etal"],
            "title": norm(item.get("title")), "container": norm(item.get("container-title")),
            "year": str(parts[0][0]), "volume": norm(item.get("volume")), "issue": norm(item.get("issue")),
            "pages": whole_pages(item.get("page")), "DOI": (item.get("DOI") or "").lower()}


def text_of(node, path):
    found = node.find(path)
    return "" if found is None else "".join(found.itertext()).strip()


def title_of(node):
    infos = node.findall(MODS + "titleInfo")
    if not infos:
        return ""
    info = next((i for i in infos if i.get("type") is None), infos[0])
    parts = [text_of(info, MODS + part) for part in ("nonSort", "title", "subTitle")]
    return " ".join(p for p in parts if p)


def core_of_mods(mods):
    host = mods.find(f"{MODS}relatedItem[@type='host']")
    names = []
    for name in mods.findall(MODS + "name"):
        if "aut" in [r.text for r in name.iter(MODS + "roleTerm")] or "author" in [r.text for r in name.iter(MODS + "roleTerm")]:
            family = [p.text or "" for p in name.findall(MODS + "namePart") if p.get("type") == "family"]
            plain = [p.text or "" for p in name.findall(MODS + "namePart") if p.get("type") is None]
            given = [p.text or "" for p in name.findall(MODS + "namePart") if p.get("type") == "given"]
            names.append((norm((family or plain or [""])[0]), norm("".join(plain + given + family))))
    genres = {norm(g.text) for g in mods.iter(MODS + "genre")}
    kinds = [("thesis", "thesis"), ("report", "report"), ("technicalreport", "report"), ("bookchapter", "chapter"),
             ("conferencepublication", "conference"), ("academicjournal", "article"), ("periodical", "article"),
             ("newspaper", "article"), ("magazine", "article"), ("book", "book")]
    found = next((k for g, k in kinds if g in genres), "other")
    detail = {d.get("type"): text_of(d, MODS + "number") for d in mods.iter(MODS + "detail")}
    extent = next((e for e in mods.iter(MODS + "extent") if e.get("unit") in ("page", "pages")), None)
    pages = detail.get("page", "")
    if extent is not None:
        start, end = text_of(extent, MODS + "start"), text_of(extent, MODS + "end")
        pages = start + ("-" + end if end else "") or text_of(extent, MODS + "list")
    dates = [d.text or "" for tag in ("dateIssued", "date") for d in mods.iter(MODS + tag)]
    year = next((m.group(0) for d in dates if (m := re.search(r"\d{4}", d))), "")
    doi = next((i.text for i in mods.iter(MODS + "identifier") if i.get("type") == "doi"), "") or ""
    return {"type": found, "author": names, "title": norm(title_of(mods)),
            "container": norm(title_of(host)) if host is not None else "", "year": year,
            "volume": norm(detail.get("volume")), "issue": norm(detail.get("issue") or detail.get("number")),
            "pages": whole_pages(pages), "DOI": doi.lower()}


def same(field, wanted, got):
    if field == "type":
        return wanted == got or "other" in (wanted, got)
    if field == "author" and got and isinstance(got[0], tuple):
        # bibutils has no organisations in these formats: it turns the words of their names round.
        return len(wanted) == len(got) and all(
            w in (family, whole) or sorted(w) == sorted(whole) for w, (family, whole) in zip(wanted, got))
    if field == "author":
        # "van" is a particle that drops to one reader and not to the other; either way it is there.
        return len(wanted) == len(got) and all(w.endswith(g) or g.endswith(w) for w, g in zip(wanted, got))
    return wanted == got


def compare(label, wanted, got):
    if len(wanted) != len(got):
        print(f"{label:<34} {len(got)} of {len(wanted)} records came back")
        return
    wrong = {}
    equal = 0
    for w, g in zip(wanted, got):
        bad = [f for f in FIELDS if not same(f, w[f], g[f])]
        equal += not bad
        for field in bad:
            wrong.setdefault(field, []).append((w[field], g[field]))
    fields = ", ".join(f"{f} {len(v)}" for f, v in wrong.items())
    print(f"{label:<34} {equal:>5} of {len(wanted)} equal, {100 * equal / max(1, len(wanted)):.1f} %"
          + (f"   differing: {fields}" if fields else ""))
    if os.environ.get("SHOW"):
        for field, pairs in wrong.items():
            for w, g in pairs[:int(os.environ["SHOW"])]:
                print(f"      {field}: {w} | {g}")


def mods_of(xml):
    root = ET.fromstring(xml.decode("utf-8-sig"))
    return [core_of_mods(m) for m in root.findall(MODS + "mods")]


def node_available(module):
    return shutil.which("node") and run(["node", "-e", f"require('{module}')"]).returncode == 0


def read_table(whereof, data):
    """One row a kind of file: files, works read, works expected, broken entries named."""
    def count(path, *more):
        done = run([whereof, "export", path, "--format", "csl-json", *more])
        works = len(json.loads(done.stdout)) if done.stdout.startswith(b"[") else 0
        return works, len(re.findall(r"^skipped ", done.stderr.decode("utf-8", "replace"), re.M))

    def entries(pattern):
        def of(path):
            raw = pathlib.Path(path).read_bytes()
            for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
                if raw.startswith(mark):
                    return len(re.findall(pattern, raw.decode(name), re.M | re.I))
            return len(re.findall(pattern, raw.decode("utf-8-sig", "replace"), re.M | re.I))
        return of

    bib = entries(r"^[ \t]*@(?!comment|string|preamble)\w+\s*[{(]")
    imports = data / "formats/jabref/jablib/src/test/resources/org/jabref/logic/importer/fileformat"
    rows = [
        ("RIS, Zotero's cases", data / "formats/zotero/RIS/*.ris",
         lambda p: len(json.loads(pathlib.Path(p[:-4] + ".zotero-items.json").read_text()))),
        ("BibTeX, Zotero's cases", data / "formats/zotero/BibTeX/*.bib",
         lambda p: len(json.loads(pathlib.Path(p[:-4] + ".zotero-items.json").read_text()))),
        ("CSL-JSON, Zotero's case", data / "formats/zotero/CSL_JSON/01.json",
         lambda p: len(json.loads(pathlib.Path(p[:-5] + ".zotero-items.json").read_text()))),
        ("RIS, rispy's cases", data / "formats/rispy/tests/data/*.ris", entries(r"^(?:(?:\d+\. )?TY  ?- |PT [A-Z]\s*$)")),
        ("RIS, JabRef's cases", imports / "*.ris", entries(r"^TY  ?- ")),
        ("NBIB, JabRef's cases", imports / "*.nbib", entries(r"^PMID- ")),
        ("Web of Science, JabRef's cases", imports / "*.isi", entries(r"^PT ")),
        ("EndNote XML, JabRef's cases", imports / "Endnote*.xml", entries(r"<record>")),
        ("PubMed XML, JabRef's cases", imports / "Medline*.xml",
         entries(r"<(?:PubmedArticle|PubmedBookArticle)[ >]")),
        ("BibTeX, JabRef's cases", data / "formats/jabref/**/*.bib", bib),
        ("BibTeX, citation-js's cases", data / "formats/citation-js/**/*.bib", bib),
        ("BibTeX, TeX Live's", data / "formats/texlive/*.bib", bib),
    ]
    print(f"{'what':<30} {'files':>6} {'read':>7} {'of':>7} {'named':>6}")
    for label, pattern, expected in rows:
        files = sorted(glob.glob(str(pattern), recursive=True))
        works = [count(f) for f in files]
        print(f"{label:<30} {len(files):>6} {sum(w for w, _ in works):>7} {sum(map(expected, files)):>7} "
              f"{sum(s for _, s in works):>6}")


def round_trips(whereof, source, label, work):
    files = {}
    for name in ("csl-json", "ris", "bibtex", "biblatex", "endnote", "csv", "nbib"):
        files[name] = work / f"{label}.{name}"
        run([whereof, "export", source, "--format", name, "-o", files[name]])
    wanted = [core_of_csl(i) for i in json.loads(files["csl-json"].read_text())]
    tools = pathlib.Path(__file__).resolve().parent / "bench_citationjs.js"
    for name in ("ris", "bibtex", "biblatex", "csl-json"):
        if node_available("citation-js"):
            got = json.loads(run(["node", tools, files[name]]).stdout or "[]")
            compare(f"{label}: {name} → citation-js", wanted, [core_of_csl(i) for i in got])
    for name in ("bibtex", "biblatex", "csl-json"):
        if shutil.which("pandoc"):
            form = "csljson" if name == "csl-json" else name
            got = json.loads(run(["pandoc", "-f", form, "-t", "csljson", files[name]]).stdout or "[]")
            by_title = {}
            for item in got:  # pandoc sorts them by key
                by_title.setdefault(norm(item.get("title")), []).append(core_of_csl(item))
            got = [by_title[w["title"]].pop(0) for w in wanted if by_title.get(w["title"])]
            compare(f"{label}: {name} → pandoc", wanted, got)
    for name, command in (("ris", "ris2xml"), ("bibtex", "bib2xml"), ("biblatex", "biblatex2xml"), ("endnote", "endx2xml")):
        if shutil.which(command):
            compare(f"{label}: {name} → bibutils", wanted, mods_of(run([command, files[name]]).stdout))
    with files["csv"].open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    got = [{"type": kind(r["type"]), "author": [norm(n.split(",")[0]) for n in r["authors"].split("; ") if n and n != "et al."],
            "title": norm(r["title"]), "container": norm(r["container"]), "year": r["year"], "volume": norm(r["volume"]),
            "issue": norm(r["issue"]), "pages": whole_pages(r["pages"]), "DOI": r["DOI"]} for r in rows]
    compare(f"{label}: csv → Python's csv", wanted, got)
    for name in ("ris", "bibtex", "biblatex", "endnote", "csv", "nbib", "csl-json"):
        got = json.loads(run([whereof, "export", files[name], "--format", "csl-json"]).stdout)
        compare(f"{label}: {name} → whereof", wanted, [core_of_csl(i) for i in got])
    if shutil.which("biber"):
        done = run(["biber", "--tool", "--validate-datamodel", "--nolog", f"--output-file={work}/biber.bib", files["biblatex"]])
        said = done.stdout.decode()
        print(f"{label}: biblatex → biber: {len(re.findall('^ERROR', said, re.M))} errors, "
              f"{len(re.findall('^WARN', said, re.M))} warnings")
    if shutil.which("bibclean"):
        said = run(["bibclean", files["bibtex"]]).stderr.decode("utf-8", "replace")
        print(f"{label}: bibtex → bibclean: {len(re.findall('^[?][?]', said, re.M))} errors, "
              f"{len(re.findall('^%%', said, re.M))} warnings")
    return files["csl-json"]


def validate(path, schema):
    if not node_available("ajv"):
        return
    program = ("const A=require('ajv'),f=require('fs');const v=new A({strict:false,allErrors:true}).compile("
               "JSON.parse(f.readFileSync(process.argv[1])));const d=JSON.parse(f.readFileSync(process.argv[2]));"
               "console.log(v(d)?'valid':JSON.stringify(v.errors.slice(0,3)))")
    said = run(["node", "-e", program, schema, path]).stdout.decode().strip()
    print(f"CSL-JSON of {path.stem} against the schema: {said}")


def processor_seconds(command):
    """The same on a busy machine as on an idle one."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def speeds(whereof, bench, source, work):
    print(run([bench, "speed", source, "100000"]).stdout.decode(), end="")
    for name, command in (("ris", "ris2xml"), ("bibtex", "bib2xml"), ("endnote", "endx2xml")):
        path = work / f"speed.{name}"
        path.write_bytes(run([bench, "write", source, "50000", name]).stdout)
        size = path.stat().st_size / 1e6
        ours = processor_seconds([whereof, "export", path, "--format", "csl-json", "-o", work / "speed.out"])
        line = f"{name}: {size:.0f} MB read and written as CSL-JSON in {ours:.2f} s of processor time, {size / ours:.0f} MB/s"
        if shutil.which(command):
            theirs = processor_seconds([command, path])
            line += f"; {command} to MODS: {theirs:.2f} s, {theirs / ours:.1f} times as much"
        print(line)
        path.unlink()


def main():
    whereof, bench, data, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
    whereof = str(pathlib.Path(whereof).resolve())
    work.mkdir(parents=True, exist_ok=True)
    print("-- works read of real files; named: broken entries and files without any")
    read_table(whereof, data)
    print("-- exported and read back by others: the nine core fields")
    items = data / "formats/rendered/items.csl.json"
    records = work / "records.json"
    with gzip.open(data / "verify/rendered/authority.csl.jsonl.gz", "rt", encoding="utf-8") as lines:
        some = [line for number, line in enumerate(lines) if number % 20 == 0][:1000]
        records.write_text("[" + ",".join(some) + "]", encoding="utf-8")
    for label, source in (("items", items), ("records", records)):
        written = round_trips(whereof, source, label, work)
        validate(written, data / "formats/csl-schema/csl-data.json")
    print("-- speed")
    speeds(whereof, bench, items, work)


main()
