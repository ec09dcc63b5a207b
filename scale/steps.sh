#!/bin/sh
# Readings on standard input -> incidents on standard output, step by step with sort and join: byte for byte what `hearsay reconcile` prints.
# An engine does the same with its own shuffles (scale/spark/reconcile.py). No step holds more than a few lines, but for the keys of
# connected chains in `component`; sort uses the disk.
#
#   hearsay read archive.ndjson --format ndjson --no-record | HEARSAY="node dist/cli/main.js" scale/steps.sh > incidents.ndjson
set -eu
export LC_ALL=C
HEARSAY=${HEARSAY:-hearsay}
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
TAB=$(printf '\t')

step() { eval "$HEARSAY reconcile --step $1"; }
by_key() { sort -s -t "$TAB" -k 1,1 -T "$FOLDER"; }

# In a pipe, only the last command's failure ends a script: each part writes a file.
cat > "$FOLDER/readings"
step chain < "$FOLDER/readings" > "$FOLDER/chain"
by_key < "$FOLDER/chain" > "$FOLDER/documents"
step single < "$FOLDER/documents" > "$FOLDER/single"
step block < "$FOLDER/documents" > "$FOLDER/block"
by_key < "$FOLDER/block" > "$FOLDER/blocks"
step compare < "$FOLDER/blocks" > "$FOLDER/compare"
rm "$FOLDER/block" "$FOLDER/blocks"
sort -u -T "$FOLDER" "$FOLDER/compare" | by_key > "$FOLDER/pairs"
step rank < "$FOLDER/pairs" > "$FOLDER/rank"
by_key < "$FOLDER/rank" > "$FOLDER/ranks"
step connect < "$FOLDER/ranks" > "$FOLDER/connected"
step component < "$FOLDER/connected" > "$FOLDER/components"

# The component of each chain, and of each pair by its first chain, goes before it; a chain without pairs is a component by itself.
by_key < "$FOLDER/single" | join -t "$TAB" -a 1 - "$FOLDER/components" > "$FOLDER/labelled"
sed "s/ [^$TAB]*//" "$FOLDER/connected" | by_key | join -t "$TAB" - "$FOLDER/components" >> "$FOLDER/labelled"
awk -F "$TAB" '{ print ($3 == "" ? $1 : $3) FS $2 }' "$FOLDER/labelled" | by_key > "$FOLDER/members"
step cluster < "$FOLDER/members" > "$FOLDER/clusters"
step describe < "$FOLDER/clusters" > "$FOLDER/incidents"
by_key < "$FOLDER/incidents" | cut -f 2
