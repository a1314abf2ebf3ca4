#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints how often a reference is wholly right, by the least of its fields' confidences: the table of src/bib/confidence.cpp.

  scripts/calibrate_confidence.py [--bench DIR] GOLD.jsonl PREDICTED.jsonl [GOLD.jsonl PREDICTED.jsonl]...

GOLD is as score_parse.py reads it, PREDICTED the output of `whereof parse --input-format ndjson` for it: of references that the weights have
not seen. Each pair counts the same, whatever its size. The shares are made to grow with the confidence (pool adjacent violators).
"""
import argparse
import bisect
import json
import os
import sys

CUTS = [.3, .5, .65, .8, .9, .95, .98, .99, .995, .998, .999]


def wholly_right(score, gold, fields):
    for key in score.WHOLE:
        if key not in gold['labels'] or key in gold['skip']:
            continue
        wanted, found = gold['fields'].get(key), fields.get(key)
        if key == 'issued' and score.present(found) and not score.year(found):
            found = None
        if score.present(wanted) != score.present(found):
            return False
        if score.present(wanted) and score.equal(key, wanted, found, True) is False:
            return False
    return True


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    options = argparse.ArgumentParser()
    options.add_argument('--bench', default=os.path.join(here, '..', '..', 'shared', 'bench'))
    options.add_argument('files', nargs='+')
    args = options.parse_args()
    sys.path.insert(0, args.bench)
    import score_parse as score
    bands = [[0.0, 0.0, 0] for _ in range(len(CUTS) + 1)]  # weight, weight of the right ones, count
    for gold_path, predicted_path in zip(args.files[::2], args.files[1::2]):
        with open(gold_path, encoding='utf-8') as lines:
            gold = {one['id']: one for one in map(json.loads, lines)}
        with open(predicted_path, encoding='utf-8') as lines:
            predicted = [one for one in map(json.loads, lines) if one['id'] in gold]
        for one in predicted:
            least = min([span['confidence'] for span in one['custom']['spans'] if span['field'] != 'note'], default=0)
            band = bands[bisect.bisect_right(CUTS, least)]
            weight = 1 / len(predicted)
            band[0] += weight
            band[1] += weight * wholly_right(score, gold[one['id']], one)
            band[2] += 1
    pools = []
    for number, (weight, right, _) in enumerate(bands):
        pools.append([weight, right, [number]])
        while len(pools) > 1 and pools[-2][1] * pools[-1][0] >= pools[-1][1] * pools[-2][0]:
            last = pools.pop()
            pools[-1] = [pools[-1][0] + last[0], pools[-1][1] + last[1], pools[-1][2] + last[2]]
    grown = {number: right / weight if weight else 0 for weight, right, numbers in pools for number in numbers}
    print('least of the fields       n   right   stored')
    for number, (weight, right, count) in enumerate(bands):
        low, high = ([0] + CUTS)[number], (CUTS + [1])[number]
        print(f'{low:6.3f} to {high:6.3f} {count:8d} {100 * right / weight if weight else 0:6.1f}% {grown[number]:8.2f}')


if __name__ == '__main__':
    main()
