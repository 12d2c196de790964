-- The schema of SQLite, version 7. Days and moments are ISO texts, JSON is text, truth is 0 or 1.
-- No foreign keys: everything but the ledger and the side tables is made from the ledger, entry by
-- entry, and can be dropped and made again.

-- The ledger.

CREATE TABLE IF NOT EXISTS entries (
    seq                INTEGER PRIMARY KEY,
    recorded_at        TEXT NOT NULL,
    effective_on       TEXT NOT NULL,
    actor              TEXT NOT NULL,
    unit               TEXT NOT NULL,
    subject            TEXT NOT NULL,
    kind               TEXT NOT NULL,
    version            BIGINT NOT NULL,
    payload            TEXT NOT NULL,
    private            TEXT,
    salt               BLOB NOT NULL,
    private_salt       BLOB,
    private_commitment BLOB,
    commitment         BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_subject ON entries (subject, seq);

-- The transparency log over the ledger. The tiles follow from the entries; a checkpoint was signed and is
-- never made again.

CREATE TABLE IF NOT EXISTS log_tiles (
    level  BIGINT NOT NULL,
    place  BIGINT NOT NULL,
    hashes BLOB NOT NULL, -- 32 bytes each, at most 256
    PRIMARY KEY (level, place)
);

CREATE TABLE IF NOT EXISTS checkpoints (
    size    INTEGER PRIMARY KEY, -- how many entries the log had
    made_at TEXT NOT NULL,
    note    TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS checkpoints_made ON checkpoints (made_at);

-- What witnesses signed of the checkpoints: nobody but them can make it again.
CREATE TABLE IF NOT EXISTS cosignatures (
    size        BIGINT NOT NULL, -- of the checkpoint
    witness     TEXT NOT NULL,   -- its key
    cosigned_at BIGINT NOT NULL, -- by its clock, in seconds since 1970
    taken_at    TEXT NOT NULL,
    line        TEXT NOT NULL,   -- as it stands below the checkpoint
    PRIMARY KEY (size, witness)
);
CREATE INDEX IF NOT EXISTS cosignatures_witness ON cosignatures (witness, size);

-- Read tables: units and posts.

CREATE TABLE IF NOT EXISTS units (
    unit   TEXT PRIMARY KEY,
    seq    BIGINT NOT NULL,
    parent TEXT,
    since  TEXT NOT NULL, -- '' when no source tells it
    until  TEXT NOT NULL, -- 9999-12-31 while it lives
    detail TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS units_seq ON units (seq);

CREATE TABLE IF NOT EXISTS unit_above (
    above TEXT NOT NULL,
    unit  TEXT NOT NULL,
    depth BIGINT NOT NULL, -- 0: a unit is above itself
    since TEXT NOT NULL,   -- the life of the unit below; a unit always counts for itself
    until TEXT NOT NULL,
    PRIMARY KEY (above, unit)
);
CREATE INDEX IF NOT EXISTS unit_above_unit ON unit_above (unit, depth);

CREATE TABLE IF NOT EXISTS unit_successors (
    successor TEXT NOT NULL,
    unit      TEXT NOT NULL,
    PRIMARY KEY (successor, unit)
);

CREATE TABLE IF NOT EXISTS posts (
    post   TEXT PRIMARY KEY,
    seq    BIGINT NOT NULL,
    unit   TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS posts_seq ON posts (seq);

-- Read tables: cases.

CREATE TABLE IF NOT EXISTS cases (
    code          TEXT PRIMARY KEY,
    seq           BIGINT NOT NULL, -- the last entry about it
    unit          TEXT NOT NULL,
    phase         TEXT NOT NULL,
    due_on        TEXT NOT NULL,   -- of the clock that runs out first; 9999-12-31 while none runs
    kind          TEXT NOT NULL,
    topic         TEXT NOT NULL,
    step          TEXT NOT NULL,
    post          TEXT,
    registered_on TEXT NOT NULL,
    answered      BIGINT NOT NULL, -- whether an answer stands
    answered_on   TEXT,
    escalated     BIGINT NOT NULL,
    overran       BIGINT NOT NULL, -- whether a limit ran out before what stops it was done
    pursued       BIGINT NOT NULL, -- whether an officer judged so
    persons       BIGINT NOT NULL,
    began         BIGINT NOT NULL, -- the entry of its registration
    detail        TEXT NOT NULL
);
-- Their other indexes: `indexes.sql`.
CREATE UNIQUE INDEX IF NOT EXISTS cases_began ON cases (began);

-- What cases are found by that look like another: hashes of what they may have in common.
CREATE TABLE IF NOT EXISTS case_keys (
    hashed        TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    code          TEXT NOT NULL,
    PRIMARY KEY (hashed, registered_on, code)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS case_files (
    code       TEXT NOT NULL,
    seq        BIGINT NOT NULL,
    place      BIGINT NOT NULL,
    hash       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    answer     BIGINT NOT NULL, -- whether it proves the answer that stands
    PRIMARY KEY (code, seq, place)
);
CREATE INDEX IF NOT EXISTS case_files_hash ON case_files (hash);

-- How long a unit held a running clock: one row for each holder and each day it was to run out.
CREATE TABLE IF NOT EXISTS clocks (
    code          TEXT NOT NULL,
    seq           BIGINT NOT NULL,
    clock         TEXT NOT NULL,
    unit          TEXT NOT NULL,
    started_on    TEXT NOT NULL,
    stopped_on    TEXT NOT NULL, -- 9999-12-31 while it runs
    due_on        TEXT NOT NULL, -- 9999-12-31 while it stands still, and for what only has to last
    due           TEXT NOT NULL,
    demonstration BIGINT NOT NULL,
    PRIMARY KEY (code, seq, clock)
);
CREATE INDEX IF NOT EXISTS clocks_unit ON clocks (unit, stopped_on, due_on);

CREATE TABLE IF NOT EXISTS marks (
    unit          TEXT NOT NULL,
    metric        TEXT NOT NULL,
    effective_on  TEXT NOT NULL,
    kind          TEXT NOT NULL,
    seq           BIGINT NOT NULL,
    place         BIGINT NOT NULL,
    code          TEXT NOT NULL,
    recorded_on   TEXT NOT NULL,
    marked        BIGINT NOT NULL, -- one more, or one less
    demonstration BIGINT NOT NULL,
    PRIMARY KEY (unit, metric, effective_on, kind, seq, place)
);
CREATE INDEX IF NOT EXISTS marks_code ON marks (code, unit);

CREATE TABLE IF NOT EXISTS tallies (
    unit          TEXT NOT NULL,
    stock         BIGINT NOT NULL,
    effective_on  TEXT NOT NULL,
    metric        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    recorded_on   TEXT NOT NULL,
    counted       BIGINT NOT NULL,
    demonstration BIGINT NOT NULL,
    PRIMARY KEY (unit, stock, effective_on, metric, kind, recorded_on)
) WITHOUT ROWID;

-- The same by month: periods are whole months, and a review reads these.
CREATE TABLE IF NOT EXISTS monthly_tallies (
    unit          TEXT NOT NULL,
    stock         BIGINT NOT NULL,
    month         TEXT NOT NULL,
    metric        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    counted       BIGINT NOT NULL,
    demonstration BIGINT NOT NULL,
    PRIMARY KEY (unit, stock, month, metric, kind)
) WITHOUT ROWID;

-- The last number given to a code of a prefix and a year.
CREATE TABLE IF NOT EXISTS counters (
    prefix TEXT NOT NULL,
    year   BIGINT NOT NULL,
    number BIGINT NOT NULL,
    PRIMARY KEY (prefix, year)
);

-- Read tables: matters.

CREATE TABLE IF NOT EXISTS matter_links (
    one       TEXT NOT NULL,
    other     TEXT NOT NULL,
    seq       BIGINT NOT NULL, -- the last entry about it
    linked    BIGINT NOT NULL, -- 0 once it was taken back
    linked_on TEXT NOT NULL,
    actor     TEXT NOT NULL,
    PRIMARY KEY (one, other)
);
CREATE INDEX IF NOT EXISTS matter_links_other ON matter_links (other, one);

-- The cases that are in a matter. It is named by the entry with which the first of them began.
CREATE TABLE IF NOT EXISTS matter_cases (
    code   TEXT PRIMARY KEY,
    matter BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS matter_cases_matter ON matter_cases (matter, code);

CREATE TABLE IF NOT EXISTS matters (
    matter     BIGINT PRIMARY KEY,
    cases      BIGINT NOT NULL,
    units      BIGINT NOT NULL, -- that hold or have held one of them
    persons    BIGINT NOT NULL, -- at least
    escalated  BIGINT NOT NULL,
    overran    BIGINT NOT NULL,
    pursued    BIGINT NOT NULL,
    made_up    BIGINT NOT NULL, -- whether all of them are demonstration
    due_on     TEXT NOT NULL,   -- of the open case that runs out first; 9999-12-31 while none runs
    began_on   TEXT NOT NULL,
    changed_on TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS matter_units (
    unit   TEXT NOT NULL,
    matter BIGINT NOT NULL,
    PRIMARY KEY (unit, matter)
);
CREATE INDEX IF NOT EXISTS matter_units_matter ON matter_units (matter, unit);

-- Read tables: figures.

CREATE TABLE IF NOT EXISTS readings (
    seq          BIGINT PRIMARY KEY,
    unit         TEXT NOT NULL,
    period       TEXT NOT NULL,
    measure      TEXT NOT NULL,
    set_aside    BIGINT NOT NULL,
    recorded_at  TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    actor        TEXT NOT NULL,
    detail       TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS readings_unit ON readings (unit, period, measure);

CREATE TABLE IF NOT EXISTS plans (
    seq          BIGINT PRIMARY KEY,
    unit         TEXT NOT NULL,
    period       TEXT NOT NULL,
    measure      TEXT NOT NULL,
    recorded_at  TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    actor        TEXT NOT NULL,
    detail       TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS plans_unit ON plans (unit, period, measure);

-- Read tables: the keys that identities are sealed for.

CREATE TABLE IF NOT EXISTS sealing_recipients (
    recipient TEXT PRIMARY KEY,
    post      TEXT NOT NULL,
    seq       BIGINT NOT NULL,
    since     TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS sealing_recipients_post ON sealing_recipients (post, seq);

-- Read tables: conclusions and tasks.

CREATE TABLE IF NOT EXISTS conclusions (
    conclusion TEXT PRIMARY KEY,
    seq        BIGINT NOT NULL,
    unit       TEXT NOT NULL,
    concluded  TEXT NOT NULL,
    detail     TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS conclusions_period ON conclusions (concluded, unit);

CREATE TABLE IF NOT EXISTS tasks (
    task        TEXT PRIMARY KEY,
    seq         BIGINT NOT NULL,
    unit        TEXT NOT NULL,
    conclusion  TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    assigned_on TEXT NOT NULL,
    done        BIGINT NOT NULL,
    done_on     TEXT,
    detail      TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS tasks_unit ON tasks (unit, done, due_on);
CREATE INDEX IF NOT EXISTS tasks_conclusion ON tasks (conclusion, unit);

CREATE TABLE IF NOT EXISTS task_reports (
    task         TEXT NOT NULL,
    seq          BIGINT NOT NULL,
    recorded_at  TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    actor        TEXT NOT NULL,
    words        TEXT NOT NULL,
    done         BIGINT NOT NULL,
    PRIMARY KEY (task, seq)
);

-- Side tables: not in the ledger, and not made from it.

CREATE TABLE IF NOT EXISTS accounts (
    login         TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    post          TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS sessions (
    token_hash TEXT PRIMARY KEY,
    login      TEXT NOT NULL,
    csrf       TEXT NOT NULL,
    expires_at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS sessions_expires ON sessions (expires_at);

-- Requests to register a case that were answered: the same request gets the same answer, another one
-- under the same name is refused. Name and content are hashes.
CREATE TABLE IF NOT EXISTS requests (
    request TEXT PRIMARY KEY,
    content TEXT NOT NULL,
    code    TEXT NOT NULL,
    due_on  TEXT
);

-- Openings of sealed identities that wait for the second officer: the share of the first, locked with a code
-- that nobody else was told.
CREATE TABLE IF NOT EXISTS openings (
    code   TEXT PRIMARY KEY,
    second BIGINT NOT NULL, -- whether it is the share of the second group
    until  TEXT NOT NULL,
    locked TEXT NOT NULL
);

-- What is left to do of an erasure that was saved: files to remove, by their hashes, and to write the file
-- of the database anew.
CREATE TABLE IF NOT EXISTS erasures (
    what TEXT PRIMARY KEY
);

-- The secret halves of those keys, each locked with a passphrase that is nowhere.
CREATE TABLE IF NOT EXISTS sealing_keys (
    recipient TEXT PRIMARY KEY,
    locked    TEXT NOT NULL
);
