"""An exported model in, its weights in a reader out, so that training goes on where the shipped model stands and no checkpoint need be
kept. Int8 costs next to nothing here: a matrix is its table times the scale of each column. A head that the model lacks, and a class that
its head lacks, stay as the reader has them; parts of speech are put on after the export and are not taken."""

import json
from pathlib import Path

import numpy
import onnx
import torch
from onnx import numpy_helper

from heads import LINKS, TAGS

PUT_ON_LATER = ('upos',)


def load_exported(reader, folder):
    """@param folder: with reader.onnx and reader.json, as export.py writes them"""
    facts = json.loads((Path(folder) / 'reader.json').read_text(encoding='utf-8'))
    weights = weights_of(onnx.load(Path(folder) / 'reader.onnx').graph)
    state = reader.state_dict()
    for name, value in weights.items():
        if name.startswith('encoder.'):
            copy_into(state, name, value)
    tags = {head: classes for head, classes in facts['tags'].items() if head not in PUT_ON_LATER}
    for head, weight, bias in columns_of(weights, 'tags', {head: len(classes) for head, classes in tags.items()}):
        rows = [TAGS[head].index(kind) for kind in tags[head]]
        state[f'tags.{head}.weight'][rows], state[f'tags.{head}.bias'][rows] = weight, bias
    for kind in ('asks', 'answers'):
        for link, weight, bias in columns_of(weights, kind, facts['links']):
            # export.py divides what asks by the square root of the rank.
            back = LINKS[link] ** 0.5 if kind == 'asks' else 1
            copy_into(state, f'{kind}.{link}.weight', weight * back)
            copy_into(state, f'{kind}.{link}.bias', bias * back)
    for link, near in facts['near'].items():
        copy_into(state, f'near.{link}', torch.tensor(near))


def mix_with_exported(reader, folder, share):
    """Weights between those of an exported model and those of a reader that was trained further from it: `share` of the reader's. What was
    learnt anew is kept, and what the training corpora do not ask for is lost less (Wortsman et al., CVPR 2022)."""
    own = {name: value.clone() for name, value in reader.state_dict().items()}
    load_exported(reader, folder)
    for name, value in reader.state_dict().items():
        value.copy_(value + share * (own[name] - value))


def exported_sizes(folder):
    """As the config of the base encoder has them. Heads of attention are 32 wide: that leaves no trace in the weights."""
    there = {one.name: one.dims for one in onnx.load(Path(folder) / 'reader.onnx').graph.initializer}
    vocabulary, width = there['encoder.words.table']
    layers = sum(name.endswith('.query.bias') for name in there)
    return {'hidden_size': width, 'vocab_size': vocabulary, 'max_position_embeddings': there['encoder.places.weight'][0],
            'intermediate_size': there['encoder.layers.0.grow.bias'][0], 'num_attention_heads': width // 32, 'num_hidden_layers': layers}


def copy_into(state, name, value):
    assert state[name].shape == value.shape, f'{name}: {tuple(value.shape)}, not {tuple(state[name].shape)}'
    state[name].copy_(value)


def columns_of(weights, kind, sizes):
    """Yields (head, weight, bias) of heads that were exported as one."""
    parts = (weights[f'{kind}.{part}'].split(list(sizes.values())) for part in ('weight', 'bias'))
    return zip(sizes, *parts)


def weights_of(graph):
    """Name -> tensor, as torch has them: [outputs, inputs]."""
    there = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name: value for name, value in there.items() if name.startswith(('encoder.', 'tags.bias', 'asks.', 'answers.'))}
    weights['encoder.words.weight'] = weights.pop('encoder.words.table') * weights.pop('encoder.words.scale')
    for node in graph.node:
        if node.op_type == 'MatMulIntegerToFloat':
            _, table, _, scale, _, _, bias = node.input
            weights[bias.removesuffix('.bias') + '.weight'] = (there[table].astype(numpy.float32) * there[scale]).T
    return {name: torch.tensor(numpy.array(value, dtype=numpy.float32)) for name, value in weights.items()}
