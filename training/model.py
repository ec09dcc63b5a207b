"""The statement reader: a BERT encoder with casing and quotation features, a head that tags cues, and two link heads that
say for each cue which tokens are its source and which its content."""

import json
import math

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

CUE_TAGS = ('O', 'B', 'I')
ROLES = ('source', 'content')
BUCKETS = 32


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
        mixed = functional.scaled_dot_product_attention(
            split(self.query(x)), split(self.key(x)), split(self.value(x)), attn_mask=bias)
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


class StatementReader(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        width, rank = shape['hidden_size'], shape['rank']
        self.encoder = Encoder(shape)
        self.cue = nn.Linear(width, len(CUE_TAGS))
        self.asks = nn.ModuleList(nn.Linear(width, rank) for _ in ROLES)
        self.answers = nn.ModuleList(nn.Linear(width, rank) for _ in ROLES)
        self.near = nn.Parameter(torch.zeros(len(ROLES), 2 * BUCKETS + 1))

    def forward(self, ids, case, quote, mask):
        """Cue scores [batch, length, 3], and for each role its queries and keys [batch, length, rank]."""
        x = self.encoder(ids, case, quote, mask)
        x = dropped(x, self.shape['dropout'], self.training)
        asks = [ask(x) / math.sqrt(self.shape['rank']) for ask in self.asks]
        return self.cue(x), asks[0], self.answers[0](x), asks[1], self.answers[1](x)


def links(near, ask, answer, cue_weights, rows, middle):
    """Scores [cues, length] of one role: the mean query of each cue's tokens against all tokens of its passage, and `near`,
    a bias by the distance from the cue's first token (`middle`)."""
    query = torch.einsum('ct,ctr->cr', cue_weights, ask[rows])
    scores = torch.einsum('cr,ctr->ct', query, answer[rows])
    place = torch.arange(ask.shape[1])
    return scores + near[bucket_of(place[None, :] - middle[:, None])]


def bucket_of(distance):
    """Exact up to 8 tokens, then by powers of the square root of two; the sign of the distance keeps its half."""
    far = distance.abs()
    coarse = 8 + torch.floor(2 * torch.log2(far.clamp(min=8).float() / 8) + 1e-4).long()
    size = torch.where(far <= 8, far, coarse).clamp(max=BUCKETS)
    return BUCKETS + torch.where(distance < 0, -size, size)


def begin_from_counts(reader, examples):
    """Sets the biases of the heads to the log odds that the training examples show, role by role and distance by distance."""
    tags = torch.ones(len(CUE_TAGS))
    hits, seen = torch.ones(len(ROLES), 2 * BUCKETS + 1), torch.full((2 * BUCKETS + 1,), 20.0)
    for example in examples:
        tags += torch.bincount(torch.tensor(example.tags), minlength=len(CUE_TAGS))
        places = torch.arange(len(example.pieces))
        for cue, *roles in example.cues:
            buckets = bucket_of(places - cue[0])
            seen += torch.bincount(buckets, minlength=len(seen))
            for role, tokens in enumerate(roles):
                hits[role] += torch.bincount(buckets[tokens], minlength=len(seen))
    with torch.no_grad():
        reader.cue.bias.copy_((tags / tags.sum()).log())
        reader.near.copy_(torch.logit((hits / seen).clamp(0.002, 0.9)))


def base_shape(folder, rank, dropout, layers=None):
    with open(f'{folder}/config.json', encoding='utf-8') as file:
        config = json.load(file)
    keys = ('hidden_size', 'vocab_size', 'max_position_embeddings', 'intermediate_size', 'num_attention_heads',
            'num_hidden_layers')
    shape = {key: config[key] for key in keys}
    return {**shape, 'num_hidden_layers': layers or shape['num_hidden_layers'], 'rank': rank, 'dropout': dropout}


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
