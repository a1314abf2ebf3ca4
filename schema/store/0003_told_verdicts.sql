-- What `check --all` said of a reference last is told = 1: `check --all --changed` compares with it. Other verdicts
-- were kept for search, show and export alone. Those of an article that was replaced go on under the state ''.
ALTER TABLE verdicts ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
