#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Says how far the probability of a verdict is to be believed.

  scripts/bench_calibration.py WHEREOF VERIFY_DATA WORK [--fit]

An index is made of every record but half of the works that the cases of `rendered` and `pmc17k` cite, so that some works meant are held and
some are not. Of the verdicts that name a record, the share that named the work meant is printed beside the mean probability, by bins of
probability. --fit also prints the slope and intercept on the logit that would fit the cases with even numbers best, to be tried on the odd ones;
the table is of the odd ones alone.
"""
import gzip
import json
import math
import os
import subprocess
import sys
import zlib

BINS = [0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0]


def left_out(key):
    return zlib.crc32(key.lower().encode()) % 2 == 0


def read(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def key_of(truth):
    return (truth.get('key') or truth.get('doi') or '').lower()


def identifiers(record):
    return {str(value).lower() for value in (record.get('DOI'), record.get('PMID')) if value}


def observe(whereof, data, work):
    """(probability, was it the work meant) of every verdict that names a record, with the case's number."""
    sets = {name: (read(f'{data}/{name}/cases.jsonl'), read(f'{data}/{name}/truth.jsonl')) for name in ('rendered', 'pmc17k')}
    absent = {key_of(truth) for _, truths in sets.values() for truth in truths if key_of(truth) and left_out(key_of(truth))}
    source, index = os.path.join(work, 'calibration.jsonl'), os.path.join(work, 'calibration.db')
    with open(source, 'w', encoding='utf-8') as out:
        for name in sets:
            with gzip.open(f'{data}/{name}/authority.csl.jsonl.gz', 'rt', encoding='utf-8') as lines:
                out.writelines(line for line in lines if (json.loads(line).get('DOI') or json.loads(line)['id']).lower() not in absent)
    if os.path.exists(index):
        os.remove(index)
    subprocess.run([whereof, 'authority', 'import', source, '--authority', index, '-q'], check=True)
    seen = []
    for name, (_, truths) in sets.items():
        done = subprocess.run([whereof, 'check', '--input-format', 'ndjson', f'{data}/{name}/cases.jsonl', '--authority', index, '--format', 'ndjson',
                               '--fail-on', 'none'], capture_output=True, text=True, check=True)
        meant = {truth['id']: truth for truth in truths}
        for number, line in enumerate(done.stdout.splitlines()):
            verdict = json.loads(line)
            truth = meant[verdict['id']]
            if not verdict.get('record') or not (key_of(truth) or truth.get('class') == 'invented'):
                continue
            right = {key_of(truth), str(truth.get('pmid') or '').lower()} - {''}
            seen.append((number, verdict['probability'], bool(right & identifiers(verdict['record'])), not key_of(truth) or left_out(key_of(truth))))
    return seen


def logit(p):
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))


def fit(rows):
    """Newton's method on the likelihood of a logistic regression with one variable."""
    slope, intercept = 1.0, 0.0
    for _ in range(50):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for x, right in rows:
            p = 1 / (1 + math.exp(-(slope * x + intercept)))
            g0, g1 = g0 + right - p, g1 + (right - p) * x
            w = p * (1 - p) + 1e-9
            h00, h01, h11 = h00 + w, h01 + w * x, h11 + w * x * x
        det = h00 * h11 - h01 * h01
        intercept += (h11 * g0 - h01 * g1) / det
        slope += (h00 * g1 - h01 * g0) / det
    return slope, intercept


def main():
    whereof, data, work = sys.argv[1:4]
    seen = observe(whereof, data, work)
    if '--fit' in sys.argv:
        print('slope %.3f, intercept %.3f on the logit' % fit([(logit(p), right) for number, p, right, _ in seen if number % 2 == 0]))
    odd = [(p, right, absent) for number, p, right, absent in seen if number % 2 == 1]
    print(f'{"probability":>16s} {"n":>6s} {"mean":>7s} {"right":>7s}')
    for low, high in zip(BINS, BINS[1:]):
        rows = [(p, right) for p, right, _ in odd if low <= p < high or (high == 1.0 and p == 1.0)]
        if rows:
            print(f'{low:8.3f}-{high:.3f} {len(rows):8d} {sum(p for p, _ in rows) / len(rows):7.4f} {sum(right for _, right in rows) / len(rows):7.4f}')
    print(f'all: n {len(odd)}, mean {sum(p for p, _, _ in odd) / len(odd):.4f}, right {sum(right for _, right, _ in odd) / len(odd):.4f}, '
          f'Brier {sum((p - right) ** 2 for p, right, _ in odd) / len(odd):.4f}; works not held that were tied to a record: {sum(absent for _, _, absent in odd)}')


if __name__ == '__main__':
    main()
