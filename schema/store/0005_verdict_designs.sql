-- The kind of study that the publication types of a verdict's record name (bib::name(StudyDesign)), '' for none; NULL: kept by an
-- earlier version, to be read from the packed verdict.
ALTER TABLE verdicts ADD COLUMN design TEXT;
CREATE INDEX verdicts_by_design ON verdicts(design);
