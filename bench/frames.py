#!/usr/bin/env python3
"""Frame the texts of a corpus for test/core/read: for each article "ID<TAB>BYTES", a line break, its bytes.

usage: frames.py CORPUS.jsonl > FRAMES        (one object a line with id and text)
"""
import json, sys

for line in open(sys.argv[1], encoding="utf-8"):
    row = json.loads(line)
    text = row["text"].encode("utf-8")
    sys.stdout.buffer.write(b"%s\t%d\n" % (row["id"].encode("utf-8"), len(text)) + text)
