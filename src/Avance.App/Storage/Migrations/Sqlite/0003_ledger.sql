-- The ledger: documents and what each moves. Money by budget line, month and stage; target quantities by indicator, month and stage.
CREATE TABLE key_segment (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    fiscal_year INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    name_es TEXT NOT NULL,
    name_en TEXT NOT NULL,
    length INTEGER NOT NULL,
    classification TEXT NULL,
    PRIMARY KEY (entity_id, fiscal_year, position)
) WITHOUT ROWID;

-- A line has a number within its year: its millions of entries name it by that and not by sixteen bytes.
CREATE TABLE budget_line (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    line_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    line_number INTEGER NOT NULL,
    line_key TEXT NOT NULL,
    project_id BLOB NULL,
    PRIMARY KEY (entity_id, line_id),
    UNIQUE (entity_id, fiscal_year, line_number),
    UNIQUE (entity_id, fiscal_year, line_key)
) WITHOUT ROWID;

-- Documents and entries have no foreign keys: checked row by row they would cost more than the insertion. They are written under the lock
-- of their office, a document with its entries, and the audit of the journal finds any that were not.
CREATE TABLE document (
    entity_id BLOB NOT NULL,
    document_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    kind TEXT NOT NULL,
    folio TEXT NOT NULL,
    source TEXT NOT NULL,
    source_document_id TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    description TEXT NOT NULL,
    authority TEXT NOT NULL,
    reverses BLOB NULL,
    third_party INTEGER NOT NULL,
    content_hash BLOB NOT NULL,
    PRIMARY KEY (entity_id, document_id),
    UNIQUE (entity_id, fiscal_year, sequence),
    UNIQUE (entity_id, fiscal_year, source, source_document_id)
) WITHOUT ROWID;

-- A document is undone once.
CREATE UNIQUE INDEX document_reverses ON document (entity_id, reverses) WHERE reverses IS NOT NULL;

-- Entries belong to the document of their number (sequence) within the year.
CREATE TABLE ledger_entry (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    sequence INTEGER NOT NULL CHECK (sequence > 0),
    number INTEGER NOT NULL,
    line_number INTEGER NOT NULL,
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 7),
    amount INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
) WITHOUT ROWID;

-- In the order of the key within the line: new entries of a line always go to one place, however many stages and months they are of.
-- With the rest of the row, so that a line is read from the index alone.
CREATE INDEX ledger_entry_line ON ledger_entry (entity_id, fiscal_year, line_number, sequence, number, stage, month, amount);

CREATE TABLE target_entry (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    number INTEGER NOT NULL,
    indicator_id BLOB NOT NULL,
    month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 4),
    quantity INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
) WITHOUT ROWID;

CREATE INDEX target_entry_indicator ON target_entry (entity_id, fiscal_year, indicator_id);

CREATE TABLE beneficiary_entry (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    number INTEGER NOT NULL,
    project_id BLOB NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    women INTEGER NULL,
    men INTEGER NULL,
    people INTEGER NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
) WITHOUT ROWID;

CREATE TABLE explanation_entry (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    number INTEGER NOT NULL,
    project_id BLOB NOT NULL,
    quarter INTEGER NOT NULL CHECK (quarter BETWEEN 1 AND 4),
    project_name TEXT NOT NULL,
    explanation TEXT NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, sequence, number)
) WITHOUT ROWID;

-- Sums of ledger_entry, kept in the same transaction, so that a posting need not add up its lines anew. Nothing is printed from here.
CREATE TABLE line_balance (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    line_number INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    month INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, line_number, stage, month)
) WITHOUT ROWID;

-- Rows are only ever added. REPLACE would delete without telling the delete triggers, so a key that is there is refused too.
CREATE TRIGGER budget_line_no_update BEFORE UPDATE ON budget_line BEGIN SELECT RAISE(ABORT, 'budget_line only grows: UPDATE refused'); END;
CREATE TRIGGER budget_line_no_delete BEFORE DELETE ON budget_line BEGIN SELECT RAISE(ABORT, 'budget_line only grows: DELETE refused'); END;
CREATE TRIGGER budget_line_no_replace BEFORE INSERT ON budget_line WHEN EXISTS (SELECT 1 FROM budget_line WHERE entity_id = NEW.entity_id AND (line_id = NEW.line_id OR (fiscal_year = NEW.fiscal_year AND (line_key = NEW.line_key OR line_number = NEW.line_number)))) BEGIN SELECT RAISE(ABORT, 'budget_line only grows: REPLACE refused'); END;
CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'document only grows: UPDATE refused'); END;
CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'document only grows: DELETE refused'); END;
-- Three lookups and not one with OR, which would read all documents of the year for each new one.
CREATE TRIGGER document_no_replace BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM document WHERE entity_id = NEW.entity_id AND document_id = NEW.document_id)
    OR EXISTS (SELECT 1 FROM document WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND sequence = NEW.sequence)
    OR EXISTS (SELECT 1 FROM document WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND source = NEW.source AND source_document_id = NEW.source_document_id)
BEGIN SELECT RAISE(ABORT, 'document only grows: REPLACE refused'); END;
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger_entry only grows: UPDATE refused'); END;
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger_entry only grows: DELETE refused'); END;
CREATE TRIGGER ledger_entry_no_replace BEFORE INSERT ON ledger_entry WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND sequence = NEW.sequence AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'ledger_entry only grows: REPLACE refused'); END;
CREATE TRIGGER target_entry_no_update BEFORE UPDATE ON target_entry BEGIN SELECT RAISE(ABORT, 'target_entry only grows: UPDATE refused'); END;
CREATE TRIGGER target_entry_no_delete BEFORE DELETE ON target_entry BEGIN SELECT RAISE(ABORT, 'target_entry only grows: DELETE refused'); END;
CREATE TRIGGER target_entry_no_replace BEFORE INSERT ON target_entry WHEN EXISTS (SELECT 1 FROM target_entry WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND sequence = NEW.sequence AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'target_entry only grows: REPLACE refused'); END;
CREATE TRIGGER beneficiary_entry_no_update BEFORE UPDATE ON beneficiary_entry BEGIN SELECT RAISE(ABORT, 'beneficiary_entry only grows: UPDATE refused'); END;
CREATE TRIGGER beneficiary_entry_no_delete BEFORE DELETE ON beneficiary_entry BEGIN SELECT RAISE(ABORT, 'beneficiary_entry only grows: DELETE refused'); END;
CREATE TRIGGER beneficiary_entry_no_replace BEFORE INSERT ON beneficiary_entry WHEN EXISTS (SELECT 1 FROM beneficiary_entry WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND sequence = NEW.sequence AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'beneficiary_entry only grows: REPLACE refused'); END;
CREATE TRIGGER explanation_entry_no_update BEFORE UPDATE ON explanation_entry BEGIN SELECT RAISE(ABORT, 'explanation_entry only grows: UPDATE refused'); END;
CREATE TRIGGER explanation_entry_no_delete BEFORE DELETE ON explanation_entry BEGIN SELECT RAISE(ABORT, 'explanation_entry only grows: DELETE refused'); END;
CREATE TRIGGER explanation_entry_no_replace BEFORE INSERT ON explanation_entry WHEN EXISTS (SELECT 1 FROM explanation_entry WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND sequence = NEW.sequence AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'explanation_entry only grows: REPLACE refused'); END;
