-- SPDX-License-Identifier: MIT
-- The local index of bibliographic records. Rows of `say` are appended while files are read; keys, title words,
-- counts and merges are made from them afterwards, and only then are they seen (meta.keyed).

-- complete: '1', or '0' while an import is not finished · indexed, keyed: the last say.id whose title and whose keys
-- are filed; readers see no row after keyed, and none at all without it · imported: ISO 8601 date of the newest import
-- that was finished; importing: of the newest · name, sample: what the authority calls itself · works, events: counts at the end.
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Files that were read to their end, so that a second import passes them over.
CREATE TABLE file(
    digest   TEXT PRIMARY KEY,   -- XXH3-128 of the bytes as they lie on the disk, hexadecimal
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,      -- "csl", "pubmed", "crossref", …
    records  INTEGER NOT NULL,
    skipped  INTEGER NOT NULL,
    last_say INTEGER NOT NULL,   -- say.id after its last row: later rows belong to a file that was cut off
    imported TEXT NOT NULL       -- ISO 8601 date
) STRICT, WITHOUT ROWID;

CREATE TABLE container(
    id        INTEGER PRIMARY KEY,
    h         INTEGER NOT NULL UNIQUE,  -- XXH3-64 of the four texts below
    title     TEXT NOT NULL,
    short     TEXT,
    issn      TEXT,
    publisher TEXT
) STRICT;

-- What one source says of one work. NULL is "does not say".
CREATE TABLE say(
    id        INTEGER PRIMARY KEY,
    source    INTEGER NOT NULL,  -- authority/say.hpp, enum Source
    revision  INTEGER NOT NULL,  -- the source's own order of versions; 0 when it has none
    flags     INTEGER NOT NULL,  -- authority/say.hpp, kFlag…
    type      INTEGER NOT NULL,  -- bib::ItemType
    title     TEXT,
    author    TEXT,              -- authority/say_text.hpp
    container INTEGER REFERENCES container(id),
    issued    INTEGER,           -- year * 10000 + month * 100 + day, 0 for what is unknown
    epub      INTEGER,
    volume    TEXT,
    issue     TEXT,
    page      TEXT,
    doi       TEXT,
    pmid      INTEGER,
    pmcid     INTEGER,           -- without "PMC"
    rest      TEXT               -- fields that few records have: authority/say_text.hpp
) STRICT;

-- Rows of `say` that mean the same work as an older row, which stands for the work.
CREATE TABLE merged(id INTEGER PRIMARY KEY, work INTEGER NOT NULL) STRICT;
CREATE INDEX merged_by_work ON merged(work);

-- Hashes of typed facts (authority/keys.hpp), each with the rows of `say` it is true of.
CREATE TABLE key(h INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(h, id)) STRICT, WITHOUT ROWID;

-- Folded words of the titles, one document a row of `say`. The words are folded before they come here, so that the
-- tokenizer has only blanks to find.
CREATE VIRTUAL TABLE title USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');

-- In how many titles a word stands; h is XXH3-64 of the word.
CREATE TABLE df(h INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT;

-- How many works a journal (XXH3-64 of its key) has in a year and volume (XXH3-64 of its digits; 0 without one).
CREATE TABLE coverage(
    journal INTEGER NOT NULL,
    year    INTEGER NOT NULL,
    volume  INTEGER NOT NULL,
    n       INTEGER NOT NULL,
    PRIMARY KEY(journal, year, volume)
) STRICT, WITHOUT ROWID;

-- Editorial events, under the keys of the work's DOI and PMID, whether or not the index holds the work.
CREATE TABLE event(
    h           INTEGER NOT NULL,
    kind        INTEGER NOT NULL,  -- authority::EventKind
    notice_doi  TEXT NOT NULL,
    notice_pmid TEXT NOT NULL,
    source      TEXT NOT NULL,
    date        TEXT NOT NULL,     -- ISO 8601; empty when unknown
    PRIMARY KEY(h, kind, notice_doi, notice_pmid, source)
) STRICT, WITHOUT ROWID;

-- PMIDs that PubMed has taken back.
CREATE TABLE deleted(pmid INTEGER PRIMARY KEY) STRICT;
