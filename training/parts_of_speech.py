"""A shipped model and GUM's CoNLL-U in, the same model with the tag head `upos` out: one more matrix over what an inner layer of the encoder
gives, learnt by itself. The encoder and all other heads keep their weights, so that what they say stays the same to the bit."""

import argparse
import copy
import hashlib
import json
from pathlib import Path

import numpy
import onnx
import onnxruntime
import torch
from onnx import helper, numpy_helper

from corpus import Marked, Text
from facts import write_facts
from heads import UPOS
from pieces import Tokenizer, load_vocabulary
from sources import gum

HEAD = 'upos'
# Of six. The later ones see more of cues and triggers and less of grammar: fewer parts of speech are right, above all in other texts than GUM's.
LAYER = 4
INPUTS = ('ids', 'case', 'quote')
OUTPUTS = ('tags', 'ask', 'answer')
OTHERS, WEIGHT, BIAS = 'tags.others', f'tags.{HEAD}.weight', f'tags.{HEAD}.bias'


def states_in(model):
    """The name of what the layer gives: the first normalisation is of the embeddings, then each layer has two."""
    return [node.output[0] for node in model.graph.node if node.op_type == 'LayerNormalization'][2 * LAYER]


def with_head(model, facts, weight, bias):
    model, facts = without_head(model, facts)
    nodes = model.graph.node
    last = next(node for node in nodes if 'tags' in node.output)
    last.output[0] = OTHERS
    nodes.extend([
        helper.make_node('MatMul', [states_in(model), WEIGHT], [f'{HEAD}.product']),
        helper.make_node('Add', [f'{HEAD}.product', BIAS], [HEAD]),
        helper.make_node('Concat', [OTHERS, HEAD], ['tags'], axis=-1),
    ])
    model.graph.initializer.extend([numpy_helper.from_array(weight, WEIGHT), numpy_helper.from_array(bias, BIAS)])
    facts['tags'][HEAD] = list(UPOS)
    return with_size(model, facts), facts


def without_head(model, facts):
    """The model as `export.py` made it, where an earlier run has put the head on."""
    model, facts = copy.deepcopy(model), copy.deepcopy(facts)
    if HEAD not in facts['tags']:
        return model, facts
    del facts['tags'][HEAD]
    for node in [node for node in model.graph.node if {f'{HEAD}.product', HEAD, 'tags'} & set(node.output)]:
        model.graph.node.remove(node)
    for tensor in [tensor for tensor in model.graph.initializer if tensor.name in (WEIGHT, BIAS)]:
        model.graph.initializer.remove(tensor)
    next(node for node in model.graph.node if OTHERS in node.output).output[0] = 'tags'
    return with_size(model, facts), facts


def with_size(model, facts):
    tags = next(output for output in model.graph.output if output.name == 'tags')
    tags.type.tensor_type.shape.dim[-1].dim_value = sum(len(classes) for classes in facts['tags'].values())
    for value in [value for value in model.graph.value_info if value.name == 'tags']:
        model.graph.value_info.remove(value)
    return model


def session_of(model, *inner):
    """@param inner: names of values inside the model to give out as well"""
    model = copy.deepcopy(model)
    model.graph.output.extend(helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None) for name in inner)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(model.SerializeToString(), options)


def inputs_of(pieces):
    columns = (pieces.ids, pieces.case, pieces.quote)
    return {name: numpy.array([column], dtype=numpy.int32) for name, column in zip(INPUTS, columns)}


def examples_of(conllu, tokenizer, limit, capitals=False):
    for marked in gum(conllu):
        text = upper_case(marked.text) if capitals else marked.text
        yield from Text(tokenizer, Marked(text, {HEAD: marked.spans[HEAD]}), limit).examples()


def upper_case(text):
    """Offsets stay the same: "ß" has no capital of one character."""
    return ''.join(char.upper() if len(char.upper()) == 1 else char for char in text)


