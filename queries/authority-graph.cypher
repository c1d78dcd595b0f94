// An authority's schools and the bodies around them
// A graph: the schools (URNs) that lay in a local authority and were open on the day, who governed them, and the
// federations, foundation trusts, other groups and sponsors they belonged to; a row for each school. Without an
// authority: the first by id with a school in a trust.
//
// @tags    graph, authorities, organisations
// @param   authority  id(LocalAuthority)?  the authority; absent: the first by id with a school in a trust
// @param   asOf       date  = release      the day
// @returns school node, governedBy relationship, governor node, memberOf list(relationship), bodies list(node)
// @expect  rows > 0
CALL () {
  MATCH (la:LocalAuthority {id: $authority})
  RETURN la
  UNION ALL
  MATCH (la:LocalAuthority)
  WHERE $authority IS NULL AND EXISTS {
    MATCH (la)<-[i:IN_AREA]-(:School)-[g:GOVERNED_BY]->(body)
    WHERE NOT body:LocalAuthority AND NOT body:UnknownTrust
      AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
      AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to) }
  RETURN la ORDER BY la.id LIMIT 1
}
MATCH (la)<-[i:IN_AREA]-(school:School)-[governedBy:GOVERNED_BY]->(governor)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND (governedBy.from IS NULL OR governedBy.from <= $asOf) AND (governedBy.to IS NULL OR $asOf < governedBy.to)
RETURN school, governedBy, governor,
       COLLECT { MATCH (school)-[m:MEMBER_OF|SPONSORED_BY]->(body:Body)
         WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
         RETURN m ORDER BY body.id } AS memberOf,
       COLLECT { MATCH (school)-[m:MEMBER_OF|SPONSORED_BY]->(body:Body)
         WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
         RETURN DISTINCT body ORDER BY body.id } AS bodies
ORDER BY school.urn
