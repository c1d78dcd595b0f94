// Records that opened and closed, year by year
// A row for each academic year (from September): state-funded schools (URNs) that opened and that closed, those of
// them that a plain link ties to one other record (conversions and the like: the same school under another number),
// and the rest. By the first day open and the first day no longer open. Where the file of links is older than the
// register, conversions since then count among the rest.
//
// @tags    openings, closures, series
// @param   from  date  = 2003-09-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns academicYear string, opened integer, openedInPlace integer, openedNew integer, closed integer
// @returns closedReplaced integer, closedForGood integer
// @expect  rows > 0
// @expect  unique academicYear
CALL () {
  MATCH (s:School)
  WHERE $from <= s.from < $to AND s.fromKnown AND s.everOpen AND s.stateFunded
  RETURN s.from AS day, 1 AS opened, 0 AS closed, 0 AS replaced,
         CASE WHEN EXISTS {
           MATCH (before:School)-[link:SUCCEEDED_BY]->(s)
           WHERE link.kind = 'plain'
             AND COUNT { (:School)-[l:SUCCEEDED_BY]->(s) WHERE l.kind = 'plain' } = 1
             AND COUNT { (before)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1
         } THEN 1 ELSE 0 END AS inPlace
  UNION ALL
  MATCH (s:School)
  WHERE $from <= s.to < $to AND s.everOpen AND s.stateFunded
  RETURN s.to AS day, 0 AS opened, 1 AS closed, 0 AS inPlace,
         CASE WHEN EXISTS {
           MATCH (s)-[link:SUCCEEDED_BY]->(after:School)
           WHERE link.kind = 'plain' AND after.everOpen
             AND COUNT { (:School)-[l:SUCCEEDED_BY]->(after) WHERE l.kind = 'plain' } = 1
             AND COUNT { (s)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1
         } THEN 1 ELSE 0 END AS replaced
}
WITH day.year - CASE WHEN day.month < 9 THEN 1 ELSE 0 END AS year, sum(opened) AS opened, sum(inPlace) AS openedInPlace,
     sum(closed) AS closed, sum(replaced) AS closedReplaced
RETURN year + '/' + right(toString(year + 1), 2) AS academicYear, opened, openedInPlace,
       opened - openedInPlace AS openedNew, closed, closedReplaced, closed - closedReplaced AS closedForGood
ORDER BY academicYear
