// Academy trusts in bins of size
// A row for each bin of Hill (2015): trusts with so many open schools (URNs) on the day, their schools, and the bin's
// share of all schools in known trusts. Spells that ended before April 2017 are not in the sources, so trusts of
// earlier days come out smaller than they were. For the bin of ten or more, see trust-sizes-by-year.
//
// @tags    trusts, size
// @param   asOf  date  = release  the day
// @returns bin string, smallest integer, trusts integer, schools integer, share decimal
// @source  Hill 2015
// @expect  rows > 0
// @expect  unique bin
MATCH (trust:Body)<-[g:GOVERNED_BY]-(s:School)
WHERE trust.kind IN ['MultiAcademyTrust', 'SingleAcademyTrust']
  AND (g.from IS NULL OR g.from <= $asOf) AND (g.to IS NULL OR $asOf < g.to)
WITH trust, count(s) AS size
WITH CASE
       WHEN size = 1 THEN {smallest: 1, bin: '1'}
       WHEN size <= 5 THEN {smallest: 2, bin: '2-5'}
       WHEN size <= 10 THEN {smallest: 6, bin: '6-10'}
       WHEN size <= 20 THEN {smallest: 11, bin: '11-20'}
       WHEN size <= 30 THEN {smallest: 21, bin: '21-30'}
       ELSE {smallest: 31, bin: '31+'}
     END AS b, count(trust) AS trusts, sum(size) AS schools
WITH collect({b: b, trusts: trusts, schools: schools}) AS bins, sum(schools) AS whole
UNWIND bins AS x
RETURN x.b.bin AS bin, x.b.smallest AS smallest, x.trusts AS trusts, x.schools AS schools,
       toFloat(x.schools) / whole AS share
ORDER BY smallest
