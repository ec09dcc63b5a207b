"""Lines of annotators and small invented reports: which words are found, what is reported as a fault, what is kept, how far two annotators agree."""

import json
import unittest
from collections import Counter, defaultdict
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import here
import agreement
import collect
import format
import resolve
import worksheets
from heads import CATEGORIES, STANCE, STATUS

TEXT = ('The army said rebels killed at least 15 people near Ostra. “We left at dawn,” said Ana Petrova, a nurse, “and came back at night.”\n'
        'The attack followed an attack on Sunday, the army said. He, he said and she waited.')
STATEMENT = 'S1 @0 | The army | said | rebels killed at least 15 people near Ostra | indirect asserts y'
EVENT = 'E1 @0 | killed | ASSAULT actual | actor=rebels | rec=at least 15 people'


def numbered(text=TEXT):
    return {'n': 7, 'corpus': 'invented', 'id': 'x', 'text': text, 'sentences': worksheets.sentences_of(text)}


def resolved(*lines, text=TEXT, check=False, annotator='A'):
    faults = []
    return resolve.in_utf16(resolve.resolve(numbered(text), lines, annotator, faults.append, check)), faults


def words(spans, text=TEXT):
    return [text[start:end] for start, end in spans]


class Found(unittest.TestCase):
    def statement(self, line, text=TEXT):
        report, faults = resolved(line, text=text)
        self.assertEqual([], faults)
        return report['statements'][0]

    def test_a_statement(self):
        found = self.statement(STATEMENT + ' | who=the army of Norland | relay=the Post ; state radio')
        self.assertEqual(('indirect', 'asserts', True), (found['manner'], found['stance'], found['named']))
        self.assertEqual(('the army of Norland', ['the Post', 'state radio'], None), (found['source_is'], found['relay'], found['within']))
        self.assertEqual([[0, 8]], found['source'])

    def test_which_words_are_found(self):
        content = 'S1 @{} | - | - | {} | indirect asserts n'
        for sentence, phrase, expected, why in (
                (0, 'rebels ... near Ostra', 'rebels killed at least 15 people near Ostra', 'first and last words'),
                (1, '"We left at dawn,"', '“We left at dawn,”', 'another form of quotation marks'),
                (0, 'AT LEAST 15', 'at least 15', 'other letters where none fit'),
                (0, 'army', 'army', 'a word within the sentence'),
                (2, 'the army', 'the army', 'the letters as they are before others')):
            self.assertEqual([expected], words(self.statement(content.format(sentence, phrase))['content']), why)

    def test_words_are_not_found(self):
        for sentence, phrase, why in ((0, 'rebel', 'part of a word'), (0, 'at least 1', 'part of a number'), (3, 'rebels', 'in a sentence before'),
                                      (0, 'rebels ... at no time', 'last words that are not there')):
            report, faults = resolved(f'S1 @{sentence} | - | - | {phrase} | indirect asserts n')
            self.assertEqual(([], [f'S1: content not found: {phrase}']), (report['statements'], faults), why)

    def test_pieces(self):
        found = self.statement('S1 @1 | Ana Petrova, a nurse | said | “We left at dawn,” ++ “and came ... night.” | direct asserts y')
        self.assertEqual(['“We left at dawn,”', '“and came back at night.”'], words(found['content']))
        self.assertEqual((['said'], ['Ana Petrova, a nurse']), (words(found['cue']), words(found['source'])))

    def test_dots_of_the_text_itself(self):
        text = 'Wait ... for me, he said.'
        for content in ('Wait ... for me', 'Wait ... for ... me'):
            found = self.statement(f'S1 @0 | he | said | {content} | direct asserts n', text)
            self.assertEqual(['Wait ... for me'], words(found['content'], text))

    def test_the_nearest_cue_and_the_named_one(self):
        text = 'He said she said they said it rained.'
        line = 'S1 @0 | they | {} | it rained | indirect asserts n'
        for cue, at in (('said', 22), ('said #1', 3), ('said #2', 12), ('said @0 #2', 12)):
            self.assertEqual([[at, at + 4]], self.statement(line.format(cue), text)['cue'], cue)
        self.assertEqual(['S1: cue has no #4: said'], resolved(line.format('said #4'), text=text)[1])

    def test_a_source_of_another_sentence(self):
        found = self.statement('S1 @2 | Ana Petrova @1 | said | The attack followed an attack | indirect asserts n')
        self.assertEqual(['Ana Petrova'], words(found['source']))

    def test_offsets_are_utf16(self):
        self.assertEqual([[3, 5]], self.statement('S1 @0 | He | said | it rained | indirect asserts n', '😀 He said it rained.')['source'])

    def test_an_event(self):
        report, faults = resolved(STATEMENT, EVENT + ' | place=Ostra | num=15.. killed people | st=S1 | back doubtful')
        event, = report['events']
        self.assertEqual([], faults)
        self.assertEqual((['killed'], ['rebels'], ['at least 15 people'], ['Ostra']),
                         tuple(words(event[field]) for field in ('triggers', 'actor', 'recipient', 'place')))
        self.assertEqual((0, True, False, True), (event['statement'], event['background'], event['ref'], event['doubtful']))
        self.assertEqual([{'low': 15, 'high': None, 'fate': 'killed', 'of': 'people'}], event['counts'])

    def test_counts(self):
        for field, low, high in (('3..3 killed -', 3, 3), ('1,200.. injured men', 1200, None), ('..9 missing -', None, 9), ('4 released -', 4, 4)):
            count = format.count_of(field, self.fail)
            self.assertEqual((low, high), (count['low'], count['high']), field)

    def test_the_same_trigger_for_two_events(self):
        report, faults = resolved('E1 @2 | attack | ASSAULT actual', 'E2 @2 | attack | ASSAULT|COERCE actual')
        self.assertEqual(([], [[4, 10], [23, 29]]), (faults, [[at - TEXT.index('The attack') for at in one['trigger']] for one in report['events']]))
        self.assertEqual('ASSAULT|COERCE', report['events'][1]['type'])

    def test_groups(self):
        report, faults = resolved(EVENT, 'E2 @2 | The attack | ASSAULT actual | ref', 'R | E1 ; E2', 'R | The army @0 ; the army @2',
                                  'R | he @3 ; He @3 ; she @3')
        self.assertEqual(([], [[0, 1]]), (faults, report['sameEvents']))
        self.assertEqual([['The army', 'the army'], ['He', 'he', 'she']], [[one['text'] for one in group] for group in report['same']])


