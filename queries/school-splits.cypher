// Schools that were split
// A row for each school (URN) that gave rise to two or more others within the window: when, and into which. Counts
// links of the kinds split and plain from one record to several, so a school replaced by an infant and a junior school
// is here.
//
// @tags    lineage, schools
// @param   from  date  = 2000-01-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns on date, urn integer, school string, kinds list(string), after integer, afterUrns list(integer)
// @returns afterNames list(string)
// @expect  unique urn
MATCH (s:School)-[link:SUCCEEDED_BY]->(after:School)
WHERE link.kind IN ['split', 'plain'] AND after.everOpen AND $from <= coalesce(link.on, after.from) < $to
WITH s, link, after
ORDER BY after.urn, link.kind
WITH s, max(coalesce(link.on, after.from)) AS on, collect(DISTINCT link.kind) AS kinds,
     collect(DISTINCT after) AS afters
WHERE size(afters) >= 2
RETURN on, s.urn AS urn, s.name AS school, kinds, size(afters) AS after, [a IN afters | a.urn] AS afterUrns,
       [a IN afters | a.name] AS afterNames
ORDER BY on DESC, urn
