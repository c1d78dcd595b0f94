// Academy trusts by the number of their schools
// A row for each trust that runs an open school on the day, the largest first: schools (URNs), phases, pupils of the
// latest census, authorities and regions where the schools lay. Trusts that the register lists but that ran nothing on
// the day are not here; see empty-trusts.
//
// @tags    trusts, size
// @param   asOf        date     = release  the day
// @param   minSchools  integer  = 1  min 1  schools at least
// @returns trustId string, trust string, kind string, schools integer, primary integer, secondary integer
// @returns pupils integer?, authorities integer, regions integer
// @source  Hill 2015
// @expect  rows > 0
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH trust, collect(s) AS run
WHERE size(run) >= $minSchools
UNWIND run AS s
MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
OPTIONAL MATCH (la)-[r:IN_AREA]->(region:Region)
WHERE (r.from IS NULL OR r.from <= $asOf) AND (r.to IS NULL OR $asOf < r.to)
WITH trust, count(s) AS schools,
     count(CASE WHEN s.phase IN ['Primary', 'Middle deemed primary'] THEN 1 END) AS primary,
     count(CASE WHEN s.phase IN ['Secondary', 'Middle deemed secondary'] THEN 1 END) AS secondary,
     CASE WHEN count(s.pupils) > 0 THEN sum(s.pupils) END AS pupils,
     count(DISTINCT la) AS authorities, count(DISTINCT region) AS regions
RETURN trust.id AS trustId, trust.name AS trust, trust.kind AS kind, schools, primary, secondary, pupils, authorities,
       regions
ORDER BY schools DESC, trustId