class Faults(unittest.TestCase):
    def test_what_is_reported(self):
        for line, expected in (
                ('X | nothing', 'line not understood: X | nothing'),
                ('S1 | The army | said | rebels killed | indirect asserts y', 'S1: no sentence in "S1"'),
                ('S1 @9 | The army | said | rebels killed | indirect asserts y', 'S1: there is no sentence 9'),
                ('S1 @0 | The army | said | rebels killed', 'S1: 4 fields'),
                ('S1 @0 | The army | said | - | indirect asserts y', 'S1: no content'),
                ('S1 @0 | The navy | said | rebels killed | indirect asserts y', 'S1: source not found: The navy'),
                ('S1 @0 | The army | said | rebels killed | indirect shouts y', 'S1: unknown value "shouts"'),
                (STATEMENT + ' | in=S2', 'S1: in=S2 is no statement'),
                (STATEMENT + ' | by=me', 'S1: unknown field "by=me"'),
                ('E1 @0 | killed | MURDER actual', 'E1: unknown value "MURDER"'),
                (EVENT + ' | st=S4', 'E1: st=S4 is no statement'),
                (EVENT + ' | num=many killed people', 'E1: num: "many killed people"'),
                (EVENT + ' | num=3..3 bored people', 'E1: unknown value "bored"'),
                (EVENT + ' | time=Monday', 'E1: time not found: Monday'),
                ('R | The army @0 ; the army', 'R: no sentence: the army'),
                ('R | E1 ; E2', 'R: E1 is no event')):
            self.assertIn(expected, resolved(line)[1], line)
        self.assertIn('S1: name used twice', resolved(STATEMENT, STATEMENT)[1])

    def test_doubtful_placements_are_checked_on_demand(self):
        for lines, doubt in (((STATEMENT, EVENT), 'E1: check: st=-, innermost holding "killed" is S1'), ((STATEMENT, EVENT + ' | st=S1'), None),
                             ((STATEMENT, 'S2 @2 | the army | said | The attack followed | indirect asserts y | in=S1'),
                              'S2: check: content not inside S1')):
            self.assertEqual(([], [doubt] if doubt else []), (resolved(*lines)[1], resolved(*lines, check=True)[1]))
        outer, inner = 'S1 @0 | A | said | B said C | direct asserts n', 'S2 @0 | B | said | C | indirect asserts n'
        self.assertEqual(['S2: check: lies inside S1 but has no in='], resolved(outer, inner, text='A said B said C.', check=True)[1])
        self.assertEqual([], resolved(outer, inner + ' | in=S1', text='A said B said C.', check=True)[1])

    def test_the_labels_are_those_that_are_trained(self):
        self.assertEqual((set(CATEGORIES), set(STATUS), set(STANCE)), (format.TYPES, format.STATUS, format.STANCE))


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(here.folder()))

    def run_main(self, program, *arguments):
        with patch('sys.argv', [program.__name__, *map(str, arguments)]), redirect_stdout(StringIO()) as out, patch('sys.stderr', StringIO()):
            program.main()
        return out.getvalue()

    def test_from_reports_to_labels_without_text(self):
        corpus = self.folder / 'invented'
        corpus.mkdir()
        reports = ({'id': number, 'text': TEXT.replace('15', str(number))} for number in (15, 16))
        (corpus / 'reports.jsonl').write_text(''.join(json.dumps(report) + '\n' for report in reports), 'utf-8')
        self.run_main(worksheets, corpus / 'reports.jsonl', '--out', self.folder / 'sheets', '--size', 1)
        sheet = (self.folder / 'sheets/001.txt').read_text('utf-8').split('\n')
        self.assertEqual(['##### 1', '0: The army said rebels killed at least 16 people near Ostra.'], sheet[:2])
        file = self.folder / '000.B.txt'
        file.write_text(f'##### 0\n{STATEMENT} | who=the army of Norland\n{EVENT} | num=15.. killed people\nR | The army @0 ; the army @2\n##### 9\n', 'utf-8')
        told = self.run_main(resolve, file, '--reports', self.folder / 'sheets/index.jsonl', '--out', self.folder / 'resolved.jsonl')
        self.assertEqual('000.B.txt 9 no such report\n', told)
        self.assertEqual('B', json.loads((self.folder / 'resolved.jsonl').read_text('utf-8'))['annotator'])
        self.run_main(collect, self.folder / 'resolved.jsonl', '--out', self.folder / 'labels.jsonl')
        labels = (self.folder / 'labels.jsonl').read_text('utf-8')
        self.assertRegex(labels, '^{"text": "invented/[0-9a-f]{64}", ')
        for text in ('army', 'rebels', 'people', 'Norland'):
            self.assertNotIn(text, labels)
        self.assertEqual([[[0, 8], [TEXT.index('the army'), TEXT.index('the army') + 8]]], json.loads(labels)['same'])

    def test_agreement(self):
        one, _ = resolved(STATEMENT, EVENT, 'E2 @2 | attack | ASSAULT actual')
        other, _ = resolved(STATEMENT.replace('asserts', 'denies'), EVENT.replace('rebels', 'The army'), annotator='B')
        (self.folder / 'resolved.jsonl').write_text(f'{json.dumps(one)}\n{json.dumps(other)}\n', 'utf-8')
        tally = defaultdict(Counter)
        agreement.compare(one, other, tally)
        self.assertEqual({'one': 1, 'other': 1, 'content': 1, 'both': 1}, tally['statements'])
        self.assertEqual({'one': 2, 'other': 1, 'trigger': 1, 'both': 1}, tally['events'])
        for field, same in (('stance', 0), ('manner', 1), ('status', 1), ('actor', 0), ('recipient', 1)):
            self.assertEqual({'all': 1, 'same': same}, tally[field], field)
        printed = self.run_main(agreement, self.folder / 'resolved.jsonl').split('\n')
        self.assertEqual(['1 reports', 'statements: content F1 100.0, with source 100.0', 'events: trigger F1 66.7, with type 66.7',
                          'stance: 0.0 of 1'], printed[:4])
        self.assertIn('place: - of 0', printed)

    def test_agreement_on_who_is_who(self):
        group = lambda *spans: [{'span': [at, at + 1]} for at in spans]
        tally = Counter()
        agreement.b_cubed([group(0, 2, 4, 6)], [group(0, 2), group(4, 6, 8)], tally)
        self.assertEqual((4, 4, 5), (tally['mentions'], tally['one'], tally['other']))
        self.assertEqual((4.0, 2.0), (tally['precision'], tally['recall']), 'the first annotator counts as right')


if __name__ == '__main__':
    unittest.main()
