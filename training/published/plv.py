"""PLV's table in, sentences with the category of the relation that was coded out.

`datasets/PLV_train.tsv`: tab-separated, quoted as in CSV; of its columns `sentence` and `gold_root` are read."""

import csv


def relations(path):
    with open(path, encoding='utf-8', newline='') as file:
        for row in csv.DictReader(file, delimiter='\t'):
            yield {'text': row['sentence'], 'event': row['gold_root']}
