"""BABE's table in, sentences with the places of their biased words out.

`data/final_labels_SG2.csv`: semicolons between the columns, of which `text`, `label_bias` (Biased, Non-biased, No agreement) and
`biased_words` (a Python list of words) are read. The corpus has no published split: the 80% that are trained on are chosen by the hash
of the sentence."""

import ast
import csv
import hashlib
import re

from sources import units

LABELS = {'Biased': 'biased', 'Non-biased': 'nonBiased'}
SHARE = 0.8


def sentences(path):
    seen = set()
    with open(path, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file, delimiter=';'):
            text, label = row['text'], LABELS.get(row['label_bias'])
            plain = ' '.join(text.lower().split())
            if label and plain not in seen and share_of(plain) < SHARE:
                yield {'text': text, 'label': label, 'spans': spans_of(ast.literal_eval(row['biased_words']), text)}
            seen.add(plain)


def share_of(plain):
    return int(hashlib.sha1(plain.encode('utf-8')).hexdigest(), 16) / 16 ** 40


def spans_of(words, text):
    """Every occurrence of each word as a whole word, whatever its case; longer ones first, and none inside another."""
    place, found = units(text), []
    for word in sorted({word.strip() for word in words} - {''}, key=len, reverse=True):
        for match in re.finditer(rf'(?<!\w){re.escape(word)}(?!\w)', text, re.IGNORECASE):
            start, end = match.span()
            if not any(start < other_end and other < end for other, other_end in found):
                found.append((start, end))
    return [[place[start], place[end]] for start, end in sorted(found)]
