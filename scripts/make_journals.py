#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes corpus/journals/journals.tsv: title, abbreviation, ISSNs divided by commas, other names divided by |, and the
title of the journal that continues it under another name; columns divided by tabs, empty ones at the end left out.

usage: make_journals.py DATA  (DATA has authority/journals, authority/back-pain.jsonl.gz, verify/*/authority.csl.jsonl.gz)

Only facts are taken: titles, abbreviations, ISSNs. Sources, the most trusted first: scripts/journal_names.tsv;
JabRef's lists (CC0), of which the medical and scientific ones; titles with ISSN of the CSL styles' list;
journals of bibliographic records, where a record gives title and abbreviation, or title and ISSN.
The same input gives the same bytes."""
import collections
import csv
import difflib
import glob
import gzip
import html
import json
import pathlib
import re
import sys
import unicodedata

STOP = set("the of and for in on de la le les des du et der die das fur und del di til och i".split())
# Of JabRef's lists, the trusted first. The abbreviations of the first two are the NLM's.
JABREF = ["entrez", "medicus", "lifescience", "general", "ubc", "acs"]
HERE = pathlib.Path(__file__).resolve().parent


def words(text):
    """As journal_words() in src/bib/journal.cpp."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    text = "".join(c for c in text if not unicodedata.combining(c))
    for a, b in (("ł", "l"), ("ø", "o"), ("đ", "d"), ("æ", "ae"), ("œ", "oe"), ("ß", "ss"), ("ı", "i"),
                 ("'", ""), ("’", "")):
        text = text.replace(a, b)
    found = re.findall(r"[^\W_]+", text)
    kept = [w for w in found if w not in STOP]
    return kept or found


def key(text):
    return "".join(re.sub("our", "or", re.sub("ae|oe", "e", word)) for word in words(text))


def fits(short, full):
    """Is `short` an abbreviation of the word `full`: its beginning, or a contraction with its last letter?"""
    if full.startswith(short):
        return True
    if len(short) < 3 or short[0] != full[0] or short[-1] not in (full[-1], full.rstrip("s")[-1:]):
        return False
    rest = iter(full)
    return all(c in rest for c in short)


def evident(short, full):
    a, b = words(short), words(full)
    return len(a) == len(b) and all(map(fits, a, b))


def without_qualifier(text):
    return re.sub(r"\s*\([^()]*\)\s*$", "", text).strip() or text


def clean(text):
    text = unicodedata.normalize("NFC", " ".join(html.unescape(text or "").split())).strip(" .,;:")
    return re.sub(r"^(.*), (The|An?)$", r"\2 \1", text)


def usable(text):
    return 1 < len(text) <= 160 and not re.search(r"[$\\#{}|<>\"\t]|https?:", text) and key(text) != "" and \
        text.count("(") == text.count(")")


def valid_issn(text):
    digits = text.replace("-", "").upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return None
    total = sum((8 - i) * (10 if c == "X" else int(c)) for i, c in enumerate(digits))
    return f"{digits[:4]}-{digits[4:]}" if total % 11 == 0 else None


class Journal:
    def __init__(self):
        self.titles = collections.Counter()
        self.abbreviations = collections.Counter()
        self.issns = {}
        self.others = {}
        self.continued_by = ""
        self.by_hand = False

    def take(self, other):
        self.titles.update(other.titles)
        self.abbreviations.update(other.abbreviations)
        self.issns.update(other.issns)
        self.others.update(other.others)


def title_form(title, abbreviation):
    """The title without a subtitle that the abbreviation does not have either, and the names to keep beside it."""
    for cut in (" : ", ": ", " = "):
        head = title.split(cut)[0].strip()
        if cut in title and (evident(abbreviation, head) or cut == " = " or (cut == " : " and not abbreviation)):
            return head
    return title


def read_sources(data):
    """(title, abbreviation, issns, weight) of every source but the hand-made list."""
    folder = data / "authority" / "journals"
    for rank, name in enumerate(JABREF):
        with open(folder / "jabref" / f"journal_abbreviations_{name}.csv", encoding="utf-8") as file:
            for row in csv.reader(file):
                if len(row) >= 2 and (len(row) == 2 or not any(row[2:])):
                    yield row[0], row[1], (), 10 ** (7 - rank)
    with open(folder / "csl-styles-issn.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            issns = [row[k] or "" for k in ("issn", "eissn")]
            yield row["title"], row["title_short"] or "", issns, 5
    seen = collections.Counter()
    for path in sorted(glob.glob(str(data / "verify" / "*" / "authority.csl.jsonl.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                record = json.loads(line)
                if record.get("type") != "article-journal":
                    continue
                issns = record.get("ISSN") or []
                issns = [issns] if isinstance(issns, str) else issns
                seen[record.get("container-title") or "", record.get("container-title-short") or "",
                     tuple(issns)] += 1
    with gzip.open(data / "authority" / "back-pain.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            seen[record.get("journal") or "", record.get("journal_abbr") or "", tuple(record.get("issn") or ())] += 1
    for (title, short, issns), count in sorted(seen.items()):
        if title.isupper():
            title = title.title()
        yield title, short, issns, min(count, 4)


def collect(data):
    journals = collections.OrderedDict()
    for title, short, issns, weight in read_sources(data):
        title, short = clean(title), clean(short)
        issns = [i for i in map(valid_issn, issns) if i]
        if not usable(title) or (short and not usable(short)):
            continue
        listed = weight >= 10
        if not listed:
            # A record's "abbreviation" may be the title once more, its title an abbreviation.
            if key(short) == key(title) or not evident(without_qualifier(short), title):
                short = ""
            if not short and not issns or (not short and "." in title):
                continue
        head = without_qualifier(title_form(title, without_qualifier(short)))
        journal = journals.setdefault(key(head), Journal())
        journal.titles[head] += weight
        if short:
            journal.abbreviations[short.replace(".", " ").replace("  ", " ").strip()] += weight
        for issn in issns:
            journal.issns[issn] = None
    return journals


def add_named(journals):
    """The hand-made rows, which swallow the journals that bear one of their names."""
    for line in (HERE / "journal_names.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        title, short, issns, others, continued_by = (line.split("\t") + [""] * 4)[:5]
        names = [n for n in others.split("|") if n]
        row = Journal()
        row.continued_by = continued_by
        for name in {key(without_qualifier(n)): n for n in [title, short, *names]}:
            if name in journals and not journals[name].by_hand:
                row.take(journals.pop(name))
        row.by_hand = True
        row.titles[title] += 10 ** 9
        row.abbreviations[short] += 10 ** 9
        row.issns = dict.fromkeys([i for i in issns.split(",") if i] + list(row.issns))
        row.others.update(dict.fromkeys(names))
        journals[key(title)] = row


def derive_abbreviations(journals):
    """Titles without an abbreviation get one word by word, as the listed titles have those words abbreviated."""
    forms = collections.defaultdict(collections.Counter)
    for journal in journals.values():
        for short, weight in journal.abbreviations.items():
            for title in journal.titles:
                if weight >= 10 ** 6 and evident(short, title) and len(short.split()) == len(words(short)) > 1:
                    forms_of = zip(words(title), short.split())
                    for word, form in forms_of:
                        forms[word][form] += 1
    for journal in journals.values():
        title = best(journal.titles)
        if journal.abbreviations or len(words(title)) < 2:
            continue
        parts = []
        for word in words(title):
            form, count = forms[word].most_common(1)[0] if forms[word] else ("", 0)
            if count >= 3 and count >= 0.6 * sum(forms[word].values()):
                parts.append(form)
            elif len(word) <= 4 and not form:
                parts.append(word.capitalize())
        if len(parts) == len(words(title)):
            journal.abbreviations[" ".join(parts)] += 1


def merge_same(journals):
    """Two titles with one ISSN or one abbreviation are one journal when their words say so too: one abbreviates or
    begins the other, or they differ by a letter or two."""
    bearers = {}
    for name in list(journals):
        for mark in [*journals[name].issns, *map(key, journals[name].abbreviations)]:
            other = bearers.setdefault(mark, name)
            if other == name or other not in journals or name not in journals:
                continue
            if journals[name].by_hand:
                other, name = name, other
            if journals[name].by_hand:
                continue
            short, full = sorted((best(journals[other].titles), best(journals[name].titles)), key=len)
            alike = difflib.SequenceMatcher(None, key(short), key(full), autojunk=False).ratio() >= 0.93
            if alike or evident(short, full) or key(full).startswith(key(short)):
                journals[other].take(journals.pop(name))
                bearers[mark] = other


def best(counter):
    """The most trusted form; among equals of trust, the one in title case, then the first by alphabet."""
    return min(counter, key=lambda t: (-counter[t], -sum(c.isupper() for c in t), t)) if counter else ""


def drop_abbreviations_as_titles(journals):
    """A 'title' that is another journal's known abbreviation is no journal of its own."""
    shorts = collections.defaultdict(set)
    for name, journal in journals.items():
        for short in journal.abbreviations:
            shorts[key(without_qualifier(short))].add(name)
    for name in list(journals):
        others = shorts.get(name, set()) - {name}
        journal = journals[name]
        if others and not any(key(without_qualifier(s)) != name for s in journal.abbreviations):
            if max(journal.titles.values()) < 10:
                del journals[name]


def lower_share(title):
    """Which share of the title's words begins in lower case."""
    found = [w for w in title.split() if w.lower() not in STOP]
    return sum(w[0].islower() for w in found) / max(1, len(found))


def drop_generic(journals):
    """'Journal', 'Bulletin', 'Newsletter': one title of many journals names none."""
    for name in list(journals):
        unlike = {key(s) for s in journals[name].abbreviations if key(s) not in name and "(" not in s}
        if len(words(best(journals[name].titles))) <= 2 and len(unlike) >= 4:
            del journals[name]
    for name in ("jornal", "bulletin", "newsletter", "report", "proceedings", "transactions", "annals"):
        journals.pop(name, None)


def rows(journals):
    for name, journal in journals.items():
        nlm = collections.Counter({t: n for t, n in journal.titles.items() if n >= 10})
        # MEDLINE writes titles in sentence case: take the spelling with most capitals among the listed ones.
        pool = nlm or journal.titles
        title = min(pool, key=lambda t: (-(journal.titles[t] >= 10 ** 9), lower_share(t), len(t), t))
        short = best(journal.abbreviations)
        have = {key(title), key(short), key(without_qualifier(short))}
        others = []
        for other in [*journal.others, *sorted(journal.titles), *sorted(journal.abbreviations)]:
            if key(other) not in have and key(without_qualifier(other)) not in have:
                have.add(key(other))
                others.append(other)
        yield "\t".join([title, short, ",".join(journal.issns), "|".join(others), journal.continued_by]).rstrip("\t")


def main():
    data = pathlib.Path(sys.argv[1])
    journals = collect(data)
    drop_generic(journals)
    drop_abbreviations_as_titles(journals)
    add_named(journals)
    merge_same(journals)
    derive_abbreviations(journals)
    lines = sorted(set(rows(journals)), key=lambda line: (key(line.split("\t")[0]), line))
    out = HERE.parent / "corpus" / "journals" / "journals.tsv"
    out.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} journals, {out.stat().st_size / 1e6:.2f} MB -> {out}")


main()
