// The schools around a school and who runs them
// A row for each open state-funded school (URN) within so many kilometres of a school on the day, the nearest first:
// its governor, and whether both have the same. As the crow flies, on a sphere of 6371.0088 km. Without a school: the
// open one with the lowest URN.
//
// @tags    geography, competition, schools
// @param   school  id(School)?           the school; absent: the open one with the lowest URN
// @param   asOf    date     = release    the day
// @param   km      decimal  = 3  min 0  max 50  how far to look
// @param   phase   enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only neighbours of this phase
// @returns km decimal, urn integer, school string, phase string?, bodyId string, body string, kind string
// @returns sameBody boolean, pupils integer?
// @source  Muijs & Rumyantseva 2014
// @expect  rows > 0
// @expect  unique urn
CALL () {
  MATCH (s:School {id: $school})
  RETURN s
  UNION ALL
  MATCH (s:School)
  WHERE $school IS NULL AND s.urn > 0 AND s.location IS NOT NULL AND s.stateFunded AND s.everOpen
    AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
  RETURN s ORDER BY s.urn LIMIT 1
}
OPTIONAL MATCH (s)-[own:GOVERNED_BY]->(ownBody)
WHERE (own.from IS NULL OR own.from <= $asOf) AND (own.to IS NULL OR $asOf < own.to)
// Neo4j measures on a sphere of 6378.140 km
MATCH (other:School)
WHERE point.distance(other.location, s.location) <= $km * 1000 / (6371.0088 / 6378.140) AND other <> s
  AND ($phase IS NULL OR other.phase = $phase)
MATCH (other)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
RETURN point.distance(other.location, s.location) / 1000 * (6371.0088 / 6378.140) AS km, other.urn AS urn,
       other.name AS school, other.phase AS phase, body.id AS bodyId, body.name AS body, body.kind AS kind,
       coalesce(body = ownBody, false) AS sameBody, other.pupils AS pupils
ORDER BY km, urn
