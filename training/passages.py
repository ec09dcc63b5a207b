"""A document's paragraphs in, passages out: windows of at most `limit` pieces, [CLS] first, [SEP] after each paragraph.
Whole paragraphs are packed together; a paragraph too long for one window is cut into windows that overlap by a third."""

from dataclasses import dataclass

from pieces import CLS, NO_CASE, OUTSIDE, SEP, Pieces, paragraphs_of


@dataclass
class Passage:
    """`keep` is the range of document offsets for whose cues this passage is responsible."""

    pieces: Pieces
    keep: tuple


def chunks_of(tokenizer, text, limit):
    """Yields (pieces, keep start, keep end): a paragraph, or the overlapping windows of one that is too long."""
    room = limit - 2
    for paragraph, at in paragraphs_of(text):
        pieces = tokenizer.paragraph(paragraph, at)
        if len(pieces) == 0:
            continue
        step, first = room - room // 3, 0
        while True:
            last = min(first + room, len(pieces))
            part = Pieces(*(values[first:last] for values in
                            (pieces.ids, pieces.case, pieces.quote, pieces.start, pieces.end)))
            ends_here = last == len(pieces)
            keep_from = pieces.start[first + room // 6] if first else pieces.start[0]
            keep_to = pieces.end[-1] if ends_here else pieces.start[first + step + room // 6]
            yield part, keep_from, keep_to
            if ends_here:
                break
            first += step


def passages_of(tokenizer, chunks, limit, first_limit=None):
    """Packs chunks greedily; `first_limit` makes the first passage shorter, so that training sees other packings."""
    cls, sep = tokenizer.vocabulary[CLS], tokenizer.vocabulary[SEP]
    passages, pieces, keep, room = [], None, None, first_limit or limit
    for part, keep_from, keep_to in chunks:
        if pieces is not None and len(pieces) + len(part) + 1 > room:
            passages.append(Passage(pieces, keep))
            pieces, room = None, limit
        if pieces is None:
            pieces, keep = Pieces(), (keep_from, keep_to)
            pieces.add(cls, NO_CASE, OUTSIDE, part.start[0], part.start[0])
        for name in ('ids', 'case', 'quote', 'start', 'end'):
            getattr(pieces, name).extend(getattr(part, name))
        pieces.add(sep, NO_CASE, OUTSIDE, part.end[-1], part.end[-1])
        keep = (keep[0], keep_to)
    if pieces is not None:
        passages.append(Passage(pieces, keep))
    return passages
