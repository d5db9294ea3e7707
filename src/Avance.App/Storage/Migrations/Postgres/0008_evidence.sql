-- Evidence: the files that support the figures of a sheet, and those removed from it. Rows are only ever added.
CREATE TABLE evidence (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    subject_id uuid NOT NULL,
    name text NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    bytes bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code) REFERENCES capture_sheet (entity_id, fiscal_year, quarter, unit_code)
);

CREATE TABLE evidence_removal (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, quarter, unit_code, number),
    FOREIGN KEY (entity_id, fiscal_year, quarter, unit_code, number) REFERENCES evidence (entity_id, fiscal_year, quarter, unit_code, number)
);

-- Content in pieces, where the database itself keeps it.
CREATE TABLE evidence_chunk (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    sha256 text COLLATE "C" NOT NULL,
    number integer NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (entity_id, sha256, number)
);

-- Whoever made the files has compressed them: the server need not try again.
ALTER TABLE evidence_chunk ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TRIGGER evidence_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_removal_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_removal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_chunk_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_chunk FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
