// Federations with their schools
// A row for each federation with an open school on the day, the largest first: schools (URNs), phases, pupils of the
// latest census, authorities. Governed by one body of hard governance, as the register says of all of them.
// Federations that ended before the first snapshot of the sources are not known, so earlier days show too few.
//
// @tags    federations
// @param   asOf        date                = release  the day
// @param   authority   id(LocalAuthority)?            only those with a school in this authority
// @param   minSchools  integer             = 1  min 1  schools at least
// @returns federationId string, federation string, formality string, since date?, schools integer, phases list(string)
// @returns pupils integer?, authorities integer, schoolNames list(string)
// @expect  rows > 0
// @expect  unique federationId
MATCH (f:Federation)<-[m:MEMBER_OF]-(s:School)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
WITH f, s, la
ORDER BY s.urn
WITH f, count(s) AS schools, collect(DISTINCT coalesce(s.phase, 'Not applicable')) AS phases,
     CASE WHEN count(s.pupils) > 0 THEN sum(s.pupils) END AS pupils, collect(DISTINCT la.id) AS places,
     collect(s.name) AS schoolNames
WHERE schools >= $minSchools AND ($authority IS NULL OR $authority IN places)
RETURN f.id AS federationId, f.name AS federation, f.formality AS formality, f.from AS since, schools, phases, pupils,
       size(places) AS authorities, schoolNames
ORDER BY schools DESC, federationId
