"""The heads of the reader and their classes: what every other file here agrees on. Needs no torch."""

CATEGORIES = ('AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT', 'REQUEST', 'ACCUSE', 'REJECT',
              'THREATEN', 'PROTEST', 'SANCTION', 'MOBILIZE', 'COERCE', 'ASSAULT', 'HAZARD')
STATUS = ('actual', 'denied', 'possible', 'planned', 'demanded', 'hypothetical')
STANCE = ('asserts', 'denies', 'doubts', 'believes', 'predicts', 'intends', 'demands', 'asks')
LOOK = ('new', 'ref', 'past')
LEAD = ('beside', 'main')
PARTS = ('attacker', 'organisation', 'target', 'victim', 'weapon')
MENTIONS = ('person', 'organisation', 'place', 'weapon', 'nationality')
NAMES = ('person', 'organisation', 'place', 'other')
UPOS = ('ADJ', 'ADP', 'ADV', 'AUX', 'CCONJ', 'DET', 'INTJ', 'NOUN', 'NUM', 'PART', 'PRON', 'PROPN', 'PUNCT', 'SCONJ', 'SYM',
        'VERB', 'X')
RELATIONS = ('acl', 'advcl', 'advmod', 'amod', 'appos', 'aux', 'case', 'cc', 'ccomp', 'compound', 'conj', 'cop', 'csubj',
             'dep', 'det', 'discourse', 'dislocated', 'expl', 'fixed', 'flat', 'goeswith', 'iobj', 'list', 'mark', 'nmod',
             'nsubj', 'nummod', 'obj', 'obl', 'orphan', 'parataxis', 'punct', 'reparandum', 'root', 'vocative', 'xcomp')


def bio(types):
    return ('O', *(f'{part}-{kind}' for kind in types for part in 'BI'))


TAGS = {'cue': bio(['cue']), 'mention': bio(MENTIONS), 'name': bio(NAMES), 'trigger': bio(CATEGORIES), 'status': STATUS,
        'lead': LEAD, 'stance': STANCE, 'look': LOOK, 'part': bio(PARTS), 'loaded': bio(['loaded']), 'upos': UPOS, 'relation': RELATIONS}
LINKS = {'source': 128, 'content': 128, 'actor': 64, 'recipient': 64, 'instrument': 64, 'place': 64, 'time': 64, 'same': 64}
ARC = 96
BUCKETS = 32
