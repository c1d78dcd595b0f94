// Inspection outcomes by governing organisation
// A row for each local authority or trust that governs so many open schools (URNs) on the day: schools with an overall
// Ofsted rating in the register, how many have each, and the share rated Good or Outstanding. The rating is the latest
// one the register has, whatever the day, and may be of before the school joined the organisation (inherited counts
// the ratings older than the present governance); overall ratings ended in September 2024. Schools in Wales have none.
//
// @tags    outcomes, organisations, ofsted
// @param   asOf        date     = release  the day
// @param   minSchools  integer  = 5  min 1  schools at least
// @param   kind        enum(LocalAuthority|MultiAcademyTrust|SingleAcademyTrust)?  only such organisations
// @returns organisationId string, organisation string, kind string, schools integer, rated integer, outstanding integer
// @returns good integer, requiresImprovement integer, inadequate integer, inherited integer, goodOrBetterShare decimal?
// @source  Department for Education, Multi-academy trust performance measures
// @expect  rows > 0
// @expect  unique organisationId
MATCH (body:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE body.kind IN ['LocalAuthority', 'MultiAcademyTrust', 'SingleAcademyTrust']
  AND ($kind IS NULL OR body.kind = $kind)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH body, count(s) AS schools, count(s.ofstedRating) AS rated,
     count(CASE WHEN s.ofstedRating = 'Outstanding' THEN 1 END) AS outstanding,
     count(CASE WHEN s.ofstedRating = 'Good' THEN 1 END) AS good,
     count(CASE WHEN s.ofstedRating = 'Requires improvement' THEN 1 END) AS requiresImprovement,
     count(CASE WHEN s.ofstedRating IN ['Inadequate', 'Special Measures', 'Serious Weaknesses'] THEN 1 END)
       AS inadequate,
     count(CASE WHEN s.ofstedRating IS NOT NULL AND s.ofstedDate < g.from THEN 1 END) AS inherited
WHERE schools >= $minSchools
RETURN body.id AS organisationId, body.name AS organisation, body.kind AS kind, schools, rated, outstanding, good,
       requiresImprovement, inadequate, inherited,
       CASE WHEN rated > 0 THEN toFloat(outstanding + good) / rated END AS goodOrBetterShare
ORDER BY schools DESC, organisationId
