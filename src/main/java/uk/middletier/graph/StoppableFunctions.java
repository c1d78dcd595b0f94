package uk.middletier.graph;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.neo4j.exceptions.CypherTypeException;
import org.neo4j.exceptions.InvalidSemanticsException;
import org.neo4j.internal.kernel.api.exceptions.ProcedureException;
import org.neo4j.internal.kernel.api.procs.Neo4jTypes;
import org.neo4j.internal.kernel.api.procs.QualifiedName;
import org.neo4j.internal.kernel.api.procs.UserFunctionHandle;
import org.neo4j.internal.kernel.api.procs.UserFunctionSignature;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.QueryLanguage;
import org.neo4j.kernel.api.procedure.CallableUserFunction;
import org.neo4j.kernel.api.procedure.Context;
import org.neo4j.kernel.api.procedure.GlobalProcedures;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.TextValue;
import org.neo4j.values.storable.Values;
import org.neo4j.values.virtual.ListValue;

/** The functions that {@link StoppableExpressions} puts into plans. They change no answer, only whether it ends. */
final class StoppableFunctions {
    private static final String NAMESPACE = "middletier";
    private static final QualifiedName LIST = new QualifiedName(NAMESPACE, "stoppable");
    private static final QualifiedName MATCHES = new QualifiedName(NAMESPACE, "matches");

    /** Shorter lists are left as they are: a loop within a loop asks for its list anew and so looks at the clock. */
    private static final int SHORT = 256;

    private StoppableFunctions() {}

    static void register(GlobalProcedures procedures) throws ProcedureException {
        procedures.register(new Stoppable());
        procedures.register(new Matches());
    }

    static UserFunctionHandle list(GlobalProcedures procedures) {
        return procedures.getCurrentView().function(LIST, QueryLanguage.CYPHER_5);
    }

    static UserFunctionHandle matches(GlobalProcedures procedures) {
        return procedures.getCurrentView().function(MATCHES, QueryLanguage.CYPHER_5);
    }

    /** The list, ending with its transaction; what is not a list as it is. */
    private static final class Stoppable extends CallableUserFunction.BasicUserFunction {
        Stoppable() {
            super(UserFunctionSignature.functionSignature(LIST)
                    .in("list", Neo4jTypes.NTAny)
                    .out(Neo4jTypes.NTAny)
                    .description("The same list; going over it ends with the transaction.")
                    .threadSafe()
                    .build());
        }

        @Override
        public AnyValue apply(Context context, AnyValue[] input) throws ProcedureException {
            KernelTransaction transaction = context.kernelTransaction();
            transaction.assertOpen();
            return input[0] instanceof ListValue list && list.actualSize() > SHORT
                    ? new StoppableList(list, transaction)
                    : input[0];
        }
    }

    /** What {@code =~} says. */
    private static final class Matches extends CallableUserFunction.BasicUserFunction {
        Matches() {
            super(UserFunctionSignature.functionSignature(MATCHES)
                    .in("text", Neo4jTypes.NTAny)
                    .in("pattern", Neo4jTypes.NTAny)
                    .out(Neo4jTypes.NTAny)
                    .description("Whether the whole text matches the regular expression.")
                    .threadSafe()
                    .build());
        }

        @Override
        public AnyValue apply(Context context, AnyValue[] input) throws ProcedureException {
            if (!(input[0] instanceof TextValue text) || Values.NO_VALUE.equals(input[1])) {
                return Values.NO_VALUE;
            }
            if (!(input[1] instanceof TextValue pattern)) {
                String found = input[1].toString();
                throw CypherTypeException.expectedString(found, found, input[1].getTypeName());
            }
            KernelTransaction transaction = context.kernelTransaction();
            try {
                CharSequence characters = new StoppableText(text.stringValue(), transaction);
                return Values.booleanValue(Pattern.compile(pattern.stringValue())
                        .matcher(characters)
                        .matches());
            } catch (PatternSyntaxException e) {
                throw InvalidSemanticsException.invalidRegex(e.getMessage(), pattern.stringValue());
            }
        }
    }
}
