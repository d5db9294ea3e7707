-- Imports: how each source is read, version by version, and every import that was made.
CREATE TABLE import_mapping (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    kind TEXT NOT NULL,
    content TEXT NOT NULL,
    actor TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (entity_id, name, version)
) WITHOUT ROWID;

CREATE TABLE import_run (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    number INTEGER NOT NULL,
    fiscal_year INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    mapping TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    file_bytes INTEGER NOT NULL,
    state TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    documents INTEGER NOT NULL,
    posted INTEGER NOT NULL,
    already_posted INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    PRIMARY KEY (entity_id, number)
) WITHOUT ROWID;

-- Rows are only ever added. REPLACE would delete without telling the delete triggers, so a key that is there is refused too.
CREATE TRIGGER import_mapping_no_update BEFORE UPDATE ON import_mapping BEGIN SELECT RAISE(ABORT, 'import_mapping only grows: UPDATE refused'); END;
CREATE TRIGGER import_mapping_no_delete BEFORE DELETE ON import_mapping BEGIN SELECT RAISE(ABORT, 'import_mapping only grows: DELETE refused'); END;
CREATE TRIGGER import_mapping_no_replace BEFORE INSERT ON import_mapping WHEN EXISTS (SELECT 1 FROM import_mapping WHERE entity_id = NEW.entity_id AND name = NEW.name AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'import_mapping only grows: REPLACE refused'); END;
CREATE TRIGGER import_run_no_update BEFORE UPDATE ON import_run BEGIN SELECT RAISE(ABORT, 'import_run only grows: UPDATE refused'); END;
CREATE TRIGGER import_run_no_delete BEFORE DELETE ON import_run BEGIN SELECT RAISE(ABORT, 'import_run only grows: DELETE refused'); END;
CREATE TRIGGER import_run_no_replace BEFORE INSERT ON import_run WHEN EXISTS (SELECT 1 FROM import_run WHERE entity_id = NEW.entity_id AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'import_run only grows: REPLACE refused'); END;
