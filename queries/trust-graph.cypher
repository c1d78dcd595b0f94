// A trust with its schools and their authorities
// A graph: the trust, its open schools (URNs) on the day, and the local authorities where they lay then; a row for
// each school. Without a trust: the one with the most schools.
//
// @tags    graph, trusts, geography
// @param   trust  id(MultiAcademyTrust|SingleAcademyTrust)?  the trust; absent: the one with the most schools
// @param   asOf   date  = release  the day
// @returns trust node, governedBy relationship, school node, inArea relationship, authority node
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
MATCH (trust)<-[governedBy:GOVERNED_BY]-(school:School)-[inArea:IN_AREA]->(authority:LocalAuthority)
WHERE (governedBy.from IS NULL OR governedBy.from <= $asOf) AND (governedBy.to IS NULL OR $asOf < governedBy.to)
  AND (inArea.from IS NULL OR inArea.from <= $asOf) AND (inArea.to IS NULL OR $asOf < inArea.to)
RETURN trust, governedBy, school, inArea, authority
ORDER BY school.urn
