// A school with all bodies and areas around it
// A graph: the school, who governed it on the day, the groups and sponsors it belonged to, the authority, diocese and
// constituency where it lay, and the regions and consortia above; a row for each way out from the school. Without a
// school: the open one with the lowest URN.
//
// @tags    graph, schools, organisations
// @param   school  id(School)?      the school; absent: the open one with the lowest URN
// @param   asOf    date  = release  the day
// @returns school node, tie relationship, other node, above list(relationship), areas list(node)
// @expect  rows > 0
CALL () {
  MATCH (s:School {id: $school})
  RETURN s AS school
  UNION ALL
  MATCH (s:School)
  WHERE $school IS NULL AND s.urn > 0 AND s.stateFunded AND s.everOpen
    AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
  RETURN s AS school ORDER BY s.urn LIMIT 1
}
MATCH (school)-[tie:GOVERNED_BY|MEMBER_OF|SPONSORED_BY|IN_AREA]->(other)
WHERE (tie.from IS NULL OR tie.from <= $asOf) AND (tie.to IS NULL OR $asOf < tie.to)
RETURN school, tie, other,
       COLLECT { MATCH (other)-[up:IN_AREA|UNDER]->(area)
         WHERE (up.from IS NULL OR up.from <= $asOf) AND (up.to IS NULL OR $asOf < up.to)
         RETURN up ORDER BY area.id } AS above,
       COLLECT { MATCH (other)-[up:IN_AREA|UNDER]->(area)
         WHERE (up.from IS NULL OR up.from <= $asOf) AND (up.to IS NULL OR $asOf < up.to)
         RETURN DISTINCT area ORDER BY area.id } AS areas
ORDER BY type(tie), other.id
