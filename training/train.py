"""Corpus and base encoder in, a trained checkpoint out. Runs within --minutes: the learning rate falls with the steps or with
the clock, whichever is further on. A run that was stopped goes on from its last checkpoint. With --processes 2 two
processes share each batch and wait for one another once a step, not once an operation."""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.distributed as group_of
import torch.multiprocessing as multiprocessing
from torch.nn import functional

from batches import batched, tensors_of
from corpus import Text, held_aside
from decode import Decoding
from evaluate import content_f1, read_document
from heads import LINKS
from model import TAG_SIZES, Reader, apart, base_sizes, begin_from_counts, links, load_base
from pieces import Tokenizer, load_vocabulary
from invented import invented
from reopen import exported_sizes, load_exported
from reports import conflict_reports, own_reports
from sources import attribution, conflict_entities, events, factuality, gum, incidents, lines_of, loaded_wording


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--corpora', required=True, help='folder of the corpora; README.md says which')
    parser.add_argument('--events', default=Path(__file__).with_name('events.jsonl'), help='our annotations of events')
    parser.add_argument('--reports', default=Path(__file__).with_name('reports.jsonl'), help='our annotations of whole reports')
    parser.add_argument('--begin', help='a checkpoint, or the folder of an exported model, whose weights to begin with')
    parser.add_argument('--tasks', nargs='+', default=list(REPEATS), choices=list(REPEATS))
    parser.add_argument('--base', help='folder with config.json, model.safetensors and vocab.txt; not needed where --begin is the folder of an exported model')
    parser.add_argument('--out', required=True, help='folder for checkpoints and the log')
    parser.add_argument('--held', type=float, default=0.06, help='share of the articles held aside for early choice')
    parser.add_argument('--epochs', type=float, default=6)
    parser.add_argument('--minutes', type=float, default=1e9)
    parser.add_argument('--limit', type=int, default=192, help='pieces in a passage')
    parser.add_argument('--tokens', type=int, default=4096, help='padded pieces in a batch of all processes together')
    parser.add_argument('--layers', type=int, default=None)
    parser.add_argument('--dropout', type=float, default=0.1)
    parser.add_argument('--rate', type=float, default=2.5e-4)
    parser.add_argument('--head-rate', type=float, default=2e-3)
    parser.add_argument('--warm', type=int, default=60, help='steps of rising learning rate')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--processes', type=int, default=2)
    parser.add_argument('--port', type=int, default=29511)
    parser.add_argument('--articles', type=int, default=None, help='only so many, for a trial')
    return parser.parse_args()


# How often an epoch sees each corpus.
REPEATS = {'statements': 1, 'syntax': 1, 'mentions': 3, 'events': 2, 'conflict': 3, 'reports': 2, 'invented': 1, 'status': 1, 'parts': 1, 'loaded': 2}


def marked_texts(options):
    """(articles held aside, marked texts of each task)."""
    corpora = Path(options.corpora)
    held, rest = held_aside(lines_of(corpora / 'attribution/train.jsonl')[:options.articles], options.held)
    texts = {
        'statements': lambda: attribution(rest),
        'syntax': lambda: gum(corpora / 'gum/train.conllu'),
        'mentions': lambda: conflict_entities(lines_of(corpora / 'entities-conflict/train.jsonl')),
        'events': lambda: events(options.events, corpora),
        'conflict': lambda: conflict_reports(lines_of(corpora / 'conflict/train.jsonl')),
        'reports': lambda: own_reports(options.reports, corpora),
        'invented': lambda: invented(),
        'status': lambda: factuality(lines_of(corpora / 'factuality/train.jsonl')),
        'parts': lambda: incidents(lines_of(corpora / 'incidents/train.jsonl')),
        'loaded': lambda: loaded_wording(lines_of(corpora / 'loaded-wording/train.jsonl')),
    }
    return held, {task: list(texts[task]()) for task in options.tasks}


