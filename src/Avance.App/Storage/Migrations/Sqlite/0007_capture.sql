-- The quarter as it is captured: a period for the office, a sheet for each unit, what was typed in it revision by revision, the versions
-- frozen when it was submitted, and the steps and remarks of its review.
CREATE TABLE capture_period (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    is_open INTEGER NOT NULL,
    opens_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    reopenings INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter),
    FOREIGN KEY (entity_id, fiscal_year) REFERENCES fiscal_year (entity_id, fiscal_year)
) WITHOUT ROWID;

CREATE TABLE capture_period_step (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    number INTEGER NOT NULL,
    act TEXT NOT NULL,
    unit_code TEXT NULL,
    due_on TEXT NULL,
    reason TEXT NOT NULL,
    actor TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter) REFERENCES capture_period (entity_id, fiscal_year, quarter)
) WITHOUT ROWID;

CREATE TABLE capture_sheet (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('capturing', 'submitted', 'returned', 'approved', 'authorised', 'missing')),
    due_on TEXT NULL,
    version INTEGER NOT NULL,
    authorised INTEGER NOT NULL,
    edits INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code),
    FOREIGN KEY (entity_id, fiscal_year, quarter) REFERENCES capture_period (entity_id, fiscal_year, quarter),
    FOREIGN KEY (entity_id, fiscal_year, unit_code) REFERENCES responsible_unit (entity_id, fiscal_year, unit_code)
) WITHOUT ROWID;

-- What was typed in each place: a row for each time, the last one holds. The key lets only one person write a revision.
CREATE TABLE capture_cell (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    subject BLOB NOT NULL,
    field TEXT NOT NULL,
    revision INTEGER NOT NULL,
    value TEXT NOT NULL,
    actor TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, subject, field, revision),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
) WITHOUT ROWID;

CREATE TABLE capture_version (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    version INTEGER NOT NULL,
    actor TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    sha256 BLOB NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, version),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
) WITHOUT ROWID;

CREATE TABLE capture_step (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    act TEXT NOT NULL,
    version INTEGER NOT NULL,
    actor TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    reason TEXT NOT NULL,
    document_sequence INTEGER NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
) WITHOUT ROWID;

CREATE TABLE capture_remark (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    number INTEGER NOT NULL,
    step INTEGER NOT NULL,
    subject BLOB NOT NULL,
    field TEXT NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
) WITHOUT ROWID;

-- Up to where each person has seen a sheet, so that they are told what is new since.
CREATE TABLE sheet_visit (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    quarter INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    actor TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, actor),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
) WITHOUT ROWID;

