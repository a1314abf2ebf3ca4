# SPDX-License-Identifier: MIT
"""Name lists in the ways that references print them."""
import re

from render.phrases import BODIES, CUES, GIVEN, SURNAMES

FORMS = ['vancouver', 'vancouver', 'vancouver', 'apa', 'apa', 'initials_first', 'initials_first', 'initials_tight', 'full_inverted', 'full_first', 'first_inverted', 'first_inverted_initials',
         'caps', 'caps_full', 'dotted_space', 'tight_dots', 'vancouver_dots', 'full_no_comma', 'semicolon_full']


def initials(given):
    return [w[0] for w in re.findall(r"[^\W\d_][\w'’]*", given or '')]


def one(person, form, first=True):
    family, given = person.get('family', ''), person.get('given') or ''
    letters = initials(given)
    full = given
    if not letters:
        return family
    if re.fullmatch(r'[A-Z]{2,3}', given):
        letters, full = list(given), '. '.join(given) + '.'
    tight, dotted, spaced = ''.join(letters), '.'.join(letters) + '.', '. '.join(letters) + '.'
    if re.fullmatch(r'[A-Z]( [A-Z])*', given):
        full = spaced
    return {
        'vancouver': f'{family} {tight}', 'apa': f'{family}, {spaced}', 'initials_first': f'{spaced} {family}', 'initials_tight': f'{tight} {family}',
        'full_inverted': f'{family}, {full}', 'full_first': f'{full} {family}', 'caps': f'{family.upper()}, {dotted}', 'caps_full': f'{family.upper()}, {full}',
        'dotted_space': f'{family} {spaced}', 'tight_dots': f'{family}, {dotted}', 'vancouver_dots': f'{family} {dotted}', 'full_no_comma': f'{family} {full}',
        'semicolon_full': f'{family}, {full}', 'first_inverted': f'{family}, {full}' if first else f'{full} {family}',
        'first_inverted_initials': f'{family}, {spaced}' if first else f'{spaced} {family}',
    }[form]


class Names:
    """One style of writing lists, kept through a reference."""

    def __init__(self, rnd, lang, form=None, conj=None):
        self.rnd, self.lang = rnd, lang
        self.form = form or rnd.choice(FORMS)
        if lang == 'de' and form is None and rnd.random() < .5:
            self.form = rnd.choice(['full_inverted', 'apa', 'tight_dots', 'full_first', 'full_inverted'])
        semicolon = {'semicolon_full': 1, 'caps': .8, 'caps_full': .7, 'full_inverted': .4, 'apa': .12, 'tight_dots': .2, 'full_no_comma': .2}.get(self.form, .03)
        self.sep = '; ' if rnd.random() < semicolon else ', '
        if lang == 'de' and rnd.random() < .45:
            self.sep = rnd.choice(['/', ' / ', '; ', '/'])
        if lang != 'de' and rnd.random() < .02:
            self.sep = '/'
        conj = conj or rnd.choice(CUES[lang]['conj'])
        if conj == '/':
            conj = None
        plain = self.form.startswith('vancouver') and rnd.random() < .85 or self.sep.strip() in ('/', ';') and rnd.random() < .7 or conj is None or rnd.random() < .1
        self.last = self.sep if plain else rnd.choice([f' {conj} ', f', {conj} ', f'{self.sep}{conj} '] if self.sep.strip() == ',' else [f' {conj} ', f'{self.sep}{conj} '])
        self.more = rnd.choice([', ', ' ', ', ']) + rnd.choice(CUES[lang]['more'] if rnd.random() < .6 else ['et al.', 'et al.', 'et al'])
        self.most = rnd.choice([1, 3, 3, 6, 6, 10, 20, 50, 50, 50])
        self.shown = {50: 50}.get(self.most, rnd.choice([self.most, 1, 3, self.most]))

    def list(self, people):
        rnd = self.rnd
        elided = len(people) > self.most
        shown = people[:self.shown] if elided else people
        tail = ''
        if shown[-1].get('group') and len(shown) > 1:
            tail = rnd.choice(['; ', ', ', '; ', '. ' if self.form == 'vancouver' else '; ', ', and ']) + shown[-1]['literal']
            people = shown = shown[:-1]
        texts = [one(p, self.form, i == 0) if 'literal' not in p else p['literal'] for i, p in enumerate(shown)]
        if elided:
            if self.form == 'apa' and len(people) > 7 and rnd.random() < .4:
                return ', '.join(one(p, 'apa') for p in people[:6]) + ', ... ' + rnd.choice(['', '& ']) + one(people[-1], 'apa')
            return self.sep.join(texts) + self.more + tail
        if len(texts) == 1:
            return texts[0] + (self.more if rnd.random() < .06 and 'literal' not in shown[0] else '') + tail
        return self.sep.join(texts[:-1]) + self.last + texts[-1] + tail


