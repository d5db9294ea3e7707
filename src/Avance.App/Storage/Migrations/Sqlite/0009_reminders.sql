-- Who was reminded on which day of what waits for them: kept before the mail is sent, so that nobody is twice.
CREATE TABLE reminder (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    email TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    PRIMARY KEY (entity_id, email, sent_on)
) WITHOUT ROWID;

CREATE TRIGGER reminder_no_update BEFORE UPDATE ON reminder BEGIN SELECT RAISE(ABORT, 'reminder only grows: UPDATE refused'); END;
CREATE TRIGGER reminder_no_delete BEFORE DELETE ON reminder BEGIN SELECT RAISE(ABORT, 'reminder only grows: DELETE refused'); END;
CREATE TRIGGER reminder_no_replace BEFORE INSERT ON reminder WHEN EXISTS (SELECT 1 FROM reminder WHERE entity_id = NEW.entity_id AND email = NEW.email AND sent_on = NEW.sent_on) BEGIN SELECT RAISE(ABORT, 'reminder only grows: REPLACE refused'); END;
