-- The annual plan: a year of an office, its units, programmes, projects and indicators. Drafts are edited; what was approved is frozen.
-- A calendar is a text of twelve quantities parted by semicolons, empty where nothing is said.
CREATE TABLE fiscal_year (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2100),
    entity_name text NOT NULL,
    administrative_code text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL CHECK (state IN ('draft', 'approved', 'open', 'closed')),
    closed_through integer NOT NULL CHECK (closed_through BETWEEN 0 AND 12),
    version integer NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year)
);

CREATE TABLE responsible_unit (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    parent_code text COLLATE "C" NULL,
    name text NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, unit_code),
    FOREIGN KEY (entity_id, fiscal_year) REFERENCES fiscal_year (entity_id, fiscal_year),
    FOREIGN KEY (entity_id, fiscal_year, parent_code) REFERENCES responsible_unit (entity_id, fiscal_year, unit_code)
);

CREATE TABLE budget_programme (
    entity_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    programme_code text COLLATE "C" NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, programme_code),
    FOREIGN KEY (entity_id, fiscal_year) REFERENCES fiscal_year (entity_id, fiscal_year)
);

CREATE TABLE project (
    entity_id uuid NOT NULL,
    project_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    position integer NOT NULL,
    unit_code text COLLATE "C" NOT NULL,
    project_key text COLLATE "C" NOT NULL,
    name text NOT NULL,
    programme_code text COLLATE "C" NULL,
    type integer NOT NULL,
    subfunction text NOT NULL,
    sdg_targets text NOT NULL,
    plan_alignment text NOT NULL,
    objective text NOT NULL,
    municipality text NOT NULL,
    locality text NOT NULL,
    beneficiary_type integer NOT NULL,
    beneficiary_accumulation integer NOT NULL,
    women bigint NULL,
    men bigint NULL,
    added_by_amendment boolean NOT NULL,
    closed boolean NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (entity_id, project_id),
    UNIQUE (entity_id, fiscal_year, unit_code, project_key),
    FOREIGN KEY (entity_id, fiscal_year, unit_code) REFERENCES responsible_unit (entity_id, fiscal_year, unit_code),
    FOREIGN KEY (entity_id, fiscal_year, programme_code) REFERENCES budget_programme (entity_id, fiscal_year, programme_code)
);

CREATE TABLE indicator (
    entity_id uuid NOT NULL,
    indicator_id uuid NOT NULL,
    project_id uuid NOT NULL,
    position integer NOT NULL,
    level integer NOT NULL,
    objective text NOT NULL,
    name text NOT NULL,
    unit_of_measure text NOT NULL,
    dimension integer NOT NULL,
    type integer NOT NULL,
    frequency integer NOT NULL,
    direction integer NOT NULL,
    baseline bigint NULL,
    numerator text NOT NULL,
    denominator text NOT NULL,
    accumulation integer NOT NULL,
    formula integer NOT NULL,
    bands text NOT NULL,
    means_of_verification text NOT NULL,
    assumptions text NOT NULL,
    annual_target bigint NULL,
    calendar text NOT NULL,
    version integer NOT NULL,
    PRIMARY KEY (entity_id, indicator_id),
    FOREIGN KEY (entity_id, project_id) REFERENCES project (entity_id, project_id)
);

CREATE INDEX project_of_year ON project (entity_id, fiscal_year, position);

CREATE INDEX indicator_of_project ON indicator (entity_id, project_id, position);

-- The year goes from draft to approved, open and closed, never back, and its closed months only grow.
CREATE FUNCTION keep_fiscal_year() RETURNS trigger LANGUAGE plpgsql AS $body$
BEGIN
    IF TG_OP = 'DELETE' OR (TG_OP = 'INSERT' AND (NEW.state <> 'draft' OR NEW.closed_through <> 0))
        OR (TG_OP = 'UPDATE' AND (
            NEW.entity_id <> OLD.entity_id OR NEW.fiscal_year <> OLD.fiscal_year OR NEW.closed_through < OLD.closed_through
            OR OLD.state || '>' || NEW.state NOT IN ('draft>draft', 'draft>approved', 'approved>approved', 'approved>open', 'open>open', 'open>closed')
            OR (OLD.state <> 'draft' AND (NEW.entity_name <> OLD.entity_name OR NEW.administrative_code <> OLD.administrative_code))
            OR (OLD.state <> 'open' AND NEW.closed_through <> OLD.closed_through))) THEN
        RAISE EXCEPTION 'fiscal_year is frozen: % refused', TG_OP;
    END IF;
    RETURN NEW;
