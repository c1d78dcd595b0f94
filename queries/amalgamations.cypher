// Schools that came of several
// A row for each school (URN) into which two or more others were amalgamated or merged within the window: when it
// opened, and the schools before it. A link may have no day of its own: then the day the school opened counts.
//
// @tags    lineage, schools, mergers
// @param   from  date  = 2010-01-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns on date, urn integer, school string, phase string?, kinds list(string), before integer
// @returns beforeUrns list(integer), beforeNames list(string)
// @expect  rows > 0
// @expect  unique urn
MATCH (before:School)-[link:SUCCEEDED_BY]->(s:School)
WHERE link.kind IN ['amalgamated', 'merged', 'plain'] AND s.everOpen AND $from <= coalesce(link.on, s.from) < $to
WITH s, link, before
ORDER BY before.urn, link.kind
WITH s, max(coalesce(link.on, s.from)) AS on, collect(DISTINCT link.kind) AS kinds, collect(DISTINCT before) AS befores
WHERE size(befores) >= 2
RETURN on, s.urn AS urn, s.name AS school, s.phase AS phase, kinds, size(befores) AS before,
       [b IN befores | b.urn] AS beforeUrns, [b IN befores | b.name] AS beforeNames
ORDER BY on DESC, urn
