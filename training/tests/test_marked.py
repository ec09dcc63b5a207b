"""What becomes labels: of a report marked whole, of GUM's entities, of our own sentences."""

import random
import unittest

import here  # noqa: F401
from coreference import same_things
from corpus import example_of
from heads import TAGS
from invented import filled, invented, marked_sentence, read_file
from passages import chunks_of, passages_of
from pieces import Tokenizer
from reports import base_of, conflict_reports, marked_report

TEXT = 'Rebels shelled the town, police said. The attack killed nobody, Reuters reported.'


def span(words, text=TEXT):
    return [text.index(words), text.index(words) + len(words)]


def statement(source, cue, content, stance='asserts'):
    return {'source': [span(source)], 'cue': [span(cue)], 'content': [span(content)], 'stance': stance}


class Reports(unittest.TestCase):
    def report(self, **changed):
        event = {'triggers': [span('shelled')], 'type': 'ASSAULT', 'status': 'actual', 'trigger': span('shelled'), 'actor': ['Rebels'],
                 'recipient': ['town|village'], 'place': None}
        return {'text': TEXT, 'statements': [statement('police', 'said', 'Rebels shelled the town,')], 'same': [], 'events': [{**event, **changed}]}

    def test_parties_by_their_words(self):
        marked, = conflict_reports([self.report()])
        self.assertIn(('actor', [tuple(span('shelled'))], [tuple(span('Rebels'))]), marked.asked)
        self.assertIn(('recipient', [tuple(span('shelled'))], [tuple(span('the town'))]), marked.asked)
        self.assertIn(('place', [tuple(span('shelled'))], []), marked.asked)

    def test_a_party_of_another_sentence_is_not_asked_for(self):
        marked, = conflict_reports([self.report(actor=['Reuters'])])
        self.assertNotIn('actor', [link for link, _, _ in marked.asked])

    def test_a_doubtful_label_and_a_look_back_are_left_out_of_the_loss(self):
        marked, = conflict_reports([self.report(type='ASSAULT|COERCE', status='actual|possible')])
        self.assertEqual([(*span('shelled'), '?')], marked.spans['trigger'])
        self.assertEqual([(*span('shelled'), '?')], marked.spans['status'])
        marked, = conflict_reports([self.report(type='*', status=None)])
        self.assertEqual([(*span('shelled'), 'ref')], marked.spans['look'])
        self.assertEqual([], marked.spans['status'])

    def test_same_things_by_their_base(self):
        report = {**self.report(), 'same': [[span('Rebels'), span('The attack')]]}
        for event in report['events']:
            event.update(actor=None, recipient=None, place=None)
        marked = marked_report(report, ())
        self.assertIn(('same', [tuple(span('Rebels'))], [tuple(span('The attack'))]), marked.asked)

    def test_the_base_of_a_noun_phrase(self):
        for words, base in (('the army of Mali', 'the army'), ('a spokesman, who fled', 'a spokesman'), ('they', 'they'), ('of age', 'of age')):
            self.assertEqual(base, words[slice(*base_of(words, (0, len(words))))])


class Entities(unittest.TestCase):
    def rows(self, *entities):
        return [[''] * 9 + [f'Entity={entity}' if entity else '_'] for entity in entities]

    def test_mentions_end_with_their_head(self):
        first = self.rows('(1-person-new-nnnnn-cf1-2-coref', '', '(2-place-new-nnnnn-cf2-1-sgl)1)')
        second = self.rows('(1-person-giv:act-nnnnn-cf1-1-ana)', '(3-abstract-new-nnnnn-cf3-1-sgl)')
        found = dict(same_things([(first, [(0, 3), (4, 9), (10, 14)]), (second, [(15, 17), (18, 20)])]))
        self.assertEqual({(0, 9): [(15, 17)], (15, 17): [(0, 9)], (10, 14): []}, found)


class Invented(unittest.TestCase):
    def test_words_roles_and_statements(self):
        text, labels, names = filled('[q1 [r1 Two men] [e1.ASSAULT.denied died] in [p1 <town>]], [s1 police] [c1.denies said].', {'town': ['Kano']}, random.Random(1))
        self.assertEqual('Two men died in Kano, police said.', text)
        marked = marked_sentence(text, labels, names)
        at = lambda words: tuple(span(words, text))
        self.assertEqual([(*at('died'), 'ASSAULT')], marked.spans['trigger'])
        self.assertEqual([(*at('died'), 'denied')], marked.spans['status'])
        self.assertEqual([(*at('said'), 'denies')], marked.spans['stance'])
        self.assertEqual([(*at('Kano'), 'place')], marked.spans['name'])
        for asked in (('recipient', [at('died')], [at('Two men')]), ('place', [at('died')], [at('Kano')]), ('actor', [at('died')], []),
                      ('source', [at('said')], [at('police')]), ('content', [at('said')], [at('Two men died in Kano')])):
            self.assertIn(asked, marked.asked)

    def test_the_name_begins_behind_its_article(self):
        text, labels, names = filled('<group> fled.', {'group': ['the Sons of the River']}, random.Random(1))
        self.assertEqual(('The Sons of the River fled.', [('organisation', 4, 21)]), (text, names))

    def test_every_template_is_closed_and_has_known_labels(self):
        lists, templates = read_file()
        for template in templates:
            marked = marked_sentence(*filled(template, lists, random.Random(2)))
            self.assertNotRegex(marked.text, r'[\[\]<>]')
            for head in ('stance', 'status', 'look'):
                self.assertTrue({kind for *_, kind in marked.spans[head]} <= set(TAGS[head]), template)
            self.assertTrue({f'B-{kind}' for *_, kind in marked.spans['trigger']} <= set(TAGS['trigger']), template)

    def test_the_same_reports_every_time(self):
        self.assertEqual([one.text for one in invented(5)], [one.text for one in invented(5)])


class Examples(unittest.TestCase):
    def test_what_is_not_known_has_no_class(self):
        tokenizer = Tokenizer({piece: at for at, piece in enumerate(['[PAD]', '[UNK]', '[CLS]', '[SEP]', 'rebels', 'fled', '.'])})
        marked, = conflict_reports([{'text': 'Rebels fled.', 'statements': [], 'same': [],
                                     'events': [{'triggers': [[7, 11]], 'trigger': [7, 11], 'type': 'RETREAT|ASSAULT', 'status': 'actual', 'actor': [], 'recipient': [], 'place': None}]}])
        passage, = passages_of(tokenizer, list(chunks_of(tokenizer, marked.text, 16)), 16)
        example = example_of(passage, marked)
        at = passage.pieces.ids.index(5)
        self.assertEqual((-1, 0, 0), (example.tags['trigger'][at], example.tags['status'][at], example.tags['trigger'][at - 1]))


if __name__ == '__main__':
    unittest.main()
