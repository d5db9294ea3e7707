-- Imports: how each source is read, version by version, and every import that was made.
CREATE TABLE import_mapping (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    name text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    kind text NOT NULL,
    content text NOT NULL,
    actor text NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (entity_id, name, version)
);

CREATE TABLE import_run (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    number bigint NOT NULL,
    fiscal_year integer NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz NOT NULL,
    actor text NOT NULL,
    kind text NOT NULL,
    mapping text NOT NULL,
    file_name text NOT NULL,
    file_sha256 text NOT NULL,
    file_bytes bigint NOT NULL,
    state text NOT NULL,
    row_count bigint NOT NULL,
    documents bigint NOT NULL,
    posted bigint NOT NULL,
    already_posted bigint NOT NULL,
    refused bigint NOT NULL,
    warnings bigint NOT NULL,
    PRIMARY KEY (entity_id, number)
);

CREATE TRIGGER import_mapping_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON import_mapping FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER import_run_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON import_run FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
