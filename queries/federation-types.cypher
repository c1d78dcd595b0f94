// Types of federation, by rule from the record
// A row for each federation of two or more open schools (URNs) on the day, with the types of Chapman and Muijs it
// fits: cross-phase; size (two schools under 100 pupils, or one and another of 100 to 300); mainstreaming (special
// with mainstream); faith (all of one denomination); academy. A federation may fit several or none. The type
// "performance" needs ratings at formation, which the register does not keep. Pupils are those of the latest census.
//
// @tags    federations, types
// @param   asOf  date  = release  the day
// @returns federationId string, federation string, schools integer, crossPhase boolean, size boolean
// @returns mainstreaming boolean, faith boolean, academy boolean
// @source  Chapman & Muijs 2014
// @expect  unique federationId
MATCH (f:Federation)<-[m:MEMBER_OF]-(s:School)
WHERE (m.from IS NULL OR m.from <= $asOf) AND (m.to IS NULL OR $asOf < m.to)
  AND s.everOpen AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
WITH f, collect(s) AS run, collect(s.phase) AS phases
WHERE size(run) >= 2
WITH f, run, phases, head(run).religiousCharacter AS faith,
     [s IN run WHERE toLower(coalesce(s.type, '')) CONTAINS 'special'] AS special,
     [s IN run WHERE s.pupils < 100] AS small, [s IN run WHERE 100 <= s.pupils <= 300] AS middling
RETURN f.id AS federationId, f.name AS federation, size(run) AS schools,
       'All-through' IN phases
         OR any(p IN phases WHERE p IN ['Primary', 'Middle deemed primary'])
           AND any(p IN phases WHERE p IN ['Secondary', 'Middle deemed secondary']) AS crossPhase,
       size(small) >= 2 OR size(small) = 1 AND size(middling) >= 1 AS size,
       0 < size(special) < size(run) AS mainstreaming,
       coalesce(faith <> 'None' AND all(s IN run WHERE coalesce(s.religiousCharacter, 'None') = faith), false) AS faith,
       any(s IN run WHERE NOT s.group IN ['la-maintained', 'welsh-maintained', 'other']) AS academy
ORDER BY schools DESC, federationId
