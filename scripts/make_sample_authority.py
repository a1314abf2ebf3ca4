#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes corpus/authority/sample.jsonl, the records that ship in the binary: bibliographic facts, no abstracts.

usage: make_sample_authority.py DATA [OUT]

DATA is a folder with
  back-pain.jsonl.gz                          records merged from article fronts, reference lists, Crossref, OpenAlex, PubMed
  idmap/synergy-openalex-doi-pmid.csv.gz      pairs of DOI and PMID
  retractions/updates.jsonl.gz                open-retractions: DOIs with editorial updates
  retractions/retraction-watch-*.json         {"retractions": {work: notice}, "concerns": {work: notice}}

Same inputs, same bytes: the output is sorted, and nothing in it depends on the day. A work comes in when its own
front matter or an index says of it what it is ("record"), when two independent lists agree ("consensus"), or when
one list names it with DOI, PMID, year, volume, page and authors. Lists cut authors off without saying so: unless the
front matter names them, the list of authors is marked as elided.
"""
import csv
import glob
import gzip
import io
import json
import re
import sys

# Stated whole by hand; their titles are the articles' own. issued is the issue's date, epub the online version's.
BY_HAND = [
    ("What low back pain is and why we need to pay attention", "The Lancet", "Lancet", "0140-6736",
     "Hartvigsen J, Hancock MJ, Kongsted A, Louw Q, Ferreira ML, Genevay S, Hoy D, Karppinen J, Pransky G, Sieper J, "
     "Smeets RJ, Underwood M", False, [2018, 6, 9], [2018, 3, 21], "391", "10137", "2356-2367",
     "10.1016/s0140-6736(18)30480-x", "29573870"),
    ("Prevention and treatment of low back pain: evidence, challenges, and promising directions", "The Lancet", "Lancet",
     "0140-6736", "Foster NE, Anema JR, Cherkin D, Chou R, Cohen SP, Gross DP, Ferreira PH, Fritz JM, Koes BW, Peul W, "
     "Turner JA, Maher CG", False, [2018, 6, 9], [2018, 3, 21], "391", "10137", "2368-2383",
     "10.1016/s0140-6736(18)30489-6", "29573872"),
    ("Non-specific low back pain", "The Lancet", "Lancet", "0140-6736", "Maher C, Underwood M, Buchbinder R", False,
     [2017, 2, 18], None, "389", "10070", "736-747", "10.1016/s0140-6736(16)30970-9", "27745712"),
    ("Nonpharmacologic Therapies for Low Back Pain: A Systematic Review for an American College of Physicians Clinical "
     "Practice Guideline", "Annals of Internal Medicine", "Ann Intern Med", "0003-4819", "Chou R, Deyo R, Friedly J", True,
     [2017, 4, 4], [2017, 2, 14], "166", "7", "493-505", "10.7326/m16-2459", "28192793"),
    ("Noninvasive Treatments for Acute, Subacute, and Chronic Low Back Pain: A Clinical Practice Guideline From the "
     "American College of Physicians", "Annals of Internal Medicine", "Ann Intern Med", "0003-4819",
     "Qaseem A, Wilt TJ, McLean RM, Forciea MA, {Clinical Guidelines Committee of the American College of Physicians}",
     False, [2017, 4, 4], [2017, 2, 14], "166", "7", "514-530", "10.7326/m16-2367", "28192789"),
]

KINDS = {"retraction": "retraction", "retration": "retraction", "withdrawal": "retraction", "removal": "retraction",
         "expression_of_concern": "concern", "expression-of-concern": "concern", "correction": "correction",
         "erratum": "correction", "corrigendum": "correction", "err": "correction", "corrected-article": "correction"}


def author(text):
    if text.startswith("{"):
        return {"literal": text.strip("{}")}
    family, given = text.rsplit(" ", 1)
    return {"family": family, "given": given}


def by_hand(row):
    title, journal, short, issn, authors, elided, issued, epub, volume, issue, page, doi, pmid = row
    custom = {}
    if elided:
        custom["authors"] = "elided"
    if epub:
        custom["epub"] = {"date-parts": [epub]}
    out = {"id": doi, "type": "article-journal", "title": title, "container-title": journal,
           "container-title-short": short, "author": [author(a) for a in re.split(r", (?![^{]*})", authors)],
           "issued": {"date-parts": [issued]}, "volume": volume, "issue": issue, "page": page, "DOI": doi, "PMID": pmid,
           "ISSN": issn}
    if custom:
        out["custom"] = custom
    return out


def squeeze(text):
    return re.sub(r"\s+", " ", text or "").strip()


def person(family, given, source):
    family, given = squeeze(family), squeeze(given)
    if given:
        return {"family": family, "given": given}
    collective = re.match(r"(?:on behalf of|for) (?:the )?(.+)", family)
    if collective:
        return {"literal": collective.group(1)}
    if re.search(r"\b(?:Group|Team|Committee|Association|Investigators|College|Society|Collaboration|Network)\b", family):
        return {"literal": family}
    if source == "openalex" and " " in family:
        given, family = family.rsplit(" ", 1)
        return {"family": family, "given": given}
    return {"family": family}


def people(row):
    out = []
    for family, given in row["authors"]:
        if not given and re.fullmatch(r"[A-Z]{1,4}", squeeze(family)) and out and "given" not in out[-1]:
            out[-1]["given"] = squeeze(family)  # initials that a list's markup tore off
        elif squeeze(family):
            out.append(person(family, given, row["sources"][0]))
    return out


def pages(first, last):
    first, last = squeeze(first), squeeze(last)
    if not first or "NA" in first:
        return ""
    if not last or last == first:
        return first
    if last.isdigit() and len(last) < len(first) and first[-len(last):].isdigit():
        last = first[:-len(last)] + last
    if first.isdigit() and last.isdigit() and int(last) < int(first):
        return ""
    return f"{first}-{last}"


def wanted(row, pmid_of):
    if row["doi"] and row["pmid"] and pmid_of.get(row["doi"], row["pmid"]) != row["pmid"]:
        return False
    if not (row["title"] and row["authors"] and (row["doi"] or row["pmid"]) and row["year"]):
        return False
    if not (row["journal"] or row["journal_abbr"]) or len(row["title"]) < 12 or row["title"].startswith("["):
        return False
    if row["tier"] in ("record", "consensus"):
        return True
    return bool(row["doi"] and row["pmid"] and row["volume"] and row["fpage"] and row["sources"] == ["jats-ref"])


def from_row(row):
    own = any(s in ("jats-front", "crossref", "crossref-api", "openalex", "pubmed-xml") for s in row["sources"])
    out = {"id": row["doi"] or "pmid:" + row["pmid"], "type": "article-journal", "title": squeeze(row["title"]).rstrip("."),
           "container-title": squeeze(row["journal"] or row["journal_abbr"])}
    if row["journal"] and row["journal_abbr"]:
        out["container-title-short"] = squeeze(row["journal_abbr"])
    out["author"] = people(row)
    out["issued"] = {"date-parts": [[int(row["year"])]]}
    for key, value in (("volume", row["volume"]), ("issue", row["issue"]), ("page", pages(row["fpage"], row["lpage"])),
                       ("DOI", row["doi"]), ("PMID", row["pmid"]), ("PMCID", row["pmcid"] and "PMC" + row["pmcid"]),
                       ("ISSN", row["issn"][0] if row["issn"] else None)):
        if value and value != "NA":
            out[key] = squeeze(value)
    if not own or len(out["author"]) == 1:
        out["custom"] = {"authors": "elided"}
    return out


def read_lines(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def events_by_doi(data):
    """DOI of a work: [(kind, DOI of the notice, date, source)]. A list's row whose title names a notice of the same
    DOI is that notice, not a notice on it."""
    out = {}
    for row in read_lines(f"{data}/retractions/updates.jsonl.gz"):
        work = row["identifier"]["doi"].lower()
        own_notice = re.match(r"(retraction (note|notice|to|of)|retraction:|statement of retraction|erratum|corrig|correction)",
                              row["title"].strip(), re.I)
        for update in row["updates"]:
            kind = KINDS.get(update["type"].lower())
            notice = update["identifier"]["doi"].lower()
            if kind and not (own_notice and notice == work) and not work.startswith("10.1002/14651858."):
                out.setdefault(work, set()).add((kind, notice, "open-retractions"))
    for path in sorted(glob.glob(f"{data}/retractions/retraction-watch-*.json")):
        with open(path, encoding="utf-8") as file:
            lists = json.load(file)
        for key, kind in (("retractions", "retraction"), ("concerns", "concern")):
            for work, notice in lists.get(key, {}).items():
                out.setdefault(work.lower(), set()).add((kind, (notice or "").lower(), "retraction-watch"))
    return out


def main():
    data = sys.argv[1]
    path = sys.argv[2] if len(sys.argv) > 2 else "corpus/authority/sample.jsonl"
    with gzip.open(f"{data}/idmap/synergy-openalex-doi-pmid.csv.gz", "rb") as packed:
        pmid_of = {r["doi"].lower(): r["pmid"] for r in csv.DictReader(io.TextIOWrapper(packed, "utf-8")) if r["doi"] and r["pmid"]}
    records = [by_hand(row) for row in BY_HAND]
    seen = {r[key] for r in records for key in ("DOI", "PMID")}
    for row in read_lines(f"{data}/back-pain.jsonl.gz"):
        ids = {i for i in (row["doi"], row["pmid"]) if i}
        if wanted(row, pmid_of) and not ids & seen:
            seen |= ids
            records.append(from_row(row))
    events = events_by_doi(data)
    for record in records:
        found = sorted(events.get(record.get("DOI", ""), ()))
        if found:
            record.setdefault("custom", {})["events"] = [
                {"type": kind, "DOI": notice, "source": source} for kind, notice, source in found]
    records.sort(key=lambda r: r["id"])
    with open(path, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    flagged = sum("events" in r.get("custom", {}) for r in records)
    print(f"{path}: {len(records)} records, {flagged} with editorial events", file=sys.stderr)


main()
