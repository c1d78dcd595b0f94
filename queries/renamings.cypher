// Schools and bodies that changed their name
// A row for each change of name seen between two imported snapshots within the window: the former name and the new
// one, the day of the snapshot that first shows it, and that of the last with the former name. Another spelling is no
// other name.
//
// @tags    quality, change
// @param   from  date  = 2000-01-01  first day of the window
// @param   to    date?               the day after the last; absent: no end
// @param   kind  enum(School|MultiAcademyTrust|SingleAcademyTrust|Federation|FoundationTrust|Sponsor)?  only these
// @returns on date, observedAfter date?, id string, kind string, formerName string, name string
// @expect  unique id, on
MATCH (n)-[r:RENAMED]->(n)
WHERE $from <= r.on AND ($to IS NULL OR r.on < $to)
WITH n, r, coalesce(n.kind, 'School') AS kind
WHERE $kind IS NULL OR kind = $kind
RETURN r.on AS on, r.fromObservedAfter AS observedAfter, n.id AS id, kind, r.formerName AS formerName, r.name AS name
ORDER BY on DESC, id
