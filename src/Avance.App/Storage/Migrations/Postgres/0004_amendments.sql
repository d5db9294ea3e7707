-- Amendments of the budget: edited until they are asked for, moved step by step, and never changed once applied.
CREATE TABLE amendment (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    amendment_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    number integer NOT NULL,
    folio text COLLATE "C" NULL,
    folio_number integer NULL,
    source text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    type text COLLATE "C" NOT NULL,
    scope text COLLATE "C" NOT NULL,
    effective_on date NULL,
    unit_code text COLLATE "C" NOT NULL,
    agreement text NOT NULL,
    office_number text NOT NULL,
    legal_basis text NOT NULL,
    justification text NOT NULL,
    income_source text NOT NULL,
    special_authority text NOT NULL,
    targets_unchanged text NOT NULL,
    document_id uuid NULL,
    reversal_id uuid NULL,
    version integer NOT NULL,
    PRIMARY KEY (entity_id, amendment_id),
    UNIQUE (entity_id, fiscal_year, number),
    UNIQUE (entity_id, fiscal_year, folio),
    UNIQUE (entity_id, fiscal_year, folio_number)
);

CREATE TABLE amendment_line (
    entity_id uuid NOT NULL,
    amendment_id uuid NOT NULL,
    number integer NOT NULL,
    line_key text COLLATE "C" NOT NULL,
    month integer NOT NULL,
    amount bigint NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
);

CREATE TABLE amendment_target (
    entity_id uuid NOT NULL,
    amendment_id uuid NOT NULL,
    number integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    project_key text COLLATE "C" NOT NULL,
    indicator integer NOT NULL,
    month integer NOT NULL,
    quantity bigint NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
);

CREATE TABLE amendment_step (
    entity_id uuid NOT NULL,
    amendment_id uuid NOT NULL,
    number integer NOT NULL,
    state text COLLATE "C" NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    remark text NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
);

CREATE TABLE attachment (
    entity_id uuid NOT NULL,
    amendment_id uuid NOT NULL,
    number integer NOT NULL,
    name text NOT NULL,
    media_type text COLLATE "C" NOT NULL,
    sha256 text COLLATE "C" NOT NULL,
    bytes bigint NOT NULL,
    recorded_at timestamptz NOT NULL,
    actor text NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (entity_id, amendment_id, number),
    FOREIGN KEY (entity_id, amendment_id) REFERENCES amendment (entity_id, amendment_id)
);

-- Steps are only ever added; attachments never change, and stay once the amendment was asked for.
CREATE TRIGGER amendment_step_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON amendment_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attachment_no_update BEFORE UPDATE OR TRUNCATE ON attachment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An amendment is never deleted. What was asked for keeps its text; what was applied can only be cancelled, and what ended stays.
CREATE TRIGGER amendment_no_delete BEFORE DELETE OR TRUNCATE ON amendment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION refuse_amendment_change() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF OLD.state IN ('rejected', 'cancelled') OR (OLD.state = 'applied' AND (NEW.state <> 'cancelled' OR NEW.agreement <> OLD.agreement OR NEW.office_number <> OLD.office_number)) THEN
        RAISE EXCEPTION 'amendment: it ended, UPDATE refused';
    ELSIF OLD.state NOT IN ('draft', 'returned') AND (
        NEW.fiscal_year, NEW.number, NEW.folio, NEW.type, NEW.scope, NEW.effective_on, NEW.unit_code, NEW.legal_basis, NEW.justification,
        NEW.income_source, NEW.special_authority, NEW.targets_unchanged) IS DISTINCT FROM (
        OLD.fiscal_year, OLD.number, OLD.folio, OLD.type, OLD.scope, OLD.effective_on, OLD.unit_code, OLD.legal_basis, OLD.justification,
        OLD.income_source, OLD.special_authority, OLD.targets_unchanged) THEN
        RAISE EXCEPTION 'amendment: it was asked for, UPDATE refused';
    END IF;
    RETURN NEW;
END
$body$;

CREATE TRIGGER amendment_text BEFORE UPDATE ON amendment FOR EACH ROW EXECUTE FUNCTION refuse_amendment_change();

CREATE FUNCTION refuse_amendment_row_change() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    changed record;
BEGIN
    IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
    IF EXISTS (SELECT 1 FROM amendment WHERE entity_id = changed.entity_id AND amendment_id = changed.amendment_id AND state NOT IN ('draft', 'returned'))
        OR (TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM amendment WHERE entity_id = OLD.entity_id AND amendment_id = OLD.amendment_id AND state NOT IN ('draft', 'returned'))) THEN
        RAISE EXCEPTION '%: it was asked for, % refused', TG_TABLE_NAME, TG_OP;
    END IF;
    RETURN changed;
END
$body$;

CREATE TRIGGER amendment_line_kept BEFORE INSERT OR UPDATE OR DELETE ON amendment_line FOR EACH ROW EXECUTE FUNCTION refuse_amendment_row_change();
CREATE TRIGGER amendment_line_no_truncate BEFORE TRUNCATE ON amendment_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER amendment_target_kept BEFORE INSERT OR UPDATE OR DELETE ON amendment_target FOR EACH ROW EXECUTE FUNCTION refuse_amendment_row_change();
CREATE TRIGGER amendment_target_no_truncate BEFORE TRUNCATE ON amendment_target FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER attachment_kept BEFORE DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION refuse_amendment_row_change();
