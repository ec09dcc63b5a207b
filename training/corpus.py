"""Marked texts in, training examples out: per text its chunks and, per passage, the class of every piece in each head, which
pieces ask and which answer, and each word's head. How each corpus becomes marked texts: sources.py."""

import random
from bisect import bisect_right
from dataclasses import dataclass, field

from heads import TAGS
from passages import chunks_of, passages_of


@dataclass
class Marked:
    """A text with what is known of it, in UTF-16 offsets: `spans` holds (start, end, class) for each tag head that was annotated at all
    ("+class": goes on with what began before; "?": not known), `asked` (link, asking spans, answering spans), `arcs` (start of a word, start of its head or None for the root)."""

    text: str
    spans: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    arcs: list = field(default_factory=list)
    capitals: bool = False


@dataclass
class Example:
    """`tags` holds a class (-1 unknown) a piece for each annotated head, `links` (asking pieces, answering pieces) for each link,
    `arcs` (piece, piece of its head). `capitals` says that the casing of the text says nothing."""

    pieces: object
    tags: dict
    links: dict
    arcs: list
    capitals: bool = False


def held_aside(articles, share):
    """(held, rest): the same articles are held aside every time, whatever the seed of the training."""
    order = list(articles)
    random.Random(7).shuffle(order)
    count = int(len(order) * share)
    return order[:count], order[count:]


def tokens_in(pieces, spans):
    found = []
    for start, end in spans:
        token = bisect_right(pieces.end, start)
        while token < len(pieces) and pieces.start[token] < end:
            if pieces.start[token] < pieces.end[token]:
                found.append(token)
            token += 1
    return found


def first_token(pieces, start):
    found = tokens_in(pieces, [(start, start + 1)])
    return found[0] if found else None


# Classes that every piece of an event's trigger, or of a cue, has.
AT_TRIGGERS = ('status', 'lead', 'stance', 'look')
WHOLE = ('upos', 'relation', *AT_TRIGGERS)


def example_of(passage, marked):
    pieces = passage.pieces
    low, high = pieces.start[0], pieces.end[-1]
    here = lambda start: low <= start < high
    tags = {}
    for head, spans in marked.spans.items():
        classes = TAGS[head]
        values = [-1 if head in WHOLE else 0] * len(pieces)
        for start, end, kind in spans:
            if not here(start):
                continue
            for place, token in enumerate(tokens_in(pieces, [(start, end)])):
                if kind == '?':
                    values[token] = -1
                elif head in AT_TRIGGERS:
                    values[token] = classes.index(kind)
                elif head in WHOLE:
                    if place == 0 and values[token] < 0:
                        values[token] = classes.index(kind)
                else:
                    begins = place == 0 and not kind.startswith('+')
                    values[token] = classes.index(f"{'B' if begins else 'I'}-{kind.lstrip('+')}")
        tags[head] = values
    links = {}
    for link, ask, answer in marked.asked:
        if not ask or not here(ask[0][0]):
            continue
        tokens = tokens_in(pieces, ask)
        if tokens:
            links.setdefault(link, []).append((tokens, tokens_in(pieces, answer)))
    arcs, told = [], set()
    for start, head in marked.arcs:
        if not here(start):
            continue
        token = first_token(pieces, start)
        target = 0 if head is None else first_token(pieces, head)
        if token is not None and target is not None and token not in told and token != target:
            told.add(token)
            arcs.append((token, target))
    return Example(pieces, tags, links, arcs, marked.capitals)


class Text:
    """A marked text, cut into pieces once."""

    def __init__(self, tokenizer, marked, limit):
        self.tokenizer, self.limit, self.marked = tokenizer, limit, marked
        self.chunks = list(chunks_of(tokenizer, marked.text, limit))

    def examples(self, first_limit=None):
        passages = passages_of(self.tokenizer, self.chunks, self.limit, first_limit)
        return [example_of(passage, self.marked) for passage in passages]
