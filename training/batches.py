"""Examples in, tensors out: batches of about equal numbers of tokens, with the changed copies that make the reader robust."""

import random
from dataclasses import dataclass

import torch

from pieces import LOWER, NO_CASE, UPPER

SAME_MARKS = (('“', '"'), ('”', '"'), ('’', "'"), ('‘', "'"))


@dataclass
class Batch:
    ids: torch.Tensor
    case: torch.Tensor
    quote: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    rows: torch.Tensor
    middle: torch.Tensor
    cue_weights: torch.Tensor
    targets: list


def altered(pieces, dice, vocabulary):
    """Ids and case, in some passages as all capitals, all small letters, or with typewriter quotation marks."""
    ids, case = pieces.ids, pieces.case
    chance = dice.random()
    if chance < 0.06:
        case = [value if value == NO_CASE else UPPER for value in case]
    elif chance < 0.08:
        case = [value if value == NO_CASE else LOWER for value in case]
    if dice.random() < 0.15:
        swap = {vocabulary[curly]: vocabulary[straight] for curly, straight in SAME_MARKS}
        ids = [swap.get(id, id) for id in ids]
    return ids, case


def tensors_of(examples, dice=None, vocabulary=None):
    length, cues = max(len(example.pieces) for example in examples), sum(len(example.cues) for example in examples)
    size = len(examples)
    ids, case, quote = (torch.zeros(size, length, dtype=torch.long) for _ in range(3))
    mask, tags = torch.zeros(size, length, dtype=torch.long), torch.full((size, length), -100)
    weights, targets = torch.zeros(cues, length), [torch.zeros(cues, length), torch.zeros(cues, length)]
    rows, middle = torch.zeros(cues, dtype=torch.long), torch.zeros(cues, dtype=torch.long)
    cue = 0
    for row, example in enumerate(examples):
        pieces, there = example.pieces, len(example.pieces)
        row_ids, row_case = altered(pieces, dice, vocabulary) if dice else (pieces.ids, pieces.case)
        for target, values in ((ids, row_ids), (case, row_case), (quote, pieces.quote), (tags, example.tags)):
            target[row, :there] = torch.tensor(values)
        mask[row, :there] = 1
        for tokens, source, content in example.cues:
            rows[cue], middle[cue] = row, tokens[0]
            weights[cue, tokens] = 1 / len(tokens)
            targets[0][cue, source] = 1
            targets[1][cue, content] = 1
            cue += 1
    return Batch(ids, case, quote, mask, tags, rows, middle, weights, targets)


def batched(examples, tokens, seed):
    """Shuffled groups of examples of like length whose padded size stays within `tokens`."""
    dice = random.Random(seed)
    order = list(examples)
    dice.shuffle(order)
    groups = []
    for at in range(0, len(order), 128):
        group = []
        for example in sorted(order[at:at + 128], key=lambda example: len(example.pieces)):
            if group and (len(group) + 1) * len(example.pieces) > tokens:
                groups.append(group)
                group = []
            group.append(example)
        groups.append(group)
    dice.shuffle(groups)
    return groups
