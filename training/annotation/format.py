"""An annotation file in, its lines out, cut into fields and phrases. guidelines.md describes the format."""

import re
from dataclasses import dataclass

TYPES = {'AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
         'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'HAZARD'}
STATUS = {'actual', 'denied', 'possible', 'planned', 'demanded', 'hypothetical'}
MANNER = {'direct', 'indirect', 'mixed'}
STANCE = {'asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks'}
FATES = {'killed', 'injured', 'detained', 'abducted', 'displaced', 'missing', 'released', 'captured', 'affected'}


@dataclass(frozen=True)
class Phrase:
    """Words of the text, the sentence to look in, and which occurrence is meant (1 is the first; None: the nearest)."""
    words: str
    sentence: int
    occurrence: int | None
    has_own_sentence: bool


def phrase_of(text, sentence):
    """`the men @4 #2`: the second "the men" of sentence 4. Without @ it stands in the sentence of its line."""
    occurrence, has_own_sentence = None, False
    while match := re.search(r'\s+([@#])(\d+)$', text):
        if match[1] == '@':
            sentence, has_own_sentence = int(match[2]), True
        else:
            occurrence = int(match[2])
        text = text[:match.start()]
    return Phrase(text.strip(), sentence, occurrence, has_own_sentence)


def is_empty(field):
    return field.strip() in ('', '-')


def parts_of(field, separator):
    return [] if is_empty(field) else [part.strip() for part in field.split(separator) if part.strip()]


def phrases_of(field, separator, sentence):
    return [phrase_of(part, sentence) for part in parts_of(field, separator)]


def is_label(word, labels):
    """Alternatives may be joined by `|`."""
    return set(word.split('|')) <= labels


def reports_of(lines, fault):
    """`##### 12` begins report 12: pairs of its number and its lines."""
    reports = []
    for line in lines:
        if header := re.match(r'#####\s*(\d+)', line):
            reports.append((int(header[1]), []))
        elif reports:
            reports[-1][1].append(line)
        elif line.strip():
            fault(f'line before the first header: {line.strip()[:80]}')
    return reports


def fields_of(line):
    """`ACCUSE|COERCE` has no blanks around its bar: it is one field."""
    return [field.strip() for field in re.split(r' \|(?= |$)', line)]


def items_of(lines, fault):
    """The fields of the lines S (statements), E (events) and R (groups), each kind in the order of the file."""
    items = {'S': [], 'E': [], 'R': []}
    for line in map(str.strip, lines):
        name = line.split(' ', 1)[0]
        if re.fullmatch(r'[SE]\d+|R', name):
            items[name[0]].append((name, fields_of(line)))
        elif line:
            fault(f'line not understood: {line[:80]}')
    return items


def sentence_of(first_field, fault):
    """The sentence that `S1 @3` names."""
    match = re.fullmatch(r'[SE]\d+ @(\d+)', first_field)
    if not match:
        fault(f'no sentence in "{first_field}"')
        return None
    return int(match[1])


def count_of(field, fault):
    """`12..15 killed soldiers` -> {low, high, fate, of}; `12..`: at least 12; `..9`: at most 9."""
    match = re.fullmatch(r'(\d[\d,]*)?(\.\.)?(\d[\d,]*)?\s+(\w+)(?:\s+(.*))?', field)
    if not match or not (match[1] or match[3]):
        fault(f'num: "{field}"')
        return None
    low, dots, high, fate, whom = match.groups()
    if fate not in FATES:
        fault(f'unknown value "{fate}"')
    number = lambda digits: int(digits.replace(',', '')) if digits else None
    return {'low': number(low), 'high': number(high if dots else low), 'fate': fate, 'of': None if is_empty(whom or '') else whom.strip()}
