// Dioceses and how far their schools have become academies
// A row for each diocese with an open state-funded school on the day: its schools (URNs), those maintained and in
// trusts, the share in trusts, the number of trusts, and the trust that runs most of them. Which diocese a school is
// in is what the latest register says, whatever the day.
//
// @tags    dioceses, religious character
// @param   asOf  date  = release  the day
// @returns dioceseId string, diocese string, schools integer, maintained integer, academyShare decimal, trusts integer
// @returns largestTrustId string?, largestTrust string?, largestTrustSchools integer?
// @expect  rows > 0
// @expect  unique dioceseId
MATCH (d:Diocese)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH d, body, count(s) AS held
ORDER BY held DESC, body.id
WITH d, sum(held) AS schools, sum(CASE WHEN body:LocalAuthority THEN held ELSE 0 END) AS maintained,
     [x IN collect({trust: body, held: held})
       WHERE x.trust:MultiAcademyTrust OR x.trust:SingleAcademyTrust] AS trusts
RETURN d.id AS dioceseId, d.name AS diocese, schools, maintained,
       toFloat(schools - maintained) / schools AS academyShare, size(trusts) AS trusts,
       trusts[0].trust.id AS largestTrustId, trusts[0].trust.name AS largestTrust,
       trusts[0].held AS largestTrustSchools
ORDER BY schools DESC, dioceseId
