"""A checkpoint and documents in, readings out (one JSON object a line), as the scorer of readings takes them; and a quick
figure of our own for choosing among epochs."""

import argparse
import json
import re
import time

import torch

from corpus import Example
from batches import tensors_of
from decode import Decoding, cue_runs, decode, distinct, outermost
from heads import LINKS
from model import TAG_SIZES, Reader, apart, links
from passages import chunks_of, passages_of
from pieces import NO_CASE, Tokenizer, load_vocabulary
from sources import lines_of

WORD = re.compile(r"[^\W\d_][\w'’-]*|\d+")


def load_reader(path):
    kept = torch.load(path, weights_only=True)
    reader = Reader(kept['shape'])
    reader.load_state_dict(kept['reader'])
    return reader.eval(), kept['shape']['limit']


def continuations(tokenizer):
    if not hasattr(tokenizer, 'inner'):
        tokenizer.inner = {id for piece, id in tokenizer.vocabulary.items() if piece.startswith('##')}
    return tokenizer.inner


def outputs_of(reader, passages):
    """Yields (passage, its row of each of the reader's outputs, cut to its length)."""
    batch = tensors_of([Example(passage.pieces, {}, {}, []) for passage in passages])
    with torch.no_grad():
        outputs = reader(batch.ids, batch.case, batch.quote, batch.mask)
    for row, passage in enumerate(passages):
        yield passage, [output[row:row + 1, :len(passage.pieces)] for output in outputs]


def outputs_of_document(reader, tokenizer, text, limit, batch=16):
    passages = passages_of(tokenizer, chunks_of(tokenizer, text, limit), limit)
    return [found for at in range(0, len(passages), batch) for found in outputs_of(reader, passages[at:at + batch])]


def statements_of(tokenizer, near, passage, outputs, settings):
    """Yields (confidence, statement) of one passage."""
    tags, asks, answers = (apart(values, sizes) for values, sizes in zip(outputs, (TAG_SIZES, LINKS, LINKS)))
    pieces, inner, colon = passage.pieces, continuations(tokenizer), tokenizer.vocabulary[':']
    continues = [id in inner for id in pieces.ids]
    glued = [token > 0 and start == pieces.end[token - 1] for token, start in enumerate(pieces.start)]
    tags = tags['cue'][0].softmax(-1).tolist()
    says = lambda token: pieces.case[token] != NO_CASE or pieces.ids[token] == colon
    runs = [run for run in cue_runs(tags, glued, settings.cue) if any(map(says, range(run[0], run[1] + 1)))]
    if not runs:
        return
    weights = torch.zeros(len(runs), len(pieces))
    for i, (first, last) in enumerate(runs):
        weights[i, first:last + 1] = 1 / (last + 1 - first)
    rows, middle = torch.zeros(len(runs), dtype=torch.long), torch.tensor([first for first, _ in runs])
    source, content = (links(near[link], asks[link], answers[link], weights, rows, middle).tolist()
                       for link in ('source', 'content'))
    for i, (first, last) in enumerate(runs):
        if passage.keep[0] <= pieces.start[first] < passage.keep[1]:
            statement = decode(pieces, continues, (first, last), source[i], content[i], settings)
            if statement['content']:
                yield sum(1 - none for none, _, _ in tags[first:last + 1]) / (last + 1 - first), statement


def statements_from(tokenizer, near, outputs, settings):
    """The statements of a document from the outputs of its passages."""
    found = [pair for passage, output in outputs for pair in statements_of(tokenizer, near, passage, output, settings)]
    return distinct(found, settings.overlap)


def read_document(reader, tokenizer, text, limit, settings):
    with torch.no_grad():
        outputs = outputs_of_document(reader, tokenizer, text, limit)
        return statements_from(tokenizer, reader.near, outputs, settings)


def content_f1(documents):
    """Statement and content F1 over pairs (article, statements), outermost statements alone, as PolNeAR has them: words shared by at least half, paired greedily."""
    right, matched, found, there = 0, 0, 0, 0
    for article, statements in documents:
        statements = outermost(statements)
        words = [match.span() for match in WORD.finditer(article['text'])]
        within = lambda spans: {i for i, (a, b) in enumerate(words) if any(a < end and start < b for start, end in spans)}
        overlap = lambda a, b: len(a & b) / len(a | b) if a | b else 1.0
        gold = [(within(a['content']), within(a['source'])) for a in article['attributions']]
        ours = [(within(s['content']), within(s['source']['spans'] if s['source'] else [])) for s in statements]
        pairs = sorted(((overlap(g[0], o[0]), overlap(g[1], o[1]), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours)
                        if g[0] & o[0]), reverse=True)
        used_gold, used_ours = set(), set()
        for content, source, i, j in pairs:
            if content < 0.5 or i in used_gold or j in used_ours:
                continue
            used_gold.add(i)
            used_ours.add(j)
            right += source >= 0.5
        matched, found, there = matched + len(used_gold), found + len(ours), there + len(gold)
    f1 = lambda n: round(2 * n / max(1, found + there), 4)
    return {'statement': f1(right), 'content': f1(matched), 'found': found, 'there': there}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--model', required=True)
    parser.add_argument('--vocab', required=True)
    parser.add_argument('--documents', required=True, help='objects with id and text, one a line')
    parser.add_argument('--out', required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    reader, limit = load_reader(options.model)
    tokenizer = Tokenizer(load_vocabulary(options.vocab))
    began, words = time.time(), 0
    with open(options.out, 'w', encoding='utf-8') as out:
        for document in lines_of(options.documents):
            words += len(document['text'].split())
            statements = read_document(reader, tokenizer, document['text'], limit, Decoding())
            article = {'blocks': [], 'statements': statements, 'events': [], 'entities': [], 'times': [], 'counts': []}
            reading = {'schema': 'hearsay.reading/1', 'document': {'id': document['id'], 'text': document['text']},
                       'articles': [article]}
            out.write(json.dumps(reading, ensure_ascii=False) + '\n')
    print(f'{words} words in {time.time() - began:.1f} s')


if __name__ == '__main__':
    main()
