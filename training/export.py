"""A checkpoint in, what the TypeScript reader loads out: reader.onnx (int8), vocab.txt, and reader.json, which facts.py writes."""

import argparse
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from evaluate import load_reader
from facts import facts_of, write_facts
from fuse import fuse
from heads import LINKS, TAGS
from reopen import mix_with_exported

INPUTS = ('ids', 'case', 'quote', 'mask')
OUTPUTS = ('tags', 'ask', 'answer')
# Syntax and who is who are learnt beside the rest, but nothing downstream reads them: they are not shipped.
SHIPPED = ('cue', 'mention', 'name', 'trigger', 'status', 'lead', 'stance', 'look', 'part', 'loaded')
SHIPPED_LINKS = {link: rank for link, rank in LINKS.items() if link != 'same'}


class Shipped(nn.Module):
    """The reader without the heads that nobody reads; the heads of a kind are one multiplication."""

    def __init__(self, reader):
        super().__init__()
        self.encoder = reader.encoder
        self.tags = joined([reader.tags[head] for head in SHIPPED])
        self.asks = joined([scaled(reader.asks[link], rank ** -0.5) for link, rank in SHIPPED_LINKS.items()])
        self.answers = joined([reader.answers[link] for link in SHIPPED_LINKS])

    def forward(self, ids, case, quote, mask):
        x = self.encoder(ids, case, quote, mask)
        return self.tags(x), self.asks(x), self.answers(x)


def joined(modules):
    whole = nn.Linear(modules[0].in_features, sum(module.out_features for module in modules))
    whole.weight.data = torch.cat([module.weight.detach() for module in modules])
    whole.bias.data = torch.cat([module.bias.detach() for module in modules])
    return whole


def scaled(module, by):
    copy = nn.Linear(module.in_features, module.out_features)
    copy.weight.data, copy.bias.data = module.weight.detach() * by, module.bias.detach() * by
    return copy


class SmallEmbedding(nn.Module):
    """An embedding in int8 with one scale a row."""

    def __init__(self, weight):
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer('scale', scale)
        self.register_buffer('table', (weight / scale).round().to(torch.int8))

    def forward(self, ids):
        return nn.functional.embedding(ids, self.table).to(torch.float32) * nn.functional.embedding(ids, self.scale)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--model', required=True)
    parser.add_argument('--vocab', required=True)
    parser.add_argument('--out', required=True)
    parser.add_argument('--name', required=True, help='what readings call the model')
    parser.add_argument('--mix', help='the folder of an exported model from which the training began: the weights shipped lie between the two')
    parser.add_argument('--share', type=float, default=0.75, help='with --mix: how near to the checkpoint they lie')
    parser.add_argument('--full', action='store_true', help='float32, to see what int8 costs')
    parser.add_argument('--like', help='a reader.json with the thresholds and the calibration of these weights, if they have their own')
    options = parser.parse_args()
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    reader, limit = load_reader(options.model)
    if options.mix:
        mix_with_exported(reader, options.mix, options.share)
    if not options.full:
        reader.encoder.words = SmallEmbedding(reader.encoder.words.weight.detach())
    shipped = Shipped(reader).eval()
    example = tuple(torch.ones(2, 16, dtype=torch.int32) for _ in INPUTS)
    sizes = {0: torch.export.Dim('batch', min=1, max=4096), 1: torch.export.Dim('length', min=2, max=512)}
    program = torch.onnx.export(shipped, example, input_names=INPUTS, output_names=OUTPUTS, dynamo=True,
                                dynamic_shapes=tuple(sizes for _ in INPUTS))
    target = out / 'reader.onnx'
    if options.full:
        program.save(str(target))
    else:
        with tempfile.TemporaryDirectory() as folder:
            program.save(f'{folder}/full.onnx')
            quantize_dynamic(f'{folder}/full.onnx', target, per_channel=True, reduce_range=True,
                             weight_type=QuantType.QInt8, op_types_to_quantize=['MatMul', 'Gemm'])
        model = onnx.load(target)
        fuse(model)
        onnx.save(model, target)
    shutil.copy(options.vocab, out / 'vocab.txt')
    near = {link: reader.near[link].tolist() for link in SHIPPED_LINKS}
    write_facts(facts_of(out, options.name, limit, {head: TAGS[head] for head in SHIPPED}, near, options.like), out)
    print(f'{target}: {target.stat().st_size / 1e6:.1f} MB')


if __name__ == '__main__':
    main()
