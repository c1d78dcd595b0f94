// What the record does not know of open schools
// A row for each kind of school and property: open state-funded schools (URNs) on the day without it, and their share.
// Only what is missing at all has a row. Pupils, ratings and the like are of the latest register, so a day long past
// shows more gaps; an opening day is often missing because the school is older than the register.
//
// @tags    quality
// @param   asOf      date  = release  the day
// @param   property  enum(pupils|location|from|phase|ofstedRating|capacity|fsmPercent|religiousCharacter|urbanRural|postcode|trust)?  only this property
// @returns property string, group string, schools integer, missing integer, share decimal
// @expect  rows > 0
// @expect  unique property, group
MATCH (s:School)-[g:GOVERNED_BY]->(body)
WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH s.group AS group, count(s) AS schools,
     [{property: 'pupils', known: count(s.pupils)}, {property: 'location', known: count(s.location)},
      {property: 'from', known: count(s.from)}, {property: 'phase', known: count(s.phase)},
      {property: 'ofstedRating', known: count(s.ofstedRating)}, {property: 'capacity', known: count(s.capacity)},
      {property: 'fsmPercent', known: count(s.fsmPercent)},
      {property: 'religiousCharacter', known: count(s.religiousCharacter)},
      {property: 'urbanRural', known: count(s.urbanRural)}, {property: 'postcode', known: count(s.postcode)},
      {property: 'trust', known: count(CASE WHEN NOT body:UnknownTrust THEN 1 END)}] AS properties
UNWIND properties AS p
WITH group, schools, p
WHERE p.known < schools AND ($property IS NULL OR p.property = $property)
RETURN p.property AS property, group, schools, schools - p.known AS missing,
       toFloat(schools - p.known) / schools AS share
ORDER BY property, group
