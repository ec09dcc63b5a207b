"""The corpora in, marked texts out: one function a corpus, each for the heads that it has something to say about."""

import hashlib
import json
import random
import re
from pathlib import Path

from corpus import Marked
from coreference import same_things
from heads import RELATIONS


def lines_of(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


def key_of(text):
    """By which events.jsonl names a text: the SHA-256 of its UTF-8."""
    return hashlib.sha256(text.encode('utf-8')).hexdigest()


def units(text):
    """Offset in characters -> offset in UTF-16 units."""
    places, at = [], 0
    for char in text:
        places.append(at)
        at += 2 if ord(char) > 0xFFFF else 1
    return [*places, at]


def attribution(articles):
    """PolNeAR: cues, and for each its source and content. Few of the statements within others are marked: the rest of a content is not known."""
    for article in articles:
        contents = [span for one in article['attributions'] if one['cue'] for span in one['content']]
        marked = Marked(article['text'], {'cue': [(*span, '?') for span in contents]})
        for one in article['attributions']:
            if one['cue']:
                # A cue in parts is tagged as one: B at its first piece, I at all others.
                first, *others = one['cue']
                marked.spans['cue'].append((*first, 'cue'))
                marked.spans['cue'].extend((*part, '+cue') for part in others)
            marked.asked.append(('source', one['cue'], one['source']))
            marked.asked.append(('content', one['cue'], one['content']))
        yield marked


def with_offsets(words):
    """(words, whether a blank follows each) -> text and the UTF-16 span of each word."""
    text, spans, at = '', [], 0
    for word, blank in words:
        size = len(word.encode('utf-16-le')) // 2
        spans.append((at, at + size))
        text += word + (' ' if blank else '')
        at += size + bool(blank)
    return text, spans


def conflict_entities(sentences, seed=1):
    """re3d: sentences of the defence analyst's entities, some together as a text, as tokens and as they would be printed."""
    kinds = {'Person': 'person', 'Organisation': 'organisation', 'Location': 'place', 'Weapon': 'weapon',
             'MilitaryPlatform': 'weapon', 'Nationality': 'nationality'}
    order = list(sentences)
    random.Random(seed).shuffle(order)
    for printed in (False, True):
        for at in range(0, len(order), 4):
            yield together([sentence_of(one, kinds, printed) for one in order[at:at + 4]])


def sentence_of(sentence, kinds, printed):
    tokens = sentence['tokens']
    blanks = [not printed or not (re.fullmatch(r"[.,;:!?)\]%]|'s|n't", after) or token in '([$£')
              for token, after in zip(tokens, [*tokens[1:], ''])]
    text, spans = with_offsets(zip(tokens, blanks))
    marked, open_kind = Marked(text.strip(), {'mention': []}), None
    for (start, end), tag in zip(spans, sentence['tags']):
        kind = tag[2:]
        if tag == 'O':
            open_kind = None
        elif tag[0] == 'I' and open_kind == kind:
            if kind in kinds:
                first = marked.spans['mention'].pop()
                marked.spans['mention'].append((first[0], end, kinds[kind]))
        else:
            open_kind = kind
            if kind in kinds:
                marked.spans['mention'].append((start, end, kinds[kind]))
    return marked


def together(parts):
    """Several texts as the paragraphs of one."""
    whole, at = Marked('', {head: [] for part in parts for head in part.spans}), 0
    for part in parts:
        move = lambda spans: [(start + at, end + at) for start, end in spans]
        for head, spans in part.spans.items():
            whole.spans[head].extend((start + at, end + at, kind) for start, end, kind in spans)
        whole.asked.extend((link, move(ask), move(answer)) for link, ask, answer in part.asked)
        whole.text += part.text + '\n'
        whole.capitals = whole.capitals or part.capitals
        at += len(part.text.encode('utf-16-le', 'surrogatepass')) // 2 + 1
    return whole


def documents_of(conllu):
    """Yields (paragraphs of sentences of rows) a document."""
    document, rows = [], []
    with open(conllu, encoding='utf-8') as file:
        lines = file.readlines()
    for line in [*lines, '# newdoc', '']:
        line = line.rstrip('\n')
        if line.startswith('# newdoc'):
            if document:
                yield document
            document = []
        elif line.startswith('# newpar') and not line.startswith('# newpar_block'):
            document.append([])
        elif line and not line.startswith('#'):
            row = line.split('\t')
            if row[0].isdigit():
                rows.append(row)
        elif not line and rows:
            if not document:
                document.append([])
            document[-1].append(rows)
            rows = []


def gum(conllu):
    """GUM: parts of speech, heads, relations, names of people, organisations, places and other things, and which mentions are one thing."""
    for document in documents_of(conllu):
        flat = [(row, last) for paragraph in document for i, rows in enumerate(paragraph) for j, row in enumerate(rows)
                for last in [i == len(paragraph) - 1 and j == len(rows) - 1]]
        text, spans = with_offsets([(row[1], last or 'SpaceAfter=No' not in row[9]) for row, last in flat])
        chars = list(text)
        for (row, last), (_, end) in zip(flat, spans):
            if last:
                chars[end_in_chars(text, end)] = '\n'
        marked, at = Marked(''.join(chars), {'upos': [], 'relation': [], 'name': []}), 0
        sentences = []
        for paragraph in document:
            for rows in paragraph:
                places = spans[at:at + len(rows)]
                for row, place in zip(rows, places):
                    relation = row[7].split(':')[0]
                    head = int(row[6])
                    if row[3] != '_':
                        marked.spans['upos'].append((*place, 'PROPN' if is_proper(row) else row[3]))
                    if relation in RELATIONS:
                        marked.spans['relation'].append((*place, relation))
                        marked.arcs.append((place[0], places[head - 1][0] if head else None))
                marked.spans['name'].extend(names_of(rows, places))
                sentences.append((rows, places))
                at += len(rows)
        marked.asked.extend(('same', [one], others) for one, others in same_things(sentences))
        yield marked


def is_proper(row):
    """"United" of "United Nations" too, which Universal Dependencies has as a verb: what reads the tags asks for whole names."""
    return row[3] == 'PROPN' or row[4] in ('NNP', 'NNPS')


def end_in_chars(text, end):
    """GUM has few characters beyond the basic plane."""
    return end if text.isascii() or all(ord(char) < 0x10000 for char in text) else units(text).index(end)


ENTITY = re.compile(r'\((\d+)-([a-z]+)[^()]*|(\d+)\)')


def names_of(rows, places):
    """The proper names among the entities: of each entity headed by a proper noun the stretch of proper nouns around its head."""
    kinds = {'person': 'person', 'organization': 'organisation', 'place': 'place'}
    opened, found = [], {}
    for i, row in enumerate(rows):
        entity = re.search(r'Entity=([^|]*)', row[9])
        for match in ENTITY.finditer(entity.group(1) if entity else ''):
            if match.group(1):
                opened.append((match.group(1), match.group(2), i))
                tail = match.group(0)
            else:
                for n in range(len(opened) - 1, -1, -1):
                    if opened[n][0] == match.group(3):
                        _, kind, first = opened.pop(n)
                        name = name_in(rows, first, i)
                        if name:
                            found.setdefault(name, kinds.get(kind, 'other'))
                        break
        if entity:
            # "(5-time-...)" opens and closes at one word; the pattern above sees its closing bracket only without the number.
            for match in re.finditer(r'\((\d+)-([a-z]+)[^()]*\)', entity.group(1)):
                opened = [one for one in opened if not (one[0] == match.group(1) and one[2] == i)]
                name = name_in(rows, i, i)
                if name:
                    found.setdefault(name, kinds.get(match.group(2), 'other'))
    kept, taken = [], set()
    for (first, last), kind in sorted(found.items(), key=lambda item: item[0][0] - item[0][1]):
        if not taken & set(range(first, last + 1)):
            taken |= set(range(first, last + 1))
            kept.append((places[first][0], places[last][1], kind))
    return kept


def name_in(rows, first, last):
    inside = range(first, last + 1)
    heads = [i for i in inside if not first <= int(rows[i][6]) - 1 <= last]
    proper = lambda i: is_proper(rows[i])
    if not heads or not proper(heads[0]):
        return None
    links = lambda i: proper(i) or (rows[i][1].lower() in ('of', 'the', 'and', 'for', 'de', 'al', '-', '.', '’s', "'s", '&')
                                    or rows[i][3] == 'NUM')
    low = high = heads[0]
    while low - 1 >= first and links(low - 1):
        low -= 1
    while high + 1 <= last and links(high + 1):
        high += 1
    while not proper(low):
        low += 1
    while not proper(high) and rows[high][3] != 'NUM':
        high -= 1
    return (low, high) if low <= high else None


QUADS = {
    'verbalCooperation': ('AGREE', 'CONSULT', 'SUPPORT'),
    'materialCooperation': ('CONCEDE', 'COOPERATE', 'AID', 'RETREAT'),
    # CAMEO's reduced relations are verbal, PLOVER's SANCTION is material.
    'verbalConflict': ('REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SANCTION'),
    'materialConflict': ('PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT'),
    'statement': (),
}


def leading_categories(row):
    """What the event that a sentence was coded for may be, by the label of its corpus; None where it has no such label."""
    if 'event' in row:
        return ('CONCEDE', 'RETREAT') if row['event'] == 'YIELD' else (row['event'],)
    return QUADS.get(row.get('name'))


def events(annotations, corpora, seed=1):
    """Our own annotations of events over training sentences of other corpora, some together as a text."""
    rows = {f'{corpus}/{key_of(one["text"])}': one for corpus in ('relations', 'quadclass', 'incidents', 'attribution')
            for one in lines_of(Path(corpora) / corpus / 'train.jsonl')}
    parts = []
    for line in lines_of(annotations):
        if line['text'] not in rows:
            raise SystemExit(f'{annotations}: no text of {line["text"].split("/")[0]}/train.jsonl has the SHA-256 {line["text"].split("/")[1]}')
        text = rows[line['text']]['text']
        leading = leading_categories(rows[line['text']])
        start, end = line.get('part', [0, len(text)])
        marked = Marked(re.sub(r'\s', ' ', text[start:end]), {'trigger': [], 'status': [], 'lead': []}, capitals=line['text'].startswith('incidents'))
        for event in line['events']:
            trigger = tuple(event['trigger'])
            marked.spans['trigger'].append((*trigger, event['type']))
            marked.spans['status'].append((*trigger, event['status']))
            if leading is not None:
                marked.spans['lead'].append((*trigger, 'main' if event['type'] in leading else 'beside'))
            for link in ('actor', 'recipient', 'instrument', 'place', 'time'):
                marked.asked.append((link, [trigger], [tuple(span) for span in event.get(link, [])]))
        parts.append(marked)
    capitals = [part for part in parts if part.capitals]
    others = [part for part in parts if not part.capitals]
    random.Random(seed).shuffle(others)
    for group, size in ((others, 3), (capitals, 3)):
        for at in range(0, len(group), size):
            yield together(group[at:at + size])


FILLERS = {'perpetratorIndividual': 'attacker', 'perpetratorOrganization': 'organisation', 'target': 'target', 'victim': 'victim',
           'instrument': 'weapon'}


def incidents(documents):
    """MUC-4: every mention, in a text, of those whom its answer key gives a part in an incident; longer mentions first."""
    for document in documents:
        paragraphs = [' '.join(paragraph.split()) for paragraph in re.split(r'\n\s*\n', document['text'])]
        marked, taken = Marked('\n'.join(paragraphs), {'part': []}, capitals=True), set()
        mentions = [(' '.join(mention.split()), kind) for role, kind in FILLERS.items()
                    for entity in document['roles'][role] for mention in entity]
        for mention, kind in sorted(mentions, key=lambda one: -len(one[0])):
            for match in re.finditer(rf'(?<!\w){re.escape(mention)}(?!\w)', marked.text, re.IGNORECASE):
                if not taken & set(range(*match.span())):
                    taken |= set(range(*match.span()))
                    marked.spans['part'].append((*match.span(), kind))
        yield marked


def loaded_wording(sentences, seed=1):
    """BABE: the words that make a sentence take a side, in sentences that most experts called biased; in the others none."""
    told = [one for one in sentences if one['label'] == 'nonBiased' or one['spans']]
    random.Random(seed).shuffle(told)
    marked = [Marked(re.sub(r'\s', ' ', one['text']), {'loaded': [(*span, 'loaded') for span in one['spans'] if one['label'] == 'biased']})
              for one in told]
    for at in range(0, len(marked), 3):
        yield together(marked[at:at + 3])


def factuality(sentences, seed=1):
    """UW: the status of event words that its readers held for surely true or for false."""
    told = [one for one in sentences if one['set'] == 'uw']
    random.Random(seed).shuffle(told)
    marked = [Marked(re.sub(r'\s', ' ', one['text']), {'status': [(*event['span'], 'actual' if event['value'] > 0 else 'denied')
                                                                for event in one['events'] if event['value'] >= 2.4 or event['value'] <= -1.4]})
              for one in told]
    for at in range(0, len(marked), 4):
        yield together(marked[at:at + 4])
