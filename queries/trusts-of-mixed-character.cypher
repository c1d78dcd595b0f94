// Trusts that bring together schools of different religious character
// A row for each trust with an open school of a religious character and one of another or of none on the day: schools
// (URNs) with and without, and the characters. The register's character of a school, not that of the trust.
//
// @tags    religious character, trusts
// @param   asOf  date  = release  the day
// @returns trustId string, trust string, schools integer, withCharacter integer, without integer
// @returns characters list(string)
// @expect  unique trustId
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind = 'MultiAcademyTrust'
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH trust, CASE WHEN s.religiousCharacter <> 'None' THEN s.religiousCharacter END AS faith, count(s) AS held
ORDER BY faith
WITH trust, sum(held) AS schools, sum(CASE WHEN faith IS NULL THEN held ELSE 0 END) AS without, collect(faith) AS faiths
WHERE size(faiths) >= 2 OR size(faiths) = 1 AND without > 0
RETURN trust.id AS trustId, trust.name AS trust, schools, schools - without AS withCharacter, without,
       faiths AS characters
ORDER BY schools DESC, trustId
