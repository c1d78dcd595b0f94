package uk.middletier.graph;

import java.lang.reflect.Field;
import java.util.Map;
import org.neo4j.common.DependencyResolver;
import org.neo4j.cypher.internal.Compiler;
import org.neo4j.cypher.internal.CompilerFactory;
import org.neo4j.cypher.internal.CypherCurrentCompiler;
import org.neo4j.cypher.internal.CypherRuntime;
import org.neo4j.cypher.internal.ExecutionPlan;
import org.neo4j.cypher.internal.LogicalQuery;
import org.neo4j.cypher.internal.RuntimeContext;
import org.neo4j.cypher.internal.javacompat.ExecutionEngine;
import org.neo4j.cypher.internal.options.CypherPlannerOption;
import org.neo4j.cypher.internal.options.CypherRuntimeOption;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.kernel.impl.query.QueryExecutionEngine;
import org.neo4j.kernel.impl.query.TransactionalContext;
import scala.Function0;
import scala.Option;

/**
 * Makes a database's Cypher look at the clock and at the heap inside expressions too.
 *
 * <p>Neo4j ends a read between two rows. What one expression does with a list, it does to the end: {@code reduce(n = 0,
 * i IN range(1, 1000000000) | n + i)} runs for half a minute whatever the limit, and {@code [i IN range(1, 1000000000)
 * | i]} fills the heap, which Neo4j does not count there. So each plan is compiled with its expressions {@linkplain
 * StoppableExpressions rewritten} to go over lists that end with their transaction.
 *
 * <p>The Community edition has no door for this: its engine is made deep inside. Its compiler factory is therefore
 * exchanged by reflection, before anything is compiled.
 */
final class StoppableCypher {
    private StoppableCypher() {}

    /**
     * Exchanges the database's compiler factory.
     *
     * @throws GraphException unavailable: this is another version of Neo4j, and its engine looks otherwise
     */
    static void install(DependencyResolver database) {
        try {
            GlobalProcedures procedures = database.resolveDependency(GlobalProcedures.class);
            StoppableFunctions.register(procedures);
            StoppableExpressions expressions = new StoppableExpressions(
                    StoppableFunctions.list(procedures), StoppableFunctions.matches(procedures));
            ExecutionEngine engine = (ExecutionEngine) database.resolveDependency(QueryExecutionEngine.class);
            Object library = field(engine.getCypherExecutionEngine().masterCompiler(), "compilerLibrary");
            Field factory = accessible(library, "factory");
            factory.set(library, new StoppableFactory((CompilerFactory) factory.get(library), expressions));
            ((Map<?, ?>) field(library, "compilers")).clear();
            engine.clearQueryCaches();
        } catch (ReflectiveOperationException | ProcedureException | ClassCastException e) {
            throw new GraphException(
                    GraphException.Kind.UNAVAILABLE, "the engine of this version of Neo4j is not known", e);
        }
    }

    private static Object field(Object owner, String name) throws ReflectiveOperationException {
        return accessible(owner, name).get(owner);
    }

    private static Field accessible(Object owner, String name) throws NoSuchFieldException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Makes Neo4j's compilers, with our runtime in them. */
    private record StoppableFactory(CompilerFactory factory, StoppableExpressions expressions)
            implements CompilerFactory {
        @Override
        public boolean supportsAdministrativeCommands() {
            return factory.supportsAdministrativeCommands();
        }

        @Override
        public Compiler createCompiler(
                CypherPlannerOption planner,
                CypherRuntimeOption runtime,
                boolean materialised,
                Function0<org.neo4j.cypher.internal.ExecutionEngine> engine,
                Option<Function0<org.neo4j.cypher.internal.ExecutionEngine>> other) {
            return stoppable(
                    (CypherCurrentCompiler<?>) factory.createCompiler(planner, runtime, materialised, engine, other));
        }

        private <C extends RuntimeContext> Compiler stoppable(CypherCurrentCompiler<C> compiler) {
            return compiler.copy(
                    compiler.planner(),
                    new StoppableRuntime<>(compiler.runtime(), expressions),
                    compiler.contextManager(),
                    compiler.kernelMonitors(),
                    compiler.queryCaches());
        }
    }

    /** Neo4j's runtime, which is given rewritten plans. */
    private record StoppableRuntime<C extends RuntimeContext>(
            CypherRuntime<C> runtime, StoppableExpressions expressions) implements CypherRuntime<C> {
        @Override
        public ExecutionPlan compileToExecutable(
                LogicalQuery query, C context, TransactionalContext.DatabaseMode mode) {
            LogicalQuery stoppable = query.copy(
                    expressions.rewrite(query.logicalPlan()),
                    query.queryText(),
                    query.readOnly(),
                    query.resultColumns(),
                    query.semanticTable(),
                    query.effectiveCardinalities(),
                    query.providedOrders(),
                    query.leveragedOrders(),
                    query.hasLoadCSV(),
                    query.idGen(),
                    query.doProfile(),
                    query.executionPlanCacheKeyHash(),
                    query.executionModel());
            return runtime.compileToExecutable(stoppable, context, mode);
        }

        @Override
        public String name() {
            return runtime.name();
        }

        @Override
        public Option<CypherRuntimeOption> correspondingRuntimeOption() {
            return runtime.correspondingRuntimeOption();
        }
    }
}
