// Where the schools of a trust came from
// A graph: the open schools (URNs) of a trust on the day, the records of their lineages before them, and every body
// that governed them up to then: the trust's predecessors; a row for each record. Without a trust: the one with the
// most schools. A trust not known stands for all trusts no source names.
//
// @tags    graph, trusts, lineage
// @param   trust  id(MultiAcademyTrust|SingleAcademyTrust)?  the trust; absent: the one with the most schools
// @param   asOf   date  = release  the day
// @returns school node, succeededBy list(relationship), governedBy list(relationship), bodies list(node)
// @expect  rows > 0
CALL () {
  MATCH (t:Body {id: $trust})
  RETURN t AS trust
  UNION ALL
  MATCH (t:Body)<-[g:GOVERNED_BY]-(:School)
  WHERE $trust IS NULL AND t.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  WITH t, count(g) AS schools
  RETURN t AS trust ORDER BY schools DESC, t.id LIMIT 1
}
MATCH (trust)<-[now:GOVERNED_BY]-(s:School)
WHERE (now.from IS NULL OR now.from <= $asOf) AND (now.to IS NULL OR $asOf < now.to)
MATCH (school:School {lineage: s.lineage})
WHERE school.everOpen AND (school.from IS NULL OR school.from <= $asOf)
WITH DISTINCT school
RETURN school,
       COLLECT { MATCH (school)-[l:SUCCEEDED_BY]->(after:School)
         WHERE l.kind = 'plain' AND after.lineage = school.lineage AND after.everOpen
           AND (after.from IS NULL OR after.from <= $asOf)
         RETURN l ORDER BY after.urn } AS succeededBy,
       COLLECT { MATCH (school)-[g:GOVERNED_BY]->(body) WHERE g.from IS NULL OR g.from <= $asOf
         RETURN g ORDER BY g.from, body.id } AS governedBy,
       COLLECT { MATCH (school)-[g:GOVERNED_BY]->(body) WHERE g.from IS NULL OR g.from <= $asOf
         RETURN DISTINCT body ORDER BY body.id } AS bodies
ORDER BY school.urn
