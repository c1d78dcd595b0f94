package uk.middletier.graph;

import java.util.Iterator;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.values.AnyValue;
import org.neo4j.values.storable.ValueRepresentation;
import org.neo4j.values.virtual.ListValue;

/** A list that, every so many items, asks whether its transaction is still to go on and the heap still has room. */
final class StoppableList extends ListValue {
    private static final int STRIDE = 0x3FF;

    private final ListValue list;
    private final KernelTransaction transaction;
    private int asked;

    StoppableList(ListValue list, KernelTransaction transaction) {
        this.list = list;
        this.transaction = transaction;
    }

    private void look() {
        if ((++asked & STRIDE) == 0) {
            transaction.assertOpen();
            HeapWatch.assertRoom();
        }
    }

    @Override
    public Iterator<AnyValue> iterator() {
        Iterator<AnyValue> items = list.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public AnyValue next() {
                look();
                return items.next();
            }
        };
    }

    @Override
    public AnyValue value(long index) {
        look();
        return list.value(index);
    }

    @Override
    public ValueRepresentation itemValueRepresentation() {
        return list.itemValueRepresentation();
    }

    @Override
    public long actualSize() {
        return list.actualSize();
    }

    @Override
    public int intSize() {
        return list.intSize();
    }

    @Override
    public IterationPreference iterationPreference() {
        return list.iterationPreference();
    }

    @Override
    public long estimatedHeapUsage() {
        return list.estimatedHeapUsage();
    }
}
