-- What a person has looked into and lets stand. No article is named: it holds wherever the same string is cited.
CREATE TABLE accepted(
  fingerprint TEXT NOT NULL,       -- of the reference's or claim's string (src/bib/fingerprint.hpp)
  rule TEXT NOT NULL,              -- the headline, or the rule of the finding, that was accepted, and no other
  reason TEXT NOT NULL,
  accepted_on TEXT NOT NULL,       -- ISO 8601, the day, UTC
  text TEXT NOT NULL,              -- the string, for people
  PRIMARY KEY(fingerprint, rule)
) STRICT, WITHOUT ROWID;
