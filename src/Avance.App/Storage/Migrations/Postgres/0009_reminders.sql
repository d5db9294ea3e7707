-- Who was reminded on which day of what waits for them: kept before the mail is sent, so that nobody is twice.
CREATE TABLE reminder (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    email text COLLATE "C" NOT NULL,
    sent_on date NOT NULL,
    PRIMARY KEY (entity_id, email, sent_on)
);

CREATE TRIGGER reminder_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON reminder FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
