#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Prints references from bibliographic records in many styles, with the place of each field, to train the parser.

  scripts/render_references.py --count N [--seed S] [--german SHARE] [--leave K/N] RECORDS.csl.jsonl.gz > OUT.tsv

Articles are real records; books, chapters, theses, reports, web pages and articles in other languages than English are put
together from records and from render/phrases.py. --leave K/N passes over record K of every N (csl_references.py --only prints those). The output has the form of label_references.py. One seed, one output.
"""
import argparse
import gzip
import json
import os
import random
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from render import templates  # noqa: E402
from render.people import Names, body, germans, group  # noqa: E402
from render.phrases import CUES, JOURNALS, MONTHS, NOUNS, PLACES, PUBLISHERS, SERIES, SITES, TITLES  # noqa: E402

LABEL = {'A': 'author', 'E': 'editor', 'T': 'title', 'C': 'container', 'S': 'container', 'K': 'collection', 'V': 'volume', 'I': 'issue', 'P': 'page', 'Y': 'date',
         'D': 'date', 'M': 'date', 'N': 'edition', 'B': 'publisher', 'L': 'place', 'G': 'genre', 'X': 'accessed', 'H': 'epub', 'O': 'note', 'U': 'date', 'Q': 'date', 'W': 'genre', 'Z': 'genre', 'J': 'note', 'R': 'genre'}
FOUND_BY_SHAPE = {'doi', 'pmid', 'pmcid', 'url'}  # slots that fill a field without a label of ours
# what stands behind an article, and its label
TAILS = [('', None)] * 12 + [(' PMID: {n}', None), (' PMCID: PMC{n}', None), (' PubMed PMID: {n}.', None), (' PMID: {n}; PMCID: PMC{n}.', None), (' [PubMed]', 'note'), (' [Google Scholar]', 'note'), (' [CrossRef]', 'note'),
                             (' [DOI] [PubMed]', 'note'), (' Review.', 'genre'), (' Free PMC article.', 'note'), (' Online ahead of print.', 'note'), (' [PMC free article]', 'note'), (' (in English)', 'genre'),
                             (' Erratum in: BMJ. {y};3:5.', 'note'), (' Discussion 512-3.', 'note')]


class Source:
    """Fields of works to print, drawn at random."""

    def __init__(self, records, rnd):
        self.records, self.rnd = records, rnd

    def article(self):
        item = self.rnd.choice(self.records)
        out = {'people': item['author'], 'T': item['title'].strip().rstrip('.'), 'C': item['container-title'], 'S': self.short(item), 'V': item.get('volume'),
               'I': item.get('issue') or (str(self.rnd.randint(1, 12)) if self.rnd.random() < .3 else None), 'P': item.get('page'), 'doi': item.get('DOI'), 'pmid': item.get('PMID')}
        parts = item.get('issued', {}).get('date-parts')
        out['year'] = str(parts[0][0]) if parts else str(self.rnd.randint(1985, 2025))
        if self.rnd.random() < .03:
            out['I'] = self.rnd.choice(['Suppl 1', 'Suppl', '3 Suppl', 'Suppl 2', '2 Pt 1', '1-2', 'Pt 2'])
        if self.rnd.random() < .03:
            out['V'] = self.rnd.choice(['B{}', 'T{}', 'A {}', '{}A', 'XL', 'XVII', 'IV', 'suppl. {}', '{}-{}', 'CXII', '26B', '{}(Suppl 1)'[:2]]).format(self.rnd.randint(1, 200), self.rnd.randint(201, 400))
        if self.rnd.random() < .03:
            words = out['T'].split()
            words.insert(self.rnd.randint(1, len(words)), self.rnd.choice(['sp. nov.', 'var.', 'vs.', 'St.', 'U.S.', 'Part 1.', 'No. 5', 'sect.', '(L.) Merr.', 'Dr.', 'subsp.', 'E. coli', 'et al.', 'Vol. 2', 'I.', 'II.', 'p < 0.05', 'cf.', '(2019)', '1998-2004,', 'in 2018', '“quoted”']))
            out['T'] = ' '.join(words).rstrip('.')
        if self.rnd.random() < .03:
            out['P'] = self.rnd.choice(['e{}', 'S{0}-S{1}', 'e{}', '{0}S-{1}S', 'R{}', 'CD{}']).format(self.rnd.randint(10, 990), self.rnd.randint(991, 1200))
        return out

    def short(self, item):
        short = item.get('container-title-short') or item['container-title']
        if self.rnd.random() < .3 and short != item['container-title']:
            full = {w.casefold() for w in re.findall(r'\w+', item['container-title'])}
            short = re.sub(r'\b(\w+)\b(?!\.)', lambda m: m.group(1) + ('' if m.group(1).casefold() in full else '.'), short)
        return short

    def foreign(self, lang):
        rnd = self.rnd
        a, b, c = rnd.sample(NOUNS[lang], 3)
        form = rnd.choice(TITLES[lang]).format(a=a, b=b, c=c)
        title = form[0].upper() + form[1:]
        if rnd.random() < .45:
            title += rnd.choice([': ', '. ', ' – ', '. ', ': ']) + rnd.choice(TITLES['sub_' + lang]).format(a=a, b=b, c=c)
        first = rnd.randint(1, 600)
        return {'people': germans(rnd, rnd.choice([1, 1, 1, 2, 2, 3, 4])) if lang == 'de' else rnd.choice(self.records)['author'][:4], 'T': title,
                'C': (name := rnd.choice(JOURNALS[lang])), 'S': name, 'V': str(rnd.randint(1, 80)), 'I': rnd.choice([None, None] + [str(i) for i in range(1, 9)] + ['1/2', '3-4']),
                'P': f'{first}-{first + rnd.randint(1, 40)}', 'year': str(rnd.randint(1960, 2024)), 'doi': None, 'pmid': None}

    def book(self, lang):
        rnd = self.rnd
        out = self.foreign(lang) if lang != 'en' else self.article()
        if lang == 'en':
            words = re.split(r'[:.?] ', out['T'])[0].split()
            out['T'] = ' '.join(w if w[:1].isupper() or len(w) < 4 else w.capitalize() for w in words[:rnd.randint(2, 9)])
            if rnd.random() < .3:
                out['T'] += rnd.choice([': ', ': A ', ': The ']) + ' '.join(rnd.choice(self.records)['title'].rstrip('.').split()[:rnd.randint(2, 6)])
            out['T'] = re.sub(r'(?: (?:of|on|for|in|and|the|a|an|with|to|by|from|or|at|as|between|among|is|using|during))+$', '', out['T'].strip(' ,:;-.'), flags=re.I)
            out['people'] = out['people'][:rnd.choice([1, 1, 2, 2, 3, 4])]
        number = rnd.randint(2, 9)
        nth = {2: '2nd', 3: '3rd'}.get(number, f'{number}th') if lang == 'en' else str(number)
        out.update(B=rnd.choice(PUBLISHERS[lang]), L=rnd.choice(PLACES[lang]), N=rnd.choice(CUES[lang]['ed']).format(n=nth) if rnd.random() < .25 else None,
                   K=rnd.choice(SERIES[lang]), G=rnd.choice(CUES[lang]['thesis']), doi=out['doi'] if rnd.random() < .3 else None, C=None, S=None, V=str(rnd.randint(1, 300)))
        first = rnd.randint(1, 500)
        out['P'] = f'{first}-{first + rnd.randint(1, 40)}'
        return out


class Printer:
    def __init__(self, rnd, lang, fields):
        self.rnd, self.lang, self.fields = rnd, lang, fields
        self.cues = {key: rnd.choice(CUES[lang][key]) for key in ('vol', 'no', 'pp', 'into', 'eds', 'acc', 'avail', 'edby')}
        self.cues['epub'] = rnd.choice(['Epub ', 'Epub ', 'Epub ', 'Epub ', 'Epub: ', 'Epub ahead of print ', 'Published online '])
        self.undated = rnd.choice(CUES[lang]['undated']) if fields.get('undated') else None
        self.dash = rnd.choice('--–––‐—') if fields.get('P') else '-'
        self.short_pages = rnd.random() < .25
        self.pieces = []
        self.missing = set()

    def date(self, style):
        rnd, year = self.rnd, self.fields['year']
        month, day = rnd.randrange(12), rnd.randint(1, 28)
        name = MONTHS[self.lang][month]
        short = name if len(name) < 5 else name[:3] + rnd.choice(['', '', '.'])
        if style in ('Y', 'D', 'M') and self.undated:
            return self.undated
        if style in ('U', 'Q'):
            return rnd.choice(CUES[self.lang]['pending' if style == 'U' else 'undated'])
        if style == 'Y':
            return year + (rnd.choice('abc') if rnd.random() < .05 else '')
        if style == 'M':
            return rnd.choice([year, f'{year} {name[:3]}', f'{year} {name[:3]} {day}', f'{year} {name[:3]}', f'{year} {name[:3]}-{MONTHS[self.lang][(month + 1) % 12][:3]}'])
        if style == 'X':
            year = str(rnd.randint(2003, 2026))
        if style == 'H' and self.lang == 'en':
            year = str(int(year) - (rnd.random() < .5))
            if rnd.random() < .75:
                return f'{year} {name[:3]} {day}'
            return rnd.choice([f'{year}/{month + 1:02}/{day:02}', f'{day} {name} {year}', f'{name} {day}, {year}', f'{year} {name[:3]}'])
        if style == 'O':
            moment = rnd.choice([f'{year} {name[:3]} {day}', f'{name} {day}, {year}', f'{day} {name} {year}', f'{name} {year}', f'{year} {name[:3]}']) if self.lang == 'en' else f'{day}.{month + 1}.{year}'
            return rnd.choice(CUES[self.lang]['updated']) + moment
        if self.lang == 'en':
            forms = [f'{day} {name} {year}', f'{name} {day}, {year}', f'{day} {short} {year}', f'{short} {day}, {year}', f'{year} {name[:3]} {day}', f'{year}-{month + 1:02}-{day:02}', f'{name} {year}', f'{year}, {name} {day}', f'{short} {year}',
                     f'{day}/{month + 1}/{year}', f'{year}/{month + 1:02}/{day:02}']
        elif self.lang == 'de':
            forms = [f'{day}.{month + 1}.{year}', f'{day:02}.{month + 1:02}.{year}', f'{day}. {name} {year}', f'{name} {year}', f'{day:02}.{month + 1:02}.{year}']
        else:
            of = {'fr': ' ', 'es': ' de ', 'pt': ' de '}[self.lang]
            forms = [f'{day} {name}{of}{year}'.replace(f'{day} ', f'{day}{of}'), f'{day} {short} {year}', f'{day}/{month + 1:02}/{year}', f'{name} {year}', f'{year} {short} {day}']
        return rnd.choice(forms)

    def pages(self):
        text = self.fields.get('P')
        if not text:
            return None
        match = re.fullmatch(r'(\D*)(\d+)-(\D*)(\d+)(\D*)', text)
        if match and self.short_pages and len(match[2]) == len(match[4]) and not match[5]:
            same = len(os.path.commonprefix([match[2], match[4]]))
            text = f'{match[1]}{match[2]}-{match[4][min(same, len(match[4]) - 1):]}'
        return text.replace('-', self.dash)

    def value(self, slot):
        f, rnd = self.fields, self.rnd
        if slot in ('Y', 'D', 'M', 'X', 'H', 'O', 'U', 'Q'):
            return self.date(slot)
        if slot == 'W':
            return rnd.choice(['German', 'French', 'Spanish', 'Chinese', 'Portuguese', 'Italian', 'Russian', 'Japanese', 'Polish', 'Dutch', 'German', 'English', 'Turkish', 'Danish', 'Norwegian', 'Korean', 'English, Spanish'])
        if slot == 'Z':
            return rnd.choice(['Review', 'Review', 'Editorial', 'Clinical Trial', 'Randomized Controlled Trial', 'Meta-Analysis', 'Case Reports', 'Comment', 'Multicenter Study', 'Letter'])
        if slot == 'J':
            return rnd.choice(['[Epub ahead of print]', '[Epub ahead of print]', '[published online ahead of print]', '(Epub ahead of print)', 'Advance online publication', '[Online ahead of print]'])
        if slot == 'R':
            return rnd.choice(CUES[self.lang]['guideline']).format(n=rnd.randint(2, 250))
        if slot == 'P':
            return self.pages()
        if slot in ('A', 'E'):
            people = f.get('people' if slot == 'A' else 'editors')
            return self.names.list(people) if people else None
        if slot == 'doi':
            return f['doi'] and rnd.choice(['doi:{}', 'doi: {}', 'https://doi.org/{}', '{}', 'DOI: {}', 'http://dx.doi.org/{}', 'https://doi.org/{}', 'https://dx.doi.org/{}']).format(f['doi'])
        if slot == 'pmid':
            return f['pmid'] and rnd.choice(['PMID: {}', 'PMID {}', 'PubMed PMID: {}', 'PMID:{}']).format(f['pmid'])
        if slot == 'pmcid':
            return f['pmid'] and rnd.choice(['PMCID: PMC{}', 'PMCID: PMC{}', 'PMCID:PMC{}']).format(rnd.randint(10 ** 5, 10 ** 7))
        if slot == 'url':
            host = rnd.choice(['www.who.int', 'www.cdc.gov', 'www.nice.org.uk', 'pubmed.ncbi.nlm.nih.gov', 'www.aafp.org', 'www.example.org', 'www.bmbf.de', 'www.ibge.gov.br', 'link.springer.com', 'www.sciencedirect.com'])
            return rnd.choice(['https://', 'http://', 'https://', 'https://']) + host + '/' + '/'.join(''.join(rnd.choice('abcdefghijklmnopqrstuvwxyz0123456789-') for _ in range(rnd.randint(3, 12))) for _ in range(rnd.randint(1, 3)))
        return f.get(slot)

    def render(self, template):
        """Appends (text, label) pieces; says whether every field was there."""
        whole = True
        at = 0
        for token in re.finditer(r'<\{?([\w|]+)\}?>|\{((?:[^{}]|\{[^{}]*\})*)\}|«((?:[^«»])*)»|[^<{«]+|[<{«]', template):
            assert token.start() == at, template
            at = token.end()
            slot, choice, optional = token.groups()
            if slot:
                slot = self.rnd.choice(slot.split('|'))
                key = {'in': 'into'}.get(slot, slot)
                if key in self.cues:
                    self.pieces.append((self.cues[key], None))
                    continue
                text = self.value(slot)
                if text:
                    self.pieces.append((text, LABEL.get(slot)))
                else:
                    whole = False
                    self.missing.add(slot)
            elif choice is not None:
                whole = self.render(self.rnd.choice(self.split(choice))) and whole
            elif optional is not None:
                before = len(self.pieces)
                if not self.render(optional) or self.rnd.random() < .12:
                    del self.pieces[before:]
            else:
                self.pieces.append((token.group(0), None))
        return whole

    @staticmethod
    def split(choice):
        out, depth = [''], 0
        for char in choice:
            depth += {'{': 1, '}': -1, '<': 1, '>': -1, '«': 1, '»': -1}.get(char, 0) if char not in '<>' or len(choice) > 1 else 0
            if char == '|' and depth == 0:
                out.append('')
            else:
                out[-1] += char
        return out


def tidy(pieces):
    """No doubled full stops, no blank before punctuation, as a person would print it."""
    out = []
    for text, label in pieces:
        if label is None and out:
            last = out[-1][0]
            if last and last[-1] in '.?!' and text[:1] in '.,' and not (text[0] == ',' and last[-1] == '.'):
                text = text[1:]
            if last.endswith(' '):
                text = text.lstrip(' ')
        out.append([text, label])
    return out


def noise(pieces, rnd):
    """What copying, PDF and HTML do to a string."""
    kind = rnd.random()
    if kind < .03:  # flattened: white space is all that is left
        pieces = [[re.sub(r'[.,;:()“”"]+', ' ', t) if l is None else t.strip('.'), l] for t, l in pieces]
    elif kind < .05:
        pieces = [[t.replace('“', '"').replace('”', '"').replace('–', '-'), l] for t, l in pieces]
    elif kind < .07:
        pieces = [[t.replace(' ', '\u00a0') if rnd.random() < .3 else t, l] for t, l in pieces]
    elif kind < .09:
        pieces = [[t.replace('-', '‐'), l] for t, l in pieces]
    elif kind < .11:
        pieces = [[re.sub(r'(\w{4})(\w{4})', r'\1- \2', t, count=1) if l == 'title' else t, l] for t, l in pieces]
    elif kind < .12:
        pieces = [[t.replace('. ', '.').replace(', ', ',') if l is None and rnd.random() < .5 else t, l] for t, l in pieces]
    elif kind < .13:
        pieces = [[t.replace('“', '').replace('”', ''), l] for t, l in pieces]
    return pieces


def print_one(source, rnd, shares):
    lang = rnd.choices(list(shares), list(shares.values()))[0]
    kind = rnd.choices(['article', 'book', 'chapter', 'web', 'thesis', 'report', 'meeting', 'preprint', 'guideline'], [63, 12, 9, 6, 2.5, 2, 3.5, 1, 1.5] if lang == 'en' else [36, 25, 22, 5, 3, 5, 2, 0, 2])[0]
    fields = source.article() if lang == 'en' and kind in ('article', 'preprint') else source.foreign(lang) if kind == 'article' else source.book(lang)
    table = getattr(templates, kind.upper())
    if lang == 'de' and kind in ('article', 'book', 'chapter') and rnd.random() < .8:
        table = getattr(templates, kind.upper() + '_DE')
    if kind in ('chapter', 'meeting'):
        other = source.book(lang)
        fields['editors'], fields['C'] = other['people'][:rnd.choice([1, 2, 2, 3])], other['T']
        if kind == 'meeting':
            topic = ' '.join(w.capitalize() for w in other['T'].split()[:5])
            fields['C'] = rnd.choice(['Proceedings of the {n} International Conference on {t}', 'Proc. {n} Int. Conf. on {t}', '{n} Annual Meeting of the Society for {t}', 'International Symposium on {t}', 'Proceedings of {t} {y}', 'Advances in {t}', 'Anais do Congresso Brasileiro de {t}', 'Workshop on {t}']).format(
                n=rnd.choice(['12th', 'Fifth', '3rd', '21st', 'IX']), t=topic, y=fields['year'])
            fields['B'] = rnd.choice(['IEEE', 'ACM', 'Springer', 'ACM Press', 'Morgan Kaufmann', 'AAAI Press', 'Springer-Verlag', 'IEEE Computer Society Press'])
    if kind == 'book':
        fields['editors'] = fields['people']
    if kind in ('web', 'report', 'guideline'):
        fields['people'] = body(rnd, lang) if rnd.random() < .75 or kind == 'guideline' else fields['people']
        fields['C'] = rnd.choice(SITES)
        if rnd.random() < .35 and 'literal' in fields['people'][0]:  # bodies publish themselves
            fields['B'] = rnd.choice([fields['people'][0]['literal'], body(rnd, lang)[0]['literal']])
    if kind == 'web' and rnd.random() < .2:
        fields['people'] = [{'literal': rnd.choice(SITES)}]
    fields['undated'] = rnd.random() < {'web': .08, 'book': .02, 'report': .03, 'guideline': .03}.get(kind, .004)
    if kind == 'report':
        fields['G'] = rnd.choice(CUES[lang]['report'])
    if kind == 'thesis':
        fields['people'] = fields['people'][:1]
        fields['B'] = rnd.choice(['University of {}', '{} University', 'Universität {}', 'Universidade de {}', 'Universidad de {}']).format(fields['L'].split(',')[0].split(' (')[0])
    if kind == 'preprint':
        fields['S'] = rnd.choice(['medRxiv', 'bioRxiv', 'arXiv', 'Research Square', 'SSRN', 'PsyArXiv'])
    if kind == 'article':
        roll = rnd.random()
        if roll < .035:
            fields['people'] = body(rnd, lang)
        elif roll < .045:
            fields['people'] = [{'literal': group(rnd)}, *fields['people'][:rnd.randint(1, 6)]]
        elif roll < .075:
            fields['people'] = fields['people'][:rnd.randint(1, 6)] + [{'literal': group(rnd), 'group': True}]
    if rnd.random() < .04:
        fields['doi'] = None
    printer = Printer(rnd, lang, fields)
    printer.names = Names(rnd, lang)
    template = rnd.choice(table)
    if rnd.random() < .12 and fields.get('T') and kind == 'article':
        fields['T'] = ' '.join(w if len(w) < 4 or w[0].isupper() else w.capitalize() for w in fields['T'].split())
    if rnd.random() < .01:
        fields['T'] = fields['T'].upper()
    whole = printer.render(template)
    if not whole and (printer.missing & {'A', 'E'} or rnd.random() < .7):  # a list of names leaves a gap that no reference has
        return None
    pieces = noise(tidy(printer.pieces), rnd)
    tail, label = rnd.choice(TAILS) if kind == 'article' else ('', None)
    tail = tail.format(n=rnd.randint(10 ** 6, 4 * 10 ** 7), y=rnd.randint(2004, 2024))
    head = rnd.choice(['{}. ', '[{}] ', '({}) ', '{} ', '{}) ', '[{}]', '{}', '{}.', '• ']).format(rnd.randint(1, 120)) if rnd.random() < .08 else ''
    return [[head, None], *pieces, [tail, label]], kind


def main():
    options = argparse.ArgumentParser()
    options.add_argument('records')
    options.add_argument('--count', type=int, required=True)
    options.add_argument('--seed', type=int, default=1)
    options.add_argument('--german', type=float, default=.2)
    options.add_argument('--leave')
    args = options.parse_args()
    with gzip.open(args.records, 'rt', encoding='utf-8') as lines:
        records = [json.loads(line) for line in lines]
    if args.leave:
        part, parts = map(int, args.leave.split('/'))
        records = [record for number, record in enumerate(records) if number % parts != part]
    records = [r for r in records if r.get('author') and r.get('title') and all(p.get('family') for p in r['author'])]
    rnd = random.Random(args.seed)
    source = Source(records, rnd)
    rest = 1 - args.german
    shares = {'en': rest * .85, 'de': args.german, 'fr': rest * .03, 'es': rest * .05, 'pt': rest * .07}
    made = 0
    while made < args.count:
        printed = print_one(source, rnd, shares)
        if printed is None:
            continue
        pieces, kind = printed
        raw, spans, size = '', [], 0
        for text, label in pieces:
            text = re.sub(r'[\t\r\n]', ' ', text)
            length = len(text.encode('utf-8'))
            if label and length:
                spans.append(f'{label}:{size}-{size + length}')
            raw += text
            size += length
        if len(spans) >= 2:
            made += 1
            print('rendered-' + kind, f'rendered-{args.seed}', f'r{made}', raw, ','.join(spans), sep='\t')


if __name__ == '__main__':
    main()
