package uk.middletier.build;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.middletier.model.Period;
import uk.middletier.model.Properties;

/** Properties of a node or relationship as they are put together: what is null is absent. */
final class Props {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Props put(String name, @Nullable Object value) {
        if (value instanceof Integer number) {
            values.put(name, number.longValue());
        } else if (value != null) {
            values.put(name, value);
        }
        return this;
    }

    Props put(Period period) {
        return put(Properties.FROM, period.from()).put(Properties.TO, period.to());
    }

    Props put(Life life) {
        return put(life.period())
                .put(Properties.FROM_KNOWN, life.fromKnown())
                .put(Properties.TO_KNOWN, life.toKnown())
                .put(Properties.EVER_OPEN, life.everOpen());
    }

    Map<String, Object> toMap() {
        return values;
    }
}
