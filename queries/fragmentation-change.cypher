// How control became more or less fragmented between two days
// A row for each authority that had schools on both days: bodies and effective number of bodies on each, and the
// difference, the greatest rise first. By schools (URNs). An authority that was reorganised in between is there only
// if its successor kept its code. A school whose trust no source names counts as a body of its own: before 2017 that
// makes the earlier day look more fragmented.
//
// @tags    fragmentation, authorities, change
// @param   from   date  = 2010-09-01  the earlier day
// @param   asOf   date  = release     the later day
// @param   phase  enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns authorityId string, authority string, schoolsBefore integer, schools integer, bodiesBefore integer
// @returns bodies integer, effectiveBodiesBefore decimal, effectiveBodies decimal, change decimal
// @source  Laakso & Taagepera 1979
// @expect  rows > 0
// @expect  unique authorityId
UNWIND [$from, $asOf] AS day
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= day) AND (g.to IS NULL OR day < g.to)
  AND (i.from IS NULL OR i.from <= day) AND (i.to IS NULL OR day < i.to)
  AND ($phase IS NULL OR s.phase = $phase)
WITH la, day, CASE WHEN body:UnknownTrust THEN s ELSE body END AS owner, count(s) AS held
WITH la, day, collect(held) AS held, toFloat(sum(held)) AS whole
WITH la, day, size(held) AS bodies, toInteger(whole) AS schools,
     1 / reduce(t = 0.0, h IN held | t + (h / whole) ^ 2) AS effectiveBodies
ORDER BY day
WITH la, collect({schools: schools, bodies: bodies, effectiveBodies: effectiveBodies}) AS days
WHERE size(days) = 2
WITH la, days[0] AS before, days[1] AS now
RETURN la.id AS authorityId, la.name AS authority, before.schools AS schoolsBefore, now.schools AS schools,
       before.bodies AS bodiesBefore, now.bodies AS bodies, before.effectiveBodies AS effectiveBodiesBefore,
       now.effectiveBodies AS effectiveBodies, now.effectiveBodies - before.effectiveBodies AS change
ORDER BY change DESC, authorityId
