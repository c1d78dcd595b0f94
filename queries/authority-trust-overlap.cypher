// Trusts at work in each authority
// A row for each authority and trust with an open school (URN) there on the day: how many, the share they are of the
// authority's state-funded schools, and the share of the trust's schools that lie there. The cells of the matrix of
// areas and bodies that are not empty.
//
// @tags    overlap, trusts, authorities
// @param   asOf        date                = release  the day
// @param   authority   id(LocalAuthority)?           only this authority
// @param   minSchools  integer             = 1  min 1  schools at least
// @returns authorityId string, authority string, trustId string, trust string, schools integer, areaSchools integer
// @returns trustSchools integer, shareOfArea decimal, shareOfBody decimal
// @expect  rows > 0
// @expect  unique authorityId, trustId
MATCH (la:LocalAuthority)<-[i:IN_AREA]-(s:School)-[g:GOVERNED_BY]->(body)
WHERE ($authority IS NULL OR la.id = $authority)
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
  AND (i.from IS NULL OR i.from <= $asOf) AND (i.to IS NULL OR $asOf < i.to)
WITH la, body, count(s) AS schools
WITH la, sum(schools) AS areaSchools,
     collect(CASE WHEN body:MultiAcademyTrust OR body:SingleAcademyTrust
       THEN {trust: body, schools: schools} END) AS cells
UNWIND cells AS cell
WITH la, areaSchools, cell.trust AS trust, cell.schools AS schools
WHERE schools >= $minSchools
WITH trust, collect({la: la, areaSchools: areaSchools, schools: schools}) AS cells
WITH cells, trust,
     COUNT { (trust)<-[g:GOVERNED_BY]-(:School)
       WHERE (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to) } AS trustSchools
UNWIND cells AS cell
RETURN cell.la.id AS authorityId, cell.la.name AS authority, trust.id AS trustId, trust.name AS trust,
       cell.schools AS schools, cell.areaSchools AS areaSchools, trustSchools,
       toFloat(cell.schools) / cell.areaSchools AS shareOfArea, toFloat(cell.schools) / trustSchools AS shareOfBody
ORDER BY authority, authorityId, schools DESC, trustId
