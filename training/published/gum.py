"""GUM's CoNLL-U in, one file out: the documents of a split, as they are.

`splits.md` lists the documents of each split under a heading `## train`, a line `  * GUM_news_flag` each; `dep/GUM_news_flag.conllu` is the
document. The words of the `GUM_reddit_*` documents are withheld by the repository: they are left out."""

import re


def documents(folder, split='train'):
    """The text of each document of the split; `folder` is the repository."""
    heading, wanted = None, []
    for line in (folder / 'splits.md').read_text(encoding='utf-8').splitlines():
        if line.startswith('## '):
            heading = line[3:].strip()
        match = re.match(r'\s*\*\s+(\S+)', line)
        if match and heading == split and not match[1].startswith('GUM_reddit_'):
            wanted.append(match[1])
    for name in sorted(wanted):
        yield (folder / 'dep' / f'{name}.conllu').read_text(encoding='utf-8').rstrip('\n') + '\n\n'
