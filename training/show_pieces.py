"""Texts in (a JSON string a line, standard input), their pieces out: what the tokenizer of the package must agree with."""

import argparse
import json
import sys
from dataclasses import asdict

from pieces import Tokenizer, load_vocabulary, paragraphs_of


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--vocab', required=True)
    tokenizer = Tokenizer(load_vocabulary(parser.parse_args().vocab))
    for line in sys.stdin:
        paragraphs = [asdict(tokenizer.paragraph(paragraph, at)) for paragraph, at in paragraphs_of(json.loads(line))]
        print(json.dumps(paragraphs))


if __name__ == '__main__':
    main()
