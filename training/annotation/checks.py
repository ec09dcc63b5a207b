"""Resolved statements and events in, doubtful placements out: `in=` and `st=` that do not fit the places of the words."""

from find import inside


def placement_doubts(text, statements, statement_index, events, event_index):
    statement_names, event_names = names_of(statement_index), names_of(event_index)
    for at, statement in enumerate(statements):
        if statement['within'] is not None:
            holder = statements[statement['within']]
            if not all(inside(piece, holder['content']) for piece in statement['content']):
                yield f'{statement_names[at]}: check: content not inside {statement_names[statement["within"]]}'
        else:
            holders = (other for other, one in enumerate(statements) if one is not statement and holds(one, statement))
            if (holder := next(holders, None)) is not None:
                yield f'{statement_names[at]}: check: lies inside {statement_names[holder]} but has no in='
    for at, event in enumerate(events):
        best = innermost(event['trigger'], statements)
        said = event['statement']
        if best != said and not (None not in (best, said) and statements[best]['content'] == statements[said]['content']):
            words = text[slice(*event['trigger'])]
            yield (f'{event_names[at]}: check: st={statement_names.get(said, "-")}, '
                   f'innermost holding "{words}" is {statement_names.get(best, "-")}')


def names_of(index):
    return {at: name for name, at in index.items() if at is not None}


def holds(one, other):
    """The content of one has the cue and all of the content of the other, and more."""
    return (bool(other['cue']) and inside(other['cue'][0], one['content'])
            and all(any(inside(piece, [holder]) and piece != holder for holder in one['content']) for piece in other['content']))


def innermost(span, statements):
    """The index of the statement with the shortest content around the span."""
    sizes = [(sum(end - start for start, end in one['content']), at) for at, one in enumerate(statements) if inside(span, one['content'])]
    return min(sizes)[1] if sizes else None
