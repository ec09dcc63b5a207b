"""The R lines of a report in, out: groups of mentions of the same party, and groups of lines that report the same event."""

import re

from find import choose, inside, touches
from format import parts_of, phrase_of


def groups_of(report, lines, event_index, fault):
    parties, events, everywhere = [], [], set()
    for _, fields in lines:
        items = parts_of(' | '.join(fields[1:]), ' ; ')
        names = [item for item in items if re.fullmatch(r'E\d+', item)]
        if names:
            if len(names) < len(items):
                fault(f'R: events and mentions mixed: {" ; ".join(items)[:80]}')
            found, groups = same_events(names, event_index, fault), events
        else:
            found, groups = same_party(report, items, everywhere, fault), parties
            everywhere.update(found)
            if len(found) < 2:
                fault(f'R: fewer than two mentions: {" ; ".join(items)[:80]}')
        if len(found) > 1:
            groups.append(sorted(found))
    return [[{'text': report.text[start:end], 'span': [start, end]} for start, end in group] for group in parties], events


def same_events(names, index, fault):
    for name in names:
        if name not in index:
            fault(f'R: {name} is no event')
    return {index[name] for name in names if index.get(name) is not None}


def same_party(report, items, everywhere, fault):
    """The mentions of one line. A short name must not be found within a longer one, so the longest of a sentence come first; and of several
    places of the same words those that no other line has (`everywhere`) are preferred."""
    mentions = []
    phrases = [phrase_of(item, 0) for item in items]
    for phrase in sorted(phrases, key=lambda phrase: (phrase.sentence, -len(phrase.words))):
        if not phrase.has_own_sentence:
            fault(f'R: no sentence: {phrase.words}')
            continue
        if not report.has(phrase.sentence, fault):
            continue
        found = report.find_phrase(phrase, report.start(phrase.sentence), report.end(phrase.sentence))
        span = choose(found, phrase, lambda span: (touches(span, mentions), span in everywhere), f'R @{phrase.sentence}:', fault)
        if span and inside(span, mentions):
            fault(f'R: no further mention: {phrase.words} @{phrase.sentence}')
        elif span:
            mentions.append(span)
    return mentions
