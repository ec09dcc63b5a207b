"""A checkpoint and the articles held aside from training in, the decoding thresholds of best statement F1 out."""

import argparse
from itertools import product

import torch

from corpus import held_aside
from decode import Decoding
from evaluate import content_f1, load_reader, outputs_of_document, statements_from
from pieces import Tokenizer, load_vocabulary
from sources import lines_of


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--model', required=True)
    parser.add_argument('--vocab', required=True)
    parser.add_argument('--train', required=True)
    parser.add_argument('--held', type=float, required=True)
    options = parser.parse_args()
    torch.set_num_threads(1)
    reader, limit = load_reader(options.model)
    tokenizer = Tokenizer(load_vocabulary(options.vocab))
    held, _ = held_aside(lines_of(options.train), options.held)
    with torch.no_grad():
        outputs = [(article, outputs_of_document(reader, tokenizer, article['text'], limit)) for article in held]
        results = []
        for cue, source, content, price in product((0.3, 0.4, 0.5), (0.0, 0.5), (0.0, 0.3, 0.6), (2.0, 3.0)):
            settings = Decoding(cue=cue, source=source, content=content, price=price)
            documents = [(article, statements_from(tokenizer, reader.near, output, settings))
                         for article, output in outputs]
            results.append((content_f1(documents), settings))
    for figures, settings in sorted(results, key=lambda result: -result[0]['statement'])[:8]:
        print(figures, settings)


if __name__ == '__main__':
    main()
