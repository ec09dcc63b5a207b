"""An exported model and sentences that people coded for one event each in, the model's calibration out: the three weights of an event's
confidence, and how well they hold. The built program reads the sentences twice, once with the trigger's probability as the confidence and once with
that of `lead`; a logistic regression (Platt 1999) over the log odds of both is fitted on every second sentence and measured on the others.
Needs no torch, but Node.js and a built program."""

import argparse
import json
import math
import os
import subprocess
import tempfile
from pathlib import Path

from sources import leading_categories, lines_of

ROOT = Path(__file__).parent.parent
OLDER = {'FIGHT': 'ASSAULT', 'DEMAND': 'REQUEST', 'DISAPPROVE': 'ACCUSE', 'INVESTIGATE': 'ACCUSE'}
SUREST = 0.999


def categories_of(row):
    """PLOVER's gold standard records are coded by an older draft, partly recoded by today's."""
    if 'eventCurrent' in row:
        return (row['eventCurrent'],)
    return leading_categories({**row, 'event': OLDER.get(row['event'], row['event'])} if 'event' in row else row)


def read_with(models, calibration, rows):
    """The events of each row: (start of the trigger, type, confidence)."""
    facts = json.loads((models / 'reader.json').read_text(encoding='utf-8'))
    facts['calibration'] = {**calibration, 'surest': SUREST}
    facts['thresholds']['event'] = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in ('reader.onnx', 'vocab.txt'):
            (Path(folder) / file).symlink_to((models / file).resolve())
        (Path(folder) / 'reader.json').write_text(json.dumps(facts), encoding='utf-8')
        documents = ''.join(json.dumps({'id': str(at), 'text': row['text']}) + '\n' for at, row in enumerate(rows))
        read = subprocess.run(['node', 'dist/cli/main.js', 'read', '--input', 'ndjson', '--format', 'ndjson', '--no-record'], input=documents,
                              capture_output=True, text=True, check=True, cwd=ROOT, env={**os.environ, 'HEARSAY_MODEL': folder})
    events = {}
    for line in read.stdout.splitlines():
        reading = json.loads(line)
        events[int(reading['document']['id'])] = [(event['trigger'][0], event['type'], event['confidence'])
                                                  for article in reading['articles'] for event in article['events']]
    return [events.get(at, []) for at in range(len(rows))]


def log_odds(chance):
    chance = min(SUREST, max(1 - SUREST, chance))
    return math.log(chance / (1 - chance))


def chance_of(weights, features):
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, features))))


def fitted(samples, rounds=4000, rate=0.5):
    """Gradient descent on the mean log loss."""
    weights = [0.0, 0.0, 0.0]
    for _ in range(rounds):
        slopes = [0.0, 0.0, 0.0]
        for features, right in samples:
            off = chance_of(weights, features) - right
            for at, value in enumerate(features):
                slopes[at] += off * value / len(samples)
        weights = [weight - rate * slope / (1 + at) for at, (weight, slope) in enumerate(zip(weights, slopes))]
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--models', required=True, type=Path)
    parser.add_argument('--sentences', required=True, nargs='+', help='dev.jsonl of relations, quadclass, plover')
    options = parser.parse_args()
    rows = [row for file in options.sentences for row in lines_of(file)]
    triggers = read_with(options.models, {'trigger': 1, 'lead': 0, 'bias': 0}, rows)
    leads = read_with(options.models, {'trigger': 0, 'lead': 1, 'bias': 0}, rows)
    halves = ([], [])
    for at, row in enumerate(rows):
        lead_at = {(start, kind): main for start, kind, main in leads[at]}
        for start, kind, sure in triggers[at]:
            features = (log_odds(sure), log_odds(lead_at[start, kind]), 1.0)
            halves[at % 2].append((features, kind in (categories_of(row) or ())))
    weights = fitted(halves[0])
    print(json.dumps({**dict(zip(('trigger', 'lead', 'bias'), (round(weight, 2) for weight in weights))), 'surest': SUREST}))
    for low in range(10):
        bin_ = [(chance, right) for chance, right in ((chance_of(weights, features), right) for features, right in halves[1])
                if low / 10 <= chance < (low + 1) / 10]
        if bin_:
            mean = sum(chance for chance, _ in bin_) / len(bin_)
            print(f'| {low / 10:.1f} to {(low + 1) / 10:.1f} | {len(bin_)} | {mean:.2f} | {sum(right for _, right in bin_) / len(bin_):.2f} |')


if __name__ == '__main__':
    main()
