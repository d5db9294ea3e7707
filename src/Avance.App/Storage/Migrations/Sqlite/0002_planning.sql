-- The annual plan: a year of an office, its units, programmes, projects and indicators. Drafts are edited; what was approved is frozen.
-- A calendar is a text of twelve quantities parted by semicolons, empty where nothing is said.
CREATE TABLE fiscal_year (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2100),
    entity_name TEXT NOT NULL,
    administrative_code TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'open', 'closed')),
    closed_through INTEGER NOT NULL CHECK (closed_through BETWEEN 0 AND 12),
    version INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year)
) WITHOUT ROWID;

CREATE TABLE responsible_unit (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    position INTEGER NOT NULL,
    parent_code TEXT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, unit_code),
    FOREIGN KEY (entity_id, fiscal_year) REFERENCES fiscal_year (entity_id, fiscal_year),
    FOREIGN KEY (entity_id, fiscal_year, parent_code) REFERENCES responsible_unit (entity_id, fiscal_year, unit_code)
) WITHOUT ROWID;

CREATE TABLE budget_programme (
    entity_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    programme_code TEXT NOT NULL,
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (entity_id, fiscal_year, programme_code),
    FOREIGN KEY (entity_id, fiscal_year) REFERENCES fiscal_year (entity_id, fiscal_year)
) WITHOUT ROWID;

CREATE TABLE project (
    entity_id BLOB NOT NULL,
    project_id BLOB NOT NULL,
    fiscal_year INTEGER NOT NULL,
    position INTEGER NOT NULL,
    unit_code TEXT NOT NULL,
    project_key TEXT NOT NULL,
    name TEXT NOT NULL,
    programme_code TEXT NULL,
    type INTEGER NOT NULL,
    subfunction TEXT NOT NULL,
    sdg_targets TEXT NOT NULL,
    plan_alignment TEXT NOT NULL,
    objective TEXT NOT NULL,
    municipality TEXT NOT NULL,
    locality TEXT NOT NULL,
    beneficiary_type INTEGER NOT NULL,
    beneficiary_accumulation INTEGER NOT NULL,
    women INTEGER NULL,
    men INTEGER NULL,
    added_by_amendment INTEGER NOT NULL,
    closed INTEGER NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (entity_id, project_id),
    UNIQUE (entity_id, fiscal_year, unit_code, project_key),
    FOREIGN KEY (entity_id, fiscal_year, unit_code) REFERENCES responsible_unit (entity_id, fiscal_year, unit_code),
    FOREIGN KEY (entity_id, fiscal_year, programme_code) REFERENCES budget_programme (entity_id, fiscal_year, programme_code)
) WITHOUT ROWID;

CREATE TABLE indicator (
    entity_id BLOB NOT NULL,
    indicator_id BLOB NOT NULL,
    project_id BLOB NOT NULL,
    position INTEGER NOT NULL,
    level INTEGER NOT NULL,
    objective TEXT NOT NULL,
    name TEXT NOT NULL,
    unit_of_measure TEXT NOT NULL,
    dimension INTEGER NOT NULL,
    type INTEGER NOT NULL,
    frequency INTEGER NOT NULL,
    direction INTEGER NOT NULL,
    baseline INTEGER NULL,
    numerator TEXT NOT NULL,
    denominator TEXT NOT NULL,
    accumulation INTEGER NOT NULL,
    formula INTEGER NOT NULL,
    bands TEXT NOT NULL,
    means_of_verification TEXT NOT NULL,
    assumptions TEXT NOT NULL,
    annual_target INTEGER NULL,
    calendar TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (entity_id, indicator_id),
    FOREIGN KEY (entity_id, project_id) REFERENCES project (entity_id, project_id)
) WITHOUT ROWID;

CREATE INDEX project_of_year ON project (entity_id, fiscal_year, position);

CREATE INDEX indicator_of_project ON indicator (entity_id, project_id, position);

