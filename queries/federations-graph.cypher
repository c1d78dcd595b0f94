// The federations of an authority as a graph
// A graph: the federations with an open school (URN) in a local authority on the day, all their schools, and the
// authorities where those lay: more than one where a federation crosses a boundary; a row for each school. Without an
// authority: the one with the most federations.
//
// @tags    graph, federations, authorities
// @param   authority  id(LocalAuthority)?  the authority; absent: the one with the most federations
// @param   asOf       date  = release      the day
// @returns federation node, memberOf relationship, school node, inArea relationship, authority node
// @expect  rows > 0
CALL () {
  MATCH (la:LocalAuthority {id: $authority})
  RETURN la AS home
  UNION ALL
  MATCH (f:Federation)<-[m:MEMBER_OF]-(s:School)-[i:IN_AREA]->(la:LocalAuthority)
  WHERE $authority IS NULL AND (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
    AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
    AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
  WITH la, count(DISTINCT f) AS federations
  RETURN la AS home ORDER BY federations DESC, la.id LIMIT 1
}
MATCH (f:Federation)
WHERE EXISTS { MATCH (f)<-[m:MEMBER_OF]-(s:School)-[i:IN_AREA]->(home)
  WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
    AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
    AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to) }
MATCH (f)<-[memberOf:MEMBER_OF]-(school:School)-[inArea:IN_AREA]->(authority:LocalAuthority)
WHERE (memberOf.from IS NULL OR memberOf.from <= $asOf) AND (memberOf.to IS NULL OR $asOf < memberOf.to)
  AND (inArea.from IS NULL OR inArea.from <= $asOf) AND (inArea.to IS NULL OR $asOf < inArea.to)
  AND school.everOpen AND (school.from IS NULL OR school.from <= $asOf) AND (school.to IS NULL OR $asOf < school.to)
RETURN f AS federation, memberOf, school, inArea, authority
ORDER BY federation.id, school.urn
