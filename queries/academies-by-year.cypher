// Maintained schools and academies year by year
// A row for the first of September of each year: state-funded schools (URNs) open in England by kind, and the share in
// trusts. Kinds are those of the latest register. Schools with no opening day on record count from the start.
//
// @tags    composition, academies, series
// @param   first  integer  = 2003  min 1990  max 2100  the first year
// @param   asOf   date     = release  the last day: later Septembers are left out
// @returns day date, schools integer, maintained integer, academies integer, freeSchools integer, otherTrustRun integer
// @returns academyShare decimal?
// @source  Jopling & Hadfield 2015
// @expect  rows > 0
// @expect  unique day
MATCH (s:School)-[g:GOVERNED_BY]->(body)
WHERE s.group <> 'welsh-maintained'
WITH coalesce(g.from, date('0001-01-01')) AS since, coalesce(g.to, date('9999-12-31')) AS until,
     CASE WHEN body:LocalAuthority THEN 'la' WHEN s.group IN ['academy', 'free-school'] THEN s.group ELSE 'other' END
       AS kind
WITH kind, since.year + CASE WHEN since.month > 9 OR since.month = 9 AND since.day > 1 THEN 1 ELSE 0 END AS firstYear,
     until.year - CASE WHEN until.month < 9 OR until.month = 9 AND until.day = 1 THEN 1 ELSE 0 END AS lastYear,
     count(*) AS spells
WITH collect({kind: kind, firstYear: firstYear, lastYear: lastYear, spells: spells}) AS held
UNWIND range($first, $asOf.year) AS year
WITH year, held
WHERE date({year: year, month: 9, day: 1}) <= $asOf
UNWIND held AS h
WITH year, h
WHERE h.firstYear <= year <= h.lastYear
WITH year, sum(h.spells) AS schools,
     sum(CASE h.kind WHEN 'la' THEN h.spells ELSE 0 END) AS maintained,
     sum(CASE h.kind WHEN 'academy' THEN h.spells ELSE 0 END) AS academies,
     sum(CASE h.kind WHEN 'free-school' THEN h.spells ELSE 0 END) AS freeSchools,
     sum(CASE h.kind WHEN 'other' THEN h.spells ELSE 0 END) AS otherTrustRun
RETURN date({year: year, month: 9, day: 1}) AS day, schools, maintained, academies, freeSchools, otherTrustRun,
       CASE WHEN schools > 0 THEN toFloat(schools - maintained) / schools END AS academyShare
ORDER BY day
