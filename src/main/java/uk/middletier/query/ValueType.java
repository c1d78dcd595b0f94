package uk.middletier.query;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a parameter of a saved query takes. */
public sealed interface ValueType {
    /** As it stands in a header: {@code integer}, {@code enum(Primary|Secondary)}. */
    String word();

    /** Any text. */
    record Text() implements ValueType {
        @Override
        public String word() {
            return "string";
        }
    }

    /** A whole number within bounds; null = no bound. */
    record Whole(@Nullable Long min, @Nullable Long max) implements ValueType {
        @Override
        public String word() {
            return "integer";
        }
    }

    /** A number within bounds; null = no bound. */
    record Decimal(@Nullable Double min, @Nullable Double max) implements ValueType {
        @Override
        public String word() {
            return "decimal";
        }
    }

    /** True or false. */
    record Flag() implements ValueType {
        @Override
        public String word() {
            return "boolean";
        }
    }

    /** A day. */
    record Day() implements ValueType {
        @Override
        public String word() {
            return "date";
        }
    }

    /** One of a few words, in the order of the header. */
    record Choice(List<String> words) implements ValueType {
        @Override
        public String word() {
            return "enum(" + String.join("|", words) + ")";
        }
    }

    /**
     * One of the values that a statement gives.
     *
     * @param statement gives a column {@code value}, and a column {@code label} if what people read is something else
     */
    record Options(String statement) implements ValueType {
        @Override
        public String word() {
            return "enum";
        }
    }

    /** The id of a node that is there, with one of these labels; the statement gets the whole id. */
    record Id(Set<String> labels) implements ValueType {
        @Override
        public String word() {
            return "id(" + String.join("|", labels) + ")";
        }
    }

    /** Any number of values of a type. */
    record Several(ValueType of) implements ValueType {
        @Override
        public String word() {
            return "list(" + of.word() + ")";
        }
    }
}
