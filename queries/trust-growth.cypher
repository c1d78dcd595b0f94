// Trusts that grew most between two days
// A row for each trust that ran an open school on either day: schools (URNs) on both, and the difference, the greatest
// growth first. A trust that was registered anew under another id shows as one that vanished and one that grew from
// nothing, unless both have one company number: those count together, under the id of the one with more schools.
//
// @tags    trusts, growth, change
// @param   from        date     = 2019-09-01  the earlier day
// @param   asOf        date     = release     the later day
// @param   minSchools  integer  = 2  min 1  schools at least, on one of the days
// @returns trustId string, trust string, before integer, schools integer, change integer, growth decimal?
// @expect  rows > 0
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
WITH trust,
     count(CASE WHEN (g.from IS NULL OR g.from <= $from) AND (g.to IS NULL OR $from < g.to) THEN 1 END) AS before,
     count(CASE WHEN (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to) THEN 1 END) AS schools
WHERE before + schools > 0
WITH trust, before, schools
ORDER BY schools DESC, trust.from DESC, trust.id
WITH coalesce(trust.companiesHouse, trust.id) AS company, collect(trust)[0] AS trust, sum(before) AS before,
     sum(schools) AS schools
WHERE before >= $minSchools OR schools >= $minSchools
RETURN trust.id AS trustId, trust.name AS trust, before, schools, schools - before AS change,
       CASE WHEN before > 0 THEN toFloat(schools - before) / before END AS growth
ORDER BY change DESC, trustId
