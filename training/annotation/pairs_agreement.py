"""Pairs of claims and another annotator's labels ({"id", "relation"} a line, the ids of pairs_blind.py) in; out, how far they agree: Cohen's kappa and the F1 of
each relation, of same-or-compatible against the rest, and the pairs with two labels. The pairs count as right; F1 is the same either way."""

import argparse
import json
from collections import Counter

from pairs import RELATIONS
from pairs_blind import blind_id


def kappa(labels):
    """Of (one, other) labels."""
    total = len(labels)
    observed = sum(one == other for one, other in labels) / total
    ones, others = (Counter(pair[side] for pair in labels) for side in (0, 1))
    expected = sum(ones[label] * others[label] for label in ones) / total ** 2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def scores(labels, wanted):
    """Precision, recall and F1 of `other` where `one` is right, for the labels in `wanted`; None where nothing is to be divided."""
    both = sum(one in wanted and other in wanted for one, other in labels)
    said, right = (sum(pair[side] in wanted for pair in labels) for side in (1, 0))
    share = lambda whole: both / whole if whole else None
    return share(said), share(right), 2 * both / (said + right) if said + right else None


def report(labels):
    yield f'{len(labels)} pairs, agreed {sum(one == other for one, other in labels)}, kappa {kappa(labels):.3f}'
    for name, wanted in [*((relation, {relation}) for relation in RELATIONS), ('same or compatible', {'same', 'compatible'})]:
        yield f'{name:20}' + ' '.join(f'{label} {"-" if value is None else format(value, ".3f")}' for label, value in zip(('P', 'R', 'F1'), scores(labels, wanted)))


def rows(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('pairs')
    parser.add_argument('labels')
    parser.add_argument('--list', action='store_true', help='also the pairs with two labels')
    options = parser.parse_args()
    other = {row['id']: row['relation'] for row in rows(options.labels)}
    both = [(pair, other[blind_id(pair)]) for pair in rows(options.pairs) if blind_id(pair) in other]
    unknown = {label for _, label in both} - set(RELATIONS)
    if not both or unknown:
        raise SystemExit(f'unknown relations: {", ".join(sorted(unknown))}' if unknown else 'no pair has a label')
    for line in report([(pair['relation'], label) for pair, label in both]):
        print(line)
    if options.list:
        for pair, label in both:
            if pair['relation'] != label:
                print(f'{pair["id"]}: {pair["relation"]}, {label}')


if __name__ == '__main__':
    main()
