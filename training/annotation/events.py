"""The E lines of a report in, its events out. The main trigger is found first, in the statement that the line names; the rest near it."""

import re

from find import choose, distance, inside, touches
from format import STATUS, TYPES, count_of, is_empty, is_label, parts_of, phrases_of, sentence_of

ROLES = {'actor': 'actor', 'rec': 'recipient', 'ins': 'instrument', 'place': 'place', 'time': 'time'}
FLAGS = {'back': 'background', 'ref': 'ref', 'doubtful': 'doubtful'}


def events_of(report, lines, statements, statement_index, fault):
    """The events, and the index of each by its name. A line without a trigger is left out: its index is None."""
    events, index, taken = [], {}, []
    for name, fields in lines:
        if name in index:
            fault(f'{name}: name used twice')
        index[name] = None
        event = event_of(report, fields, statements, statement_index, taken, lambda message, name=name: fault(f'{name}: {message}'))
        if event:
            index[name] = len(events)
            events.append(event)
    return events, index


def event_of(report, fields, statements, statement_index, taken, fault):
    """`taken` has the main triggers of the lines before, and grows: of two attacks in a sentence the second has the second "attack"."""
    if len(fields) < 3:
        fault(f'{len(fields)} fields')
        return None
    head, triggers, labels, *others = fields
    sentence = sentence_of(head, fault)
    if sentence is None or not report.has(sentence, fault):
        return None
    named, flags = named_and_flags(others, fault)
    statement = statement_of(named.get('st', '-'), statement_index, fault)
    scope = None if statement is None else statements[statement]['content']
    spans = triggers_of(report, phrases_of(triggers, ' ; ', sentence), scope, taken, fault)
    label = labels_of(labels, fault)
    if not spans:
        fault('no trigger')
        return None
    roles = {role: [] for role in ROLES.values()}
    for key, role in ROLES.items():
        for phrase in phrases_of(named.get(key, '-'), ' ; ', sentence):
            add(roles[role], place_of(report, phrase, roles[role], scope, spans[:1], key, fault))
    counts = []
    for part in parts_of(named.get('num', '-'), ';'):
        add(counts, count_of(part, fault))
    return {'trigger': spans[0], 'triggers': spans, **label, **roles, 'counts': counts, 'statement': statement, **flags}


def add(items, item):
    if item is not None:
        items.append(item)


def named_and_flags(fields, fault):
    """`actor=the army`, `num=3..3 killed soldiers`, `st=S1`; `back`, `ref`, `doubtful`"""
    named, flags = {}, {flag: False for flag in FLAGS.values()}
    for field in fields:
        if match := re.fullmatch(r'(actor|rec|ins|place|time|num|st)=(.*)', field):
            named[match[1]] = match[2].strip()
        elif not is_empty(field):
            for word in re.split(r'[\s,;]+', field):
                if word in FLAGS:
                    flags[FLAGS[word]] = True
                else:
                    fault(f'unknown value "{word}"')
    return named, flags


def statement_of(name, index, fault):
    if is_empty(name):
        return None
    if name not in index:
        fault(f'st={name} is no statement')
    return index.get(name)


def labels_of(field, fault):
    """`ASSAULT actual`"""
    words, found = field.split(), {'type': None, 'status': None}
    if len(words) != 2:
        fault(f'TYPE status: "{field}"')
    for word in words:
        if is_label(word.upper(), TYPES):
            found['type'] = word.upper()
        elif is_label(word.lower(), STATUS):
            found['status'] = word.lower()
        else:
            fault(f'unknown value "{word}"')
    return found


def triggers_of(report, phrases, scope, taken, fault):
    spans, used = [], taken
    for phrase in phrases:
        span = place_of(report, phrase, used, scope, spans[:1], 'trigger', fault)
        if span is None:
            continue
        if not spans:
            taken.append(span)
        if span not in spans:
            spans.append(span)
        used = spans
    return spans


def place_of(report, phrase, used, scope, near, label, fault):
    """Preferred are places that are not used yet, those within the statement's content, then the closest to the trigger."""
    if not report.has(phrase.sentence, fault):
        return None
    start, end, further = report.start(phrase.sentence), report.end(phrase.sentence), report.end_with_next(phrase.sentence)
    found = report.find_phrase(phrase, start, end) or report.find_phrase(phrase, start, further)
    rank = lambda span: (touches(span, used), scope is not None and not inside(span, scope), distance(span, near) if near else span[0])
    return choose(found, phrase, rank, label, fault)
