#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Fails when a slot of a training template fills a field and prints a piece without a label: the parser would learn that such text
is of no field.

  tests/bench/check_templates.py SOURCE_DIR
"""
import os
import random
import re
import sys

root = sys.argv[1]
sys.path.insert(0, os.path.join(root, 'scripts'))
import render_references  # noqa: E402
from render import templates  # noqa: E402
from render.people import Names  # noqa: E402

with open(os.path.join(root, 'src', 'bib', 'labels.hpp'), encoding='utf-8') as text:
    LABELS = set(re.findall(r'^    \{"(\w+)"', text.read(), re.M)) | {'date'}
FIELDS = {'people': [{'family': 'Roe', 'given': 'Ann'}], 'editors': [{'family': 'Poe', 'given': 'Bea'}], 'year': '2019', 'doi': '10.1000/182', 'pmid': '1234567',
          'T': 'Walking', 'C': 'Pain', 'S': 'Pain', 'K': 'Notes', 'V': '3', 'I': '2', 'P': '4-9', 'N': '2nd ed.', 'B': 'Penguin', 'L': 'London', 'G': 'PhD thesis'}
failures, count = [], 0
for table in ('ARTICLE', 'ARTICLE_DE', 'BOOK', 'BOOK_DE', 'CHAPTER', 'CHAPTER_DE', 'THESIS', 'REPORT', 'WEB', 'MEETING', 'PREPRINT', 'GUIDELINE'):
    lang = 'de' if table.endswith('_DE') else 'en'
    for template in getattr(templates, table):
        count += 1
        for seed in range(20):
            printer = render_references.Printer(random.Random(seed), lang, dict(FIELDS))
            printer.names = Names(random.Random(seed), lang)
            printer.render(template)
            if printer.missing:
                failures.append(f'{template}: no value for {sorted(printer.missing)}')
                break
        for slot in {one for match in re.findall(r'<\{?([\w|]+)\}?>', template) for one in match.split('|')}:
            cue = {'in': 'into'}.get(slot, slot) in printer.cues
            label = render_references.LABEL.get(slot)
            if not cue and slot not in render_references.FOUND_BY_SHAPE and label not in LABELS:
                failures.append(f'{template}: <{slot}> has no label')
for failure in failures:
    print(failure)
print(f'{count} templates, {len(failures)} failures')
sys.exit(1 if failures else 0)
