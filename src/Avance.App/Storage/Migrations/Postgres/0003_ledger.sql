-- The ledger: documents and what each moves. Money by budget line, month and stage; target quantities by indicator, month and stage.
CREATE TABLE key_segment (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    fiscal_year integer NOT NULL,
    position integer NOT NULL,
    code text COLLATE "C" NOT NULL,
    name_es text NOT NULL,
    name_en text NOT NULL,
    length integer NOT NULL,
    classification text NULL,
    PRIMARY KEY (entity_id, fiscal_year, position)
);

-- A line has a number within its year: its millions of entries name it by that and not by sixteen bytes.
CREATE TABLE budget_line (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    line_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    line_number integer NOT NULL,
    line_key text COLLATE "C" NOT NULL,
    project_id uuid NULL,
    PRIMARY KEY (entity_id, line_id),
    UNIQUE (entity_id, fiscal_year, line_number),
    UNIQUE (entity_id, fiscal_year, line_key)
);

-- Documents and entries have no foreign keys: checked row by row they would cost more than the insertion. They are written under the lock
-- of their office, a document with its entries, and the audit of the journal finds any that were not.
CREATE TABLE document (
    entity_id uuid NOT NULL,
    document_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    sequence bigint NOT NULL CHECK (sequence > 0),
    kind text COLLATE "C" NOT NULL,
    folio text NOT NULL,
    source text COLLATE "C" NOT NULL,
    source_document_id text COLLATE "C" NOT NULL,
    effective_on date NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    description text NOT NULL,
    authority text NOT NULL,
    reverses uuid NULL,
    third_party boolean NOT NULL,
    content_hash bytea NOT NULL,
    PRIMARY KEY (entity_id, document_id),
    UNIQUE (entity_id, fiscal_year, sequence),
    UNIQUE (entity_id, fiscal_year, source, source_document_id)
);

-- A document is undone once.
CREATE UNIQUE INDEX document_reverses ON document (entity_id, reverses) WHERE reverses IS NOT NULL;

-- Entries belong to the document of their number (sequence) within the year.
CREATE TABLE ledger_entry (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    sequence bigint NOT NULL,
    number integer NOT NULL,
    line_number integer NOT NULL,
    month integer NOT NULL CHECK (month BETWEEN 1 AND 12),
    stage integer NOT NULL CHECK (stage BETWEEN 1 AND 7),
    amount bigint NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
);

-- No index by line: keeping one takes as long as writing the rows and their key. Whoever asks for lines reads the office's year in the
-- order of its key, which several processes do at once, and stops where the page ends.

CREATE TABLE target_entry (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    sequence bigint NOT NULL,
    number integer NOT NULL,
    indicator_id uuid NOT NULL,
    month integer NOT NULL CHECK (month BETWEEN 1 AND 12),
    stage integer NOT NULL CHECK (stage BETWEEN 1 AND 4),
    quantity bigint NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
);

CREATE INDEX target_entry_indicator ON target_entry (entity_id, fiscal_year, indicator_id);

CREATE TABLE beneficiary_entry (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    sequence bigint NOT NULL,
    number integer NOT NULL,
    project_id uuid NOT NULL,
    quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    women bigint NULL,
    men bigint NULL,
    people bigint NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
);

CREATE TABLE explanation_entry (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    sequence bigint NOT NULL,
    number integer NOT NULL,
    project_id uuid NOT NULL,
    quarter integer NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    project_name text NOT NULL,
    explanation text NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
);

-- Sums of ledger_entry, kept in the same transaction, so that a posting need not add up its lines anew. Nothing is printed from here.
CREATE TABLE line_balance (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    line_number integer NOT NULL,
    stage integer NOT NULL,
    month integer NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, line_number, stage, month)
);

-- Rows are only ever added.
CREATE TRIGGER budget_line_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON budget_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER document_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER target_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON target_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER beneficiary_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON beneficiary_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER explanation_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON explanation_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
