"""A folder with clones of the repositories that publish the corpora in, the folder of training files that train.py reads out.
README.md lists the repositories. What is not there is left out, and said."""

import argparse
import json
from pathlib import Path

from published import babe, conflibert, gum, muc, plv, polnear

BABE = 'Neural-Media-Bias-Detection-Using-Distant-Supervision-With-BABE'
# The training file, what it is made from, and how.
CORPORA = (
    ('attribution/train.jsonl', 'PolNeAR/data/train', polnear.articles),
    ('gum/train.conllu', 'gum', gum.documents),
    ('entities-conflict/train.jsonl', 'ConfliBERT/data/re3d/train.txt', conflibert.entities),
    ('relations/train.jsonl', 'Zero-Shot-PLOVER/datasets/PLV_train.tsv', plv.relations),
    ('quadclass/train.jsonl', 'ConfliBERT/data/cameo_class/train.tsv', conflibert.classes),
    ('incidents/train.jsonl', 'grit_doc_event_entity/data/muc', muc.documents),
    ('loaded-wording/train.jsonl', f'{BABE}/data/final_labels_SG2.csv', babe.sentences),
)


def convert(published, out):
    """Yields a line about each training file."""
    for target, source, read in CORPORA:
        if not (published / source).exists():
            yield f'{target}: left out, since {published / source} is not there'
            continue
        path = out / target
        path.parent.mkdir(parents=True, exist_ok=True)
        count = 0
        with open(path, 'w', encoding='utf-8', newline='\n') as file:
            for one in read(published / source):
                file.write(one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) + '\n')
                count += 1
        yield f'{target}: {count}'


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('published', type=Path, help='folder with the clones')
    parser.add_argument('out', type=Path, help='folder for the training files')
    options = parser.parse_args()
    for line in convert(options.published, options.out):
        print(line)


if __name__ == '__main__':
    main()
