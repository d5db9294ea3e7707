-- Who was reminded on which day of what waits for them: taken before the mail is sent, and given back when it could not be.
CREATE TABLE reminder (
    entity_id uuid NOT NULL REFERENCES entity (entity_id),
    email text COLLATE "C" NOT NULL,
    sent_on date NOT NULL,
    PRIMARY KEY (entity_id, email, sent_on)
);
