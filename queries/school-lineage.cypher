// The predecessors and successors of a school
// A row for each record (URN) from which a school came or that came of it: how many steps before it (negative) or
// after, by which kind of link the nearer record follows, who governed it at last. Takes in mergers, amalgamations and
// splits; links of the kind "other" (sixth-form centres) are left out. Without a school: the one of the longest
// lineage.
//
// @tags    lineage, schools
// @param   school  id(School)?  the school; absent: one with the longest lineage
// @returns steps integer, urn integer, school string, type string?, status string?, opened date?, closed date?
// @returns kind string?, on date?, bodyId string?, body string?
// @expect  rows > 0
// @expect  unique urn
CALL () {
  MATCH (s:School {id: $school})
  RETURN s
  UNION ALL
  MATCH (k:School)
  WHERE $school IS NULL
  WITH k.lineage AS lineage, count(k) AS records, min(k.urn) AS first
  ORDER BY records DESC, first
  LIMIT 1
  MATCH (s:School {urn: first})
  RETURN s
}
CALL (s) {
  MATCH path = (other:School)-[:SUCCEEDED_BY*0..10]->(s)
  WHERE all(l IN relationships(path) WHERE l.kind <> 'other')
  RETURN other, -length(path) AS steps, head(relationships(path)) AS link
  UNION ALL
  MATCH path = (s)-[:SUCCEEDED_BY*1..10]->(other:School)
  WHERE all(l IN relationships(path) WHERE l.kind <> 'other')
  RETURN other, length(path) AS steps, last(relationships(path)) AS link
}
WITH other, steps, link
ORDER BY abs(steps), link.on, link.kind
WITH other, collect({steps: steps, link: link})[0] AS nearest
WITH other, nearest.steps AS steps, nearest.link AS link,
     COLLECT { MATCH (other)-[g:GOVERNED_BY]->(body)
       RETURN body ORDER BY coalesce(g.to, date('9999-12-31')) DESC, body.id LIMIT 1 }[0] AS body
RETURN steps, other.urn AS urn, other.name AS school, other.type AS type, other.status AS status, other.from AS opened,
       other.to AS closed, link.kind AS kind, coalesce(link.on, CASE WHEN steps > 0 THEN other.from END) AS on,
       body.id AS bodyId, body.name AS body
ORDER BY steps, opened, urn
