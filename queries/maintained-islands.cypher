// Maintained schools in areas of academies
// A row for each maintained school (URN) of a phase in an authority of England where trusts run at least so large a
// share of the open schools of that phase on the day, and few maintained ones are left. federated says whether it has
// company in a federation. Schools without a phase (special, alternative provision) are left out.
//
// @tags    isolated, composition, authorities
// @param   asOf      date     = release  the day
// @param   minShare  decimal  = 0.9  min 0  max 1  share of the phase in trusts at least
// @param   phase     enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns authorityId string, authority string, phase string, schools integer, maintained integer
// @returns academyShare decimal, urn integer, school string, type string?, pupils integer?, federated boolean
// @expect  unique urn
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE s.phase IS NOT NULL AND s.phase <> 'Not applicable' AND ($phase IS NULL OR s.phase = $phase)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH la, s.phase AS phase, count(s) AS schools, collect(CASE WHEN body:LocalAuthority THEN s END) AS kept
WITH la, phase, schools, kept, toFloat(schools - size(kept)) / schools AS academyShare
WHERE academyShare >= $minShare
UNWIND kept AS s
RETURN la.id AS authorityId, la.name AS authority, phase, schools, size(kept) AS maintained, academyShare, s.urn AS urn,
       s.name AS school, s.type AS type, s.pupils AS pupils,
       EXISTS { (s)-[m:MEMBER_OF]->(:Federation)
         WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to) } AS federated
ORDER BY academyShare DESC, authorityId, phase, urn
