// Academies whose trust no source names
// A row for each open school (URN) that was in a trust on the day, but in which one no source says: from when to when
// that is so, and the trust known next, if any. Most are academies of before April 2017 that changed trust or closed
// before the first membership history.
//
// @tags    quality, academies
// @param   asOf  date  = release  the day
// @returns urn integer, school string, type string?, authorityId string, authority string, since date?, until date?
// @returns nextTrustId string?, nextTrust string?
// @expect  unique urn
MATCH (:UnknownTrust)<-[g:GOVERNED_BY]-(s:School)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
OPTIONAL MATCH (s)-[n:GOVERNED_BY]->(next)
WHERE n.from = g.to
RETURN s.urn AS urn, s.name AS school, s.type AS type, la.id AS authorityId, la.name AS authority, g.from AS since,
       g.to AS until, next.id AS nextTrustId, next.name AS nextTrust
ORDER BY urn
