// How large schools are, by phase and governance
// A row for each phase and sector: open state-funded schools (URNs) on the day with a known number of pupils, the
// mean, the median and the quartiles (by interpolation), the smallest and the largest. Pupils are those of the latest
// census, whatever the day: most closed schools have none.
//
// @tags    size, composition
// @param   asOf  date  = release  the day
// @returns phase string, sector string, schools integer, known integer, pupils integer?, mean decimal?
// @returns smallest integer?, lowerQuartile decimal?, median decimal?, upperQuartile decimal?, largest integer?
// @expect  rows > 0
// @expect  unique phase, sector
MATCH (s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH coalesce(s.phase, 'Not applicable') AS phase, s.pupils AS pupils,
     CASE
       WHEN s.group = 'welsh-maintained' THEN 'welsh-maintained'
       WHEN body:LocalAuthority THEN 'la-maintained'
       WHEN body:MultiAcademyTrust THEN 'multi-academy-trust'
       WHEN body:SingleAcademyTrust THEN 'single-academy-trust'
       ELSE 'academy-trust-unknown'
     END AS sector
WITH phase, sector, count(*) AS schools, count(pupils) AS known, sum(pupils) AS pupils,
     min(pupils) AS smallest, percentileCont(toFloat(pupils), 0.25) AS lowerQuartile,
     percentileCont(toFloat(pupils), 0.5) AS median,
     percentileCont(toFloat(pupils), 0.75) AS upperQuartile, max(pupils) AS largest
RETURN phase, sector, schools, known, CASE WHEN known > 0 THEN pupils END AS pupils,
       CASE WHEN known > 0 THEN toFloat(pupils) / known END AS mean, smallest, lowerQuartile, median,
       upperQuartile, largest
ORDER BY phase, sector
