"""Token probabilities of one passage in, statements out: cue spans, and for each its source and content spans."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Decoding:
    """Thresholds; a gap in a role of at most so many tokens is closed unless the cue or the source stands in it."""

    cue: float = 0.5
    source: float = 0.5
    content: float = 0.5
    gap: int = 2


def cue_runs(tags, least):
    """`tags` are (O, B, I) probabilities a token. Returns runs [first, last]; a B likelier than I begins a new one."""
    runs, open_run = [], None
    for token, (none, begin, inner) in enumerate(tags):
        if 1 - none < least:
            open_run = None
        elif open_run is None or begin > inner:
            open_run = [token, token]
            runs.append(open_run)
        else:
            open_run[1] = token
    return runs


def runs_over(values, least, gap, barred):
    """Maximal runs [first, last] of values of at least `least`, joined over short gaps without a barred token."""
    runs = []
    for token, value in enumerate(values):
        if value < least or token in barred:
            continue
        if runs and token - runs[-1][1] <= gap + 1 and not any(t in barred for t in range(runs[-1][1] + 1, token)):
            runs[-1][1] = token
        else:
            runs.append([token, token])
    return runs


def weight_of(run, values):
    return sum(values[run[0]:run[1] + 1])


def whole_words(run, continues):
    """A run that begins or ends within a word takes the whole word."""
    first, last = run
    while continues[first]:
        first -= 1
    while last + 1 < len(continues) and continues[last + 1]:
        last += 1
    return first, last


def decode(pieces, continues, cue, source, content, settings):
    """The statement of one cue run, given the probabilities of every token as its source and as its content."""
    cue_first, cue_last = whole_words(cue, continues)
    barred = set(range(cue_first, cue_last + 1))
    span = lambda run: [pieces.start[run[0]], pieces.end[run[1]]]
    sources = [whole_words(run, continues) for run in runs_over(source, settings.source, settings.gap, barred)]
    best = max(sources, key=lambda run: weight_of(run, source), default=None)
    barred = barred | (set(range(best[0], best[1] + 1)) if best else set())
    contents = [whole_words(run, continues) for run in runs_over(content, settings.content, settings.gap, barred)]
    most = max((weight_of(run, content) for run in contents), default=0)
    contents = [run for run in contents if weight_of(run, content) >= min(2, most)]
    return {
        'source': {'spans': [span(best)]} if best else None,
        'cue': [span((cue_first, cue_last))],
        'content': [span(run) for run in contents],
    }
