"""Our own sentences with their labels (`invented.txt`) in, marked reports out: rare categories, forms of denial, relays, accidents, figures of speech.

`[label words]` marks words, brackets may stand in one another:
`s1` source, `c1.denies` cue with its stance, `q1` content of statement 1; `e1.ASSAULT.actual` trigger of event 1 with type and status
(`.ref` or `.past` after it: only refers back, or lies before what is reported), `a1` `r1` `i1` `p1` `t1` its actor, recipient, instrument, place and time;
`m.x` a mention of x. `<town>` is filled in from a list, `<town2>` otherwise than `<town>`."""

import random
import re
from pathlib import Path

from corpus import Marked

ROLES = {'a': 'actor', 'r': 'recipient', 'i': 'instrument', 'p': 'place', 't': 'time'}
NAMES = {'person': 'person', 'organisation': 'organisation', 'outlet': 'organisation', 'group': 'organisation', 'town': 'place', 'region': 'place',
         'country': 'place'}
# How many sentences a report has.
SENTENCES = (3, 8)


def read_lists(lines):
    """`name: one; two; three` -> {name: [one, two, three]}"""
    return {name: [one.strip() for one in values.split(';')] for name, values in (line.split(':', 1) for line in lines)}


def read_file(path=Path(__file__).with_name('invented.txt')):
    """(lists for the slots, templates); a line that begins with # says what follows it."""
    lists, templates = path.read_text(encoding='utf-8').split('\n\n', 1)
    lines = lambda text: [line for line in text.splitlines() if line.strip() and not line.startswith('#')]
    return read_lists(lines(lists)), lines(templates)


TOKEN = re.compile(r'\[([a-z]\d*(?:\.[A-Za-z]+)*) |\]|<([a-z]+)(\d*)>|[^\[\]<]+')


def filled(template, lists, dice):
    """A template -> (text, [(label, start, end)], [(kind of name, start, end)])."""
    text, opened, labels, names, chosen = '', [], [], [], {}
    for match in TOKEN.finditer(template):
        label, slot, number = match.groups()
        if label:
            opened.append((label, len(text)))
        elif slot:
            taken = {value for (kind, _), value in chosen.items() if kind == slot}
            if (slot, number) not in chosen:
                chosen[slot, number] = dice.choice([one for one in lists[slot] if one not in taken])
            start, text = len(text), text + chosen[slot, number]
            if slot in NAMES:
                names.append((NAMES[slot], start + (4 if chosen[slot, number].startswith('the ') else 0), len(text)))
        elif match.group() == ']':
            label, start = opened.pop()
            labels.append((label, start, len(text)))
        else:
            text += match.group()
    if opened:
        raise ValueError(f'not closed: {template}')
    assert all(start < end for _, start, end in labels), template
    return capital(text), labels, names


def capital(text):
    return text[:1].upper() + text[1:]


def marked_sentence(text, labels, names):
    marked = Marked(text, {head: [] for head in ('cue', 'stance', 'trigger', 'status', 'look', 'name')})
    marked.spans['name'] = [(start, end, kind) for kind, start, end in names]
    found = {}
    for label, start, end in sorted(labels, key=lambda one: one[1:]):
        found.setdefault(label.split('.')[0], []).append((start, end, label.split('.')[1:]))
    spans = lambda key: [span[:2] for span in found.get(key, [])]
    for key, places in found.items():
        kind, number = key[0], key[1:]
        if kind == 'c':
            for part, (start, end, rest) in enumerate(places):
                marked.spans['cue'].append((start, end, '+cue' if part else 'cue'))
                marked.spans['stance'].append((start, end, places[0][2][0] if places[0][2] else 'asserts'))
            marked.asked += [('source', spans(key), spans(f's{number}')), ('content', spans(key), spans(f'q{number}'))]
        elif kind == 'e':
            for start, end, (category, status, *look) in places:
                marked.spans['trigger'].append((start, end, category))
                marked.spans['status'].append((start, end, status))
                marked.spans['look'].append((start, end, look[0] if look else 'new'))
                marked.asked += [(role, [(start, end)], spans(f'{letter}{number}')) for letter, role in ROLES.items()]
    groups = {}
    for start, end, (name,) in found.get('m', []):
        groups.setdefault(name, []).append((start, end))
    marked.asked += [('same', [one], [other for other in group if other != one]) for group in groups.values() for one in group]
    return marked


def invented(count=700, seed=1):
    """Reports of a few sentences each; over all of them every template comes up about equally often."""
    from sources import together
    lists, templates = read_file()
    dice, waiting = random.Random(seed), []
    for _ in range(count):
        size = dice.randint(*SENTENCES)
        while len(waiting) < size:
            waiting += dice.sample(templates, len(templates))
        yield together([marked_sentence(*filled(waiting.pop(), lists, dice)) for _ in range(size)])
