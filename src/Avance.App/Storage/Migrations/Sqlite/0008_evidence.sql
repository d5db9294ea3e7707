-- Evidence: the files that support the figures of a sheet, and those removed from it. Rows are only ever added.
CREATE TABLE evidence (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    subject_id BLOB NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
) WITHOUT ROWID;

CREATE TABLE evidence_removal (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code, number) REFERENCES evidence (entity_id, fiscal_year, quarter, unit_code, number)
) WITHOUT ROWID;

-- Content in pieces, where the database itself keeps it.
CREATE TABLE evidence_chunk (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    sha256 TEXT NOT NULL,
    number INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (entity_id, sha256, number)
);

CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence only grows: UPDATE refused'); END;
CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence only grows: DELETE refused'); END;
CREATE TRIGGER evidence_no_replace BEFORE INSERT ON evidence WHEN EXISTS (SELECT 1 FROM evidence WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'evidence only grows: REPLACE refused'); END;
CREATE TRIGGER evidence_removal_no_update BEFORE UPDATE ON evidence_removal BEGIN SELECT RAISE(ABORT, 'evidence_removal only grows: UPDATE refused'); END;
CREATE TRIGGER evidence_removal_no_delete BEFORE DELETE ON evidence_removal BEGIN SELECT RAISE(ABORT, 'evidence_removal only grows: DELETE refused'); END;
CREATE TRIGGER evidence_removal_no_replace BEFORE INSERT ON evidence_removal WHEN EXISTS (SELECT 1 FROM evidence_removal WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'evidence_removal only grows: REPLACE refused'); END;
CREATE TRIGGER evidence_chunk_no_update BEFORE UPDATE ON evidence_chunk BEGIN SELECT RAISE(ABORT, 'evidence_chunk only grows: UPDATE refused'); END;
CREATE TRIGGER evidence_chunk_no_delete BEFORE DELETE ON evidence_chunk BEGIN SELECT RAISE(ABORT, 'evidence_chunk only grows: DELETE refused'); END;
CREATE TRIGGER evidence_chunk_no_replace BEFORE INSERT ON evidence_chunk WHEN EXISTS (SELECT 1 FROM evidence_chunk WHERE entity_id = NEW.entity_id AND sha256 = NEW.sha256 AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'evidence_chunk only grows: REPLACE refused'); END;
