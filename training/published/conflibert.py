"""ConfliBERT's copies of re3d and of the CAMEO classes in, sentences out.

`data/re3d/train.txt`: a line `token<tab>tag` a token, an empty line behind each sentence; tags are O, B-Person, I-Person, ...
`data/cameo_class/train.tsv`: a line `sentence<tab>label` a sentence, labels 0 to 4, without a heading and without quotation."""

CLASSES = ('statement', 'verbalCooperation', 'materialCooperation', 'verbalConflict', 'materialConflict')


def entities(path):
    tokens, tags = [], []
    for line in [*path.read_text(encoding='utf-8').split('\n'), '']:
        token, tab, tag = line.rstrip('\r').partition('\t')
        if tab:
            tokens.append(token)
            tags.append(tag.strip())
        elif tokens:
            yield {'tokens': tokens, 'tags': tags}
            tokens, tags = [], []


def classes(path):
    for line in path.read_text(encoding='utf-8').split('\n'):
        text, tab, label = line.rstrip('\r').rpartition('\t')
        if tab:
            yield {'text': text, 'name': CLASSES[int(label)]}