def germans(rnd, count):
    return [{'family': rnd.choice(SURNAMES['de']).replace('_', ' '), 'given': rnd.choice(GIVEN['de']) + (' ' + rnd.choice('ABCDEFGHJKLMRSTW') + '.' if rnd.random() < .15 else '')} for _ in range(count)]


FIELDS = ['Spine', 'Pain', 'Guidelines', 'Cancer', 'Stroke', 'Diabetes', 'Cardiology', 'Rheumatology', 'Back Pain', 'Health Policy', 'Clinical Practice', 'Clinical Guidelines', 'Intensive Care', 'HIV', 'Genetics', 'Trauma',
          'Outcomes Research', 'Physical Therapy', 'Emergency Medicine', 'Surgical Infection', 'Malaria', 'COVID-19', 'Lung', 'Asthma', 'Hypertension', 'Nutrition', 'Family Medicine']
NATIONS = ['American', 'European', 'British', 'Canadian', 'National', 'International', 'German', 'Royal', 'World', 'Australian', 'North American', 'Spanish']


def group(rnd):
    """A body that signs a paper after the persons."""
    a, b, nation = rnd.choice(FIELDS), rnd.choice(FIELDS), rnd.choice(NATIONS)
    letters = ''.join(rnd.choice('ABCDEHIMNOPRST') for _ in range(rnd.randint(3, 6)))
    whose = rnd.choice(['Collaborators', 'Investigators', 'Study Group', 'Work Group', 'Collaboration', 'Consortium', 'Working Group', 'Writing Group', 'Group'])
    if rnd.random() < .25:
        year, number = rnd.randint(1998, 2024), rnd.randint(2, 40)
        return rnd.choice([f'GBD {year} {a} and {b} Collaborators', f'GBD {year} {a} Collaborators', f'{letters} {year} {a} Work Group', f'{letters} {year} {a} {whose}', f'Global Burden of Disease {year} {a} Collaboration', f'{letters} {year} {whose}',
                           f'{rnd.choice([100, 500, 1000, 10000])} {a} Project Consortium', f'{letters}-{number} {whose}', f'{letters} {rnd.choice("ABCDE")}{number} {whose} on {a} and {b}', f'{letters} {rnd.choice(["II", "III", "IV", "2", "3"])} {whose}',
                           f'{rnd.choice(["3M", "23andMe", "1000 Genomes"])} {a} {whose}', f'COVID-{number} {a} {whose}'])
    return rnd.choice([f'{a} Committee of the {nation} College of {b}', f'{nation} {a} Society', f'{nation} College of {b}', f'{a} Study Group', f'the {letters} Investigators', f'{letters} Investigators', f'{nation} {a} Network',
                       f'for the {letters} Study Group', f'on behalf of the {nation} {a} Consortium', f'{letters} Trial Group', f'{nation} Association of {b}', f'the {nation} {a} Working Group', f'{a} Collaborative Group',
                       f'{letters} Collaborators', f'{nation} Task Force on {a}', f'{a} Guidelines Panel', f'Cochrane {a} and {b} Group', f'{letters} Working Group on {a} in Primary Care', f'{nation} {a} and {b} {whose}', f'{letters} {whose}',
                       f'{letters} Guideline Group on {a}', f'{nation} {a} Unit on {b}'])


def body(rnd, lang):
    if rnd.random() < .3:
        text = group(rnd)
        return [{'literal': re.sub('^(for the|on behalf of the|the) ', '', text)}]
    one = rnd.choice(BODIES[lang] if rnd.random() < .7 else BODIES['en'])
    roll = rnd.random()
    if roll < .12 and ' ' in one and '(' not in one:
        one += ' (' + ''.join(word[0] for word in re.findall(r'\b[A-ZÄÖÜÉÓ]\w+', one)) + ')'
    if roll > .9:
        one += ', ' + rnd.choice(BODIES[lang])
    return [{'literal': one}]
