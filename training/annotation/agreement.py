"""Resolved annotations of the same reports by two annotators in, how far they agree out. One annotator counts as right; F1 is the same either way.

A statement agrees where contents share half of their characters and sources do too (or both are missing), an event where triggers touch and the
types may be one. Attributes are compared over the pairs. Who is who: B-cubed over the mentions that both have."""

import argparse
import json
from collections import Counter, defaultdict


def covered(spans):
    return {at for start, end in spans for at in range(start, end)}


def alike(one, other):
    a, b = covered(one), covered(other)
    return 1.0 if not a and not b else len(a & b) / len(a | b)


def pairs(ones, others, score):
    """The best first, each once."""
    found, taken = [], set()
    for worth, i, j in sorted(((score(a, b), -i, -j) for i, a in enumerate(ones) for j, b in enumerate(others)), reverse=True):
        if worth > 0 and not {('one', i), ('other', j)} & taken:
            taken |= {('one', i), ('other', j)}
            found.append((ones[-i], others[-j]))
    return found


def may_be_one(one, other):
    return bool(set((one or '').split('|')) & set((other or '').split('|')))


def compare(one, other, tally):
    content = lambda a, b: alike(a['content'], b['content']) if alike(a['content'], b['content']) >= 0.5 else 0
    matched = pairs(one['statements'], other['statements'], content)
    tally['statements'].update(one=len(one['statements']), other=len(other['statements']), content=len(matched),
                               both=sum(alike(a['source'], b['source']) >= 0.5 for a, b in matched))
    for a, b in matched:
        for field in ('stance', 'manner'):
            tally[field].update(all=1, same=may_be_one(a[field], b[field]))
        tally['named'].update(all=1, same=a['named'] == b['named'])
        tally['nested'].update(all=1, same=(a['within'] is None) == (b['within'] is None))
    touch = lambda a, b: len(covered(a['triggers']) & covered(b['triggers'])) * (1 + may_be_one(a['type'], b['type']))
    matched = pairs(one['events'], other['events'], touch)
    tally['events'].update(one=len(one['events']), other=len(other['events']), trigger=len(matched),
                           both=sum(may_be_one(a['type'], b['type']) for a, b in matched))
    for a, b in matched:
        tally['status'].update(all=1, same=may_be_one(a['status'], b['status']))
        for role in ('actor', 'recipient', 'place', 'time'):
            if a[role] or b[role]:
                tally[role].update(all=1, same=alike(a[role], b[role]) >= 0.5)
        tally['look'].update(all=1, same=(a['ref'], a['background']) == (b['ref'], b['background']))
    b_cubed(one['same'], other['same'], tally['same'])


def b_cubed(ones, others, tally):
    groups = [{tuple(mention['span']): at for at, group in enumerate(side) for mention in group} for side in (ones, others)]
    both = groups[0].keys() & groups[1].keys()
    members = [defaultdict(set), defaultdict(set)]
    for side in (0, 1):
        for mention in both:
            members[side][groups[side][mention]].add(mention)
    for mention in both:
        a, b = (members[side][groups[side][mention]] for side in (0, 1))
        tally.update(mentions=1, precision=len(a & b) / len(b), recall=len(a & b) / len(a))
    tally.update(one=len(groups[0]), other=len(groups[1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('resolved')
    options = parser.parse_args()
    by_report = defaultdict(list)
    with open(options.resolved, encoding='utf-8') as lines:
        for report in map(json.loads, lines):
            by_report[report['n']].append(report)
    tally, count = defaultdict(Counter), 0
    for reports in by_report.values():
        if len(reports) == 2:
            count += 1
            compare(*reports, tally)
    print(f'{count} reports')
    f1 = lambda kind, key: f'{100 * 2 * tally[kind][key] / (tally[kind]["one"] + tally[kind]["other"]):.1f}'
    print(f'statements: content F1 {f1("statements", "content")}, with source {f1("statements", "both")}')
    print(f'events: trigger F1 {f1("events", "trigger")}, with type {f1("events", "both")}')
    for kind in ('stance', 'manner', 'named', 'nested', 'status', 'actor', 'recipient', 'place', 'time', 'look'):
        print(f'{kind}: {100 * tally[kind]["same"] / tally[kind]["all"]:.1f} of {tally[kind]["all"]}')
    same = tally['same']
    p, r = same['precision'] / same['mentions'], same['recall'] / same['mentions']
    print(f'who is who: mentions F1 {f1("same", "mentions")}; B-cubed over {same["mentions"]} of both {100 * 2 * p * r / (p + r):.1f}')


if __name__ == '__main__':
    main()
