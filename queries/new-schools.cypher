// New schools: those that opened in nobody's place
// A row for each state-funded school (URN) that opened within the window and did not simply take the place of one
// other record: new provision, and schools into which several merged. The measure openings counts the same. Where the
// file of links is older than the register, conversions since then are not known as such and show here: see the
// reason.
//
// @tags    openings, schools
// @param   from   date  = 2018-09-01  first day of the window
// @param   to     date  = release     the day after the last
// @param   phase  enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns opened date, urn integer, school string, phase string?, type string?, authorityId string, authority string
// @returns bodyId string?, body string?, reason string?, before integer, pupils integer?
// @expect  rows > 0
// @expect  unique urn
MATCH (s:School)
WHERE $from <= s.from < $to AND s.fromKnown AND s.everOpen AND s.stateFunded
  AND ($phase IS NULL OR s.phase = $phase)
  AND NOT EXISTS {
    MATCH (before:School)-[link:SUCCEEDED_BY]->(s)
    WHERE link.kind = 'plain'
      AND COUNT { (:School)-[l:SUCCEEDED_BY]->(s) WHERE l.kind = 'plain' } = 1
      AND COUNT { (before)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1 }
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= s.from) AND (i.to IS NULL OR s.from < i.to)
OPTIONAL MATCH (s)-[g:GOVERNED_BY]->(body)
WHERE g.from = s.from
RETURN s.from AS opened, s.urn AS urn, s.name AS school, s.phase AS phase, s.type AS type, la.id AS authorityId,
       la.name AS authority, body.id AS bodyId, body.name AS body,
       s.reasonOpened AS reason,
       COUNT { MATCH (b:School)-[l:SUCCEEDED_BY]->(s) WHERE l.kind <> 'other' RETURN DISTINCT b } AS before,
       s.pupils AS pupils
ORDER BY opened DESC, urn