-- The year goes from draft to approved, open and closed, never back, and its closed months only grow.
CREATE TRIGGER fiscal_year_insert BEFORE INSERT ON fiscal_year WHEN NEW.state <> 'draft' OR NEW.closed_through <> 0 OR EXISTS (SELECT 1 FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'fiscal_year is frozen: INSERT refused'); END;
CREATE TRIGGER fiscal_year_update BEFORE UPDATE ON fiscal_year WHEN NEW.entity_id <> OLD.entity_id OR NEW.fiscal_year <> OLD.fiscal_year OR NEW.closed_through < OLD.closed_through
    OR OLD.state || '>' || NEW.state NOT IN ('draft>draft', 'draft>approved', 'approved>approved', 'approved>open', 'open>open', 'open>closed')
    OR (OLD.state <> 'draft' AND (NEW.entity_name <> OLD.entity_name OR NEW.administrative_code <> OLD.administrative_code))
    OR (OLD.state <> 'open' AND NEW.closed_through <> OLD.closed_through)
BEGIN SELECT RAISE(ABORT, 'fiscal_year is frozen: UPDATE refused'); END;
CREATE TRIGGER fiscal_year_delete BEFORE DELETE ON fiscal_year BEGIN SELECT RAISE(ABORT, 'fiscal_year is frozen: DELETE refused'); END;

-- New units and programmes may be needed by a project added later; those that were approved stay. REPLACE would delete without
-- telling the delete triggers, so after approval a key that is there is refused.
CREATE TRIGGER responsible_unit_insert BEFORE INSERT ON responsible_unit WHEN (SELECT state FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year) = 'closed'
    OR ((SELECT state FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year) <> 'draft'
    AND EXISTS (SELECT 1 FROM responsible_unit WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND unit_code = NEW.unit_code))
BEGIN SELECT RAISE(ABORT, 'responsible_unit is frozen: INSERT refused'); END;
CREATE TRIGGER responsible_unit_update BEFORE UPDATE ON responsible_unit WHEN (SELECT state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year) <> 'draft' OR NEW.entity_id <> OLD.entity_id OR NEW.fiscal_year <> OLD.fiscal_year OR NEW.unit_code <> OLD.unit_code
BEGIN SELECT RAISE(ABORT, 'responsible_unit is frozen: UPDATE refused'); END;
CREATE TRIGGER responsible_unit_delete BEFORE DELETE ON responsible_unit WHEN (SELECT state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'responsible_unit is frozen: DELETE refused'); END;
CREATE TRIGGER budget_programme_insert BEFORE INSERT ON budget_programme WHEN (SELECT state FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year) = 'closed'
    OR ((SELECT state FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year) <> 'draft'
    AND EXISTS (SELECT 1 FROM budget_programme WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year AND programme_code = NEW.programme_code))
BEGIN SELECT RAISE(ABORT, 'budget_programme is frozen: INSERT refused'); END;
CREATE TRIGGER budget_programme_update BEFORE UPDATE ON budget_programme WHEN (SELECT state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year) <> 'draft' OR NEW.entity_id <> OLD.entity_id OR NEW.fiscal_year <> OLD.fiscal_year OR NEW.programme_code <> OLD.programme_code
BEGIN SELECT RAISE(ABORT, 'budget_programme is frozen: UPDATE refused'); END;
CREATE TRIGGER budget_programme_delete BEFORE DELETE ON budget_programme WHEN (SELECT state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'budget_programme is frozen: DELETE refused'); END;

-- After approval a project can be added by amendment and that one edited; of the others only that they are closed, or open again, is news.
CREATE TRIGGER project_insert BEFORE INSERT ON project WHEN (SELECT state FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year) = 'closed'
    OR ((SELECT state FROM fiscal_year WHERE entity_id = NEW.entity_id AND fiscal_year = NEW.fiscal_year) <> 'draft'
    AND (NEW.added_by_amendment = 0 OR EXISTS (SELECT 1 FROM project WHERE entity_id = NEW.entity_id
    AND (project_id = NEW.project_id OR (fiscal_year = NEW.fiscal_year AND unit_code = NEW.unit_code AND project_key = NEW.project_key)))))