END
$body$;

-- New units and programmes may be needed by a project added later; those that were approved stay.
CREATE FUNCTION keep_plan_list() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    year_state text;
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT state INTO year_state FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year;
        IF year_state = 'closed' THEN
            RAISE EXCEPTION '% is frozen: % refused', TG_TABLE_NAME, TG_OP;
        END IF;
        RETURN NEW;
    END IF;
    SELECT state INTO year_state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year;
    IF year_state <> 'draft' OR (TG_OP = 'UPDATE' AND (NEW.entity_id <> OLD.entity_id OR NEW.fiscal_year <> OLD.fiscal_year)) THEN
        RAISE EXCEPTION '% is frozen: % refused', TG_TABLE_NAME, TG_OP;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$body$;

-- After approval a project can be added by amendment and that one edited; of the others only that they are closed, or open again, is news.
CREATE FUNCTION keep_project() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    touched project := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
    year_state text;
BEGIN
    SELECT state INTO year_state FROM fiscal_year WHERE entity_id = touched.entity_id AND fiscal_year = touched.fiscal_year;
    IF (TG_OP = 'DELETE' AND year_state <> 'draft')
        OR (TG_OP = 'INSERT' AND (year_state = 'closed' OR (year_state <> 'draft' AND NOT NEW.added_by_amendment)))
        OR (TG_OP = 'UPDATE' AND (
            NEW.entity_id <> OLD.entity_id OR NEW.project_id <> OLD.project_id OR NEW.fiscal_year <> OLD.fiscal_year OR year_state = 'closed'
            OR (year_state <> 'draft' AND (
                NEW.added_by_amendment <> OLD.added_by_amendment
                OR (NOT OLD.added_by_amendment AND to_jsonb(NEW) - 'closed' - 'version' <> to_jsonb(OLD) - 'closed' - 'version'))))) THEN
        RAISE EXCEPTION 'project is frozen: % refused', TG_OP;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$body$;

CREATE FUNCTION keep_indicator() RETURNS trigger LANGUAGE plpgsql AS $body$
DECLARE
    touched indicator := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
    year_state text;
    is_added boolean;
BEGIN
    SELECT state, added_by_amendment INTO year_state, is_added
    FROM fiscal_year y JOIN project p ON p.entity_id = y.entity_id AND p.fiscal_year = y.fiscal_year
    WHERE p.entity_id = touched.entity_id AND p.project_id = touched.project_id;
    IF (TG_OP = 'DELETE' AND year_state <> 'draft')
        OR (TG_OP <> 'DELETE' AND (year_state = 'closed' OR (year_state <> 'draft' AND NOT is_added)))
        OR (TG_OP = 'UPDATE' AND (NEW.entity_id <> OLD.entity_id OR NEW.indicator_id <> OLD.indicator_id OR NEW.project_id <> OLD.project_id)) THEN
        RAISE EXCEPTION 'indicator is frozen: % refused', TG_OP;
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$body$;

CREATE TRIGGER fiscal_year_frozen BEFORE INSERT OR UPDATE OR DELETE ON fiscal_year FOR EACH ROW EXECUTE FUNCTION keep_fiscal_year();
CREATE TRIGGER responsible_unit_frozen BEFORE INSERT OR UPDATE OR DELETE ON responsible_unit FOR EACH ROW EXECUTE FUNCTION keep_plan_list();
CREATE TRIGGER budget_programme_frozen BEFORE INSERT OR UPDATE OR DELETE ON budget_programme FOR EACH ROW EXECUTE FUNCTION keep_plan_list();
CREATE TRIGGER project_frozen BEFORE INSERT OR UPDATE OR DELETE ON project FOR EACH ROW EXECUTE FUNCTION keep_project();
CREATE TRIGGER indicator_frozen BEFORE INSERT OR UPDATE OR DELETE ON indicator FOR EACH ROW EXECUTE FUNCTION keep_indicator();
CREATE TRIGGER fiscal_year_not_emptied BEFORE TRUNCATE ON fiscal_year FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER responsible_unit_not_emptied BEFORE TRUNCATE ON responsible_unit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER budget_programme_not_emptied BEFORE TRUNCATE ON budget_programme FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER project_not_emptied BEFORE TRUNCATE ON project FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER indicator_not_emptied BEFORE TRUNCATE ON indicator FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
