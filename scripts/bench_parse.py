#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures the parser: its speed, the finder of references in documents, and, cross-validated, the labelled references. Prints one table.

  scripts/bench_parse.py [--data DIR] [--build DIR] [--whereof FILE] [--folds 5] [--only K] [--rendered 60000] [--work DIR] [--embedded]

For each fold the weights are trained on the documents of the other folds and on rendered references, and tried on the fold's own documents,
so nothing of a test document is in training; EXCITE is never trained on and is tried with the first fold's weights, as are references
in CSL styles (pandoc with Debian's styles: those most used, and a sample drawn at random), made of records that neither the rendered
references nor the lexicon of the folds have seen. "form met" says how many of a style's references have an order of fields and marks
between them that any training reference has (csl_references.shape): a style is unseen when none has. --embedded measures the weights in
the binary instead (which have seen the labelled sets and all records, but not EXCITE) and takes a minute instead of half an hour. The
figures are score_parse.py's and score_finder.py's; AnyStyle 1.6.0's stand beside them. Speed is that of the whole command on one core,
the start included.
"""
import argparse
import glob
import gzip
import json
import os
import re
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from csl_references import shape  # noqa: E402

ROOT = os.path.dirname(HERE)
STYLES = '''apa modern-language-association chicago-author-date chicago-note-bibliography ieee nature science vancouver american-medical-association
american-chemical-society elsevier-harvard american-physics-society springer-basic-author-date associacao-brasileira-de-normas-tecnicas
harvard-cite-them-right cell the-lancet plos council-of-science-editors turabian-fullnote-bibliography modern-humanities-research-association
din-1505-2 frontiers biomed-central american-sociological-association iso690-author-date-en annual-reviews copernicus-publications
royal-society-of-chemistry taylor-and-francis-harvard-x karger-journals american-institute-of-physics acm-sig-proceedings
american-political-science-association'''.split()
SAMPLE = 40  # styles drawn at random besides
HELD_OUT = '0/8'  # records that CSL references are made of, and nothing in training
ANYSTYLE = {'biomedical journals': (49.3, 90.7), 'jats-epmc': (35.3, 89.2), 'jats-plos': (65.7, 93.0), 'jats-scielo': (44.2, 84.9), 'excite-en': (58.6, 88.0),
            'excite-de-end': (37.9, 78.7)}


def run(*command, **options):
    return subprocess.run([str(part) for part in command], check=True, **options)


def score(bench, gold, predicted, *options):
    report = predicted + '.score'
    run(sys.executable, os.path.join(bench, 'score_parse.py'), gold, predicted, '--json', report, *options, stdout=subprocess.DEVNULL)
    with open(report, encoding='utf-8') as text:
        return json.load(text)


def show(name, figures):
    whole, micro = ANYSTYLE.get(name, (None, None))
    peer = f'{whole:7.1f} {micro:7.1f}' if whole else ' ' * 15
    print(f'{name:44s} {figures["n"]:6d} {100 * figures["whole"]:7.1f} {100 * figures["micro"]:7.1f}   {peer}')


def forms_in(paths):
    """The forms of training references; what stands behind a reference (notes, access dates) is no part of its form."""
    out = set()
    for path in paths:
        with open(path, 'rb') as lines:
            for line in lines:
                *_, raw, row = line.rstrip(b'\n').split(b'\t')
                spans = []
                for field in row.decode().split(','):
                    label, _, place = field.partition(':')
                    if label not in ('note', 'genre', 'epub', 'accessed'):
                        spans.append((*map(int, place.split('-')), label))
                out.add(shape(raw, spans))
    return out


def show_styles(bench, gold, predicted, forms):
    """CSL styles, with the share of each one's references whose form training has met; then the unseen ones alone."""
    met = {}
    with open(gold, encoding='utf-8') as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        met.setdefault(row['style'], []).append(row['shape'] in forms)
    unseen = {style for style, known in met.items() if not any(known)}
    figures = score(bench, gold, predicted, '--by', 'style')
    print(f'{"CSL style":60s} {"n":>6s} {"whole":>7s} {"micro":>7s} {"form met":>9s}')
    for name, one in sorted(figures.items(), key=lambda pair: pair[1]['whole']):
        share = f'{100 * sum(met[name]) / len(met[name]):8.0f}%' if name in met else ''
        print(f'{name:60s} {one["n"]:6d} {100 * one["whole"]:7.1f} {100 * one["micro"]:7.1f} {share}')
    for title, styles in ((f'the {len(unseen)} unseen styles', unseen), (f'the other {len(met) - len(unseen)}', set(met) - unseen)):
        part = gold + '.part'
        with open(part, 'w', encoding='utf-8') as out:
            out.writelines(json.dumps(row, ensure_ascii=False) + '\n' for row in rows if row['style'] in styles)
        if styles:
            one = score(bench, part, predicted)['all']
            print(f'{title:60s} {one["n"]:6d} {100 * one["whole"]:7.1f} {100 * one["micro"]:7.1f}   hardest {100 * min(figures[s]["whole"] for s in styles):.1f}')


def measure(command, output=os.devnull):
    """Seconds and the most kilobytes of memory of one run."""
    with open(output, 'wb') as out:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=out, preexec_fn=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f'{command[0]} failed')
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def show_speed(whereof, programs, sets, path):
    """References a second of the whole command, wall clock and processor time; the library's; the model's load; memory."""
    references = []
    for name in sets:
        with open(name, encoding='utf-8') as lines:
            references += [json.dumps({'id': r['id'], 'raw': r['raw']}, ensure_ascii=False) for r in map(json.loads, lines)]
    once, ten = path('speed.jsonl'), path('speed10.jsonl')
    for name, times in ((once, 1), (ten, 10)):
        with open(name, 'w', encoding='utf-8') as out:
            for _ in range(times):
                out.writelines(line + '\n' for line in references)
    command = [whereof, 'parse', '--input-format', 'ndjson']
    wall, processor, memory = map(min, zip(*(measure([*command, ten]) for _ in range(3))))
    first = measure([*command, once])[2]
    count = 10 * len(references)
    bench = subprocess.run([os.path.join(programs, 'parse_bench'), '--benchmark_format=json'], capture_output=True, text=True, check=True)
    figures = {one['name']: one for one in json.loads(bench.stdout)['benchmarks']}
    print(f'whole command, one core: {count / wall:,.0f} references/s by the clock, {count / processor:,.0f} by processor time ({count:,} references; AnyStyle 1.6.0: 300-400)')
    print(f'inside the library: {figures["parse_reference"]["items_per_second"]:,.0f} references/s; model load {figures["load_model"]["real_time"]:.1f} ms')
    print(f'peak memory: {first:,} kB for {len(references):,} references, {memory:,} kB for ten times as many\n')


