"""Worksheets of pairs over small invented reports: which words are found, what is a fault, what a second annotator sees, how far two agree."""

import json
import unittest
from pathlib import Path

import here
import pairs
import pairs_agreement
import pairs_blind

ONE = 'A ferry sank near Ostra on Monday. At least five people died, the coast guard said. “At least five people died,” the mayor said.'
OTHER = 'A 🚢 sank on Monday night. The owner said four people died. Nobody knew why.'
GROUP = ['G ferry', '1 W0 killed At least five people', '2 W1 killed four people']


def spans(text):
    """Sentences in UTF-16 units."""
    found, at = [], 0
    for part in text.split('. '):
        part = part if part.endswith(('.', '”')) else part + '.'
        size = pairs.utf16(part, len(part))
        found.append([at, at + size])
        at += size + 1
    return found


def corpora(folder):
    wire = [{'id': f'r{number}', 'text': text, 'sentences': spans(text), 'outlet': 'Ostra Post'} for number, text in enumerate((ONE, OTHER))]
    for corpus, file, rows in (('wire-reports', 'reports.jsonl', wire), ('ecbplus', 'train.jsonl', []), ('ecbplus', 'dev.jsonl', [])):
        path = Path(folder) / corpus
        path.mkdir(exist_ok=True)
        (path / file).write_text(''.join(json.dumps(row) + '\n' for row in rows), encoding='utf-8')
    return pairs.texts_of(folder)


class Pairs(unittest.TestCase):
    def setUp(self):
        self.folder = here.folder()
        self.addCleanup(self.folder.cleanup)
        self.texts = corpora(self.folder.name)

    def read(self, *lines):
        faults = []
        return pairs.pairs_of([*GROUP, *lines], self.texts, faults.append), faults

    def words(self, claim):
        text = next(report['text'] for report in self.texts.values() if report['key'] == claim['text'])
        return pairs_blind.cut(text, *claim['span']), pairs_blind.cut(text, *claim['sentence'])

    def test_a_pair(self):
        (pair,), faults = self.read('contradictory 2-1 | The owner and the guard.')
        self.assertEqual(faults, [])
        self.assertEqual((pair['id'], pair['question'], pair['relation'], pair['why']), ('ferry/1', 'killed', 'contradictory', 'The owner and the guard.'))
        self.assertNotIn('sameSource', pair)
        self.assertEqual(self.words(pair['one']), ('four people', 'The owner said four people died.'))
        self.assertEqual(self.words(pair['other']), ('At least five people', 'At least five people died, the coast guard said.'))

    def test_the_second_place_and_one_source(self):
        (pair,), _ = self.read('3 W0 killed At least five people #2', 'same 1-3~')
        self.assertTrue(pair['sameSource'])
        self.assertIn('mayor', self.words(pair['other'])[1])
        self.assertEqual(pairs.faults_of([pair]), [])

    def test_faults(self):
        for line, fault in (('3 W0 killed six people', 'not found'), ('3 W0 killed five people #3', 'not found'), ('3 W9 killed five people', 'not understood'),
                            ('3 W0 toll five people', 'not understood'), ('same 1-7', 'no such pair'), ('1 W1 killed four people', 'two claims')):
            with self.subTest(line):
                self.assertIn(fault, ' '.join(self.read(line)[1]))
        self.assertIn('two questions', self.read('3 W1 time Monday night', 'same 1-3')[1][0])

    def test_the_form_of_a_set(self):
        good = self.read('contradictory 1-2')[0]
        self.assertEqual(pairs.faults_of(good), [])
        for changed, fault in (({'relation': 'alike'}, 'unknown'), ({'half': 2}, 'unknown'), ({'other': good[0]['one']}, 'beside itself')):
            with self.subTest(fault):
                self.assertIn(fault, ' '.join(pairs.faults_of([{**good[0], **changed}])))
        again = {**good[0], 'id': 'ferry/2', 'one': good[0]['other'], 'other': good[0]['one']}
        self.assertIn('the same pair', ' '.join(pairs.faults_of([*good, again])))
        moved = {**again, 'half': 1 - good[0]['half'], 'question': 'injured'}
        self.assertIn('other half', ' '.join(pairs.faults_of([*good, moved])))

    def test_blind_lines_have_no_label(self):
        lines = list(pairs_blind.blind(self.read('contradictory 1-2~ | Why.')[0], self.texts))
        self.assertEqual(set(lines[0]), {'id', 'question', 'one', 'other'})
        self.assertNotIn('ferry', lines[0]['id'])
        self.assertEqual(lines[0]['other']['context'], 'A 🚢 sank on Monday night. The owner said [[four people]] died. Nobody knew why.')
        self.assertEqual((lines[0]['one']['outlet'], lines[0]['one']['title']), ('Ostra Post', 'A ferry sank near Ostra on Monday.'))


class Agreement(unittest.TestCase):
    def test_kappa(self):
        for labels, expected in (([('same', 'same'), ('revised', 'revised')], 1), ([('same', 'revised'), ('revised', 'same')], -1),
                                 ([('same', 'same')], 1), ([('same', 'same'), ('same', 'revised'), ('revised', 'same'), ('revised', 'revised')], 0)):
            with self.subTest(labels):
                self.assertAlmostEqual(pairs_agreement.kappa(labels), expected)

    def test_scores(self):
        labels = [('same', 'compatible'), ('same', 'same'), ('contradictory', 'same')]
        self.assertEqual(pairs_agreement.scores(labels, {'same'}), (0.5, 0.5, 0.5))
        self.assertEqual(pairs_agreement.scores(labels, {'contradictory'}), (None, 0, 0))
        self.assertEqual(pairs_agreement.scores(labels, {'same', 'compatible'}), (2 / 3, 1, 0.8))


class Committed(unittest.TestCase):
    def test_the_set_is_well_formed(self):
        path = here.TRAINING.parent / 'benchmarks' / 'claims' / 'pairs.jsonl'
        rows = [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines()]
        self.assertEqual(pairs.faults_of(rows), [])
        self.assertGreater(len(rows), 650)
        for row in rows:
            self.assertEqual(row['half'], pairs.half_of(row['id'].rsplit('/', 1)[0]))
            for side in ('one', 'other'):
                self.assertLessEqual(set(row[side]), {'text', 'span', 'sentence'})
                self.assertRegex(row[side]['text'], r'^(wire-reports|ecbplus)/[0-9a-f]{64}$')


if __name__ == '__main__':
    unittest.main()
