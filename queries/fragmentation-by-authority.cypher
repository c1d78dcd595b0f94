// How fragmented the control of schools is in each authority
// A row for each authority, the most fragmented first: the bodies that run its open state-funded schools, the
// Herfindahl-Hirschman index (1 = one body runs all), the effective number of bodies (its inverse), and the share of
// the largest body. A school whose trust no source names counts as a body of its own, so early dates look more
// fragmented than they were. Weighted by schools (URNs) or by their pupils of the latest census; the number of bodies
// rises with the size of the area, the effective number less so.
//
// @tags    fragmentation, authorities
// @param   asOf    date                  = release  the day
// @param   weight  enum(schools|pupils)  = schools  what a share is a share of
// @param   phase   enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns authorityId string, authority string, schools integer, bodies integer, bodiesPer100Schools decimal?
// @returns hhi decimal?, effectiveBodies decimal?, largestShare decimal?
// @source  Laakso & Taagepera 1979
// @expect  rows > 0
// @expect  unique authorityId
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND ($phase IS NULL OR s.phase = $phase)
WITH la, CASE WHEN body:UnknownTrust THEN s ELSE body END AS owner, count(s) AS schools,
     sum(CASE $weight WHEN 'pupils' THEN coalesce(s.pupils, 0) ELSE 1 END) AS held
WITH la, sum(schools) AS schools, [h IN collect(held) WHERE h > 0] AS held, toFloat(sum(held)) AS whole
WITH la, schools, held, whole,
     CASE WHEN whole > 0 THEN reduce(t = 0.0, h IN held | t + (h / whole) ^ 2) END AS hhi
RETURN la.id AS authorityId, la.name AS authority, schools, size(held) AS bodies,
       CASE WHEN whole > 0 THEN 100.0 * size(held) / schools END AS bodiesPer100Schools, hhi,
       1 / hhi AS effectiveBodies,
       CASE WHEN whole > 0 THEN reduce(m = 0, h IN held | CASE WHEN h > m THEN h ELSE m END) / whole END AS largestShare
ORDER BY coalesce(effectiveBodies, 0) DESC, authorityId
