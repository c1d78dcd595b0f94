// How trusts grew, year by year
// A row for the first of September of each year: trusts with an open school, those of two or more and of ten or more,
// the greatest, the schools (URNs) per trust on average, and the share of schools in trusts of two or more. Spells
// that ended before April 2017 are not in the sources: earlier years count too few large trusts.
//
// @tags    trusts, size, series
// @param   first  integer  = 2010  min 1990  max 2100  the first year
// @param   asOf   date     = release  the last day: later Septembers are left out
// @returns day date, trusts integer, ofTwoOrMore integer, ofTenOrMore integer, greatest integer, schools integer
// @returns schoolsPerTrust decimal, shareInTwoOrMore decimal
// @source  Hill 2015
// @expect  rows > 0
// @expect  unique day
UNWIND [y IN range($first, $asOf.year) WHERE date({year: y, month: 9, day: 1}) <= $asOf
  | date({year: y, month: 9, day: 1})] AS day
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= day) AND (g.to IS NULL OR day < g.to)
WITH day, trust, count(s) AS size
RETURN day, count(trust) AS trusts, count(CASE WHEN size >= 2 THEN 1 END) AS ofTwoOrMore,
       count(CASE WHEN size >= 10 THEN 1 END) AS ofTenOrMore, max(size) AS greatest, sum(size) AS schools,
       toFloat(sum(size)) / count(trust) AS schoolsPerTrust,
       toFloat(sum(CASE WHEN size >= 2 THEN size ELSE 0 END)) / sum(size) AS shareInTwoOrMore
ORDER BY day
