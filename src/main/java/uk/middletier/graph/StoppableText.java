package uk.middletier.graph;

import org.neo4j.kernel.api.KernelTransaction;

/** Characters that stop being there when their transaction is over, which is how a regular expression is stopped. */
final class StoppableText implements CharSequence {
    private static final int STRIDE = 0xFFFF;

    private final String text;
    private final KernelTransaction transaction;
    private int asked;

    StoppableText(String text, KernelTransaction transaction) {
        this.text = text;
        this.transaction = transaction;
    }

    @Override
    public char charAt(int index) {
        if ((++asked & STRIDE) == 0) {
            transaction.assertOpen();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
