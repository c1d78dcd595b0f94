// Foundation trusts with their schools
// A row for each foundation trust (the register's "Trust": a charity that appoints governors and holds land of
// maintained schools) with an open school on the day: schools (URNs), authorities, pupils of the latest census. Soft
// governance: the schools stay maintained by their authority.
//
// @tags    federations, foundation trusts
// @param   asOf        date     = release  the day
// @param   minSchools  integer  = 1  min 1  schools at least
// @returns trustId string, trust string, formality string, since date?, schools integer, authorities integer
// @returns pupils integer?, schoolNames list(string)
// @expect  rows > 0
// @expect  unique trustId
MATCH (t:FoundationTrust)<-[m:MEMBER_OF]-(s:School)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
WITH t, s, la
ORDER BY s.urn
WITH t, count(s) AS schools, count(DISTINCT la) AS authorities,
     CASE WHEN count(s.pupils) > 0 THEN sum(s.pupils) END AS pupils, collect(s.name) AS schoolNames
WHERE schools >= $minSchools
RETURN t.id AS trustId, t.name AS trust, t.formality AS formality, t.from AS since, schools, authorities, pupils,
       schoolNames
ORDER BY schools DESC, trustId
