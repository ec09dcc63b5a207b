"""Reports in (lines of `{id, text}`), worksheets out: files of numbered sentences for annotators (000.txt, 001.txt, ...) and index.jsonl, which
has the reports with the spans of these sentences, in characters, for resolve.py."""

import argparse
import json
import re
from pathlib import Path

# At line ends; behind a full stop before a capital; behind a full stop and a closing mark.
BREAK = re.compile(r'\n\s*\n|\n(?=\S)|(?<=[.?!]["”’)\]])\s+(?=\S)|(?<=[.?!])\s+(?=["“‘(\[]?[A-Z])')


def sentences_of(text):
    ends = [*((match.start(), match.end()) for match in BREAK.finditer(text)), (len(text), len(text))]
    starts = [0, *(after for _, after in ends)]
    return [(start, end) for start, (end, _) in zip(starts, ends) if text[start:end].strip()]


def worksheet(reports):
    """Reports of index.jsonl -> what annotators read."""
    lines = []
    for report in reports:
        about = ''.join(f' | {field} {report[field]}' for field in ('outlet', 'published') if report.get(field))
        lines.append(f'##### {report["n"]}{about}')
        lines += [f'{number}: {report["text"][start:end]}' for number, (start, end) in enumerate(report['sentences'])]
        lines.append('')
    return '\n'.join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('files', nargs='+', type=Path, help='CORPUS/*.jsonl: the folder is the name of the corpus')
    parser.add_argument('--out', required=True, type=Path)
    parser.add_argument('--size', type=int, default=5, help='reports in a worksheet')
    options = parser.parse_args()
    reports = []
    for path in options.files:
        for report in map(json.loads, path.read_text('utf-8').strip().split('\n')):
            reports.append({**report, 'n': len(reports), 'corpus': path.resolve().parent.name, 'sentences': sentences_of(report['text'])})
    options.out.mkdir(parents=True, exist_ok=True)
    with open(options.out / 'index.jsonl', 'w', encoding='utf-8') as out:
        out.writelines(json.dumps(report) + '\n' for report in reports)
    for number, first in enumerate(range(0, len(reports), options.size)):
        (options.out / f'{number:03d}.txt').write_text(worksheet(reports[first:first + options.size]), 'utf-8')


if __name__ == '__main__':
    main()
