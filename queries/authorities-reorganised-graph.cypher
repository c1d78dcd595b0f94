// Local authorities that took the place of others
// A graph: authorities and those that succeeded them in reorganisations of local government within the window; a row
// for each pair. A county that was divided has several successors, and several districts may have become one.
//
// @tags    graph, authorities, change
// @param   from  date  = 1974-04-01  first day of the window
// @param   to    date  = release     the day after the last
// @returns before node, succeededBy relationship, after node
// @expect  rows > 0
MATCH (before:LocalAuthority)-[succeededBy:SUCCEEDED_BY]->(after:LocalAuthority)
WHERE $from <= coalesce(succeededBy.on, after.from) < $to
RETURN before, succeededBy, after
ORDER BY coalesce(succeededBy.on, after.from), before.id, after.id
