package uk.middletier.build;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.middletier.build.Groups.Group;
import uk.middletier.dataset.GroupRecord;
import uk.middletier.model.BodyKind;
import uk.middletier.model.Ids;
import uk.middletier.model.Labels;
import uk.middletier.model.NodeRow;
import uk.middletier.model.Properties;
import uk.middletier.model.RelationshipRow;
import uk.middletier.model.Relationships;

/** Groups to body nodes, and to successions where one company was registered anew under another UID. */
final class BodyNodes {
    private BodyNodes() {}

    static List<NodeRow> nodes(Collection<Group> groups, Companies companies) {
        List<NodeRow> nodes = new ArrayList<>();
        groups.forEach(group -> nodes.add(node(group, companies)));
        nodes.add(new NodeRow(
                Ids.UNKNOWN_TRUST,
                List.of(Labels.BODY, BodyKind.UNKNOWN_TRUST.label()),
                new Props()
                        .put(Properties.NAME, "Trust not known")
                        .put(Properties.KIND, BodyKind.UNKNOWN_TRUST.label())
                        .put(
                                Properties.FORMALITY,
                                BodyKind.UNKNOWN_TRUST.formality().word())
                        .put(Properties.EVER_OPEN, true)
                        .toMap()));
        return nodes;
    }

    /**
     * A trust that grows from one school to several often gets a new UID and keeps its company. Two such records with
     * one company number follow each other in the order of their UIDs.
     */
    static List<RelationshipRow> successions(Collection<Group> groups, Companies companies) {
        Map<String, List<Group>> byCompany = new TreeMap<>();
        for (Group group : groups) {
            String number = companies.find(group.id());
            if (number != null && Ids.isTrust(group.id())) {
                byCompany.computeIfAbsent(number, company -> new ArrayList<>()).add(group);
            }
        }
        List<RelationshipRow> rows = new ArrayList<>();
        for (List<Group> company : byCompany.values()) {
            company.sort(Comparator.comparing(Group::id, Companies.BY_REGISTRATION));
            for (int i = 1; i < company.size(); i++) {
                rows.add(new RelationshipRow(
                        company.get(i - 1).id(),
                        Relationships.SUCCEEDED_BY,
                        company.get(i).id(),
                        new Props()
                                .put(Properties.KIND, "registered-anew")
                                .put(
                                        Properties.SOURCE,
                                        Ids.dataset(
                                                company.get(i).origin().source().name()))
                                .toMap()));
            }
        }
        return rows;
    }

    private static NodeRow node(Group group, Companies companies) {
        Props props = new Props()
                .put(Properties.NAME, group.name())
                .put(Properties.KIND, group.kind().label())
                .put(Properties.FORMALITY, group.kind().formality().word())
                .put(Properties.COMPANIES_HOUSE, companies.find(group.id()));
        GroupRecord record = group.record();
        if (record != null) {
            props.put(Properties.GROUP_UID, record.uid())
                    .put(Properties.GROUP_ID, record.groupId())
                    .put(Properties.UKPRN, record.ukprn())
                    .put(Properties.STATUS, record.status());
        }
        props.put(group.life())
                .put(Properties.SOURCE, Ids.dataset(group.origin().source().name()));
        return new NodeRow(group.id(), List.of(Labels.BODY, group.kind().label()), props.toMap());
    }
}
