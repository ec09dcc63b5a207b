"""An exported model in, its reader.json out: name, hashes of the other files, heads, distance biases, thresholds and calibration.
src/language/model-facts.ts reads it. Needs no torch."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from decode import Decoding
from heads import BUCKETS, LINKS


@dataclass(frozen=True)
class Thresholds:
    """`trigger` to `part` are the least probabilities of such a piece; a sentence that says nothing of an event and refers to it with the probability `reference` reports none; `nested_cue` is that of a cue inside somebody's words. In log odds:
    `party_price` is what a further party to an event must be worth, `part_link` how far a part may be from what its event links to;
    in text in capitals `part_weight` is how much a part counts beside the link, and `party_total` what the two must come to. An
    actual event whose confidence is below `event` is left out."""

    trigger: float = 0.5
    mention: float = 0.5
    name: float = 0.5
    loaded: float = 0.5
    part: float = 0.5
    reference: float = 0.05
    nested_cue: float = 0.6
    party_price: float = 2.0
    part_link: float = -6.0
    part_weight: float = 2.0
    party_total: float = 2.0
    event: float = 0.12


@dataclass(frozen=True)
class Calibration:
    """The confidence of an event: a logistic regression (Platt 1999) over the log odds of its trigger and of its `lead`, each taken for
    no surer than `surest`. Fitted for reader-5 by calibrate.py; other weights need their own."""

    trigger: float = 0.2
    lead: float = 0.5
    bias: float = -0.98
    surest: float = 0.999


def facts_of(folder, name, limit, tags, near, like=None):
    """`folder` has reader.onnx and vocab.txt; `tags` are the classes of each shipped tag head, in the order of the columns, `near` the
    distance biases of each link; `like` is a reader.json whose thresholds and calibration are taken over."""
    given = json.loads(Path(like).read_text(encoding='utf-8')) if like else {}
    return {
        'name': name,
        'sha256': {file: hashlib.sha256((Path(folder) / file).read_bytes()).hexdigest() for file in ('reader.onnx', 'vocab.txt')},
        'limit': limit,
        'buckets': BUCKETS,
        'tags': {head: list(classes) for head, classes in tags.items()},
        'links': {link: LINKS[link] for link in near},
        'near': {link: [round(value, 5) for value in values] for link, values in near.items()},
        'decoding': given.get('decoding', asdict(Decoding())),
        'thresholds': given.get('thresholds', asdict(Thresholds())),
        'calibration': given.get('calibration', asdict(Calibration())),
    }


def write_facts(facts, folder):
    (Path(folder) / 'reader.json').write_text(json.dumps(facts) + '\n', encoding='utf-8')
