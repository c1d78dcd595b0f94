// Changes whose day is only known to lie between two snapshots
// A row for each kind of relationship, kind of body and pair of snapshots: beginnings and ends that were only seen by
// comparing two snapshots and so happened after the one day and by the other. They are dated to the second: series
// pile up on those days.
//
// @tags    quality, change
// @param   from  date?  only those noticed on this day or later
// @returns relationship string, kind string, after date, by date, beginnings integer, ends integer
// @expect  unique relationship, kind, after, by
MATCH ()-[r:GOVERNED_BY|MEMBER_OF|SPONSORED_BY|IN_AREA|UNDER]->(body)
WHERE r.fromObservedAfter IS NOT NULL OR r.toObservedAfter IS NOT NULL
UNWIND [{after: r.fromObservedAfter, by: r.from, beginning: 1}, {after: r.toObservedAfter, by: r.to, beginning: 0}] AS x
WITH type(r) AS relationship, body.kind AS kind, x
WHERE x.after IS NOT NULL AND ($from IS NULL OR x.by >= $from)
RETURN relationship, kind, x.after AS after, x.by AS by, sum(x.beginning) AS beginnings, sum(1 - x.beginning) AS ends
ORDER BY relationship, kind, after, by
