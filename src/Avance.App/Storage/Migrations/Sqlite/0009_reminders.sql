-- Who was reminded on which day of what waits for them: taken before the mail is sent, and given back when it could not be.
CREATE TABLE reminder (
    entity_id BLOB NOT NULL REFERENCES entity (entity_id),
    email TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    PRIMARY KEY (entity_id, email, sent_on)
) WITHOUT ROWID;
