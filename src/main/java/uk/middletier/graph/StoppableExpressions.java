package uk.middletier.graph;

import java.util.List;
import org.neo4j.cypher.internal.expressions.AllIterablePredicate;
import org.neo4j.cypher.internal.expressions.AnyIterablePredicate;
import org.neo4j.cypher.internal.expressions.Expression;
import org.neo4j.cypher.internal.expressions.FunctionInvocation;
import org.neo4j.cypher.internal.expressions.ListComprehension;
import org.neo4j.cypher.internal.expressions.NoneIterablePredicate;
import org.neo4j.cypher.internal.expressions.ReduceExpression;
import org.neo4j.cypher.internal.expressions.RegexMatch;
import org.neo4j.cypher.internal.expressions.SingleIterablePredicate;
import org.neo4j.cypher.internal.frontend.phases.FieldSignature;
import org.neo4j.cypher.internal.frontend.phases.QualifiedName;
import org.neo4j.cypher.internal.frontend.phases.ResolvedFunctionInvocation;
import org.neo4j.cypher.internal.frontend.phases.UserFunctionSignature;
import org.neo4j.cypher.internal.logical.plans.LogicalPlan;
import org.neo4j.cypher.internal.util.InputPosition;
import org.neo4j.cypher.internal.util.bottomUp;
import org.neo4j.cypher.internal.util.symbols.AnyType;
import org.neo4j.cypher.internal.util.symbols.CypherType;
import org.neo4j.internal.kernel.api.procs.UserFunctionHandle;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.IndexedSeq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * Rewrites the expressions of a plan so that what goes over a list, {@code reduce}, list comprehensions, {@code all},
 * {@code any}, {@code none} and {@code single}, goes over one that ends with its transaction; so do the numbers of
 * {@code range}, which need no list to be many, and a regular expression, which need not be long to take for ever.
 */
final class StoppableExpressions {
    private final UserFunctionSignature list;
    private final UserFunctionSignature matches;
    private final Function1<Object, Object> rewriter;

    StoppableExpressions(UserFunctionHandle list, UserFunctionHandle matches) {
        this.list = signature(list, 1);
        this.matches = signature(matches, 2);
        this.rewriter = bottomUp.apply(
                new AbstractFunction1<>() {
                    @Override
                    public Object apply(Object node) {
                        return rewritten(node);
                    }
                },
                bottomUp.apply$default$2(),
                bottomUp.apply$default$3());
    }

    LogicalPlan rewrite(LogicalPlan plan) {
        return (LogicalPlan) rewriter.apply(plan);
    }

    private Object rewritten(Object node) {
        if (node instanceof ReduceExpression reduce) {
            return reduce.copy(reduce.scope(), reduce.init(), stoppable(reduce.list()), reduce.position());
        }
        if (node instanceof ListComprehension comprehension) {
            return comprehension.copy(
                    comprehension.scope(), stoppable(comprehension.expression()), comprehension.position());
        }
        if (node instanceof AllIterablePredicate all) {
            return all.copy(all.scope(), stoppable(all.expression()), all.position());
        }
        if (node instanceof AnyIterablePredicate any) {
            return any.copy(any.scope(), stoppable(any.expression()), any.position());
        }
        if (node instanceof NoneIterablePredicate none) {
            return none.copy(none.scope(), stoppable(none.expression()), none.position());
        }
        if (node instanceof SingleIterablePredicate single) {
            return single.copy(single.scope(), stoppable(single.expression()), single.position());
        }
        if (node instanceof FunctionInvocation function && "range".equalsIgnoreCase(function.name())) {
            return stoppable(function);
        }
        if (node instanceof RegexMatch match) {
            return call(matches, match, match.lhs(), match.rhs());
        }
        return node;
    }

    private Expression stoppable(Expression expression) {
        return call(list, expression, expression);
    }

    private static Expression call(UserFunctionSignature function, Expression place, Expression... arguments) {
        return new ResolvedFunctionInvocation(
                function.name(), Option.apply(function), several(List.of(arguments)), place.position());
    }

    private static UserFunctionSignature signature(UserFunctionHandle function, int arguments) {
        var name = function.signature().name();
        CypherType any = new AnyType(true, InputPosition.NONE());
        FieldSignature[] inputs = new FieldSignature[arguments];
        for (int i = 0; i < arguments; i++) {
            inputs[i] = new FieldSignature("value" + i, any, Option.empty(), false, false, "");
        }
        return new UserFunctionSignature(
                new QualifiedName(several(List.of(name.namespace())), name.name()),
                several(List.of(inputs)),
                any,
                Option.empty(),
                Option.empty(),
                false,
                function.id(),
                false,
                true);
    }

    private static <T> IndexedSeq<T> several(List<? extends T> items) {
        return CollectionConverters.<T>asScala(List.<T>copyOf(items)).toIndexedSeq();
    }
}