# Of what the heads lose, summed over a batch, how much counts.
TAG_WEIGHTS = {'cue': 1.0, 'mention': 0.5, 'name': 0.15, 'trigger': 1.0, 'status': 0.5, 'lead': 0.5, 'stance': 0.5, 'look': 0.5, 'part': 0.7, 'loaded': 0.5,
               'upos': 0.05, 'relation': 0.05}
LINK_WEIGHTS = {'source': 0.5, 'content': 0.15, 'actor': 0.5, 'recipient': 0.4, 'instrument': 0.4, 'place': 0.3, 'time': 0.2, 'same': 0.1}
ARC_WEIGHT = 0.05
# About one cue in forty pieces: sums over pieces are brought to the size of a loss a cue.
PIECES = 40


def loss_of(reader, batch):
    # Half the digits make a step more than twice as fast where the processor has instructions for them, and change no figure.
    with torch.autocast('cpu', dtype=torch.bfloat16):
        x = reader.encoder(batch.ids, batch.case, batch.quote, batch.mask)
    tags, asks, answers, arcs = reader.heads(x.float(), batch.mask)
    tags, asks, answers = apart(tags, TAG_SIZES), apart(asks, LINKS), apart(answers, LINKS)
    scale = PIECES / batch.mask.sum()
    total, parts = 0.0, {}

    def add(name, weight, loss):
        nonlocal total
        parts[name] = loss.item()
        total = total + weight * loss

    for head, classes in batch.tags.items():
        loss = functional.cross_entropy(tags[head].flatten(0, 1), classes.flatten(), ignore_index=-100, reduction='sum')
        add(head, TAG_WEIGHTS[head], loss * scale)
    for link, asked in batch.links.items():
        scores = links(reader.near[link], asks[link], answers[link], asked.weights, asked.rows, asked.middle)
        loss = functional.binary_cross_entropy_with_logits(scores, asked.targets, reduction='none')
        add(link, LINK_WEIGHTS[link], (loss * batch.mask[asked.rows]).sum() * scale)
    if (batch.arcs >= 0).any():
        loss = functional.cross_entropy(arcs.flatten(0, 1), batch.arcs.flatten(), ignore_index=-100, reduction='sum')
        add('arc', ARC_WEIGHT, loss * scale)
    return total, parts


def groups_of(reader, rate, head_rate):
    fresh = ('encoder.case', 'encoder.quote')
    named = [(name, value) for name, value in reader.named_parameters() if value.requires_grad]
    pretrained = lambda name: name.startswith('encoder.') and not name.startswith(fresh)
    decays = lambda value: 0.01 if value.ndim > 1 else 0.0
    return [{'params': [value], 'base': rate if pretrained(name) else head_rate, 'weight_decay': decays(value)}
            for name, value in named]


def shared(values, processes):
    """The mean of these tensors over all processes, in place."""
    if processes == 1:
        return
    flat = torch.cat([value.flatten() for value in values])
    group_of.all_reduce(flat)
    flat /= processes
    at = 0
    for value in values:
        value.copy_(flat[at:at + value.numel()].view_as(value))
        at += value.numel()


def saved(path, content):
    torch.save(content, f'{path}.new')
    Path(f'{path}.new').replace(path)


