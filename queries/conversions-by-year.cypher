// Schools that became academies, year by year
// A row for each academic year (from September) and route: maintained schools of England that became academies under a
// new URN, on the lineage: one record in the place of one other. Amalgamations into an academy and new schools are not
// conversions. Converters and sponsored academies are told by their type. Where the file of links is older than the
// register, conversions since then are missing.
//
// @tags    academies, series, lineage
// @param   from  date  = 2002-09-01  first day of the window
// @param   to    date  = release     the day after the last
// @param   phase   enum(Nursery|Primary|Middle deemed primary|Secondary|Middle deemed secondary|All-through|16 plus)?  only this phase
// @returns academicYear string, route string, conversions integer
// @source  Department for Education, Open academies, free schools, studio schools and UTCs
// @expect  rows > 0
// @expect  unique academicYear, route
MATCH (s:School)<-[link:SUCCEEDED_BY]-(before:School)
WHERE $from <= s.from < $to AND s.fromKnown AND s.everOpen
  AND s.group IN ['academy', 'city-technology-college', 'free-school', 'university-technical-college', 'studio-school']
  AND before.group = 'la-maintained' AND link.kind = 'plain'
  AND ($phase IS NULL OR s.phase = $phase)
  AND COUNT { (before)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1
  AND COUNT { (:School)-[l:SUCCEEDED_BY]->(s) WHERE l.kind = 'plain' } = 1
WITH s.from.year - CASE WHEN s.from.month < 9 THEN 1 ELSE 0 END AS year,
     CASE
       WHEN s.group <> 'academy' THEN s.group
       WHEN s.type STARTS WITH 'Academy' AND s.type ENDS WITH 'converter' THEN 'converter'
       WHEN s.type STARTS WITH 'Academy' AND s.type ENDS WITH 'sponsor led' THEN 'sponsored'
       ELSE 'other'
     END AS route
RETURN year + '/' + right(toString(year + 1), 2) AS academicYear, route, count(*) AS conversions
ORDER BY academicYear, route
