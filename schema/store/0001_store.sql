-- The store: articles as they were read, and the index that search uses.
--
-- Places in text are bytes into article_texts.text, half open; idx counts from 0 within its article. A reference's
-- id is article * 2^24 + idx, so that an article's references stand together. Lists of numbers in TEXT columns are
-- divided by blanks ("0 2 5").

CREATE TABLE articles(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  path TEXT NOT NULL UNIQUE,       -- as given to add
  key TEXT NOT NULL,               -- the article's own id where it has one, else the path
  sha256 TEXT NOT NULL,            -- of the bytes it was read from
  own_id TEXT NOT NULL,
  title TEXT NOT NULL,
  site TEXT NOT NULL,
  url TEXT NOT NULL,
  doi TEXT NOT NULL,
  date TEXT NOT NULL,
  language TEXT NOT NULL,
  format TEXT NOT NULL,
  references_count INTEGER NOT NULL,
  markers_count INTEGER NOT NULL,
  claims_count INTEGER NOT NULL,
  digest INTEGER NOT NULL          -- xxHash of all that was put, for check_integrity
) STRICT;
CREATE INDEX articles_by_key ON articles(key);

CREATE TABLE article_texts(
  article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  anchors BLOB NOT NULL,           -- Article::anchors, packed (src/store/codec.hpp)
  warnings BLOB NOT NULL,          -- a packed list of sentences
  text TEXT NOT NULL
) STRICT;

