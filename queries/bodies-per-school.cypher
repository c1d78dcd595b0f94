// How many bodies of the middle tier each school answers to
// A row for each number of bodies: open state-funded schools (URNs) on the day that have so many. Counted are who
// governs the school, federations, foundation trusts and other groups, sponsors, the diocese, and, for a school in a
// trust, the local authority in whose area it lies (which still has duties for places and admissions); in Wales the
// consortium. A trust that no source names counts as one.
//
// @tags    organisations, composition
// @param   asOf  date  = release  the day
// @returns bodies integer, schools integer, maintained integer, inTrusts integer, share decimal
// @source  Jopling & Hadfield 2015
// @expect  rows > 0
// @expect  unique bodies
MATCH (s:School)-[g:GOVERNED_BY]->(governor)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH s, governor,
     1 + CASE WHEN governor:LocalAuthority THEN 0 ELSE 1 END
     + COUNT { (s)-[m:MEMBER_OF|SPONSORED_BY]->(:Body)
         WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to) }
     + COUNT { (s)-[d:IN_AREA]->(:Diocese)
         WHERE (d.from IS NULL OR d.from <= $asOf) AND (d.to IS NULL OR $asOf < d.to) }
     + CASE s.group WHEN 'welsh-maintained' THEN COUNT { (governor)-[w:IN_AREA]->(:Consortium)
         WHERE (w.from IS NULL OR w.from <= $asOf) AND (w.to IS NULL OR $asOf < w.to) } ELSE 0 END AS bodies
WITH bodies, count(s) AS schools, count(CASE WHEN governor:LocalAuthority THEN 1 END) AS maintained
WITH collect({bodies: bodies, schools: schools, maintained: maintained}) AS counts, sum(schools) AS whole
UNWIND counts AS c
RETURN c.bodies AS bodies, c.schools AS schools, c.maintained AS maintained, c.schools - c.maintained AS inTrusts,
       toFloat(c.schools) / whole AS share
ORDER BY bodies
