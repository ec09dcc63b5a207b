"""Worksheets of pairs of claims and the corpora in; out, the pairs with the places of their words and none of the text, and on the terminal what is wrong.

A worksheet has a line `G NAME` for each group of events, then a line `NUMBER REPORT QUESTION WORDS` for each claim, then `RELATION PAIRS | WHY`:

    G bridge-bomb
    1 R12 killed at least five people
    2 R12 killed four people #2
    contradictory 1-2 | The monitors and state television.

`#2` is the second place of the words. `1-2~` says that both claims are of one source; the earlier comes first. All pairs of a group share a half."""

import argparse
import hashlib
import json
import re
from pathlib import Path

from find import pattern_of

CORPORA = {'wire-reports': ('reports.jsonl',), 'ecbplus': ('train.jsonl', 'dev.jsonl')}
RELATIONS = ('same', 'compatible', 'revised', 'contradictory', 'not-comparable')
QUESTIONS = ('happened', 'actor', 'victim', 'killed', 'injured', 'detained', 'missing', 'displaced', 'means', 'place', 'time')
CLAIM = re.compile(r'(\d+) (\S+) (\S+) (.+?)(?: #(\d+))?')
PAIR = re.compile(r'(\d+)-(\d+)(~?)')


def texts_of(folder):
    """Name of a report -> its key, text and sentences. Wire reports are also known by their line: W0 is the first."""
    found = {}
    for corpus, files in CORPORA.items():
        for file in files:
            with open(Path(folder) / corpus / file, encoding='utf-8') as lines:
                for number, line in enumerate(lines):
                    report = json.loads(line)
                    key = f'{corpus}/{hashlib.sha256(report["text"].encode("utf-8")).hexdigest()}'
                    kept = {**report, 'key': key}
                    found[report['id']] = kept
                    if corpus == 'wire-reports':
                        found[f'W{number}'] = kept
    return found


def utf16(text, offset):
    return len(text[:offset].encode('utf-16-le', 'surrogatepass')) // 2


def place_of(report, words, occurrence=1):
    """The words in the text -> {text, span, sentence}, or None. The sentences of the corpora are in UTF-16 already."""
    matches = list(re.finditer(pattern_of(words), report['text']))
    if len(matches) < occurrence:
        return None
    span = [utf16(report['text'], at) for at in matches[occurrence - 1].span()]
    around = [sentence for sentence in report['sentences'] if sentence[0] < span[1] and span[0] < sentence[1]]
    place = {'text': report['key'], 'span': span}
    return {**place, 'sentence': [around[0][0], around[-1][1]]} if around else place


def half_of(group):
    return hashlib.sha256(group.encode('utf-8')).digest()[0] % 2


def pairs_of(lines, texts, fault):
    """The lines of a worksheet -> pairs, in their order."""
    group, claims, pairs, number = None, {}, [], 0
    for line in (line.strip() for line in lines):
        if not line or line.startswith('#'):
            continue
        if line.startswith('G '):
            group, claims, number = line[2:].strip(), {}, 0
        elif line.split()[0] in RELATIONS:
            relation, rest = line.split(' ', 1)
            which, _, why = (part.strip() for part in rest.partition('|'))
            for item in which.split():
                match = PAIR.fullmatch(item)
                one, other = (claims.get(name) for name in match.groups()[:2]) if match else (None, None)
                if not one or not other:
                    fault(f'{group}: no such pair: {item}')
                elif one[0] != other[0]:
                    fault(f'{group}: {item} answers two questions')
                else:
                    number += 1
                    pairs.append({'id': f'{group}/{number}', 'half': half_of(group), 'question': one[0], 'relation': relation,
                                  'one': one[1], 'other': other[1], **({'sameSource': True} if match[3] else {}), **({'why': why} if why else {})})
        else:
            match = CLAIM.fullmatch(line)
            if not match or match[2] not in texts or match[3] not in QUESTIONS:
                fault(f'{group}: not understood: {line}')
                continue
            place = place_of(texts[match[2]], match[4], int(match[5] or 1))
            if not place:
                fault(f'{group}: not found: {line}')
            elif match[1] in claims:
                fault(f'{group}: two claims {match[1]}')
            else:
                claims[match[1]] = (match[3], place)
    return pairs


def faults_of(pairs):
    """What a set must not have: a pair twice, a claim beside itself, two relations of one pair, a text in both halves, a revision told backwards is for the reader to see."""
    faults, seen, halves, ids = [], {}, {}, set()
    for pair in pairs:
        places = sorted((pair[side]['text'], *pair[side]['span']) for side in ('one', 'other'))
        key = (pair['question'], *map(tuple, places))
        if pair['id'] in ids:
            faults.append(f'{pair["id"]}: this id is taken')
        ids.add(pair['id'])
        if pair['relation'] not in RELATIONS or pair['question'] not in QUESTIONS or pair['half'] not in (0, 1):
            faults.append(f'{pair["id"]}: unknown relation, question or half')
        if places[0] == places[1]:
            faults.append(f'{pair["id"]}: a claim beside itself')
        if key in seen:
            faults.append(f'{pair["id"]}: the same pair as {seen[key]}')
        seen.setdefault(key, pair['id'])
        for side in ('one', 'other'):
            if halves.setdefault(pair[side]['text'], pair['half']) != pair['half']:
                faults.append(f'{pair["id"]}: a text of the other half')
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('worksheets', nargs='+', type=Path)
    parser.add_argument('--corpora', required=True)
    parser.add_argument('--out', required=True)
    options = parser.parse_args()
    texts, faults = texts_of(options.corpora), []
    pairs = [pair for path in sorted(options.worksheets)
             for pair in pairs_of(path.read_text(encoding='utf-8').splitlines(), texts, lambda message, path=path: faults.append(f'{path.name}: {message}'))]
    faults += faults_of(pairs)
    for message in faults:
        print(message)
    with open(options.out, 'w', encoding='utf-8') as out:
        out.writelines(json.dumps(pair, ensure_ascii=False) + '\n' for pair in pairs)
    raise SystemExit(1 if faults else 0)


if __name__ == '__main__':
    main()
