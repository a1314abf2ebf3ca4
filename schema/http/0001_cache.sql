-- SPDX-License-Identifier: MIT
-- Answers of services on the network that may be given again for a while (src/http/cache.hpp says for how long).

CREATE TABLE answer(
    key       TEXT PRIMARY KEY,   -- SHA-256 of the URL and the headers asked with
    status    INTEGER NOT NULL,   -- 200, 404 or 410
    type      TEXT NOT NULL,      -- Content-Type, as sent
    url       TEXT NOT NULL,      -- of the last hop
    retrieved INTEGER NOT NULL,   -- seconds since 1970, UTC
    body      BLOB NOT NULL       -- unpacked
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_retrieved ON answer(retrieved);