-- Rows are only ever added. REPLACE would delete without telling the delete triggers, so a key that is there is refused too.
CREATE TRIGGER capture_period_step_no_update BEFORE UPDATE ON capture_period_step BEGIN SELECT RAISE(ABORT, 'capture_period_step only grows: UPDATE refused'); END;
CREATE TRIGGER capture_period_step_no_delete BEFORE DELETE ON capture_period_step BEGIN SELECT RAISE(ABORT, 'capture_period_step only grows: DELETE refused'); END;
CREATE TRIGGER capture_period_step_no_replace BEFORE INSERT ON capture_period_step WHEN EXISTS (SELECT 1 FROM capture_period_step WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'capture_period_step only grows: REPLACE refused'); END;
CREATE TRIGGER capture_cell_no_update BEFORE UPDATE ON capture_cell BEGIN SELECT RAISE(ABORT, 'capture_cell only grows: UPDATE refused'); END;
CREATE TRIGGER capture_cell_no_delete BEFORE DELETE ON capture_cell BEGIN SELECT RAISE(ABORT, 'capture_cell only grows: DELETE refused'); END;
CREATE TRIGGER capture_cell_no_replace BEFORE INSERT ON capture_cell WHEN EXISTS (SELECT 1 FROM capture_cell WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND subject = NEW.subject AND field = NEW.field AND revision = NEW.revision) BEGIN SELECT RAISE(ABORT, 'capture_cell only grows: REPLACE refused'); END;
CREATE TRIGGER capture_version_no_update BEFORE UPDATE ON capture_version BEGIN SELECT RAISE(ABORT, 'capture_version only grows: UPDATE refused'); END;
CREATE TRIGGER capture_version_no_delete BEFORE DELETE ON capture_version BEGIN SELECT RAISE(ABORT, 'capture_version only grows: DELETE refused'); END;
CREATE TRIGGER capture_version_no_replace BEFORE INSERT ON capture_version WHEN EXISTS (SELECT 1 FROM capture_version WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND version = NEW.version) BEGIN SELECT RAISE(ABORT, 'capture_version only grows: REPLACE refused'); END;
CREATE TRIGGER capture_step_no_update BEFORE UPDATE ON capture_step BEGIN SELECT RAISE(ABORT, 'capture_step only grows: UPDATE refused'); END;
CREATE TRIGGER capture_step_no_delete BEFORE DELETE ON capture_step BEGIN SELECT RAISE(ABORT, 'capture_step only grows: DELETE refused'); END;
CREATE TRIGGER capture_step_no_replace BEFORE INSERT ON capture_step WHEN EXISTS (SELECT 1 FROM capture_step WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'capture_step only grows: REPLACE refused'); END;
CREATE TRIGGER capture_remark_no_update BEFORE UPDATE ON capture_remark BEGIN SELECT RAISE(ABORT, 'capture_remark only grows: UPDATE refused'); END;
CREATE TRIGGER capture_remark_no_delete BEFORE DELETE ON capture_remark BEGIN SELECT RAISE(ABORT, 'capture_remark only grows: DELETE refused'); END;
CREATE TRIGGER capture_remark_no_replace BEFORE INSERT ON capture_remark WHEN EXISTS (SELECT 1 FROM capture_remark WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'capture_remark only grows: REPLACE refused'); END;

-- A closed period takes nothing but its reopening; periods and sheets are never deleted, and only sheets being captured are written in.
CREATE TRIGGER capture_period_no_delete BEFORE DELETE ON capture_period BEGIN SELECT RAISE(ABORT, 'capture_period: DELETE refused'); END;
CREATE TRIGGER capture_period_no_replace BEFORE INSERT ON capture_period WHEN EXISTS (SELECT 1 FROM capture_period WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter) BEGIN SELECT RAISE(ABORT, 'capture_period: REPLACE refused'); END;
CREATE TRIGGER capture_period_closed BEFORE UPDATE ON capture_period WHEN NEW.reopenings < OLD.reopenings OR (OLD.is_open = 0 AND (NEW.is_open = 0 OR NEW.reopenings <> OLD.reopenings + 1))
BEGIN SELECT RAISE(ABORT, 'capture_period: it is closed, UPDATE refused'); END;
CREATE TRIGGER capture_sheet_no_delete BEFORE DELETE ON capture_sheet BEGIN SELECT RAISE(ABORT, 'capture_sheet: DELETE refused'); END;
CREATE TRIGGER capture_sheet_no_replace BEFORE INSERT ON capture_sheet WHEN EXISTS (SELECT 1 FROM capture_sheet WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code) BEGIN SELECT RAISE(ABORT, 'capture_sheet: REPLACE refused'); END;
CREATE TRIGGER capture_sheet_closed BEFORE UPDATE ON capture_sheet WHEN NEW.version < OLD.version OR NEW.edits < OLD.edits
    OR NOT EXISTS (SELECT 1 FROM capture_period WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND is_open = 1)
BEGIN SELECT RAISE(ABORT, 'capture_sheet: its period is closed, UPDATE refused'); END;
CREATE TRIGGER capture_cell_writable BEFORE INSERT ON capture_cell WHEN NOT EXISTS (SELECT 1 FROM capture_sheet WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND state IN ('capturing', 'returned'))
BEGIN SELECT RAISE(ABORT, 'capture_cell: the sheet is not being captured, INSERT refused'); END;
