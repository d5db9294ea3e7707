-- Published reports, version by version, and the journal. Rows of an office carry entity_id first: the key to sharding.
CREATE TABLE entity (
    entity_id BLOB NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE
) WITHOUT ROWID;

CREATE TABLE report (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    report_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    version INTEGER NOT NULL,
    entity_name TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    published_on TEXT NULL,
    fingerprint BLOB NOT NULL,
    source_name TEXT NOT NULL,
    source_format TEXT NOT NULL,
    source_sha256 TEXT NOT NULL,
    source_bytes INTEGER NOT NULL,
    total_approved INTEGER NULL,
    total_revised INTEGER NULL,
    total_accrued INTEGER NULL,
    has_totals INTEGER NOT NULL,
    PRIMARY KEY (entity_id, report_id),
    UNIQUE (entity_id, fiscal_year, quarter, version)
) WITHOUT ROWID;

CREATE TABLE report_source (
    entity_id BLOB NOT NULL,
    report_id BLOB NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (entity_id, report_id),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
);

CREATE TABLE report_heading (
    entity_id BLOB NOT NULL,
    report_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
    name TEXT NOT NULL,
    approved INTEGER NULL,
    revised INTEGER NULL,
    accrued INTEGER NULL,
    has_totals INTEGER NOT NULL,
    page INTEGER NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (entity_id, report_id, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
) WITHOUT ROWID;

CREATE TABLE report_project (
    entity_id BLOB NOT NULL,
    report_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    heading INTEGER NOT NULL,
    project_key TEXT NOT NULL,
    sdg_targets TEXT NOT NULL,
    name TEXT NOT NULL,
    approved INTEGER NULL,
    revised INTEGER NULL,
    accrued INTEGER NULL,
    municipality TEXT NOT NULL,
    locality TEXT NOT NULL,
    women INTEGER NULL,
    men INTEGER NULL,
    people INTEGER NULL,
    page INTEGER NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (entity_id, report_id, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
) WITHOUT ROWID;

CREATE TABLE report_target (
    entity_id BLOB NOT NULL,
    report_id BLOB NOT NULL,
    project INTEGER NOT NULL,
    number INTEGER NOT NULL,
    description TEXT NOT NULL,
    unit_of_measure TEXT NOT NULL,
    original INTEGER NULL,
    revised INTEGER NULL,
    achieved INTEGER NULL,
    printed_rate INTEGER NULL,
    page INTEGER NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (entity_id, report_id, project, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
) WITHOUT ROWID;

CREATE TABLE report_explanation (
    entity_id BLOB NOT NULL,
    report_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    project_key TEXT NOT NULL,
    project_name TEXT NOT NULL,
    explanation TEXT NOT NULL,
    page INTEGER NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (entity_id, report_id, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
) WITHOUT ROWID;

CREATE TABLE journal (
    entity_id BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (entity_id, sequence)
) WITHOUT ROWID;

-- Rows are only ever added. REPLACE would delete without telling the delete triggers, so a key that is there is refused too.
CREATE TRIGGER entity_no_update BEFORE UPDATE ON entity BEGIN SELECT RAISE(ABORT, 'entity only grows: UPDATE refused'); END;
CREATE TRIGGER entity_no_delete BEFORE DELETE ON entity BEGIN SELECT RAISE(ABORT, 'entity only grows: DELETE refused'); END;
CREATE TRIGGER entity_no_replace BEFORE INSERT ON entity WHEN EXISTS (SELECT 1 FROM entity WHERE entity_id = NEW.entity_id OR code = NEW.code) BEGIN SELECT RAISE(ABORT, 'entity only grows: REPLACE refused'); END;
CREATE TRIGGER report_no_update BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'report only grows: UPDATE refused'); END;
CREATE TRIGGER report_no_delete BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'report only grows: DELETE refused'); END;
CREATE TRIGGER report_no_replace BEFORE INSERT ON report WHEN EXISTS (SELECT 1 FROM report WHERE entity_id = NEW.entity_id AND (report_id = NEW.report_id OR (fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND version = NEW.version))) BEGIN SELECT RAISE(ABORT, 'report only grows: REPLACE refused'); END;
CREATE TRIGGER report_source_no_update BEFORE UPDATE ON report_source BEGIN SELECT RAISE(ABORT, 'report_source only grows: UPDATE refused'); END;
CREATE TRIGGER report_source_no_delete BEFORE DELETE ON report_source BEGIN SELECT RAISE(ABORT, 'report_source only grows: DELETE refused'); END;
CREATE TRIGGER report_source_no_replace BEFORE INSERT ON report_source WHEN EXISTS (SELECT 1 FROM report_source WHERE entity_id = NEW.entity_id AND report_id = NEW.report_id) BEGIN SELECT RAISE(ABORT, 'report_source only grows: REPLACE refused'); END;
CREATE TRIGGER report_heading_no_update BEFORE UPDATE ON report_heading BEGIN SELECT RAISE(ABORT, 'report_heading only grows: UPDATE refused'); END;
CREATE TRIGGER report_heading_no_delete BEFORE DELETE ON report_heading BEGIN SELECT RAISE(ABORT, 'report_heading only grows: DELETE refused'); END;
CREATE TRIGGER report_heading_no_replace BEFORE INSERT ON report_heading WHEN EXISTS (SELECT 1 FROM report_heading WHERE entity_id = NEW.entity_id AND report_id = NEW.report_id AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'report_heading only grows: REPLACE refused'); END;
CREATE TRIGGER report_project_no_update BEFORE UPDATE ON report_project BEGIN SELECT RAISE(ABORT, 'report_project only grows: UPDATE refused'); END;
CREATE TRIGGER report_project_no_delete BEFORE DELETE ON report_project BEGIN SELECT RAISE(ABORT, 'report_project only grows: DELETE refused'); END;
CREATE TRIGGER report_project_no_replace BEFORE INSERT ON report_project WHEN EXISTS (SELECT 1 FROM report_project WHERE entity_id = NEW.entity_id AND report_id = NEW.report_id AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'report_project only grows: REPLACE refused'); END;
CREATE TRIGGER report_target_no_update BEFORE UPDATE ON report_target BEGIN SELECT RAISE(ABORT, 'report_target only grows: UPDATE refused'); END;
CREATE TRIGGER report_target_no_delete BEFORE DELETE ON report_target BEGIN SELECT RAISE(ABORT, 'report_target only grows: DELETE refused'); END;
CREATE TRIGGER report_target_no_replace BEFORE INSERT ON report_target WHEN EXISTS (SELECT 1 FROM report_target WHERE entity_id = NEW.entity_id AND report_id = NEW.report_id AND project = NEW.project AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'report_target only grows: REPLACE refused'); END;
CREATE TRIGGER report_explanation_no_update BEFORE UPDATE ON report_explanation BEGIN SELECT RAISE(ABORT, 'report_explanation only grows: UPDATE refused'); END;
CREATE TRIGGER report_explanation_no_delete BEFORE DELETE ON report_explanation BEGIN SELECT RAISE(ABORT, 'report_explanation only grows: DELETE refused'); END;
CREATE TRIGGER report_explanation_no_replace BEFORE INSERT ON report_explanation WHEN EXISTS (SELECT 1 FROM report_explanation WHERE entity_id = NEW.entity_id AND report_id = NEW.report_id AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'report_explanation only grows: REPLACE refused'); END;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'journal only grows: UPDATE refused'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'journal only grows: DELETE refused'); END;
CREATE TRIGGER journal_no_replace BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE entity_id = NEW.entity_id AND sequence = NEW.sequence) BEGIN SELECT RAISE(ABORT, 'journal only grows: REPLACE refused'); END;
