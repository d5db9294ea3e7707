-- Published reports, version by version, and the journal. Rows of an office carry entity_id first: the key to sharding.
CREATE TABLE entity (
    entity_id uuid NOT NULL PRIMARY KEY,
    code text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE report (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    report_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    version integer NOT NULL,
    entity_name text NOT NULL,
    imported_at timestamptz NOT NULL,
    published_on date NULL,
    fingerprint bytea NOT NULL,
    source_name text NOT NULL,
    source_format text NOT NULL,
    source_sha256 text NOT NULL,
    source_bytes bigint NOT NULL,
    total_approved bigint NULL,
    total_revised bigint NULL,
    total_accrued bigint NULL,
    has_totals boolean NOT NULL,
    PRIMARY KEY (entity_id, report_id),
    UNIQUE (entity_id, fiscal_year, quarter, version)
);

CREATE TABLE report_source (
    entity_id uuid NOT NULL,
    report_id uuid NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (entity_id, report_id),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
);

CREATE TABLE report_heading (
    entity_id uuid NOT NULL,
    report_id uuid NOT NULL,
    number integer NOT NULL,
    level integer NOT NULL CHECK (level BETWEEN 1 AND 3),
    name text NOT NULL,
    approved bigint NULL,
    revised bigint NULL,
    accrued bigint NULL,
    has_totals boolean NOT NULL,
    page integer NOT NULL,
    line integer NOT NULL,
    PRIMARY KEY (entity_id, report_id, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
);

CREATE TABLE report_project (
    entity_id uuid NOT NULL,
    report_id uuid NOT NULL,
    number integer NOT NULL,
    heading integer NOT NULL,
    project_key text NOT NULL,
    sdg_targets text NOT NULL,
    name text NOT NULL,
    approved bigint NULL,
    revised bigint NULL,
    accrued bigint NULL,
    municipality text NOT NULL,
    locality text NOT NULL,
    women bigint NULL,
    men bigint NULL,
    people bigint NULL,
    page integer NOT NULL,
    line integer NOT NULL,
    PRIMARY KEY (entity_id, report_id, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
);

CREATE TABLE report_target (
    entity_id uuid NOT NULL,
    report_id uuid NOT NULL,
    project integer NOT NULL,
    number integer NOT NULL,
    description text NOT NULL,
    unit_of_measure text NOT NULL,
    original bigint NULL,
    revised bigint NULL,
    achieved bigint NULL,
    printed_rate bigint NULL,
    page integer NOT NULL,
    line integer NOT NULL,
    PRIMARY KEY (entity_id, report_id, project, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
);

CREATE TABLE report_explanation (
    entity_id uuid NOT NULL,
    report_id uuid NOT NULL,
    number integer NOT NULL,
    project_key text NOT NULL,
    project_name text NOT NULL,
    explanation text NOT NULL,
    page integer NOT NULL,
    line integer NOT NULL,
    PRIMARY KEY (entity_id, report_id, number),
    FOREIGN KEY (entity_id, report_id) REFERENCES report (entity_id, report_id)
);

CREATE TABLE journal (
    entity_id uuid NOT NULL,
    sequence bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    old_value text NOT NULL,
    new_value text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (entity_id, sequence)
);

-- Rows are only ever added.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    RAISE EXCEPTION '% only grows: % refused', TG_TABLE_NAME, TG_OP;
END
$body$;

CREATE TRIGGER entity_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON entity FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON report FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_source_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON report_source FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_heading_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON report_heading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_project_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON report_project FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_target_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON report_target FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER report_explanation_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON report_explanation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
