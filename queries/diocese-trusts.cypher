// The trusts that run the schools of each diocese
// A row for each diocese and trust with an open school in it on the day: schools (URNs) of the diocese in the trust,
// all schools of the trust, and the share of the trust that belongs to the diocese: near 1 in a trust of the diocese
// itself.
//
// @tags    dioceses, trusts
// @param   asOf        date     = release  the day
// @param   diocese     id(Diocese)?        only this diocese
// @param   minSchools  integer  = 2  min 1  schools of the diocese in the trust at least
// @returns dioceseId string, diocese string, trustId string, trust string, schools integer, trustSchools integer
// @returns shareOfTrust decimal
// @expect  unique dioceseId, trustId
MATCH (d:Diocese)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(trust)
WHERE ($diocese IS NULL OR d.id = $diocese)
  AND (trust:MultiAcademyTrust OR trust:SingleAcademyTrust)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH d, trust, count(s) AS schools
WHERE schools >= $minSchools
WITH d, trust, schools,
     COUNT { (trust)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to) } AS trustSchools
RETURN d.id AS dioceseId, d.name AS diocese, trust.id AS trustId, trust.name AS trust, schools, trustSchools,
       toFloat(schools) / trustSchools AS shareOfTrust
ORDER BY diocese, dioceseId, schools DESC, trustId
