package uk.middletier.http;

import inet.ipaddr.HostName;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv6.IPv6Address;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who a request is of, by its address: the nearest one that is no proxy of ours. */
final class Clients {
    /** What one subscriber has of IPv6: all addresses of it are one client. */
    private static final int SUBSCRIBER_BITS = 64;

    private static final String UNKNOWN = "unknown";

    private Clients() {}

    /**
     * The client's name among clients.
     *
     * @param remote whoever connected
     * @param forwarded whom each said it asked for, the last by whoever connected (X-Forwarded-For)
     * @param proxies who is believed that
     */
    static String name(SocketAddress remote, List<String> forwarded, Predicate<IPAddress> proxies) {
        IPAddress client = remote instanceof InetSocketAddress socket && socket.getAddress() != null
                ? address(socket.getAddress().getHostAddress())
                : null;
        if (client == null) {
            return UNKNOWN;
        }
        for (int i = forwarded.size() - 1; i >= 0 && proxies.test(client); i--) {
            IPAddress before = address(forwarded.get(i));
            if (before == null) {
                break;
            }
            client = before;
        }
        return client.isIPv6() ? client.toPrefixBlock(SUBSCRIBER_BITS).toCanonicalString() : client.toCanonicalString();
    }

    /** An address, perhaps with a port. Never asks what address a name has. */
    private static @Nullable IPAddress address(String text) {
        String stripped = text.strip();
        IPAddress address = stripped.isEmpty() ? null : new IPAddressString(stripped).getAddress();
        if (address == null && !stripped.isEmpty()) {
            address = new HostName(stripped).asAddress();
        }
        if (address == null || address.isMultiple()) {
            return null;
        }
        IPv6Address six = address.isIPv6() ? address.toIPv6() : null;
        if (six == null) {
            return address;
        }
        return six.isIPv4Mapped() ? six.getEmbeddedIPv4Address() : six.removeZone();
    }
}
