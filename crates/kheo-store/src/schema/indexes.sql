-- Indexes by which lists of cases are found. Lists are filtered within them, and read whole only what
-- they show.

CREATE INDEX IF NOT EXISTS cases_held
    ON cases (unit, phase, due_on, registered_on, code, kind, step, topic, post, escalated, pursued,
              persons, overran);
CREATE INDEX IF NOT EXISTS cases_newest
    ON cases (registered_on, code, unit, phase, due_on, kind, step, topic, post, escalated, pursued,
              persons, overran);
CREATE INDEX IF NOT EXISTS cases_due_first
    ON cases (due_on, registered_on DESC, code DESC, unit, phase, kind, step, topic, post, escalated,
              pursued, persons, overran);
CREATE INDEX IF NOT EXISTS cases_closed
    ON cases (due_on, registered_on DESC, code DESC, unit, phase, kind, step, topic, post, escalated,
              pursued, persons, overran)
 WHERE phase IN ('closed', 'owed');
CREATE INDEX IF NOT EXISTS cases_given
    ON cases (post, phase, due_on, registered_on, code, unit, kind, step, topic, escalated, pursued, persons,
              overran)
 WHERE post IS NOT NULL;
CREATE INDEX IF NOT EXISTS cases_answered_in
    ON cases (unit, answered_on, code, kind, topic) WHERE answered = 1;
CREATE INDEX IF NOT EXISTS cases_answered_newest
    ON cases (answered_on, code, kind, topic) WHERE answered = 1;

-- The list of matters, those that moved last first.
CREATE INDEX IF NOT EXISTS matters_moved
    ON matters (changed_on, matter, escalated, pursued, persons, units, overran, due_on, began_on);

-- By which it is found who in a unit can take a case on.
CREATE INDEX IF NOT EXISTS posts_unit ON posts (unit);

-- By which the request that made a case is found when it is erased.
CREATE INDEX IF NOT EXISTS requests_code ON requests (code);
