"""The S lines of a report in, its statements out. The content is found first; then the cue near the content, and the source near the cue."""

from find import choose, distance, touches
from format import MANNER, STANCE, is_empty, is_label, parts_of, phrases_of, sentence_of

# A cue or source begins at most so many characters behind the content and its own sentence.
MAX_BEHIND = 400


def statements_of(report, lines, fault):
    """The statements, and the index of each by its name. A line whose content is not found is left out: its index is None."""
    statements, index = [], {}
    for name, _ in lines:
        if name in index:
            fault(f'{name}: name used twice')
        index[name] = None
    for name, fields in lines:
        statement = statement_of(report, fields, index, lambda message, name=name: fault(f'{name}: {message}'))
        if statement:
            index[name] = len(statements)
            statements.append(statement)
    for statement in statements:
        statement['within'] = index.get(statement['within'])
    return statements, index


def statement_of(report, fields, names, fault):
    if len(fields) < 5:
        fault(f'{len(fields)} fields')
        return None
    head, source, cue, content, attributes, *others = fields
    sentence = sentence_of(head, fault)
    if sentence is None or not report.has(sentence, fault):
        return None
    pieces = content_of(report, content, sentence, fault)
    if not pieces:
        return None
    taken = []
    cues = pieces_near(report, phrases_of(cue, ' ++ ', sentence), pieces, pieces, taken, 'cue', fault)
    sources = pieces_near(report, phrases_of(source, ' ++ ', sentence), cues or pieces, pieces, taken, 'source', fault)
    statement = {'source': sources, 'source_is': '', 'named': None, 'cue': cues, 'content': pieces, 'manner': None, 'stance': None,
                 'relay': [], 'within': None}
    statement.update(attributes_of(attributes, fault))
    statement.update(others_of(others, names, fault))
    return statement


def content_of(report, field, sentence, fault):
    """The first piece begins in its sentence, each other one behind the piece before it. None if one of them is not found."""
    pieces = []
    for phrase in phrases_of(field, ' ++ ', sentence):
        if not report.has(phrase.sentence, fault):
            return None
        if phrase.has_own_sentence or not pieces:
            start, end = report.start(phrase.sentence), report.end(phrase.sentence)
        else:
            start, end = pieces[-1][1], None
        found = report.find_long(phrase.words, start, end) or report.find_long(phrase.words, start)
        piece = choose(found, phrase, lambda span: span, 'content', fault)
        if not piece:
            return None
        pieces.append(piece)
    if not pieces:
        fault('no content')
    return pieces


def pieces_near(report, phrases, near, content, taken, label, fault):
    """The pieces of a cue or source. Preferred are places outside the content and the pieces already taken, in a sentence of `near`, then
    the closest to it. `taken` grows by what is found."""
    home = {sentence for start, end in near for sentence in range(report.sentence_around(start), report.sentence_around(end - 1) + 1)}
    pieces = []
    for phrase in phrases:
        if not report.has(phrase.sentence, fault):
            continue
        start, end = report.start(phrase.sentence), report.end(phrase.sentence)
        if not phrase.has_own_sentence:
            end = max(end, *(stop for _, stop in content)) + MAX_BEHIND
        found = report.find_phrase(phrase, start, end) or report.find_phrase(phrase, start)
        rank = lambda span: (touches(span, content), touches(span, taken), report.sentence_around(span[0]) not in home, distance(span, near))
        piece = choose(found, phrase, rank, label, fault)
        if piece:
            pieces.append(piece)
            taken.append(piece)
            near = [piece] if label == 'cue' else near
    return pieces


def attributes_of(field, fault):
    """`direct asserts y`"""
    words, found = field.split(), {}
    if len(words) != 3:
        fault(f'manner stance named: "{field}"')
    for word in words:
        if is_label(word, MANNER):
            found['manner'] = word
        elif is_label(word, STANCE):
            found['stance'] = word
        elif word in ('y', 'n'):
            found['named'] = word == 'y'
        else:
            fault(f'unknown value "{word}"')
    return found


def others_of(fields, names, fault):
    """`who=Ana Petrova`, `relay=Reuters`, `in=S1`"""
    found = {}
    for field in fields:
        key, _, value = map(str.strip, field.partition('='))
        if is_empty(value):
            continue
        if key == 'who':
            found['source_is'] = value
        elif key == 'relay':
            found['relay'] = parts_of(value, ' ; ')
        elif key == 'in' and value in names:
            found['within'] = value
        elif key == 'in':
            fault(f'in={value} is no statement')
        else:
            fault(f'unknown field "{field}"')
    return found
