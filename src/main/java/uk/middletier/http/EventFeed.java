package uk.middletier.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.middletier.export.AtomFeed;
import uk.middletier.model.Ref;
import uk.middletier.timeline.EventKind;
import uk.middletier.timeline.Ledger;
import uk.middletier.timeline.LedgerEntry;

/** Events as a feed: newest first, a page at a time, every entry under an id that the next release keeps. */
final class EventFeed {
    private static final long MOST = 100;
    /** A tag of this software (RFC 4151): neither host nor release is in it, since both change. */
    private static final String TAG = "tag:middletier.uk,2026:";

    private EventFeed() {}

    /** Of the places of entries in a ledger, oldest first. */
    static Answer of(Question question, Ledger ledger, int[] found) {
        Page page = question.page();
        Long limit = page.limit();
        long most = limit == null ? MOST : Math.min(limit, MOST);
        List<AtomFeed.Entry> entries = new ArrayList<>();
        long place = found.length - 1 - page.skip();
        for (; place >= 0 && entries.size() < most; place--) {
            entries.add(entry(ledger.get(found[(int) place])));
        }
        Links links = new Links(question);
        LocalDate updated = entries.isEmpty()
                ? question.release().manifest().extractDate()
                : entries.get(0).updated();
        return new Answer.Feed(new AtomFeed(
                TAG + "feed:" + identity(question),
                title(question),
                updated,
                page.skip() == 0 ? links.feed() : links.nextOfFeed(page.skip()),
                place >= 0 ? links.nextOfFeed(page.skip() + entries.size()) : null,
                String.join(" ", Envelope.attribution(question.release().manifest())),
                entries));
    }

    /** A feed goes on: the days it was asked for by default make no other feed. */
    private static String identity(Question question) {
        return question.path() + "?"
                + question.parameters()
                        .without(Window.FROM.name(), Window.TO.name(), Parameter.LIMIT.name(), Parameter.CURSOR.name())
                        .query();
    }

    private static String title(Question question) {
        Parameters parameters = question.parameters();
        Vocabulary.Area area = parameters.area();
        Ref body = parameters.body("body");
        return "What happened to schools and who runs them"
                + (area == null ? "" : ": " + area.name())
                + (body == null ? "" : ": " + body.name());
    }

    private static AtomFeed.Entry entry(LedgerEntry entry) {
        Ref subject = subject(entry);
        return new AtomFeed.Entry(
                TAG + "event:" + entry.id(),
                subject.name() + ": " + entry.kind().word().replace('-', ' '),
                entry.date(),
                entry.kind().word(),
                summary(entry),
                address(entry, subject));
    }

    private static Ref subject(LedgerEntry entry) {
        Ref body = entry.from() == null ? entry.to() : entry.from();
        Ref subject = entry.school() == null ? body : entry.school();
        if (subject == null) {
            throw new IllegalStateException("nobody to whom " + entry.id() + " happened");
        }
        return subject;
    }

    private static String address(LedgerEntry entry, Ref subject) {
        return entry.school() == null
                ? "/v1/bodies/" + subject.id() + "/history"
                : "/v1/schools/" + subject.id().substring("school:".length()) + "/history";
    }

    private static String summary(LedgerEntry entry) {
        List<String> parts = new ArrayList<>();
        add(parts, "from ", name(entry.from()));
        add(parts, "to ", entry.kind() == EventKind.RENAMED ? null : name(entry.to()));
        add(parts, "formerly ", entry.formerName());
        add(parts, "other URN ", entry.otherUrn());
        add(parts, "schools: ", entry.schools());
        add(parts, "in ", name(entry.area()));
        add(parts, "after ", entry.observedAfter());
        return entry.date() + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
    }

    private static void add(List<String> parts, String before, @Nullable Object value) {
        if (value != null) {
            parts.add(before + value);
        }
    }

    private static @Nullable String name(@Nullable Ref ref) {
        return ref == null ? null : ref.name();
    }
}
