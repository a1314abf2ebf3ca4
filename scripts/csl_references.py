#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints references in CSL styles through pandoc, with their fields, to measure the parser on styles it was not made for.

  scripts/csl_references.py --count 60 --seed 7 [--styles DIR] [--only K/N] RECORDS.csl.jsonl.gz STYLE... > OUT.jsonl

STYLE is a file's name in DIR without ".csl". --only K/N prints record K of every N alone: those that render_references.py --leave passed over. Of each record only those fields count that stand in the printed string (styles drop issues, shorten
author lists). The output has the form that score_parse.py reads: {"id","dataset","doc","raw","fields","labels","skip"}, and "shape"
besides: shape() says whether training has met such a form.
"""
import argparse
import gzip
import html
import json
import os
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from label_references import Text, find_date, find_page  # noqa: E402

SCORED = ['author', 'title', 'container-title', 'volume', 'issue', 'page', 'issued', 'DOI', 'type']


def print_entries(items, style):
    """{id: string} of the bibliography."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'items.json')
        with open(path, 'w', encoding='utf-8') as out:
            json.dump(items, out)
        document = '---\nnocite: "@*"\n---\n'
        run = subprocess.run(['pandoc', '-f', 'markdown', '-t', 'html', '--wrap=none', '--citeproc', '--bibliography', path, '--csl', style],
                             input=document, capture_output=True, text=True, check=True)
    out = {}
    for entry in re.finditer(r'<div id="ref-([^"]+)" class="csl-entry"[^>]*>(.*?)</div>(?=\s*(?:<div id="ref-|</div>|\Z))', run.stdout, re.S):
        text = re.sub(r'<div class="csl-left-margin">(.*?)</div>', r'\1', entry.group(2), flags=re.S)
        out[html.unescape(entry.group(1))] = re.sub(r'\s+', ' ', html.unescape(re.sub(r'<[^>]+>', '', text))).strip()
    return out


KIND = {'container-title': 'container', 'container-title-short': 'container', 'issued': 'date'}


def shape(raw, spans):
    """The form of a reference: the order of its fields and what stands between them. `spans` holds (begin, end, label) of `raw`, str or
    bytes. Of what stands behind names only the marks count, for given names are there too; digits count as one."""
    out, last = '', None
    for begin, end, label in sorted(spans):
        label = KIND.get(label, label)
        if last and label == last[1] == 'author':
            last = (end, label)
            continue
        if last:
            between = raw[last[0]:begin]
            between = between.decode('utf-8', 'replace') if isinstance(between, bytes) else between
            between = re.search(r'\W*$', between).group(0) if last[1] in ('author', 'editor') else between
            out += re.sub(r'\d+', '0', re.sub(r'\s+', ' ', between)).replace('–', '-').casefold() + '|'
        out += label + '|'
        last = (end, label)
    return out


def fields_in(raw, item):
    """The fields that stand in the string, and where."""
    text = Text(raw)
    fields = {'type': item['type']}

    def keep(key, span, value):
        if span:
            text.take(span, key)
            fields[key] = value
        return span
    keep('title', text.find(item['title']), item['title'])
    people = []
    after = 0
    for person in item['author']:
        span = text.find(person['family'], after)
        if span is None or (people and span[0] - after > 60):
            break
        people.append(person)
        after = span[1]
        text.take(span, 'author')
    if people:
        fields['author'] = people
    for key in ('container-title', 'container-title-short'):
        value = item.get(key)
        if value and 'container-title' not in fields:
            keep('container-title', text.find(value), value)
    date = item.get('issued', {}).get('date-parts')
    if date:
        keep('issued', find_date(text, str(date[0][0])), str(date[0][0]))
    if item.get('page'):
        keep('page', find_page(text, item['page']) or text.find(item['page'].split('-')[0]), item['page'])
        if 'page' in fields and '-' in item['page'] and not find_last(raw, item['page']):
            fields['page'] = item['page'].split('-')[0]
    for key in ('volume', 'issue'):
        if item.get(key):
            keep(key, text.find(item[key]), item[key])
    if item.get('DOI') and item['DOI'].casefold() in raw.casefold():
        fields['DOI'] = item['DOI']
    return fields, text.taken


def spaced(given):
    """Initials as CSL wants them: "JM" is "J. M."."""
    given = given.strip().rstrip('.')
    return '. '.join(given) + '.' if re.fullmatch(r'[A-Z]{1,4}', given) else given


def find_last(raw, pages):
    first, last = pages.split('-')[:2]
    return re.search(re.escape(first) + r'\s*[-‐‑‒–—−]\s*\w*' + re.escape(last[-1:]), raw, re.I)


def main():
    options = argparse.ArgumentParser()
    options.add_argument('records')
    options.add_argument('names', nargs='+')
    options.add_argument('--count', type=int, default=60)
    options.add_argument('--seed', type=int, default=7)
    options.add_argument('--styles', default='/usr/share/citation-style-language/styles')
    options.add_argument('--only')
    options.add_argument('--sample', type=int, default=0, help='so many styles of DIR besides, drawn at random')
    args = options.parse_args()
    rnd = random.Random(args.seed)
    with gzip.open(args.records, 'rt', encoding='utf-8') as lines:
        records = [json.loads(line) for line in lines]
    if args.only:
        part, parts = map(int, args.only.split('/'))
        records = records[part::parts]
    records = [r for r in records if r.get('volume') and r.get('page') and r.get('issued') and r['author'] and all(p.get('family') for p in r['author'])]
    others = sorted(name[:-4] for name in os.listdir(args.styles) if name.endswith('.csl') and name[:-4] not in args.names)
    for name in args.names + random.Random(args.seed).sample(others, args.sample):
        path = os.path.join(args.styles, name + '.csl')
        if not os.path.exists(path):
            print('no style', name, file=sys.stderr)
            continue
        items = [dict(item, id=f'i{number}') for number, item in enumerate(rnd.sample(records, args.count))]
        for item in items:
            for key in ('PMID', 'PMCID', 'ISSN'):
                item.pop(key, None)
            item['author'] = [dict(p, given=spaced(p['given'])) if p.get('given') else p for p in item['author']]
        entries = print_entries(items, path)
        for item in items:
            raw = entries.get(item['id'])
            if raw:
                fields, spans = fields_in(raw, item)
                print(json.dumps({'id': f'csl-{name}-{item["id"]}', 'dataset': 'csl-' + name, 'doc': 'csl-' + name, 'style': name, 'raw': raw, 'fields': fields, 'labels': SCORED,
                                  'skip': [], 'shape': shape(raw, spans)}, ensure_ascii=False))


if __name__ == '__main__':
    main()
