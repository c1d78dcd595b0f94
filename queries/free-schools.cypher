// Free schools, university technical colleges and studio schools
// A row for each free school, university technical college and studio school (URN) that was ever open: when it opened
// and closed, whose it is or was at last, and whether any record came before it. The group is the register's;
// converters and sponsored academies are not here.
//
// @tags    free schools, openings, closures
// @param   group   enum(free-school|university-technical-college|studio-school)?  only these
// @param   closed  boolean?  only closed ones, or only open ones
// @param   asOf    date  = release  opened before or on this day, and open or closed on it
// @returns opened date?, urn integer, school string, group string, phase string?, open boolean, closedOn date?
// @returns bodyId string?, body string?, authorityId string?, authority string?, hadPredecessor boolean
// @returns pupils integer?
// @source  Department for Education, Open academies, free schools, studio schools and UTCs
// @expect  rows > 0
// @expect  unique urn
MATCH (s:School)
WHERE s.group IN ['free-school', 'university-technical-college', 'studio-school']
  AND ($group IS NULL OR s.group = $group)
  AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf)
WITH s, s.to IS NULL OR $asOf < s.to AS open
WHERE $closed IS NULL OR $closed <> open
WITH s, open, CASE WHEN open THEN $asOf ELSE s.to - duration({days: 1}) END AS day
OPTIONAL MATCH (s)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= day) AND (g.to IS NULL OR day < g.to)
OPTIONAL MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= day) AND (i.to IS NULL OR day < i.to)
RETURN s.from AS opened, s.urn AS urn, s.name AS school, s.group AS group, s.phase AS phase, open,
       CASE WHEN NOT open THEN s.to END AS closedOn, body.id AS bodyId, body.name AS body, la.id AS authorityId,
       la.name AS authority, EXISTS { (:School)-[l:SUCCEEDED_BY]->(s) WHERE l.kind <> 'other' } AS hadPredecessor,
       s.pupils AS pupils
ORDER BY opened, urn
