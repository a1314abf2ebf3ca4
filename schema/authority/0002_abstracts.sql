-- Abstracts, of imports that were asked to keep them: most indexes have none. Candidates for claims are looked for in them;
-- no verdict reads them.
CREATE TABLE abstract(
    id    INTEGER PRIMARY KEY,          -- say.id; a row that is taken out hands it to the one that stays
    filed INTEGER NOT NULL DEFAULT 0,   -- 1: its words stand in abstract_words
    text  TEXT NOT NULL
) STRICT;
CREATE INDEX abstract_by_filed ON abstract(filed, id);  -- counts them without reading texts

-- The terms of titles and abstracts together (src/text/terms.hpp, without stop terms), each once, of the rows that have an
-- abstract; and in how many rows a term stands.
CREATE VIRTUAL TABLE abstract_words USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE abstract_vocabulary USING fts5vocab(abstract_words, row);

-- 1: read with its abstracts. A file that was read without is read again when they are asked for.
ALTER TABLE file ADD COLUMN abstracts INTEGER NOT NULL DEFAULT 0;
