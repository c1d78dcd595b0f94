// The lineage of a school as a graph
// A graph: the school, every record (URN) it came from and that came of it within ten steps, the links between them,
// and all who ever governed them; a row for each record. Mergers, amalgamations and splits are in it, links of the
// kind "other" are not. Without a school: the one of the longest lineage.
//
// @tags    graph, lineage, schools
// @param   school  id(School)?  the school; absent: one with the longest lineage
// @returns school node, succeededBy list(relationship), governedBy list(relationship), bodies list(node)
// @expect  rows > 0
CALL () {
  MATCH (s:School {id: $school})
  RETURN s
  UNION ALL
  MATCH (k:School)
  WHERE $school IS NULL
  WITH k.lineage AS lineage, count(k) AS records, min(k.urn) AS first
  ORDER BY records DESC, first
  LIMIT 1
  MATCH (s:School {urn: first})
  RETURN s
}
CALL (s) {
  MATCH path = (other:School)-[:SUCCEEDED_BY*0..10]->(s)
  WHERE all(l IN relationships(path) WHERE l.kind <> 'other')
  RETURN other
  UNION
  MATCH path = (s)-[:SUCCEEDED_BY*1..10]->(other:School)
  WHERE all(l IN relationships(path) WHERE l.kind <> 'other')
  RETURN other
}
WITH collect(other) AS records
UNWIND records AS school
RETURN school,
       COLLECT { MATCH (school)-[l:SUCCEEDED_BY]->(after:School)
         WHERE l.kind <> 'other' AND after IN records
         RETURN l ORDER BY after.urn, l.kind } AS succeededBy,
       COLLECT { MATCH (school)-[g:GOVERNED_BY]->(body) RETURN g ORDER BY g.from, body.id } AS governedBy,
       COLLECT { MATCH (school)-[:GOVERNED_BY]->(body) RETURN DISTINCT body ORDER BY body.id } AS bodies
ORDER BY school.urn
