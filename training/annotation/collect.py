"""Resolved annotations in (what resolve.py writes, one or several a report), `reports.jsonl` out: offsets and labels without any text, by the SHA-256
of the texts. Of several annotations of one report the one given last stays."""

import argparse
import hashlib
import json

STATEMENT = ('source', 'cue', 'content', 'manner', 'stance', 'named', 'within')
EVENT = ('triggers', 'type', 'status', 'actor', 'recipient', 'instrument', 'place', 'time', 'statement', 'background', 'ref', 'doubtful')
COUNT = ('low', 'high', 'fate')


def kept(one, fields):
    """Without what is empty, false or not known."""
    return {field: one[field] for field in fields if one[field] not in (None, False, [])}


def without_text(report):
    key = hashlib.sha256(report['text'].encode('utf-8')).hexdigest()
    return {
        'text': f'{report["corpus"]}/{key}',
        'statements': [kept(one, STATEMENT) for one in report['statements']],
        'events': [{**kept(one, EVENT), **({'counts': [kept(count, COUNT) for count in one['counts']]} if one['counts'] else {})}
                   for one in report['events']],
        'same': [[mention['span'] for mention in group] for group in report['same']],
        'sameEvents': report['sameEvents'],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('files', nargs='+')
    parser.add_argument('--out', required=True)
    options = parser.parse_args()
    reports = {}
    for path in options.files:
        with open(path, encoding='utf-8') as lines:
            for report in map(json.loads, lines):
                reports[report['n']] = without_text(report)
    with open(options.out, 'w', encoding='utf-8') as out:
        for _, report in sorted(reports.items()):
            out.write(json.dumps(report) + '\n')


if __name__ == '__main__':
    main()
