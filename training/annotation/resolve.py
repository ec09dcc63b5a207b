"""Annotation files (NNN.NAME.txt) and the reports that worksheets.py numbered in; out, the annotations with the places of their words, one report
a line, and on the terminal what was not found or has an unknown value. Offsets that are written are UTF-16."""

import argparse
import json
import re
import sys
from pathlib import Path

from checks import placement_doubts
from events import ROLES, events_of
from find import Report
from format import items_of, reports_of
from groups import groups_of
from statements import statements_of

KEPT = ('corpus', 'id', 'published', 'outlet', 'text')


def resolve(numbered, lines, annotator, fault, check=False):
    """`numbered` is a line of index.jsonl."""
    report = Report(numbered['text'], numbered['sentences'])
    items = items_of(lines, fault)
    statements, statement_index = statements_of(report, items['S'], fault)
    events, event_index = events_of(report, items['E'], statements, statement_index, fault)
    same, same_events = groups_of(report, items['R'], event_index, fault)
    if check:
        for doubt in placement_doubts(report.text, statements, statement_index, events, event_index):
            fault(doubt)
    return {'n': numbered['n'], 'annotator': annotator, **{field: numbered.get(field) for field in KEPT},
            'statements': statements, 'events': events, 'same': same, 'sameEvents': same_events}


def in_utf16(report):
    """The same report; its offsets, in characters before, count UTF-16 units."""
    offsets = [0]
    for char in report['text']:
        offsets.append(offsets[-1] + (2 if ord(char) > 0xFFFF else 1))
    span_of = lambda span: [offsets[at] for at in span]
    spans_of = lambda one, fields: {field: [span_of(span) for span in one[field]] for field in fields}
    return {**report,
            'statements': [{**one, **spans_of(one, ('source', 'cue', 'content'))} for one in report['statements']],
            'events': [{**one, 'trigger': span_of(one['trigger']), **spans_of(one, ('triggers', *ROLES.values()))} for one in report['events']],
            'same': [[{**mention, 'span': span_of(mention['span'])} for mention in group] for group in report['same']]}


def annotator_of(path):
    """`012.A.txt` -> A"""
    match = re.fullmatch(r'\d+\.(\w+)\.txt', path.name)
    return match[1] if match else ''


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('files', nargs='+', type=Path)
    parser.add_argument('--reports', required=True, help='index.jsonl of worksheets.py')
    parser.add_argument('--out')
    parser.add_argument('--checks', action='store_true', help='also report doubtful st= and in=')
    options = parser.parse_args()
    with open(options.reports, encoding='utf-8') as lines:
        reports = {report['n']: report for report in map(json.loads, lines)}
    resolved, faults = [], []
    for path in options.files:
        blocks = reports_of(path.read_text('utf-8').split('\n'), lambda message, path=path: faults.append(f'{path.name}: {message}'))
        for number, lines in blocks:
            fault = lambda message, where=f'{path.name} {number}': faults.append(f'{where} {message}')
            if number in reports:
                resolved.append(in_utf16(resolve(reports[number], lines, annotator_of(path), fault, options.checks)))
            else:
                fault('no such report')
    print(*faults, sep='\n', end='\n' if faults else '')
    statements, events = (sum(len(report[kind]) for report in resolved) for kind in ('statements', 'events'))
    print(f'{len(resolved)} reports, {statements} statements, {events} events, {len(faults)} faults', file=sys.stderr)
    if options.out:
        with open(options.out, 'w', encoding='utf-8') as out:
            out.writelines(json.dumps(report, ensure_ascii=False) + '\n' for report in resolved)


if __name__ == '__main__':
    main()
