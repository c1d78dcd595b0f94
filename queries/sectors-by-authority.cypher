// Who runs the schools of each local authority
// A row for each authority of England and Wales with an open state-funded school: how many the authority maintains,
// how many are in single-academy trusts, in multi-academy trusts, and in a trust that no source names. Counted by URN,
// where the schools lay on the day. Many schools of an unknown trust before 2017 mean that the record is thin, not
// that trusts were few.
//
// @tags    composition, authorities
// @param   asOf    date         = release  the day
// @param   phase   enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @param   region  id(Region)?  only the authorities of this region
// @returns authorityId string, authority string, schools integer, maintained integer, singleAcademyTrust integer
// @returns multiAcademyTrust integer, trustUnknown integer, academyShare decimal
// @expect  rows > 0
// @expect  unique authorityId
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND ($phase IS NULL OR s.phase = $phase)
  AND ($region IS NULL OR EXISTS {
    MATCH (la)-[r:IN_AREA]->(:Region {id: $region})
    WHERE (r.from IS NULL OR r.from <= $asOf) AND (r.to IS NULL OR $asOf < r.to) })
WITH la, count(s) AS schools,
     count(CASE WHEN body:LocalAuthority THEN 1 END) AS maintained,
     count(CASE WHEN body:SingleAcademyTrust THEN 1 END) AS singleAcademyTrust,
     count(CASE WHEN body:MultiAcademyTrust THEN 1 END) AS multiAcademyTrust,
     count(CASE WHEN body:UnknownTrust THEN 1 END) AS trustUnknown
RETURN la.id AS authorityId, la.name AS authority, schools, maintained, singleAcademyTrust, multiAcademyTrust,
       trustUnknown, toFloat(schools - maintained) / schools AS academyShare
ORDER BY authority, authorityId
