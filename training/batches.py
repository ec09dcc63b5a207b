"""Examples in, tensors out: batches of about equal numbers of tokens, with the changed copies that make the reader robust."""

import random
from dataclasses import dataclass

import torch

from pieces import LOWER, NO_CASE, UPPER

SAME_MARKS = (('“', '"'), ('”', '"'), ('’', "'"), ('‘', "'"))


@dataclass
class Asked:
    """One link head: `weights` [asking, length] are the asking pieces' shares, `rows` their passages, `middle` their first pieces."""

    weights: torch.Tensor
    rows: torch.Tensor
    middle: torch.Tensor
    targets: torch.Tensor


@dataclass
class Batch:
    ids: torch.Tensor
    case: torch.Tensor
    quote: torch.Tensor
    mask: torch.Tensor
    tags: dict
    links: dict
    arcs: torch.Tensor


def altered(example, dice, vocabulary):
    """Ids and case, in some passages as all capitals, all small letters, or with typewriter quotation marks."""
    ids, case = example.pieces.ids, example.pieces.case
    chance = dice.random()
    as_if = lambda kind: [value if value == NO_CASE else kind for value in case]
    if chance < 0.08:
        case = as_if(UPPER)
    elif chance < (0.5 if example.capitals else 0.10):
        case = as_if(LOWER)
    if dice.random() < 0.15:
        swap = {vocabulary[curly]: vocabulary[straight] for curly, straight in SAME_MARKS}
        ids = [swap.get(id, id) for id in ids]
    return ids, case


def tensors_of(examples, dice=None, vocabulary=None):
    length, size = max(len(example.pieces) for example in examples), len(examples)
    ids, case, quote, mask = (torch.zeros(size, length, dtype=torch.long) for _ in range(4))
    tags, arcs = {}, torch.full((size, length), -100)
    for row, example in enumerate(examples):
        pieces, there = example.pieces, len(example.pieces)
        row_ids, row_case = altered(example, dice, vocabulary) if dice else (pieces.ids, pieces.case)
        for target, values in ((ids, row_ids), (case, row_case), (quote, pieces.quote)):
            target[row, :there] = torch.tensor(values)
        mask[row, :there] = 1
        for head, values in example.tags.items():
            classes = torch.tensor(values)
            tags.setdefault(head, torch.full((size, length), -100))[row, :there] = classes.where(classes >= 0, -100)
        for token, target in example.arcs:
            arcs[row, token] = target
    asking = {}
    for row, example in enumerate(examples):
        for link, pairs in example.links.items():
            asking.setdefault(link, []).extend((row, ask, answer) for ask, answer in pairs)
    links = {link: asked_of(pairs, length) for link, pairs in asking.items()}
    return Batch(ids, case, quote, mask, tags, links, arcs)


def asked_of(pairs, length):
    weights, targets = torch.zeros(len(pairs), length), torch.zeros(len(pairs), length)
    for i, (_, ask, answer) in enumerate(pairs):
        weights[i, ask] = 1 / len(ask)
        targets[i, answer] = 1
    rows = torch.tensor([row for row, _, _ in pairs])
    return Asked(weights, rows, torch.tensor([ask[0] for _, ask, _ in pairs]), targets)


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
