// A sponsor with its schools and their trusts
// A graph: the sponsor, the open schools (URNs) it sponsored on the day, and who governed them then; a row for each
// school. Without a sponsor: the one with the most schools.
//
// @tags    graph, sponsors, trusts
// @param   sponsor  id(Sponsor)?   the sponsor; absent: the one with the most schools
// @param   asOf     date  = release  the day
// @returns sponsor node, sponsoredBy relationship, school node, governedBy relationship, governor node
// @expect  rows > 0
CALL () {
  MATCH (p:Sponsor {id: $sponsor})
  RETURN p AS sponsor
  UNION ALL
  MATCH (p:Sponsor)<-[b:SPONSORED_BY]-(s:School)
  WHERE $sponsor IS NULL AND (b.from IS NULL OR b.from <= $asOf) AND (b.to IS NULL OR $asOf < b.to)
    AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
  WITH p, count(DISTINCT s) AS schools
  RETURN p AS sponsor ORDER BY schools DESC, p.id LIMIT 1
}
MATCH (sponsor)<-[sponsoredBy:SPONSORED_BY]-(school:School)-[governedBy:GOVERNED_BY]->(governor)
WHERE (sponsoredBy.from IS NULL OR sponsoredBy.from <= $asOf) AND (sponsoredBy.to IS NULL OR $asOf < sponsoredBy.to)
  AND (governedBy.from IS NULL OR governedBy.from <= $asOf) AND (governedBy.to IS NULL OR $asOf < governedBy.to)
RETURN sponsor, sponsoredBy, school, governedBy, governor
ORDER BY school.urn, sponsoredBy.from
