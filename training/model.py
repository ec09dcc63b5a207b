"""The reader: a BERT encoder with casing and quotation features and, on top of it, heads of two kinds. A tag head gives every
piece a class: cues, names, mentions, event triggers, their status, parts of speech, relations. A link head says for some asking pieces
(a cue, a trigger, a word) which pieces answer: its source and content, its actor and recipient, its head."""

import json
import math

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from heads import ARC, BUCKETS, LINKS, TAGS


def dropped(x, share, training):
    """Dropout with one mask for all tokens of a passage: drawing a number for every element costs a tenth of the time."""
    if not training or share == 0:
        return x
    return x * (torch.rand(x.shape[0], 1, x.shape[2]) >= share).to(x.dtype) / (1 - share)


class Layer(nn.Module):
    def __init__(self, width, inner, heads, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out, self.norm = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.grow, self.shrink = nn.Linear(width, inner), nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, bias):
        batch, length, width = x.shape
        split = lambda y: y.view(batch, length, self.heads, width // self.heads).transpose(1, 2)
        # Written out: in half precision on a CPU, torch's fused attention takes about twice as long for passages of this size.
        scores = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) / math.sqrt(width // self.heads)
        mixed = (scores + bias).softmax(-1) @ split(self.value(x))
        mixed = self.out(mixed.transpose(1, 2).reshape(batch, length, width))
        drop = lambda y: dropped(y, self.dropout, self.training)
        x = self.norm(x + drop(mixed))
        return self.last_norm(x + drop(self.shrink(functional.gelu(self.grow(x)))))


class Encoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width = shape['hidden_size']
        self.words = nn.Embedding(shape['vocab_size'], width)
        self.places = nn.Embedding(shape['max_position_embeddings'], width)
        self.case = nn.Embedding(5, width)
        self.quote = nn.Embedding(4, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = shape['dropout']
        self.layers = nn.ModuleList(
            Layer(width, shape['intermediate_size'], shape['num_attention_heads'], shape['dropout'])
            for _ in range(shape['num_hidden_layers']))
        for feature in (self.case, self.quote):
            nn.init.normal_(feature.weight, std=0.02)

    def forward(self, ids, case, quote, mask):
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.places(place) + self.case(case) + self.quote(quote)
        x = dropped(self.norm(x), self.dropout, self.training)
        bias = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Reader(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        width = shape['hidden_size']
        self.encoder = Encoder(shape)
        self.tags = nn.ModuleDict({head: nn.Linear(width, len(classes)) for head, classes in TAGS.items()})
        self.asks = nn.ModuleDict({link: nn.Linear(width, rank) for link, rank in LINKS.items()})
        self.answers = nn.ModuleDict({link: nn.Linear(width, rank) for link, rank in LINKS.items()})
        self.near = nn.ParameterDict({link: torch.zeros(2 * BUCKETS + 1) for link in LINKS})
        self.arc_ask, self.arc_answer = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc_near = nn.Parameter(torch.zeros(2 * BUCKETS + 1))
        place = torch.arange(shape['limit'])
        self.register_buffer('between', bucket_of(place[None, :] - place[:, None]), persistent=False)

    def forward(self, ids, case, quote, mask):
        """Scores of all tag heads side by side [batch, length, classes], the queries and the keys of all link heads side by side [batch,
        length, ranks], and for each piece the scores of all pieces to be its head [batch, length, length]; the first piece is the root."""
        return self.heads(self.encoder(ids, case, quote, mask), mask)

    def heads(self, x, mask):
        x = dropped(x, self.shape['dropout'], self.training)
        beside = lambda modules: functional.linear(x, torch.cat([m.weight for m in modules]), torch.cat([m.bias for m in modules]))
        length = mask.shape[1]
        arcs = self.arc_ask(x) @ self.arc_answer(x).transpose(1, 2) / math.sqrt(ARC)
        arcs = arcs + self.arc_near[self.between[:length, :length]] + (mask.to(x.dtype)[:, None, :] - 1) * 10000.0
        return beside(self.tags.values()), beside(self.asks.values()), beside(self.answers.values()), arcs


def apart(values, sizes):
    """The columns of each head, by name."""
    return dict(zip(sizes, values.split(list(sizes.values()), dim=-1)))


TAG_SIZES = {head: len(classes) for head, classes in TAGS.items()}


def links(near, ask, answer, weights, rows, middle):
    """Scores [asking, length] of one link head: the mean query of each one's pieces against all pieces of its passage, and `near`,
    a bias by the distance from its first piece (`middle`)."""
    query = torch.einsum('ct,ctr->cr', weights, ask[rows])
    scores = torch.einsum('cr,ctr->ct', query, answer[rows]) / math.sqrt(ask.shape[-1])
    place = torch.arange(ask.shape[1])
    return scores + near[bucket_of(place[None, :] - middle[:, None])]


def bucket_of(distance):
    """Exact up to 8 tokens, then by powers of the square root of two; the sign of the distance keeps its half."""
    far = distance.abs()
    coarse = 8 + torch.floor(2 * torch.log2(far.clamp(min=8).float() / 8) + 1e-4).long()
    size = torch.where(far <= 8, far, coarse).clamp(max=BUCKETS)
    return BUCKETS + torch.where(distance < 0, -size, size)


def begin_from_counts(reader, examples):
    """Sets the biases of the heads to the log odds that the training examples show, class by class and distance by distance."""
    tags = {head: torch.ones(len(classes)) for head, classes in TAGS.items()}
    hits = {link: torch.ones(2 * BUCKETS + 1) for link in LINKS}
    seen = {link: torch.full((2 * BUCKETS + 1,), 20.0) for link in LINKS}
    for example in examples:
        for head, values in example.tags.items():
            told = torch.tensor([value for value in values if value >= 0], dtype=torch.long)
            tags[head] += torch.bincount(told, minlength=len(TAGS[head]))
        places = torch.arange(len(example.pieces))
        for link, asked in example.links.items():
            for ask, answer in asked:
                buckets = bucket_of(places - ask[0])
                seen[link] += torch.bincount(buckets, minlength=len(seen[link]))
                hits[link] += torch.bincount(buckets[answer], minlength=len(seen[link]))
    with torch.no_grad():
        for head, counts in tags.items():
            reader.tags[head].bias.copy_((counts / counts.sum()).log())
        for link in LINKS:
            reader.near[link].copy_(torch.logit((hits[link] / seen[link]).clamp(0.002, 0.9)))


def base_sizes(folder, layers=None):
    with open(f'{folder}/config.json', encoding='utf-8') as file:
        config = json.load(file)
    keys = ('hidden_size', 'vocab_size', 'max_position_embeddings', 'intermediate_size', 'num_attention_heads',
            'num_hidden_layers')
    sizes = {key: config[key] for key in keys}
    return {**sizes, 'num_hidden_layers': layers or sizes['num_hidden_layers']}


def load_base(reader, folder):
    """Copies the pretrained weights in; token type 0 is folded into the positions. Every second layer where fewer are asked."""
    weights = load_file(f'{folder}/model.safetensors')
    weights = {name.removeprefix('bert.'): value for name, value in weights.items()}
    encoder = reader.encoder
    state = {
        'words.weight': weights['embeddings.word_embeddings.weight'],
        'places.weight': weights['embeddings.position_embeddings.weight'] + weights['embeddings.token_type_embeddings.weight'][0],
        'norm.weight': weights['embeddings.LayerNorm.weight'],
        'norm.bias': weights['embeddings.LayerNorm.bias'],
    }
    there = 1 + max(int(name.split('.')[2]) for name in weights if name.startswith('encoder.layer.'))
    every = there // len(encoder.layers)
    parts = {'query': 'attention.self.query', 'key': 'attention.self.key', 'value': 'attention.self.value',
             'out': 'attention.output.dense', 'norm': 'attention.output.LayerNorm', 'grow': 'intermediate.dense',
             'shrink': 'output.dense', 'last_norm': 'output.LayerNorm'}
    for layer in range(len(encoder.layers)):
        source = (layer + 1) * every - 1
        for ours, theirs in parts.items():
            for kind in ('weight', 'bias'):
                state[f'layers.{layer}.{ours}.{kind}'] = weights[f'encoder.layer.{source}.{theirs}.{kind}']
    missing, unexpected = encoder.load_state_dict(state, strict=False)
    assert set(missing) == {'case.weight', 'quote.weight'} and not unexpected, (missing, unexpected)

