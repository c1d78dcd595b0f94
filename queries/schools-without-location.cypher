// Open schools whose place is not known
// A row for each open state-funded school (URN) on the day without a location: it is left out wherever distances are
// measured. The postcode may still find it.
//
// @tags    quality, geography
// @param   asOf  date  = release  the day
// @returns urn integer, school string, group string, authorityId string?, authority string?, postcode string?
// @expect  unique urn
MATCH (s:School)
WHERE s.location IS NULL AND s.stateFunded AND s.everOpen
  AND (s.from IS NULL OR s.from <= $asOf) AND (s.to IS NULL OR $asOf < s.to)
OPTIONAL MATCH (s)-[i:IN_AREA]->(la:LocalAuthority)
WHERE (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
RETURN s.urn AS urn, s.name AS school, s.group AS group, la.id AS authorityId, la.name AS authority,
       s.postcode AS postcode
ORDER BY urn
