"""What export.py writes as reader.json is, to the byte, the reader.json of the shipped model."""

import json
import unittest
from pathlib import Path

import here
from facts import facts_of

MODELS = here.TRAINING.parent / 'models'


class Facts(unittest.TestCase):
    def test_the_shipped_reader_json_is_what_an_export_writes(self):
        text = (MODELS / 'reader.json').read_text(encoding='utf-8')
        shipped = json.loads(text)
        facts = facts_of(MODELS, shipped['name'], shipped['limit'], shipped['tags'], shipped['near'])
        self.assertEqual(text, json.dumps(facts) + '\n')

    def test_thresholds_and_calibration_may_be_those_of_another_model(self):
        other = Path(self.enterContext(here.folder())) / 'reader.json'
        other.write_text(json.dumps({'calibration': {'trigger': 1, 'lead': 0, 'bias': 0, 'surest': 0.99}}), encoding='utf-8')
        facts = facts_of(MODELS, 'other', 192, {}, {}, other)
        self.assertEqual(facts['calibration']['surest'], 0.99)
        self.assertEqual(facts['thresholds']['event'], 0.12)


if __name__ == '__main__':
    unittest.main()
