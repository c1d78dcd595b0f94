// Inspection outcomes by phase and governance
// A row for each phase and sector of England: open state-funded schools (URNs) on the day, those with an overall
// Ofsted rating in the register, and how many have each. The rating is the latest one the register has, whatever the
// day; overall ratings ended in September 2024. Weak schools were made into sponsored academies: sectors are not
// alike.
//
// @tags    outcomes, composition, ofsted
// @param   asOf  date  = release  the day
// @returns phase string, sector string, schools integer, rated integer, outstanding integer, good integer
// @returns requiresImprovement integer, inadequate integer, goodOrBetterShare decimal?, earliest date?, latest date?
// @expect  rows > 0
// @expect  unique phase, sector
MATCH (s:School)-[g:GOVERNED_BY]->(body)
WHERE s.group <> 'welsh-maintained' AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH coalesce(s.phase, 'Not applicable') AS phase, s.ofstedRating AS rating, s.ofstedDate AS day,
     CASE
       WHEN body:LocalAuthority THEN 'la-maintained'
       WHEN body:MultiAcademyTrust THEN 'multi-academy-trust'
       WHEN body:SingleAcademyTrust THEN 'single-academy-trust'
       ELSE 'academy-trust-unknown'
     END AS sector
WITH phase, sector, count(*) AS schools, count(rating) AS rated,
     count(CASE WHEN rating = 'Outstanding' THEN 1 END) AS outstanding,
     count(CASE WHEN rating = 'Good' THEN 1 END) AS good,
     count(CASE WHEN rating = 'Requires improvement' THEN 1 END) AS requiresImprovement,
     count(CASE WHEN rating IN ['Inadequate', 'Special Measures', 'Serious Weaknesses'] THEN 1 END) AS inadequate,
     min(CASE WHEN rating IS NOT NULL THEN day END) AS earliest,
     max(CASE WHEN rating IS NOT NULL THEN day END) AS latest
RETURN phase, sector, schools, rated, outstanding, good, requiresImprovement, inadequate,
       CASE WHEN rated > 0 THEN toFloat(outstanding + good) / rated END AS goodOrBetterShare, earliest, latest
ORDER BY phase, sector
