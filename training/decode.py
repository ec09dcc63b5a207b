"""Token scores of one passage in, statements out: cue spans, and for each its source and content spans."""

from dataclasses import dataclass


NEVER, LIMIT = -1e6, 6.0


@dataclass(frozen=True)
class Decoding:
    """`cue` is the least probability of a cue; `source` and `content` are added to the log odds of every token; a source
    is told if its log odds add up to `least_source`; each stretch of content costs `price`; of two contents that share
    more than `overlap` of either, the one of the surer cue stays."""

    cue: float = 0.5
    source: float = 0.0
    least_source: float = 0.0
    content: float = 0.0
    price: float = 2.0
    overlap: float = 0.5


def cue_runs(tags, glued, least):
    """`tags` are (O, B, I) probabilities a token, `glued` says of each whether it touches the one before. Returns runs
    [first, last]; within a run a B likelier than I begins a new one, unless it is glued."""
    runs, open_run = [], None
    for token, (none, begin, inner) in enumerate(tags):
        if 1 - none < least:
            open_run = None
        elif open_run is None or begin > inner and not glued[token]:
            open_run = [token, token]
            runs.append(open_run)
        else:
            open_run[1] = token
    return runs


def best_run(scores):
    """The stretch [first, last] of the greatest sum, and that sum; the earliest of equals."""
    best, total, first, sum_here = None, 0.0, 0, 0.0
    for token, score in enumerate(scores):
        if sum_here <= 0:
            first, sum_here = token, 0.0
        sum_here += score
        if sum_here > total:
            best, total = (first, token), sum_here
    return best, total


def best_runs(scores, price):
    """The stretches whose scores add up to most when each costs `price`: a lone weak token does not break one."""
    outside, inside = (0.0, None), (-1e9, None)
    for token, score in enumerate(scores):
        enter, stay = outside[0] - price, inside[0]
        now = (stay + score, inside[1]) if stay >= enter else (enter + score, (token, outside[1]))
        # A run is kept as (first token, chain of finished runs) while open, as (first, last, chain) once closed.
        outside = outside if outside[0] >= inside[0] else (inside[0], (inside[1][0], token - 1, inside[1][1]))
        inside = now
    if inside[0] > outside[0]:
        outside = (inside[0], (inside[1][0], len(scores) - 1, inside[1][1]))
    runs, chain = [], outside[1]
    while chain:
        first, last, chain = chain
        runs.append((first, last))
    return runs[::-1]


def whole_words(run, continues):
    """A run that begins or ends within a word takes the whole word."""
    first, last = run
    while continues[first]:
        first -= 1
    while last + 1 < len(continues) and continues[last + 1]:
        last += 1
    return first, last


def covered(spans, by):
    """How much of these spans lies in those, from 0 to 1, in characters."""
    shared = sum(max(0, min(end, other_end) - max(start, other_start))
                 for start, end in spans for other_start, other_end in by)
    return shared / max(1, sum(end - start for start, end in spans))


# How much of what a statement says may lie outside the words of the one that it is within.
STRAY = 0.2


def is_within(statement, other):
    return covered(statement['cue'], other['content']) == 1 and covered(statement['content'], other['content']) >= 1 - STRAY


def outermost(statements):
    return [one for one in statements if not any(one is not other and is_within(one, other) for other in statements)]


def distinct(found, most):
    """Of (confidence, statement) pairs, those whose content is not already mostly the content of a surer one, nor
    covers it; in the order of the cues."""
    kept = []
    for confidence, statement in sorted(found, key=lambda pair: -pair[0]):
        content = statement['content']
        if all(is_within(statement, other) or is_within(other, statement)
               or covered(content, other['content']) <= most and covered(other['content'], content) <= most
               for _, other in kept):
            kept.append((confidence, statement))
    return sorted((statement for _, statement in kept), key=lambda statement: statement['cue'])


def decode(pieces, continues, cue, source, content, settings):
    """The statement of one cue run, given the log odds of every token to be its source and its content."""
    cue_run = whole_words(cue, continues)
    cue_tokens = range(cue_run[0], cue_run[1] + 1)
    span = lambda run: [pieces.start[run[0]], pieces.end[run[1]]]

    def scores(odds, bias, barred):
        return [NEVER if token in barred else max(-LIMIT, min(LIMIT, value)) + bias for token, value in enumerate(odds)]

    best, total = best_run(scores(source, settings.source, cue_tokens))
    best = whole_words(best, continues) if best and total >= settings.least_source else None
    barred = {*cue_tokens, *(range(best[0], best[1] + 1) if best else ())}
    runs = best_runs(scores(content, settings.content, barred), settings.price)
    contents = [whole_words(run, continues) for run in runs]
    return {
        'source': {'spans': [span(best)]} if best else None,
        'cue': [span(cue_run)],
        'content': [span(run) for run in contents],
    }
