"""Annotated articles in, training examples out: per article its chunks and, per passage, cue tags and link targets."""

import json
import random
from bisect import bisect_right
from dataclasses import dataclass

from passages import chunks_of, passages_of


@dataclass
class Example:
    """`cues` holds, for each attribution with its cue in the passage, the token sets of cue, source and content."""

    pieces: object
    tags: list
    cues: list


def read_articles(path):
    with open(path, encoding='utf-8') as lines:
        return [json.loads(line) for line in lines]


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


def example_of(passage, attributions):
    pieces = passage.pieces
    low, high = pieces.start[0], pieces.end[-1]
    tags, cues = [0] * len(pieces), []
    for attribution in attributions:
        spans = attribution['cue']
        if not spans or spans[0][1] <= low or spans[0][0] >= high:
            continue
        cue = tokens_in(pieces, spans)
        if not cue:
            continue
        for place, token in enumerate(cue):
            tags[token] = 1 if place == 0 else 2
        cues.append((cue, tokens_in(pieces, attribution['source']), tokens_in(pieces, attribution['content'])))
    return Example(pieces, tags, cues)


class Article:
    def __init__(self, tokenizer, article, limit):
        self.tokenizer, self.limit = tokenizer, limit
        self.attributions = article['attributions']
        self.chunks = list(chunks_of(tokenizer, article['text'], limit))

    def examples(self, first_limit=None):
        passages = passages_of(self.tokenizer, self.chunks, self.limit, first_limit)
        return [example_of(passage, self.attributions) for passage in passages]