def states_of(session, name, examples):
    """(states, classes) of every piece whose class is known."""
    states, classes = [], []
    for example in examples:
        known = numpy.array(example.tags[HEAD])
        (found,) = session.run([name], inputs_of(example.pieces))
        states.append(found[0][known >= 0])
        classes.append(known[known >= 0])
    return torch.from_numpy(numpy.concatenate(states)), torch.from_numpy(numpy.concatenate(classes))


def learn(states, classes, decay, rounds):
    """Weights [width, classes] and biases of a softmax regression. Without a penalty on the weights' squares (`decay`), GUM's words are learnt
    and not its grammar: one right in two hundred more there, and nonsense for words that it does not have."""
    middle, spread = states.mean(0), states.std()
    states = (states - middle) / spread
    weight = torch.zeros(states.shape[1], len(UPOS), requires_grad=True)
    bias = torch.zeros(len(UPOS), requires_grad=True)
    search = torch.optim.LBFGS([weight, bias], max_iter=rounds, history_size=20, line_search_fn='strong_wolfe')

    def loss():
        search.zero_grad()
        value = torch.nn.functional.cross_entropy(states @ weight + bias, classes) + decay * weight.square().sum()
        value.backward()
        return value

    search.step(loss)
    weight = weight.detach() / spread
    return weight.numpy(), (bias.detach() - middle @ weight).numpy()


def right_of(session, examples):
    """Per cent of the words that have a piece of their own."""
    right = words = 0
    for example in examples:
        known = numpy.array(example.tags[HEAD])
        tags = session.run(['tags'], inputs_of(example.pieces))[0][0][:, -len(UPOS):]
        words += (known >= 0).sum()
        right += (tags.argmax(-1) == known)[known >= 0].sum()
    return round(100 * float(right / words), 2)


def check_the_rest(before, after, examples):
    for example in examples:
        inputs = inputs_of(example.pieces)
        for name, old, new in zip(OUTPUTS, before.run(OUTPUTS, inputs), after.run(OUTPUTS, inputs)):
            assert numpy.array_equal(old, new[..., :old.shape[-1]]), f'{name} is not what it was'


def write(model, facts, folder):
    content = model.SerializeToString()
    (folder / 'reader.onnx').write_bytes(content)
    facts['sha256']['reader.onnx'] = hashlib.sha256(content).hexdigest()
    write_facts(facts, folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--models', required=True, help='the folder with reader.onnx, reader.json and vocab.txt')
    parser.add_argument('--train', required=True, help="GUM's CoNLL-U, the train split")
    parser.add_argument('--dev', required=True, help="GUM's CoNLL-U, the dev split")
    parser.add_argument('--out', help='where the model with the head goes; left out, it takes the place of the other')
    parser.add_argument('--decay', type=float, default=3e-4)
    parser.add_argument('--rounds', type=int, default=80)
    options = parser.parse_args()
    torch.set_num_threads(1)
    models, out = Path(options.models), Path(options.out or options.models)
    facts = json.loads((models / 'reader.json').read_text(encoding='utf-8'))
    model, facts = without_head(onnx.load(models / 'reader.onnx'), facts)
    tokenizer, limit = Tokenizer(load_vocabulary(models / 'vocab.txt')), facts['limit']

    inner = states_in(model)
    session = session_of(model, inner)
    read = [states_of(session, inner, examples_of(options.train, tokenizer, limit, capitals)) for capitals in (False, True)]
    states, classes = (torch.cat(parts) for parts in zip(*read))
    weight, bias = learn(states, classes, options.decay, options.rounds)
    longer, facts = with_head(model, facts, weight, bias)
    write(longer, facts, out)

    dev = list(examples_of(options.dev, tokenizer, limit))
    after = session_of(longer)
    check_the_rest(session_of(model), after, dev)
    capitals = right_of(after, examples_of(options.dev, tokenizer, limit, capitals=True))
    print(json.dumps({'UPOS right': right_of(after, dev), 'in capitals': capitals}))


if __name__ == '__main__':
    main()
