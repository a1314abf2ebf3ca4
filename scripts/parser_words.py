#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Takes the words of the parser's lexicon from bibliographic records.

  scripts/parser_words.py --records FILE.csl.jsonl.gz... [--leave K/N] --journals FILE.csv... [--books FILE.json.gz...] > WORDS.tsv

records: one CSL-JSON item a line; --leave passes over record K of every N. journals: CSV whose first two columns are a title and its abbreviation. books:
Crossref records ({"items": [...]} or one a line) for publishers and places. Each output line is role TAB text.
"""
import argparse
import csv
import gzip
import json
import re


def rows(path):
    with gzip.open(path, 'rt', encoding='utf-8') as lines:
        head = lines.read(1)
        lines.seek(0)
        if head == '{':
            first = lines.readline()
            lines.seek(0)
            try:
                json.loads(first)
                for line in lines:
                    yield json.loads(line)
                return
            except json.JSONDecodeError:
                lines.seek(0)
        yield from json.load(lines)['items']


def main():
    options = argparse.ArgumentParser()
    for name in ('records', 'journals', 'books'):
        options.add_argument('--' + name, nargs='*', default=[])
    options.add_argument('--leave')
    args = options.parse_args()
    part, parts = map(int, args.leave.split('/')) if args.leave else (-1, 1)
    out = set()
    for path in args.records:
        for number, item in enumerate(rows(path)):
            if number % parts == part:
                continue
            for person in item.get('author', []):
                if person.get('family'):
                    print('surname', person['family'], sep='\t')
                for given in re.findall(r'\w{3,}', person.get('given') or ''):
                    print('given', given, sep='\t')
            print('title', re.sub(r'\s+', ' ', item['title']), sep='\t')
            for key in ('container-title', 'container-title-short'):
                if item.get(key):
                    out.add(('journal', item[key]))
    for path in args.journals:
        with open(path, encoding='utf-8') as lines:
            for row in csv.reader(lines):
                for name in row[:2]:
                    out.add(('journal', name.replace('\\&', '&')))
    for path in args.books:
        for item in rows(path):
            if item.get('publisher'):
                out.add(('publisher', item['publisher']))
            if item.get('publisher-location'):
                out.add(('place', item['publisher-location']))
    for role, text in sorted(out):
        print(role, re.sub(r'\s+', ' ', text), sep='\t')


if __name__ == '__main__':
    main()
