// Transfers of schools between trusts, year by year
// A row for each academic year (from September): schools that went from one trust to another company, under the same
// URN or a new one; of them those between two trusts of several schools, and those out of a single-academy trust. The
// years before 2017/18 are thin, and what only two snapshots bound is dated to the second: the year of that snapshot
// is too high and those before it too low; observed counts them.
//
// @tags    transfers, series
// @param   from  date  = 2013-09-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns academicYear string, transfers integer, betweenGroups integer, fromSingle integer, observed integer
// @source  Department for Education, Academy transfers and funding
// @expect  rows > 0
// @expect  unique academicYear
CALL () {
  // under one URN
  MATCH (old:Body)<-[g:GOVERNED_BY]-(s:School)-[n:GOVERNED_BY]->(new:Body)
  WHERE $from <= n.from < $to AND g.to = n.from
    AND old.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND new.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  RETURN old, s, new, n.from AS on
  UNION ALL
  // under one URN, over a time of which no source names the trust
  MATCH (old:Body)<-[g:GOVERNED_BY]-(s:School)-[n:GOVERNED_BY]->(new:Body)
  WHERE $from <= n.from < $to AND g.to < n.from
    AND old.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND new.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND EXISTS { (s)-[hole:GOVERNED_BY]->(:UnknownTrust) WHERE hole.from = g.to AND hole.to = n.from }
  RETURN old, s, new, n.from AS on
  UNION ALL
  // under a new URN that took the place of one other
  MATCH (old:Body)<-[g:GOVERNED_BY]-(before:School)-[link:SUCCEEDED_BY]->(s:School)-[n:GOVERNED_BY]->(new:Body)
  WHERE $from <= n.from < $to AND n.from = s.from AND g.to <= n.from AND link.kind = 'plain'
    AND NOT EXISTS { (before)-[later:GOVERNED_BY]->(trust:Body)
      WHERE later.from >= g.to AND trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust'] }
    AND old.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND new.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
    AND COUNT { (before)-[l:SUCCEEDED_BY]->(:School) WHERE l.kind = 'plain' } = 1
    AND COUNT { (:School)-[l:SUCCEEDED_BY]->(s) WHERE l.kind = 'plain' } = 1
  RETURN old, s, new, n.from AS on
}
WITH old, s, new, on
WHERE old <> new
  AND (old.companiesHouse IS NULL OR new.companiesHouse IS NULL OR old.companiesHouse <> new.companiesHouse)
WITH old, s, new, on,
     COUNT { (old)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from < on) AND (g.to IS NULL OR on <= g.to) } AS oldSize,
     COUNT { (new)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from <= on) AND (g.to IS NULL OR on < g.to) } AS newSize,
     EXISTS { (s)-[n:GOVERNED_BY]->(new) WHERE n.from = on AND n.fromObservedAfter IS NOT NULL } AS seen,
     on.year - CASE WHEN on.month < 9 THEN 1 ELSE 0 END AS year
RETURN year + '/' + right(toString(year + 1), 2) AS academicYear, count(*) AS transfers,
       count(CASE WHEN oldSize >= 2 AND newSize >= 2 THEN 1 END) AS betweenGroups,
       count(CASE WHEN old:SingleAcademyTrust THEN 1 END) AS fromSingle, count(CASE WHEN seen THEN 1 END) AS observed
ORDER BY academicYear
