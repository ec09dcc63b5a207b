"""Features of labelled pairs of claims in, how well a comparison fitted on half 0 tells half 1 out.

    node benchmarks/claims/features.mjs READINGS > features.ndjson
    python training/claims.py features.ndjson

Needs scikit-learn (1.9), which nothing else here does. Gradient boosting (J. Friedman, 2001) over three classes; the first table is of half 0, cross-validated
by groups of pairs, the second of half 1. Nothing of it is in the program: benchmarks/RESULTS.md says why.
"""

import json
import sys

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

CLASSES = {'same': 0, 'compatible': 0, 'contradictory': 1, 'revised': 2, 'not-comparable': 2}
FOLDS = 8


def table(pairs, names):
    """Rows of features, classes, and groups as numbers."""
    rows = np.array([[pair['features'].get(name, -1) for name in names] for pair in pairs], float)
    groups = {name: at for at, name in enumerate(sorted({pair['group'] for pair in pairs}))}
    return rows, np.array([CLASSES[pair['relation']] for pair in pairs]), [groups[pair['group']] for pair in pairs]


def fitted(rows, classes):
    model = HistGradientBoostingClassifier(
        max_iter=80, learning_rate=0.06, max_leaf_nodes=12, min_samples_leaf=8, l2_regularization=1, random_state=0
    )
    return model.fit(rows, classes)


def cross_validated(rows, classes, groups):
    found = np.zeros((len(classes), 3))
    for train, test in GroupKFold(FOLDS).split(rows, classes, groups):
        found[test] = fitted(rows[train], classes[train]).predict_proba(rows[test])
    return found


def report(title, classes, found):
    print(title)
    for name, wanted in (('contradictory', 1), ('same or compatible', 0)):
        chosen = found.argmax(1) == wanted
        right = (chosen & (classes == wanted)).sum()
        print(f'  {name}: precision {right / chosen.sum():.3f}, recall {right / (classes == wanted).sum():.3f}')
        best = classes[np.argsort(-found[:, wanted])] == wanted
        for share in (0.2, 0.4, 0.6, 0.8):
            enough = np.searchsorted(np.cumsum(best), share * best.sum()) + 1
            print(f'    at recall {share}: precision {best[:enough].mean():.3f}')


def main():
    with open(sys.argv[1], encoding='utf-8') as lines:
        pairs = [json.loads(line) for line in lines]
    names = sorted({name for pair in pairs for name in pair['features']})
    halves = [table([pair for pair in pairs if pair['half'] == half], names) for half in (0, 1)]
    (rows, classes, groups), (others, gold, _) = halves
    report('half 0, cross-validated', classes, cross_validated(rows, classes, groups))
    report('half 1', gold, fitted(rows, classes).predict_proba(others))


if __name__ == '__main__':
    main()
