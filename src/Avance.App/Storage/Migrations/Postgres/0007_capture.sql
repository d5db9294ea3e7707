-- The quarter as it is captured: a period for the office, a sheet for each unit, what was typed in it revision by revision, the versions
-- frozen when it was submitted, and the steps and remarks of its review.
CREATE TABLE capture_period (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    is_open boolean NOT NULL,
    opens_on date NOT NULL,
    due_on date NOT NULL,
    reopenings integer NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter),
    FOREIGN KEY (entity_id, fiscal_year) REFERENCES fiscal_year (entity_id, fiscal_year)
);

CREATE TABLE capture_period_step (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    number integer NOT NULL,
    act text NOT NULL,
    unit_code text NULL,
    due_on date NULL,
    reason text NOT NULL,
    actor text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter) REFERENCES capture_period (entity_id, fiscal_year, quarter)
);

CREATE TABLE capture_sheet (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    state text NOT NULL CHECK (state IN ('capturing', 'submitted', 'returned', 'approved', 'authorised', 'missing')),
    due_on date NULL,
    version integer NOT NULL,
    authorised integer NOT NULL,
    edits bigint NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code),
    FOREIGN KEY (entity_id, fiscal_year, quarter) REFERENCES capture_period (entity_id, fiscal_year, quarter),
    FOREIGN KEY (entity_id, fiscal_year, unit_code) REFERENCES responsible_unit (entity_id, fiscal_year, unit_code)
);

-- What was typed in each place: a row for each time, the last one holds. The key lets only one person write a revision.
CREATE TABLE capture_cell (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    subject uuid NOT NULL,
    field text COLLATE "C" NOT NULL,
    revision integer NOT NULL,
    value text NOT NULL,
    actor text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, subject, field, revision),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
);

CREATE TABLE capture_version (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    actor text NOT NULL,
    recorded_at timestamptz NOT NULL,
    sha256 bytea NOT NULL,
    content text NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, version),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
);

CREATE TABLE capture_step (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    act text NOT NULL,
    version integer NOT NULL,
    actor text NOT NULL,
    recorded_at timestamptz NOT NULL,
    reason text NOT NULL,
    document_sequence bigint NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
);

CREATE TABLE capture_remark (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    step integer NOT NULL,
    subject uuid NOT NULL,
    field text NOT NULL,
    remark text NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
);

-- Up to where each person has seen a sheet, so that they are told what is new since.
CREATE TABLE sheet_visit (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    actor text COLLATE "C" NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, actor),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
);

CREATE TRIGGER capture_period_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON capture_period_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER capture_cell_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON capture_cell FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER capture_version_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON capture_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER capture_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON capture_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER capture_remark_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON capture_remark FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A closed period takes nothing but its reopening; periods and sheets are never deleted, and only sheets being captured are written in.
CREATE TRIGGER capture_period_no_delete BEFORE DELETE OR TRUNCATE ON capture_period FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER capture_sheet_no_delete BEFORE DELETE OR TRUNCATE ON capture_sheet FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_period_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF NEW.reopenings < OLD.reopenings OR (NOT OLD.is_open AND (NOT NEW.is_open OR NEW.reopenings <> OLD.reopenings + 1)) THEN
        RAISE EXCEPTION 'capture_period: it is closed, UPDATE refused';
    END IF;
    RETURN NEW;
END
$body$;

CREATE TRIGGER capture_period_closed BEFORE UPDATE ON capture_period FOR EACH ROW EXECUTE FUNCTION refuse_period_change();

CREATE FUNCTION refuse_sheet_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF NEW.version < OLD.version OR NEW.edits < OLD.edits OR NOT EXISTS (SELECT 1 FROM capture_period WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND is_open) THEN
        RAISE EXCEPTION 'capture_sheet: its period is closed, UPDATE refused';
    END IF;
    RETURN NEW;
END
$body$;

CREATE TRIGGER capture_sheet_closed BEFORE UPDATE ON capture_sheet FOR EACH ROW EXECUTE FUNCTION refuse_sheet_change();

CREATE FUNCTION refuse_cell() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM capture_sheet WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND quarter = NEW.quarter AND unit_code = NEW.unit_code AND state IN ('capturing', 'returned')) THEN
        RAISE EXCEPTION 'capture_cell: the sheet is not being captured, INSERT refused';
    END IF;
    RETURN NEW;
END
$body$;

CREATE TRIGGER capture_cell_writable BEFORE INSERT ON capture_cell FOR EACH ROW EXECUTE FUNCTION refuse_cell();