def train(rank, options):
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    if options.processes > 1:
        group_of.init_process_group('gloo', init_method=f'tcp://127.0.0.1:{options.port}', rank=rank,
                                    world_size=options.processes)
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    exported = options.begin and Path(options.begin).is_dir()
    vocabulary = load_vocabulary(f'{options.begin if exported else options.base}/vocab.txt')
    tokenizer = Tokenizer(vocabulary)
    held, marked = marked_texts(options)
    training = [Text(tokenizer, text, options.limit) for task, texts in marked.items() for text in texts * REPEATS[task]]
    whole = [example for text in training for example in text.examples()]
    sizes = exported_sizes(options.begin) if exported else base_sizes(options.base, options.layers)
    shape = {**sizes, 'limit': options.limit, 'dropout': options.dropout}
    reader = Reader(shape)
    if not exported:
        load_base(reader, options.base)
    begin_from_counts(reader, whole)
    if exported:
        load_exported(reader, options.begin)
    elif options.begin:
        reader.load_state_dict(torch.load(options.begin, weights_only=True)['reader'])
    reader.encoder.words.weight.requires_grad = False
    learned = [value for value in reader.parameters() if value.requires_grad]
    optimizer = torch.optim.AdamW(groups_of(reader, options.rate, options.head_rate), betas=(0.9, 0.98), foreach=True)

    checkpoint = out / 'last.pt'
    step, epoch, spent, best = 0, 0, 0.0, 0.0
    if checkpoint.exists():
        kept = torch.load(checkpoint, weights_only=True)
        reader.load_state_dict(kept['reader'])
        optimizer.load_state_dict(kept['optimizer'])
        step, epoch, spent, best = kept['step'], kept['epoch'], kept['spent'], kept['best']
    log = open(out / 'log.ndjson', 'a', encoding='utf-8', buffering=1) if rank == 0 else None
    began, size = time.time() - spent, options.tokens // options.processes
    share = len(batched(whole, size, 0)) // options.processes
    steps, seen, recent, over = int(share * options.epochs), 0, [], False
    torch.manual_seed(options.seed * 1000 + 100 * epoch + rank)

    while step < steps and not over:
        seed = options.seed * 1000 + epoch
        dice = random.Random(seed)
        examples = [example for text in training
                    for example in text.examples(dice.randint(options.limit // 3, options.limit))]
        batches = batched(examples, size, seed)
        batches = batches[rank:len(batches) // options.processes * options.processes:options.processes]
        dice = random.Random(seed * 100 + rank)
        reader.train()
        for group in batches:
            progress = torch.tensor([max(step / steps, (time.time() - began) / (options.minutes * 60))])
            shared([progress], options.processes)
            over = progress.item() >= 1
            if over:
                break
            scale = min(1.0, (step + 1) / options.warm) * (1 - progress.item())
            for parameters in optimizer.param_groups:
                parameters['lr'] = parameters['base'] * scale
            loss, parts = loss_of(reader, tensors_of(group, dice, vocabulary))
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            shared([value.grad if value.grad is not None else torch.zeros_like(value) for value in learned], options.processes)
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimizer.step()
            step, seen = step + 1, seen + sum(len(example.pieces) for example in group) * options.processes
            recent.append(parts)
            if rank == 0 and step % 25 == 0:
                means = {name: round(sum(parts.get(name, 0) for parts in recent) / len(recent), 2)
                         for name in (*TAG_WEIGHTS, *LINK_WEIGHTS, 'arc')}
                seconds = time.time() - began
                print(json.dumps({'step': step, 'of': steps, 'losses': means, 'seconds': round(seconds),
                                  'pieces_a_second': round(seen / (seconds - spent)),
                                  'progress': round(progress.item(), 3)}), file=log)
                recent = []
            if rank == 0 and step % 150 == 0:
                saved(out / 'recent.pt', {'shape': shape, 'reader': reader.state_dict()})
        epoch += 1
        if rank == 0:
            reader.eval()
            documents = [(article, read_document(reader, tokenizer, article['text'], options.limit, Decoding()))
                         for article in held]
            figures = content_f1(documents)
            print(json.dumps({'epoch': epoch, 'held': figures, 'seconds': round(time.time() - began)}), file=log)
            if figures['statement'] >= best:
                best = figures['statement']
                saved(out / 'best.pt', {'shape': shape, 'reader': reader.state_dict()})
            saved(checkpoint, {'shape': shape, 'reader': reader.state_dict(), 'optimizer': optimizer.state_dict(), 'step': step,
                               'epoch': epoch, 'spent': time.time() - began, 'best': best})
    if options.processes > 1:
        group_of.barrier()
        group_of.destroy_process_group()


def main():
    options = arguments()
    if options.processes == 1:
        train(0, options)
    else:
        multiprocessing.spawn(train, args=(options,), nprocs=options.processes)


if __name__ == '__main__':
    main()
