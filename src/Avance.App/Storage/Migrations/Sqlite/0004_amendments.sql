-- Amendments of the budget: edited until they are asked for, moved step by step, and never changed once applied.
CREATE TABLE amendment (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    amendment_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    number INTEGER NOT NULL,
    folio TEXT NULL,
    folio_number INTEGER NULL,
    source TEXT NOT NULL,
    state TEXT NOT NULL,
    type TEXT NOT NULL,
    scope TEXT NOT NULL,
    effective_on TEXT NULL,
    unit_code TEXT NOT NULL,
    agreement TEXT NOT NULL,
    office_number TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    justification TEXT NOT NULL,
    income_source TEXT NOT NULL,
    special_authority TEXT NOT NULL,
    targets_unchanged TEXT NOT NULL,
    document_id BLOB NULL,
    reversal_id BLOB NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (entity_id, amendment_id),
    UNIQUE (entity_id, fiscal_year, number),
    UNIQUE (entity_id, fiscal_year, folio),
    UNIQUE (entity_id, fiscal_year, folio_number)
) WITHOUT ROWID;

CREATE TABLE amendment_line (
    entity_id BLOB NOT NULL,
    amendment_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    line_key TEXT NOT NULL,
    month INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
) WITHOUT ROWID;

CREATE TABLE amendment_target (
    entity_id BLOB NOT NULL,
    amendment_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    project_key TEXT NOT NULL,
    indicator INTEGER NOT NULL,
    month INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
) WITHOUT ROWID;

CREATE TABLE amendment_step (
    entity_id BLOB NOT NULL,
    amendment_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    remark TEXT NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
) WITHOUT ROWID;

CREATE TABLE attachment (
    entity_id BLOB NOT NULL,
    amendment_id BLOB NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    actor TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
);

-- Steps are only ever added; attachments never change, and stay once the amendment was asked for.
CREATE TRIGGER amendment_step_no_update BEFORE UPDATE ON amendment_step BEGIN SELECT RAISE(ABORT, 'amendment_step only grows: UPDATE refused'); END;
CREATE TRIGGER amendment_step_no_delete BEFORE DELETE ON amendment_step BEGIN SELECT RAISE(ABORT, 'amendment_step only grows: DELETE refused'); END;
CREATE TRIGGER amendment_step_no_replace BEFORE INSERT ON amendment_step WHEN EXISTS (SELECT 1 FROM amendment_step WHERE entity_id = NEW.entity_id AND amendment_id = NEW.amendment_id AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'amendment_step only grows: REPLACE refused'); END;
CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachment never changes: UPDATE refused'); END;
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id = OLD.entity_id AND amendment_id = OLD.amendment_id AND state NOT IN ('draft', 'returned')) BEGIN SELECT RAISE(ABORT, 'attachment: it was asked for, DELETE refused'); END;
CREATE TRIGGER attachment_no_replace BEFORE INSERT ON attachment WHEN EXISTS (SELECT 1 FROM attachment WHERE entity_id = NEW.entity_id AND amendment_id = NEW.amendment_id AND number = NEW.number) BEGIN SELECT RAISE(ABORT, 'attachment never changes: REPLACE refused'); END;

-- An amendment is never deleted. What was asked for keeps its text; what was applied can only be cancelled, and what ended stays.
CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment BEGIN SELECT RAISE(ABORT, 'amendment: DELETE refused'); END;
CREATE TRIGGER amendment_no_replace BEFORE INSERT ON amendment WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id = NEW.entity_id AND (amendment_id = NEW.amendment_id OR (fiscal_year = NEW.fiscal_year AND (number = NEW.number OR folio = NEW.folio OR folio_number = NEW.folio_number)))) BEGIN SELECT RAISE(ABORT, 'amendment: REPLACE refused'); END;
CREATE TRIGGER amendment_ended BEFORE UPDATE ON amendment WHEN OLD.state IN ('rejected', 'cancelled') OR (OLD.state = 'applied' AND (NEW.state <> 'cancelled' OR NEW.agreement <> OLD.agreement OR NEW.office_number <> OLD.office_number)) BEGIN SELECT RAISE(ABORT, 'amendment: it ended, UPDATE refused'); END;
CREATE TRIGGER amendment_text BEFORE UPDATE ON amendment WHEN OLD.state NOT IN ('draft', 'returned') AND (
    NEW.fiscal_year <> OLD.fiscal_year OR NEW.number <> OLD.number OR NEW.folio IS NOT OLD.folio OR NEW.type <> OLD.type OR NEW.scope <> OLD.scope
    OR NEW.effective_on IS NOT OLD.effective_on OR NEW.unit_code <> OLD.unit_code OR NEW.legal_basis <> OLD.legal_basis OR NEW.justification <> OLD.justification
    OR NEW.income_source <> OLD.income_source OR NEW.special_authority <> OLD.special_authority OR NEW.targets_unchanged <> OLD.targets_unchanged)
    BEGIN SELECT RAISE(ABORT, 'amendment: it was asked for, UPDATE refused'); END;
CREATE TRIGGER amendment_line_insert BEFORE INSERT ON amendment_line WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id = NEW.entity_id AND amendment_id = NEW.amendment_id AND state NOT IN ('draft', 'returned')) BEGIN SELECT RAISE(ABORT, 'amendment_line: it was asked for, INSERT refused'); END;
CREATE TRIGGER amendment_line_update BEFORE UPDATE ON amendment_line WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id IN (OLD.entity_id, NEW.entity_id) AND amendment_id IN (OLD.amendment_id, NEW.amendment_id) AND state NOT IN ('draft', 'returned')) BEGIN SELECT RAISE(ABORT, 'amendment_line: it was asked for, UPDATE refused'); END;
CREATE TRIGGER amendment_line_delete BEFORE DELETE ON amendment_line WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id = OLD.entity_id AND amendment_id = OLD.amendment_id AND state NOT IN ('draft', 'returned')) BEGIN SELECT RAISE(ABORT, 'amendment_line: it was asked for, DELETE refused'); END;
CREATE TRIGGER amendment_target_insert BEFORE INSERT ON amendment_target WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id = NEW.entity_id AND amendment_id = NEW.amendment_id AND state NOT IN ('draft', 'returned')) BEGIN SELECT RAISE(ABORT, 'amendment_target: it was asked for, INSERT refused'); END;
CREATE TRIGGER amendment_target_update BEFORE UPDATE ON amendment_target WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id IN (OLD.entity_id, NEW.entity_id) AND amendment_id IN (OLD.amendment_id, NEW.amendment_id) AND state NOT IN ('draft', 'returned')) BEGIN SELECT RAISE(ABORT, 'amendment_target: it was asked for, UPDATE refused'); END;
CREATE TRIGGER amendment_target_delete BEFORE DELETE ON amendment_target WHEN EXISTS (SELECT 1 FROM amendment WHERE entity_id = OLD.entity_id AND amendment_id = OLD.amendment_id AND state NOT IN ('draft', 'returned')) BEGIN SELECT RAISE(ABORT, 'amendment_target: it was asked for, DELETE refused'); END;
