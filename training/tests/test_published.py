"""Small invented files in each publisher's format: what the training files say of them, and what sources.py makes of that."""

import csv
import json
import unittest
from pathlib import Path

import here
import sources
from convert import BABE, convert
from published import babe, conflibert, gum, muc, plv, polnear

ARTICLE = 'Mayor: 😀 bridge is shut\n\nThe bridge is shut, said\nAna Petrova, and it will stay so.\n'


def surfaces(text, spans):
    units = text.encode('utf-16-le')
    return [units[2 * start:2 * end].decode('utf-16-le') for start, end, *_ in spans]


def brat(text, *lines):
    """Lines of T and E; a T is given by its words, or by several words with `...` between them."""
    written = []
    for line in lines:
        if line[0].startswith('E'):
            written.append('\t'.join(line))
            continue
        name, label, words = line
        places = [(text.index(part), text.index(part) + len(part)) for part in words.split('...')]
        written.append(f"{name}\t{label} {';'.join(f'{a} {b}' for a, b in places)}\t{words}")
    return '\n'.join([*written, '#1\tAnnotatorNotes T1\tunsure']) + '\n'


class Published(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(here.folder()))

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with open(target, 'w', encoding='utf-8', newline='') as file:
            file.write(text)
        return target

    def write_polnear(self):
        self.write('PolNeAR/data/train/text/x_2016-01-01_shut.txt', ARTICLE)
        annotations = brat(ARTICLE, ('T1', 'Source', 'Mayor'), ('T2', 'Cue', ':'), ('T3', 'Content', '😀 bridge is shut'),
                           ('T4', 'Attribution', ':'), ('E1', 'Attribution:T4 Source:T1 Cue:T2 Content:T3'),
                           ('T5', 'Source', 'Ana Petrova'), ('T6', 'Cue', 'said'), ('T7', 'Content', 'it will stay so'),
                           ('T8', 'Content', 'is shut,...The bridge'), ('T9', 'Attribution', 'said'),
                           ('E2', 'Attribution:T9 Source:T5 Cue:T6 Content:T8 Content2:T7'), ('T10', 'Attribution', 'stay'),
                           ('E3', 'Attribution:T10'), ('T11', 'Discard', 'Mayor'))
        self.write('PolNeAR/data/train/attributions/x_2016-01-01_shut_4e07.ann', annotations)
        return self.folder / 'PolNeAR/data/train'

    def test_polnear(self):
        (article,) = polnear.articles(self.write_polnear())
        self.assertEqual([article['id'], article['annotator'], article['text']], ['x_2016-01-01_shut', '4e07', ARTICLE])
        first, second = article['attributions']
        self.assertEqual([first['id'], second['id']], ['E1', 'E2'])
        self.assertEqual(surfaces(ARTICLE, first['content']), ['😀 bridge is shut'])
        # A discontinuous content and a second one; two pieces with a blank between them are one.
        self.assertEqual(surfaces(ARTICLE, second['content']), ['The bridge is shut,', 'it will stay so'])
        self.assertEqual(surfaces(ARTICLE, second['source']), ['Ana Petrova'])
        (marked,) = sources.attribution([article])
        self.assertEqual(surfaces(ARTICLE, [span for span in marked.spans['cue'] if span[2] != '?']), [':', 'said'])

    def test_polnear_takes_the_annotator_who_agrees_best(self):
        one = lambda start, end: [{'id': 'E1', 'source': [], 'cue': [[start, end]], 'content': [[20, 30]]}]
        self.assertEqual(polnear.most_agreed({'a': one(0, 2), 'b': one(0, 8), 'c': one(0, 9)}), 'b')
        self.assertEqual(polnear.most_agreed({'only': []}), 'only')

    def test_polnear_joins_pieces_with_white_space_between_them(self):
        self.assertEqual(polnear.joined([(4, 7), (0, 3), (9, 10)], 'the man, a spy'), [(0, 7), (9, 10)])

    def write_gum(self):
        rows = lambda name, word: (f'# newdoc id = {name}\n# sent_id = {name}-1\n# text = {word} spoke.\n'
                                   f'1\t{word}\t{word}\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(1-person-new-cf1-1-sgl)\n'
                                   '2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n')
        self.write('gum/splits.md', '# Splits\n\n## dev\n\n  * GUM_news_b\n\n## train\n\n  * GUM_news_c\n  * GUM_news_a\n  * GUM_reddit_d\n')
        for name, word in (('GUM_news_a', 'Ana'), ('GUM_news_b', 'Ben'), ('GUM_news_c', 'Cem'), ('GUM_reddit_d', '_')):
            self.write(f'gum/dep/{name}.conllu', rows(name, word))
        return self.folder / 'gum'

    def test_gum(self):
        self.assertEqual([text.splitlines()[0] for text in gum.documents(self.write_gum())],
                         ['# newdoc id = GUM_news_a', '# newdoc id = GUM_news_c'])
        path = self.write('train.conllu', ''.join(gum.documents(self.folder / 'gum')))
        one, other = sources.gum(path)
        self.assertEqual([one.text, surfaces(one.text, one.spans['name'])], ['Ana spoke.\n', ['Ana']])
        self.assertEqual([kind for *_, kind in other.spans['upos']], ['PROPN', 'VERB', 'PUNCT'])

    def write_conflibert(self):
        self.write('ConfliBERT/data/cameo_class/train.tsv', 'A "truce"" held.\t2\nAna spoke,\twith a tab.\t0\r\n\n')
        self.write('ConfliBERT/data/re3d/train.txt', 'The\tB-Organisation\narmy\tI-Organisation\nleft\tO\n\n\nTwo\tB-Quantity\nAna\tB-Person\n')

    def test_conflibert(self):
        self.write_conflibert()
        self.assertEqual(list(conflibert.classes(self.folder / 'ConfliBERT/data/cameo_class/train.tsv')), [
            {'text': 'A "truce"" held.', 'name': 'materialCooperation'}, {'text': 'Ana spoke,\twith a tab.', 'name': 'statement'}])
        sentences = list(conflibert.entities(self.folder / 'ConfliBERT/data/re3d/train.txt'))
        self.assertEqual([one['tokens'] for one in sentences], [['The', 'army', 'left'], ['Two', 'Ana']])
        marked = next(sources.conflict_entities(sentences))
        self.assertEqual(sorted(surfaces(marked.text, marked.spans['mention'])), ['Ana', 'The army'])

    def write_plv(self):
        return self.write('Zero-Shot-PLOVER/datasets/PLV_train.tsv', '\tsentence_id\tsentence\tsource\tgold_root\n'
                          '\t4\t"Ana called it ""absurd""."\tAna\tACCUSE\n\t8\tBen left.\tBen\tYIELD\n')

    def test_plv(self):
        self.assertEqual(list(plv.relations(self.write_plv())), [
            {'text': 'Ana called it "absurd".', 'event': 'ACCUSE'}, {'text': 'Ben left.', 'event': 'YIELD'}])

    def write_muc(self):
        text = 'GUERRILLAS OF THE\nFRONT ATTACKED. \n\n   THE FRONT LEFT.'
        self.write('grit_doc_event_entity/data/muc/raw_files/proc_output/doc_train',
                   json.dumps({'docid': 'D-1', 'text': text, 'dateline': 'X, 1 JAN 90'}) + '\n')
        extracts = {'PerpInd': [[['guerrillas', 0]]], 'PerpOrg': [[['the front', 14], ['front', 18]]], 'Target': [], 'Victim': [], 'Weapon': []}
        self.write('grit_doc_event_entity/data/muc/processed/train.json',
                   json.dumps({'docid': 'D-1', 'doctext': text.lower(), 'extracts': extracts}) + '\n')
        return self.folder / 'grit_doc_event_entity/data/muc'

    def test_muc(self):
        (document,) = muc.documents(self.write_muc())
        self.assertEqual(document['roles']['perpetratorOrganization'], [['the front', 'front']])
        (marked,) = sources.incidents([document])
        self.assertEqual(sorted(surfaces(marked.text, marked.spans['part'])), ['GUERRILLAS', 'THE FRONT', 'THE FRONT'])

    def write_babe(self, rows):
        path = self.folder / f'{BABE}/data/final_labels_SG2.csv'
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, 'w', encoding='utf-8', newline='') as file:
            table = csv.writer(file, delimiter=';')
            table.writerows([['text', 'news_link', 'label_bias', 'biased_words'], *rows])
        return path

    def test_babe(self):
        rows = [[f'{n} 😀 a "vile; anti-vile" deed.', '', 'Biased', "['vile', 'anti-vile', 'Deed', 'dee', ' ']"] for n in range(20)]
        found = list(babe.sentences(self.write_babe([*rows, rows[0], ['Nobody knew.', '', 'No agreement', '[]'],
                                                     *([f'{n} went.', '', 'Non-biased', '[]'] for n in range(20))])))
        self.assertEqual({one['label'] for one in found}, {'biased', 'nonBiased'})
        self.assertEqual(len({one['text'] for one in found}), len(found))
        # Four fifths, more or less, of forty; always the same ones.
        self.assertTrue(20 < len(found) < 40, len(found))
        self.assertEqual(surfaces(found[0]['text'], found[0]['spans']), ['vile', 'anti-vile', 'deed'])
        self.assertTrue(list(sources.loaded_wording(found)))

    def test_all_of_it_and_what_is_missing(self):
        self.write_polnear(), self.write_gum(), self.write_conflibert(), self.write_plv(), self.write_muc()
        out = self.folder / 'out'
        told = list(convert(self.folder, out))
        self.assertEqual(told[:6], ['attribution/train.jsonl: 1', 'gum/train.conllu: 2', 'entities-conflict/train.jsonl: 2',
                                    'relations/train.jsonl: 2', 'quadclass/train.jsonl: 2', 'incidents/train.jsonl: 1'])
        self.assertRegex(told[6], '^loaded-wording/train.jsonl: left out, since .*final_labels_SG2.csv is not there$')
        key = sources.key_of('Ben left.')
        line = {'text': f'relations/{key}', 'events': [{'trigger': [4, 8], 'type': 'RETREAT', 'status': 'actual', 'actor': [[0, 3]]}]}
        (marked,) = sources.events(self.write('events.jsonl', json.dumps(line) + '\n'), out)
        self.assertEqual(surfaces(marked.text, marked.spans['trigger']), ['left'])
        self.assertEqual([kind for *_, kind in marked.spans['lead']], ['main'])
        other = self.write('other.jsonl', json.dumps({**line, 'text': f'relations/{"0" * 64}'}) + '\n')
        with self.assertRaisesRegex(SystemExit, 'no text of relations/train.jsonl has the SHA-256 0000'):
            list(sources.events(other, out))


class Events(unittest.TestCase):
    def test_every_text_is_named_by_a_corpus_and_a_hash(self):
        lines = sources.lines_of(here.TRAINING / 'events.jsonl')
        self.assertEqual(len(lines), 2555)
        self.assertEqual(sum(len(line['events']) for line in lines), 4842)
        for line in lines:
            self.assertRegex(line['text'], '^(relations|quadclass|incidents|attribution)/[0-9a-f]{64}$')


if __name__ == '__main__':
    unittest.main()
