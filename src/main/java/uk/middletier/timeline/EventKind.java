package uk.middletier.timeline;

import java.util.Locale;

/** What can happen to a school or a body; in the order in which events of one day are told. */
public enum EventKind {
    /** The record closed and no school took its place in full. */
    CLOSED,
    /** A new school, in nobody's place. */
    OPENED,
    /** A maintained school became an academy, under a new URN. */
    CONVERTED,
    /** Another record took its place in full, without a change of trust: a new name, site or type. */
    SUCCEEDED,
    /** Joined together with, or split off, another school. */
    MERGED,
    SPLIT,
    /** Came under a trust, as far as is known from none. */
    JOINED,
    /** Left a trust, as far as is known for none. */
    LEFT,
    /** Went from one trust to another, under the same URN or a new one. */
    TRANSFERRED,
    /** Its trust got another group record: the same company, from single-academy to multi-academy trust or back. */
    TRUST_REGISTERED_ANEW,
    FEDERATION_JOINED,
    FEDERATION_LEFT,
    FOUNDATION_TRUST_JOINED,
    FOUNDATION_TRUST_LEFT,
    /** Joined a body of another kind, one that no register holds: an alliance, a hub, a group, a pairing. */
    BODY_JOINED,
    BODY_LEFT,
    /** Another authority became its own, because authorities were reorganised. */
    AUTHORITY_CHANGED,
    SPONSOR_CHANGED,
    /** A federation had its first open school, an academy trust likewise. */
    FEDERATION_FORMED,
    FEDERATION_DISSOLVED,
    TRUST_OPENED,
    TRUST_CLOSED,
    /** A trust ended because all its schools went to one other trust. */
    TRUST_MERGED,
    /** A school or body is called something else. */
    RENAMED;

    /** {@code federation-joined}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
