"""PolNeAR's texts and brat annotations in, articles with attributions out.

`text/ARTICLE.txt`, and for each annotator `attributions/ARTICLE_CODE.ann`, in the standoff format of brat: a line
`T3<tab>Content 6 65<tab>words` is a span in characters, `6 20;31 65` one in several pieces; a line
`E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1` an attribution. Lines of other kinds are notes."""

from itertools import combinations

from sources import units

ROLES = {'Source': 'source', 'Cue': 'cue', 'Content': 'content', 'Content2': 'content'}


def articles(folder):
    """`folder` is one split, for example PolNeAR/data/train."""
    for path in sorted((folder / 'text').glob('*.txt')):
        with open(path, encoding='utf-8', newline='') as file:
            text = file.read()
        versions = {}
        for annotations in sorted((folder / 'attributions').glob('*.ann')):
            article, _, annotator = annotations.stem.rpartition('_')
            if article == path.stem:
                versions[annotator] = attributions_of(annotations.read_text(encoding='utf-8'), text)
        if versions:
            annotator = most_agreed(versions)
            yield {'id': path.stem, 'annotator': annotator, 'text': text, 'attributions': versions[annotator]}


def attributions_of(annotations, text):
    spans, events = {}, []
    for line in annotations.splitlines():
        name, _, rest = line.partition('\t')
        if name.startswith('T'):
            places = rest.split('\t')[0].partition(' ')[2]
            spans[name] = sorted(tuple(map(int, piece.split())) for piece in places.split(';'))
        elif name.startswith('E'):
            events.append((name, [part.split(':') for part in rest.split()]))
    place = units(text)
    found = []
    for name, parts in events:
        roles = {role: [] for role in ('source', 'cue', 'content')}
        for label, target in parts:
            # brat numbers a second one of a kind: Content, Content2.
            if label in ROLES:
                roles[ROLES[label]].extend(spans[target])
        if any(roles.values()):
            found.append({'id': name, **{role: [[place[start], place[end]] for start, end in joined(pieces, text)]
                                         for role, pieces in roles.items()}})
    return found


def joined(pieces, text):
    """Pieces with nothing but white space between them are one."""
    whole = []
    for start, end in sorted(pieces):
        if whole and not text[whole[-1][1]:start].strip():
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def most_agreed(versions):
    """Of several annotators the one who agrees best with the others: mean F1 over characters with their role."""
    marked = {annotator: {(role, at) for one in version for role in ('source', 'cue', 'content')
                          for start, end in one[role] for at in range(start, end)}
              for annotator, version in versions.items()}
    sums = dict.fromkeys(versions, 0.0)
    for one, other in combinations(versions, 2):
        f1 = 2 * len(marked[one] & marked[other]) / max(1, len(marked[one]) + len(marked[other]))
        sums[one] += f1
        sums[other] += f1
    return max(sums, key=sums.get)