BEGIN SELECT RAISE(ABORT, 'project is frozen: INSERT refused'); END;
CREATE TRIGGER project_update BEFORE UPDATE ON project WHEN NEW.entity_id <> OLD.entity_id OR NEW.project_id <> OLD.project_id OR NEW.fiscal_year <> OLD.fiscal_year
    OR (SELECT state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year) = 'closed'
    OR ((SELECT state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year) <> 'draft'
    AND (NEW.added_by_amendment <> OLD.added_by_amendment OR (OLD.added_by_amendment = 0 AND (
    NEW.position IS NOT OLD.position
    OR NEW.unit_code IS NOT OLD.unit_code
    OR NEW.project_key IS NOT OLD.project_key
    OR NEW.name IS NOT OLD.name
    OR NEW.programme_code IS NOT OLD.programme_code
    OR NEW.type IS NOT OLD.type
    OR NEW.subfunction IS NOT OLD.subfunction
    OR NEW.sdg_targets IS NOT OLD.sdg_targets
    OR NEW.plan_alignment IS NOT OLD.plan_alignment
    OR NEW.objective IS NOT OLD.objective
    OR NEW.municipality IS NOT OLD.municipality
    OR NEW.locality IS NOT OLD.locality
    OR NEW.beneficiary_type IS NOT OLD.beneficiary_type
    OR NEW.beneficiary_accumulation IS NOT OLD.beneficiary_accumulation
    OR NEW.women IS NOT OLD.women
    OR NEW.men IS NOT OLD.men
    OR NEW.added_by_amendment IS NOT OLD.added_by_amendment))))
BEGIN SELECT RAISE(ABORT, 'project is frozen: UPDATE refused'); END;
CREATE TRIGGER project_delete BEFORE DELETE ON project WHEN (SELECT state FROM fiscal_year WHERE entity_id = OLD.entity_id AND fiscal_year = OLD.fiscal_year) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'project is frozen: DELETE refused'); END;

CREATE TRIGGER indicator_insert BEFORE INSERT ON indicator WHEN (SELECT state FROM fiscal_year y JOIN project p ON p.entity_id = y.entity_id AND p.fiscal_year = y.fiscal_year WHERE p.entity_id = NEW.entity_id AND p.project_id = NEW.project_id) = 'closed'
    OR ((SELECT state FROM fiscal_year y JOIN project p ON p.entity_id = y.entity_id AND p.fiscal_year = y.fiscal_year WHERE p.entity_id = NEW.entity_id AND p.project_id = NEW.project_id) <> 'draft'
    AND ((SELECT added_by_amendment FROM project WHERE entity_id = NEW.entity_id AND project_id = NEW.project_id) = 0 OR EXISTS (SELECT 1 FROM indicator WHERE entity_id = NEW.entity_id AND indicator_id = NEW.indicator_id)))
BEGIN SELECT RAISE(ABORT, 'indicator is frozen: INSERT refused'); END;
CREATE TRIGGER indicator_update BEFORE UPDATE ON indicator WHEN NEW.entity_id <> OLD.entity_id OR NEW.indicator_id <> OLD.indicator_id OR NEW.project_id <> OLD.project_id
    OR (SELECT state FROM fiscal_year y JOIN project p ON p.entity_id = y.entity_id AND p.fiscal_year = y.fiscal_year WHERE p.entity_id = OLD.entity_id AND p.project_id = OLD.project_id) = 'closed'
    OR ((SELECT state FROM fiscal_year y JOIN project p ON p.entity_id = y.entity_id AND p.fiscal_year = y.fiscal_year WHERE p.entity_id = OLD.entity_id AND p.project_id = OLD.project_id) <> 'draft'
    AND (SELECT added_by_amendment FROM project WHERE entity_id = OLD.entity_id AND project_id = OLD.project_id) = 0)
BEGIN SELECT RAISE(ABORT, 'indicator is frozen: UPDATE refused'); END;
CREATE TRIGGER indicator_delete BEFORE DELETE ON indicator WHEN (SELECT state FROM fiscal_year y JOIN project p ON p.entity_id = y.entity_id AND p.fiscal_year = y.fiscal_year WHERE p.entity_id = OLD.entity_id AND p.project_id = OLD.project_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'indicator is frozen: DELETE refused'); END;
