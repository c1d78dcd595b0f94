// Who runs the most schools in each authority
// A row for each authority: the body that runs the most of its open state-funded schools (URNs), often still the
// authority itself, and its share. Where several run as many, the first by id. Schools of no known trust are counted
// among the schools but are nobody's.
//
// @tags    fragmentation, authorities, organisations
// @param   asOf   date     = release  the day
// @param   phase  enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @param   trustsOnly  boolean  = false  leave the authorities themselves out
// @returns authorityId string, authority string, schools integer, bodyId string, body string, kind string
// @returns bodySchools integer, share decimal
// @source  Berger & Parker 1970
// @expect  rows > 0
// @expect  unique authorityId
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND ($phase IS NULL OR s.phase = $phase)
WITH la, body, count(s) AS held
ORDER BY held DESC, body.id
WITH la, sum(held) AS schools,
     collect(CASE WHEN NOT body:UnknownTrust AND NOT ($trustsOnly AND body:LocalAuthority)
       THEN {body: body, held: held} END)[0] AS first
WHERE first IS NOT NULL
RETURN la.id AS authorityId, la.name AS authority, schools, first.body.id AS bodyId, first.body.name AS body,
       first.body.kind AS kind, first.held AS bodySchools, toFloat(first.held) / schools AS share
ORDER BY share DESC, authorityId
