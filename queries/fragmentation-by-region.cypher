// How fragmented the control of schools is in each region
// As for authorities, for the regions of England and for Wales: bodies, Herfindahl-Hirschman index, effective number
// of bodies, share of the largest, in open state-funded schools (URNs). A school whose trust no source names counts as
// a body of its own. Regions differ in the number of their authorities, each of which is a body: compare over time
// rather than with each other.
//
// @tags    fragmentation, regions
// @param   asOf   date  = release  the day
// @param   phase  enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns regionId string, region string, authorities integer, schools integer, bodies integer, hhi decimal
// @returns effectiveBodies decimal, largestShare decimal
// @source  Laakso & Taagepera 1979
// @expect  rows > 0
// @expect  unique regionId
MATCH (region:Region)<-[r:IN_AREA]-(la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE (r.from IS NULL OR r.from <= $asOf) AND (r.to IS NULL OR $asOf < r.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND ($phase IS NULL OR s.phase = $phase)
WITH region, la, CASE WHEN body:UnknownTrust THEN s ELSE body END AS owner, count(s) AS held
WITH region, owner, sum(held) AS held, collect(DISTINCT la) AS places
WITH region, collect(held) AS held, toFloat(sum(held)) AS whole, collect(places) AS places
WITH region, held, whole, reduce(t = 0.0, h IN held | t + (h / whole) ^ 2) AS hhi,
     COUNT { UNWIND places AS some UNWIND some AS la RETURN DISTINCT la } AS authorities
RETURN region.id AS regionId, region.name AS region, authorities, toInteger(whole) AS schools,
       size(held) AS bodies, hhi, 1 / hhi AS effectiveBodies,
       reduce(m = 0, h IN held | CASE WHEN h > m THEN h ELSE m END) / whole AS largestShare
ORDER BY effectiveBodies DESC, regionId