CREATE TABLE sections(
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  heading TEXT NOT NULL,
  level INTEGER NOT NULL,          -- 1 to 6; 0 before the first heading
  PRIMARY KEY(article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE sentences(
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  first INTEGER NOT NULL,          -- bytes
  past INTEGER NOT NULL,           -- bytes
  section INTEGER NOT NULL,        -- idx in sections
  block INTEGER NOT NULL,          -- article::BlockKind
  PRIMARY KEY(article, idx)
) STRICT, WITHOUT ROWID;

-- What references of several articles mean, linked by the keys of work_keys.
CREATE TABLE works(
  id INTEGER PRIMARY KEY AUTOINCREMENT
) STRICT;

CREATE TABLE work_keys(
  key INTEGER PRIMARY KEY,         -- xxHash of "doi:…", "pmid:…", "pmcid:…" or title, year and first author
  work INTEGER NOT NULL REFERENCES works(id) ON DELETE CASCADE
) STRICT;
CREATE INDEX work_keys_by_work ON work_keys(work);

CREATE TABLE references_(
  id INTEGER PRIMARY KEY,          -- article * 2^24 + idx
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  work INTEGER NOT NULL REFERENCES works(id),
  label TEXT NOT NULL,             -- as printed: "3", "Smith 2020"
  raw TEXT NOT NULL,               -- verbatim
  type TEXT NOT NULL,              -- CSL-JSON's
  author TEXT NOT NULL,            -- the first author's family name, or the organisation
  title TEXT NOT NULL,
  container_title TEXT NOT NULL,
  year INTEGER NOT NULL,           -- 0 when unknown
  doi TEXT NOT NULL,
  pmid TEXT NOT NULL,
  pmcid TEXT NOT NULL,
  parsed BLOB NOT NULL             -- all that was understood: item, spans, confidence, place (src/store/codec.hpp)
) STRICT;
CREATE INDEX references_by_article ON references_(article);
CREATE INDEX references_by_work ON references_(work);

CREATE TABLE markers(
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  kind INTEGER NOT NULL,           -- article::MarkerKind
  first INTEGER NOT NULL,          -- bytes
  past INTEGER NOT NULL,           -- bytes
  references_ TEXT NOT NULL,       -- indexes into the article's references
  dangling BLOB NOT NULL,          -- a packed list: what it names that the article's list does not hold
  PRIMARY KEY(article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims(
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  idx INTEGER NOT NULL,
  sentence INTEGER NOT NULL,       -- idx in sentences
  text TEXT NOT NULL,              -- the sentence without its markers
  markers TEXT NOT NULL,           -- indexes into the article's markers
  evidence TEXT NOT NULL,          -- the words that name evidence
  cited INTEGER NOT NULL,          -- 0: names evidence and cites none
  PRIMARY KEY(article, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_references(
  article INTEGER NOT NULL,
  claim INTEGER NOT NULL,          -- idx in claims
  position INTEGER NOT NULL,       -- order of first mention
  reference INTEGER NOT NULL,      -- index into the article's references
  PRIMARY KEY(article, claim, position),
  FOREIGN KEY(article, claim) REFERENCES claims(article, idx) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE clauses(
  article INTEGER NOT NULL,
  claim INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  first INTEGER NOT NULL,          -- bytes
  past INTEGER NOT NULL,           -- bytes
  references_ TEXT NOT NULL,
  PRIMARY KEY(article, claim, idx),
  FOREIGN KEY(article, claim) REFERENCES claims(article, idx) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- "physical therapy (PT)", as articles define it; both folded, the short form as written.
CREATE TABLE abbreviations(
  article INTEGER NOT NULL REFERENCES articles(id) ON DELETE CASCADE,
  short TEXT NOT NULL,
  long TEXT NOT NULL,
  PRIMARY KEY(article, short, long)
) STRICT, WITHOUT ROWID;
CREATE INDEX abbreviations_by_short ON abbreviations(short, long);
CREATE INDEX abbreviations_by_long ON abbreviations(long, short);

-- Verdicts by the state of the authorities that were asked; the highest id of a reference is its newest.
CREATE TABLE verdicts(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reference INTEGER NOT NULL REFERENCES references_(id) ON DELETE CASCADE,
  authority_state TEXT NOT NULL,
  headline TEXT NOT NULL,
  verdict BLOB NOT NULL,           -- packed (src/store/codec.hpp)
  UNIQUE(reference, authority_state)
) STRICT;
CREATE INDEX verdicts_by_headline ON verdicts(headline);

-- The index. Terms are words folded, spelled the American way and stemmed (src/text/terms.hpp).

-- Every article's words in order: sentences, title, headings, sources (src/store/words.hpp).
CREATE TABLE article_words(
  article INTEGER PRIMARY KEY REFERENCES articles(id) ON DELETE CASCADE,
  words BLOB NOT NULL
) STRICT;

-- Which articles have a term, how often in which field: blocks in order of article (src/store/postings.hpp).
CREATE TABLE postings(
  term TEXT NOT NULL,
  first INTEGER NOT NULL,          -- first article of the block
  last INTEGER NOT NULL,           -- last article of the block
  data BLOB NOT NULL,
  PRIMARY KEY(term, first)
) STRICT, WITHOUT ROWID;

-- In how many articles a gram stands (src/text/grams.hpp): rows of 1000 counters of 4 bytes, the first byte least.
CREATE TABLE gram_counts(
  bucket INTEGER PRIMARY KEY,
  counts BLOB NOT NULL
) STRICT;

CREATE TABLE totals(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  articles INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  sources INTEGER NOT NULL,        -- references
  body_words INTEGER NOT NULL,
  title_words INTEGER NOT NULL,
  source_words INTEGER NOT NULL    -- words in the titles of references
) STRICT;
INSERT INTO totals VALUES(1, 0, 0, 0, 0, 0, 0, 0);

-- Phrases and NEAR. The rows hold terms divided by blanks and are rebuilt from article_words when they are taken
-- out. A row's id is article * 2^24 + n: n 0 is the title, 1 to 2^23 - 1 sentence n - 1, from 2^23 the title of
-- reference n - 2^23, from 3 * 2^22 the heading of section n - 3 * 2^22.
CREATE VIRTUAL TABLE passages USING fts5(words, content = '', columnsize = 0, tokenize = 'ascii');
