#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Ranks a corpus with Xapian's default BM25 and English stemmer, as a TREC run on stdout.

usage: bench_xapian.py CORPUS.jsonl[.gz] QUERIES.tsv articles|sentences

A corpus line is {"id","title","sentences":[...]}; a query line is id TAB text. Needs Debian's python3-xapian.
"""
import gzip
import json
import sys

import xapian

corpus, queries, scope = sys.argv[1:4]
database = xapian.WritableDatabase("", xapian.DB_BACKEND_INMEMORY)
indexer = xapian.TermGenerator()
stemmer = xapian.Stem("en")
indexer.set_stemmer(stemmer)


def add(name, *texts):
    document = xapian.Document()
    document.set_data(name)
    indexer.set_document(document)
    for text in texts:
        indexer.index_text(text)
    database.add_document(document)


with (gzip.open if corpus.endswith(".gz") else open)(corpus, "rt", encoding="utf-8") as lines:
    for line in lines:
        article = json.loads(line)
        if scope == "articles":
            add(article["id"], article["title"], *article["sentences"])
        else:
            for i, sentence in enumerate(article["sentences"]):
                add(f"{article['id']}:{i}", sentence)

parser = xapian.QueryParser()
parser.set_stemmer(stemmer)
parser.set_stemming_strategy(xapian.QueryParser.STEM_SOME)
parser.set_default_op(xapian.Query.OP_OR)
enquire = xapian.Enquire(database)
with open(queries, encoding="utf-8") as lines:
    for line in lines:
        name, _, text = line.rstrip("\n").partition("\t")
        enquire.set_query(parser.parse_query(text, 0))
        for hit in enquire.get_mset(0, 100):
            print(f"{name} Q0 {hit.document.get_data().decode()} {hit.rank + 1} {hit.weight:.6f} xapian")
