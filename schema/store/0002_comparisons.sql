-- What a claim compares: packed (src/store/codec.hpp), empty for claims that compare nothing. NULL: put by an earlier
-- version, to be read from the claim's text.
ALTER TABLE claims ADD COLUMN comparisons BLOB;