def show_finder(whereof, data, bench, path):
    """The finder of references in the lines of whole documents; theses have no gold strings and are left out."""
    gold, found = path('finder.jsonl'), path('finder.found')
    with gzip.open(os.path.join(data, 'parse', 'finder', 'visible.jsonl.gz'), 'rt', encoding='utf-8') as lines, open(gold, 'w', encoding='utf-8') as out:
        out.writelines(line for line in lines if json.loads(line)['references'])
    measure([whereof, 'parse', '--documents', gold], found)
    table = subprocess.run([sys.executable, os.path.join(bench, 'score_finder.py'), gold, found], capture_output=True, text=True, check=True).stdout
    print(f'{"documents: F1 of":44s} {"n":>6s} {"lines":>7s} {"refs":>7s}   {"AnyStyle 1.6.0":>15s}')
    for line in table.splitlines():
        name, count, lines, references = re.match(r'(\S+)\s+docs\s+(\d+).*?F1 ([\d.]+).*?F1 ([\d.]+)', line).groups()
        print(f'{name:44s} {count:>6s} {float(lines):7.1f} {float(references):7.1f}   {"   86.5    76.3" if name == "all" else ""}')
    print()


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--data', default=os.path.join(ROOT, '..', 'shared', 'data'))
    options.add_argument('--build', default=os.path.join(ROOT, 'build', 'bench'))
    options.add_argument('--whereof', default=os.path.join(ROOT, 'build', 'release', 'whereof'))
    options.add_argument('--folds', type=int, default=5)
    options.add_argument('--only', type=int, help='try one fold alone')
    options.add_argument('--rendered', type=int, default=60000)
    options.add_argument('--epochs', type=int, default=4)
    options.add_argument('--rows', type=int, default=40000)
    options.add_argument('--work', default=os.path.join(ROOT, 'build', 'bench_parse'))
    options.add_argument('--embedded', action='store_true')
    args = options.parse_args()
    os.makedirs(args.work, exist_ok=True)
    labelled = os.path.join(args.data, 'parse', 'labelled')
    sets = sorted(path for path in glob.glob(labelled + '/*.jsonl') if 'excite' not in path)
    excite = sorted(glob.glob(labelled + '/excite-*.jsonl'))
    records = os.path.join(args.data, 'verify', 'rendered', 'authority.csl.jsonl.gz')
    bench = os.path.join(args.data, '..', 'bench')
    programs = os.path.join(args.build, 'tests', 'bench')

    def path(name):
        return os.path.join(args.work, name)

    show_speed(args.whereof, programs, sets + excite, path)
    show_finder(args.whereof, args.data, bench, path)
    with open(path('labelled.tsv'), 'w') as out:
        run(sys.executable, os.path.join(HERE, 'label_references.py'), *sets, stdout=out, stderr=subprocess.DEVNULL)
    leave = [] if args.embedded else ['--leave', HELD_OUT]
    with open(path('rendered.tsv'), 'w') as out:
        run(sys.executable, os.path.join(HERE, 'render_references.py'), '--count', args.rendered, *leave, records, stdout=out)
    if not os.path.exists(path('csl.jsonl')):
        with open(path('csl.jsonl'), 'w') as out:
            run(sys.executable, os.path.join(HERE, 'csl_references.py'), '--count', 50, '--only', HELD_OUT, '--sample', SAMPLE, records, *STYLES, stdout=out)
    lexicon = os.path.join(ROOT, 'corpus', 'weights', 'parser_lexicon.bin')
    if not args.embedded:
        lexicon = path('lexicon.bin')
        journals = sorted(glob.glob(os.path.join(args.data, 'authority', 'journals', 'jabref', '*.csv')))
        with open(path('words.tsv'), 'w') as out:
            run(sys.executable, os.path.join(HERE, 'parser_words.py'), '--records', records, *leave, '--journals', *journals, stdout=out)
        run(os.path.join(programs, 'build_lexicon'), path('words.tsv'), lexicon)
    folds = [None] if args.embedded else [args.only] if args.only is not None else list(range(args.folds))
    gold, predicted = path('gold.jsonl'), path('predicted.jsonl')
    with open(predicted, 'w') as out:
        for fold in folds:
            own = []
            if fold is not None:
                weights = path(f'fold{fold}.bin')
                run(os.path.join(programs, 'train_parser'), '--lexicon', lexicon, '--out', weights, '--epochs', args.epochs, '--rows', args.rows, '--leave', f'{fold}/{args.folds}',
                    *[path('labelled.tsv')] * 3, path('rendered.tsv'), stderr=subprocess.DEVNULL)
                own = ['--lexicon', lexicon, '--weights', weights]
            run(os.path.join(programs, 'parse_lines'), *own, *(['--only', f'{fold}/{args.folds}'] if own else []), *sets, stdout=out)
            if fold == folds[0]:
                for name, inputs in (('excite', excite), ('csl', [path('csl.jsonl')])):
                    with open(path(name + '.predicted'), 'w') as other:
                        run(os.path.join(programs, 'parse_lines'), *own, *inputs, stdout=other)
    with open(predicted, encoding='utf-8') as lines:
        tried = {json.loads(line)['id'] for line in lines}
    with open(gold, 'w') as out:
        for name in sets:
            with open(name, encoding='utf-8') as lines:
                out.writelines(line for line in lines if json.loads(line)['id'] in tried)
    with open(path('excite.jsonl'), 'w') as out:
        for name in excite:
            with open(name, encoding='utf-8') as lines:
                out.write(lines.read())

    print(f'{"set or style":44s} {"n":>6s} {"whole":>7s} {"micro":>7s}   {"AnyStyle 1.6.0":>15s}')
    show('biomedical journals', score(bench, gold, predicted, '--biomed', '--journal')['all'])
    for options in (['--by', 'dataset'], ['--by', 'style']):
        for name, figures in score(bench, gold, predicted, *options).items():
            show(name, figures)
        print()
    for name, figures in score(bench, path('excite.jsonl'), path('excite.predicted'), '--by', 'dataset').items():
        show(name if name != 'all' else 'EXCITE (never trained on)', figures)
    print()
    show_styles(bench, path('csl.jsonl'), path('csl.predicted'), forms_in([path('labelled.tsv'), path('rendered.tsv')]))


if __name__ == '__main__':
    main()
