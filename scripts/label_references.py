#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Finds where the fields of a reference stand in its string, and writes them as training data for the parser.

  scripts/label_references.py IN.jsonl... > OUT.tsv

Each input line is {"id","dataset","doc","raw","fields"} with CSL-JSON names. Each output line is
set TAB doc TAB id TAB raw TAB label:begin-end,...  with byte offsets into raw and the labels of src/bib/labels.hpp
(without _first, and `date` for both dates). A reference whose fields cannot all be found is left out; the counts go to
stderr.
"""
import collections
import json
import re
import sys
import unicodedata

MONTH = (r'(?:jan|feb|fev|f[ée]v|m[aä]r|apr|abr|avr|ma[iyo]|jun|juin|jul|juil|aug|ago|ao[uû]|sep|set|o[ck]t|out|nov|de[czs]|d[ée]c|ene|gen|mag|giu|lug|'
         r'spring|summer|autumn|fall|winter)[a-zçéû]*\.?')
YEAR = r'(?:1[4-9]\d\d|20\d\d)[a-z]?'
DAY = r'\d{1,2}(?:st|nd|rd|th|\.|º)?'
DATE = [rf'{YEAR}[\s,;]*\(?{MONTH}(?:\s*[-–/]\s*{MONTH})?(?:\s+{DAY}(?:\s*[-–]\s*{DAY})?(?!\s*[(:\d]))?',
        rf'(?:{DAY}(?:\s*[-–]\s*{DAY})?\s+(?:de\s+)?)?{MONTH}(?:\s*[-–/]\s*{MONTH})?(?:\s+{DAY}(?:\s*[-–]\s*{DAY})?)?,?\s+(?:de\s+)?{YEAR}',
        rf'{YEAR}[-/]\d\d?[-/]\d\d?', rf'\d\d?[./]\d\d?[./]{YEAR}', rf'{YEAR}\s*[-–/]\s*(?:\d\d)?\d\d(?!\d)', YEAR]
DATE = [re.compile(rf'(?<![\w]){p}', re.I) for p in DATE]
ANY = '|'.join(p.pattern for p in DATE)
ACCESSED = re.compile(rf'(?:accessed|cited|acess(?:o|ado)\s+em|consultado(?:\s+el)?|citado|retrieved(?:\s+on)?|zugriff|abgerufen|viewed|last\s+access(?:ed)?)'
                      rf'[\s:]*(?:on|am|el|em|at)?[\s:]*(?P<date>(?:{ANY}|\d{{4}}\s+\w+\s+\d+))', re.I)
EPUB = re.compile(rf'epub(?:\s+(?:ahead\s+of\s+print|date))?[\s:]*(?P<date>(?:{ANY}))', re.I)
LABEL = {'author': 'author', 'editor': 'editor', 'title': 'title', 'container-title': 'container', 'collection-title': 'collection',
         'volume': 'volume', 'issue': 'issue', 'page': 'page', 'issued': 'date', 'edition': 'edition', 'publisher': 'publisher',
         'publisher-place': 'place', 'genre': 'genre'}


def fold(text):
    """The letters and digits of a text in plain lower case, and where each stands in it."""
    letters, places = [], []
    for at, char in enumerate(text):
        for plain in unicodedata.normalize('NFKD', char).casefold():
            if plain.isalnum():
                letters.append(plain)
                places.append(at)
    return ''.join(letters), places


class Text:
    def __init__(self, raw):
        self.raw = raw
        self.folded, self.places = fold(raw)
        self.taken = []

    def free(self, begin, end):
        return all(end <= b or begin >= e for b, e, _ in self.taken)

    def starts_word(self, begin, end):
        raw = self.raw
        left = begin == 0 or not (raw[begin - 1].isalnum() and raw[begin].isalnum())
        right = end >= len(raw) or not (raw[end].isalnum() and raw[end - 1].isalnum())
        right = right or (raw[end].isdigit() and raw[end - 1].isalpha())  # "Immunity49"
        left = left or (raw[begin].isdigit() and raw[begin - 1].isalpha())
        return left and right

    def find(self, value, after=0, whole_words=True):
        """The first free place where the letters of `value` stand in a row."""
        wanted, _ = fold(value)
        if not wanted:
            return None
        at = self.folded.find(wanted)
        while at >= 0:
            begin, end = self.places[at], self.places[at + len(wanted) - 1] + 1
            if begin >= after and self.free(begin, end) and (not whole_words or self.starts_word(begin, end)):
                return begin, end
            at = self.folded.find(wanted, at + 1)
        return None

    def take(self, span, label):
        self.taken.append((span[0], span[1], label))


def find_near(text, given, begin, end):
    """The given name behind a family name, or else before it."""
    behind = text.find(given, end)
    if behind and behind[0] - end <= 4:
        return behind
    before = text.find(given, max(0, begin - 40))
    while before and before[1] <= begin:
        if begin - before[1] <= 3:
            return before
        before = text.find(given, before[0] + 1)
    return None


def find_people(text, people):
    """From the first person's first letter to the last one's last."""
    if isinstance(people, str):
        return text.find(people)
    spans, after = [], 0
    for person in people:
        parts = [person.get(k) for k in ('literal', 'dropping-particle', 'non-dropping-particle', 'family', 'given', 'suffix')]
        parts = [p for p in parts if p]
        family = person.get('family') or person.get('literal') or person.get('given') or ''
        at = text.find(family, after)
        if at is None:
            return None
        begin, end = at
        given = person.get('given')
        if given:
            near = [find_near(text, form, begin, end) for form in (given, re.sub(r'(?<=\w)\w+', '', given))]
            best = next((here for here in near if here), None)
            if best:
                begin, end = min(begin, best[0]), max(end, best[1])
        spans.append((begin, end))
        after = min(begin, at[0]) if given else end
    return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None


def find_page(text, page):
    numbers = re.findall(r'\w+', page)
    if not numbers:
        return None
    whole = text.find(page)
    if whole:
        return whole
    for match in re.finditer(rf'(?<!\w){re.escape(numbers[0])}(?!\w)(?:\s*[-‐‑‒–—−]+\s*(?:pp?\.?\s*)?(\w+))?', text.raw, re.I):
        last = match.group(1)
        fits = (last is None) == (len(numbers) == 1) or (last and numbers[-1].endswith(last))
        if fits and text.free(*match.span()) and (last is None or numbers[-1].casefold().endswith(last.casefold())):
            return match.span()
    return None


def find_date(text, value):
    year = re.search(r'(?:1[4-9]\d\d|20\d\d)', value)
    if not year:
        return text.find(value)
    for pattern in DATE:
        for match in pattern.finditer(text.raw):
            if year.group(0) in match.group(0) and text.free(*match.span()):
                return match.span()
    return None


def extend(raw, begin, end):
    """With "et al." behind a list of names."""
    more = re.match(r'[\s,;.…]*(?:(?:and|&)\s+others|et[\s.]+al\b\.?|u\.\s?a\.|y\s+col\w*|e\s+cols?)', raw[end:], re.I)
    return begin, end + (more.end() if more else 0)


def spans_of(record):
    raw, fields = record['raw'], record['fields']
    text = Text(raw)
    for pattern, label in ((ACCESSED, 'accessed'), (EPUB, 'epub')):
        for match in pattern.finditer(raw):
            if text.free(*match.span('date')):
                text.take(match.span('date'), label)
    order = ['title', 'author', 'container-title', 'editor', 'publisher', 'publisher-place', 'collection-title', 'edition', 'issued', 'page',
             'volume', 'issue', 'genre']
    lost = []
    for key in order:
        value = fields.get(key)
        if not value:
            continue
        if key in ('author', 'editor'):
            span = find_people(text, value)
            span = extend(raw, *span) if span else None
        elif key == 'page':
            span = find_page(text, str(value))
        elif key == 'issued':
            span = find_date(text, str(value))
        else:
            span = text.find(str(value), whole_words=key not in ('volume', 'issue'))
        if span is None or not text.free(*span):
            lost.append(key)
        else:
            text.take(span, LABEL[key])
    return sorted(text.taken), lost


def main():
    counts = collections.defaultdict(collections.Counter)
    for path in sys.argv[1:]:
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                record = json.loads(line)
                spans, lost = spans_of(record)
                kind = counts[record['dataset']]
                lost += [key for key in record.get('skip', []) if key in LABEL]
                if lost or len(spans) < 2:
                    kind['left out: ' + ','.join(lost)] += 1
                    continue
                kind['kept'] += 1
                raw = re.sub(r'[\t\n\r]', ' ', record['raw'])
                offset = [0]
                for char in raw:
                    offset.append(offset[-1] + len(char.encode('utf-8', 'surrogatepass')))
                row = ','.join(f'{label}:{offset[b]}-{offset[e]}' for b, e, label in spans)
                print(record['dataset'], record['doc'], record['id'], raw, row, sep='\t')
    for name, kind in counts.items():
        print(name, dict(kind.most_common(8)), file=sys.stderr)


if __name__ == '__main__':
    main()
