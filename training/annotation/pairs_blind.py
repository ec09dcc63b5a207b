"""Pairs of claims and the corpora in; out, for a second annotator, the pairs without labels and in another order: question, outlets, days and titles, and
each claim's sentence with its neighbours, the claim's words in [[ ]]. The ids are others too: pairs of one relation stand together, so that a pair's number in its group
would betray it."""

import argparse
import hashlib
import json
import random

from pairs import texts_of


def blind_id(pair):
    return hashlib.sha256(pair['id'].encode('utf-8')).hexdigest()[:12]


def cut(text, start, end):
    """Offsets in UTF-16 units."""
    return text.encode('utf-16-le', 'surrogatepass')[2 * start:2 * end].decode('utf-16-le', 'surrogatepass')


def shown(claim, report):
    """The sentence before, that of the claim and the one after."""
    start, end = claim['span']
    inside = [number for number, span in enumerate(report['sentences']) if span[0] < end and start < span[1]]
    first, last = max(inside[0] - 1, 0), min(inside[-1] + 1, len(report['sentences']) - 1)
    begin, stop = report['sentences'][first][0], report['sentences'][last][1]
    text = report['text']
    return {'published': report.get('published') or report.get('url'), 'outlet': report.get('outlet'),
            'title': report.get('title') or cut(text, *report['sentences'][0]), 'context': f'{cut(text, begin, start)}[[{cut(text, start, end)}]]{cut(text, end, stop)}'}


def blind(pairs, texts, seed=1):
    by_key = {report['key']: report for report in texts.values()}
    order = list(pairs)
    random.Random(seed).shuffle(order)
    for pair in order:
        yield {'id': blind_id(pair), 'question': pair['question'],
               **{side: shown(pair[side], by_key[pair[side]['text']]) for side in ('one', 'other')}}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('pairs')
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--out', required=True)
    options = parser.parse_args()
    with open(options.pairs, encoding='utf-8') as lines:
        pairs = [json.loads(line) for line in lines]
    with open(options.out, 'w', encoding='utf-8') as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + '\n' for line in blind(pairs, texts_of(options.corpora)))


if __name__ == '__main__':
    main()
