// Schools that closed and whose place none took in full
// A row for each state-funded school (URN) whose last day open fell within the window and that no single other record
// simply followed: closures proper and schools that merged into another. The measure closures counts the same. closed
// is the first day that no longer counts. Where the file of links is older than the register, conversions since then
// are not known as such and show here: see the reason.
//
// @tags    closures, schools
// @param   from   date  = 2018-09-01  first day of the window
// @param   to     date  = release     the day after the last
// @param   phase  enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns closed date, urn integer, school string, phase string?, type string?, authorityId string, authority string
// @returns bodyId string?, body string?, reason string?, after integer
// @expect  rows > 0
// @expect  unique urn
MATCH (s:School)
WHERE $from <= s.to < $to AND s.everOpen AND s.stateFunded
  AND ($phase IS NULL OR s.phase = $phase)
  AND NOT EXISTS {
    MATCH (s)-[link:SUCCEEDED_BY]->(after:School)
    WHERE link.kind = 'plain' AND after.everOpen
      AND COUNT { (:School)-[l:SUCCEEDED_BY]->(after) WHERE l.kind = 'plain' } = 1
      AND COUNT { (s)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1 }
WITH s, s.to - duration({days: 1}) AS lastDay
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= lastDay) AND (i.to IS NULL OR lastDay < i.to)
OPTIONAL MATCH (s)-[g:GOVERNED_BY]->(body)
WHERE g.to = s.to
RETURN s.to AS closed, s.urn AS urn, s.name AS school, s.phase AS phase, s.type AS type, la.id AS authorityId,
       la.name AS authority, body.id AS bodyId, body.name AS body, s.reasonClosed AS reason,
       COUNT { MATCH (s)-[l:SUCCEEDED_BY]->(a:School) WHERE l.kind <> 'other' RETURN DISTINCT a } AS after
ORDER BY closed DESC, urn
