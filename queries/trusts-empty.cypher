// Trusts on the register that run no school
// A row for each academy trust that stands open on the day without an open school: new ones whose first school has yet
// to open, and those that lost their last. lastSchoolLeft is empty for a trust that never had one in the record.
//
// @tags    trusts, quality
// @param   asOf  date  = release  the day
// @returns trustId string, trust string, kind string, opened date?, lastSchoolLeft date?, schoolsEver integer
// @returns firstSchoolOpens date?
// @expect  unique trustId
MATCH (trust:Body)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND trust.everOpen AND (trust.from IS NULL OR trust.from <= $asOf) AND (trust.to IS NULL OR $asOf < trust.to)
  AND NOT EXISTS { (trust)<-[g:GOVERNED_BY]-(:School)
    WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to) }
OPTIONAL MATCH (trust)<-[g:GOVERNED_BY]-(s:School)
RETURN trust.id AS trustId, trust.name AS trust, trust.kind AS kind, trust.from AS opened,
       max(CASE WHEN g.to <= $asOf THEN g.to END) AS lastSchoolLeft, count(DISTINCT s) AS schoolsEver,
       min(CASE WHEN g.from > $asOf THEN g.from END) AS firstSchoolOpens
ORDER BY schoolsEver DESC, trustId
