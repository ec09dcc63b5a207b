"""A checkpoint and GUM's CoNLL-U in, UPOS accuracy, UAS and LAS out, in per cent of all words, punctuation included; relations
without their subtypes. A word that shares its first piece with an earlier word takes that piece's answer; one whose head stands in
another passage, or that has no piece, is wrong; words without a part of speech are left out."""

import argparse
import json

import torch

from corpus import first_token
from evaluate import load_reader, outputs_of_document
from heads import RELATIONS, UPOS
from model import TAG_SIZES, apart
from pieces import Tokenizer, load_vocabulary
from sources import gum


def answers_of(passage, outputs, starts):
    """Yields (start of a word, first piece of each word here, its part of speech, head piece, relation) of the words that are this passage's own."""
    low, high = passage.pieces.start[0], passage.pieces.end[-1]
    firsts = {start: first_token(passage.pieces, start) for start in starts if low <= start < high}
    firsts = {start: token for start, token in firsts.items() if token is not None}
    heads = torch.tensor(sorted({0, *firsts.values()}))
    tags, arcs = apart(outputs[0][0], TAG_SIZES), outputs[3][0]
    upos, relation, head = tags['upos'].argmax(-1), tags['relation'].argmax(-1), heads[arcs[:, heads].argmax(-1)]
    for start, token in firsts.items():
        if passage.keep[0] <= start < passage.keep[1]:
            yield start, firsts, UPOS[upos[token]], head[token].item(), RELATIONS[relation[token]]


def right_of(reader, tokenizer, limit, marked):
    """How many words there are, and how many have their part of speech, their head, and head and relation right."""
    upos, relations = ({start: kind for start, _, kind in marked.spans[head]} for head in ('upos', 'relation'))
    heads, answered = dict(marked.arcs), set()
    words, tagged, attached, labelled = len(upos), 0, 0, 0
    for passage, outputs in outputs_of_document(reader, tokenizer, marked.text, limit):
        for start, firsts, part, head, relation in answers_of(passage, outputs, upos):
            if start in answered:
                continue
            answered.add(start)
            tagged += part == upos[start]
            if start in heads and head == (0 if heads[start] is None else firsts.get(heads[start])):
                attached += 1
                labelled += relation == relations[start]
    return words, tagged, attached, labelled


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--model', required=True)
    parser.add_argument('--vocab', required=True)
    parser.add_argument('--conllu', required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    reader, limit = load_reader(options.model)
    tokenizer = Tokenizer(load_vocabulary(options.vocab))
    counts = [right_of(reader, tokenizer, limit, marked) for marked in gum(options.conllu)]
    words, *right = (sum(column) for column in zip(*counts))
    shares = {name: round(100 * count / words, 1) for name, count in zip(('UPOS', 'UAS', 'LAS'), right)}
    print(json.dumps({'words': words, **shares}))


if __name__ == '__main__':
    main()
