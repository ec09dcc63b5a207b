"""MUC-4 as the repository of GRIT has it in, documents with their role fillers out.

`data/muc/raw_files/proc_output/doc_train`: an object a line, with `docid` and `text`, in capitals and with its line breaks.
`data/muc/processed/train.json`: an object a line, with `docid` and `extracts`: for each role a list of entities, an entity a list of
mentions, a mention `[words, offset]`. The offsets are into a text without line breaks and are not used."""

from sources import lines_of

ROLES = {'PerpInd': 'perpetratorIndividual', 'PerpOrg': 'perpetratorOrganization', 'Target': 'target', 'Victim': 'victim',
         'Weapon': 'instrument'}


def documents(folder, split='train'):
    """`folder` is data/muc of the repository."""
    keys = {one['docid']: one['extracts'] for one in lines_of(folder / 'processed' / f'{split}.json')}
    for one in lines_of(folder / 'raw_files/proc_output' / f'doc_{split}'):
        roles = {ours: [[words for words, _ in entity] for entity in keys[one['docid']][theirs]] for theirs, ours in ROLES.items()}
        yield {'id': one['docid'], 'text': one['text'], 'roles': roles}
