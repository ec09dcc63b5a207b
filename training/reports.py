"""Reports marked whole in, marked texts out: statements with their stance, events with their status and parties, and who is who. Two formats:
`conflict/train.jsonl`, which names parties by their words, and our own `reports.jsonl`, which has spans."""

import re

from corpus import Marked
from sources import key_of, lines_of

ROLES = ('actor', 'recipient', 'instrument', 'place', 'time')


def first(alternatives):
    """The label of 'a|b' is not sure: '?' leaves it out of the loss."""
    return '?' if '|' in alternatives else alternatives


def conflict_reports(reports):
    for report in reports:
        sentence_of = sentences_of(report['text'])
        for event in report['events']:
            within = sentence_of(event['trigger'][0])
            place = event['place'] and [event['place']['name']]
            event.update({role: spans_of(report['text'], within, words)
                          for role, words in (('actor', event['actor']), ('recipient', event['recipient']), ('place', place or []))})
        same = [[mention['span'] for mention in group] for group in report['same']]
        yield marked_report({**report, 'same': same}, ('actor', 'recipient', 'place'))


def own_reports(annotations, corpora):
    """Our annotations, by the SHA-256 of the texts of several corpora."""
    files = {'wire-reports': 'reports.jsonl', 'wikievents': 'train.jsonl', 'incidents': 'train.jsonl'}
    texts = {key_of(one['text']): one['text'] for corpus, file in files.items() for one in lines_of(corpora / corpus / file)}
    for report in lines_of(annotations):
        corpus, key = report['text'].split('/')
        if key not in texts:
            raise SystemExit(f'{annotations}: no text of {corpus}/{files[corpus]} has the SHA-256 {key}')
        yield marked_report({**report, 'text': texts[key]}, ROLES, capitals=corpus == 'incidents')


def marked_report(report, roles, capitals=False):
    """A role whose words were not found (None) is not asked for."""
    marked = Marked(one_line(report['text']), {head: [] for head in ('cue', 'stance', 'trigger', 'status', 'look')}, capitals=capitals)
    spans, tuples = marked.spans, lambda found: [tuple(span) for span in found]
    for one in report['statements']:
        cue = tuples(one.get('cue', []))
        for place, span in enumerate(cue):
            spans['cue'].append((*span, '+cue' if place else 'cue'))
            spans['stance'].append((*span, first(one.get('stance') or '?')))
        if cue:
            marked.asked += [('source', cue, tuples(one.get('source', []))), ('content', cue, tuples(one['content']))]
    for event in report['events']:
        look = 'ref' if event['type'] == '*' or event.get('ref') else 'past' if event.get('background') else 'new'
        for trigger in map(tuple, event['triggers']):
            spans['trigger'].append((*trigger, first(event['type'].replace('*', '?'))))
            spans['look'].append((*trigger, look))
            if event['type'] != '*':
                spans['status'].append((*trigger, first(event.get('status') or '?')))
                marked.asked += [(role, [trigger], [whole_phrase(report['text'], span) for span in tuples(event.get(role, []))])
                                 for role in roles if event.get(role, []) is not None]
    for group in report['same']:
        mentions = [base_of(report['text'], tuple(span)) for span in group]
        marked.asked += [('same', [one], [other for other in mentions if other != one]) for one in mentions]
    return marked


def one_line(text):
    """The pieces of a paragraph are cut at line ends alone: other white space counts as a blank."""
    return re.sub(r'[^\S\n]', ' ', text)


def sentences_of(text):
    """Offset -> the sentence around it, by full stops before capitals and by line ends."""
    ends = [match.end() for match in re.finditer(r'\n+|(?<=[.?!]["”’)])\s+|(?<=[.?!])\s+(?=["“‘(]?[A-Z])', text)] + [len(text)]

    def sentence(at):
        end = next(end for end in ends if at < end)
        return max((one for one in ends if one <= at), default=0), end
    return sentence


BEFORE = re.compile(r'(?:(?<!\w)(?:a|an|the|its|his|their|some|about|around|nearly|at least|up to|more than|[\d,.]*\d|two|three|four|five|six|seven|eight|nine|ten|other|several)\s)+$', re.IGNORECASE)


# How far, in characters, the words before a noun are looked at.
REACH = 40


def whole_phrase(text, span):
    """With the article, the number and the hedge before it, which annotators leave out now and then: "at least 12 men"."""
    from_ = max(0, span[0] - REACH)
    before = BEFORE.search(text[from_:span[0]])
    return (from_ + before.start(), span[1]) if before else span


def spans_of(text, within, parties):
    """Each party's first alternative that its sentence has, as spans; None if one of them stands nowhere in the sentence."""
    start, end = within
    found = []
    for party in parties:
        matches = (re.search(rf'(?<!\w){re.escape(words)}(?!\w)', text[start:end], re.IGNORECASE) for words in party.split('|'))
        match = next(filter(None, matches), None)
        if match is None:
            return None
        found.append((start + match.start(), start + match.end()))
    return found


TAIL = re.compile(r'(?<=\w)(?:,|\s\(|\s(?:of|in|from|at|on|near|with|who|which|that|whose|where|to|for|by)\s).*', re.DOTALL)


def base_of(text, span):
    """A noun phrase without what follows its head: "the army of Mali" -> "the army"."""
    start, end = span
    return start, start + len(TAIL.sub('', text[start:end]))
