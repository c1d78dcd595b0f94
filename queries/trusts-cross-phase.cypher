// Trusts with both primary and secondary schools
// A row for each trust that runs a primary and a secondary school, or an all-through school, on the day: its open
// schools (URNs) by phase, and the authorities where they lie. Middle schools count as what they are deemed; special
// schools and alternative provision have no phase in the register.
//
// @tags    trusts, phases
// @param   asOf  date  = release  the day
// @returns trustId string, trust string, schools integer, primary integer, secondary integer, allThrough integer
// @returns other integer, authorities integer
// @expect  rows > 0
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH trust, collect(s) AS run,
     count(CASE WHEN s.phase IN ['Primary', 'Middle deemed primary'] THEN 1 END) AS primary,
     count(CASE WHEN s.phase IN ['Secondary', 'Middle deemed secondary'] THEN 1 END) AS secondary,
     count(CASE WHEN s.phase = 'All-through' THEN 1 END) AS allThrough
WHERE allThrough > 0 OR primary > 0 AND secondary > 0
UNWIND run AS s
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH trust, size(run) AS schools, primary, secondary, allThrough, count(DISTINCT la) AS authorities
RETURN trust.id AS trustId, trust.name AS trust, schools, primary, secondary, allThrough,
       schools - primary - secondary - allThrough AS other, authorities
ORDER BY schools DESC, trustId
